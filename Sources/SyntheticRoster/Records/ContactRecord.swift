import SafeFiles

extension RecordWriter {
  /// Puts a contact of v2 or later (table Contact).
  mutating func putContact(
    _ number: Int,
    _ adult: Int,
    of family: Families.Family,
    into file: inout OutputFile
  ) {
    let contact = contact(number, adult, of: family)
    let id = id(of: .contact, number)
    note(contact, on: id)
    contactLinks += contact.children.count + contact.others.count
    let children = Array(contact.children) + contact.others
    var students = children.map { district.id(.student, $0) }
    if let stranger = stranger(contact) { students.append(stranger) }
    if version.hasUsers { return putUser(contact, id, students, into: &file) }
    putContactFields(contact, id, into: &file)
    file.putField("students", ids: students)
    putPhoneAndKey(of: contact, into: &file)
    file.endObject()
  }

  /// Puts `{` and the fields that contacts of v1 and v2 begin with.
  private func putContactFields(_ contact: Contact, _ id: CleverID, into file: inout OutputFile) {
    file.beginObject()
    putDistrictID(isFirst: true, into: &file)
    putEmail(of: contact, into: &file)
    file.putField("id", id)
    file.putField("name") { putFullName(of: contact, into: &$0) }
    file.putField("relationship") { putRelationship(of: contact, into: &$0) }
    file.putField("type") { putType(of: contact, into: &$0) }
  }

  private func putUser(
    _ contact: Contact,
    _ id: CleverID,
    _ students: [CleverID],
    into file: inout OutputFile
  ) {
    var dice = Dice(district.plan.seed, .contactUser, contact.number)
    file.beginObject()
    putTimes(&dice, isFirst: true, into: &file)
    putDistrictID(into: &file)
    putEmail(of: contact, into: &file)
    file.putField("id", id)
    // The whole name is the last name: no contact of the recordings has a first one.
    file.beginObject("name")
    file.putFirst("last") { putFullName(of: contact, into: &$0) }
    file.endObject()
    file.beginObject("roles")
    file.beginObject("contact", isFirst: true)
    file.putFirst("legacy_id", district.id(.contact, contact.number))
    putPhoneAndKey(of: contact, into: &file)
    file.put(#","student_relationships":["#)
    for (number, student) in students.enumerated() {
      if number > 0 { file.put(byte: UInt8(ascii: ",")) }
      file.beginObject()
      file.putFirst("relationship") { putRelationship(of: contact, into: &$0) }
      file.putField("student", student)
      file.putField("type") { putType(of: contact, into: &$0) }
      file.endObject()
    }
    file.put("]}}}")
  }

  /// Puts a contact of v1, which has one student (table StudentContact).
  mutating func putContactCopy(
    _ copy: Int,
    _ number: Int,
    _ adult: Int,
    of family: Families.Family,
    child: Int,
    into file: inout OutputFile
  ) {
    let contact = contact(number, adult, of: family)
    let id = id(of: .contactCopy, copy)
    note(contact, on: id)
    contactLinks += 1
    putContactFields(contact, id, into: &file)
    file.putField("student", district.id(.student, child))
    putPhoneAndKey(of: contact, isCopy: true, into: &file)
    file.endObject()
  }

  private func contact(_ number: Int, _ adult: Int, of family: Families.Family) -> Contact {
    guard let planted = possible(family.victim) else {
      return Contact(number, adult, of: family, victim: nil, in: district)
    }
    var others: [Int] = []
    if planted.planting == .manyChildren {
      others = district.neighbours(of: family.children.lowerBound, count: 6)
    }
    let isHere =
      switch planted.planting {
      case .contactOfNameless: true
      case .manyChildren: adult == 1 && !others.isEmpty
      default: planted.planting.isOnContact && adult == 1
      }
    let victim = isHere ? planted : nil
    var contact = Contact(number, adult, of: family, victim: victim, in: district)
    if isHere { contact.others = others }
    if planted.planting == .twin {
      contact.needEmail()
      if isHere {
        contact.take(nameOf: Contact(number - 1, 0, of: family, victim: nil, in: district))
      }
    }
    return contact
  }

  private mutating func note(_ contact: Contact, on id: CleverID) {
    if let victim = contact.victim { note(victim.planting, on: id) }
  }

  private func stranger(_ contact: Contact) -> CleverID? {
    guard let victim = contact.victim, victim.planting == .contactOfStranger else { return nil }
    return district.strangeID(victim.planting, victim.ordinal)
  }

  // MARK: - Fields

  private func putFullName(of contact: Contact, into file: inout OutputFile) {
    if contact.victim?.planting == .namelessContact { return }
    district.words.first.put(contact.first, into: &file)
    file.put(byte: UInt8(ascii: " "))
    district.words.last.put(contact.last, into: &file)
  }

  private func putRelationship(of contact: Contact, into file: inout OutputFile) {
    if contact.victim?.planting == .selfContact {
      file.put("Self")
    } else {
      district.words.relationships.put(contact.relationship, into: &file)
    }
  }

  private func putType(of contact: Contact, into file: inout OutputFile) {
    switch contact.victim?.planting {
    case .strangeType: file.put("Neighbor")
    case .emergency:
      file.put((contact.victim?.ordinal ?? 0) % 2 == 0 ? "Emergency" : "Secondary")
    default: district.words.contactTypes.put(contact.type, into: &file)
    }
  }

  /// Puts `email`, or nothing if the contact has none.
  private func putEmail(of contact: Contact, into file: inout OutputFile) {
    let host: StaticString
    switch contact.victim?.planting {
    case .unreachable: return
    case .madeUpAddress: return file.putField("email", "none@none.com")
    case .officeAddress:
      let office = (contact.victim?.ordinal ?? 0) / Planting.officeAddress.groupSize
      return file.putField("email", "front.office.", office, "@pinevalley.internal")
    case .childsAddress:
      let child = Student(contact.children.lowerBound, in: district)
      return file.putField("email") { putAddress(of: child, into: &$0) }
    case .teachersAddress:
      let school = district.school(ofStudent: contact.children.lowerBound)
      let teacher = district.soundTeacher(of: school)
      return file.putField("email") {
        if let teacher { put(district.employee(.teacher(teacher)), into: &$0) }
      }
    case .contactWithoutAt: host = " (at) families.pinevalley.internal"
    case .contactInTestDomain: host = "@pinevalley.invalid"
    case .misspeltHost: host = "@families.pinevalley.con"
    case .shortPhone: host = "@families.pinevalley.internal"
    default:
      guard contact.hasEmail else { return }
      host = "@families.pinevalley.internal"
    }
    file.putField("email") {
      district.words.first.putAddress(contact.first, into: &$0)
      $0.put(byte: UInt8(ascii: "."))
      $0.put(decimal: contact.addressNumber)
      $0.put(host)
    }
  }

  /// Puts phone, its kind, and from v1.2 on `sis_id`.
  ///
  /// A `sis_id` is unique, so the parent of siblings has none where each child has a contact of its
  /// own: in v1, where `isCopy` is true.
  private func putPhoneAndKey(
    of contact: Contact,
    isCopy: Bool = false,
    into file: inout OutputFile
  ) {
    file.putField("phone") { file in
      switch contact.victim?.planting {
      case .unreachable, .shortPhone:
        file.put(contact.number % 2 == 0 ? "555-0142" : "555-0142 x7")
      case .contactWithoutAt: putPhone(contact.phone, into: &file)
      case .madeUpPhone: file.put("(555) 555-5555")
      default: if contact.hasPhone { putPhone(contact.phone, into: &file) }
      }
    }
    file.putField("phone_type", contact.phoneType, of: district.words.phoneTypes)
    guard version >= .v12 else { return }
    if contact.number % 2 == 0, !isCopy || contact.children.count == 1 {
      file.putField("sis_id", "C", Digits(contact.number, 8))
    } else {
      file.putField("sis_id", "")
    }
  }

  /// Puts one of the numbers that are kept for stories, 555-0100 to 555-0199 of any area (ATIS
  /// 0300115), in one of the spellings that recordings hold.
  func putPhone(_ chance: UInt64, into file: inout OutputFile) {
    let area = 200 + Int(truncatingIfNeeded: chance & 0x1FF)
    let line = 100 + Int(truncatingIfNeeded: chance >> 16 % 100)
    switch chance >> 60 & 3 {
    case 0:
      file.put("(")
      file.put(decimal: area)
      file.put(") 555-0")
    case 1:
      file.put("1-(")
      file.put(decimal: area)
      file.put(") 555-0")
    case 2:
      file.put("+1")
      file.put(decimal: area)
      file.put("5550")
    default:
      file.put(decimal: area)
      file.put("-555-0")
    }
    file.put(decimal: line)
  }
}
