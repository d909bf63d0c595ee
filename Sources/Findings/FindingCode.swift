/// The code of a kind of finding, with what its page says.
///
/// A ``Finding`` can only be made with such a value, so a code that does not exist cannot be
/// written. Each room keeps its codes together: the rules in a catalogue, the others as the cases
/// of an enum. `CodeCatalogue` in `ImportStages` has all of them.
public protocol FindingCode: Sendable {
  /// The stable code as it is in brackets after a message, in kebab case: `teacher-without-email`.
  var code: String { get }
  /// What was found, in words, in lower case without a full stop.
  var title: String { get }
  /// What to do about it, in the same form.
  var help: String { get }
}
