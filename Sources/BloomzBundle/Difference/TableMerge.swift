internal import BloomzModel
internal import SafeFiles

/// Goes along the rows of an earlier file while those of a new one come in, and notes what differs.
///
/// Both are in the same order, so only one row of each is held. A row that did not change is known
/// by its bytes; keys are compared where the bytes differ.
struct TableMerge: ~Copyable {
  private(set) var table: BundleDifference.Table
  /// The first thing that went wrong; what comes after it is not looked at.
  private(set) var fault: FileError?
  private var earlier: RowReader
  private let keys: RowKeys
  private let keyLimit: Int
  private let absence: (RowKey) -> BundleDifference.Absence
  private var hasHeader = false
  private var hasEarlier = false
  private var earlierKey: RowKey?
  private var lastKey: RowKey?
  /// The new row, as far as it has come.
  private var row: [UInt8] = []
  /// Whether its end is inside of quotes.
  private var isQuoted = false

  init(
    _ file: ProfileFile,
    since earlier: consuming RowReader,
    keyLimit: Int,
    absence: @escaping (RowKey) -> BundleDifference.Absence
  ) {
    table = BundleDifference.Table(file.name, file.table)
    self.earlier = earlier
    keys = RowKeys(file)
    self.keyLimit = keyLimit
    self.absence = absence
  }

  /// Takes the next row of the new file, the header first, line end included.
  mutating func take(_ row: [UInt8]) {
    self.row = row
    close()
  }

  /// Counts what is left of the earlier file, and tells its hash.
  ///
  /// - Throws: the first fault.
  mutating func finish() throws(FileError) -> String {
    do throws(FileError) {
      while fault == nil, hasEarlier { try passEarlier() }
    } catch {
      fault = error
    }
    if let fault { throw fault }
    return try earlier.sha256()
  }

  private mutating func close() {
    guard fault == nil else { return }
    do throws(FileError) {
      try compare()
    } catch {
      fault = error
    }
    row.removeAll(keepingCapacity: true)
  }

  private mutating func compare() throws(FileError) {
    guard hasHeader else {
      guard try earlier.next(), earlier.row == row else {
        throw earlier.fault("its columns are not those of this program")
      }
      hasHeader = true
      return try advance()
    }
    var key: RowKey?
    while hasEarlier {
      if earlier.row == row {
        table.same += 1
        return try advance()
      }
      if key == nil { key = keys.key(of: row) }
      guard let key else { preconditionFailure("a new row has the columns of its file") }
      let there = try keyOfEarlier()
      if keys.precedes(there, key) {
        try passEarlier()
      } else if there == key {
        table.changed.add(keys.text(key), limit: keyLimit)
        return try advance()
      } else {
        break
      }
    }
    if key == nil { key = keys.key(of: row) }
    guard let key else { preconditionFailure("a new row has the columns of its file") }
    table.added.add(keys.text(key), limit: keyLimit)
  }

  /// Notes that the earlier row is not in the new file, and goes on to the next.
  private mutating func passEarlier() throws(FileError) {
    let key = try keyOfEarlier()
    switch absence(key) {
    case .leftOut: table.leftOut.add(keys.text(key), limit: keyLimit)
    case .removed: table.removed.add(keys.text(key), limit: keyLimit)
    case .notInExport: table.notInExport.add(keys.text(key), limit: keyLimit)
    }
    try advance()
  }

  private mutating func keyOfEarlier() throws(FileError) -> RowKey {
    if let earlierKey { return earlierKey }
    guard let key = keys.key(of: earlier.row) else {
      throw earlier.fault("it has more or fewer fields than the header")
    }
    // A row out of order would be taken for one that is gone, and later for one that is new.
    if let lastKey, !keys.precedes(lastKey, key) {
      throw earlier.fault("it does not stand in order of its keys")
    }
    lastKey = key
    earlierKey = key
    return key
  }

  private mutating func advance() throws(FileError) {
    earlierKey = nil
    hasEarlier = try earlier.next()
  }
}

extension TableMerge: ByteSink {
  mutating func put(_ bytes: Span<UInt8>) {
    for index in bytes.indices { put(byte: bytes[index]) }
  }

  /// A row ends with the line feed that is in no quotes; a quote inside of quotes is doubled.
  mutating func put(byte: UInt8) {
    row.append(byte)
    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
    if byte == 0x0A, !isQuoted { close() }
  }

  mutating func put(decimal value: Int) { row.append(contentsOf: String(value).utf8) }
}
