import Findings
import FlatTables
import PositionedJSON
import Roster
import SafeFiles

/// Stores what was walked, chunk after chunk, in the order of the export.
struct ChunkStore {
  private var sink: RecordSink
  private var ahead = RowsAhead()
  private let entries: [ExportListing.Entry]
  /// What the name of each file suggests.
  private let hints: [ListName]
  /// How many of the entries have been read.
  private var closed = 0
  /// How many bytes of the entry at hand have been stored.
  private var passed = 0
  /// How many lines of the entry at hand have been stored.
  private var lineFeeds = 0
  /// What the closed entries weigh.
  private var closedWeight = 0
  /// Whether the structure of the file at hand broke off, so that nothing more of it is stored.
  private var isBroken = false
  /// The page that is open in the file at hand.
  private var page: OpenPage?
  /// The records of the file at hand before the page, by entity.
  private var countsBeforePage: [Int] = []
  private var unused = UnusedFields()

  init(readsStudentEmail: Bool, entries: [ExportListing.Entry], hints: [ListName]) {
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

  /// What the name of the file at hand suggests.
  var hint: ListName { sink.fileHint }

  /// Stores the records of `chunk`, and notes what else it tells.
  ///
  /// - Throws: ``FlatTables/TextArenaFull``.
  mutating func store(
    _ chunk: inout Chunk,
    into roster: inout Roster
  ) throws(TextArenaFull) {
    if chunk.base == 0 { open(chunk.file, &roster) }
    if !isBroken { try storeBatch(of: &chunk, into: &roster) }
    passed += chunk.end
    lineFeeds += chunk.batch.lineFeeds
  }

  private mutating func open(_ file: Int, _ roster: inout Roster) {
    close(upTo: file, &roster)
    sink.closeFile(&roster)
    sink.open(file: file, hint: hints[file])
    isBroken = false
    page = nil
  }

  private mutating func storeBatch(
    of chunk: inout Chunk,
    into roster: inout Roster
  ) throws(TextArenaFull) {
    // Taken out for a while, since `json` holds on to the chunk.
    var batch = exchange(&chunk.batch, with: RecordBatch())
    defer { chunk.batch = batch }
    let json = JSONSource(chunk.bytes.span.extracting(0..<chunk.end))
    sink.base = chunk.base
    var index = 0
    for (before, note) in batch.notes {
      try store(index..<before, of: &batch, json, into: &roster)
      index = before
      take(note, &roster)
      if isBroken { break }
    }
    if !isBroken { try store(index..<batch.records.count, of: &batch, json, into: &roster) }
    unused.add(batch.unused)
  }

  /// Stores some of the records of `batch`, a few at a time, so that what was looked up ahead is
  /// still in the cache when their turn comes.
  private mutating func store(
    _ range: Range<Int>,
    of batch: inout RecordBatch,
    _ json: JSONSource,
    into roster: inout Roster
  ) throws(TextArenaFull) {
    sink.list = page?.list ?? .unknown
    page?.count(range.count)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + RowsAhead.recordCount, range.upperBound)
      ahead.note(start..<end, of: sink.list, in: &batch, from: &roster)
      for index in start..<end {
        sink.line = batch.records[index].line + UInt32(truncatingIfNeeded: lineFeeds + 1)
        try sink.take(&batch.records[index], batch.values, from: json, into: &roster)
      }
      start = end
    }
  }

  private mutating func take(_ note: RecordBatch.Note, _ roster: inout Roster) {
    switch note {
    case .pageBegins:
      page = OpenPage(file: sink.file)
      countsBeforePage = roster.source.files[sink.file].recordCounts
    case .pageKey(let key):
      let isNew = page?.take(key) ?? true
      if !isNew {
        let message = JSONFault(.duplicateKey, at: 0).words
        noteBroken(RecordPlace(file: sink.file, offset: key.offset), message, &roster)
      }
    case .listEnds: page?.endList()
    case .pageEnds:
      if var page {
        page.settle(
          holding: kindOfPage(roster),
          version: roster.source.files[page.page.file].version
        )
        take(page, &roster)
      }
      page = nil
    case .answer(let answer): roster.source.errorAnswers.append(answer)
    case .broken(let position, let message): noteBroken(sink.place(position), message, &roster)
    }
  }

  private mutating func noteBroken(
    _ place: RecordPlace,
    _ message: String,
    _ roster: inout Roster
  ) {
    roster.source.broken.append(BrokenFile(place: place, words: message))
    isBroken = true
  }

  /// The one kind of record that the page at hand holds; nil if there are none, or several kinds.
  private func kindOfPage(_ roster: borrowing Roster) -> Entity? {
    let counts = roster.source.files[sink.file].recordCounts
    let met = Entity.allCases.filter {
      counts[Int($0.rawValue)] > countsBeforePage[Int($0.rawValue)]
    }
    return met.count == 1 ? met[0] : nil
  }

  /// Notes a page that has ended.
  private mutating func take(_ open: OpenPage, _ roster: inout Roster) {
    for key in open.unusedKeys { unused.add(key) }
    if open.hasData {
      let page = open.page
      if roster.source.files[page.file].version.isEmpty {
        roster.source.files[page.file].version = versionName(in: page.path)
      }
      roster.source.pages.append(page)
      // Clever lists a token for each district that is connected.
      if page.recordCount == 0, page.path.hasSuffix("/oauth/tokens") {
        let place = RecordPlace(file: page.file, offset: 0)
        roster.source.tokens.append(TokenScopes(place: place, scopes: []))
      }
    }
    if let error = open.error { roster.source.errorAnswers.append(error) }
  }

  /// Ends the reading: applies the events, then joins people that are there under two ids.
  ///
  /// - Throws: ``SafeFiles/FileError``.
  mutating func finish(_ roster: inout Roster) throws(FileError) {
    close(upTo: entries.count, &roster)
    sink.closeFile(&roster)
    var applier = EventApplier()
    try applier.apply(through: &sink, to: &roster)
    unused.add(sink.events.takeUnusedFields())
    unused.add(to: &roster.source.unusedFields)
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
