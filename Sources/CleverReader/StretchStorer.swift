import FlatTables
import PositionedJSON
import Roster

/// Stores what was walked, stretch after stretch, in the order it was walked.
struct StretchStorer {
  private var sink: RecordSink
  private var lines = LinePosition()
  /// What the name of each file suggests.
  private let hints: [Collection]

  init(readsStudentEmail: Bool, hints: [Collection]) {
    sink = RecordSink(readsStudentEmail: readsStudentEmail)
    self.hints = hints
  }

  /// Stores the records of `stretch`, and notes what else it tells.
  ///
  /// - Throws: ``FlatTables/TextArenaFull``.
  mutating func store(
    _ stretch: borrowing WalkedStretch,
    into roster: inout Roster
  ) throws(TextArenaFull) {
    let bytes = stretch.bytes.span.extracting(0..<stretch.end)
    let cursor = JSONCursor(bytes)
    let records = stretch.walked.records.span
    var index = 0
    for (before, note) in stretch.walked.notes {
      try store(records, index..<before, stretch, cursor, &roster)
      index = before
      take(note, of: stretch, &roster)
    }
    try store(records, index..<records.count, stretch, cursor, &roster)
    lines.pass(bytes.extracting(0..<stretch.passed), base: stretch.base)
  }

  private mutating func store(
    _ records: Span<RecordFields>,
    _ range: Range<Int>,
    _ stretch: borrowing WalkedStretch,
    _ cursor: borrowing JSONCursor,
    _ roster: inout Roster
  ) throws(TextArenaFull) {
    sink.base = stretch.base
    for index in range {
      let start = records[index].start
      sink.line = lines.line(at: start, in: stretch.bytes.span, base: stretch.base)
      try sink.take(records[index], stretch.walked.lists, from: cursor, into: &roster)
    }
  }

  private mutating func take(
    _ note: WalkedRecords.Note,
    of stretch: borrowing WalkedStretch,
    _ roster: inout Roster
  ) {
    switch note {
    case .opened(let file):
      sink.open(file: file, hint: hints[file])
      lines = LinePosition()
    case .page(let page):
      if roster.source.files[page.file].version.isEmpty {
        roster.source.files[page.file].version = versionName(in: page.path)
      }
      roster.source.pages.append(page)
    case .broken(let position, let words):
      sink.base = stretch.base
      roster.source.broken.append(BrokenFile(place: sink.place(position), words: words))
    }
  }
}
