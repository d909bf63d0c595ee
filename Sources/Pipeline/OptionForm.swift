/// How the values of an option are written, and what they are read as.
public struct OptionForm<Value: Sendable>: Sendable {
  /// What the file may say.
  let type: OptionType
  /// What a written value means; it has been checked against `type`.
  let value: @Sendable (OptionValue) -> Value
  /// How a default would be written.
  let written: @Sendable (Value) -> OptionDefault
}

extension OptionForm where Value == String {
  /// Any text.
  public static var text: OptionForm { OptionForm(plain: .text) }
  /// A file or folder; not empty.
  public static var path: OptionForm { OptionForm(plain: .path) }
  /// A day of the calendar as `YYYY-MM-DD`.
  public static var date: OptionForm { OptionForm(plain: .date) }

  private init(plain type: OptionType) {
    self.init(type: type, value: \.text, written: { .text($0) })
  }
}

extension OptionForm where Value == Bool {
  /// `true` or `false`.
  public static var flag: OptionForm {
    OptionForm(type: .flag, value: { $0.text == "true" }, written: { .text("\($0)") })
  }
}

extension OptionForm where Value == Int {
  /// A whole number in `range`.
  public static func number(_ range: ClosedRange<Int>) -> OptionForm {
    OptionForm(
      type: .number(range),
      value: { written in
        guard let number = Int(written.text) else { preconditionFailure("the number was checked") }
        return number
      },
      written: { .text("\($0)") }
    )
  }
}

extension OptionForm {
  /// One of `values`, each written as its name; no two names are the same.
  public static func choice(
    of values: [Value],
    named name: @escaping @Sendable (Value) -> String
  ) -> OptionForm {
    OptionForm(
      type: .choice(values.map(name)),
      value: { written in
        guard let value = values.first(where: { name($0) == written.text }) else {
          preconditionFailure("the choice was checked")
        }
        return value
      },
      written: { .text(name($0)) }
    )
  }

  /// One case of an enumeration, written as its raw value.
  public static func choice(_ type: Value.Type) -> OptionForm
  where Value: CaseIterable & RawRepresentable<String> {
    choice(of: Array(type.allCases), named: \.rawValue)
  }

  /// A list, no text of it twice.
  ///
  /// - Precondition: an element is written as one text.
  public static func list<Element>(of element: OptionForm<Element>) -> OptionForm
  where Value == [Element] {
    OptionForm(
      type: .list(of: element.type),
      value: { written in written.list.map { element.value(.text($0.text)) } },
      written: { .list($0.map { element.written($0).text }) }
    )
  }
}

extension OptionForm where Value == StageOptions {
  /// A mapping with options of its own.
  public static func group(_ cards: [OptionCard]) -> OptionForm {
    OptionForm(type: .group(cards), value: \.group, written: { _ in .list([]) })
  }
}

extension OptionForm where Value == [StageOptions] {
  /// A mapping from names, which the stage checks itself, to options of their own; a single text in
  /// place of them is the value of the option `short`. A name is the ``StageOptions/owner`` of its
  /// options, and is at their ``StageOptions/place``. No name comes twice.
  ///
  /// `keys` says in the plural what the names are (`rule ids`); `known` are those that an editor
  /// can offer.
  public static func named(
    _ cards: [OptionCard],
    short: OptionCard,
    keys: String,
    known: [String]
  ) -> OptionForm {
    OptionForm(
      type: .named(cards, short: short.name, keys: keys, known: known),
      value: \.named,
      written: { _ in .list([]) }
    )
  }
}
