package import Findings

/// An option's value, checked against its type.
package indirect enum OptionValue: Sendable {
  /// One text, of whatever text type.
  case text(String)
  /// The values of a list, each with its place.
  case list([Item])
  /// The entries of a map, in the file's order.
  case map([StageOptions.MapEntry])
  /// The options of each name, in the file's order; a name is the owner of its options.
  case named([StageOptions])
  /// The options of a group.
  case group(StageOptions)

  /// A value of a list.
  package struct Item: Sendable {
    package var value: OptionValue
    package var place: Place
  }
}
