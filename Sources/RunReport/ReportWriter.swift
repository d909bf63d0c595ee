public import Findings
public import SafeFiles

/// The forms of the report that are files.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// `report.html`, for the school.
  case html
  /// `report.json`, for programs.
  case json
  /// `findings.csv`, for the people who put the findings right.
  case csv
  /// `fix-lists/`, a list for each school and for each person who can put things right.
  case fixLists = "fix-lists"
  /// `findings.sarif`, for tools that show what checkers found.
  case sarif
  /// `junit.xml`, for build servers.
  case junit
  /// `shareable/`, the page and the JSON for a person outside the school: ids only.
  case shareable
}

/// Which files a report has, and what goes into each.
public enum ReportWriter {
  /// The file by which a folder is known as an older report, and may be replaced.
  public static let mark = "report.json"

  /// The report's files in the formats asked for, to be written side by side.
  ///
  /// `report.json` is written in any case: it is the folder's mark. The order of files is fixed.
  /// The caller has made sure that the report adds up (`Report.imbalances()`), and publishes.
  ///
  /// - Parameters:
  ///   - report: what is to be said.
  ///   - formats: the forms asked for.
  ///   - facts: what the fix lists tell of a finding's record; asked once for each finding, and
  ///     only when they are written.
  /// - Returns: the files, paths relative to the report's folder.
  public static func drafts(
    of report: Report,
    formats: Set<ReportFormat>,
    facts: (Finding) -> RecordFacts = { _ in RecordFacts() }
  ) -> [FileDraft<Void>] {
    let weight = report.findingCounts.total
    var drafts = [
      FileDraft(mark, weight: weight) { file in
        JSONReport.write(report) { file.put($0) }
      }
    ]
    if formats.contains(.csv) {
      drafts.append(
        FileDraft("findings.csv", weight: weight / 2) { file in
          FindingsCSV.write(report) { file.put($0) }
        }
      )
    }
    // The pages name the file that lies beside them, however the terminal names it.
    var page = report
    page.findingsFile = formats.contains(.csv) ? "findings.csv" : mark
    if formats.contains(.html) {
      drafts.append(draftOfPage("report.html", page))
    }
    if formats.contains(.fixLists) {
      drafts += FixListFiles.drafts(of: page, facts: facts).map { list in
        FileDraft("fix-lists/\(list.name)") { file in
          list.write { file.put($0) }
        }
      }
    }
    if formats.contains(.sarif) {
      drafts.append(
        FileDraft("findings.sarif", weight: weight) { file in
          SARIFReport.write(report) { file.put($0) }
        }
      )
    }
    if formats.contains(.junit) {
      drafts.append(
        FileDraft("junit.xml", weight: weight / 2) { file in
          file.put(JUnitReport.render(report))
        }
      )
    }
    if formats.contains(.shareable) {
      let shareable = page.shareable()
      drafts.append(draftOfPage("shareable/report.html", shareable))
      drafts.append(
        FileDraft("shareable/report.json", weight: weight) { file in
          JSONReport.write(shareable) { file.put($0) }
        }
      )
    }
    return drafts
  }

  private static func draftOfPage(_ path: String, _ report: Report) -> FileDraft<Void> {
    FileDraft(path, weight: report.findingCounts.total / 2) { file in
      file.put(HTMLReport.render(report))
    }
  }
}
