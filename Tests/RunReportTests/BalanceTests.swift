import Findings
import RunReport
import Testing

struct BalanceTests {
  @Test
  func `a report whose numbers add up has nothing to answer for`() {
    #expect(fullReport().imbalances() == [])
    #expect(emptyReport().imbalances() == [])
  }

  @Test
  func `a record without a fate is found`() {
    var report = fullReport()
    report.tally[1].read = 13
    #expect(report.imbalances().map(\.description) == ["teachers: 13 read, but 12 have a fate"])
  }

  @Test
  func `a stage that lost a record is found`() {
    var report = fullReport()
    report.books[0].wentOn = 1421
    #expect(
      report.imbalances().map(\.description) == [
        "stage 'validate': 1425 came in, but 1421 went on and 3 got a fate"
      ]
    )
  }

  @Test
  func `counts below zero are found even where they add up`() {
    var report = fullReport()
    report.tally[1].fates = FateCounts(bundled: 13, withheld: -1)
    report.books[0].fates = FateCounts(withheld: 4, unreadable: -1)
    #expect(
      report.imbalances().map(\.description) == [
        "teachers: a count is below zero", "stage 'validate': a count is below zero",
      ]
    )
  }

  @Test
  func `a rule that holds more than it counted is found`() {
    var report = fullReport()
    report.rules[1].total = 1
    #expect(
      report.imbalances().map(\.description) == [
        "rule 'teacher-without-email': 1 counted, but 2 held"
      ]
    )
  }

  @Test
  func `a finding in another rule's section is found`() {
    var report = fullReport()
    report.rules[1].list[0].level = .warning
    report.rules[1].list[1].code = "other"
    #expect(
      report.imbalances().map(\.description) == [
        "rule 'teacher-without-email': 2 of its findings have another code or level"
      ]
    )
  }

  @Test(arguments: 0..<50)
  func `a random report adds up until one number is changed`(seed: Int) {
    var maker = ReportMaker(seed: seed)
    var report = maker.report()
    #expect(report.imbalances() == [], "seed \(seed)")
    guard !report.tally.isEmpty else { return }
    report.tally[0].read += 1
    #expect(report.imbalances().count == 1, "seed \(seed)")
  }
}
