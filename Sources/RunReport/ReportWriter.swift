public import Findings
public import SafeFiles

/// The forms of the report that are files.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// `report.html`, for the school.
  case html
  /// `report.json`, for programs.
  case json
  /// `findings.csv`, for whoever puts the findings right.
  case csv
  /// `fix-lists/`, a list for each school and for each person who can put things right.
  case fixLists = "fix-lists"
  /// `findings.sarif`, for tools that show what checkers found.
  case sarif
  /// `junit.xml`, for build servers.
  case junit
  /// `shareable/`, the page and the JSON for somebody outside the school: ids only.
  case shareable
}

/// Writes the report's files into an output folder.
public enum ReportWriter {
  /// The file by which a folder is known as an older report, and may be replaced.
  public static let mark = "report.json"

  /// Writes the report in the formats asked for.
  ///
  /// `report.json` is written in any case: it is the folder's mark. The order of files is fixed.
  /// The caller has made sure that the report adds up (`Report.imbalances()`), and publishes.
  ///
  /// - Parameters:
  ///   - report: what is to be said.
  ///   - folder: where the files go.
  ///   - formats: the forms asked for.
  ///   - facts: what the fix lists tell of a finding's record; asked once for each finding, and
  ///     only when they are written.
  /// - Throws: what the folder throws when a file cannot be written.
  public static func write(
    _ report: Report,
    into folder: inout OutputFolder,
    formats: Set<ReportFormat>,
    facts: (Finding) -> RecordFacts = { _ in RecordFacts() }
  ) throws {
    var report = report
    try folder.write(mark) { file in
      JSONReport.write(report) { file.put($0) }
    }
    if formats.contains(.csv) {
      try folder.write("findings.csv") { file in
        FindingsCSV.write(report) { file.put($0) }
      }
    }
    // The pages name the file that lies beside them, however the terminal names it.
    report.findingsFile = formats.contains(.csv) ? "findings.csv" : mark
    if formats.contains(.html) {
      try folder.write("report.html") { file in
        file.put(HTMLReport.render(report))
      }
    }
    if formats.contains(.fixLists) {
      try FixListFiles.forEach(report, facts: facts) { name, write in
        try folder.write("fix-lists/\(name)") { file in
          write { file.put($0) }
        }
      }
    }
    if formats.contains(.sarif) {
      try folder.write("findings.sarif") { file in
        SARIFReport.write(report) { file.put($0) }
      }
    }
    if formats.contains(.junit) {
      try folder.write("junit.xml") { file in
        file.put(JUnitReport.render(report))
      }
    }
    if formats.contains(.shareable) {
      let shareable = report.shareable()
      try folder.write("shareable/report.html") { file in
        file.put(HTMLReport.render(shareable))
      }
      try folder.write("shareable/report.json") { file in
        JSONReport.write(shareable) { file.put($0) }
      }
    }
  }
}
