public import Findings

/// A text of the pipeline file and its place, for a fault that is found later.
public struct PlacedText: Sendable, Hashable {
  /// The text, parameters filled in.
  public var text: String
  /// Where it begins.
  public var place: Place

  /// `text`, which is at `place`.
  public init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}
