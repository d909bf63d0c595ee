public import Findings
public import Pipeline
import SafeFiles

extension ImportPlan {
  /// A fault for each result that would be inside the export, or have the export inside it.
  ///
  /// Results in the export would be read with it by the next run, and an export in a folder of
  /// results could be replaced with it. Folders are compared as they are on disk, links followed, so
  /// this looks at the file system; it writes nothing.
  ///
  /// - Returns: the faults of the pipeline file, each at the stage that writes there.
  public func faultsOfPlaces() -> [Finding] {
    guard let export = stages.lazy.compactMap({ ($0.stage as? Extract)?.path }).first else {
      return []
    }
    var results: [(what: String, path: String, place: Place)] = []
    for planned in stages {
      results += planned.outputs.map { ("'\(planned.name)'", $0, planned.place) }
      if let key = (planned.stage as? Invite)?.key {
        results.append(("the invitation key", key, planned.place))
      }
    }
    if let report { results.append(("the report", report[ReportOptions.folder], report.place)) }
    return results.compactMap { what, path, place in
      let message: String
      if isInside(path, folder: export) {
        message =
          "\(what) would be written to '\(path)', inside the folder of the export, '\(export)'"
      } else if isInside(export, folder: path) {
        message = "\(what) would be written to '\(path)', and the export '\(export)' is inside it"
      } else {
        return nil
      }
      return Finding(
        PlanFault.resultsInsideExport,
        .error,
        message,
        help: PlanFault.resultsInsideExport.help,
        at: place
      )
    }
  }
}
