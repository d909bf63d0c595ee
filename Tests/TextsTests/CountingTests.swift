import Testing
import Texts

@Suite struct CountingTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (-1000, "-1,000"), (12_345_678, "12,345,678"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `thousands have commas`(number: Int, text: String) {
    #expect(grouped(number) == text)
  }

  @Test func `a number goes with its noun`() {
    #expect(counted(1, "error") == "1 error")
    #expect(counted(0, "error") == "0 errors")
    #expect(counted(1204, "person", plural: "people") == "1,204 people")
  }

  @Test(arguments: [("school admins", "School admins"), ("'x'", "'x'"), ("Éa", "Éa"), ("", "")])
  func `only a small Latin letter becomes a capital`(words: String, heading: String) {
    #expect(capitalized(words) == heading)
  }
}
