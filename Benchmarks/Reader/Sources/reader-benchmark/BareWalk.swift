import PositionedJSON
import SafeFiles

/// Walks over every value of a file and takes nothing from it: what reading cannot be faster than.
///
/// Checks the text as strictly as the reader does, with the same cursor and from the same kind of
/// window; what the reader takes longer is what storing a roster costs.
struct BareWalk {
  /// Bytes that are read at once; grows where a value is longer.
  private static let windowSize = 256 << 10

  private var buffer = [UInt8](repeating: 0, count: windowSize)
  /// Bytes of ``buffer`` that hold text.
  private var end = 0

  /// Walks the file at `path` to its end.
  ///
  /// - Throws: ``SafeFiles/FileError``, or a ``PositionedJSON/JSONFault`` of what is no JSON.
  mutating func walk(_ path: String) throws {
    var file = try InputFile(path)
    end = 0
    while true {
      let count = try file.read(into: &buffer, from: end)
      end += count
      let isFinal = end < buffer.count
      let walked = try walkWindow(isFinal: isFinal)
      if isFinal { break }
      let rest = end - walked
      // Only the record that the window cuts: some hundred bytes.
      for index in 0..<rest { buffer[index] = buffer[walked + index] }
      end = rest
      if walked == 0 { buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count)) }
    }
  }

  /// Walks what stands in the window; the bytes up to the last whole value.
  private func walkWindow(isFinal: Bool) throws(JSONFault) -> Int {
    var cursor = JSONCursor(buffer.span.extracting(0..<end), isFinal: isFinal)
    while true {
      cursor.skipWhitespace()
      let start = cursor.offset
      if start == end { return start }
      do throws(JSONFault) {
        try cursor.skipValue()
      } catch {
        guard error.kind == .truncated, !isFinal else { throw error }
        return start
      }
    }
  }
}
