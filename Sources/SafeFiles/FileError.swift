import Findings
import Texts

/// What was tried on which file or folder, and what the system answered.
///
/// Thrown, not collected: it stops the run, and nothing half-written stays.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What it means for the run; the program's exit codes follow from it.
  public enum Kind: Sendable, Hashable {
    /// An input is not there (exit 66).
    case missing
    /// The place for the output does not suit, and nothing was written there (exit 73).
    case cannotUse
    /// Reading or writing failed on the way (exit 74).
    case failed
    /// Another run is at work there (exit 75).
    case busy
    /// A secret file is open to others (exit 77).
    case notPermitted
  }

  /// What it means for the run.
  public var kind: Kind
  /// What was tried, as a verb: `write`, `open`, `publish`.
  public var tried: String
  /// The file or folder, as it was given to us or below what was given.
  public var path: String
  /// The system's words or ours: lower case, no full stop.
  public var answer: String

  /// An error of `kind`: could not `tried` `path`: `answer`.
  public init(_ kind: Kind, tried: String, path: String, answer: String) {
    self.kind = kind
    self.tried = tried
    self.path = path
    self.answer = answer
  }

  /// `could not write out/members.csv: no space left on device`, in one line without control
  /// characters.
  public var description: String { printable("could not \(tried) \(path): \(answer)") }
}
