package import SafeFiles

/// The rows of a CSV file of a bundle (RFC 4180), as texts.
package struct CSVRows {
  /// The names of the columns.
  package private(set) var header: [String] = []
  /// The rows below it, each as wide as the header.
  package private(set) var rows: [[String]] = []

  /// Reads `bytes`.
  ///
  /// - Throws: ``FileError`` (`failed`) where a row has more or fewer fields than the header, or a
  ///   quote is left open.
  package init(parsing bytes: [UInt8], path: String) throws(FileError) {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = 0
    var line = 1
    func fault(_ answer: String) -> FileError {
      FileError(.failed, tried: "compare", path: "\(path):\(line)", answer: answer)
    }
    func close() throws(FileError) {
      fields.append(String(decoding: field, as: UTF8.self))
      if header.isEmpty {
        header = fields
      } else {
        guard fields.count == header.count else {
          throw fault("the row has \(fields.count) fields, the header \(header.count)")
        }
        rows.append(fields)
      }
      fields = []
      field = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && index < bytes.count && bytes[index] == byte:
        field.append(byte)
        index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0D where !isQuoted && index < bytes.count && bytes[index] == 0x0A: continue
      case 0x0A where !isQuoted:
        try close()
        line += 1
      default: field.append(byte)
      }
    }
    guard !isQuoted else { throw fault("a quote is not closed") }
    if !field.isEmpty || !fields.isEmpty { try close() }
  }
}
