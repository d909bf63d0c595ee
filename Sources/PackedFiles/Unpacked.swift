public import SafeFiles

/// What came out of a packed file.
public struct Unpacked: Sendable {
  /// The files in it, in the order of the UTF-8 bytes of their names; of a gzip file just one.
  public var parts: [UnpackedPart] = []
  /// Members that were not opened, and why: `hidden`, `a link`. Sorted like ``parts``.
  public var passedOver: [(name: String, why: String)] = []
  /// What is wrong with the file as a whole, in words; then it may have further members.
  public var faults: [String] = []

  /// Nothing yet.
  init() {}
}

/// One file that was packed.
public struct UnpackedPart: Sendable {
  /// Its name in the archive: no part of it is empty, `.` or `..`. Empty for a gzip file.
  public var name: String
  /// What holds its bytes, with others'.
  public var spool: SpoolFile
  /// Where in the spool its bytes are. If there is a fault, those that came before.
  public var bytes: Range<Int>
  /// How many bytes it was packed in.
  public var packedByteCount: Int
  /// Why it could not be unpacked whole, in words.
  public var fault: String?
  /// Whether a password protects it; then there is a fault that says so.
  public var isLocked = false
}
