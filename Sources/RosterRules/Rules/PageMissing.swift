import Findings
import Roster

extension RosterRule {
  /// A list answer names the page that follows; where that page is not there, records are missing.
  public static let pageMissing = RosterRule(
    "page-missing",
    .blocker,
    phase: .files,
    title: "a page of a list is missing",
    why: "the records of that page are missing, and what is missing from a bundle may be removed "
      + "in Bloomz",
    effect: "nothing is written",
    help: "export the list again, following 'next' until an answer has none",
    fixer: .importer,
    source: .cleverPaging("'links' with rel 'next' is there as long as pages follow"),
    example: "page of 'students': 'next' asks for the page after '530e5961049e75a9262cffe4', which "
      + "is not in the export",
    latitude: .alwaysBlocker("a record that is missing cannot be told from one that was removed"),
    hides: "whether every list was saved to its end",
    trail: .missingPage,
    cannotRun: { roster, _ in
      roster.source.pages.contains { !$0.path.isEmpty }
        ? nil : "no file has the links of a list answer"
    },
    check: RuleCheck(
      noting: PageNeighbour.self,
      find: { roster, report in
        for list in roster.savedLists().judged {
          for gap in list.gaps {
            report.find(PageNeighbour(gap.isNext ? .next : .previous, of: gap.page))
          }
        }
      },
      describe: { hit, roster in
        let page = roster.source.pages[hit.detail.page]
        if hit.detail.side == .next {
          return RuleMessage(
            "page of '\(page.collection)': 'next' asks for \(PageNeighbour.words(page.nextAfter)), "
              + "which is not in the export",
            at: page.nextPlace.isKnown
              ? page.nextPlace : RecordPlace(file: page.file, offset: 0)
          )
        }
        guard page.isStartKnown else {
          return RuleMessage(
            "page of '\(page.collection)': it has no 'self' link, so nothing tells which page comes "
              + "before it",
            at: RecordPlace(file: page.file, offset: 0)
          )
        }
        return RuleMessage(
          "page of '\(page.collection)': it is \(PageNeighbour.words(page.startsAfter)), and the page "
            + "before it is not in the export",
          at: RecordPlace(file: page.file, offset: 0)
        )
      }
    )
  )
}

/// Which neighbour of a page is missing.
struct PageNeighbour: HitDetail {
  enum Side: Int {
    case next
    case previous
  }

  let page: Int
  let side: Side

  /// The page that begins at `start`, in words.
  static func words(_ start: String?) -> String {
    guard let start, start != "?" else { return "a page that its link does not name" }
    return start.contains(" ") ? start : "the page after '\(start)'"
  }

  init(_ side: Side, of page: Int) {
    self.page = page
    self.side = side
  }
  init(_ packed: PackedDetail) {
    self.init(packed.second == 0 ? .next : .previous, of: Int(packed.first))
  }
  var packed: PackedDetail { PackedDetail(page, side.rawValue) }
}
