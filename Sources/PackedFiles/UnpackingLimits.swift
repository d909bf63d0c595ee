/// How much a packed file may come to. A roster packs to a tenth or a thirtieth of its size; what
/// goes beyond these bounds is a mistake or a bomb, and is not read.
public struct UnpackingLimits: Sendable, Hashable {
  /// Bytes that one file may unpack to. A million students are 2.3 GB.
  public var fileBytes = 8 << 30
  /// Bytes that all packed files of an export may come to.
  public var totalBytes = 32 << 30
  /// Unpacked bytes for each packed one, of one file and of all so far. Deflate reaches 1032.
  public var ratio = 200
  /// So many bytes unpack at any ratio: a page without records is short and regular.
  public var ratioFreeBytes = 16 << 20
  /// Members of an archive.
  public var members = 100_000
  /// Bytes of an archive's directory.
  public var directoryBytes = 32 << 20
  /// Bytes of a member's name.
  public var nameBytes = 1024

  /// The limits of the program.
  public init() {}
}
