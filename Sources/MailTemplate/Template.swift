public import Findings

/// A mail's wording: an XHTML file, checked whole and turned into pieces once.
///
/// The template's own tags are the only tags of a mail. Values enter text and the `href` of links,
/// escaped; the plain text and the subject (`<title>`) come from the same tree, so the three can
/// not say different things.
public struct Template: Sendable {
  /// The file as findings name it.
  public let file: String
  /// What may be filled in.
  public let schema: TemplateSchema
  /// The language tag of the wording (`<html lang="…">`, RFC 5646).
  public let language: String
  let html: TemplateProgram
  let text: TemplateProgram
  let title: TemplateProgram

  /// The largest template that is read: 1 MiB.
  public static let byteLimit = 1 << 20

  /// Reads, checks and compiles a template.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, at most ``byteLimit``.
  ///   - file: the file as findings shall name it.
  ///   - schema: what the template may use.
  /// - Throws: ``TemplateFaults`` with all that is wrong, sorted by place.
  public init(_ bytes: [UInt8], file: String, schema: TemplateSchema) throws(TemplateFaults) {
    let (source, root) = try Template.parse(bytes, file: file)
    var compiler = TemplateCompiler(source: source, schema: schema)
    compiler.compile(root)
    guard compiler.findings.isEmpty else {
      throw TemplateFaults(findings: compiler.findings.sorted())
    }
    self.file = file
    self.schema = schema
    language = root.value("lang") ?? ""
    html = compiler.html
    text = compiler.text
    title = compiler.title
  }

  /// Appends the HTML, UTF-8, lines ended by LF.
  ///
  /// - Precondition: `values` were made for this template's schema.
  public func appendHTML(_ values: TemplateValues, to bytes: inout [UInt8]) {
    precondition(values.schema.fields.count == schema.fields.count, "values of another schema")
    html.run(values, to: &bytes)
  }

  /// Appends the plain text, UTF-8, lines ended by LF; a paragraph is one line, one blank line
  /// stands between two, none at the end.
  ///
  /// - Precondition: `values` were made for this template's schema.
  public func appendText(_ values: TemplateValues, to bytes: inout [UInt8]) {
    precondition(values.schema.fields.count == schema.fields.count, "values of another schema")
    let start = bytes.count
    text.run(values, to: &bytes)
    while bytes.count > start, bytes.last == 0x20 || bytes.last == 0x0A { bytes.removeLast() }
    bytes.append(0x0A)
  }

  /// The subject: the title as one line of text.
  ///
  /// - Precondition: `values` were made for this template's schema.
  public func subject(_ values: TemplateValues) -> String {
    precondition(values.schema.fields.count == schema.fields.count, "values of another schema")
    var bytes: [UInt8] = []
    title.run(values, to: &bytes)
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func parse(_ bytes: [UInt8], file: String) throws(TemplateFaults) -> (
    TemplateSource, XMLElement
  ) {
    var source = TemplateSource(bytes, file: file)
    func refuse(_ code: TemplateFault, _ message: String, _ help: String, _ place: Place)
      -> TemplateFaults
    {
      TemplateFaults(findings: [Finding(code, .blocker, message, help: help, at: place)])
    }
    guard bytes.count <= byteLimit else {
      throw refuse(
        .tooLarge,
        "the template has \(bytes.count) bytes",
        "a template has at most \(byteLimit) bytes",
        Place(file: file)
      )
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw refuse(
        .notUTF8,
        "the template is not UTF-8 text",
        "save the file as UTF-8",
        Place(file: file)
      )
    }
    if let offset = source.firstOffset(of: "<!DOCTYPE") ?? source.firstOffset(of: "<!ENTITY") {
      throw refuse(
        .hasDoctype,
        "the template declares a document type",
        "take the '<!DOCTYPE …>' out; the mail gets the right one by itself",
        source.place(offset)
      )
    }
    do {
      let root = try XMLElement(parsing: bytes)
      source.findTags()
      return (source, root)
    } catch {
      throw refuse(
        .notWellFormed,
        "the template is not well-formed XML: \(error.words)",
        "close every tag, quote every value, and write '&amp;' for '&' and '&#160;' for '&nbsp;'",
        Place(file: file, line: error.line, column: error.column)
      )
    }
  }
}

/// All that is wrong with a template.
public struct TemplateFaults: Error, Sendable, Hashable {
  /// At least one, sorted.
  public let findings: [Finding]
}
