public import SafeFiles

/// The forms of the report that are files.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// `report.html`, for the school.
  case html
  /// `report.json`, for programs.
  case json
  /// `findings.csv`, for whoever puts the findings right.
  case csv
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
  /// - Throws: what the folder throws when a file cannot be written.
  public static func write(
    _ report: Report,
    into folder: inout OutputFolder,
    formats: Set<ReportFormat>
  ) throws {
    try folder.write(mark) { file in
      JSONReport.write(report) { file.put($0) }
    }
    if formats.contains(.csv) {
      try folder.write("findings.csv") { file in
        FindingsCSV.write(report) { file.put($0) }
      }
    }
    if formats.contains(.html) {
      var report = report
      // The page names the file that lies beside it, however the terminal names it.
      report.findingsFile = formats.contains(.csv) ? "findings.csv" : mark
      try folder.write("report.html") { file in
        file.put(HTMLReport.render(report))
      }
    }
  }
}
