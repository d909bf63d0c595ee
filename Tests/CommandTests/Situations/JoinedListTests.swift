import TestSupport
import Testing

/// The list of teachers who joined, in the forms that people have it.
@Suite struct JoinedListTests {
  private static let nadia = "nadia.okoye@harborpoint.k12.wa.us"
  private static let sam = "sam.lindqvist@harborpoint.k12.wa.us"

  @Test(arguments: [
    "\(nadia); \(sam)\n",
    "Nadia Okoye <\(nadia)>\r\nSam Lindqvist <\(sam)>\r\n",
    "name,email,status\n\"Okoye, Nadia\",\(nadia),Joined\n\"Lindqvist, Sam\",\(sam),Joined\n",
  ])
  func `both teachers are found however the list is written`(list: String) throws {
    let situation = try Situation(.upload)
    try situation.folder.file("joined.txt", list)
    let result = try situation.run(.parents)
    #expect(result.code == 0)
    #expect(try result.rows("contacts.csv").count == 4)
  }

  @Test func `a list saved as Unicode text is read`() throws {
    let situation = try Situation(.upload)
    let units = "\u{FEFF}\(Self.nadia)\r\n\(Self.sam)\r\n".utf16
    try situation.folder.file("joined.txt", units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let result = try situation.run(.parents)
    #expect(result.code == 0)
    #expect(result.mail.count == 4)
  }

  @Test func `an address with a slip is shown with its line and the teacher who was meant`() throws
  {
    let situation = try Situation(.upload)
    let slip = Self.sam.replacing("lindqvist", with: "lindqist")
    try situation.folder.file("joined.txt", "\(Self.nadia)\n\(slip)\n")
    let result = try situation.run(.parents)
    #expect(result.code == 77)
    #expect(!result.isPublished)
    #expect(result.tells("joined.txt:2", "nearly that of teacher 'T-12'"))
    #expect(!result.printed.contains("remind the teachers"))
    #expect(!result.printed.contains(slip), "an address of a person is in the report")
  }

  @Test func `who is marked as invited has not joined`() throws {
    let situation = try Situation(.upload)
    try situation.folder.file(
      "joined.txt",
      "Name;Email;Joined\nNadia;\(Self.nadia);yes\nSam;\(Self.sam);no\n"
    )
    let result = try situation.run(.parents)
    #expect(result.code == 77)
    #expect(result.tells("1 of 2 teachers have not joined: 'T-12'"))
    #expect(result.mail.isEmpty)
  }

  @Test func `a workbook is named, and no teacher is reminded for it`() throws {
    let situation = try Situation(.upload)
    try situation.folder.file("joined.txt", [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 6, 0])
    let result = try situation.run(.parents)
    #expect(result.code == 65)
    #expect(!result.isPublished)
    #expect(result.tells("joined.txt", "workbook", "CSV UTF-8"))
    #expect(!result.printed.contains("The export cannot be trusted"))
    #expect(!result.printed.contains("remind the teachers"))
  }

  @Test func `a line without an address is shown with its number`() throws {
    let situation = try Situation(.upload)
    try situation.folder.file("joined.txt", "\(Self.nadia)\nSam Lindqvist\n")
    let result = try situation.run(.parents)
    #expect(result.code == 77)
    #expect(result.tells("joined.txt:2", "neither an e-mail address nor a Clever id"))
    #expect(result.tells("1 line of the list of those who joined cannot be read"))
  }
}
