import Findings
import Roster

extension RosterRule {
  /// What Bloomz shows only to admins would be shown to everyone in the class.
  public static let nameIsAddress = RosterRule(
    "name-is-address",
    .warning,
    phase: .values,
    title: "a name is or holds an email or web address",
    why: "Bloomz shows addresses to admins alone, but a name to everyone in the class",
    effect: "the record goes in with the name as it is",
    help: "put the name and the address into their own fields in the school's records",
    fixer: .recordsClerk,
    source: .bloomzSecurity("phone numbers and email addresses are shown to admins only"),
    example: "contact '58da8c58da8c58da8c58da01': the name holds an email or web address",
    latitude: .any,
    check: .texts("holds an email or web address", .address)
  )
}
