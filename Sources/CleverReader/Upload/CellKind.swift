import Bytes
import Roster

/// What the cells of a column look like, as far as the column's name tells.
///
/// A row that lacks a cell, or has one too many, is taken only where this proves which one it is.
enum CellKind {
  /// An e-mail address.
  case address
  /// A day: `08/24/2026`, `24 Aug 2026`.
  case day
  case grade
  case phone
  /// Anything: a name, an id, a remark.
  case text

  /// The kind of a column whose folded name is `name`: `Contact_email` is an address.
  init(ofColumn name: [UInt8]) {
    switch String(decoding: name, as: UTF8.self) {
    case let name where name.hasSuffix("email"): self = .address
    case "grade", "low_grade", "high_grade": self = .grade
    case let name where name.hasSuffix("phone"): self = .phone
    case "dob", "term_start", "term_end": self = .day
    case let name where name.hasSuffix("_date"): self = .day
    default: self = .text
    }
  }

  /// Whether `cell`, which is not empty, looks like the kind; any cell is a text.
  func matches(_ cell: Span<UInt8>) -> Bool {
    switch self {
    case .address: return count(in: cell) { $0 == UInt8(ascii: "@") } > 0
    case .day: return (4...8).contains(digits(in: cell)) && cell.count <= 20
    case .grade: return CleverGrade(ofUpload: cell) != .unknown
    case .phone: return digits(in: cell) >= 7 && !isNumericDay(cell)
    case .text: return true
    }
  }

  private func digits(in cell: Span<UInt8>) -> Int {
    count(in: cell) { (0x30...0x39).contains($0) }
  }

  /// Whether `cell` is a day in digits: `08/24/2026`, `2026-08-24`.
  private func isNumericDay(_ cell: Span<UInt8>) -> Bool {
    digits(in: cell) <= 8 && count(in: cell) { [0x2D, 0x2E, 0x2F].contains($0) } == 2
  }

  /// How many bytes of `cell` `isWanted` takes.
  private func count(in cell: Span<UInt8>, _ isWanted: (UInt8) -> Bool) -> Int {
    var found = 0
    for index in cell.indices where isWanted(cell[index]) { found += 1 }
    return found
  }
}
