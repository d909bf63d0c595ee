import TestSupport
import Testing

@testable import MailMessage

struct AddressTests {
  @Test(arguments: [
    "pat@lincoln.org", "p@lincoln.org", "pat.doe@lincoln.org", "pat+bloomz@lincoln.org",
    "pat_doe@lincoln.org", "PAT@LINCOLN.ORG", "o'neil@lincoln.org", "1234@lincoln.org",
    "pat@mail.k12.ca.us", "pat@lincoln-elementary.org", "pat@1lincoln.org", "pat@123.org",
    "pat@xn--bcher-kva.org", "pat@lincoln.xn--p1ai", "!#$%&'*+-/=?^_`{|}~@lincoln.org",
    "a.b.c.d.e@lincoln.org", "-pat-@lincoln.org", "pat@a.b.c.d.e.f.org", "pat@tests.org",
    "pat@example.edu", "pat@myexample.com", "pat@invalid.org",
    "\(String(repeating: "a", count: 64))@lincoln.org",
    "pat@\(String(repeating: "a", count: 63)).org",
  ])
  func `an ordinary address can be sent to`(address: String) {
    #expect(MailAddress.check(Array(address.utf8)) == .ok)
  }

  @Test(
    arguments: [
      ("", .empty), (" ", .empty), ("     ", .empty),
      ("seth_schoen.example.org", .noAt), ("pat", .noAt), ("lincoln.org", .noAt),
      ("pat(at)lincoln.org", .noAt),
      ("@lincoln.org", .badLocal), (".pat@lincoln.org", .badLocal), ("pat.@lincoln.org", .badLocal),
      ("pat..doe@lincoln.org", .badLocal), ("pat doe@lincoln.org", .badLocal),
      (" pat@lincoln.org", .badLocal), ("\"pat doe\"@lincoln.org", .badLocal),
      ("pat,doe@lincoln.org", .badLocal), ("pat;doe@lincoln.org", .badLocal),
      ("pat(doe)@lincoln.org", .badLocal), ("<pat@lincoln.org>", .badLocal),
      ("Pat Doe <pat@lincoln.org>", .badLocal), ("pat\\@lincoln.org", .badLocal),
      ("mailto:pat@lincoln.org", .badLocal), ("pat\n@lincoln.org", .badLocal),
      ("pat\0@lincoln.org", .badLocal), ("pat\u{7F}@lincoln.org", .badLocal),
      ("\(String(repeating: "a", count: 65))@lincoln.org", .badLocal),
      ("pat@", .badDomain), ("pat@lincoln", .badDomain), ("pat@.org", .badDomain),
      ("pat@lincoln.", .badDomain), ("pat@lincoln.org.", .badDomain),
      ("pat@lincoln..org", .badDomain), ("pat@-lincoln.org", .badDomain),
      ("pat@lincoln-.org", .badDomain), ("pat@lin_coln.org", .badDomain),
      ("pat@lincoln.org ", .badDomain), ("pat@@lincoln.org", .badDomain),
      ("pat@home@lincoln.org", .badDomain), ("pat@[192.0.2.1]", .badDomain),
      ("pat@192.0.2.1", .badDomain), ("pat@lincoln.org,sam@lincoln.org", .several),
      ("pat@lincoln.org\r\nBcc: eve@evil.org", .badDomain), ("pat@lincoln.o", .badDomain),
      ("pat@ab--cd.org", .badDomain), ("pat@xn--.org", .badDomain),
      ("pat@lincoln.org\0", .badDomain),
      ("pat@\(String(repeating: "a", count: 64)).org", .badDomain), ("pat@example", .badDomain),
      ("pät@lincoln.org", .nonASCII), ("pat@bücher.org", .nonASCII), ("pat＠lincoln.org", .nonASCII),
      ("pat\u{200B}@lincoln.org", .nonASCII),
      (
        "pat@"
          + Array(repeating: String(repeating: "a", count: 49), count: 5).joined(separator: ".")
          + ".org", .tooLong
      ),
      ("pat@lincoln.invalid", .reservedForTests), ("pat@lincoln.test", .reservedForTests),
      ("pat@localhost", .reservedForTests), ("pat@mail.localhost", .reservedForTests),
      ("PAT@LINCOLN.INVALID", .reservedForTests),
      ("pat@lincoln.example", .reservedForExamples), ("pat@example.com", .reservedForExamples),
      ("pat@example.net", .reservedForExamples), ("pat@EXAMPLE.ORG", .reservedForExamples),
      ("pat@mail.example.com", .reservedForExamples),
    ] as [(String, AddressVerdict)]
  )
  func `what is no address gets its reason`(address: String, verdict: AddressVerdict) {
    #expect(MailAddress.check(Array(address.utf8)) == verdict)
  }

  @Test func `an address knows its domain`() throws {
    let address = try MailAddress("pat.doe@Mail.Lincoln.org")
    #expect(address.domain == "Mail.Lincoln.org")
    #expect(address.description == "pat.doe@Mail.Lincoln.org")
  }

  @Test func `text that is no address is refused with the reason`() {
    #expect(throws: AddressFault(verdict: .noAt)) { try MailAddress("seth_schoen.example.org") }
    let fault = #expect(throws: AddressFault.self) { try MailAddress("pat@lincoln") }
    #expect(fault?.description == "the address has no host name with a dot after the '@'")
  }

  @Test(arguments: AddressVerdict.allCases)
  func `every verdict has words of its own`(verdict: AddressVerdict) {
    #expect(AddressVerdict.allCases.filter { $0.words == verdict.words } == [verdict])
  }

  @Test func `what is told at a glance is told the same by looking closely`() {
    var generator = SeededRandom(seed: 1)
    let pieces = [
      "a", "Z9", ".", "..", "-", "--", "@", "_", " ", "é", "example", "test", "com", "org", "12",
      "invalid", "localhost", "xn--", "lincoln", "k12", "+", "\"",
    ]
    for _ in 0..<50_000 {
      let count = Int.random(in: 0...7, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let address = Array((Bool.random(using: &generator) ? "pat@" + text : text).utf8)
      #expect(MailAddress.check(address.span) == MailAddress.judge(address.span), "\(address)")
    }
    for length in [63, 64, 65, 189, 190, 191, 254, 255] {
      for local in [1, 64, 65] {
        let host = String(repeating: "abcdefg.", count: length / 8) + "school"
        let address = Array((String(repeating: "p", count: local) + "@" + host).utf8)
        #expect(MailAddress.check(address.span) == MailAddress.judge(address.span))
      }
    }
  }
}
