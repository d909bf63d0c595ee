import Testing

@testable import RosterRules

/// Who is meant by an address or an id with a slip in it.
@Suite struct NearPersonTests {
  private static let people = [
    NearPerson(id: "6a7100000000000000000001", email: "imani.brightwater@oak.us"),
    NearPerson(id: "6a7100000000000000000002", email: "soren.hakonsen@oak.us"),
    NearPerson(id: "6a7100000000000000000003", email: "lee@oak.us"),
    NearPerson(id: "6a7100000000000000000013", email: "li@oak.us"),
    NearPerson(id: "6bff00000000000000000001", email: ""),
  ]

  @Test(arguments: [
    ("imani.brigtwater@oak.us", 0), ("Imani.Brihgtwater@OAK.us", 0), ("soren.hakonsen@oak.org", 1),
    ("leee@oak.us", 2), ("6bff0000000000000000001", 4), ("6bff00000000000000000O01", 4),
  ])
  func `the only person who is near is meant`(given: String, index: Int) {
    #expect(NearPerson.only(near: given, among: Self.people) == index)
  }

  @Test(arguments: [
    // Two ids are as near.
    "6a7100000000000000000004", "someone.else@oak.us", "li2@elsewhere.us", "", "@", "@oak.us",
    // A short name may be anyone's.
    "lo@oak.us2", "6a71",
  ])
  func `where several people or none are near, no one is meant`(given: String) {
    #expect(NearPerson.only(near: given, among: Self.people) == nil)
  }
}
