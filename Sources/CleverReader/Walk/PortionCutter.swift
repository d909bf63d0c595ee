import Roster
import SafeFiles

/// A part of a file that can be walked by itself: it begins and ends between values. Its bytes are
/// in a ``WalkedStretch`` of its own.
struct Portion: Sendable {
  /// The file's number.
  let file: Int
  /// Where its stretch belongs among all.
  let number: Int
  /// Whether the file ends with it. If not, that it ends between two values is a guess.
  let isLast: Bool
}

/// Cuts the files of an export into portions that are walked side by side.
///
/// A file of a few times a portion's size is one portion. Of a larger one, each run of whole
/// lines is, as long as objects stand a line each (NDJSON). In good JSON an object that ends a line
/// before one that begins the next is at the top; in bad JSON it need not be, and the walker of the
/// portion finds out: either it stands between two values at the end, or the cut was wrong.
/// Everything else, a large list page above all, is left to one walker who goes from window to
/// window.
struct PortionCutter: ~Copyable {
  /// Up to how many times the size of a portion a file is walked as a whole: 4 MiB, which holds
  /// most list pages.
  private static let wholeFile = 8

  /// What comes next.
  enum Cut {
    /// A part in the memory that was given.
    case portion(file: Int, isLast: Bool)
    /// The rest of a file, from a byte of it on, to be read by whoever walks it.
    case rest(file: Int, from: Int)
  }

  private let entries: [ExportListing.Entry]
  /// Bytes of a portion; nil if large files are not cut.
  private let size: Int?
  /// The next entry to open.
  private var next = 0
  /// The file at hand, of which more is to come.
  private var file: ExportFile?
  /// Where in the file the next portion begins.
  private var base = 0
  /// What was read behind the last cut.
  private var carried: [UInt8] = []

  init(_ entries: [ExportListing.Entry], size: Int?) {
    self.entries = entries
    self.size = size
  }

  /// Reads the next portion into `stretch`; nil when there is no more.
  ///
  /// - Throws: ``SafeFiles/FileError`` when a file cannot be read, or changed meanwhile.
  mutating func cut(into stretch: inout WalkedStretch) throws(FileError) -> Cut? {
    if file == nil {
      while next < entries.count, !entries[next].isAnswer { next += 1 }
      guard next < entries.count else { return nil }
      file = try ExportFile(entries[next].file)
      next += 1
      base = 0
      carried.removeAll(keepingCapacity: true)
    }
    let number = next - 1
    let byteCount = entries[number].file.byteCount
    let limit = size.map { $0 * PortionCutter.wholeFile } ?? ByteWindow.recordLimit
    let isSmall = base == 0 && byteCount < limit
    guard let wanted = isSmall ? byteCount : size else {
      file = nil
      return .rest(file: number, from: base)
    }
    // A byte more than there are shows that there are no more.
    let isAtEnd = try fill(&stretch, atLeast: max(wanted, carried.count) + 1)
    stretch.base = base
    if isAtEnd {
      try file?.checkUnchanged()
      file = nil
      stretch.passed = stretch.end
      return .portion(file: number, isLast: true)
    }
    guard let end = lineEnd(in: stretch) else {
      file = nil
      return .rest(file: number, from: base)
    }
    carried.removeAll(keepingCapacity: true)
    for index in end..<stretch.end { carried.append(stretch.bytes[index]) }
    stretch.end = end
    stretch.passed = end
    base += end
    return .portion(file: number, isLast: false)
  }

  /// Fills the memory of `stretch`, at least so many bytes, with what was carried over and what is
  /// read behind it.
  ///
  /// - Returns: whether the file has ended.
  private mutating func fill(
    _ stretch: inout WalkedStretch,
    atLeast count: Int
  ) throws(FileError) -> Bool {
    if stretch.bytes.count < count { stretch.bytes = [UInt8](repeating: 0, count: count) }
    for index in carried.indices { stretch.bytes[index] = carried[index] }
    stretch.end = carried.count
    while stretch.end < stretch.bytes.count {
      let read = try file?.read(into: &stretch.bytes, from: stretch.end) ?? 0
      if read == 0 { return true }
      stretch.end += read
    }
    return false
  }

  /// Where the last line begins that may be an object's, behind one that may have been.
  private func lineEnd(in stretch: borrowing WalkedStretch) -> Int? {
    var start = stretch.end - 1
    while start > 1 {
      if stretch.bytes[start] == UInt8(ascii: "{"), stretch.bytes[start - 1] == 0x0A {
        let before = stretch.bytes[start - 2]
        if before == UInt8(ascii: "}") { return start }
        if before == 0x0D, start > 2, stretch.bytes[start - 3] == UInt8(ascii: "}") { return start }
      }
      start -= 1
    }
    return nil
  }
}
