import SafeFiles

/// Writes the records of a district in the shapes of one version, list after list, and notes the
/// faults as they are planted.
struct RecordWriter {
  let district: District
  let version: CleverVersion
  /// The school admins who do not teach, by their numbers. In v3 the others are in the list as
  /// teachers.
  let staffOnly: [Int]
  /// Students who are in the export twice.
  let copies: [FaultSchedule.Victim]
  /// The version, as paths begin with it.
  let versionBytes: [UInt8]

  /// What was planted so far.
  var planted: [SynthesisSummary.PlantedRecord] = []
  /// What the sections of each school hold.
  var schools: [SynthesisSummary.SchoolCount]
  /// Links from contacts to students.
  var contactLinks = 0

  /// Where the contacts are.
  private var families = Families()
  private var family = Families.Family(children: 0..<0, adults: 0, victim: nil)
  private var adult = 0
  private var contactNumber = -1
  private var child = 0
  private var copyNumber = -1
  /// Where the sections are.
  var classes: SchoolClasses?

  private let faults: [Fault?]

  init(_ district: District, _ version: CleverVersion) {
    self.district = district
    self.version = version
    versionBytes = Array(version.rawValue.utf8)
    staffOnly = (0..<district.adminCount).filter { district.teacher(whoIsAdmin: $0) == nil }
    copies = district.studentFaults.victims.filter { $0.planting.isCopied }
    schools = (0..<district.plan.schools).map { school in
      SynthesisSummary.SchoolCount(
        id: district.id(.school, school).text,
        sisID: District.sisID(ofSchool: school)
      )
    }
    var faults = [Fault?](repeating: nil, count: Planting.allCases.count)
    for fault in Fault.all { faults[Int(fault.planting.rawValue)] = fault }
    self.faults = faults
  }

  /// Puts the record itself, without an envelope. Contacts and sections must be asked for in
  /// ascending order, and some may be left out.
  mutating func put(_ kind: Listing.Kind, _ number: Int, into file: inout OutputFile) {
    switch kind {
    case .district: putDistrict(into: &file)
    case .school: putSchool(number, into: &file)
    case .course: putCourse(number, into: &file)
    case .term: putTerm(number, into: &file)
    case .teacher: putTeacher(number, into: &file)
    case .admin: putSchoolAdmin(number, into: &file)
    case .staffUser: putEmployee(.staff(staffOnly[number]), into: &file)
    case .districtAdmin: putDistrictAdmin(number, into: &file)
    case .student: putStudent(number, into: &file)
    case .studentAgain: putStudentAgain(copies[number], into: &file)
    case .contact:
      while contactNumber < number { nextContact() }
      putContact(contactNumber, adult, of: family, into: &file)
    case .contactCopy:
      while copyNumber < number { nextContactCopy() }
      putContactCopy(number, contactNumber, adult, of: family, child: child, into: &file)
    case .section: putSection(number, into: &file)
    }
  }

  private mutating func nextContact() {
    contactNumber += 1
    adult += 1
    while adult >= family.adults {
      guard let next = families.next(in: district) else { return }
      family = next
      adult = 0
    }
    child = family.children.lowerBound
  }

  private mutating func nextContactCopy() {
    copyNumber += 1
    child += 1
    if !family.children.contains(child) { nextContact() }
  }

  /// How a fault is made here; nil where the version has no place for it.
  @inline(__always)
  func possible(_ victim: FaultSchedule.Victim?) -> FaultSchedule.Victim? {
    guard let victim, let fault = faults[Int(victim.planting.rawValue)],
      fault.isPossible(in: version)
    else { return nil }
    return victim
  }

  /// Notes that a record has a fault.
  mutating func note(_ planting: Planting, on id: CleverID) {
    guard let fault = faults[Int(planting.rawValue)] else { return }
    planted.append(SynthesisSummary.PlantedRecord(fault: fault, id: id.text))
  }

  // MARK: - What several kinds have

  /// Puts `created` and `last_modified`.
  @inline(__always)
  func putTimes(_ dice: inout Dice, isFirst: Bool = false, into file: inout OutputFile) {
    if !isFirst { file.put(byte: UInt8(ascii: ",")) }
    file.put(#""created":""#)
    district.words.created.put(dice.below(500), into: &file)
    file.put(byte: UInt8(ascii: "\""))
    let modified = dice.below(500)
    file.putField("last_modified") { putModified(modified, into: &$0) }
  }

  /// Puts when a record was last changed. Of a district as it was before its events, that is before
  /// any record of the present district was changed.
  @inline(__always)
  func putModified(_ number: Int, into file: inout OutputFile) {
    let pool = district.isFormer ? district.words.created : district.words.modified
    pool.put(number, into: &file)
  }

  /// Puts `district`.
  @inline(__always)
  func putDistrictID(isFirst: Bool = false, into file: inout OutputFile) {
    if isFirst {
      file.putFirst("district", district.id(.district, 0))
    } else {
      file.putField("district", district.id(.district, 0))
    }
  }

  /// Puts `location`.
  @inline(__always)
  func putLocation(_ dice: inout Dice, into file: inout OutputFile) {
    let location = Location(&dice, district.words)
    file.put(#","location":{"address":""#)
    file.put(decimal: location.number)
    file.put(byte: UInt8(ascii: " "))
    district.words.streets.put(location.street, into: &file)
    file.put(#" Road""#)
    file.putField("city", location.city, of: district.words.cities)
    file.putField("lat", "35.", Digits(location.north, 6))
    file.putField("lon", "-106.", Digits(location.west, 6))
    file.putField("state", "NM")
    file.putField("zip", "87", Digits(location.area, 3))
    file.endObject()
  }
}
