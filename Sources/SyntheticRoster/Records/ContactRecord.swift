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
    if version.hasUsers { return putUser(contact, id, into: &file) }
    file.put(byte: UInt8(ascii: "{"))
    putDistrictID(into: &file)
    putEmail(of: contact, into: &file)
    file.put(#""id":""#)
    file.put(id)
    file.put(#"","name":""#)
    putFullName(of: contact, into: &file)
    file.put(#"","relationship":""#)
    putRelationship(of: contact, into: &file)
    file.put(#"","type":""#)
    putType(of: contact, into: &file)
    file.put(#"","students":["#)
    for child in contact.children {
      if child > contact.children.lowerBound { file.put(byte: UInt8(ascii: ",")) }
      putQuoted(district.id(.student, child), into: &file)
    }
    for child in contact.others {
      file.put(byte: UInt8(ascii: ","))
      putQuoted(district.id(.student, child), into: &file)
    }
    if let stranger = stranger(contact) {
      file.put(byte: UInt8(ascii: ","))
      putQuoted(stranger, into: &file)
    }
    file.put("],")
    putPhoneAndKey(of: contact, hasKey: true, into: &file)
    file.put(byte: UInt8(ascii: "}"))
  }

  private func putUser(_ contact: Contact, _ id: CleverID, into file: inout OutputFile) {
    var dice = Dice(district.plan.seed, .contactUser, contact.number)
    file.put(byte: UInt8(ascii: "{"))
    putTimes(&dice, into: &file)
    putDistrictID(into: &file)
    putEmail(of: contact, into: &file)
    file.put(#""id":""#)
    file.put(id)
    // The whole name is the last name: no contact of the recordings has a first one.
    file.put(#"","name":{"last":""#)
    putFullName(of: contact, into: &file)
    file.put(#""},"roles":{"contact":{"legacy_id":""#)
    file.put(district.id(.contact, contact.number))
    file.put(#"","#)
    putPhoneAndKey(of: contact, hasKey: true, into: &file)
    file.put(#","student_relationships":["#)
    for child in contact.children {
      if child > contact.children.lowerBound { file.put(byte: UInt8(ascii: ",")) }
      put(contact, relatedTo: district.id(.student, child), into: &file)
    }
    for child in contact.others {
      file.put(byte: UInt8(ascii: ","))
      put(contact, relatedTo: district.id(.student, child), into: &file)
    }
    if let stranger = stranger(contact) {
      file.put(byte: UInt8(ascii: ","))
      put(contact, relatedTo: stranger, into: &file)
    }
    file.put("]}}}")
  }

  private func put(
    _ contact: Contact,
    relatedTo student: CleverID,
    into file: inout OutputFile
  ) {
    file.put(#"{"relationship":""#)
    putRelationship(of: contact, into: &file)
    file.put(#"","student":""#)
    file.put(student)
    file.put(#"","type":""#)
    putType(of: contact, into: &file)
    file.put(#""}"#)
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
    file.put(byte: UInt8(ascii: "{"))
    putDistrictID(into: &file)
    putEmail(of: contact, into: &file)
    file.put(#""id":""#)
    file.put(id)
    file.put(#"","name":""#)
    putFullName(of: contact, into: &file)
    file.put(#"","relationship":""#)
    putRelationship(of: contact, into: &file)
    file.put(#"","type":""#)
    putType(of: contact, into: &file)
    file.put(#"","student":""#)
    file.put(district.id(.student, child))
    file.put(#"","#)
    // A key is unique: the parent of siblings, who is two contacts here, has none.
    putPhoneAndKey(
      of: contact,
      hasKey: version >= .v12,
      isEmpty: contact.children.count > 1,
      into: &file
    )
    file.put(byte: UInt8(ascii: "}"))
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

  private func putQuoted(_ id: CleverID, into file: inout OutputFile) {
    file.put(byte: UInt8(ascii: "\""))
    file.put(id)
    file.put(byte: UInt8(ascii: "\""))
  }

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
    if contact.victim?.planting == .strangeType { return file.put("Neighbor") }
    if let victim = contact.victim, victim.planting == .emergency {
      if victim.ordinal % 2 == 0 { file.put("Emergency") } else { file.put("Secondary") }
    } else {
      district.words.contactTypes.put(contact.type, into: &file)
    }
  }

  /// Puts `"email":…,` with the comma, or nothing.
  private func putEmail(of contact: Contact, into file: inout OutputFile) {
    let planting = contact.victim?.planting
    switch planting {
    case .unreachable: return
    case .shortPhone, .contactWithoutAt, .contactInTestDomain, .teachersAddress, .misspeltHost,
      .madeUpAddress, .officeAddress, .childsAddress:
      break
    default: guard contact.hasEmail else { return }
    }
    file.put(#""email":""#)
    if planting == .madeUpAddress {
      file.put("none@none.com")
    } else if planting == .officeAddress, let victim = contact.victim {
      file.put("front.office.")
      file.put(decimal: victim.ordinal / Planting.officeAddress.groupSize)
      file.put("@pinevalley.internal")
    } else if planting == .childsAddress {
      putAddress(of: Student(contact.children.lowerBound, in: district), into: &file)
    } else if planting == .teachersAddress {
      let school = district.school(ofStudent: contact.children.lowerBound)
      if let teacher = district.soundTeacher(of: school) {
        put(district.employee(.teacher(teacher)), into: &file)
      }
    } else {
      district.words.first.putAddress(contact.first, into: &file)
      file.put(byte: UInt8(ascii: "."))
      file.put(decimal: contact.addressNumber)
      switch planting {
      case .contactWithoutAt: file.put(" (at) families.pinevalley.internal")
      case .contactInTestDomain: file.put("@pinevalley.invalid")
      case .misspeltHost: file.put("@families.pinevalley.con")
      default: file.put("@families.pinevalley.internal")
      }
    }
    file.put(#"","#)
  }

  /// Puts phone, its kind and `sis_id`.
  private func putPhoneAndKey(
    of contact: Contact,
    hasKey: Bool,
    isEmpty: Bool = false,
    into file: inout OutputFile
  ) {
    file.put(#""phone":""#)
    switch contact.victim?.planting {
    case .unreachable, .shortPhone:
      if contact.number % 2 == 0 { file.put("555-0142") } else { file.put("555-0142 x7") }
    case .contactWithoutAt: putPhone(contact.phone, into: &file)
    case .madeUpPhone: file.put("(555) 555-5555")
    default: if contact.hasPhone { putPhone(contact.phone, into: &file) }
    }
    file.put(#"","phone_type":""#)
    district.words.phoneTypes.put(contact.phoneType, into: &file)
    guard hasKey else { return file.put(byte: UInt8(ascii: "\"")) }
    file.put(#"","sis_id":""#)
    if contact.number % 2 == 0, !isEmpty {
      file.put("C")
      file.put(contact.number, digits: 8)
    }
    file.put(byte: UInt8(ascii: "\""))
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
