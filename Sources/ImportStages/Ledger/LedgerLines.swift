import Bytes
import Findings
import FlatTables
import Pipeline
import Roster
import SafeFiles
import Texts

/// One line of the ledger, but for what the record was merged into.
struct LedgerEntry {
  var entity: Entity
  /// Nil if the record could not be read.
  var id: RecordID?
  /// The district's own id; empty if there is none.
  var sisID = TextRef.empty
  var fate: Fate
  /// The number of the record's file.
  var file: Int
  /// The line in it, from 1; 0 if it was not counted.
  var number: UInt32
}

/// Writes the lines of the ledger as CSV.
///
/// Millions of lines differ in ids and numbers alone, so what they have in common is laid out once.
struct LedgerLines {
  private let roster: Roster
  /// By raw value: `student,`.
  private let entities: [PaddedBytes]
  /// By number, each between commas: `,export/students.json,`.
  private let paths: [[UInt8]]
  /// By number.
  private let reasons: [[UInt8]]
  /// The fates that `extract` gave to what is in no table.
  private let mergedInto: Fate
  private let unreadable: Fate
  /// What comes between the ids and the number, `,bundled,load,export/students.json,`; for the
  /// fate and the file of the line before.
  private var ending = PaddedBytes()
  private var endingFate: Fate?
  private var endingFile = -1

  init(_ roster: Roster) {
    var roster = roster
    let extract = roster.reason(Extract.card.name)
    mergedInto = Fate(.mergedInto, reason: extract)
    unreadable = Fate(.unreadable, reason: extract)
    entities = Entity.allCases.map { PaddedBytes("\($0.text),".utf8) }
    paths = roster.source.files.map { [ASCII.comma] + LedgerLines.cell($0.path) + [ASCII.comma] }
    reasons = roster.reasons.map { LedgerLines.cell($0) }
    self.roster = roster
  }

  /// Writes the line of a record in a table.
  @inline(__always)
  mutating func put(_ line: LedgerEntry, to file: inout OutputFile) {
    putStart(line, to: &file)
    file.put(",,\r\n")
  }

  /// Writes the line of a copy: it was merged into the record that went on.
  mutating func put(copy number: Int, to file: inout OutputFile) {
    let copy = roster.source.copies[number]
    guard let records = roster.records(of: copy.entity) else { return }
    let row = Int(copy.row)
    let line = LedgerEntry(
      entity: copy.entity,
      id: copy.id ?? records.ids[row],
      sisID: roster.sisID(of: copy.entity, row),
      fate: mergedInto,
      file: copy.place.file,
      number: copy.line
    )
    putStart(line, to: &file)
    file.put(paths[records.places[row].file])
    file.put(decimal: Int(records.lines[row]))
    file.put("\r\n")
  }

  /// Writes the line of a record that could not be read.
  mutating func put(unreadable number: Int, to file: inout OutputFile) {
    let record = roster.source.unreadable[number]
    let line = LedgerEntry(
      entity: record.entity ?? .user,
      fate: unreadable,
      file: record.place.file,
      number: record.line
    )
    put(line, to: &file)
  }

  /// Writes the line of a record that has no table.
  mutating func put(other number: Int, to file: inout OutputFile) {
    let record = roster.others[number]
    let line = LedgerEntry(
      entity: record.entity,
      id: record.id,
      fate: record.fate,
      file: record.place.file,
      number: record.line
    )
    put(line, to: &file)
  }

  /// Writes a line up to the number.
  @inline(__always)
  private mutating func putStart(_ line: LedgerEntry, to file: inout OutputFile) {
    if line.fate != endingFate || line.file != endingFile { setEnding(line.fate, line.file) }
    if !putAtOnce(line, to: &file) {
      var cells: [UInt8] = []
      if let id = line.id {
        var text: [UInt8] = []
        roster.appendIDText(id, to: &text)
        CSVWriter.append(text.span, for: .person, to: &cells)
      }
      cells.append(ASCII.comma)
      CSVWriter.append(roster.text.span(line.sisID), for: .person, to: &cells)
      let entity = entities[Int(line.entity.rawValue)]
      file.put(entity.span())
      file.put(cells)
      file.put(ending.span())
    }
    file.put(decimal: Int(line.number))
  }

  /// Writes a line up to the number if its ids are ordinary ones: 24 hex digits, and a short text
  /// that needs neither quotes nor a guard.
  ///
  /// Nearly all lines are such. They ask once whether the file's buffer has room, and then copy
  /// whole blocks of 32 bytes, each over the surplus of the one before.
  @inline(__always)
  private func putAtOnce(_ line: LedgerEntry, to file: inout OutputFile) -> Bool {
    let entity = entities[Int(line.entity.rawValue)]
    let most = entity.paddedCount + 24 + 2 + PaddedBytes.blockLength + ending.paddedCount
    guard file.room >= most, let digits = line.id?.digits,
      line.sisID.length <= PaddedBytes.blockLength, isPlain(line.sisID)
    else { return false }
    file.put(upTo: most) { target in
      var position = 0
      entity.put(into: &target, at: &position)
      for index in digits.indices {
        target.setWord(digits[index], at: position)
        position += 8
      }
      target[position] = ASCII.comma
      position += 1
      if !line.sisID.isEmpty { roster.text.put(line.sisID, into: &target, at: &position) }
      ending.put(into: &target, at: &position)
      return position
    }
    return true
  }

  /// Whether a text is its own cell: its flags and its first byte show that it needs neither quotes
  /// nor ``FormulaGuard``.
  @inline(__always)
  private func isPlain(_ text: TextRef) -> Bool {
    let suspects: TextFlags = [
      .needsCSVQuotes, .startsFormula, .startsLikeFormula, .hasNonASCII, .hasControl,
      .hasOuterSpace,
    ]
    guard text.flags.isDisjoint(with: suspects) else { return false }
    guard !text.isEmpty else { return true }
    switch roster.text.span(text)[0] {
    case UInt8(ascii: "|"), UInt8(ascii: "%"), UInt8(ascii: "'"): return false
    default: return true
    }
  }

  private mutating func setEnding(_ fate: Fate, _ file: Int) {
    endingFate = fate
    endingFile = file
    let (reason, path) = (reasons[fate.reason], paths[file])
    ending.set { bytes in
      bytes += ",\(fate.kind.text),".utf8
      bytes += reason
      bytes += path
    }
  }

  private static func cell(_ text: String) -> [UInt8] {
    var cell: [UInt8] = []
    CSVWriter.append(text.utf8.span, for: .person, to: &cell)
    return cell
  }
}
