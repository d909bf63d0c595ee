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
  /// They are judged and filled as the export has them, so that its text is read from front to
  /// back, and put in the order of their keys at the end. The columns are the export's own, moved
  /// over and closed up as contacts are left out: nobody goes in at a later row than their own.
  mutating func placeContacts(of roster: inout Roster, _ reach: ContactReach) throws {
    bloomz.contacts.firstName = exchange(&roster.contacts.firstName, with: [])
    bloomz.contacts.lastName = exchange(&roster.contacts.lastName, with: [])
    bloomz.contacts.email = exchange(&roster.contacts.email, with: [])
    bloomz.contacts.phone = exchange(&roster.contacts.phone, with: [])
    reserveLinks(of: roster.contacts)
    let leftOut = try fillContacts(from: roster, reach)
    let fates = ContactFates(in: &roster)
    for (row, reason) in leftOut { roster.contacts.records.decide(fates[reason], Int(row)) }
    let free = roster.contacts.count - sources.contacts.count
    bloomz.contacts.firstName.removeLast(free)
    bloomz.contacts.lastName.removeLast(free)
    bloomz.contacts.email.removeLast(free)
    bloomz.contacts.phone.removeLast(free)
    // The links stay: they tell the school of a contact that a finding is about.
    roster.contacts.relationship = WordColumn()
    roster.contacts.type = []
    roster.contacts.phoneType = []
    try putContactsInOrder(of: &roster)
  }

  /// Fills in every open contact that goes into the bundle.
  ///
  /// Nothing of `roster` changes meanwhile: of one that may change, each function that is shown it
  /// is given a copy of all that it consists of.
  ///
  /// - Returns: the rows of those who are left out, ascending, and why.
  private mutating func fillContacts(
    from roster: Roster,
    _ reach: ContactReach
  ) throws -> [(row: Int32, reason: TransformReason)] {
    var leftOut: [(row: Int32, reason: TransformReason)] = []
    let isSelf = roster.contacts.relationship.words.map { roster.isSelf($0) }
    var children: [UInt64] = []
    var name = ContactName()
    for row in 0..<roster.contacts.count where roster.contacts.records.isOpen(row) {
      let hits = notes.hits.count
      guard let reason = try judge(row, roster, isSelf, reach, &children, &name) else {
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

  /// Makes the contact at `row` the bundle's next, but for its key.
  ///
  /// `isSelf` tells by number of a relationship whether it makes students their own contacts.
  ///
  /// - Returns: why not, if it is left out; the next one then takes its place.
  private mutating func judge(
    _ row: Int,
    _ roster: Roster,
    _ isSelf: [Bool],
    _ reach: ContactReach,
    _ children: inout [UInt64],
    _ name: inout ContactName
  ) throws -> TransformReason? {
    let isForEmergencies = gatherChildren(of: row, roster, isSelf, into: &children)
    if children.isEmpty { return isStudent(row, roster) ? .contactIsSelf : .contactWithoutChild }
    if isForEmergencies, !options.includesEmergencyContacts { return .contactIsEmergency }
    guard try fillReach(of: row, reach) else { return .contactUnreachable }
    guard try fillName(of: row, &name) else { return .formulaStart }
    fillChildren(children, of: row, roster)
    return nil
  }

  private mutating func reserveLinks(of contacts: Contacts) {
    let links = contacts.students.flat.count
    bloomz.contacts.relationship = WordColumn(wordsOf: contacts.relationship)
    bloomz.contacts.relationship.reserveCapacity(links)
    bloomz.contacts.children.reserve(rows: contacts.records.recordCount, links: links)
    sources.contacts.reserveCapacity(contacts.records.recordCount)
  }

  /// Gives the contacts their keys and puts every column in the order of these.
  private mutating func putContactsInOrder(of roster: inout Roster) throws {
    contactKeys = KeyColumnAside(of: roster.contacts.sisID, besides: sources.contacts)
    let placed = try place(
      exchange(&sources.contacts, with: []),
      keys: exchange(&roster.contacts.sisID, with: []),
      .contact,
      roster.contacts.records,
      of: roster,
      in: "contacts"
    )
    bloomz.contacts.key = placed.keys
    sources.contacts = placed.rows
    guard let positions = placed.order.positions else { return }
    placed.order.arrange(inPlace: &bloomz.contacts.firstName)
    placed.order.arrange(inPlace: &bloomz.contacts.lastName)
    placed.order.arrange(inPlace: &bloomz.contacts.email)
    placed.order.arrange(inPlace: &bloomz.contacts.phone)
    let isStray = placed.order.isStray ?? Array(repeating: true, count: positions.count)
    bloomz.contacts.relationship.arrange(
      beside: bloomz.contacts.children,
      by: positions,
      moving: isStray
    )
    bloomz.contacts.children.arrange(by: positions, moving: isStray)
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
    _ isSelf: [Bool],
    into children: inout [UInt64]
  ) -> Bool {
    children.removeAll(keepingCapacity: true)
    var isForEmergencies = true
    for link in roster.contacts.students.range(row) {
      let placed = studentRows[Int(roster.contacts.students.flat[link])]
      guard placed >= 0, !isSelf[roster.contacts.relationship.number(link)] else { continue }
      switch roster.contacts.type[link] {
      case .emergency, .secondary: break
      default: isForEmergencies = false
      }
      children.append(UInt64(placed) << 32 | UInt64(link))
    }
    if children.count > 1 { children.sort() }
    return isForEmergencies
  }

  /// Fills in the contact's e-mail address and telephone number.
  ///
  /// - Returns: false if neither can be used.
  private mutating func fillReach(of row: Int, _ reach: ContactReach) throws -> Bool {
    var email = bloomz.contacts.email[row]
    if !email.isEmpty, !reach.hasAddress(row) {
      notes.hit(.contactEmailMalformed, .contact, Int32(row))
      email = .empty
    }
    var number = bloomz.contacts.phone[row]
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
    if email.isEmpty && number.isEmpty { return false }
    bloomz.contacts.email[sources.contacts.count] = email
    bloomz.contacts.phone[sources.contacts.count] = number
    return true
  }

  /// The ten digits: where they stand in the number as it was given if nothing divides them, as
  /// behind a country code; else a copy.
  private mutating func digits(of whole: TextRef) throws -> TextRef {
    if let digits = PhoneForm.lastDigits(of: bloomz.text.span(whole)) {
      return bloomz.text.plainPart(digits, of: whole)
    }
    return try bloomz.text.append(PhoneForm.digits(of: bloomz.text.span(whole)).span)
  }

  /// Fills in the contact's first and last name.
  ///
  /// - Returns: false if a split name begins like a formula.
  private mutating func fillName(of row: Int, _ name: inout ContactName) throws -> Bool {
    var first = bloomz.contacts.firstName[row]
    var last = bloomz.contacts.lastName[row]
    var form = ContactNameForm.given
    if first.isEmpty {
      form = name.split(bloomz.text.span(last))
      if !last.flags.contains(.startsFormula), name.startsFormula { return false }
      let whole = last
      first = try part(name.first, of: name, in: whole)
      if name.last.count != Int(last.length) {
        last = try part(name.last, of: name, in: whole)
      }
    }
    notes.contactNames[form] += 1
    let place = sources.contacts.count
    if form == .given {
      bloomz.contacts.firstName.copy(row, to: place)
      bloomz.contacts.lastName.copy(row, to: place)
    } else {
      bloomz.contacts.firstName[place] = first
      bloomz.contacts.lastName[place] = last
    }
    return true
  }

  /// A part of a name: where it stands in the whole one if that was tidy (a tab is as long as the
  /// space that it becomes), else a copy.
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
      bloomz.contacts.relationship.append(
        number: roster.contacts.relationship.number(Int(child & 0xFFFF_FFFF))
      )
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
