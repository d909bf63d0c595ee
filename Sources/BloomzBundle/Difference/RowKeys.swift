internal import BloomzModel
internal import PositionedCSV

/// Knows the keys of the rows of a file, and the order of the rows.
struct RowKeys {
  /// The columns that the file is sorted by, in this order.
  private let sorted: [Int]
  /// The one of ``sorted`` that holds a ``BloomzModel/MemberType``, whose order is its own.
  private let memberType: Int?
  /// The columns that people are shown, in the file's order.
  private let shown: [Int]
  private let width: Int

  /// - Precondition: the file has a column for each value that its table is sorted by; a test holds
  ///   every profile to it.
  init(_ file: ProfileFile) {
    sorted = file.table.sortedBy.map { value in
      guard let column = file.columns.firstIndex(where: { $0.source == .value(value) }) else {
        preconditionFailure("'\(file.name)' is sorted by a value that it has no column for")
      }
      return column
    }
    memberType = file.table.sortedBy.firstIndex(of: .memberType)
    shown = sorted.sorted()
    width = file.columns.count
  }

  /// The values of a row that tell it from all others, in the order of ``sorted``.
  ///
  /// - Returns: the key; nil if `row` is not one row of as many fields as the file has columns.
  func key(of row: [UInt8]) -> RowKey? {
    var cursor = CSVCursor(row.span, isFinal: true)
    var fields = [CSVField](repeating: .empty, count: width)
    guard let found = try? cursor.nextRow(into: &fields), found.fault == nil,
      found.fieldCount == width
    else { return nil }
    var values: [[UInt8]] = []
    for column in sorted {
      var value: [UInt8] = []
      cursor.decode(fields[column], into: &value)
      values.append(value)
    }
    return RowKey(fields: values)
  }

  /// Whether `left` comes before `right`.
  func precedes(_ left: RowKey, _ right: RowKey) -> Bool {
    for (place, (one, other)) in zip(left.fields, right.fields).enumerated() where one != other {
      guard place == memberType else { return one.lexicographicallyPrecedes(other) }
      return rank(one) < rank(other)
    }
    return false
  }

  /// The key as people are shown it: `0042/000001`.
  func text(_ key: RowKey) -> String {
    shown.map { column in
      String(decoding: key.fields[sorted.firstIndex(of: column) ?? 0], as: UTF8.self)
    }
    .joined(separator: "/")
  }

  private func rank(_ type: [UInt8]) -> Int {
    MemberType.allCases.firstIndex { $0.rawValue.utf8.elementsEqual(type) } ?? .max
  }
}

/// The values that tell a row from all others of its file.
public struct RowKey: Sendable, Hashable {
  /// In the order the file is sorted by: of a membership school, class, member type, member.
  public let fields: [[UInt8]]
}

extension ProfileTable {
  /// The values by which the rows are sorted, the most significant first.
  var sortedBy: [RowValue] {
    switch self {
    case .schools: [.schoolKey]
    case .classes: [.schoolKey, .classKey]
    case .staff: [.schoolKey, .staffKey]
    case .students: [.schoolKey, .studentKey]
    case .contacts: [.schoolKey, .contactKey, .studentKey]
    case .memberships: [.schoolKey, .classKey, .memberType, .memberKey]
    }
  }
}
