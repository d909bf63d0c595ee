import Findings
import Roster

extension RosterRule {
  /// Clever said how long a list is; where fewer records were read, some are missing.
  public static let listCountDiffers = RosterRule(
    "list-count-differs",
    .blocker,
    phase: .files,
    title: "a list has not as many records as Clever counted",
    why: "records are missing, or came in between; what is missing from a bundle may be removed "
      + "in Bloomz",
    effect: "nothing is written",
    help: "export the list and its count again, all pages in one go",
    fixer: .importer,
    source: .cleverDefinitions("v1: 'paging.count', and the answer to 'count=true'"),
    example: "Clever counts 3 'students', the export has 2",
    latitude: .alwaysBlocker("a record that is missing cannot be told from one that was removed"),
    hides: "whether Clever had more records than were saved",
    trail: .listCount,
    cannotRun: { roster, _ in
      let isCounted =
        !roster.source.counts.isEmpty || roster.source.pages.contains { $0.listCount != nil }
      return isCounted ? nil : "the export holds no counts (Clever gives them up to v1.2)"
    },
    check: RuleCheck(
      noting: CountedList.self,
      find: { roster, report in
        let source = roster.source
        for (number, page) in source.pages.enumerated() where WholeLists.isWhole(page) {
          if let count = page.listCount, !agrees(count, page.collection, page.path, roster) {
            report.find(CountedList(number, isAnswer: false))
          }
        }
        for (number, answer) in source.counts.enumerated() {
          if !agrees(answer.count, answer.collection, nil, roster) {
            report.find(CountedList(number, isAnswer: true))
          }
        }
      },
      describe: { hit, roster in
        let number = hit.detail.number
        let source = roster.source
        let isAnswer = hit.detail.isAnswer
        let collection =
          isAnswer ? source.counts[number].collection : source.pages[number].collection
        let count = isAnswer ? source.counts[number].count : source.pages[number].listCount ?? 0
        let path = isAnswer ? nil : source.pages[number].path
        let read =
          recordsOnPages(collection, path, roster) ?? recordsInTable(collection, roster) ?? 0
        return RuleMessage(
          "Clever counts \(count) '\(collection)', the export has \(read)",
          at: isAnswer
            ? source.counts[number].place
            : RecordPlace(file: source.pages[number].file, offset: 0)
        )
      }
    )
  )
}

/// Whether the export has `count` records, by its pages or by the records themselves; a list that
/// nothing was saved of, and that no table holds, agrees.
private func agrees(_ count: Int, _ collection: String, _ path: String?, _ roster: Roster) -> Bool {
  let onPages = recordsOnPages(collection, path, roster)
  let inTable = recordsInTable(collection, roster)
  if onPages == nil, inTable == nil { return true }
  return onPages == count || inTable == count
}

/// How many records are on the pages of a list; nil if no page was saved. A page that was saved
/// twice is counted once.
private func recordsOnPages(_ collection: String, _ path: String?, _ roster: Roster) -> Int? {
  var counts: [String: Int] = [:]
  for page in roster.source.pages
  where page.collection == collection && WholeLists.isWhole(page)
    && (path ?? page.path) == page.path
  {
    counts[page.startsAfter] = max(counts[page.startsAfter] ?? 0, page.recordCount)
  }
  return counts.isEmpty ? nil : counts.values.reduce(0, +)
}

/// How many records the table of a list holds; nil where the list fills no single table.
private func recordsInTable(_ collection: String, _ roster: Roster) -> Int? {
  switch collection {
  case "districts": roster.districts.records.recordCount
  case "schools": roster.schools.records.recordCount
  case "students": roster.students.records.recordCount
  case "teachers": roster.teachers.records.recordCount
  case "sections": roster.sections.records.recordCount
  case "school_admins": roster.schoolAdmins.records.recordCount
  case "district_admins": roster.districtAdmins.records.recordCount
  case "contacts": roster.contacts.records.recordCount
  default: nil
  }
}

/// The page of a list, or the answer to `count=true`, in which Clever counted.
struct CountedList: HitDetail {
  /// The position in the pages or in the counts of the export.
  let number: Int
  let isAnswer: Bool

  init(_ number: Int, isAnswer: Bool) {
    self.number = number
    self.isAnswer = isAnswer
  }
  init(_ packed: PackedDetail) { self.init(Int(packed.first), isAnswer: packed.second == 1) }
  var packed: PackedDetail { PackedDetail(number, isAnswer ? 1 : 0) }
}
