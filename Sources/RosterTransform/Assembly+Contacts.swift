internal import BloomzModel
internal import FlatTables
internal import Reachability
internal import Roster

extension Assembly {
  /// Step one has no contacts, whatever the export holds.
  mutating func leaveOutContacts(of roster: inout Roster) {
    let fate = roster.fate(.stage)
    var count = 0
    for row in 0..<roster.contacts.count where roster.contacts.records.isOpen(row) {
      roster.contacts.records.decide(fate, row)
      count += 1
    }
    if count > 0 { notes.contactsLeftOut[.stage] = count }
  }

  /// Fills and places the contacts: the parents of the bundle's students who can be reached.
  ///
  /// They are judged and filled in the order of the export, so that its text is read from front to
  /// back, and sorted by their keys at the end.
  mutating func placeContacts(of roster: inout Roster, _ reach: ContactReach) throws {
    reserve(for: roster.contacts)
    let leftOut = try fillContacts(from: roster, reach)
    let fates = ContactFates(in: &roster)
    for (row, reason) in leftOut { roster.contacts.records.decide(fates[reason], Int(row)) }
    try putContactsInOrder(of: roster)
  }

  /// Fills in every open contact that goes into the bundle.
  ///
  /// - Returns: the rows of those that are left out, ascending, and why.
  private mutating func fillContacts(
    from roster: Roster,
    _ reach: ContactReach
  ) throws -> [(row: Int32, reason: TransformReason)] {
    var leftOut: [(row: Int32, reason: TransformReason)] = []
    var children: [UInt64] = []
    var name = ContactName()
    for row in 0..<roster.contacts.count where roster.contacts.records.isOpen(row) {
      let hits = notes.hits.count
      guard let reason = try judge(row, roster, reach, &children, &name) else {
        sources.contacts.append(Int32(row))
        continue
      }
      leftOut.append((Int32(row), reason))
      notes.contactsLeftOut[reason, default: 0] += 1
      notes.hits.removeSubrange(hits...)
      switch reason {
      case .contactUnreachable: notes.hit(.contactUnreachable, .contact, Int32(row))
      case .contactIsSelf: notes.hit(.contactIsSelf, .contact, Int32(row))
      case .contactIsEmergency: notes.hit(.contactIsEmergency, .contact, Int32(row))
      case .formulaStart: notes.hit(.formulaStart, .contact, Int32(row))
      default: break
      }
    }
    return leftOut
  }

  /// Makes the contact at `row` the bundle's next, without a key.
  ///
  /// - Returns: why not, if the contact is left out.
  private mutating func judge(
    _ row: Int,
    _ roster: Roster,
    _ reach: ContactReach,
    _ children: inout [UInt64],
    _ name: inout ContactName
  ) throws -> TransformReason? {
    let isForEmergencies = gatherChildren(of: row, roster, into: &children)
    if children.isEmpty { return isStudent(row, roster) ? .contactIsSelf : .contactWithoutChild }
    if isForEmergencies, !options.includesEmergencyContacts { return .contactIsEmergency }
    guard let (email, phone) = try usable(row, roster, reach) else { return .contactUnreachable }
    guard let (first, last) = try names(row, roster, &name) else { return .formulaStart }
    bloomz.contacts.email.append(email)
    bloomz.contacts.phone.append(phone)
    bloomz.contacts.firstName.append(first)
    bloomz.contacts.lastName.append(last)
    fillChildren(children, of: row, roster)
    return nil
  }

  private mutating func reserve(for contacts: Contacts) {
    let (count, links) = (contacts.records.recordCount, contacts.students.flat.count)
    bloomz.contacts.email.reserveCapacity(count)
    bloomz.contacts.phone.reserveCapacity(count)
    bloomz.contacts.firstName.reserveCapacity(count)
    bloomz.contacts.lastName.reserveCapacity(count)
    bloomz.contacts.children.reserve(rows: count, links: links)
    bloomz.contacts.relationship.reserveCapacity(links)
    sources.contacts.reserveCapacity(count)
  }

  /// Gives the contacts their keys and sorts every column by these.
  private mutating func putContactsInOrder(of roster: Roster) throws {
    let placed = try place(
      sources.contacts,
      keys: roster.contacts.sisID,
      .contact,
      roster.contacts.records,
      of: roster,
      in: "contacts"
    )
    bloomz.contacts.key = placed.keys
    sources.contacts = placed.rows
    guard let positions = placed.positions else { return }
    bloomz.contacts.email = bloomz.contacts.email.reordered(by: positions)
    bloomz.contacts.phone = bloomz.contacts.phone.reordered(by: positions)
    bloomz.contacts.firstName = bloomz.contacts.firstName.reordered(by: positions)
    bloomz.contacts.lastName = bloomz.contacts.lastName.reordered(by: positions)
    bloomz.contacts.relationship = bloomz.contacts.relationship.reordered(
      beside: bloomz.contacts.children,
      by: positions
    )
    bloomz.contacts.children = bloomz.contacts.children.reordered(by: positions)
  }

  /// Whether the contact at `row`, who has no other child in the bundle, is one of its students.
  private func isStudent(_ row: Int, _ roster: Roster) -> Bool {
    for link in roster.contacts.students.range(row)
    where studentRows[Int(roster.contacts.students.flat[link])] >= 0 {
      return true
    }
    return false
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
      if !roster.contacts.type[link].isNoParent { isForEmergencies = false }
      children.append(UInt64(placed) << 32 | UInt64(link))
    }
    if children.count > 1 { children.sort() }
    return isForEmergencies
  }

  /// The contact's e-mail address and telephone number, as far as they can be used; nil if neither
  /// can.
  private mutating func usable(
    _ row: Int,
    _ roster: Roster,
    _ reach: ContactReach
  ) throws -> (email: TextRef, phone: TextRef)? {
    var email = roster.contacts.email[row]
    if !email.isEmpty, !reach.hasAddress(row) {
      notes.hit(.contactEmailMalformed, .contact, Int32(row))
      email = .empty
    }
    var number = roster.contacts.phone[row]
    if !number.isEmpty {
      switch reach.phone(row) {
      case .asGiven: break
      case .empty: number = .empty
      case .reduced:
        number = try digits(of: number)
        notes.changes[.phoneReduced] += 1
      case .unusable:
        number = .empty
        notes.hit(.contactPhoneUnusable, .contact, Int32(row))
      }
    }
    return email.isEmpty && number.isEmpty ? nil : (email, number)
  }

  /// The ten digits of a telephone number. In `+1 5551234567` they are next to each other, and the
  /// result is that part of `whole`; of `(555) 123-4567` the digits are copied.
  private mutating func digits(of whole: TextRef) throws -> TextRef {
    if let digits = PhoneForm.lastDigits(of: bloomz.text.span(whole)) {
      return bloomz.text.plainPart(digits, of: whole)
    }
    return try bloomz.text.append(PhoneForm.digits(of: bloomz.text.span(whole)).span)
  }

  /// The contact's first and last name; nil if a split name begins like a formula.
  private mutating func names(
    _ row: Int,
    _ roster: Roster,
    _ name: inout ContactName
  ) throws -> (first: TextRef, last: TextRef)? {
    var first = roster.contacts.firstName[row]
    var last = roster.contacts.lastName[row]
    var form = ContactNameForm.given
    if first.isEmpty {
      form = name.split(bloomz.text.span(last))
      if !last.flags.contains(.startsFormula), name.startsFormula { return nil }
      let whole = last
      first = try part(name.first, of: name, in: whole)
      if name.last.count != Int(last.length) {
        last = try part(name.last, of: name, in: whole)
      }
    }
    notes.contactNames[form] += 1
    return (first, last)
  }

  /// A part of a name: the same bytes of `whole` if that was tidy, else a copy. A tab is as long as
  /// the space that it becomes, so the length alone does not tell.
  private mutating func part(
    _ range: Range<Int>,
    of name: ContactName,
    in whole: TextRef
  ) throws -> TextRef {
    if name.bytes.count == Int(whole.length), !whole.flags.contains(.hasControl) {
      return bloomz.text.part(range, of: whole)
    }
    return try bloomz.text.append(name.bytes.span.extracting(range))
  }

  /// Appends the contact's children with the relationship to each.
  private mutating func fillChildren(_ children: [UInt64], of row: Int, _ roster: Roster) {
    var previous: Int32 = -1
    for child in children {
      let student = Int32(truncatingIfNeeded: child >> 32)
      if student == previous { continue }
      previous = student
      bloomz.contacts.children.append(student)
      bloomz.contacts.relationship.append(roster.contacts.relationship[Int(child & 0xFFFF_FFFF)])
    }
    bloomz.contacts.children.closeRow()

    let links = roster.contacts.students.range(row)
    if children.count == links.count { return }
    for link in links {
      let student = Int(roster.contacts.students.flat[link])
      if studentRows[student] >= 0 {
        if roster.isSelf(roster.contacts.relationship[link]) {
          notes.droppedLinks[.contactIsSelf] += 1
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

/// The fates of contacts that are left out.
private struct ContactFates {
  private var fates: [TransformReason: Fate] = [:]

  init(in roster: inout Roster) {
    let reasons: [TransformReason] = [
      .contactWithoutChild, .contactIsSelf, .contactIsEmergency, .contactUnreachable,
      .formulaStart,
    ]
    for reason in reasons { fates[reason] = roster.fate(reason) }
  }

  subscript(reason: TransformReason) -> Fate { fates[reason] ?? .undecided }
}
