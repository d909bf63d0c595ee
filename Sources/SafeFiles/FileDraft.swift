/// A file that is to be written: where, and how its bytes come.
public struct FileDraft<Fact: Sendable>: Sendable {
  let path: String
  let weight: Int
  let body: @Sendable (inout OutputFile) throws -> Fact

  /// A file for ``OutputFolder/write(sideBySide:)``.
  ///
  /// - Parameters:
  ///   - path: relative to the folder, parts divided by `/`.
  ///   - weight: about how long it takes beside the others, in any unit. The heaviest are begun
  ///     first, so that none is left to run alone at the end.
  ///   - body: puts the bytes; may be called on any thread, once. What it returns comes back to
  ///     the caller, such as how many rows were written.
  public init(
    _ path: String,
    weight: Int = 0,
    _ body: @escaping @Sendable (inout OutputFile) throws -> Fact
  ) {
    self.path = path
    self.weight = weight
    self.body = body
  }
}
