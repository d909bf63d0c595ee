/// The families of a district, one after the other: neighbours in the list of students, and the
/// adults who are contacts of all of them.
struct Families {
  /// A family.
  struct Family {
    /// Their children, by number of student.
    var children: Range<Int>
    /// How many contacts they have.
    var adults: Int
    /// The fault that an only child or one of their contacts has.
    var victim: FaultSchedule.Victim?
  }

  /// The next family's first child.
  private var student = 0

  /// The next family; nil after the last.
  mutating func next(in district: borrowing District) -> Family? {
    guard student < district.plan.students else { return nil }
    let first = student
    var dice = Dice(district.identity, .contact, ~first)
    let usualAdults =
      switch dice.below(100) {
      case ..<26: 1
      case ..<80: 2
      case ..<97: 3
      default: 4
      }
    if let victim = district.studentFaults.victim(at: first) {
      student += 1
      return Family(
        children: first..<student,
        adults: Families.adults(with: victim.planting) ?? usualAdults,
        victim: victim
      )
    }
    let wanted =
      switch dice.below(100) {
      case ..<80: 1
      case ..<96: 2
      default: 3
      }
    repeat {
      student += 1
    } while student < min(first + wanted, district.plan.students)
      && district.studentFaults.victim(at: student) == nil
    return Family(children: first..<student, adults: usualAdults, victim: nil)
  }

  /// How many contacts a student with a fault has; nil where it does not matter.
  private static func adults(with planting: Planting) -> Int? {
    switch planting {
    case .contactOfNameless: 1
    case .manyContacts: 7
    default: planting.losesStudent ? 0 : planting.isOnContact ? 2 : nil
    }
  }
}
