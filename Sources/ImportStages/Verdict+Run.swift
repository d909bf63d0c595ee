import Findings
import RunReport
import Texts

extension Report.Verdict {
  /// The verdict on a run that a stage refused to go on with.
  ///
  /// - Parameters:
  ///   - exit: how the program ends.
  ///   - counts: what was found.
  ///   - isEmpty: whether it was refused only because there is nothing to import.
  ///   - isAboutList: whether it was refused only for a list of people, and not for the export.
  init(
    refusedWith exit: ImportExit,
    _ counts: LevelCounts,
    isEmpty: Bool = false,
    isAboutList: Bool = false
  ) {
    let lead =
      switch exit {
      case .badInput where isEmpty: "There is nothing worth importing"
      case .badInput where isAboutList: "The list of teachers who joined cannot be read"
      case .notPermitted: "Not permitted"
      case .noInput: "The school is not there"
      case .badPipeline: "The pipeline file asks for what cannot be"
      default: "The export cannot be trusted"
      }
    self.init(
      exit == .notPermitted ? .refused : .failed,
      "\(lead): \(counted(counts.blockers, "blocker")). Nothing was written.",
      nextStep: exit == .notPermitted
        ? "Ask the people that the blockers name to put them right, export again, and run again."
        : "Put the blockers right and run again.",
      exitCode: Int(exit.rawValue)
    )
  }

  /// The verdict on a run that went through all stages.
  ///
  /// - Parameters:
  ///   - counts: what was found.
  ///   - withheld: how many records a rule left out.
  ///   - failOn: the mildest level that makes the exit code 1.
  ///   - isDryRun: whether nothing was to be published.
  ///   - nextStep: what the reader does next.
  init(
    _ counts: LevelCounts,
    withheld: Int,
    failOn: Level,
    isDryRun: Bool,
    nextStep: String
  ) {
    let fails = Level.allCases.contains { $0 >= failOn && counts[$0] > 0 }
    var sentence = "\(isDryRun ? "Ready" : "Done"): \(counted(counts.errors, "error"))"
    sentence += ", \(counted(counts.warnings, "warning"))."
    if withheld > 0 {
      sentence += " \(counted(withheld, "record")) \(withheld == 1 ? "was" : "were") withheld."
    }
    self.init(
      fails ? .findings : isDryRun ? .ready : .done,
      sentence,
      nextStep: nextStep,
      exitCode: Int((fails ? ImportExit.findings : .done).rawValue)
    )
  }
}
