extension Report {
  /// A file that was read.
  public struct Input: Sendable, Hashable {
    /// The path as the run was told it.
    public var path: String
    /// The size in bytes.
    public var byteCount: Int
    /// 64 lower-case hexadecimal digits; empty when the file was not hashed.
    public var sha256: String
    /// What it holds: `students`, `permissions`.
    public var holds: String
    /// How many records.
    public var records: Int

    /// An input file.
    public init(_ path: String, byteCount: Int, sha256: String = "", holds: String, records: Int) {
      self.path = path
      self.byteCount = byteCount
      self.sha256 = sha256
      self.holds = holds
      self.records = records
    }
  }

  /// What was written, or would be.
  public struct Outputs: Sendable, Hashable {
    /// A file of the bundle or of the mail.
    public struct File: Sendable, Hashable {
      /// The path below its folder, with '/'.
      public var path: String
      /// The size in bytes.
      public var byteCount: Int
      /// 64 lower-case hexadecimal digits.
      public var sha256: String
      /// How many rows it holds; nil where that means nothing.
      public var rows: Int?

      /// An output file.
      public init(_ path: String, byteCount: Int, sha256: String, rows: Int? = nil) {
        self.path = path
        self.byteCount = byteCount
        self.sha256 = sha256
        self.rows = rows
      }
    }

    /// The bundle's folder; empty when there is none, as after a refusal.
    public var bundle: String
    /// SHA-256 the bundle was predicted to have; empty when nothing was predicted.
    public var predicted: String
    /// SHA-256 of the bundle that was published; empty when none was.
    public var published: String
    /// The bundle's files, in the order they are to be shown.
    public var files: [File]
    /// The folder of the invitation mail; empty when none was asked for.
    public var mail: String
    /// Mails written, or that would be.
    public var mailsWritten: Int
    /// People who get no mail, though they would be due one.
    public var mailsWithheld: Int

    /// Outputs; what is left out is empty.
    public init(
      bundle: String = "",
      predicted: String = "",
      published: String = "",
      files: [File] = [],
      mail: String = "",
      mailsWritten: Int = 0,
      mailsWithheld: Int = 0
    ) {
      self.bundle = bundle
      self.predicted = predicted
      self.published = published
      self.files = files
      self.mail = mail
      self.mailsWritten = mailsWritten
      self.mailsWithheld = mailsWithheld
    }

    /// The bundle's digest: the published one, else the predicted one.
    public var digest: String { published.isEmpty ? predicted : published }

    /// Whether there is nothing to tell: no bundle and no mail.
    public var isEmpty: Bool { bundle.isEmpty && mail.isEmpty }
  }
}
