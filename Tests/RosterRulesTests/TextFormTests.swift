import FlatTables
import Testing

@testable import RosterRules

/// What texts look like by their bytes: each form with its nearest neighbours that are sound.
@Suite struct TextFormTests {
  @Test(arguments: [
    ("JosÃ©", true), ("EspaÃ±ol", true), ("Ã‰lodie", true), ("Â©", true), ("Oâ€™Brien", true),
    ("Mar\u{FFFD}a", true), ("José", false), ("SÃO", false), ("Ã", false), ("Âme", false),
    ("Fa√ürow", true), ("B√©r√©nitez", true), ("D√ºarte", true), ("O‚ÄôBrien", true),
    ("Jos├⌐", true), ("Wa≈Çƒôsa", true), ("WaÅ‚Ä™sa", true), ("M¸ller", true), ("V·squez", true),
    ("J‰ger", true), ("Gal·la", false), ("√2", false), ("Müller", false), ("Åse", false),
    ("Åšland", false), ("Ærø", false), ("Hernández–Ruíz", false), ("Ka’iulani", false),
    ("château", false), ("â‚", false), ("", false), ("İÃ", false), ("Ãƒ", true),
  ])
  func `letters that were read in the wrong encoding are found`(text: String, isFound: Bool) {
    #expect(TextForms.isGarbled(Array(text.utf8).span) == isFound)
  }

  @Test(arguments: [
    ("<b>Max", true), ("</b>", true), ("O&#39;Brien", true), ("A&amp;B", true), ("<3 Max", false),
    ("Art & Music", false), ("R&D", false), ("R&D;", true), ("a < b", false), ("&;", false),
    ("&verylongword;", false), ("&", false), ("<", false),
  ])
  func `tags and character references are found`(text: String, isFound: Bool) {
    #expect(TextForms.holdsMarkup(Array(text.utf8).span) == isFound)
  }

  @Test(arguments: [
    ("a@b", true), ("max@mail.us", true), ("https://x", true), ("a @ b", false), ("@b", false),
    ("a@", false), ("c/o Berg", false), ("n/a", false),
  ])
  func `an address in a name is found`(text: String, isFound: Bool) {
    #expect(TextForms.holdsAddress(Array(text.utf8).span) == isFound)
  }

  @Test(arguments: [
    ("Test", true), ("TEST 2", true), ("Test-Student", true), ("N/A", true), ("n/a.", true),
    ("TBD", true), ("Do Not Use", true), ("(vacant)", true), ("Testa", false), ("Na", false),
    ("Nadia", false), ("Ng", false), ("Contest", false), ("Tést", false), ("Testé", false),
    ("", false), ("12", false), ("Do Not Use This Record Again", false),
  ])
  func `a word that names no person is found whole`(text: String, isFound: Bool) {
    #expect(TextForms.isPlaceholder(Array(text.utf8).span) == isFound)
  }

  @Test(arguments: [
    ("5.1E+11", true), ("5E+11", true), ("5.12345e+11", true), ("1042.0", true), ("1042", false),
    ("1042.5", false), ("1042.00", false), ("E+11", false), ("5E11", false), ("5.1E+", false),
    ("5.1E+1a", false), ("02M800", false), ("", false), ("1042.", false), (".0", false),
  ])
  func `a number that a spreadsheet wrote is told from a key`(text: String, isFound: Bool) {
    #expect(TextForms.isRewrittenNumber(Array(text.utf8).span) == isFound)
  }

  @Test(arguments: [
    ("none@none.com", true), ("No.Email@pine-valley.us", true), ("NONE@x.us", true),
    ("ann@TEST.com", true), ("nona@x.us", false), ("none.such@x.us", false),
    ("ann@contest.com", false), ("none", false), ("@none.com", false),
    ("ann@none.community", false),
  ])
  func `an address that was made up is found`(text: String, isFound: Bool) {
    #expect(EmailForms.isPlaceholder(Array(text.utf8).span) == isFound)
  }

  @Test(arguments: [
    ("ann@gmial.com", true), ("ann@Gmail.CON", true), ("ann@a.b.comm", true),
    ("ann@gmail.com", false),
    ("ann@con.us", false), ("ann@con", false), ("con@x.us", false), ("ann.con", false),
    ("ann@gmial.com.us", false),
  ])
  func `a misspelt host is found`(text: String, isFound: Bool) {
    #expect(EmailForms.hasMisspeltHost(Array(text.utf8).span) == isFound)
  }

  @Test func `a sign is seen wherever it stands, whatever stands beside it`() {
    let signs: [(String, TextForms.Sight)] = [
      ("0", .digit), ("9", .digit), ("@", .mayBeAddress), ("/", .mayBeAddress),
      ("<", .mayBeMarkup), ("&", .mayBeMarkup), ("'", []), (":", []), ("?", []), ("%", []),
      ("A", []), ("\u{7F}", []), ("é", []),
    ]
    for filler in ["a", "-", " ", "ÿ", "\0"] {
      for length in 0..<20 {
        let before = String(repeating: filler, count: length)
        for (sign, sight) in signs {
          for behind in 0..<10 {
            let text = before + sign + String(repeating: filler, count: behind)
            #expect(TextForms.sight(of: Array(text.utf8).span) == sight, "\(text)")
          }
        }
      }
    }
    #expect(TextForms.sight(of: Array("".utf8).span) == [])
    #expect(
      TextForms.sight(of: Array("3rd <b> of a@b".utf8).span)
        == [.digit, .mayBeMarkup, .mayBeAddress]
    )
  }
}
