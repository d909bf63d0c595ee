import FlatTables
import PositionedCSV
import Roster

/// What a row says of a contact; the columns differ between `students.csv` and `contacts.csv`.
private struct ContactCells {
  var key: CSVField
  var firstName = CSVField.empty
  var lastName: CSVField
  var email: CSVField
  var phone: CSVField
  var phoneType: CSVField
  var relationship: CSVField
  var type: CSVField

  /// The contact in a row of `students.csv`, whose name is one text.
  init(ofStudent row: UploadRow) {
    key = row[.contactKey]
    lastName = row[.contactName]
    email = row[.contactEmail]
    phone = row[.contactPhone]
    phoneType = row[.contactPhoneType]
    relationship = row[.contactRelationship]
    type = row[.contactType]
  }

  /// The contact of a row of `contacts.csv`.
  init(ofContact row: UploadRow) {
    self.init(ofStudent: row)
    if !row[.contactID].isEmpty { key = row[.contactID] }
    if !row[.lastName].isEmpty || !row[.firstName].isEmpty {
      firstName = row[.firstName]
      lastName = row[.lastName]
    }
    if email.isEmpty { email = row[.email] }
    if phone.isEmpty { phone = row[.phone] }
    if phoneType.isEmpty { phoneType = row[.phoneType] }
    if relationship.isEmpty { relationship = row[.relationship] }
    if type.isEmpty { type = row[.type] }
  }

  var isEmpty: Bool {
    key.isEmpty && firstName.isEmpty && lastName.isEmpty && email.isEmpty && phone.isEmpty
  }
}

/// The contacts that districts gave no key, by student. They are told apart by what is said of
/// them; a list of each student's is kept, since a contact with two telephones is two rows.
struct KeylessContacts {
  private var entries: [(link: Int32, before: Int32)] = []
  /// By student, the last entry plus one; 0 for none.
  private var last: [Int32] = []

  /// Adds the link of a contact to `student`.
  mutating func add(link: Int, of student: Int32) {
    let row = Int(student)
    if last.count <= row { last += repeatElement(0, count: row + 1 - last.count) }
    entries.append((Int32(link), last[row]))
    last[row] = Int32(entries.count)
  }

  /// The first link of `student` that `isIt`; nil if there is none.
  func link(of student: Int32, where isIt: (Int) -> Bool) -> Int? {
    guard Int(student) < last.count else { return nil }
    var entry = last[Int(student)]
    while entry > 0 {
      let link = Int(entries[Int(entry) - 1].link)
      if isIt(link) { return link }
      entry = entries[Int(entry) - 1].before
    }
    return nil
  }
}

extension UploadBuilder {
  /// Stores the contact in a student's row, if there is one; returns whether it says anything new.
  mutating func storeContact(
    of student: Int32,
    _ row: UploadRow,
    _ bytes: Span<UInt8>,
    _ place: Place,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> Bool {
    let cells = ContactCells(ofStudent: row)
    guard !cells.isEmpty else { return false }
    return try store(cells, of: student, row[.studentID], bytes, place, &roster)
  }

  /// Stores a row of `contacts.csv`.
  mutating func storeContactRow(
    _ row: UploadRow,
    _ bytes: Span<UInt8>,
    _ place: Place,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> Refusal? {
    let cells = ContactCells(ofContact: row)
    guard !cells.isEmpty else { return Refusal(column: nil, words: "the row tells no contact") }
    let student = try self.row(of: .student, row[.studentID], bytes, &roster)
    _ = try store(cells, of: student, row[.studentID], bytes, place, &roster)
    return nil
  }

  private mutating func store(
    _ cells: ContactCells,
    of student: Int32,
    _ studentKey: CSVField,
    _ bytes: Span<UInt8>,
    _ place: Place,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> Bool {
    let relationship = try word(cells.relationship, bytes, &roster)
    let type = ContactType(spelled: bytes.text(cells.type))
    let phoneType = PhoneType(spelled: bytes.text(cells.phoneType))
    let hasKey = !cells.key.isEmpty
    let contact: Int32
    if hasKey {
      contact = try row(of: .contact, cells.key, bytes, &roster)
    } else if let known = keylessContact(cells, of: student, relationship, type, bytes, roster) {
      contact = known
    } else {
      contact = roster.contacts.row(naming: derivedID(cells, studentKey, bytes))
    }
    let index = Int(contact)
    count(.contact, place, &roster)
    var adds = true
    if roster.contacts.records.isRecord(index) {
      let differing = difference(cells, from: index, bytes, roster)
      var isFilled = false
      if differing.isEmpty {
        isFilled = try fill(index, with: cells, phoneType, bytes, &roster)
      }
      // An id made here tells the student, too, so such a contact of the same content is a copy.
      adds = hasKey || isFilled
      noteCopy(.contact, contact, adds ? .adding : .same, differing, place: place, &roster)
    } else {
      roster.contacts.sisID[index] = try word(cells.key, bytes, &roster)
      roster.contacts.firstName[index] = try text(cells.firstName, bytes, &roster)
      roster.contacts.lastName[index] = try text(cells.lastName, bytes, &roster)
      roster.contacts.email[index] = try text(cells.email, bytes, &roster)
      roster.contacts.phone[index] = try text(cells.phone, bytes, &roster)
      roster.contacts.phoneType[index] = phoneType
      roster.contacts.setPlace(place.record, line: place.line, of: contact)
      if !hasKey { keyless.add(link: links.contactCount, of: student) }
    }
    links.add(contact, of: student, relationship: relationship, type: type)
    return adds
  }

  /// The contact without a key that is this student's already, under the same name: another row of
  /// theirs, with another telephone or with an address. nil if there is none.
  private func keylessContact(
    _ cells: ContactCells,
    of student: Int32,
    _ relationship: TextRef,
    _ type: ContactType,
    _ bytes: Span<UInt8>,
    _ roster: borrowing Roster
  ) -> Int32? {
    guard !(cells.firstName.isEmpty && cells.lastName.isEmpty) else { return nil }
    let found = keyless.link(of: student) { link in
      let (contact, otherRelationship, otherType) = links.contact(link)
      return otherType == type && otherRelationship == relationship
        && difference(cells, from: Int(contact), bytes, roster).isEmpty
    }
    return found.map { links.contact($0).contact }
  }

  /// In which fields a further row says another thing than the record. A telephone is none: a person
  /// has several.
  private func difference(
    _ cells: ContactCells,
    from index: Int,
    _ bytes: Span<UInt8>,
    _ roster: borrowing Roster
  ) -> RecordFields {
    var differing = RecordFields()
    let first = roster.contacts.firstName[index]
    let last = roster.contacts.lastName[index]
    if first.isEmpty == cells.firstName.isEmpty {
      if contradicts(first, cells.firstName, bytes, roster) { differing.insert(.firstName) }
      if contradicts(last, cells.lastName, bytes, roster) { differing.insert(.lastName) }
    } else if !last.isEmpty || !first.isEmpty,
      !(cells.lastName.isEmpty && cells.firstName.isEmpty),
      !isSameIgnoringCase(
        wholeName(roster.text.span(first), roster.text.span(last)).span,
        wholeName(bytes.text(cells.firstName), bytes.text(cells.lastName)).span
      )
    {
      differing.insert(.lastName)
    }
    if contradicts(roster.contacts.email[index], cells.email, bytes, roster) {
      differing.insert(.email)
    }
    return differing
  }

  /// One file may have a name in two cells, and another in one.
  private func wholeName(_ first: Span<UInt8>, _ last: Span<UInt8>) -> [UInt8] {
    var name: [UInt8] = []
    for index in first.indices { name.append(first[index]) }
    if !first.isEmpty, !last.isEmpty { name.append(0x20) }
    for index in last.indices { name.append(last[index]) }
    return name
  }

  /// Adds to a record what a further row says beside; a cell phone goes before another telephone.
  ///
  /// - Returns: whether the row says anything that the record did not have.
  private mutating func fill(
    _ index: Int,
    with cells: ContactCells,
    _ phoneType: PhoneType,
    _ bytes: Span<UInt8>,
    _ roster: inout Roster
  ) throws(TextArenaFull) -> Bool {
    var adds = false
    if roster.contacts.firstName[index].isEmpty, roster.contacts.lastName[index].isEmpty {
      roster.contacts.firstName[index] = try text(cells.firstName, bytes, &roster)
      roster.contacts.lastName[index] = try text(cells.lastName, bytes, &roster)
      adds = !(cells.firstName.isEmpty && cells.lastName.isEmpty)
    }
    if roster.contacts.email[index].isEmpty, !cells.email.isEmpty {
      roster.contacts.email[index] = try text(cells.email, bytes, &roster)
      adds = true
    }
    guard !cells.phone.isEmpty, !isSame(roster.contacts.phone[index], cells.phone, bytes, roster)
    else { return adds }
    if roster.contacts.phone[index].isEmpty
      || phoneType == .cell && roster.contacts.phoneType[index] != .cell
    {
      roster.contacts.phone[index] = try text(cells.phone, bytes, &roster)
      roster.contacts.phoneType[index] = phoneType
    }
    return true
  }

  /// The id of a contact that the district gave none: made of the student's and of all that is said
  /// of the contact, so that it stays as long as nothing changes, as Clever's own does.
  ///
  /// Its 24 digits look like Clever's ids and are none.
  private func derivedID(
    _ cells: ContactCells,
    _ studentKey: CSVField,
    _ bytes: Span<UInt8>
  ) -> RecordID {
    var first = TextMix(1)
    var second = TextMix(2)
    var content = [
      studentKey, cells.lastName, cells.email, cells.phone, cells.phoneType, cells.relationship,
      cells.type,
    ]
    if !cells.firstName.isEmpty { content.append(cells.firstName) }
    for cell in content {
      first.add(bytes.text(cell))
      second.add(bytes.text(cell))
    }
    var digits: [UInt8] = []
    // The leading digit keeps clear of the range that numbers other ids.
    let words = [first.value >> 4, second.value << 32]
    for (word, count) in zip(words, [16, 8]) {
      for digit in 0..<count {
        let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * digit)) & 0x0F
        digits.append(value < 10 ? 0x30 + value : 0x57 + value)
      }
    }
    return RecordID(packing: digits.span) ?? .none
  }
}
