internal import BloomzModel
internal import FlatTables
internal import SafeFiles

/// Writes one JSON file of a bundle: a line a record, in the roster's order.
///
/// Each line is an object of RFC 8259 without spaces, ended by LF.
struct RecordLines {
  /// A value of the line, and what stands behind it: quotes, keys, fixed values, the line's end.
  private struct Step {
    var value: Value
    var behind: Literals.Literal
  }

  private enum Value {
    case text(RowValue)
    case isHomeroom
    case list(RecordForm.List)
  }

  private let form: RecordForm
  private let values: RowValues
  private var literals = Literals()
  private let pieces: Pieces
  private let betweenKeys = PaddedBytes(#"",""#.utf8)
  private var before: Literals.Literal
  private var steps: [Step] = []
  /// How many lines were written.
  private(set) var rowCount = 0

  init(_ form: RecordForm, of values: RowValues) {
    self.form = form
    self.values = values
    pieces = Pieces(&literals)
    var literal: [UInt8] = []
    before = literals.add([])
    func end() {
      let added = literals.add(literal)
      if steps.isEmpty { before = added } else { steps[steps.count - 1].behind = added }
      literal = []
    }
    for (index, field) in form.fields.enumerated() {
      literal.append(UInt8(ascii: index == 0 ? "{" : ","))
      literal.append(contentsOf: jsonString(field.name))
      literal.append(UInt8(ascii: ":"))
      var value: Value?
      var isQuoted = false
      switch field.value {
      case .fixed(let text): literal.append(contentsOf: jsonString(text))
      case .classOptions: literal.append(contentsOf: json(values.roster.classOptions))
      case .text(let text):
        value = .text(text)
        isQuoted = !RowValues.isNumber(text)
      case .isHomeroom: value = .isHomeroom
      case .list(let list): value = .list(list)
      }
      guard let value else { continue }
      if isQuoted { literal.append(UInt8(ascii: "\"")) }
      end()
      steps.append(Step(value: value, behind: before))
      if isQuoted { literal.append(UInt8(ascii: "\"")) }
    }
    literal.append(contentsOf: "}\n".utf8)
    end()
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
    literals.put(before, into: &output)
    for index in steps.indices {
      switch steps[index].value {
      case .text(let value): put(values.cell(value, at: place), into: &output)
      case .isHomeroom:
        let isHomeroom = values.roster.classes.isHomeroom[place.classRow]
        output.put(isHomeroom ? "true" : "false")
      case .list(let list): put(list, at: place, &parents, into: &output)
      }
      literals.put(steps[index].behind, into: &output)
    }
  }

  /// Puts a value, whose quotes are with what stands around it.
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
      literals.put(isFirst ? pieces.firstPerson : pieces.nextPerson, into: &output)
      output.putInside(roster.staff.key[Int(teachers[index])], of: roster.text)
      let type = teachers[index] == primary ? pieces.primary : pieces.secondary
      literals.put(type, into: &output)
    }
    output.put(first: 2, ofWord: endOfPeople)
  }

  private func putChildren(of contact: Int, into output: inout OutputFile) {
    let roster = values.roster
    let children = roster.contacts.children[contact]
    guard !children.isEmpty else { return output.put("[]") }
    for index in children.indices {
      let isFirst = index == children.startIndex
      literals.put(isFirst ? pieces.firstPerson : pieces.nextPerson, into: &output)
      output.putInside(roster.students.key[Int(children[index])], of: roster.text)
      literals.put(pieces.relationship, into: &output)
      output.putInside(roster.contacts.relationship[index], of: roster.text)
      output.put(byte: UInt8(ascii: "\""))
    }
    output.put(first: 2, ofWord: endOfPeople)
  }

  /// What stands between the values of lists of people.
  private struct Pieces {
    var firstPerson, nextPerson, relationship, primary, secondary: Literals.Literal

    init(_ literals: inout Literals) {
      firstPerson = literals.add(Array(#"[{"id":""#.utf8))
      nextPerson = literals.add(Array(#"},{"id":""#.utf8))
      relationship = literals.add(Array(#"","relationship":""#.utf8))
      primary = literals.add(Array(#"","type":"primary""#.utf8))
      secondary = literals.add(Array(#"","type":"secondary""#.utf8))
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
