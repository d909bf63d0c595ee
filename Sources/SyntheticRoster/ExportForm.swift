/// How a made-up export is cut into files.
///
/// Clever has no form for exports; files are whatever a script saved (`CleverData.md`, section 10).
public struct ExportForm: Sendable, Hashable {
  /// What a file holds.
  public enum Layout: Sendable, Hashable {
    /// A folder a list, a file a page of at most so many records: `students/page-00001.json`.
    case pages(size: Int)
    /// A file a list, a record a line: `students.ndjson`.
    case lines
    /// A file a list, its records in one array: `students.json`.
    case array
    /// One file for all lists, by name: `{"schools":[…],"students":[…]}` in `export.json`.
    case document
    /// Not what the API gives but what a district uploads to Clever by SFTP: a CSV file a kind of
    /// row. Version and envelope make no difference to it.
    case upload
  }

  /// What is around a record.
  public enum Envelope: Sendable, Hashable, CaseIterable {
    /// `{"data":{…},"uri":"/v3.1/users/…"}`, as Clever's lists have it.
    case wrapped
    /// `{"data":{…}}`, as some recordings have it.
    case withoutURI
    /// The record itself.
    case bare
  }

  /// How files are packed.
  public enum Packing: Sendable, Hashable, CaseIterable {
    /// Not at all.
    case none
    /// Each by gzip: `students.ndjson.gz`.
    case gzip
    /// All in one archive, `export.zip`.
    case zip
  }

  /// What a file holds.
  public var layout: Layout
  /// What is around a record.
  public var envelope: Envelope
  /// Whether a page's `links` are before its `data`; both orders occur.
  public var hasLinksFirst: Bool
  /// How files are packed.
  public var packing: Packing

  /// A form; of a page at least one record is written.
  public init(
    _ layout: Layout,
    envelope: Envelope = .wrapped,
    hasLinksFirst: Bool = false,
    packing: Packing = .none
  ) {
    if case .pages(let size) = layout {
      self.layout = .pages(size: max(1, size))
    } else {
      self.layout = layout
    }
    self.envelope = envelope
    self.hasLinksFirst = hasLinksFirst
    self.packing = packing
  }

  /// A record a line, in Clever's envelope.
  public static let lines = ExportForm(.lines)
}
