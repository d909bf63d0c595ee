internal import Bytes

/// Remembers the keys of the objects that are open, to notice one that comes twice.
///
/// Each open object is in one of three states, from cheap to dear:
/// - *ascending*: each key came after the one before it in byte order, as exporters mostly write
///   them, so all differ. Costs one comparison a key.
/// - *tabled*: a key broke that order. The object's keys are in a small hash table, which only
///   ever says "this may have come before"; the cursor then compares the keys themselves.
/// - *deferred*: the table was too small or raised a false alarm. The cursor compares all keys
///   when the object closes.
///
/// Tables are never cleared: an entry carries the serial number of its object, so those of earlier
/// objects count as free. The first object that leaves order makes the tables, 16 KiB a cursor.
@frozen @usableFromInline struct KeyLedger: ~Copyable {
  /// An open object.
  @frozen @usableFromInline struct Frame {
    /// Where its keys begin: the byte after the brace.
    @usableFromInline var start: Int
    /// Its number, in the bits above a tag; no two objects of a cursor have the same.
    @usableFromInline var serial: UInt64
    /// While an object inside it is open: its ``KeyLedger/last``.
    @usableFromInline var last: UInt64 = 0

    @inlinable init(start: Int, serial: UInt64) {
      self.start = start
      self.serial = serial
    }
  }

  /// Added to give the next serial number; the bits below are the tag of an entry.
  @inlinable static var serialStep: UInt64 { 1 << 24 }
  /// Levels of objects that have a table; deeper ones are deferred instead.
  private static let tableCount = 16
  /// How many entries are looked at for one key before the object is deferred.
  private static let probes = 12

  /// 128 entries a level: the serial number of an object, and part of a key's hash as a tag.
  @usableFromInline var entries: [UInt64] = []
  /// By level; level 0 is outside of all objects.
  @usableFromInline var frames: [Frame]
  /// How many objects are open.
  @usableFromInline var level: Int
  /// The last key of the innermost object, as far as its ``order(_:)`` tells; the highest value
  /// when the object is not ascending.
  @usableFromInline var last: UInt64 = 0
  @usableFromInline var lastSerial: UInt64
  /// Levels (bit `level - 1`) that had an object that was not ascending; the next one is taken to
  /// be the same, which spares going back over its keys.
  @usableFromInline var unordered: UInt64 = 0
  /// Levels whose object is deferred.
  @usableFromInline var deferred: UInt64 = 0

  /// No object is open.
  @usableFromInline init() {
    level = 0
    frames = (1...65).map { Frame(start: 0, serial: $0 * KeyLedger.serialStep) }
    lastSerial = 65 * KeyLedger.serialStep
  }

  /// The bit of the innermost object in ``deferred`` and ``unordered``.
  @inlinable @inline(__always) var bit: UInt64 { 1 &<< UInt64(truncatingIfNeeded: level &- 1) }

  /// Where the keys of the innermost object begin.
  @inlinable @inline(__always) var start: Int { frames[level].start }

  /// An object opens, whose keys begin at `start`.
  @inlinable @inline(__always) mutating func open(at start: Int) {
    frames[level].last = last
    level &+= 1
    lastSerial &+= KeyLedger.serialStep
    frames[level] = Frame(start: start, serial: lastSerial)
    last = unordered & bit == 0 ? 0 : .max
  }

  /// The innermost object closes; it must not be deferred, or have been compared.
  @inlinable @inline(__always) mutating func close() {
    deferred &= ~bit
    level &-= 1
    last = frames[level].last
  }

  /// Goes back to when `level` objects were open.
  @inlinable mutating func drop(to level: Int) {
    guard level < self.level else { return }
    self.level = level
    last = frames[level].last
    deferred &= (1 << UInt64(level)) &- 1
  }

  /// A key's place in byte order, as far as its first eight bytes tell.
  @inlinable @inline(__always) static func order(_ word: UInt64) -> UInt64 { word.byteSwapped }

  /// Notes a key of the innermost object, if it is ascending still.
  ///
  /// - Returns: whether it is; if not, the key has to be noted in another way.
  @inlinable @inline(__always) mutating func noteAscending(_ word: UInt64) -> Bool {
    let order = KeyLedger.order(word)
    guard order > last else { return false }
    last = order
    return true
  }

  /// The innermost object is ascending no more; its keys so far are to be noted by ``note(_:)``.
  mutating func leaveOrder() {
    if entries.isEmpty { entries = Array(repeating: 0, count: 2048) }
    last = .max
    unordered |= bit
  }

  /// Notes a key of the innermost object in its table, or defers the object.
  ///
  /// - Returns: whether the object may have it already.
  mutating func note(_ key: JSONKey) -> Bool {
    guard level < KeyLedger.tableCount, deferred & bit == 0 else {
      deferred |= bit
      return false
    }
    let hash = scrambled(key.word ^ (key.tail << 29 | key.tail >> 35) ^ UInt64(key.length))
    let serial = frames[level].serial
    let tagMask = KeyLedger.serialStep - 1
    let entry = serial | hash & tagMask
    var slot = Int(hash >> 57)
    for _ in 0..<KeyLedger.probes {
      let index = level << 7 | slot
      let old = entries[index]
      if old & ~tagMask != serial {
        entries[index] = entry
        return false
      }
      if old == entry { return true }
      slot = (slot + 1) & 127
    }
    deferred |= bit
    return false
  }
}
