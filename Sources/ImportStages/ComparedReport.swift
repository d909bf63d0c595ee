import Findings
import Pipeline
import RunReport
import SafeFiles

/// The earlier report that a run is compared with, or why there is none.
///
/// Read before the run publishes its own, which may take the earlier one's place.
struct ComparedReport {
  /// The earlier report; nil where none was asked for or none can be read.
  var report: EarlierReport?
  /// Whether the new report takes its place.
  var isReplaced = false
  /// What is wrong with it; the run goes on without a comparison.
  var findings: [Finding] = []
  /// What the report says of a comparison that was asked for and not made.
  var limits: [String] = []

  /// The most bytes that an earlier report may have: some two million findings.
  private static let byteLimit = 1 << 30

  /// Nothing to compare with.
  init() {}

  /// The report that `plan` names, else the one that is where its own goes.
  ///
  /// Unless it is named, a report of another pipeline is not compared with, and one that is not
  /// there is not missed.
  init(for plan: ImportPlan) {
    guard let options = plan.report, options[ReportOptions.compare] else {
      self.init()
      return
    }
    if let path = options[ReportOptions.compareWith] {
      self.init(at: path)
      isReplaced =
        ComparedReport.file(of: path) == ComparedReport.file(of: options[ReportOptions.folder])
      return
    }
    let folder = options[ReportOptions.folder]
    self.init(at: folder)
    isReplaced = true
    // The pipeline file did not ask for it, so it is no finding that it cannot be read.
    limits = findings.map {
      "The report in \(folder) was not compared with: \($0.message)."
    }
    findings = []
    if let other = report?.pipeline, !other.utf8.elementsEqual(plan.name.utf8) {
      report = nil
      limits.append(
        "The report in \(folder) is of pipeline '\(other)', so nothing was compared."
      )
    }
  }

  /// The report at `path`, a `report.json` or its folder.
  init(at path: String?) {
    guard let path else { return }
    let file = ComparedReport.file(of: path)
    do {
      report = try EarlierReport(
        parsing: readSmallFile(file, limit: ComparedReport.byteLimit),
        path: file
      )
    } catch let error as FileError where error.kind == .missing {
      limits.append("There is no earlier report at \(file), so nothing was compared.")
    } catch let fault as EarlierReportFault {
      findings.append(ComparedReport.finding(fault.what, at: fault.place))
    } catch {
      findings.append(ComparedReport.finding("\(error)", at: Place(file: file)))
    }
  }

  /// A warning if the export, by its newest change, is older than that of the earlier report whose
  /// place the new one takes: what it lacks may have come since.
  func findingIfOlder(_ newestChange: String?) -> Finding? {
    guard isReplaced, let newestChange, let earlier = report?.newestChange else { return nil }
    // To the second; later digits are not always written.
    let (here, there) = (newestChange.prefix(19), earlier.prefix(19))
    guard here.utf8.lexicographicallyPrecedes(there.utf8) else { return nil }
    return Finding(
      StageCode.exportIsOlder,
      .warning,
      "the export is older than that of the last run here: its newest change is of \(here), and "
        + "that one's of \(there)",
      help: "run the newest export; if this one is meant, do not take people out of Bloomz because "
        + "they are not in it",
      fixer: .importer
    )
  }

  /// The `report.json` that `path` means: itself, or the one in that folder.
  static func file(of path: String) -> String {
    path.utf8.reversed().starts(with: ".json".utf8.reversed())
      ? path : "\(path)/\(ReportWriter.mark)"
  }

  private static func finding(_ what: String, at place: Place) -> Finding {
    Finding(
      StageCode.earlierReportUnreadable,
      .warning,
      "the earlier report cannot be compared with: \(what)",
      help: "name a report.json that this program wrote and that was not changed since, or leave "
        + "'compare-with' out; 'compare: false' compares with nothing",
      fixer: .importer,
      at: place
    )
  }
}
