import Findings
import InvitationMail
import MailMessage
import Pipeline
import SafeFiles

/// How the program ends, for the program that called it: the one table of exit codes.
///
/// From 64 on the numbers are those of `sysexits.h`.
public enum ImportExit: Int32, Sendable, Hashable, CaseIterable {
  /// Done, or ready.
  case done = 0
  /// Findings at or above `--fail-on`.
  case findings = 1
  /// The command line is wrong.
  case usage = 64
  /// Input is not what it claims, or incomplete.
  case badInput = 65
  /// Input is missing.
  case noInput = 66
  /// A fault of the program.
  case internalError = 70
  /// The output place cannot be used.
  case cannotCreate = 73
  /// Reading or writing failed.
  case ioError = 74
  /// Another run is at work there.
  case busy = 75
  /// Not permitted: the gate refused.
  case notPermitted = 77
  /// The pipeline file is wrong.
  case badPipeline = 78

  /// What the code means, as one line for help and the man page.
  public var meaning: String {
    switch self {
    case .done: "done, or ready"
    case .findings: "findings at or above --fail-on (default: error)"
    case .usage: "the command line is wrong"
    case .badInput: "input is not what it claims, or incomplete"
    case .noInput: "input is missing"
    case .internalError: "a fault of the program"
    case .cannotCreate: "the output place cannot be used"
    case .ioError: "reading or writing failed"
    case .busy: "another run is at work there"
    case .notPermitted: "not permitted: the gate refused"
    case .badPipeline: "the pipeline file is wrong"
    }
  }

  /// The code for an error that stopped a run.
  public init(_ error: any Error) {
    switch error {
    case let error as PublishingError: self.init(error.cause)
    case let error as FileError:
      switch error.kind {
      case .missing: self = .noInput
      case .cannotUse: self = .cannotCreate
      case .failed: self = .ioError
      case .busy: self = .busy
      case .notPermitted: self = .notPermitted
      }
    case is PlanError, is HeaderFault: self = .badPipeline
    default: self = .internalError
    }
  }

  /// The code for a run that `stage` refused with these findings.
  ///
  /// An export that is cut or incomplete goes before a missing permission: the evidence may be in
  /// what is missing.
  init(refusedBy stage: String, _ findings: FindingList, gateCodes: Set<String>) {
    let blockers = findings.filter { $0.level == .blocker }
    if blockers.contains(where: { $0.code == StageCode.schoolNotInExport.code }) {
      self = .noInput
    } else if blockers.contains(where: { !gateCodes.contains($0.code) }) {
      self = stage == Invite.card.name ? .badPipeline : .badInput
    } else if stage == Validate.card.name {
      self = .notPermitted
    } else {
      self = .badPipeline
    }
  }
}
