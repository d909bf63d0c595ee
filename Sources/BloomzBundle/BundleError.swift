/// A roster that cannot be a bundle, since it breaks a promise of ``BloomzRoster``.
///
/// Not a fault of the data, which the rules have judged before, and not of a disk; nothing is
/// published.
public struct BundleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What could not be written, and why; holds ids, no names.
  public var description: String

  init(_ description: String) {
    self.description = description
  }
}
