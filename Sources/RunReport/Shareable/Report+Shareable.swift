internal import Findings

extension Report {
  /// The report for somebody outside the school: counts, codes, ids and the program's own words.
  ///
  /// Nothing that stood in a file, in the pipeline file or on the command line is in it but ids:
  /// a finding says what its rule says, a file is `file-3`, and an id that could be a name or an
  /// address is numbered. Every count is that of the report.
  public func shareable() -> Report {
    var veil = Veil(self)
    var report = self
    report.verdict.sentence = "\(verdict.kind.words): \(findingCounts.words)."
    report.verdict.nextStep = "See the report that this one was made from."
    report.run.parameters = run.parameters.map { RunFacts.Parameter($0.name, nil) }
    for index in report.evidence.indices {
      report.evidence[index].found = evidence[index].verdict.words
      report.evidence[index].place = veil.place(evidence[index].place)
    }
    for index in report.schools.indices {
      report.schools[index].id = veil.id(schools[index].id)
      report.schools[index].name = nil
    }
    report.rules = rulesWorstFirst.map { veil.section($0) }
    for index in report.inputs.indices {
      report.inputs[index].path = veil.file(inputs[index].path)
    }
    report.outputs.bundle = outputs.bundle.isEmpty ? "" : "bundle"
    report.outputs.mail = outputs.mail.isEmpty ? "" : "mail"
    report.limits = limits.isEmpty ? [] : ["Values and names are left out of this form."]
    report.findingsFile = ReportWriter.mark
    return report
  }
}

/// What the shareable form puts in the place of texts, the same for the same text.
private struct Veil {
  private var files: [String: String] = [:]
  private var ids: [String: String] = [:]
  /// Titles of the catalogue's rules, whose words are the program's own.
  private let known: Set<String>

  init(_ report: Report) {
    known = Set(report.catalogue.map(\.code))
    for input in report.inputs { _ = file(input.path) }
  }

  /// `file-N`: the files that were read have the numbers they are listed by.
  mutating func file(_ path: String) -> String {
    if let name = files[path] { return name }
    let name = "file-\(files.count + 1)"
    files[path] = name
    return name
  }

  mutating func place(_ place: Place?) -> Place? {
    guard var place else { return nil }
    place.file = file(place.file)
    return place
  }

  /// The id where it can be nothing else, else a number.
  mutating func id(_ text: String) -> String {
    guard !text.isEmpty, !isOpaque(text) else { return text }
    if let name = ids[text] { return name }
    let name = "id-\(ids.count + 1)"
    ids[text] = name
    return name
  }

  /// A rule's section in the rule's own words. The order of findings stays, which is by place.
  mutating func section(_ section: Report.RuleSection) -> Report.RuleSection {
    var section = section
    // The help of a code without a card is that of its first finding, which may hold a value.
    if !known.contains(section.code) { section.howToFix = "" }
    for index in section.findings.indices {
      var finding = section.findings[index]
      finding.message = section.title
      finding.help = section.howToFix
      finding.record = id(finding.record)
      finding.place = place(finding.place)
      finding.notes = []
      section.findings[index] = finding
    }
    return section
  }
}

/// Whether a text can be nothing but an id: letters and digits of ASCII, `-`, `_` and `.`, at least
/// one digit, and either hexadecimal throughout or with no more than four letters.
package func isOpaque(_ text: String) -> Bool {
  guard text.utf8.count <= 64 else { return false }
  var digits = 0
  var letters = 0
  var isHexadecimal = true
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): letters += 1
    case UInt8(ascii: "g")...UInt8(ascii: "z"), UInt8(ascii: "G")...UInt8(ascii: "Z"):
      letters += 1
      isHexadecimal = false
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): break
    default: return false
    }
  }
  return digits > 0 && (letters <= 4 || (isHexadecimal && digits * 4 >= letters))
}
