import Bytes
import Roster
import SafeFiles

/// How a text is written that is not UTF-8.
enum TextEncoding: Sendable, Hashable {
  case utf16(isBigEndian: Bool)
  case singleByte(SingleByteEncoding)

  /// UTF-16 where `head`, the beginning of a file, has its byte order mark, or a zero beside each of
  /// its first characters; nil elsewhere.
  static func utf16(at head: Span<UInt8>) -> TextEncoding? {
    guard head.count >= 2 else { return nil }
    switch (head[0], head[1]) {
    case (0xFF, 0xFE): return .utf16(isBigEndian: false)
    case (0xFE, 0xFF): return .utf16(isBigEndian: true)
    default: break
    }
    let count = min(head.count, 32) / 2
    guard count >= 8 else { return nil }
    for isBigEndian in [false, true] {
      let zeros = (0..<count).allSatisfy { number in
        let zero = head[2 * number + (isBigEndian ? 0 : 1)]
        let sign = head[2 * number + (isBigEndian ? 1 : 0)]
        return zero == 0 && sign >= 0x09 && sign < 0x7F
      }
      if zeros { return .utf16(isBigEndian: isBigEndian) }
    }
    return nil
  }
}

/// Turns texts into UTF-8, in a spool file, so that all else reads UTF-8 alone.
///
/// Lines stay lines, and characters stay characters, so places in the decoded text are those of the
/// file.
struct TextDecoder {
  private var spool: SpoolFile?
  /// Bytes in the spool.
  private var end = 0

  /// Decodes `file`; without its byte order mark.
  ///
  /// - Parameters:
  ///   - file: the text.
  ///   - encoding: what it is written in.
  ///   - offset: a byte of the file at which a character begins.
  /// - Returns: where the decoded text is, and the byte of it that `offset` became.
  /// - Throws: ``SafeFiles/FileError`` when the file cannot be read or changes meanwhile, or the
  ///   spool not be written.
  mutating func decode(
    _ file: SourceFile,
    from encoding: TextEncoding,
    offset: Int = 0
  ) throws(FileError) -> (bytes: UnpackedBytes, offset: Int) {
    var source = try ExportFile(file)
    let spool: SpoolFile
    if let made = self.spool { spool = made } else { spool = try SpoolFile() }
    self.spool = spool
    let start = end
    var input = [UInt8](repeating: 0, count: 128 << 10)
    var output: [UInt8] = []
    var place = 0
    var decodedOffset: Int?
    var step = Step(encoding)
    while true {
      let count = try source.read(into: &input, from: 0)
      output.removeAll(keepingCapacity: true)
      for index in 0..<count {
        if place + index == offset { decodedOffset = end - start + output.count }
        step.take(input[index], into: &output)
      }
      place += count
      if count == 0 { step.finish(into: &output) }
      try spool.append(output.span)
      end += output.count
      if count == 0 { break }
    }
    try source.checkUnchanged()
    return (UnpackedBytes(spool, start..<end), decodedOffset ?? end - start)
  }

  /// A text that is decoded a byte at a time.
  private struct Step {
    private let upperHalf: [[UInt8]]
    private let isBigEndian: Bool
    /// The first byte of a unit of UTF-16 whose second is to come.
    private var half: UInt8?
    /// The first of two units that are one character.
    private var lead: UInt16?
    private var isAtStart = true

    init(_ encoding: TextEncoding) {
      switch encoding {
      case .utf16(let isBigEndian):
        upperHalf = []
        self.isBigEndian = isBigEndian
      case .singleByte(let encoding):
        upperHalf = encoding.upperHalf.map { scalar in
          Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        isBigEndian = false
      }
    }

    mutating func take(_ byte: UInt8, into output: inout [UInt8]) {
      guard upperHalf.isEmpty else {
        if byte < 0x80 { output.append(byte) } else { output += upperHalf[Int(byte) - 0x80] }
        return
      }
      guard let first = half else {
        half = byte
        return
      }
      half = nil
      let (high, low) = isBigEndian ? (first, byte) : (byte, first)
      let unit = UInt16(high) << 8 | UInt16(low)
      let isMark = isAtStart && unit == 0xFEFF
      isAtStart = false
      if isMark { return }
      if let lead, UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(lead) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
        self.lead = nil
        put(Unicode.Scalar(value), into: &output)
        return
      }
      if lead != nil { put(nil, into: &output) }
      lead = UTF16.isLeadSurrogate(unit) ? unit : nil
      if lead == nil { put(Unicode.Scalar(unit), into: &output) }
    }

    /// Ends the text; what is left of a character becomes U+FFFD.
    mutating func finish(into output: inout [UInt8]) {
      if half != nil || lead != nil { put(nil, into: &output) }
    }

    private func put(_ scalar: Unicode.Scalar?, into output: inout [UInt8]) {
      output += UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
    }
  }
}
