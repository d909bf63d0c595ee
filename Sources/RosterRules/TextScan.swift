import FlatTables
import Roster

/// The texts of a bundle looked at once, for all rules that ask what their bytes are.
///
/// One pass, eight bytes at a time, for those that may mean something; only a text that holds such
/// a byte is looked at again. What is odd is rare, so the hits are few and each rule runs over them
/// alone.
struct TextScan: Sendable {
  /// What is odd about a text.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// Letters that were read in the wrong encoding.
    static let garbled = Traits(rawValue: 1 << 0)
    /// A tag or a character reference of HTML.
    static let markup = Traits(rawValue: 1 << 1)
    /// A digit in a person's name.
    static let digit = Traits(rawValue: 1 << 2)
    /// An e-mail or web address in a person's name.
    static let address = Traits(rawValue: 1 << 3)
    /// A word in a person's name that names no person.
    static let placeholder = Traits(rawValue: 1 << 4)
    /// A key that a spreadsheet rewrote as a number.
    static let mangled = Traits(rawValue: 1 << 5)
    /// A key with a space at an end.
    static let outerSpace = Traits(rawValue: 1 << 6)
  }

  /// One text that is odd.
  struct Hit: Sendable {
    var traits: Traits
    var entity: Entity
    var row: Int32
    /// A position in ``BundledTexts``.
    var column: Int32
  }

  /// In the order of columns, then rows.
  private(set) var hits: [Hit] = []

  /// Looks at every text of a record that is open.
  init(_ roster: Roster, _ circumstances: RuleCircumstances) {
    let arena = roster.text
    BundledTexts(roster).visit(
      circumstances,
      marking: { TextScan.traits(of: $1, for: $0, in: arena).rawValue },
      { entity, row, column, traits in
        hits.append(
          Hit(
            traits: Traits(rawValue: traits),
            entity: entity,
            row: Int32(row),
            column: Int32(column)
          )
        )
      }
    )
  }

  @inline(__always)
  private static func traits(
    of text: TextRef,
    for use: BundledTexts.Use,
    in arena: TextArena
  ) -> Traits {
    guard use != .address, !text.isEmpty else { return [] }
    let bytes = arena.span(text)
    var traits = Traits()
    if use == .key {
      if text.flags.contains(.hasOuterSpace) { traits.insert(.outerSpace) }
      if TextForms.isRewrittenNumber(bytes) { traits.insert(.mangled) }
      return traits
    }
    let seen = TextForms.sight(of: bytes)
    if text.flags.contains(.hasNonASCII), TextForms.isGarbled(bytes) { traits.insert(.garbled) }
    // The digits of a character reference are none of the name's.
    let hasMarkup = seen.contains(.mayBeMarkup) && TextForms.holdsMarkup(bytes)
    if hasMarkup { traits.insert(.markup) }
    guard use == .name else { return traits }
    if seen.contains(.mayBeAddress), TextForms.holdsAddress(bytes) {
      traits.insert(.address)
    } else if TextForms.isPlaceholder(bytes) {
      traits.insert(.placeholder)
    } else if seen.contains(.digit), !hasMarkup {
      traits.insert(.digit)
    }
    return traits
  }
}
