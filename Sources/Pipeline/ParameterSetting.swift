/// A value for a parameter, from the command line.
public struct ParameterSetting: Sendable, Hashable {
  /// The parameter's name.
  public var name: String
  /// The value; it becomes text in an option and nothing else, whatever it holds.
  public var value: String

  /// Sets `name` to `value`.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Takes `name=value` apart at the first `=`; nil without one, or without a name.
  public init?(parsing text: String) {
    guard let equals = text.unicodeScalars.firstIndex(of: "="), equals != text.startIndex else {
      return nil
    }
    name = String(text.unicodeScalars[..<equals])
    value = String(text.unicodeScalars[equals...].dropFirst())
  }
}
