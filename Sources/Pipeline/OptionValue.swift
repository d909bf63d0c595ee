/// An option's value as it is written, checked against its type.
package indirect enum OptionValue: Sendable {
  /// One text, of any text type.
  case text(String)
  /// The texts of a list, each with its place.
  case list([PlacedText])
  /// The options of each name, in the file's order; a name is the owner of its options.
  case named([StageOptions])
  /// The options of a group.
  case group(StageOptions)

  /// The one text.
  var text: String {
    guard case .text(let text) = self else { preconditionFailure("the value is no text") }
    return text
  }

  /// The texts of the list.
  var list: [PlacedText] {
    guard case .list(let texts) = self else { preconditionFailure("the value is no list") }
    return texts
  }

  /// The options of each name.
  var named: [StageOptions] {
    guard case .named(let options) = self else { preconditionFailure("the value has no names") }
    return options
  }

  /// The options of the group.
  var group: StageOptions {
    guard case .group(let options) = self else { preconditionFailure("the value is no group") }
    return options
  }
}
