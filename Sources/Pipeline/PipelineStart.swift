/// What the first stage of a pipeline is given: nothing.
public struct PipelineStart: Sendable, Hashable {
  /// The beginning.
  public init() {}
}
