import Findings
import Roster

extension RosterRule {
  /// An importer that trims its cells finds another key than the one that points at it.
  public static let keyWithOuterSpace = RosterRule(
    "key-with-outer-space",
    .warning,
    phase: .values,
    title: "a key begins or ends with a space",
    why: "it is not published whether Bloomz trims its cells; if it does, the key no longer "
      + "fits the one in the school's records",
    effect: "the record goes in under the key as it is",
    help: "take the space off the key in the school's records",
    fixer: .recordsClerk,
    source: .bloomzV2Guide(
      "sample headers with and without spaces: whether cells are trimmed is not said"
    ),
    example: "student '530e5960049e75a9262cff3c' (sis_id '9002 '): the sis_id begins or ends "
      + "with a space",
    latitude: .any,
    check: .texts("begins or ends with a space", .outerSpace)
  )
}
