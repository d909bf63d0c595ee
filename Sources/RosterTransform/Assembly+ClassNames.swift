internal import BloomzModel
internal import Bytes
internal import FlatTables
internal import Roster

extension Assembly {
  /// Gives every class a name: tidied, composed if there is none, unique inside its school.
  ///
  /// Source: `BloomzImport.md`, section 10.4.
  mutating func nameClasses(of roster: Roster) throws {
    for row in sources.classes.indices { try tidyName(of: row, roster) }
    var start = 0
    while start < sources.classes.count {
      let school = bloomz.classes.school[start]
      var end = start + 1
      while end < sources.classes.count, bloomz.classes.school[end] == school { end += 1 }
      try makeNamesUnique(in: start..<end)
      start = end
    }
  }

  /// Tidies the name of the class at `row`, or makes one.
  private mutating func tidyName(of row: Int, _ roster: Roster) throws {
    let given = bloomz.classes.name[row]
    let isHomeroom = bloomz.classes.isHomeroom[row]
    if !isHomeroom, isTidy(given) { return }
    var name: [UInt8] = []
    appendTidied(bloomz.text.span(given), to: &name)
    let section = sources.classes[row]
    var hasNote = false
    if name.isEmpty || isHomeroom && !ClassNames.isTelling(name) {
      name = composedName(of: row, roster)
      notes.hit(.classNameComposed, .section, section)
      hasNote = true
    }
    if name.count > ClassNames.limit {
      cut(&name, to: ClassNames.limit)
      notes.hit(.classNameShortened, .section, section)
      hasNote = true
    }
    guard !equalBytes(name.span, bloomz.text.span(given)) else { return }
    if !hasNote { notes.changes[.classNameTidied] += 1 }
    bloomz.classes.name[row] = try bloomz.text.append(name.span)
  }

  /// Whether tidying would leave `name` as it is.
  private func isTidy(_ name: TextRef) -> Bool {
    let suspects: TextFlags = [.hasOuterSpace, .hasControl, .hasNonASCII]
    guard !name.isEmpty, name.length <= ClassNames.limit, name.flags.isDisjoint(with: suspects)
    else { return false }
    let bytes = bloomz.text.span(name)
    for index in 1..<bytes.count where bytes[index] == 0x20 && bytes[index - 1] == 0x20 {
      return false
    }
    return true
  }

  /// A name for a class that has none: of a homeroom its grade and teacher, of another class its
  /// course, teacher and period, as Clever joins them. If all of these are missing, its section number
  /// or key.
  private func composedName(of row: Int, _ roster: Roster) -> [UInt8] {
    var parts: [[UInt8]] = []
    if bloomz.classes.isHomeroom[row] {
      parts.append(Array(ClassNames.homeroom(bloomz.classes.grade[row]).utf8))
    } else {
      let course = roster.courseName(of: Int(sources.classes[row]))
      if roster.mayLeave(course) { parts.append(bytes(course)) }
    }
    let primary = bloomz.classes.primaryTeacher[row]
    if let teacher = primary >= 0 ? primary : bloomz.classes.teachers[row].first {
      parts.append(bytes(bloomz.staff.lastName[Int(teacher)]))
    }
    let period = bytes(bloomz.classes.period[row])
    if !bloomz.classes.isHomeroom[row], !period.isEmpty {
      parts.append(ClassNames.labelled("Period", period))
    }
    parts.removeAll { $0.isEmpty || startsFormula($0) }
    if parts.isEmpty {
      let number = bytes(bloomz.classes.section[row])
      parts.append(
        number.isEmpty
          ? ClassNames.labelled("Class", bytes(bloomz.classes.key[row]))
          : ClassNames.labelled("Section", number)
      )
    }
    return Array(parts.joined(separator: ClassNames.separator))
  }

  /// The text of `ref`, tidied.
  private func bytes(_ ref: TextRef) -> [UInt8] {
    var bytes: [UInt8] = []
    appendTidied(bloomz.text.span(ref), to: &bytes)
    return bytes
  }

  /// Makes the names of a school's classes differ: adds the period, then the section number, then
  /// the term, and at last the key. What all classes with a name share is not added to it.
  private mutating func makeNamesUnique(in classes: Range<Int>) throws {
    var clashes = sameNames(in: classes)
    guard !clashes.isEmpty else { return }
    var renamed: [Int: RenamedClass] = [:]
    for part in RenamedClass.Part.allCases {
      for clash in clashes {
        let texts = clash.map { text(of: part, Int($0)) }
        guard texts.contains(where: { $0 != texts[0] }) else { continue }
        for (row, text) in zip(clash, texts) where !text.isEmpty {
          var name = renamed[Int(row)] ?? RenamedClass(base: bytes(bloomz.classes.name[Int(row)]))
          name.parts.append(text)
          renamed[Int(row)] = name
          let joined = ClassNames.joined(name.base, name.parts)
          bloomz.classes.name[Int(row)] = try bloomz.text.append(joined.span)
        }
      }
      clashes = sameNames(in: classes)
      if clashes.isEmpty { break }
    }
    if let clash = clashes.first {
      throw TransformFault.sameName(
        bloomz.text.string(bloomz.classes.key[Int(clash[0])]),
        bloomz.text.string(bloomz.classes.key[Int(clash[1])])
      )
    }
    for row in renamed.keys.sorted() {
      notes.hit(.classNameMadeUnique, .section, sources.classes[row])
    }
  }

  /// What `part` says of the class at `row`, as it is added to a name; empty if nothing.
  private func text(of part: RenamedClass.Part, _ row: Int) -> [UInt8] {
    switch part {
    case .period:
      let period = bytes(bloomz.classes.period[row])
      return period.isEmpty ? [] : ClassNames.labelled("Period", period)
    case .section:
      let number = bytes(bloomz.classes.section[row])
      return number.isEmpty ? [] : ClassNames.labelled("Section", number)
    case .term: return bytes(bloomz.classes.term[row])
    case .key, .keyAgain: return bytes(bloomz.classes.key[row])
    }
  }

  /// The classes that have a name in common, each group ascending.
  private func sameNames(in classes: Range<Int>) -> [[Int32]] {
    var entries: [(hash: UInt64, row: Int32)] = []
    entries.reserveCapacity(classes.count)
    for row in classes {
      entries.append((hashBytes(bloomz.text.span(bloomz.classes.name[row])), Int32(row)))
    }
    entries.sort { ($0.hash, $0.row) < ($1.hash, $1.row) }
    var groups: [[Int32]] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
      if end - start > 1 {
        var rest = entries[start..<end].map(\.row)
        while let first = rest.first {
          let name = bloomz.classes.name[Int(first)]
          let same = rest.filter { hasName($0, like: name) }
          if same.count > 1 { groups.append(same) }
          rest.removeAll { hasName($0, like: name) }
        }
      }
      start = end
    }
    return groups
  }

  private func hasName(_ row: Int32, like name: TextRef) -> Bool {
    equalBytes(bloomz.text.span(bloomz.classes.name[Int(row)]), bloomz.text.span(name))
  }

}

/// A class whose name was the same as that of another class.
private struct RenamedClass {
  /// The name before.
  var base: [UInt8]
  /// What was added.
  var parts: [[UInt8]] = []

  /// What is added, in this order, until all names of the school differ.
  enum Part: CaseIterable {
    case period, section, term, key
    /// For a class whose own name equals that of another class with its key added.
    case keyAgain
  }
}
