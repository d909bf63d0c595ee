import SafeFiles
import Texts

extension CSVWriter {
  /// A writer that has put the line `head` into `file`.
  init(for reader: Reader, head: [String], to file: inout OutputFile) {
    self.init(for: reader, head: head)
    drain { file.put($0) }
  }

  /// Ends the line and puts it into `file`.
  mutating func endLine(to file: inout OutputFile) {
    endLine()
    drain { file.put($0) }
  }
}
