import Texts

/// The answer to `why`: the records with an id, or what may have been meant.
public struct WhyAnswer: Sendable {
  /// The paths of the records with the id, or that there are none.
  public let text: String
  /// Whether there are any.
  public let isFound: Bool

  init(_ paths: [RecordPath]) {
    text = paths.map(\.text).joined(separator: "\n")
    isFound = true
  }

  /// No record has the id; `help` says which are near.
  init(unknown id: String, in place: String, help: String) {
    text =
      "error: no record with the id '\(printable(id))' is in \(printable(place))\n"
      + "  help: \(printable(help))\n"
    isFound = false
  }
}
