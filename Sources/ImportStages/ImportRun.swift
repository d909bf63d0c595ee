import BloomzBundle
public import Findings
public import Pipeline
import Roster
import RosterRules
public import RunReport
import SafeFiles

/// One run of an import pipeline: the stages, then the report, then publishing, in this order and
/// all or nothing.
///
/// A dry run does the same work and writes the bundle and the mail to nothing but a hash; its
/// report is the same but for what it says was written.
public struct ImportRun: Sendable {
  private let plan: ImportPlan
  private let settings: Settings

  /// What the command line says of a run.
  public struct Settings: Sendable {
    /// The day of issue, `YYYY-MM-DD`.
    public var issueDate: String
    /// Whether the day was given, rather than taken from the clock.
    public var issueDateIsGiven: Bool
    /// Whether nothing is to be published.
    public var isDryRun: Bool
    /// The mildest level that makes the exit code 1.
    public var failOn: Level
    /// Told how far the run is.
    public var progress: @Sendable (ProgressEvent) -> Void
    /// Told once that no more progress comes, however the run ends.
    public var ended: @Sendable () -> Void

    /// Settings of a run.
    public init(
      issueDate: String,
      issueDateIsGiven: Bool,
      isDryRun: Bool = false,
      failOn: Level = .error,
      progress: @escaping @Sendable (ProgressEvent) -> Void = { _ in },
      ended: @escaping @Sendable () -> Void = {}
    ) {
      self.issueDate = issueDate
      self.issueDateIsGiven = issueDateIsGiven
      self.isDryRun = isDryRun
      self.failOn = failOn
      self.progress = progress
      self.ended = ended
    }
  }

  /// What a run came to.
  public struct Result: Sendable {
    /// The report, whatever the end.
    public var report: Report
    /// How the program ends.
    public var exit: ImportExit
    /// The error that stopped the run, in words; nil if none did.
    public var error: String?
    /// Whether the run was cancelled before anything was published.
    public var wasCancelled = false
  }

  /// A run of `plan`.
  public init(_ plan: ImportPlan, _ settings: Settings) {
    self.plan = plan
    self.settings = settings
  }

  /// Runs the stages, writes the report, publishes.
  public func execute() async -> Result {
    defer { settings.ended() }
    do {
      // One run per output place. The lock of the first is the lock of all of them, since every
      // shipped pipeline puts its outputs side by side; each folder that is filled is locked too.
      let lock = try plan.outputs.first.map { LockBox(try RunLock($0)) }
      defer { withExtendedLifetime(lock) {} }
      return try await execute(finished: OutputFolder.finishInterrupted(at: plan.outputs))
    } catch {
      return failed(error, after: nil)
    }
  }

  // `finished`: outputs that an earlier run was stopped over, and that are whole now.
  private func execute(finished: [String]) async throws -> Result {
    let context = RunContext(
      issueDate: settings.issueDate,
      isDryRun: settings.isDryRun,
      progress: settings.progress
    )
    // Without the output: what only a stage needs, such as the bundle's tables, goes before the
    // report is made.
    let outcome = await plan.run(context).withoutOutput
    var record = outcome.record
    do {
      return try conclude(outcome, &record, finished: finished)
    } catch {
      record?.written.discard()
      return failed(error, after: record)
    }
  }

  /// Seals, judges, writes the report aside, and publishes: what comes after the last stage.
  ///
  /// Everything that may fail for the place it goes to has been written before anything appears, and
  /// then all outputs appear as one.
  private func conclude(
    _ outcome: RunOutcome<RunRecord>,
    _ record: inout RunRecord?,
    finished: [String]
  ) throws -> Result {
    if case .failed(_, let error) = outcome.ending { throw error }
    // Asked once more here: the last stage may have ended well after the run was told to stop.
    if case .cancelled = outcome.ending { throw CancellationError() }
    try Task.checkCancellation()
    record?.closeFates(hasRefused: outcome.isRefused)
    let sealed = try record?.sealBundle()
    let builder = ReportBuilder(
      plan: plan,
      settings: settings,
      outcome: outcome,
      earlier: ComparedReport(for: plan),
      finished: finished
    )
    let publishes = !outcome.isRefused && !settings.isDryRun
    var folder = try plan.report.map { options in
      try ReportFolder(options[ReportOptions.folder], options, record?.roster)
    }
    var report: Report
    do {
      report = builder.report(record)
      let imbalances = report.imbalances()
      guard imbalances.isEmpty else { throw Imbalances(list: imbalances.map(\.description)) }
      if publishes, let sealed {
        report.outputs.published = sealed.digest
        let seal = BundleSeal(digest: sealed.digest)
        try record?.written.mail?.write(BundleSeal.name, seal.put(into:))
        try folder?.folder.write(BundleSeal.name, seal.put(into:))
      }
      try folder?.write(report, named: record?.roster)
    } catch {
      folder?.discard()
      throw error
    }
    if outcome.isRefused { record?.written.discard() }
    var appearing: [OutputFolder] = []
    if publishes {
      // The mail before the bundle: a bundle that appears may be handed over at once, and its list
      // of invitations must not name mail that is not there.
      if let mail = record?.written.mail { appearing.append(mail) }
      if let sealed { appearing.append(sealed.folder) }
    }
    if let folder { appearing.append(folder.folder) }
    try OutputFolder.publish(appearing)
    return Result(report: report, exit: builder.exit(report), error: nil)
  }

  private func failed(_ error: any Error, after record: RunRecord?) -> Result {
    let folder = plan.path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let base = folder.joined(separator: "/")
    let error = (error as? FileError)?.tellingFolder(base: base) ?? error
    let exit = ImportExit(error)
    let isCancelled = error is CancellationError
    let words = isCancelled ? "the run was stopped" : "\(error)"
    let isPublished = (error as? PublishingError)?.inPlace.isEmpty == false
    var report = Report(
      verdict: Report.Verdict(
        .failed,
        "\(words).\(isPublished ? "" : " Nothing was published.")",
        nextStep: "Mend what the error names and run again.",
        exitCode: Int(exit.rawValue)
      ),
      run: ReportBuilder.facts(plan, settings)
    )
    report.inputs = record.map { ReportBuilder.inputs($0) } ?? []
    return Result(report: report, exit: exit, error: words, wasCancelled: isCancelled)
  }
}

/// The books of the report do not add up: a fault of the program.
struct Imbalances: Error, CustomStringConvertible {
  var list: [String]

  var description: String {
    "the report does not add up, which is a fault of the program: "
      + list.joined(separator: "; ")
  }
}

extension ImportPlan {
  /// The folders that a run makes: the report's, then those of its stages.
  var outputs: [String] {
    (report.map { [$0[ReportOptions.folder]] } ?? []) + stages.flatMap(\.outputs)
  }
}

/// Keeps a lock for as long as a run takes.
private final class LockBox {
  private let lock: RunLock

  init(_ lock: consuming RunLock) {
    self.lock = lock
  }
}

extension RunRecord {
  /// Decides the fate of what no stage decided: after a refusal nothing goes anywhere, not even
  /// what `transform` had placed, and a pipeline may end before `transform`.
  mutating func closeFates(hasRefused: Bool) {
    let reason = roster.reason(
      (hasRefused ? StageCode.runRefused : .pipelineEndsBeforeTransform).code
    )
    let fate = Fate(hasRefused ? .withheld : .outOfScope, reason: reason)
    if hasRefused { schoolCounts = [] }
    roster.districts.closeFates(fate, takesBack: hasRefused)
    roster.schools.closeFates(fate, takesBack: hasRefused)
    roster.teachers.closeFates(fate, takesBack: hasRefused)
    roster.schoolAdmins.closeFates(fate, takesBack: hasRefused)
    roster.districtAdmins.closeFates(fate, takesBack: hasRefused)
    roster.students.closeFates(fate, takesBack: hasRefused)
    roster.contacts.closeFates(fate, takesBack: hasRefused)
    roster.sections.closeFates(fate, takesBack: hasRefused)
    roster.courses.closeFates(fate, takesBack: hasRefused)
    roster.terms.closeFates(fate, takesBack: hasRefused)
  }
}

extension RosterTable {
  fileprivate mutating func closeFates(_ fate: Fate, takesBack: Bool) {
    for row in 0..<records.count {
      if takesBack, records.fates[row].kind == .bundled { records.fates[row] = fate }
      records.decide(fate, row)
    }
  }
}
