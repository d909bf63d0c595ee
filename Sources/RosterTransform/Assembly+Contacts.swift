internal import BloomzModel
internal import FlatTables
internal import MailMessage
internal import Roster

extension Assembly {
  /// Places and fills the contacts: the parents of the bundle's students who can be reached.
  mutating func placeContacts(of roster: inout Roster) throws {
    let rows = chooseContacts(of: &roster)
    let placed = try placed(
      rows,
      keys: keys(of: rows, own: roster.contacts.sisID, roster.contacts.records, roster),
      table: "contacts",
      .contact,
      roster.contacts.records,
      roster
    )
    let emergencies = Fate(
      .withheld,
      reason: roster.reason(TransformReason.contactForEmergencies)
    )
    let unreachable = Fate(.withheld, reason: roster.reason(TransformReason.contactUnreachable))
    let formula = Fate(.withheld, reason: roster.reason(TransformReason.formulaLikeName))
    reserveContacts(placed.rows.count)
    var children: [UInt64] = []
    var phone = PhoneDigits()
    var name = ContactName()
    for (position, contact) in placed.rows.enumerated() {
      let row = Int(contact)
      let isForEmergencies = gatherChildren(of: row, roster, into: &children)
      if isForEmergencies, !options.includesEmergencyContacts {
        roster.contacts.records.decide(emergencies, row)
        notes.hit(.contactForEmergencies, .contact, contact)
        continue
      }
      let hits = notes.hits.count
      guard try fillReach(of: row, roster, &phone) else {
        roster.contacts.records.decide(unreachable, row)
        notes.hits.removeSubrange(hits...)
        notes.hit(.contactUnreachable, .contact, contact)
        continue
      }
      guard try fillName(of: row, roster, &name) else {
        bloomz.contacts.email.removeLast()
        bloomz.contacts.phone.removeLast()
        roster.contacts.records.decide(formula, row)
        notes.hits.removeSubrange(hits...)
        notes.hit(.formulaLikeName, .contact, contact)
        continue
      }
      bloomz.contacts.key.append(placed.keys[position])
      sources.contacts.append(contact)
      fillChildren(children, of: row, roster)
    }
  }

  private mutating func reserveContacts(_ count: Int) {
    bloomz.contacts.key.reserveCapacity(count)
    bloomz.contacts.firstName.reserveCapacity(count)
    bloomz.contacts.lastName.reserveCapacity(count)
    bloomz.contacts.email.reserveCapacity(count)
    bloomz.contacts.phone.reserveCapacity(count)
    bloomz.contacts.relationship.reserveCapacity(count)
    bloomz.contacts.children.reserve(rows: count, links: count)
    sources.contacts.reserveCapacity(count)
  }

  /// The open contacts of a student in the bundle who are not that student themselves.
  private func chooseContacts(of roster: inout Roster) -> [Int32] {
    let noChild = Fate(.outOfScope, reason: roster.reason(TransformReason.contactWithoutChild))
    let isStudent = Fate(.outOfScope, reason: roster.reason(TransformReason.contactIsStudent))
    var rows: [Int32] = []
    rows.reserveCapacity(roster.contacts.records.recordCount)
    for row in 0..<roster.contacts.count where roster.contacts.records.isOpen(row) {
      var hasChild = false
      var isSelf = false
      for link in roster.contacts.students.range(row) {
        guard studentRows[Int(roster.contacts.students.flat[link])] >= 0 else { continue }
        if roster.isSelf(roster.contacts.relationship[link]) {
          isSelf = true
        } else {
          hasChild = true
          break
        }
      }
      if hasChild {
        rows.append(Int32(row))
      } else {
        roster.contacts.records.decide(isSelf ? isStudent : noChild, row)
      }
    }
    return rows
  }

  /// Puts the contact's children in the bundle into `children`, ascending, each once: the
  /// student's row in the upper half, in the lower one the number of the link.
  ///
  /// - Returns: whether the contact is an emergency or secondary contact of each of them.
  private func gatherChildren(
    of row: Int,
    _ roster: Roster,
    into children: inout [UInt64]
  ) -> Bool {
    children.removeAll(keepingCapacity: true)
    var isForEmergencies = true
    for link in roster.contacts.students.range(row) {
      let placed = studentRows[Int(roster.contacts.students.flat[link])]
      guard placed >= 0, !roster.isSelf(roster.contacts.relationship[link]) else { continue }
      switch roster.contacts.type[link] {
      case .emergency, .secondary: break
      default: isForEmergencies = false
      }
      children.append(UInt64(placed) << 32 | UInt64(link))
    }
    if children.count > 1 { children.sort() }
    return isForEmergencies
  }

  /// Appends the contact's e-mail address and telephone number.
  ///
  /// - Returns: false, and nothing is appended, if neither can be used.
  private mutating func fillReach(
    of row: Int,
    _ roster: Roster,
    _ phone: inout PhoneDigits
  ) throws -> Bool {
    var email = roster.contacts.email[row]
    if !email.isEmpty, !MailAddress.check(roster.text.span(email)).isWellFormed {
      notes.hit(.contactEmailMalformed, .contact, Int32(row))
      email = .empty
    }
    var number = roster.contacts.phone[row]
    if !number.isEmpty {
      switch phone.read(roster.text.span(number)) {
      case .asGiven: break
      case .empty: number = .empty
      case .reduced:
        number = try bloomz.text.append(phone.digits.span)
        notes.changes[.phoneReduced] += 1
      case .unusable:
        number = .empty
        notes.hit(.contactPhoneUnusable, .contact, Int32(row))
      }
    }
    if email.isEmpty && number.isEmpty { return false }
    bloomz.contacts.email.append(email)
    bloomz.contacts.phone.append(number)
    return true
  }

  /// Appends the contact's first and last name.
  ///
  /// - Returns: false, and nothing is appended, if a split name begins like a formula.
  private mutating func fillName(
    of row: Int,
    _ roster: Roster,
    _ name: inout ContactName
  ) throws -> Bool {
    var first = roster.contacts.firstName[row]
    var last = roster.contacts.lastName[row]
    var form = ContactNameForm.given
    if first.isEmpty {
      form = name.split(roster.text.span(last))
      let wasFormula = last.flags.contains(.startsFormula)
      if !wasFormula, startsFormula(name.first) || startsFormula(name.last) { return false }
      first = try bloomz.text.append(name.first.span)
      if form != .oneWord || name.last.count != last.length {
        last = try bloomz.text.append(name.last.span)
      }
    }
    notes.contactNames[form] += 1
    bloomz.contacts.firstName.append(first)
    bloomz.contacts.lastName.append(last)
    return true
  }

  /// Appends the contact's children with the relationship to each.
  private mutating func fillChildren(_ children: [UInt64], of row: Int, _ roster: Roster) {
    var previous: Int32 = -1
    for child in children {
      let student = Int32(truncatingIfNeeded: child >> 32)
      if student == previous { continue }
      previous = student
      bloomz.contacts.children.append(student)
      bloomz.contacts.relationship.append(
        roster.contacts.relationship[Int(child & 0xFFFF_FFFF)]
      )
    }
    bloomz.contacts.children.closeRow()

    let links = roster.contacts.students.range(row)
    if children.count == links.count { return }
    for link in links {
      let student = Int(roster.contacts.students.flat[link])
      if studentRows[student] >= 0 {
        if roster.isSelf(roster.contacts.relationship[link]) {
          notes.droppedLinks[.contactIsStudent] += 1
        }
      } else if roster.students.records.isRecord(student) {
        notes.droppedLinks[.childLeftOut] += 1
      } else {
        notes.droppedLinks[.unknownChild] += 1
      }
    }
  }
}

extension Roster {
  /// Whether `relationship` is Clever's `Self`: the student as their own contact.
  func isSelf(_ relationship: TextRef) -> Bool {
    guard relationship.length == 4 else { return false }
    let bytes = text.span(relationship)
    return bytes[0] | 0x20 == UInt8(ascii: "s") && bytes[1] | 0x20 == UInt8(ascii: "e")
      && bytes[2] | 0x20 == UInt8(ascii: "l") && bytes[3] | 0x20 == UInt8(ascii: "f")
  }
}
