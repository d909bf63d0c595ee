/// An option of a stage, declared once: its card for check, schema and page, and the Swift type
/// that the stage reads it as.
///
/// ```swift
/// static let from = StageOption("from", .path, help: "the file or folder with the Clever export")
/// static let card = StageCard(name: "extract", …, options: [from.card], …)
/// …
/// path = options[Extract.from]
/// ```
public struct StageOption<Value: Sendable>: Sendable {
  /// What check, schema and page read.
  public let card: OptionCard
  /// The value, from what is written; nil for an option that is left out.
  let value: @Sendable (OptionValue?) -> Value

  /// An option that must be written.
  public init(
    _ name: String,
    _ form: OptionForm<Value>,
    help: String,
    since: String = firstVersion
  ) {
    card = OptionCard(name: name, type: form.type, presence: .required, help: help, since: since)
    value = { written in
      guard let written else { preconditionFailure("a required option was left out") }
      return form.value(written)
    }
  }

  /// An option that has `defaultValue` when it is left out.
  public init(
    _ name: String,
    _ form: OptionForm<Value>,
    default defaultValue: Value,
    help: String,
    since: String = firstVersion
  ) {
    let presence = OptionPresence.defaulting(to: form.written(defaultValue))
    card = OptionCard(name: name, type: form.type, presence: presence, help: help, since: since)
    value = { written in written.map(form.value) ?? defaultValue }
  }

  /// An option that is nil when it is left out.
  public init<Wrapped>(
    optional name: String,
    _ form: OptionForm<Wrapped>,
    help: String,
    since: String = firstVersion
  ) where Value == Wrapped? {
    card = OptionCard(name: name, type: form.type, presence: .optional, help: help, since: since)
    value = { written in written.map(form.value) }
  }
}

/// The version of the program that had the first options.
public let firstVersion = "0.1.0"
