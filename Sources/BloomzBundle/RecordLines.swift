internal import BloomzModel
internal import FlatTables
internal import SafeFiles

/// Writes one JSON file of a bundle: a line a record, in the roster's order.
///
/// Each line is an object of RFC 8259 without spaces, ended by LF.
struct RecordLines {
  private enum Value {
    case text(RowValue)
    case isHomeroom
    case list(RecordForm.List)
  }

  private let form: RecordForm
  private let values: RowValues
  private var line = RowTemplate<Value>()
  private let pieces: Pieces
  private let betweenKeys = PaddedBytes(#"",""#.utf8)
  /// How many lines were written.
  private(set) var rowCount = 0

  init(_ form: RecordForm, of values: RowValues) {
    self.form = form
    self.values = values
    pieces = Pieces(&line)
    for (index, field) in form.fields.enumerated() {
      line.add((index == 0 ? "{" : ",").utf8)
      line.add(jsonString(field.name))
      line.add(":".utf8)
      switch field.value {
      case .fixed(let text): line.add(jsonString(text))
      case .classOptions: line.add(json(values.roster.classOptions))
      case .isHomeroom: line.add(value: .isHomeroom)
      case .list(let list): line.add(value: .list(list))
      case .text(let text):
        let quote = RowValues.isNumber(text) ? "" : "\""
        line.add(quote.utf8)
        line.add(value: .text(text))
        line.add(quote.utf8)
      }
    }
    line.add("}\n".utf8)
    line.end()
  }

  /// Writes the whole file.
  mutating func write(into output: inout OutputFile) {
    let roster = values.roster
    var place = RowPlace()
    var parents = ClassParents(values.contactsOfStudents)
    switch form.table {
    case .schools:
      rowCount = roster.schools.count
      for row in 0..<roster.schools.count {
        place.school = row
        put(place, &parents, into: &output)
      }
    case .classes:
      rowCount = roster.classes.count
      for row in 0..<roster.classes.count {
        place.classRow = row
        place.school = Int(roster.classes.school[row])
        put(place, &parents, into: &output)
      }
    case .staff:
      rowCount = roster.staff.count
      for row in 0..<roster.staff.count {
        place.staffMember = row
        put(place, &parents, into: &output)
      }
    case .students:
      rowCount = roster.students.count
      for row in 0..<roster.students.count {
        place.student = row
        put(place, &parents, into: &output)
      }
    case .contacts:
      rowCount = roster.contacts.count
      for row in 0..<roster.contacts.count {
        place.contact = row
        put(place, &parents, into: &output)
      }
    }
  }

  @inline(__always)
  private func put(
    _ place: RowPlace,
    _ parents: inout ClassParents,
    into output: inout OutputFile
  ) {
    line.literals.put(line.before, into: &output)
    for index in line.steps.indices {
      switch line.steps[index].value {
      case .text(let value): put(values.cell(value, at: place), into: &output)
      case .isHomeroom:
        let isHomeroom = values.roster.classes.isHomeroom[place.classRow]
        output.put(isHomeroom ? "true" : "false")
      case .list(let list): put(list, at: place, &parents, into: &output)
      }
      line.literals.put(line.steps[index].after, into: &output)
    }
  }

  /// Puts a value. Its quotes are part of the literals before and after it.
  @inline(__always)
  private func put(_ cell: RowValues.Cell, into output: inout OutputFile) {
    switch cell {
    case .text(let ref): output.putInside(ref, of: values.roster.text)
    case .word(let word): values.words.put(word, into: &output)
    case .count(let count): output.put(decimal: count)
    }
  }

  private func put(
    _ list: RecordForm.List,
    at place: RowPlace,
    _ parents: inout ClassParents,
    into output: inout OutputFile
  ) {
    let roster = values.roster
    switch list {
    case .teachers: putTeachers(of: place.classRow, into: &output)
    case .students:
      putKeys(roster.students.key, of: roster.classes.students[place.classRow], into: &output)
    case .parents:
      parents.find(place.classRow, in: roster)
      putKeys(roster.contacts.key, of: parents.rows[...], into: &output)
    case .schoolsOfStaff:
      putKeys(roster.schools.key, of: roster.staff.schools[place.staffMember], into: &output)
    case .schoolsOfStudent:
      putKeys(roster.schools.key, of: roster.students.schools[place.student], into: &output)
    case .children: putChildren(of: place.contact, into: &output)
    }
  }

  private func putKeys(
    _ keys: [TextRef],
    of rows: ArraySlice<Int32>,
    into output: inout OutputFile
  ) {
    guard !rows.isEmpty else { return output.put("[]") }
    output.put("[\"")
    output.put(rows, keys: keys, of: values.roster.text, as: .json, between: betweenKeys)
    output.put("\"]")
  }

  private func putTeachers(of classRow: Int, into output: inout OutputFile) {
    let roster = values.roster
    let teachers = roster.classes.teachers[classRow]
    guard !teachers.isEmpty else { return output.put("[]") }
    let primary = roster.classes.primaryTeacher[classRow]
    for index in teachers.indices {
      let isFirst = index == teachers.startIndex
      line.literals.put(isFirst ? pieces.firstPerson : pieces.nextPerson, into: &output)
      output.putInside(roster.staff.key[Int(teachers[index])], of: roster.text)
      let type = teachers[index] == primary ? pieces.primary : pieces.secondary
      line.literals.put(type, into: &output)
    }
    output.put(first: 2, ofWord: endOfPeople)
  }

  private func putChildren(of contact: Int, into output: inout OutputFile) {
    let roster = values.roster
    let children = roster.contacts.children[contact]
    guard !children.isEmpty else { return output.put("[]") }
    for index in children.indices {
      let isFirst = index == children.startIndex
      line.literals.put(isFirst ? pieces.firstPerson : pieces.nextPerson, into: &output)
      output.putInside(roster.students.key[Int(children[index])], of: roster.text)
      line.literals.put(pieces.relationship, into: &output)
      output.putInside(roster.contacts.relationship[index], of: roster.text)
      output.put(byte: UInt8(ascii: "\""))
    }
    output.put(first: 2, ofWord: endOfPeople)
  }

  /// The bytes between the values of lists of people.
  private struct Pieces {
    var firstPerson, nextPerson, relationship, primary, secondary: Literals.Literal

    init(_ line: inout RowTemplate<Value>) {
      firstPerson = line.literal(#"[{"id":""#.utf8)
      nextPerson = line.literal(#"},{"id":""#.utf8)
      relationship = line.literal(#"","relationship":""#.utf8)
      primary = line.literal(#"","type":"primary""#.utf8)
      secondary = line.literal(#"","type":"secondary""#.utf8)
    }
  }
}

/// `}]`, the first byte lowest.
private let endOfPeople: UInt64 = 0x5D_7D

/// Every switch by name, on or off.
private func json(_ options: ClassOptions) -> [UInt8] {
  let switches = ClassOptions.names.map { name, option in
    jsonString(name) + Array((options.contains(option) ? ":true" : ":false").utf8)
  }
  return Array("{".utf8) + switches.joined(separator: ",".utf8) + Array("}".utf8)
}
