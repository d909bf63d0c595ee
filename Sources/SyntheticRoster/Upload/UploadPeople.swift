import SafeFiles

/// Rows of people.
extension UploadWriter {
  static let studentColumns = [
    "School_id", "Student_id", "Student_number", "State_id", "Last_name", "Middle_name",
    "First_name", "Grade", "Gender", "DOB", "Race", "Hispanic_Latino", "Ell_status",
    "Student_street", "Student_city", "Student_state", "Student_zip", "Student_email",
    "Contact_relationship", "Contact_type", "Contact_name", "Contact_phone", "Contact_phone_type",
    "Contact_email", "Contact_sis_id", "Username", "Password",
  ]

  /// Puts all students; each as often as they have contacts, once at least.
  ///
  /// - Returns: the number of rows.
  mutating func putStudents(into file: inout OutputFile) -> Int {
    var families = Families()
    var contactNumber = 0
    var count = 0
    while let family = families.next(in: district) {
      let contacts = (0..<family.adults).map { adult in
        Contact(contactNumber + adult, adult, of: family, victim: nil, in: district)
      }
      contactNumber += family.adults
      for child in family.children {
        let student = Student(child, in: district)
        if contacts.isEmpty { putStudent(student, nil, into: &file) }
        for contact in contacts {
          putStudent(student, contact, into: &file)
          countContactLink()
        }
        count += max(1, contacts.count)
      }
    }
    return count
  }

  private func putStudent(_ student: Student, _ contact: Contact?, into file: inout OutputFile) {
    let words = district.words
    // The same random values as in the API's record, so that both are about the same child.
    var dice = Dice(district.plan.seed, .contactUser, ~student.index)
    for _ in 0..<2 { _ = dice.below(500) }
    file.putCell(District.sisID(ofSchool: student.school))
    file.putCell(100_000 + student.index)
    file.putCell(100_000 + student.index)
    file.putCell(5_550_000_000 + student.index)
    file.putCell(student.last, of: words.last)
    if student.middle >= 0 {
      file.putCell(student.middle, of: words.first)
    } else {
      file.putCell("")
    }
    file.putCell(student.first, of: words.first)
    putGrade(student.grade, into: &file)
    let (month, day) = (1 + dice.below(12), 1 + dice.below(28))
    let isLearner = dice.happens(10)
    let gender = dice.below(100)
    let isHispanic = dice.happens(45)
    let location = Location(&dice, words)
    file.putCell(gender < 49 ? "M" : gender < 98 ? "F" : "X")
    file.putCell(month, "/", day, "/", 2019 - student.grade)
    file.putCell(dice.below(Names.races.count), of: words.races)
    file.putCell(isHispanic ? "Y" : "N")
    file.putCell(isLearner ? "Y" : "N")
    put(location, into: &file)
    file.putCell { file in
      if student.hasEmail { records.putAddress(of: student, into: &file) }
    }
    if let contact { put(contact, into: &file) } else { file.put(",,,,,,,") }
    file.putCell { records.putLocalPart(of: student, into: &$0) }
    file.endRow()
  }

  /// Puts the seven cells of a contact.
  private func put(_ contact: Contact, into file: inout OutputFile) {
    let words = district.words
    file.putCell(contact.relationship, of: words.relationships)
    file.putCell(contact.type, of: words.contactTypes)
    let isQuoted =
      words.first.needsQuotes(contact.first) || words.last.needsQuotes(contact.last)
    file.putCell(isQuoted: isQuoted) { file in
      words.first.putCSV(contact.first, into: &file)
      file.put(byte: UInt8(ascii: " "))
      words.last.putCSV(contact.last, into: &file)
    }
    file.putCell { file in
      if contact.hasPhone { records.putPhone(contact.phone, into: &file) }
    }
    file.putCell(contact.phoneType, of: words.phoneTypes)
    file.putCell { file in
      guard contact.hasEmail else { return }
      words.first.putAddress(contact.first, into: &file)
      file.put(byte: UInt8(ascii: "."))
      file.put(decimal: contact.number)
      file.put("@families.pinevalley.internal")
    }
    if contact.number % 2 == 0 {
      file.putCell("C", Digits(contact.number, 8))
    } else {
      file.putCell("")
    }
  }

  static let teacherColumns = [
    "School_id", "Teacher_id", "Teacher_number", "State_teacher_id", "Teacher_email", "First_name",
    "Last_name", "Title", "Username", "Password",
  ]

  /// Puts a teacher.
  func putTeacher(_ teacher: Int, into file: inout OutputFile) {
    var dice = Dice(district.plan.seed, .teacherUser, ~teacher)
    let employee = district.employee(.teacher(teacher))
    file.putCell(District.sisID(ofSchool: district.school(ofTeacher: teacher)))
    putTeacherID(teacher, into: &file)
    file.putCell(40_000 + teacher)
    file.putCell(7_000_000 + teacher)
    file.putCell { records.put(employee, into: &$0) }
    file.putCell(employee.first, of: district.words.first)
    file.putCell(employee.last, of: district.words.last)
    file.putCell(dice.below(Names.titles.count), of: district.words.titles)
    file.putCell { records.putLocalPart(employee, into: &$0) }
    file.endRow()
  }

  /// Puts the key of a teacher as a cell.
  func putTeacherID(_ teacher: Int, into file: inout OutputFile) {
    file.putCell("T", Digits(teacher, 6))
  }

  static let staffColumns = [
    "School_id", "Staff_id", "Staff_email", "First_name", "Last_name", "Department", "Title",
    "Username", "Role",
  ]

  /// Puts a school admin. The first of all may import every school.
  func putStaff(_ admin: Int, into file: inout OutputFile) {
    var dice = Dice(district.plan.seed, .staffUser, ~admin)
    let employee = district.employee(.staff(admin))
    file.putCell(admin == 0 ? "district" : District.sisID(ofSchool: admin / 2))
    file.putCell("A", Digits(admin, 5))
    file.putCell { records.put(employee, into: &$0) }
    file.putCell(employee.first, of: district.words.first)
    file.putCell(employee.last, of: district.words.last)
    file.putCell(dice.below(Names.departments.count), of: district.words.departments)
    file.putCell(admin % 2 == 0 ? "Principal" : "Assistant Principal")
    file.putCell { records.putLocalPart(employee, into: &$0) }
    file.endRow()
  }
}
