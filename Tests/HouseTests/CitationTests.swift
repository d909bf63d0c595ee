import Foundation
import TestSupport
import Testing

/// Standards that a comment may cite by section, with their addresses. Everything else that is
/// cited by section is an article of this repository: "`CleverData.md`, section 6.5".
private let standards: [String: String] = [
  "RFC": "https://www.rfc-editor.org/rfc/",
  "APPNOTE": "https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT",
  "Unicode TR 36": "https://www.unicode.org/reports/tr36/",
  "XML 1.0": "https://www.w3.org/TR/xml/",
  "Content Security Policy 3": "https://www.w3.org/TR/CSP3/",
]

/// What a comment cites can be read: it is in the repository, or it is a public standard.
@Suite struct CitationTests {
  @Test func `every section that is cited exists`() throws {
    let articles = try Articles()
    var faults: [String] = []
    for file in try files(withExtensions: ["swift", "h", "md"]) {
      for citation in citations(in: file) {
        if let fault = articles.fault(of: citation) {
          faults.append("\(file.lastPathComponent): \(fault)")
        }
      }
    }
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  @Test func `every article that is named exists`() throws {
    let articles = try Articles()
    var faults: [String] = []
    for file in try files(withExtensions: ["swift", "h", "md", "py", "sh"]) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /`([\w\/]+\.md)`|<doc:(\w+)>/) {
        let name = match.1.map(String.init) ?? match.2.map { "\($0).md" } ?? ""
        let last = String(name.split(separator: "/").last ?? "")
        let isExample = file.lastPathComponent == "CitationTests.swift"
        if !articles.names.contains(last), !isExample {
          faults.append("\(file.lastPathComponent): \(name)")
        }
      }
    }
    #expect(faults.isEmpty, "\(faults)")
  }

  @Test func `an address of Clever's or Bloomz's in the code is in an article too`() throws {
    let articles = try Articles()
    let address = /https:\/\/[\w.]*(?:clever\.com|bloomz)[\w.]*\/[\w\/.-]*/
    var known: Set<String> = []
    for name in ["CleverData.md", "BloomzImport.md"] {
      let text = try #require(articles.text[name])
      known.formUnion(text.matches(of: address).map { String($0.output) })
    }
    var unknown: Set<String> = []
    for file in try files(withExtensions: ["swift"], in: ["Sources"]) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: address) {
        // Long addresses are written in two pieces, of which this is the first.
        let found = String(match.output)
        if !known.contains(where: { $0.hasPrefix(found) }) { unknown.insert(found) }
      }
    }
    #expect(unknown.isEmpty, "\(unknown.sorted())")
  }

  @Test(arguments: [
    ("`CleverData.md`, section 99", "CleverData.md has no section 99"),
    ("`CleverData.md`, sections 1 and 99", "CleverData.md has no section 99"),
    ("`README.md`, \"No such heading\"", "README.md has no heading 'No such heading'"),
    ("`Elsewhere.md`, section 1", "there is no article Elsewhere.md"),
    ("`clever-data`, section 1", "'clever-data' is no article of the repository"),
    ("section 1 of something", "section 1 of no document"),
    ("`CleverData.md`, sections 6.5 and 6.6; RFC 8259, section 7", nil),
    ("RFC 8259 (section 7)", nil),
  ])
  func `a citation that leads nowhere is told`(text: String, fault: String?) throws {
    let articles = try Articles()
    let faults = citations(inText: text, of: nil).compactMap { articles.fault(of: $0) }
    #expect(faults.first == fault)
  }
}

/// Something that is cited: a section or a heading of a document.
private struct Citation {
  /// An article's name, a standard's, or nil where no document is named before it.
  var document: String?
  var place: String
  var isHeading = false
}

/// The articles of the repository and their headings.
private struct Articles {
  private(set) var text: [String: String] = [:]

  var names: Set<String> { Set(text.keys) }

  init() throws {
    for file in try files(withExtensions: ["md"]) {
      text[file.lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
  }

  /// What is wrong with a citation; nil if it leads somewhere.
  func fault(of citation: Citation) -> String? {
    guard let document = citation.document else {
      return "section \(citation.place) of no document"
    }
    if standards.keys.contains(where: { document.hasPrefix($0) }) { return nil }
    guard document.hasSuffix(".md") else { return "'\(document)' is no article of the repository" }
    guard let text = text[document] else { return "there is no article \(document)" }
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }
      .map { $0.drop { $0 == "#" || $0 == " " } }
    if citation.isHeading {
      if headings.contains(where: { $0 == citation.place }) { return nil }
      return "\(document) has no heading '\(citation.place)'"
    }
    let place = citation.place
    if headings.contains(where: { $0.hasPrefix("\(place). ") || $0.hasPrefix("\(place) ") }) {
      return nil
    }
    return "\(document) has no section \(place)"
  }
}

/// The citations of a file: of its comments, or of all its text if it is an article.
private func citations(in file: URL) -> [Citation] {
  guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
  if file.pathExtension == "md" {
    // The generated page of all rules has their sources, each with its address.
    if file.lastPathComponent == "Rules.md" { return [] }
    let isNumbered = text.contains(/\n## 1\.\s/)
    return citations(inText: text, of: isNumbered ? file.lastPathComponent : nil)
  }
  let comments = text.split(separator: "\n").compactMap { line -> Substring? in
    let bare = line.drop { $0 == " " }
    return bare.hasPrefix("//") ? bare.drop { $0 == "/" || $0 == "*" } : nil
  }
  return citations(inText: comments.joined(separator: "\n"), of: nil)
}

/// The citations of a text, each with the document that is named last before it. Inside a numbered
/// article a section without a document right before it is one of its own.
private func citations(inText text: String, of article: String?) -> [Citation] {
  let flat = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  // A name in backticks before a section or heading; an article; a standard; sections; a heading.
  let token =
    #/
    `([\w.-]+)`(?=,\ (?:section|"))
    | `(\w+\.md)`
    | \b(RFC\ \d+|APPNOTE|Unicode\ TR\ 36|XML\ 1\.0|Content\ Security\ Policy\ 3)
    | \b[Ss]ections?\ (\d[\d.]*(?:(?:,\ |\ and\ |\ to\ )\d[\d.]*)*)
    | ,\ "([A-Z][\w\ ]+)"
    /#
  var found: [Citation] = []
  var document: String?
  var end = flat.startIndex
  for match in flat.matches(of: token) {
    if let name = match.1 ?? match.2 ?? match.3 {
      document = String(name)
      end = match.range.upperBound
    } else if let places = match.4 {
      let isNear = flat[end..<match.range.lowerBound].count <= 2
      let source = isNear || article == nil ? document : article
      for place in places.matches(of: /\d+(?:\.\d+)*/) {
        found.append(Citation(document: source, place: String(place.output)))
      }
    } else if let heading = match.5, end == match.range.lowerBound, let document {
      found.append(Citation(document: document, place: String(heading), isHeading: true))
    }
  }
  return found
}

/// The files of the repository with one of these extensions, but for those of test data.
private func files(
  withExtensions extensions: Set<String>,
  in folders: [String] = ["Sources", "Tests", "Benchmarks", "README.md", "Package.swift"]
) throws -> [URL] {
  var found: [URL] = []
  for folder in folders {
    let url = packageFolder.appending(path: folder)
    let all = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
    let below = (all?.allObjects as? [URL] ?? []) + (folder.contains(".") ? [url] : [])
    found += below.filter { file in
      let path = file.path.dropFirst(packageFolder.path.count)
      return extensions.contains(file.pathExtension) && !path.contains("/.build")
        && !["/Fixtures/", "/Corpus/", "/Recorded/"].contains { path.contains($0) }
    }
  }
  return found.sorted { $0.path < $1.path }
}
