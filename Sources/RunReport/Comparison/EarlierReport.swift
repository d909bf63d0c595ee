internal import Bytes
public import Findings
internal import PositionedJSON
internal import SafeFiles

/// What a comparison needs of a `report.json` that an earlier run wrote.
public struct EarlierReport: Sendable, Hashable {
  /// The path as it was given.
  public let path: String
  /// SHA-256 of the file: a comparison is an input like any other.
  public let sha256: String
  /// The pipeline that made it.
  public let pipeline: String
  /// The day it counts from, `YYYY-MM-DD`.
  public let issueDate: String
  /// The newest time at which a record of its export was changed; nil where it tells none.
  public let newestChange: String?
  /// Its findings in its order, each as far as it tells them apart.
  public let findings: [Item]

  /// A finding of the earlier report.
  public struct Item: Sendable, Hashable {
    /// The rule's code.
    public var code: String
    /// The level it had.
    public var level: Level
    /// The kind of record; empty if none.
    public var entity: String
    /// The record's id; empty if none.
    public var record: String
    /// The record's field; empty if none.
    public var field: String
    /// What was found.
    public var message: String
    /// What to do about it.
    public var help = ""
    /// The key of its cause; empty if none.
    public var cause = ""
    /// Its place; nil if it has none.
    public var place: Place?

    /// A finding; texts that are left out are empty.
    public init(
      code: String,
      level: Level,
      entity: String = "",
      record: String = "",
      field: String = "",
      message: String = ""
    ) {
      self.code = code
      self.level = level
      self.entity = entity
      self.record = record
      self.field = field
      self.message = message
    }

    /// The finding, as a fingerprint is taken of it.
    var finding: Finding {
      Finding(
        code: code,
        level,
        message,
        help: "",
        entity: entity,
        record: record,
        field: field
      )
    }
  }

  /// Reads the text of a `report.json`.
  ///
  /// Members that are not known are passed over, so that a later layout of the same version can be
  /// read; they are checked as JSON all the same.
  ///
  /// - Throws: ``EarlierReportFault``.
  public init(parsing bytes: [UInt8], path: String) throws(EarlierReportFault) {
    var reader = EarlierReportReader()
    do {
      try reader.read(bytes)
    } catch {
      let place = lineAndColumn(of: error.offset, in: bytes.span)
      throw EarlierReportFault(
        place: Place(file: path, line: place.line, column: place.column),
        what: error.what
      )
    }
    guard reader.version == Report.version else {
      throw EarlierReportFault(
        place: Place(file: path),
        what: reader.version.map {
          "it has layout \($0), and this program reads layout \(Report.version)"
        } ?? "it does not say which layout it has"
      )
    }
    guard reader.hasRules else {
      throw EarlierReportFault(place: Place(file: path), what: "it has no list of rules")
    }
    self.path = path
    sha256 = SHA256Digest.hex(of: bytes)
    pipeline = reader.pipeline
    issueDate = reader.issueDate
    newestChange = reader.newestChange
    findings = reader.items
  }
}

/// Why a file is no report that can be compared with.
public struct EarlierReportFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where.
  public let place: Place
  /// What is wrong with it, in lower case without a full stop.
  public let what: String

  /// The place and what is wrong there.
  public var description: String { "\(place): \(what)" }
}
