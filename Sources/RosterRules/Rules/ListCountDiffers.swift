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
    example: "Clever counts 3 'students', its pages hold 2 and the export has 2",
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
        for comparison in roster.countComparisons() where !comparison.agrees {
          report.find(CountedList(comparison.number, isAnswer: comparison.isAnswer))
        }
      },
      describe: { hit, roster in
        let number = hit.detail.number
        let isAnswer = hit.detail.isAnswer
        let source = roster.source
        let comparison = roster.countComparisons().first {
          $0.number == number && $0.isAnswer == isAnswer
        }
        let collection = comparison?.collection ?? ""
        var read: [String] = []
        if let onPages = comparison?.onPages { read.append("its pages hold \(onPages)") }
        if let records = comparison?.records { read.append("the export has \(records)") }
        return RuleMessage(
          "Clever counts \(comparison?.counted ?? 0) '\(collection)', "
            + read.joined(separator: " and "),
          at: isAnswer
            ? source.counts[number].place
            : RecordPlace(file: source.pages[number].file, offset: 0)
        )
      }
    )
  )
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
