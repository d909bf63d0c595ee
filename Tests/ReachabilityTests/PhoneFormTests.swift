import Reachability
import Testing

@Suite struct PhoneFormTests {
  @Test(arguments: [
    ("5035550111", PhoneForm.asGiven), ("(503) 555-0111", .reduced), ("1-(503) 555-0111", .reduced),
    ("+1 503.555.0111", .reduced), ("503/555\u{2013}0111", .reduced),
    ("503\u{A0}5550111", .reduced),
    ("15035550111", .reduced), ("5035550111 ", .reduced), ("", .empty), (" -- ", .empty),
    ("555-0111", .unusable), ("503555011", .unusable), ("50355501112", .unusable),
    ("150355501112", .unusable), ("15035550111x2", .unusable), ("+5035550111", .unusable),
    ("++15035550111", .unusable), ("1+5035550111", .unusable), ("+", .unusable),
    ("0035550111", .unusable), ("1035550111", .unusable), ("11035550111", .unusable),
    ("phone", .unusable), ("5035550111 or 5035550112", .unusable), ("\u{C2}", .unusable),
    ("503\u{2212}5550111", .unusable),
  ])
  func `a telephone number has a form`(text: String, form: PhoneForm) {
    #expect(PhoneForm(of: Array(text.utf8).span) == form)
    #expect(form.isUsable == (form == .asGiven || form == .reduced))
  }

  @Test(arguments: [
    "5035550111", "(503) 555-0111", "1-(503) 555-0111", "+1 503.555.0111", "15035550111",
    "503/555\u{2013}0111", "503\u{A0}5550111", " 503 555 0111 ",
  ])
  func `the digits of a usable number are ten`(text: String) {
    let digits = PhoneForm.digits(of: Array(text.utf8).span)
    #expect(String(decoding: digits.indices.map { digits[$0] }, as: UTF8.self) == "5035550111")
  }

  @Test(arguments: [
    ("5035550111", 0), ("+15035550111", 2), ("1 5035550111", 2), ("503-555-0111", nil),
    ("5035550111 ", nil),
  ])
  func `undivided digits are found where they stand`(text: String, start: Int?) {
    let digits = PhoneForm.lastDigits(of: Array(text.utf8).span)
    #expect(digits == start.map { $0..<$0 + 10 })
  }

  @Test(arguments: [
    ("5555555555", true), ("(555) 555-5555", true), ("1-999-999-9999", true), ("5555555556", false),
    ("555555555", false), ("0000000000", false), ("15555555555", true), ("", false),
  ])
  func `a phone of one digit is found`(text: String, isFound: Bool) {
    #expect(PhoneForm.isOneDigit(Array(text.utf8).span) == isFound)
  }
}
