/// What a contact is like, whatever the version.
struct Contact {
  let number: Int
  let children: Range<Int>
  /// Students of other families, added by a fault.
  var others: [Int] = []
  private(set) var first: Int
  private(set) var last: Int
  private(set) var hasEmail: Bool
  /// What makes the address the only one.
  private(set) var addressNumber: Int
  let hasPhone: Bool
  let phone: UInt64
  let relationship: Int
  let type: Int
  let phoneType: Int
  /// The fault, if this is the contact that has it.
  let victim: FaultSchedule.Victim?

  init(
    _ number: Int,
    _ adult: Int,
    of family: Families.Family,
    victim: FaultSchedule.Victim?,
    in district: borrowing District
  ) {
    var dice = Dice(district.plan.seed, .contactCopy, number)
    self.number = number
    addressNumber = number
    self.victim = victim
    children = family.children
    first = district.words.first.spelling(&dice)
    // Most have their children's last name.
    last =
      dice.happens(70)
      ? Student(family.children.lowerBound, in: district).last
      : district.words.last.spelling(&dice)
    hasEmail = dice.happens(80)
    hasPhone = !hasEmail || dice.happens(85)
    phone = dice.next()
    relationship = dice.below(Names.relationships.count)
    type = dice.below(Names.contactTypes.count)
    phoneType = dice.below(Names.phoneTypes.count)
  }

  /// Takes name and address of another contact.
  mutating func take(nameOf other: Contact) {
    first = other.first
    last = other.last
    addressNumber = other.addressNumber
    hasEmail = true
  }

  /// Gives the contact an address if it has none.
  mutating func needEmail() { hasEmail = true }
}
