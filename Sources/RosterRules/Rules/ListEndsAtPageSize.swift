import Findings
import Roster

extension RosterRule {
  /// A list of exactly a page's worth of records, while others name more: the next page was not
  /// asked for.
  public static let listEndsAtPageSize = RosterRule(
    "list-ends-at-page-size",
    .blocker,
    phase: .files,
    title: "a list ends after exactly a page's worth of records, and more are named",
    why: "the rest of the list was most likely not saved, and what is missing from a bundle may be "
      + "removed in Bloomz",
    effect: "nothing is written",
    help: "export the list again, following 'next' until an answer has none; with 'limit=10000' a "
      + "page holds more",
    fixer: .importer,
    source: .cleverPaging("a page has 100 records unless 'limit' asks for more, 10,000 at most"),
    example:
      "the list ends after exactly 100 students, which is a full page, and 20 more are named "
      + "elsewhere",
    latitude: .warningToBlocker("a list may be cut, so it cannot be a note"),
    hides: "whether lists without links were cut at the end of a page",
    trail: .cutList,
    check: RuleCheck(
      noting: CutEntity.self,
      find: { roster, report in
        for list in roster.cutLists() { report.find(CutEntity(list.entity)) }
      },
      describe: { hit, roster in
        guard let list = roster.cutLists().first(where: { $0.entity == hit.detail.entity }) else {
          return RuleMessage("a list ends at a full page")
        }
        return RuleMessage(
          "the list ends after exactly \(list.count) \(list.entity.plural), which is a full page, "
            + "and \(list.named) more \(list.named == 1 ? "is" : "are") named elsewhere",
          at: RecordPlace(file: list.file, offset: 0)
        )
      }
    )
  )
}

/// The kind of record whose list is cut.
struct CutEntity: HitDetail {
  let entity: Entity

  init(_ entity: Entity) { self.entity = entity }
  init(_ packed: PackedDetail) {
    self.init(Entity(rawValue: UInt8(truncatingIfNeeded: packed.first)) ?? .user)
  }
  var packed: PackedDetail { PackedDetail(Int(entity.rawValue)) }
}
