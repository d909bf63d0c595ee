import Findings
import Roster
import Texts

extension CauseSearch {
  /// A cause with its words; what it counts comes later.
  func words(of origin: CauseOrigin) -> RootCause {
    let subject = subject(of: origin)
    let number = Int(origin.number)
    switch origin.kind {
    case .fileBroken: return brokenFile(number, subject)
    case .uploadFileMissing: return missingUpload(number)
    case .zerosLost: return lostZeros(number, subject)
    case .listIncomplete: return list(number, subject)
    case .recordsMissing: return missing(subject, Entity(rawValue: UInt8(number)) ?? .user)
    case .recordsDeleted: return deleted(subject, Entity(rawValue: UInt8(number)) ?? .user)
    case .entityNotShared: return entity(subject, Entity(rawValue: UInt8(number)) ?? .user)
    case .schoolNotShared: return school(subject)
    case .teachersNotShared: return people(.teachersNotShared, "teachers", subject, number)
    case .studentsNotShared: return people(.studentsNotShared, "students", subject, number)
    case .rule: return rule(RuleCatalogue.all[number])
    }
  }

  private func missingUpload(_ number: Int) -> RootCause {
    let file = roster.source.missingUploads[number].name
    return RootCause(
      .uploadFileMissing,
      file,
      what: "\(file) is not in the folder",
      evidence: "other files of the district's upload are there",
      fixer: .importer,
      howToFix: "put \(file) into the folder, beside the other files of the same upload"
    )
  }

  private func lostZeros(_ number: Int, _ path: String) -> RootCause {
    let lost = roster.source.lostZeros[number]
    return RootCause(
      .zerosLost,
      path,
      what: "ids in '\(path)' lost the zeros in front",
      evidence: lost.words(roster.source),
      fixer: .importer,
      howToFix: RosterRule.zerosLost.help
    )
  }

  private func brokenFile(_ file: Int, _ path: String) -> RootCause {
    let part = roster.source.unreadParts().first { $0.file == file }
    let answer = roster.source.errorAnswers.first { $0.place.file == file }
    return RootCause(
      .fileBroken,
      path,
      what: "the file '\(path)' is not read, or not to its end",
      evidence: part?.what ?? "",
      fixer: .importer,
      howToFix: part?.help ?? answer?.meaning.help ?? RosterRule.fileBroken.help
    )
  }

  private func missing(_ subject: String, _ entity: Entity) -> RootCause {
    let isNone = roster.recordCount(of: entity) == 0
    guard absences.isUpload else {
      return RootCause(
        .recordsMissing,
        subject,
        what: isNone
          ? "no \(entity.plural) were saved, and a part of the list is missing"
          : "some \(entity.plural) are missing, and so is a part of the list",
        evidence: "",
        fixer: .importer,
        howToFix: "export the list of \(entity.plural) again, to its end"
      )
    }
    let file = entity.uploadFile.map { "'\($0)'" } ?? "the file of \(entity.plural)"
    return RootCause(
      .recordsMissing,
      subject,
      what: isNone
        ? "the CSV files hold no \(entity.plural)"
        : "the CSV files name \(entity.plural) who have no row of their own",
      evidence: "",
      fixer: isNone ? .importer : .recordsClerk,
      howToFix: isNone
        ? "export \(file) from the school's own system again, and put it beside the other files"
        : "compare \(file) with the other files: export all of them on the same day, or correct "
          + "the rows in the school's records that name a record that is gone"
    )
  }

  private func deleted(_ subject: String, _ entity: Entity) -> RootCause {
    RootCause(
      .recordsDeleted,
      subject,
      what: "an event deleted \(entity.plural) that other records still name",
      evidence: "",
      fixer: .importer,
      howToFix: "export all lists again, after the events: then they name only what is there"
    )
  }

  private func list(_ number: Int, _ collection: String) -> RootCause {
    let list = lists.lists[number]
    var parts: [String] = []
    if !list.gaps.isEmpty {
      parts.append("\(counted(list.gaps.count, "gap")) between the pages that are there")
    }
    if list.isCut { parts.append("it ends after exactly a full page, and more records are named") }
    if list.counts > 0 { parts.append("Clever counted another number of records") }
    return RootCause(
      .listIncomplete,
      collection,
      what: "a part of the list '\(collection)' is missing",
      evidence: parts.joined(separator: "; "),
      fixer: .importer,
      howToFix: "export '/\(collection)' again, following 'next' until an answer has none"
    )
  }

  private func entity(_ subject: String, _ entity: Entity) -> RootCause {
    RootCause(
      .entityNotShared,
      subject,
      what: "no \(entity.plural) are shared",
      evidence: "the export holds no \(entity.words)",
      fixer: .districtAdmin,
      howToFix: "share \(entity.plural) with Bloomz: \(CleverScreen.sharing(of: entity)); then "
        + "export again"
    )
  }

  private func school(_ id: String) -> RootCause {
    RootCause(
      .schoolNotShared,
      id,
      what: "school '\(id)' is not shared",
      evidence: "",
      fixer: .districtAdmin,
      howToFix: "share the school with Bloomz: \(CleverScreen.sharing(of: .school)); then export "
        + "again"
    )
  }

  private func people(
    _ kind: RootCause.Kind,
    _ words: String,
    _ school: String,
    _ row: Int
  ) -> RootCause {
    let whose = school.isEmpty ? "sections without a school" : roster.mention(.school, row)
    let entity: Entity = kind == .studentsNotShared ? .student : .teacher
    return RootCause(
      kind,
      school,
      what: "\(words) of \(whose) are not shared",
      evidence: "",
      fixer: .districtAdmin,
      howToFix: "share them with Bloomz: \(CleverScreen.sharing(of: entity)); or take them off the "
        + "sections in the school's records; then export again"
    )
  }

  /// Says of each school that is not shared how many name it as theirs; one pass for all of them.
  func tellSchools(_ causes: inout [RootCause]) {
    guard origins.contains(where: { $0.kind == .schoolNotShared }) else { return }
    let sections = roster.named(roster.sections.school, roster.sections.records)
    let students = roster.named(roster.students.school, roster.students.records)
    let teachers = roster.named(roster.teachers.school, roster.teachers.records)
    for (index, origin) in origins.enumerated() where origin.kind == .schoolNotShared {
      let row = Int(origin.number)
      let naming = [
        (sections[row], "section"), (students[row], "student"), (teachers[row], "teacher"),
      ]
      let words = naming.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
      let isOne = naming.reduce(0) { $0 + $1.0 } == 1
      causes[index].evidence =
        (words.isEmpty ? "" : "\(words.joined(separator: ", ")) \(isOne ? "names" : "name") it; ")
        + "its own record is not in the export"
    }
  }

  private func rule(_ rule: RosterRule) -> RootCause {
    let remedy = rule.remedy(isUpload: roster.isUpload)
    return RootCause(
      .rule,
      rule.id,
      what: rule.title,
      evidence: "",
      fixer: remedy.fixer,
      howToFix: remedy.help
    )
  }
}

extension Roster {
  /// By row of a school, how many records name it in `column`.
  fileprivate func named(_ column: [Int32], _ records: RecordColumns) -> [Int] {
    var counts = [Int](repeating: 0, count: schools.count)
    for row in column.indices where column[row] >= 0 && records.isRecord(row) {
      counts[Int(column[row])] += 1
    }
    return counts
  }
}
