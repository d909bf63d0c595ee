/// An option of a stage that files of an earlier form write, and what follows from an option at the
/// top of the file now: `to: parents` from `step: parents-contacts`.
///
/// Such a file goes on running. A spelling that agrees with the top of the file is a warning, one
/// that contradicts it a fault.
public struct FormerSpelling: Sendable, Hashable {
  /// The option of the stage.
  let option: String
  /// The option at the top of the file.
  let shared: String
  /// What each value of `option` says of `shared`.
  let meanings: [String: String]

  /// - Parameters:
  ///   - option: the option's name. The card may have an option of the same name; then only the
  ///     values in `meanings` are former ones.
  ///   - shared: the option at the top of the file.
  ///   - meanings: the value of `shared` that each former value stands for.
  public init(_ option: String, of shared: String, meanings: [String: String]) {
    self.option = option
    self.shared = shared
    self.meanings = meanings
  }
}
