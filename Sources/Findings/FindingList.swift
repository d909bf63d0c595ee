/// Findings one after another, in a sixth of the memory that as many values take.
///
/// A district can have hundreds of thousands, and they wait in memory while the bundle is
/// written. What many have in common (code, help, field, file, the end of the message) is here
/// once, and what each has of its own (the rest of the message, id, notes) in one row of bytes, the
/// id as a part of the message where that names it. A finding is put together when asked for.
public struct FindingList: Sendable {
  private var entries: [Entry] = []
  private var notes: [PackedNote] = []
  /// Messages, ids and notes, in the order they are named.
  private var bytes: [UInt8] = []
  private var forms: [Form] = []
  private var formNumbers: [Form: Int32] = [:]
  /// Ends of messages; the first is that of those that have none in common with others.
  private var endings: [[UInt8]] = [[]]
  private var endingNumbers: [[UInt8]: Int32] = [[]: 0]
  private var files: [String] = []
  private var fileNumbers: [ExactText: Int32] = [:]

  /// How many endings are kept at most.
  private static let endingLimit = 1 << 10

  /// No findings.
  public init() {}

  /// The list of `findings`.
  public init(_ findings: some Sequence<Finding>) {
    for finding in findings { append(finding) }
  }

  /// Makes room for `count` findings with messages of a common length.
  ///
  /// Room that is not used in the end takes no memory: the system hands it out when it is written to.
  public mutating func reserveCapacity(_ count: Int) {
    entries.reserveCapacity(count)
    bytes.reserveCapacity(count * 96)
  }

  /// Adds `finding` after the others.
  public mutating func append(_ finding: Finding) {
    let start = bytes.count
    bytes += finding.message.utf8
    let ending = takeEnding(ofMessageAt: start)
    let end = bytes.count
    var record = start
    if !finding.record.isEmpty, !finds(finding.record, from: &record) {
      bytes += finding.record.utf8
    }
    entries.append(
      Entry(
        start: start,
        place: packed(finding.place),
        message: Int32(end - start),
        ending: ending,
        recordStart: Int32(record - start),
        record: Int32(finding.record.utf8.count),
        form: number(ofFormOf: finding),
        cause: finding.cause,
        notes: Int32(notes.count)
      )
    )
    for note in finding.notes {
      notes.append(
        PackedNote(
          start: bytes.count,
          place: packed(note.place),
          message: Int32(note.message.utf8.count)
        )
      )
      bytes += note.message.utf8
    }
  }

  /// Adds all findings of `other` after these.
  ///
  /// Cost: a copy of what `other` holds; nothing is put together.
  public mutating func append(contentsOf other: FindingList) {
    guard !isEmpty else {
      self = other
      return
    }
    let formsOfOther = other.forms.map { number(of: $0) }
    let filesOfOther = other.files.map { number(ofFile: $0) }
    let endingsOfOther = other.endings.map { number(ofEnding: $0) }
    let (firstByte, firstNote) = (bytes.count, Int32(notes.count))
    func moved(_ place: PackedPlace) -> PackedPlace {
      var place = place
      if place.file >= 0 { place.file = filesOfOther[Int(place.file)] }
      return place
    }
    bytes += other.bytes
    for note in other.notes {
      var note = note
      note.start += firstByte
      note.place = moved(note.place)
      notes.append(note)
    }
    entries.reserveCapacity(entries.count + other.entries.count)
    for entry in other.entries {
      var entry = entry
      entry.start += firstByte
      entry.place = moved(entry.place)
      entry.form = formsOfOther[Int(entry.form)]
      entry.ending = endingsOfOther[Int(entry.ending)]
      entry.notes += firstNote
      entries.append(entry)
    }
  }

  /// Gives the finding at `index` another cause.
  public mutating func setCause(_ cause: Int32, of index: Int) { entries[index].cause = cause }

  /// Gives the finding at `index`, or its note number `note`, another place.
  public mutating func setPlace(_ place: Place?, of index: Int, note: Int? = nil) {
    let place = packed(place)
    if let note {
      notes[Int(entries[index].notes) + note].place = place
    } else {
      entries[index].place = place
    }
  }

  /// Takes off what the message that ``bytes`` end with says after the last name in quotes, which
  /// is the same for most findings of a rule.
  ///
  /// - Returns: its number in ``endings``.
  private mutating func takeEnding(ofMessageAt start: Int) -> Int32 {
    let quote = UInt8(ascii: "'")
    if let last = entries.last?.ending, last > 0 {
      let ending = endings[Int(last)]
      let end = bytes.count - ending.count
      if end > start, bytes[end - 1] == quote, bytes[end...].elementsEqual(ending) {
        bytes.removeLast(ending.count)
        return last
      }
    }
    guard let position = bytes[start...].lastIndex(of: quote) else { return 0 }
    let ending = Array(bytes[(position + 1)...])
    let known = endingNumbers[ending]
    // Where each says something else, they are nothing to have in common.
    guard known != nil || endings.count < FindingList.endingLimit else { return 0 }
    bytes.removeLast(ending.count)
    return known ?? number(ofEnding: ending)
  }

  private mutating func number(ofEnding ending: [UInt8]) -> Int32 {
    if let number = endingNumbers[ending] { return number }
    endings.append(ending)
    endingNumbers[ending] = Int32(endings.count - 1)
    return Int32(endings.count - 1)
  }

  /// Whether ``bytes`` have `record` at `position` or after it, which is moved there; else to their
  /// end.
  private func finds(_ record: String, from position: inout Int) -> Bool {
    let wanted = record.utf8
    while position + wanted.count <= bytes.count {
      if bytes[position] == wanted.first, bytes[position...].starts(with: wanted) { return true }
      position += 1
    }
    position = bytes.count
    return false
  }

  private mutating func number(ofFormOf finding: Finding) -> Int32 {
    let form = Form(finding)
    // Findings of one rule come one after another.
    if let last = entries.last, forms[Int(last.form)] == form { return last.form }
    return number(of: form)
  }

  private mutating func number(of form: Form) -> Int32 {
    if let number = formNumbers[form] { return number }
    forms.append(form)
    formNumbers[form] = Int32(forms.count - 1)
    return Int32(forms.count - 1)
  }

  private mutating func packed(_ place: Place?) -> PackedPlace {
    guard let place else { return PackedPlace(file: -1, line: 0, column: 0) }
    return PackedPlace(
      file: number(ofFile: place.file),
      line: UInt32(clamping: place.line),
      column: UInt32(clamping: place.column)
    )
  }

  private mutating func number(ofFile file: String) -> Int32 {
    if let number = fileNumbers[ExactText(file)] { return number }
    files.append(file)
    fileNumbers[ExactText(file)] = Int32(files.count - 1)
    return Int32(files.count - 1)
  }

  private func place(_ packed: PackedPlace) -> Place? {
    guard packed.file >= 0 else { return nil }
    return Place(
      file: files[Int(packed.file)],
      line: Int(packed.line),
      column: Int(packed.column)
    )
  }

  private func text(_ start: Int, _ count: Int32) -> String {
    String(decoding: bytes[start..<start + Int(count)], as: UTF8.self)
  }

  private func message(of entry: Entry) -> String {
    let own = bytes[entry.start..<entry.start + Int(entry.message)]
    if entry.ending == 0 { return String(decoding: own, as: UTF8.self) }
    // A quote is before it, so that no character is divided.
    return String(decoding: own + endings[Int(entry.ending)], as: UTF8.self)
  }

  /// What many findings have in common.
  private struct Form: Sendable, Hashable {
    var code: String
    var level: Level
    var help: ExactText
    var fixer: Fixer
    var entity: ExactText
    var field: ExactText

    init(_ finding: Finding) {
      code = finding.code
      level = finding.level
      help = ExactText(finding.help)
      fixer = finding.fixer
      entity = ExactText(finding.entity)
      field = ExactText(finding.field)
    }
  }

  /// A place whose file is a number; -1 for no place.
  private struct PackedPlace: Sendable {
    var file: Int32
    var line: UInt32
    var column: UInt32
  }

  /// What a finding has of its own; its message begins at `start` and goes on with an ending, its
  /// record's id is `recordStart` bytes after that, its notes are those up to the next finding's.
  private struct Entry: Sendable {
    var start: Int
    var place: PackedPlace
    var message: Int32
    var ending: Int32
    var recordStart: Int32
    var record: Int32
    var form: Int32
    var cause: Int32
    var notes: Int32
  }

  private struct PackedNote: Sendable {
    var start: Int
    var place: PackedPlace
    var message: Int32
  }
}

extension FindingList: RandomAccessCollection {
  /// The position of the first finding.
  public var startIndex: Int { 0 }
  /// The number of findings.
  public var endIndex: Int { entries.count }

  /// The finding at `index`, put together each time.
  public subscript(index: Int) -> Finding {
    let entry = entries[index]
    let form = forms[Int(entry.form)]
    let nextNotes = index + 1 < entries.count ? Int(entries[index + 1].notes) : notes.count
    var finding = Finding(
      code: form.code,
      form.level,
      message(of: entry),
      help: form.help.text,
      fixer: form.fixer,
      at: place(entry.place),
      entity: form.entity.text,
      record: text(entry.start + Int(entry.recordStart), entry.record),
      field: form.field.text,
      notes: notes[Int(entry.notes)..<nextNotes].map { note in
        Finding.Note(text(note.start, note.message), at: place(note.place))
      }
    )
    finding.cause = entry.cause
    return finding
  }
}

/// What a finding says of itself, without it being put together.
extension FindingList {
  /// The code of the finding at `index`.
  public func code(of index: Int) -> String { forms[Int(entries[index].form)].code }

  /// Its level.
  public func level(of index: Int) -> Level { forms[Int(entries[index].form)].level }

  /// The kind of record it is about; empty if none.
  public func entity(of index: Int) -> String { forms[Int(entries[index].form)].entity.text }

  /// The position of its cause; -1 where none is known.
  public func cause(of index: Int) -> Int32 { entries[index].cause }

  /// Shows the id of its record, which is empty if there is none.
  public func withRecord<Result>(of index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let entry = entries[index]
    let start = entry.start + Int(entry.recordStart)
    return body(bytes.span.extracting(start..<start + Int(entry.record)))
  }

  /// The number of what it has in common with others: the same for findings of one code and level,
  /// if they also have help, fixer, entity and field in common.
  func formNumber(of index: Int) -> Int32 { entries[index].form }

  /// Its place, the file by number; -1 if it has none.
  func placeNumbers(of index: Int) -> (file: Int, line: UInt32, column: UInt32) {
    let place = entries[index].place
    return (Int(place.file), place.line, place.column)
  }

  /// By number the position of each file in the order of their names, from 1.
  var fileRanks: [Int] {
    let inOrder = files.indices.sorted {
      files[$0].utf8.lexicographicallyPrecedes(files[$1].utf8)
    }
    var ranks = [Int](repeating: 0, count: files.count)
    for (position, file) in inOrder.enumerated() { ranks[file] = position + 1 }
    return ranks
  }
}

extension FindingList: Hashable {
  /// Whether both hold the same findings in the same order.
  public static func == (left: FindingList, right: FindingList) -> Bool {
    left.elementsEqual(right)
  }

  /// Hashes the findings in order.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for finding in self { hasher.combine(finding) }
  }
}
