/// A place between two values that a cursor can go back to.
@frozen public struct JSONMark: Sendable, Hashable {
  /// Bytes from the start of the span.
  public var offset: Int
  /// How many objects and arrays are open.
  public var depth: Int
  /// How many of them are objects.
  @usableFromInline var objects: Int
  /// Whether nothing of the innermost one has been read.
  @usableFromInline var isFirst: Bool

  @inlinable init(offset: Int, depth: Int, objects: Int, isFirst: Bool) {
    self.offset = offset
    self.depth = depth
    self.objects = objects
    self.isFirst = isFirst
  }
}
