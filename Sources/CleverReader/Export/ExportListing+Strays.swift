import Findings
import FlatTables
import Roster

extension ExportListing {
  /// The files that are not read for what they are, with what they may hold, now that the other files
  /// are in `roster`.
  func strays(in roster: Roster) -> [StrayFile] {
    entries.enumerated().compactMap { number, entry in
      guard let kind = entry.kind else { return nil }
      let name = FileName(entry.file.path).suggestion
      var stray = StrayFile(
        place: RecordPlace(file: number, offset: 0),
        words: kind.words,
        help: kind.help
      )
      guard case .lists = kind.content else { return stray }
      if name.isEmpty {
        stray.mayHold = Set(Entity.allCases)
        stray.mayHoldEnrollments = true
        stray.isNeeded = roster.lacksLists(of: Entity.neededByAll) || roster.lacksEnrollments
      } else {
        // A district's file of students holds their contacts, too.
        stray.mayHold = name.kinds.union(name.kinds.contains(.student) ? [.contact] : [])
        stray.mayHoldEnrollments = name.enrollments
        stray.isNeeded =
          name.isPart || kind.words == FileKind.unknownTable.words
          || roster.lacksLists(of: name.kinds.intersection(Entity.neededByAll))
          || name.enrollments && roster.lacksEnrollments
      }
      return stray
    }
  }
}

extension Entity {
  /// The kinds without which no import is anything.
  fileprivate static let neededByAll: Set<Entity> = [.school, .section, .teacher, .student]
}

extension Roster {
  /// Whether there is no record of one of `kinds`.
  fileprivate func lacksLists(of kinds: Set<Entity>) -> Bool {
    kinds.contains { records(of: $0)?.recordCount ?? 0 == 0 }
  }

  /// Whether no section has a student: those of a district's own files have them from
  /// `enrollments.csv`.
  fileprivate var lacksEnrollments: Bool {
    sections.students.flat.isEmpty
  }
}
