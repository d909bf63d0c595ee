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
        let pages = roster.source.pages
        var starts: Set<Cursor> = []
        var nexts: Set<Cursor> = []
        for page in pages {
          starts.insert(Cursor(path: page.path, after: page.startsAfter))
          if let next = page.nextAfter { nexts.insert(Cursor(path: page.path, after: next)) }
        }
        let lists = WholeLists(pages)
        for (number, page) in pages.enumerated() where lists.judges(page) {
          if let next = page.nextAfter, !starts.contains(Cursor(path: page.path, after: next)) {
            report.find(PageNeighbour(.next, of: number))
          }
          if !page.startsAfter.isEmpty,
            !nexts.contains(Cursor(path: page.path, after: page.startsAfter))
          {
            report.find(PageNeighbour(.previous, of: number))
          }
        }
      },
      describe: { hit, roster in
        let page = roster.source.pages[hit.detail.page]
        if hit.detail.side == .next {
          return RuleMessage(
            "page of '\(page.collection)': 'next' asks for the page after '\(page.nextAfter ?? "")', "
              + "which is not in the export",
            at: page.nextPlace
          )
        }
        return RuleMessage(
          "page of '\(page.collection)': it begins after '\(page.startsAfter)', and the page that "
            + "ends there is not in the export",
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

  init(_ side: Side, of page: Int) {
    self.page = page
    self.side = side
  }
  init(_ packed: PackedDetail) {
    self.init(packed.second == 0 ? .next : .previous, of: Int(packed.first))
  }
  var packed: PackedDetail { PackedDetail(page, side.rawValue) }
}

/// Where a page of a list begins.
private struct Cursor: Hashable {
  var path: String
  var after: String
}

/// Tells the lists an import rests on from those saved beside them.
///
/// `/v1.1/students` is the whole list; `/v1.1/schools/<id>/students` is a part of it, which
/// may have been saved in passing, and counts only where the whole list was not saved.
struct WholeLists {
  private var collections: Set<String> = []

  init(_ pages: [ListPage]) {
    for page in pages where WholeLists.isWhole(page) { collections.insert(page.collection) }
  }

  /// Whether the path is a version and a collection, nothing more.
  static func isWhole(_ page: ListPage) -> Bool {
    page.path.utf8.count { $0 == UInt8(ascii: "/") } == 2
  }

  /// Whether records would be missing if a page of this one's list were.
  func judges(_ page: ListPage) -> Bool {
    !page.path.isEmpty && (WholeLists.isWhole(page) || !collections.contains(page.collection))
  }
}
