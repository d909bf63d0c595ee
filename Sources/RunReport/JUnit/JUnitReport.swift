internal import Findings
internal import Texts

/// `junit.xml`: the run as a test report, for build servers that show and count such files.
///
/// A need of the permission gate and a rule are a test each. A need that is not met, and a rule
/// whose findings keep records out or stop the run, has failed; a rule that did not run was
/// skipped; warnings and notes pass, and their output says so. The form is the one that Jenkins,
/// GitLab and the like agree on: `testsuites`, `testsuite`, `testcase`. It has no times: the same
/// run gives the same bytes.
public enum JUnitReport {
  /// How many places of a rule are named; the other forms have all of them.
  static let placeLimit = 5

  /// The whole file, ended by a line feed.
  public static func render(_ report: Report) -> String {
    let suites = JUnitSuite.suites(of: report)
    var xml = MarkupWriter(.xml)
    let cases = suites.flatMap(\.cases)
    xml.element("testsuites", JUnitSuite.counts(named: "clever-to-bloomz", cases)) { xml in
      for suite in suites {
        xml.element("testsuite", JUnitSuite.counts(named: suite.name, suite.cases)) { xml in
          for one in suite.cases { xml.testcase(one, of: suite.name) }
        }
      }
    }
    return xml.text
  }
}

extension MarkupWriter {
  fileprivate mutating func testcase(_ one: JUnitCase, of suite: String) {
    element(
      "testcase",
      ["classname": "clever-to-bloomz.\(suite)", "name": one.name, "time": "0"]
    ) { xml in
      xml.element("properties") { xml in
        for (name, value) in one.properties {
          xml.empty("property", ["name": name, "value": value])
        }
      }
      switch one.outcome {
      case .passed: break
      case .skipped(let why): xml.empty("skipped", ["message": why])
      case .failed(let type):
        xml.element("failure", ["message": one.message, "type": type], lines: one.lines)
      }
      if case .passed = one.outcome, !one.lines.isEmpty {
        xml.element("system-out", lines: [one.message] + one.lines)
      }
    }
  }
}
