internal import SafeFiles

extension InputFile {
  /// Reads the bytes in `range` of the file.
  ///
  /// - Throws: `fault` when the file ends before.
  func bytes(in range: Range<Int>) throws(UnpackingFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let count: Int
    do throws(FileError) {
      count = try read(into: &bytes, from: 0, at: range.lowerBound)
    } catch {
      throw .file(error)
    }
    guard count == range.count else { throw .fault("the archive is cut short") }
    return bytes
  }
}
