import Findings
import FlatTables
import PositionedJSON
import Roster
import SafeFiles

/// Stores what was walked, stretch after stretch, in the order it was walked.
struct StretchStorer {
  private var sink: RecordSink
  private var ahead = RowsAhead()
  private let entries: [ExportListing.Entry]
  /// What the name of each file suggests.
  private let hints: [Collection]
  /// How many of the entries have been read.
  private var closed = 0
  /// How many bytes of the entry at hand have been stored.
  private var passed = 0
  /// How many lines of the entry at hand have been stored.
  private var lineFeeds = 0
  /// What the closed entries weigh.
  private var closedWeight = 0
  /// What the name of the file suggests that began with the last stretch; nil if none did.
  private(set) var begun: Collection?

  init(readsStudentEmail: Bool, entries: [ExportListing.Entry], hints: [Collection]) {
    sink = RecordSink(readsStudentEmail: readsStudentEmail)
    self.entries = entries
    self.hints = hints
  }

  /// How much of the entries' weight has been stored.
  var done: Int {
    guard closed < entries.count, entries[closed].file.byteCount > 0 else { return closedWeight }
    let share = Double(passed) / Double(entries[closed].file.byteCount)
    return closedWeight + Int(share * Double(entries[closed].weight))
  }

  /// Stores the records of `stretch`, and notes what else it tells.
  ///
  /// - Returns: false where the file was cut wrongly, so that all must be read again uncut.
  /// - Throws: ``FlatTables/TextArenaFull``.
  mutating func store(
    _ stretch: inout WalkedStretch,
    into roster: inout Roster
  ) throws(TextArenaFull) -> Bool {
    if stretch.walked.isCutWrongly { return false }
    begun = nil
    // Taken out for a while, since `json` holds on to the stretch.
    var walked = exchange(&stretch.walked, with: WalkedRecords())
    defer { stretch.walked = walked }
    let json = JSONSource(stretch.bytes.span.extracting(0..<stretch.end))
    sink.base = stretch.base
    var index = 0
    for (before, note) in walked.notes {
      try store(index..<before, of: &walked, json, into: &roster)
      index = before
      take(note, of: stretch, &roster)
    }
    try store(index..<walked.records.count, of: &walked, json, into: &roster)
    passed += stretch.passed
    lineFeeds += stretch.lineFeeds
    return true
  }

  /// Stores some of the records of `walked`, a few at a time: what was looked up ahead is at hand
  /// still when their turn comes.
  private mutating func store(
    _ range: Range<Int>,
    of walked: inout WalkedRecords,
    _ json: JSONSource,
    into roster: inout Roster
  ) throws(TextArenaFull) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + RowsAhead.recordCount, range.upperBound)
      ahead.note(start..<end, in: &walked, from: &roster)
      for index in start..<end {
        sink.line = walked.records[index].line + UInt32(truncatingIfNeeded: lineFeeds + 1)
        try sink.take(&walked.records[index], walked.lists, from: json, into: &roster)
      }
      start = end
    }
  }

  private mutating func take(
    _ note: WalkedRecords.Note,
    of stretch: borrowing WalkedStretch,
    _ roster: inout Roster
  ) {
    switch note {
    case .opened(let file):
      close(upTo: file, &roster)
      sink.closeFile(&roster)
      sink.open(file: file, hint: hints[file])
      begun = hints[file]
    case .page(let page):
      if roster.source.files[page.file].version.isEmpty {
        roster.source.files[page.file].version = versionName(in: page.path)
      }
      roster.source.pages.append(page)
      // Clever lists a token for each district that is connected.
      if page.recordCount == 0, page.path.hasSuffix("/oauth/tokens") {
        let place = RecordPlace(file: page.file, offset: 0)
        roster.source.tokens.append(TokenScopes(place: place, scopes: []))
      }
    case .answer(let answer): roster.source.errorAnswers.append(answer)
    case .broken(let position, let words):
      sink.base = stretch.base
      roster.source.broken.append(BrokenFile(place: sink.place(position), words: words))
    }
  }

  /// Ends the reading, with what events change; then joins who is there under two ids.
  ///
  /// - Throws: ``SafeFiles/FileError``.
  mutating func finish(_ roster: inout Roster) throws(FileError) {
    close(upTo: entries.count, &roster)
    sink.closeFile(&roster)
    var applier = EventApplier()
    try applier.apply(through: &sink, to: &roster)
    do throws(TextArenaFull) {
      try sink.finish(&roster)
    } catch {
      let path = entries.first?.file.path ?? ""
      throw FileError(.failed, tried: "read", path: path, answer: error.description)
    }
  }

  /// Closes the entries before `number`: each has been read, or is an archive as a whole.
  private mutating func close(upTo number: Int, _ roster: inout Roster) {
    while closed < number {
      noteFaults(of: closed, in: &roster.source)
      closedWeight += entries[closed].weight
      closed += 1
      passed = 0
      lineFeeds = 0
    }
  }

  /// Notes what is wrong with the packing of a file, when its content was read. That the content
  /// breaks off where the unpacking did is no news then.
  private func noteFaults(of number: Int, in source: inout SourceEvidence) {
    let entry = entries[number]
    guard !entry.faults.isEmpty else { return }
    var offset = 0
    if !entry.isArchive {
      offset = entry.file.byteCount
      if let last = source.broken.last, last.place.file == number, last.place.offset == offset {
        source.broken.removeLast()
      }
    }
    for fault in entry.faults {
      source.broken.append(
        BrokenFile(place: RecordPlace(file: number, offset: offset), words: fault)
      )
    }
  }
}
