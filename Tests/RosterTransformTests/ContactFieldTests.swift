import BloomzModel
import FlatTables
import Roster
import RosterTransform
import Testing

/// Names in two parts and telephones in ten digits, as contacts have them in the bundle.
struct ContactFieldTests {
  private func onlyContact(_ edit: (inout RosterBuilder) throws -> Void) throws -> TransformOutcome
  {
    var builder = try RosterBuilder.oneSchool()
    try builder.student("S1")
    try edit(&builder)
    return try builder.stepTwo()
  }

  @Test(arguments: [
    ("Okafor, Grace", "Grace", "Okafor", ContactNameForm.atComma),
    ("Okafor,Grace", "Grace", "Okafor", .atComma),
    ("  Okafor ,  Grace  Ada ", "Grace Ada", "Okafor", .atComma),
    ("van der Berg, Jan", "Jan", "van der Berg", .atComma),
    ("Smith, John, Jr.", "John", "Smith, Jr.", .atComma),
    ("Smith,, John", "John", "Smith", .atComma),
    ("Smith, Ann, Bob", "Ann, Bob", "Smith", .atComma),
    ("Rahman, Md", "Md", "Rahman", .atComma),
    ("Grace Okafor", "Grace", "Okafor", .atLastWord),
    ("Grace Ada Okafor", "Grace Ada", "Okafor", .atLastWord),
    (" Grace   Okafor ", "Grace", "Okafor", .atLastWord),
    ("Grace\u{A0}Okafor", "Grace", "Okafor", .atLastWord),
    ("Grace\tOkafor", "Grace", "Okafor", .atLastWord),
    ("Mary-Jane O'Neil-Smith", "Mary-Jane", "O'Neil-Smith", .atLastWord),
    ("Martin Luther King, Jr.", "Martin Luther", "King, Jr.", .atLastWord),
    ("Henry Tudor, VIII", "VIII", "Henry Tudor", .atComma),
    ("Hank Ford, III", "Hank", "Ford, III", .atLastWord),
    ("José Ñandú", "José", "Ñandú", .atLastWord),
    ("王 小明", "王", "小明", .atLastWord),
    ("Okafor", "", "Okafor", .oneWord),
    (" Okafor ", "", "Okafor", .oneWord),
    ("Okafor,", "", "Okafor", .oneWord),
    (", Okafor", "", "Okafor", .oneWord),
    ("Ford, III", "", "Ford, III", .oneWord),
    ("Jr.", "", "Jr.", .oneWord),
    ("Cher 1", "Cher", "1", .atLastWord),
    ("", "", "", .none),
    ("   ", "", "", .none),
    (",", "", "", .none),
  ])
  func `a whole name is split`(
    whole: String,
    first: String,
    last: String,
    form: ContactNameForm
  ) throws {
    let outcome = try onlyContact {
      try $0.contact("P1", last: whole, of: [.init(student: "S1")])
    }
    let bloomz = outcome.bloomz
    #expect(bloomz.text.string(bloomz.contacts.firstName[0]) == first)
    #expect(bloomz.text.string(bloomz.contacts.lastName[0]) == last)
    #expect(outcome.notes.contactNames.met.map(\.key) == [form])
  }

  @Test(arguments: [("Grace", "Okafor"), ("Grace", "Okafor, Ada B"), ("Grace", "")])
  func `names that Clever splits stay as they are`(first: String, last: String) throws {
    let outcome = try onlyContact {
      try $0.contact("P1", first: first, last: last, of: [.init(student: "S1")])
    }
    let bloomz = outcome.bloomz
    #expect(bloomz.text.string(bloomz.contacts.firstName[0]) == first)
    #expect(bloomz.text.string(bloomz.contacts.lastName[0]) == last)
    #expect(outcome.notes.contactNames[.given] == 1)
  }

  @Test(arguments: [
    ("5035550111", "5035550111"), ("503-555-0111", "5035550111"),
    ("(503) 555-0111", "5035550111"), ("503.555.0111", "5035550111"),
    ("503 555 0111", "5035550111"), ("503/555-0111", "5035550111"),
    ("+15035550111", "5035550111"), ("+1 (503) 555-0111", "5035550111"),
    ("1-503-555-0111", "5035550111"), ("15035550111", "5035550111"),
    (" 503\u{A0}555\u{2011}0111 ", "5035550111"), ("503–555–0111", "5035550111"),
    ("\t5035550111", "5035550111"),
    ("555-0111", ""), ("503555011", ""), ("50355501110", ""), ("25035550111", ""),
    ("+5035550111", ""), ("+44 20 7946 0958", ""), ("503-555-0111 x12", ""),
    ("503-555-0111 ext. 12", ""), ("503-555-0111 503-555-0112", ""), ("0000000000", ""),
    ("0035550111", ""), ("1035550111", ""), ("10035550111", ""), ("11035550111", ""),
    ("503+5550111", ""), ("++15035550111", ""), ("n/a", ""), ("", ""), ("-", ""), ("( ) -", ""),
    ("+", ""), ("５０３５５５０１１１", ""), ("=5035550111", ""), ("5035550111;", ""),
  ])
  func `a telephone number is ten digits or none`(given: String, expected: String) throws {
    let outcome = try onlyContact {
      try $0.contact("P1", phone: given, of: [.init(student: "S1")])
    }
    let bloomz = outcome.bloomz
    #expect(bloomz.text.string(bloomz.contacts.phone[0]) == expected)
    let hasNoDigits = ["", "-", "( ) -"].contains(given)
    #expect(
      outcome.notes.count(of: .contactPhoneUnusable) == (expected.isEmpty && !hasNoDigits ? 1 : 0)
    )
  }

  @Test(arguments: [
    ("grace@mail.example", true), ("Grace.Okafor+school@mail.example", true), ("grace", false),
    ("grace@mail", false), ("@mail.example", false), ("grace@@mail.example", false),
    ("grace okafor@mail.example", false), ("grésce@mail.example", false),
    ("a@b.example, c@d.example", false), ("=cmd@mail.example", true),
  ])
  func `a malformed address is dropped`(email: String, isKept: Bool) throws {
    let outcome = try onlyContact {
      try $0.contact("P1", email: email, phone: "5035550111", of: [.init(student: "S1")])
    }
    let bloomz = outcome.bloomz
    #expect(bloomz.text.string(bloomz.contacts.email[0]) == (isKept ? email : ""))
    #expect(outcome.notes.count(of: .contactEmailMalformed) == (isKept ? 0 : 1))
  }
}
