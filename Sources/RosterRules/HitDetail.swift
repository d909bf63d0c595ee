internal import MailMessage
import Roster
import Texts

/// What a rule notes of a fault beside the record, so that its words can tell it later.
///
/// A detail has eight bytes and packs itself. Each rule names the type of its details, so that it
/// can only read what it wrote.
protocol HitDetail: Sendable {
  init(_ packed: PackedDetail)
  var packed: PackedDetail { get }
}

/// Nothing but the record.
struct NoDetail: HitDetail {
  init() {}
  init(_ packed: PackedDetail) {}
  var packed: PackedDetail { PackedDetail() }
}

/// How many of something there are.
struct Count: HitDetail {
  let number: Int

  init(_ number: Int) { self.number = number }
  init(_ packed: PackedDetail) { number = Int(packed.first) }
  var packed: PackedDetail { PackedDetail(number) }
}

/// How many of all: `12 of 30`.
struct Share: HitDetail {
  let part: Int
  let whole: Int

  init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }
  init(_ packed: PackedDetail) { self.init(Int(packed.first), of: Int(packed.second)) }
  var packed: PackedDetail { PackedDetail(part, whole) }
}

/// Another record of the export, by its kind and row.
struct OtherRecord: HitDetail {
  let entity: Entity
  let row: Int

  init(_ entity: Entity, _ row: Int) {
    self.entity = entity
    self.row = row
  }
  init(_ packed: PackedDetail) {
    self.init(
      Entity(rawValue: UInt8(truncatingIfNeeded: packed.second)) ?? .user,
      Int(packed.first)
    )
  }
  var packed: PackedDetail { PackedDetail(row, Int(entity.rawValue)) }
}

/// The row of a school; -1 where the record names none.
struct SchoolRow: HitDetail {
  let row: Int

  init(_ row: Int) { self.row = row }
  init(_ packed: PackedDetail) { row = Int(packed.first) }
  var packed: PackedDetail { PackedDetail(row) }
}

/// A position in one of the lists of ``Roster/source``: a page, an event, a copy.
struct SourceEntry: HitDetail {
  let number: Int

  init(_ number: Int) { self.number = number }
  init(_ packed: PackedDetail) { number = Int(packed.first) }
  var packed: PackedDetail { PackedDetail(number) }
}

/// A text of the record, by its position in ``BundledTexts``.
struct TextColumn: HitDetail {
  let number: Int

  init(_ number: Int) { self.number = number }
  init(_ packed: PackedDetail) { number = Int(packed.first) }
  var packed: PackedDetail { PackedDetail(number) }
}

/// Why mail cannot be sent to the record's address.
struct AddressFault: HitDetail {
  let verdict: AddressVerdict

  init(_ verdict: AddressVerdict) { self.verdict = verdict }
  init(_ packed: PackedDetail) {
    verdict = AddressVerdict(rawValue: UInt8(truncatingIfNeeded: packed.first)) ?? .empty
  }
  var packed: PackedDetail { PackedDetail(Int(verdict.rawValue)) }
}

/// Two days that do not fit.
struct TwoDays: HitDetail {
  let first: CalendarDay
  let second: CalendarDay

  init(_ first: CalendarDay, _ second: CalendarDay) {
    self.first = first
    self.second = second
  }
  init(_ packed: PackedDetail) {
    guard let first = CalendarDay(number: Int(packed.first)),
      let second = CalendarDay(number: Int(packed.second))
    else { preconditionFailure("a rule packed two days of the calendar") }
    self.init(first, second)
  }
  var packed: PackedDetail { PackedDetail(first.number, second.number) }
}
