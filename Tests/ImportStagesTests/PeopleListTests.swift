import RosterRules
import Testing

@testable import ImportStages

/// The forms in which people have a list of people.
@Suite struct PeopleListTests {
  /// The words of each person of the list.
  private func people(_ text: String) throws -> [[String]] {
    try PeopleList(ListText(Array(text.utf8))).people.map(\.words)
  }

  @Test(arguments: [
    "sam@oak.us\nann@oak.us\n", "sam@oak.us; ann@oak.us", "sam@oak.us,ann@oak.us;\r\n",
    "Sam Lee <sam@oak.us>\nAnn Po <ann@oak.us>",
    "\"Lee, Sam\" <sam@oak.us>; \"Po, Ann\" <ann@oak.us>",
    "mailto:sam@oak.us\nSMTP:ann@oak.us", "sam@oak.us ann@oak.us",
    "  sam@oak.us\u{A0}\n\u{200B}ann@oak.us",
    "\"sam@oak.us\"\n'ann@oak.us'", "“sam@oak.us”\n(ann@oak.us).",
    "\u{FEFF}sam@oak.us\rann@oak.us\r",
    "# who joined\n\nsam@oak.us\nann@oak.us", "Email\nsam@oak.us\nann@oak.us",
    "sep=;\nsam@oak.us\nann@oak.us", "sam@oak.us\tann@oak.us",
  ])
  func `two addresses are two people`(text: String) throws {
    #expect(try people(text) == [["sam@oak.us"], ["ann@oak.us"]])
  }

  @Test func `an apostrophe in an address stays`() throws {
    #expect(try people("'pat.o'neil@oak.us'") == [["pat.o'neil@oak.us"]])
  }

  @Test func `a row of a table is one person, with all that may name them`() throws {
    let table =
      "Clever ID,Name,Email\n6a71,Sam Lee,\"sam@oak.us; sam@mail.net\"\n6a72,\"Po, Ann\",\n"
    #expect(try people(table) == [["sam@oak.us", "sam@mail.net", "6a71"], ["6a72"]])
  }

  @Test(arguments: ["6a71, 6a72", "6a71\n6a72", "6a71;6a72;", "id\n6a71\n6a72"])
  func `ids are read as well`(text: String) throws {
    #expect(try people(text) == [["6a71"], ["6a72"]])
  }

  @Test(arguments: [
    ("joined", "yes", true), ("Joined?", "x", true), ("Status", "Active", true),
    ("date joined", "08/20/2026", true), ("status", "Pending", false), ("status", "", false),
    ("joined", "no", false), ("has joined", "0", false),
  ])
  func `a column says who joined`(name: String, value: String, joined: Bool) throws {
    let table = "name\temail\t\(name)\nSam\tsam@oak.us\t\(value)\n"
    #expect(try people(table) == (joined ? [["sam@oak.us"]] : []))
  }

  @Test func `a value that is neither yes nor no counts as neither`() throws {
    let list = try PeopleList(ListText(Array("email,status\nsam@oak.us,perhaps\n".utf8)))
    #expect(list.people.isEmpty)
    #expect(list.unread.map(\.line) == [2])
  }

  @Test func `a word that tells of someone who did not join is not read past`() throws {
    let list = try PeopleList(ListText(Array("sam@oak.us,invited\nann@oak.us\n".utf8)))
    #expect(list.people.map(\.words) == [["ann@oak.us"]])
    #expect(list.unread.map(\.line) == [1])
  }

  @Test func `a line without an address or id is counted with its number`() throws {
    let list = try PeopleList(ListText(Array("sam@oak.us\n\nAnn Po\n".utf8)))
    #expect(list.unread.map(\.line) == [3])
    #expect(list.people.map(\.line) == [1])
  }

  @Test func `an address knows its column`() throws {
    let list = try PeopleList(ListText(Array("sam@oak.us; Ann <ann@oak.us>".utf8)))
    #expect(list.people.map(\.column) == [1, 18])
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is read with and without its mark, in both orders`(hasMark: Bool, highFirst: Bool)
    throws
  {
    let bytes = "\(hasMark ? "\u{FEFF}" : "")sam@oak.us\r\nann@oak.us".utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return highFirst ? [high, low] : [low, high]
    }
    #expect(
      try PeopleList(ListText(bytes)).people.map(\.words) == [["sam@oak.us"], ["ann@oak.us"]]
    )
  }

  @Test func `a name in Windows-1252 hides no address`() throws {
    let bytes = Array("Jos".utf8) + [0xE9] + Array(" <jose@oak.us>".utf8)
    #expect(try PeopleList(ListText(bytes)).people.map(\.words) == [["jose@oak.us"]])
  }

  @Test(arguments: [
    ([0x50, 0x4B, 0x03, 0x04], "workbook"), ([0xD0, 0xCF, 0x11, 0xE0], "Excel"),
    (Array("%PDF-1.7".utf8), "PDF"), (Array("<!DOCTYPE html>".utf8), "web page"),
    (Array("{\\rtf1".utf8), "RTF"), ([0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], "zero bytes"),
  ])
  func `what is no text is named for what it is`(bytes: [UInt8], kind: String) {
    let error = #expect(throws: ListText.NotText.self) { try ListText(bytes) }
    #expect(error?.kind.contains(kind) == true)
  }

  @Test func `codes are read from the same forms`() throws {
    let texts = [
      "T-1,AB-1\nT-2,AB-2\n", "person_key,code\nT-1,AB-1\nT-2,AB-2",
      "\"T-1\";\"AB-1\"\n\"T-2\";\"AB-2\"\n",
      "T-1\tAB-1\r\nT-2\tAB-2",
    ]
    for text in texts {
      let codes = GivenCodes(Array(text.utf8), path: "codes.csv")
      #expect(codes.codes == ["T-1": "AB-1", "T-2": "AB-2"])
      #expect(codes.faults.isEmpty)
    }
  }
}
