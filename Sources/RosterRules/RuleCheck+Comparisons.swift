import FlatTables
import Roster

extension RuleCheck {
  /// Every record of `entity` that has a text in common with another one, beside that one.
  ///
  /// `what` and `field` name what they have in common. `texts` has one text a row, and rows of
  /// different `groups` are not compared. With `isOfEach` the first record by id is reported, too.
  static func sameText(
    _ what: String,
    field: String,
    of entity: Entity,
    isOfEach: Bool = false,
    ignoringCase: Bool = false,
    in texts: @escaping @Sendable (Roster) -> OpenTexts,
    groups: @escaping @Sendable (Roster) -> [Int32]? = { _ in nil }
  ) -> RuleCheck {
    RuleCheck(
      noting: OtherRecord.self,
      find: { roster, report in
        guard let records = roster.records(of: entity) else { return }
        let pairs = RepeatedTexts.find(
          texts(roster),
          groups: groups(roster),
          in: roster.text,
          ignoringCase: ignoringCase
        )
        .naming { roster.precedes($0, $1, in: records) }
        for pair in pairs
        where isOfEach || roster.precedes(pair.other, pair.row, in: records) {
          report.find(entity, pair.row, OtherRecord(entity, pair.other))
        }
      },
      describe: beside("has the same \(what) as", field: field)
    )
  }

  /// Every contact with the address of a record of `entity`, beside that one.
  ///
  /// `pairs` are rows with the same address, first those of `entity`, then those of contacts.
  static func contactShares(
    addressOf entity: Entity,
    among pairs: @escaping @Sendable (Roster, RuleReport<OtherRecord>) -> [RepeatedTexts.Pair]
  ) -> RuleCheck {
    RuleCheck(
      noting: OtherRecord.self,
      find: { roster, report in
        guard let records = roster.records(of: entity) else { return }
        let count = records.count
        // Contacts may share an address among themselves. A pair counts only across the two kinds,
        // and the first of a shared address is a record of `entity` where there is one.
        let named = pairs(roster, report)
          .naming { roster.precedes($0, $1, in: records, roster.contacts.records) }
        for pair in named where pair.row >= count && pair.other < count {
          report.find(.contact, pair.row - count, OtherRecord(entity, pair.other))
        }
      },
      describe: beside("has the same email address as", field: "email")
    )
  }

  /// Says that a record has something in common with another one:
  /// `section '5895…' has the same name as section '5896…'`.
  ///
  /// `note` is said at the other record's place; nil says its kind.
  static func beside(
    _ says: String,
    field: String?,
    note: String? = nil
  ) -> @Sendable (Hit<OtherRecord>, Roster) -> RuleMessage {
    { hit, roster in
      let other = hit.detail
      let records = roster.records(of: other.entity)
      let id = records.map { roster.idText($0.ids[other.row]) } ?? ""
      let article = other.entity == hit.entity ? "the other" : "the"
      return RuleMessage(
        "\(hit.mention(in: roster)) \(says) \(other.entity.words) '\(id)'",
        field: field,
        notes: [
          FindingText.Note(
            note ?? "\(article) \(other.entity.words)",
            at: records?.places[other.row]
          )
        ]
      )
    }
  }
}

extension Roster {
  /// Whether one of two rows comes first: those of `first` before those of `second`, which are
  /// numbered after them, and within a table by the spelling of their ids.
  func precedes(
    _ row: Int,
    _ other: Int,
    in first: RecordColumns,
    _ second: RecordColumns
  ) -> Bool {
    let count = first.count
    guard (row < count) == (other < count) else { return row < other }
    return row < count
      ? precedes(row, other, in: first) : precedes(row - count, other - count, in: second)
  }
}
