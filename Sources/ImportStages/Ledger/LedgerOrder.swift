import Findings
import Roster

/// The order of a ledger's lines: all records of a roster by place, each once.
///
/// A file of an export mostly has records of one kind, so lines are taken in runs: as many of one
/// source as come before the first of any other.
struct LedgerOrder {
  /// Where a record is kept.
  enum Source {
    /// The table of a kind of record.
    case table(Entity)
    /// Copies of records that are in a table.
    case copies
    /// Records that could not be read.
    case unreadable
    /// Records of kinds without a table, or of no known kind.
    case others
  }

  /// Rows of a table or positions in a list, in the order of places.
  struct Run: Sequence, IteratorProtocol {
    fileprivate let queue: Queue
    fileprivate var position: Int
    fileprivate let end: Int

    @inline(__always)
    mutating func next() -> Int? {
      while position < end {
        let row = queue.row(at: position)
        position += 1
        if queue.places[row].isKnown { return row }
      }
      return nil
    }
  }

  /// The records of one source, and how many positions of its order are taken.
  fileprivate struct Queue {
    let source: Source
    /// By row; ``RecordPlace/none`` for a row that has no line.
    let places: [RecordPlace]
    /// All rows that have a line; nil if the rows are in the order of places as they are, as those
    /// of most tables are, because files are read in order.
    let order: [Int32]?
    private(set) var taken = 0

    init(_ source: Source, _ places: [RecordPlace]) {
      self.source = source
      self.places = places
      let rows = places.indices.lazy.filter { places[$0].isKnown }
      let isInOrder = zip(rows, rows.dropFirst()).allSatisfy { places[$0] < places[$1] }
      order = isInOrder ? nil : rows.map { Int32($0) }.sorted { places[Int($0)] < places[Int($1)] }
      skip()
    }

    @inline(__always)
    func row(at position: Int) -> Int { order.map { Int($0[position]) } ?? position }

    private var count: Int { order?.count ?? places.count }

    /// The place of the next record; after the last, ``RecordPlace/none``, which is after all.
    var next: RecordPlace { taken < count ? places[row(at: taken)] : .none }

    /// Takes the records before `end`, but at least one.
    mutating func takeRun(before end: RecordPlace) -> Run {
      let start = taken
      repeat {
        taken += 1
        skip()
      } while next < end
      return Run(queue: self, position: start, end: taken)
    }

    /// Passes over rows that have no line.
    private mutating func skip() {
      while taken < count, !places[row(at: taken)].isKnown { taken += 1 }
    }
  }

  private var queues: [Queue]

  init(_ roster: Roster) {
    queues = Entity.allCases.compactMap { entity in
      guard let records = roster.records(of: entity) else { return nil }
      var places = records.places
      if entity.mayShareRecords {
        for row in places.indices where roster.sharesRecord(entity, row) { places[row] = .none }
      }
      return Queue(.table(entity), places)
    }
    queues += [
      Queue(.copies, roster.source.copies.map(\.place)),
      Queue(.unreadable, roster.source.unreadable.map(\.place)),
      Queue(.others, roster.others.map(\.place)),
    ]
  }

  /// Takes the next records, all of one source; nil after the last.
  mutating func takeRun() -> (source: Source, rows: Run)? {
    var first = 0
    // The first place of all other queues.
    var end = RecordPlace.none
    for index in queues.indices.dropFirst() {
      if queues[index].next < queues[first].next {
        end = queues[first].next
        first = index
      } else {
        end = min(end, queues[index].next)
      }
    }
    guard queues[first].next.isKnown else { return nil }
    return (queues[first].source, queues[first].takeRun(before: end))
  }
}
