public import ArgumentParser
public import Findings
import FoundationEssentials
import ImportStages
public import Pipeline
public import RunReport
import SafeFiles
import Texts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Options of every command that shows something.
struct DisplayOptions: ParsableArguments {
  @Option(help: "Colours: auto, always or never. NO_COLOR is respected.")
  var color: TerminalStyle.ColorOption = .auto

  @Flag(name: .shortAndLong, help: "Only the verdict and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "All findings, not only the first of each rule.")
  var verbose = false

  /// The style for standard output.
  var outputStyle: TerminalStyle { style(isTTY: isatty(STDOUT_FILENO) == 1) }

  /// The style for standard error.
  var errorStyle: TerminalStyle { style(isTTY: isatty(STDERR_FILENO) == 1) }

  private func style(isTTY: Bool) -> TerminalStyle {
    var style = TerminalStyle.choose(
      option: color,
      isTTY: isTTY,
      environment: ProcessInfo.processInfo.environment
    )
    if verbose { style.findingsPerRule = .max }
    return style
  }
}

extension TerminalStyle.ColorOption: ExpressibleByArgument {}

/// What every command that reads a pipeline file takes.
struct PipelineOptions: ParsableArguments {
  @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
  var pipeline: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Sets a parameter of the pipeline file; may come several times.",
      valueName: "name=value"
    )
  )
  var settings: [ParameterSetting] = []

  /// The plan, and the pipeline file's text to show faults in.
  ///
  /// Faults are printed and end the program with the code for a wrong pipeline file.
  func plan(_ display: DisplayOptions) throws -> ImportPlan {
    try read(display) { file in
      let plan = try ImportPlan(file, registry: .standard, settings: settings)
      let faults = plan.faultsOfPlaces()
      guard faults.isEmpty else { throw PlanError(faults) }
      warn(of: plan.warnings, in: file, display)
      return plan
    }
  }

  /// Prints what is written differently now, unless only errors are to be shown.
  func warn(of warnings: [Finding], in file: PipelineFile, _ display: DisplayOptions) {
    guard !warnings.isEmpty, !display.quiet else { return }
    let style = display.errorStyle
    let lines = warnings.flatMap {
      $0.lines(showing: file.text, of: file.path, paint: style.paint)
    }
    StandardError.write(lines.joined(separator: "\n") + "\n")
  }

  /// Reads the file and hands it to `body`; prints what is wrong with it.
  func read<Value>(_ display: DisplayOptions, _ body: (PipelineFile) throws -> Value) throws
    -> Value
  {
    let bytes: [UInt8]
    do {
      bytes = try readSmallFile(pipeline)
    } catch {
      StandardError.write("error: \(error.tellingFolder())\n")
      throw ImportExit(error).code
    }
    do {
      return try body(try PipelineFile(parsing: bytes, path: pipeline))
    } catch let error as PlanError {
      let style = display.errorStyle
      let lines = error.lines(
        showing: String(decoding: bytes, as: UTF8.self),
        of: pipeline,
        paint: style.paint
      )
      StandardError.write(lines.joined(separator: "\n") + "\n")
      throw ImportExit.badPipeline.code
    }
  }
}

extension ParameterSetting: ExpressibleByArgument {
  /// Takes `name=value` apart.
  public init?(argument: String) {
    self.init(parsing: argument)
  }
}

/// What every command that runs a pipeline takes.
struct RunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day that bundle and mail bear. Default: today.",
      valueName: "YYYY-MM-DD"
    )
  )
  var issueDate: String?

  @Option(help: "The mildest level of a finding that makes the exit code 1.")
  var failOn: Level = .error

  @Flag(help: "Prints the report as JSON on standard output.")
  var json = false

  func validate() throws { try checkIssueDate(issueDate) }

  /// The settings of a run.
  func settings(isDryRun: Bool, display: DisplayOptions) -> ImportRun.Settings {
    let progress = showsProgress(display) ? Progress() : nil
    return ImportRun.Settings(
      issueDate: issueDate ?? today(),
      issueDateIsGiven: issueDate != nil,
      isDryRun: isDryRun,
      failOn: failOn,
      progress: { event in progress?.show(event) },
      ended: { progress?.end() }
    )
  }

  /// Only where a person watches: on a terminal that can write a line over.
  private func showsProgress(_ display: DisplayOptions) -> Bool {
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return isatty(STDERR_FILENO) == 1 && !terminal.isEmpty && terminal != "dumb"
      && !display.quiet && !json
  }
}

extension Level: ExpressibleByArgument {
  /// The level's one spelling.
  public init?(argument: String) {
    self.init(argument as String)
  }

  /// The levels that can be named, mildest first.
  public static var allValueStrings: [String] { allCases.map(\.description) }

  /// The level as the command line spells it.
  public var defaultValueDescription: String {
    description
  }
}

/// Refuses an `--issue-date` that is no day of the calendar.
func checkIssueDate(_ text: String?) throws {
  // Mail has no form for a day before 1900 (RFC 5322, section 3.3).
  guard let text, CalendarDay(text)?.year ?? 0 < 1900 else { return }
  throw ValidationError(
    "'\(text)' is no day of the calendar; write it as YYYY-MM-DD, '2026-08-15' for instance"
  )
}

/// Today in the local time zone, as `YYYY-MM-DD`.
func today() -> String {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = .current
  let parts = calendar.dateComponents([.year, .month, .day], from: .now)
  func padded(_ number: Int?, _ width: Int) -> String {
    let digits = String(number ?? 0)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
  return "\(padded(parts.year, 4))-\(padded(parts.month, 2))-\(padded(parts.day, 2))"
}
