internal import Roster

/// The books do not close: what rules should have withheld came through, or a record has no fate.
///
/// A fault of the program, never of the data alone; nothing may be published. Its words hold ids
/// and keys, no names.
public struct TransformFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// What does not fit, in lower case without a full stop.
  public var description: String

  init(_ description: String) {
    self.description = description
  }

  /// Two records would have the same key in a table of the bundle.
  static func clash(
    of key: String,
    table: String,
    _ first: (Entity, String),
    _ second: (Entity, String)
  ) -> TransformFault {
    TransformFault(
      "\(first.0.text) '\(first.1)' and \(second.0.text) '\(second.1)' have the same key '\(key)'"
        + " among the \(table) of the bundle, and no rule withheld them"
    )
  }

  /// Two classes of a school have the same name after everything was tried.
  static func sameName(_ first: String, _ second: String) -> TransformFault {
    TransformFault("classes '\(first)' and '\(second)' cannot be told apart by name")
  }

  /// Records in the tables of the bundle and fates do not tally.
  static func booksOpen(_ entity: Entity, bundled: Int, rows: Int, undecided: Int)
    -> TransformFault
  {
    TransformFault(
      "the books of the \(entity.plural) do not close: \(bundled) have the fate 'bundled', the"
        + " bundle has \(rows), and \(undecided) have no fate"
    )
  }
}
