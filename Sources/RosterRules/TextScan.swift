import FlatTables
import Roster

/// The texts of a bundle looked at once, for all rules that ask what their bytes are.
///
/// One pass, eight bytes at a time, for those that may mean something; only a text that holds such
/// a byte is looked at again. What is odd is rare, so the hits are few and each rule runs over them alone.
struct TextScan: Sendable {
  /// Something odd about a text.
  enum Trait: Sendable {
    /// Letters that were read in the wrong encoding.
    case garbled
    /// A tag or a character reference of HTML.
    case markup
    /// A digit in a person's name.
    case digit
    /// An e-mail or web address in a person's name.
    case address
    /// A word in a person's name that names nobody.
    case placeholder
    /// A key that a spreadsheet rewrote as a number.
    case mangled
    /// A key with a space at an end.
    case outerSpace
  }

  /// One text with one trait.
  struct Hit: Sendable {
    var trait: Trait
    var entity: Entity
    var row: Int32
    /// A position in ``BundledTexts``.
    var column: Int32
  }

  /// In the order of columns, then rows.
  private(set) var hits: [Hit] = []

  /// Looks at every text of a record that is open.
  init(_ roster: Roster, _ circumstances: RuleCircumstances) {
    let texts = BundledTexts(roster)
    let arena = roster.text
    texts.visit(circumstances) { entity, row, column, use, text in
      let bytes = arena.span(text)
      func note(_ trait: Trait) {
        hits.append(Hit(trait: trait, entity: entity, row: Int32(row), column: Int32(column)))
      }
      switch use {
      case .key:
        if text.flags.contains(.hasOuterSpace) { note(.outerSpace) }
        if TextForms.isRewrittenNumber(bytes) { note(.mangled) }
      case .address: break
      case .name, .words:
        let seen = TextForms.sight(of: bytes)
        if text.flags.contains(.hasNonASCII), TextForms.isGarbled(bytes) { note(.garbled) }
        // The digits of a character reference are none of the name's.
        let hasMarkup = seen.contains(.mayBeMarkup) && TextForms.holdsMarkup(bytes)
        if hasMarkup { note(.markup) }
        guard use == .name else { return }
        if seen.contains(.mayBeAddress), TextForms.holdsAddress(bytes) {
          note(.address)
        } else if TextForms.isPlaceholder(bytes) {
          note(.placeholder)
        } else if seen.contains(.digit), !hasMarkup {
          note(.digit)
        }
      }
    }
  }
}

extension RuleReport {
  /// Notes the open records with a text that has `trait`; the detail is the text's column.
  mutating func find(_ trait: TextScan.Trait, _ roster: Roster) {
    for hit in memory.scan(roster, circumstances).hits where hit.trait == trait {
      guard let records = roster.records(of: hit.entity), records.isOpen(Int(hit.row)) else {
        continue
      }
      find(hit.entity, Int(hit.row), detail: Int(hit.column))
    }
  }
}
