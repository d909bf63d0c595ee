/// How much a finding matters, named for its effect on the record or the run.
///
/// The level states the effect and the program obeys it: a reader of "error" in a report may
/// rely on the record not being in the bundle. Ordered from mildest to gravest.
public enum Level: UInt8, Sendable, Hashable, Comparable, CaseIterable, CustomStringConvertible {
  /// Nothing changes; it is worth knowing.
  case note
  /// The record goes in; a value is changed, dropped or suspicious.
  case warning
  /// This record is left out of the bundle.
  case error
  /// Nothing is written at all.
  case blocker

  /// Parses the spelling that pipeline files and reports use.
  public init?(_ text: some StringProtocol) {
    guard let level = Level.allCases.first(where: { $0.description == text }) else { return nil }
    self = level
  }

  /// The one spelling of this level, in lower case.
  public var description: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    case .blocker: "blocker"
    }
  }

  /// What this level means for the record, as one sentence for a report's legend.
  public var effect: String {
    switch self {
    case .note: "nothing changes"
    case .warning: "the record goes in, with a value changed, dropped or to be checked"
    case .error: "this record is left out"
    case .blocker: "nothing is written"
    }
  }

  /// Milder before graver.
  public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}
