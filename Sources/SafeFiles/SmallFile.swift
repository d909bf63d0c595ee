/// Reads a small file whole: a template, a list of people, a pipeline file.
///
/// - Parameters:
///   - path: the file.
///   - limit: the most bytes it may have.
/// - Returns: its bytes.
/// - Throws: ``FileError``, also when the file is larger.
public func readSmallFile(_ path: String, limit: Int = 1 << 20) throws(FileError) -> [UInt8] {
  var file = try InputFile(path)
  guard file.byteCount <= limit else {
    throw FileError(
      .failed,
      tried: "read",
      path: path,
      answer: "it is larger than \(limit) bytes"
    )
  }
  var bytes = [UInt8](repeating: 0, count: file.byteCount + 1)
  var count = 0
  while true {
    let got = try file.read(into: &bytes, from: count)
    count += got
    if got == 0 || count == bytes.count { break }
  }
  try file.checkUnchanged()
  return Array(bytes[..<count])
}
