package import Findings

/// What a pipeline file says, each value with its place; what it means is the `Plan`'s business.
///
/// Every scalar is text: `no`, `012` and `1:30` stay what they are. Anchors, aliases, tags, merge
/// keys, second documents and double keys are faults.
public struct PipelineFile: Sendable {
  /// The file's path as the run was told it.
  public let path: String
  /// The file's text, for showing the line a fault is about.
  public let text: String
  /// The pipeline's name, `pipeline:`; empty if it has none, which is a fault.
  public let name: String
  /// What can be set from outside, in the file's order.
  public let parameters: [ParameterCard]
  /// The keys that only a registry can know: options that all stages share, in the file's order.
  package let otherKeys: [SourceValue.Entry]
  /// The stages in their order.
  package let stages: [StageEntry]
  /// The options below `report:`; nil if the file has none.
  package let report: StageEntry?
  /// What is wrong so far. A plan is refused with these and its own; they are for `Plan` alone.
  package let faults: [Finding]
  /// What is read as it is meant, most likely: blanks that look like spaces, texts that a comment
  /// cuts.
  package let warnings: [Finding]
  package let source: SourceText

  /// A stage's name and its options as written.
  package struct StageEntry: Sendable {
    package var name: PlacedText
    package var options: SourceValue
  }

  /// Reads a pipeline file.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is on disk, at most 256 KiB of UTF-8; a leading byte order mark is
  ///     passed over.
  ///   - path: how faults name the file.
  /// - Throws: the faults that hide the rest of the file (size, encoding, YAML). Other faults
  ///   wait for the plan, so that all are reported together.
  public init(parsing bytes: [UInt8], path: String) throws(PlanError) {
    guard bytes.count <= YAMLReader.byteLimit else {
      throw PlanError(
        Finding(
          .fileTooLarge,
          "the pipeline file has \(bytes.count) bytes, more than \(YAMLReader.byteLimit)",
          at: Place(file: path)
        )
      )
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else {
      throw PlanError(
        Finding(
          .fileNotUTF8,
          "the pipeline file is not UTF-8 from byte \(bytes.validUTF8Count + 1) on",
          at: Place(file: path)
        )
      )
    }
    var scalars = decoded.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    let text = String(scalars)
    let written = SourceText(text)
    let looks = LookAlikes(written, file: path)
    let source = looks.warnings.isEmpty ? written : SourceText(looks.text)
    var yaml = YAMLReader(source, text: looks.text, file: path)
    let root: SourceValue
    do {
      root = try yaml.read()
    } catch {
      throw PlanError(error.explained(by: looks.breaks).faults + looks.faults)
    }
    var reader = PipelineFileReader(path: path, faults: yaml.faults + looks.faults)
    reader.read(root)
    self.path = path
    self.text = text
    self.source = source
    name = reader.name
    parameters = reader.parameters
    otherKeys = reader.otherKeys
    stages = reader.stages
    report = reader.report
    faults = reader.faults
    warnings = looks.warnings
  }
}

extension PlanError {
  /// The error with the first of `breaks`, the signs that break a text, where the file is no YAML.
  ///
  /// It takes the place of what libyaml says of the same line, and is told beside what libyaml found
  /// further on because of it.
  fileprivate func explained(by breaks: [Finding]) -> PlanError {
    let isSyntax = { (fault: Finding) in fault.code == PlanFault.yamlSyntax.code }
    guard let line = faults.first(where: isSyntax)?.place?.line,
      let first = breaks.first, let place = first.place, place.line <= line
    else { return self }
    let others = faults.filter { !isSyntax($0) || $0.place?.line != place.line }
    return PlanError(others + [first])
  }
}

extension [UInt8] {
  /// How many bytes from the start are whole UTF-8 characters.
  fileprivate var validUTF8Count: Int {
    var low = 0
    var decoder = UTF8()
    var iterator = makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      low += UTF8.width(scalar)
    }
    return low
  }
}
