/// Why several outputs could not be published as one, and what is in place all the same.
public struct PublishingError: Error, Sendable, CustomStringConvertible {
  /// What was tried, and what the system answered.
  public var cause: FileError
  /// The targets that have their new output. Empty unless something failed after all of them had
  /// (a former output could not be removed), or what was begun could not be taken back.
  public var inPlace: [String] = []
  /// Whether the next run at one of the places has to finish what was begun.
  public var isUnfinished = false

  init(_ cause: FileError) {
    self.cause = cause
  }

  /// The words of the cause, then what is where.
  public var description: String {
    guard !inPlace.isEmpty else { return "\(cause)" }
    let places = inPlace.joined(separator: ", ")
    return isUnfinished
      ? "\(cause); already new: \(places); the next run with these places finishes the others"
      : "\(cause); all outputs are in their places: \(places)"
  }
}
