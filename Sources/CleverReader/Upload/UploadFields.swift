import Bytes
import PositionedCSV
import SafeFiles

/// Finds the cell of a row that a finding is about, by the name that the API has for its field.
struct UploadFields {
  private let header: UploadHeader
  private let csv: CSVDialect

  /// The fields of a file; nil where its header is none.
  ///
  /// - Throws: ``SafeFiles/FileError`` when it cannot be read.
  init?(of file: borrowing ExportFile) throws(FileError) {
    var head = [UInt8](repeating: 0, count: UploadDialect.headLimit)
    let count = try file.read(into: &head, from: 0, at: 0)
    guard let dialect = UploadDialect(head: head.span.extracting(0..<count)),
      let names = try UploadFields.row(of: file, at: dialect.headerStart, dialect.csv),
      let header = try? UploadHeader(names.map(\.text))
    else { return nil }
    self.header = header
    csv = dialect.csv
  }

  /// How many bytes after the beginning of a row the cell begins; 0 if the row has none.
  ///
  /// - Throws: ``SafeFiles/FileError`` when it cannot be read.
  func offset(
    of field: String,
    inRowAt start: Int,
    of file: borrowing ExportFile
  ) throws(FileError) -> Int {
    // The first of its columns that the file has.
    guard
      let index = header.form.columns(of: field).lazy.map({ header.field($0) }).first(where: {
        $0 >= 0
      }), let row = try UploadFields.row(of: file, at: start, csv), index < row.count
    else { return 0 }
    return row[index].offset
  }

  /// The cells of the row at `start`, each with how many bytes after `start` it begins; nil if there is none.
  private static func row(
    of file: borrowing ExportFile,
    at start: Int,
    _ csv: CSVDialect
  ) throws(FileError) -> [(offset: Int, text: [UInt8])]? {
    var size = 4 << 10
    while size <= 2 * Chunk.recordLimit {
      var buffer = [UInt8](repeating: 0, count: size)
      let count = try file.read(into: &buffer, from: 0, at: start)
      var fields = [CSVField](repeating: .empty, count: UploadHeader.columnLimit)
      var cursor = CSVCursor(
        buffer.span.extracting(0..<count),
        isFinal: count < size,
        dialect: csv
      )
      if let row = try? cursor.nextRow(into: &fields) {
        return fields.prefix(row.fieldCount).map { field in
          var text: [UInt8] = []
          cursor.decode(field, into: &text)
          return (field.start, text)
        }
      }
      guard count == size else { return nil }
      size *= 4
    }
    return nil
  }
}

extension UploadForm {
  /// The columns that may hold what the API calls `field`, the likeliest first.
  ///
  /// A row of a student may hold a contact, too. What both have is looked for where it is most often
  /// at fault: names are the student's, addresses the contact's.
  func columns(of field: String) -> [UploadColumn] {
    switch field {
    case "sis_id", "staff_id", "id":
      self == .contacts ? [.contactID, .contactKey] : key.map { [$0] } ?? []
    case "school", "schools": self == .schools ? [] : [.schoolID]
    case "name", "name.last":
      switch self {
      case .schools: [.schoolName]
      case .sections: [.name]
      case .contacts: [.lastName, .contactName]
      default: [.lastName]
      }
    case "name.first": [.firstName]
    case "email":
      switch self {
      case .students: [.contactEmail]
      case .contacts: [.email, .contactEmail]
      case .teachers: [.teacherEmail]
      case .studentEmails, .teacherEmails: [.email]
      default: [.staffEmail, .adminEmail]
      }
    case "grade": [.grade]
    case "phone": [.contactPhone, .phone]
    case "relationship": [.contactRelationship, .relationship]
    case "type": [.contactType, .type]
    case "teacher", "teachers": [.teacherID]
    case "subject": [.subject]
    case "period": [.period]
    case "term", "term.end_date": [.termEnd]
    case "term.start_date": [.termStart]
    case "students": self == .contacts ? [.studentID] : []
    default: []
    }
  }
}
