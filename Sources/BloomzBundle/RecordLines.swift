internal import BloomzModel
internal import FlatTables
internal import SafeFiles

/// Writes one JSON file of a bundle: a line a record, in the roster's order.
///
/// Each line is an object of RFC 8259 without spaces, ended by LF.
struct RecordLines {
  private enum Step {
    /// A range of ``literals``: braces, keys, fixed values, the end of the line.
    case bytes(Range<Int>)
    case text(RowValue)
    case isHomeroom
    case list(RecordForm.List)
  }

  private let form: RecordForm
  private let values: RowValues
  private var literals: [UInt8] = []
  private var steps: [Step] = []
  /// How many lines were written.
  private(set) var rowCount = 0

  init(_ form: RecordForm, of values: RowValues) {
    self.form = form
    self.values = values
    var literal = 0
    for (index, field) in form.fields.enumerated() {
      literals.append(UInt8(ascii: index == 0 ? "{" : ","))
      literals.append(contentsOf: jsonString(field.name))
      literals.append(UInt8(ascii: ":"))
      let step: Step
      switch field.value {
      case .fixed(let text):
        literals.append(contentsOf: jsonString(text))
        continue
      case .classOptions:
        literals.append(contentsOf: json(values.roster.classOptions))
        continue
      case .text(let value): step = .text(value)
      case .isHomeroom: step = .isHomeroom
      case .list(let list): step = .list(list)
      }
      steps.append(.bytes(literal..<literals.count))
      steps.append(step)
      literal = literals.count
    }
    literals.append(contentsOf: "}\n".utf8)
    steps.append(.bytes(literal..<literals.count))
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
    for step in steps {
      switch step {
      case .bytes(let range): output.put(literals.span.extracting(range))
      case .text(let value): put(values.cell(value, at: place), into: &output)
      case .isHomeroom:
        let isHomeroom = values.roster.classes.isHomeroom[place.classRow]
        output.put(isHomeroom ? "true" : "false")
      case .list(let list): put(list, at: place, &parents, into: &output)
      }
    }
  }

  @inline(__always)
  private func put(_ cell: RowValues.Cell, into output: inout OutputFile) {
    switch cell {
    case .text(let ref): output.put(ref, of: values.roster.text, as: .json)
    case .word(let word):
      output.put(byte: UInt8(ascii: "\""))
      values.words.put(word, into: &output)
      output.put(byte: UInt8(ascii: "\""))
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
    // What stands between two keys goes out at once.
    output.put("[\"")
    for index in rows.indices {
      if index > rows.startIndex { output.put("\",\"") }
      let key = keys[Int(rows[index])]
      if key.flags.contains(.needsJSONEscapes) {
        output.putEscaped(values.roster.text.span(key))
      } else {
        output.put(first: Int(key.length), of: values.roster.text.spanAhead(key))
      }
    }
    output.put("\"]")
  }

  private func putTeachers(of classRow: Int, into output: inout OutputFile) {
    let roster = values.roster
    let teachers = roster.classes.teachers[classRow]
    output.put(byte: UInt8(ascii: "["))
    for index in teachers.indices {
      if index > teachers.startIndex { output.put(byte: UInt8(ascii: ",")) }
      output.put("{\"id\":")
      output.put(roster.staff.key[Int(teachers[index])], of: roster.text, as: .json)
      if teachers[index] == roster.classes.primaryTeacher[classRow] {
        output.put(",\"type\":\"primary\"}")
      } else {
        output.put(",\"type\":\"secondary\"}")
      }
    }
    output.put(byte: UInt8(ascii: "]"))
  }

  private func putChildren(of contact: Int, into output: inout OutputFile) {
    let roster = values.roster
    let children = roster.contacts.children[contact]
    output.put(byte: UInt8(ascii: "["))
    for index in children.indices {
      if index > children.startIndex { output.put(byte: UInt8(ascii: ",")) }
      output.put("{\"id\":")
      output.put(roster.students.key[Int(children[index])], of: roster.text, as: .json)
      output.put(",\"relationship\":")
      output.put(roster.contacts.relationship[index], of: roster.text, as: .json)
      output.put(byte: UInt8(ascii: "}"))
    }
    output.put(byte: UInt8(ascii: "]"))
  }
}

/// Every switch by name, on or off.
private func json(_ options: ClassOptions) -> [UInt8] {
  let switches = ClassOptions.names.map { name, option in
    jsonString(name) + Array((options.contains(option) ? ":true" : ":false").utf8)
  }
  return Array("{".utf8) + switches.joined(separator: ",".utf8) + Array("}".utf8)
}
