import FlatTables
import PositionedCSV
import Roster

/// Which of Clever's files an upload has, and whether their ids fit together.
struct UploadSet {
  /// By form, the number of the first file of it; -1 for none.
  private var files = [Int](repeating: -1, count: UploadForm.allCases.count)
  /// By form and kind of record, whether an id there begins with a zero.
  private var hasZeros = [Bool](
    repeating: false,
    count: UploadForm.allCases.count * Entity.allCases.count
  )

  /// By form, whether each kind of id there was met with a zero in front: there is no more to see.
  private var isSeen = [Bool](repeating: false, count: UploadForm.allCases.count)

  /// Notes that file `number` is of `form`.
  mutating func note(_ form: UploadForm, ofFile number: Int) {
    if files[form.number] < 0 { files[form.number] = number }
  }

  /// Looks at the ids of a row.
  @inline(__always)
  mutating func see(_ row: UploadRow, _ form: UploadForm, _ bytes: Span<UInt8>) {
    guard !isSeen[form.number] else { return }
    var isSeen = true
    for (column, entity) in form.ids {
      let kind = form.number * Entity.allCases.count + Int(entity.rawValue)
      let id = bytes.text(row[column])
      if !id.isEmpty, id[0] == UInt8(ascii: "0") { hasZeros[kind] = true }
      isSeen = isSeen && hasZeros[kind]
    }
    self.isSeen[form.number] = isSeen
  }

  // MARK: - Files that are missing

  /// The files that each upload must have and that were not there; none where no file of an upload
  /// says who is taught.
  ///
  /// A kind that other files of the folder hold is not missing, nor one that a file was meant to
  /// hold that could not be read: that file is named for what it is.
  func missing(_ roster: borrowing Roster) -> [MissingUpload] {
    guard UploadForm.needed.contains(where: { files[$0.number] >= 0 }) else { return [] }
    let unread = roster.source.unreadParts()
    var missing: [MissingUpload] = []
    for form in UploadForm.needed where files[form.number] < 0 {
      let isOfMembers = form == .enrollments
      let isThere =
        isOfMembers
        ? !roster.sections.students.flat.isEmpty
        : roster.withRecords(of: form.entity) { $0.recordCount > 0 } ?? false
      let mayBeUnread = unread.contains { part in
        part.isSuggested
          && (isOfMembers
            ? part.mayHoldEnrollments || roster.source.files[part.file].path.contains("enrol")
            : part.mayHold.contains(form.entity))
      }
      if isThere || mayBeUnread { continue }
      missing.append(
        MissingUpload(name: form.fileName, entity: form.entity, isEnrollments: isOfMembers)
      )
    }
    // Clever does not ask for it; without it no one is known who may import.
    let hasStaff =
      files[UploadForm.staff.number] >= 0 || files[UploadForm.admins.number] >= 0
      || roster.schoolAdmins.records.recordCount + roster.districtAdmins.records.recordCount > 0
      || !roster.source.identities.isEmpty
      || unread.contains { $0.isSuggested && $0.mayHold.contains(.schoolAdmin) }
    if !hasStaff {
      missing.append(MissingUpload(name: UploadForm.staff.fileName, entity: .schoolAdmin))
    }
    return missing
  }

  // MARK: - Zeros that are lost

  /// The files whose ids lost the zeros in front, so that other files' do not fit to them.
  ///
  /// Only looked for where a file names a record that is not there: its id is compared without zeros
  /// with those of the records. A file in which any such id begins with a zero did not lose them.
  ///
  /// Linear in the ids of a kind that has such names; nothing where all are there.
  func lostZeros(
    _ links: borrowing UploadLinks,
    _ indexes: [UploadIndex],
    _ roster: borrowing Roster
  ) -> [LostZeros] {
    var found: [LostZeros] = []
    let namers: [(Entity, UploadForm, UploadForm, [Int32])] = [
      (.school, .students, .schools, roster.students.school),
      (.school, .teachers, .schools, roster.teachers.school),
      (.school, .sections, .schools, roster.sections.school),
      (.school, .staff, .schools, links.schoolsOfStaff),
      (.school, .admins, .schools, links.schoolsOfStaff),
      (.student, .enrollments, .students, links.membersOfSections),
      (.student, .contacts, .students, links.studentsOfContacts),
      (.section, .enrollments, .sections, links.sectionsOfMembers),
      (.teacher, .sections, .teachers, Array(roster.sections.teachers.flat)),
    ]
    var twins: [Entity: [Int32: Int32]] = [:]
    for (entity, form, home, rows) in namers
    where files[form.number] >= 0 && files[home.number] >= 0 {
      let known = twins[entity] ?? self.twins(of: entity, indexes, roster)
      twins[entity] = known
      guard !known.isEmpty else { continue }
      let named = Set(rows).intersection(known.keys)
      for isNamerShort in [true, false] {
        let short = isNamerShort ? form : home
        guard !hasZeros[short.number * Entity.allCases.count + Int(entity.rawValue)] else {
          continue
        }
        let pairs = named.compactMap { row -> (named: String, record: String)? in
          guard let twin = known[row] else { return nil }
          let texts = (roster.idText(of: entity, row), roster.idText(of: entity, twin))
          return (texts.0.utf8.count < texts.1.utf8.count) == isNamerShort ? texts : nil
        }
        guard let first = pairs.min(by: { $0.named < $1.named }) else { continue }
        let entry = LostZeros(
          entity: entity,
          file: files[short.number],
          other: files[(isNamerShort ? home : form).number],
          count: pairs.count,
          short: isNamerShort ? first.named : first.record,
          full: isNamerShort ? first.record : first.named
        )
        // What `schools.csv` lost, each file that names schools shows again.
        if !found.contains(where: { $0.entity == entity && $0.file == entry.file }) {
          found.append(entry)
        }
      }
    }
    return found
  }

  /// For each row of `entity` that is no record, the record whose id differs by the zeros in front
  /// alone, where there is one.
  private func twins(
    of entity: Entity,
    _ indexes: [UploadIndex],
    _ roster: borrowing Roster
  ) -> [Int32: Int32] {
    let entries = indexes[Int(entity.rawValue)].entries
    let isRecord = entries.map { entry in
      roster.withRecords(of: entity) { $0.isRecord(Int(entry.row)) } ?? false
    }
    var missing: [String: Int32] = [:]
    for (number, entry) in entries.enumerated() where !isRecord[number] {
      missing[withoutZeros(roster.text.string(entry.text))] = entry.row
    }
    guard !missing.isEmpty else { return [:] }
    var twins: [Int32: Int32] = [:]
    for (number, entry) in entries.enumerated() where isRecord[number] {
      if let row = missing[withoutZeros(roster.text.string(entry.text))] { twins[row] = entry.row }
    }
    return twins
  }

  private func withoutZeros(_ id: String) -> String { String(id.drop { $0 == "0" }) }
}

extension Roster {
  /// The id of a row as messages have it.
  fileprivate func idText(of entity: Entity, _ row: Int32) -> String {
    withRecords(of: entity) { $0.ids[Int(row)] }.map { idText($0) } ?? ""
  }
}

extension UploadForm {
  /// Where the form is in lists of all of them.
  var number: Int {
    switch self {
    case .schools: 0
    case .students: 1
    case .teachers: 2
    case .sections: 3
    case .enrollments: 4
    case .staff: 5
    case .admins: 6
    case .contacts: 7
    case .studentEmails: 8
    case .teacherEmails: 9
    case .resources: 10
    case .attendance: 11
    }
  }

  /// The columns of ids that other files have, too, and whose they are.
  fileprivate var ids: [(UploadColumn, Entity)] { UploadForm.idsOfForms[number] }

  private static let idsOfForms: [[(UploadColumn, Entity)]] = [
    [(.schoolID, .school)],
    [(.studentID, .student), (.schoolID, .school)],
    [(.teacherID, .teacher), (.schoolID, .school)],
    [(.sectionID, .section), (.schoolID, .school), (.teacherID, .teacher)],
    [(.sectionID, .section), (.studentID, .student)],
    [(.schoolID, .school)],
    [(.schoolID, .school)],
    [(.studentID, .student)],
    [(.studentID, .student)],
    [(.teacherID, .teacher)],
    [], [],
  ]
}
