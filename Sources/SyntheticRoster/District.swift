/// The made-up district itself, before any version or form: how many records of each kind there are,
/// and which of them have which fault. The values of a record are derived from its index when it is
/// written.
///
/// Proportions: 550 students a school, 16 a teacher, six periods of classes of about 25, 1.6
/// contacts a student, two admins a school.
struct District: Sendable {
  /// Periods of a school day; every student has a class in each.
  static let periods = 6
  /// Terms of the school year.
  static let termsOfYear = 3
  /// District admins.
  static let districtAdminCount = 2

  let plan: DistrictPlan
  /// Whether this is the district as it was before: the same ids and families, other values.
  let isFormer: Bool
  /// The seed of what stays the same: ids and families.
  let identity: UInt64
  /// The ten digits that all ids of the district share.
  let machine: UInt64
  let teacherCount: Int
  /// Classes of a period before each school, and of all schools at the end.
  let firstClass: [Int]
  /// Contacts of v2 and later.
  private(set) var contactCount = 0
  /// Contacts of v1, one a student each.
  private(set) var contactCopyCount = 0
  /// The teacher of each school who is its second admin as well; -1 for none.
  private(set) var teachingAdmins: [Int] = []

  /// Faults of students and of their contacts.
  let studentFaults: FaultSchedule
  let teacherFaults: FaultSchedule
  /// By number among the classes of the first period.
  let sectionFaults: FaultSchedule
  /// The admins that the district has besides the two of each school, each with a fault.
  let faultyAdmins: [FaultSchedule.Victim]

  let words = DistrictWords()

  /// The district of a plan, or, if `isFormer`, that district at an earlier time: the same people with
  /// other values.
  init(_ plan: DistrictPlan, isFormer: Bool = false) {
    self.plan = isFormer ? DistrictPlan(plan, seed: ~plan.seed) : plan
    self.isFormer = isFormer
    identity = plan.seed
    machine = mixed(plan.seed &+ 1) & 0xFF_FFFF_FFFF
    // Five classes of a school, at least, are without a fault; a teacher needs one of them.
    teacherCount = max(5 * plan.schools, plan.students / 16)
    var firstClass = [0]
    for school in 0..<plan.schools {
      let count = District.students(of: school, plan).count
      firstClass.append(firstClass[school] + max(1, (count + 12) / 25))
    }
    self.firstClass = firstClass
    if plan.hasFaults {
      let seed = plan.seed
      studentFaults = FaultSchedule(
        Fault.onStudents + Fault.onContacts,
        over: plan.students,
        share: 4,
        seed: seed,
        stream: .student
      )
      teacherFaults = FaultSchedule(
        Fault.onTeachers,
        over: teacherCount,
        share: 4,
        seed: seed,
        stream: .teacher
      )
      sectionFaults = FaultSchedule(
        Fault.onSections,
        over: firstClass[plan.schools],
        share: 2,
        seed: seed,
        stream: .section
      )
      faultyAdmins =
        FaultSchedule(
          Fault.onAdmins,
          over: max(Fault.onAdmins.count, plan.schools),
          share: 1,
          seed: seed,
          stream: .admin
        ).victims
    } else {
      studentFaults = FaultSchedule()
      teacherFaults = FaultSchedule()
      sectionFaults = FaultSchedule()
      faultyAdmins = []
    }
    var families = Families()
    while let family = families.next(in: self) {
      contactCount += family.adults
      contactCopyCount += family.adults * family.children.count
    }
    // Every third school's second admin teaches, too: one user with two roles in v3.
    teachingAdmins = (0..<plan.schools).map { school in
      guard school % 3 == 0 else { return -1 }
      return soundTeacher(of: school) ?? -1
    }
  }

  /// Sections of all schools.
  var sectionCount: Int { firstClass[plan.schools] * District.periods }
  /// School admins of v1 and v2, teachers among them.
  var adminCount: Int { 2 * plan.schools + faultyAdmins.count }
  /// Terms, those of the faults included.
  var termCount: Int { District.termsOfYear + (plan.hasFaults ? District.faultyTerms.count : 0) }

  /// An id.
  @inline(__always)
  func id(_ kind: RecordKind, _ index: Int) -> CleverID {
    CleverID(kind, index, machine: machine)
  }

  /// An id that nothing has, another for each fault.
  func strangeID(_ planting: Planting, _ ordinal: Int) -> CleverID {
    id(.nowhere, Int(planting.rawValue) << 20 + ordinal)
  }

  // MARK: - Who is where

  /// The school of a student.
  @inline(__always)
  func school(ofStudent index: Int) -> Int { index * plan.schools / plan.students }

  /// The school of a teacher.
  @inline(__always)
  func school(ofTeacher index: Int) -> Int { index * plan.schools / teacherCount }

  /// The students of a school.
  func students(of school: Int) -> Range<Int> { District.students(of: school, plan) }

  /// The teachers of a school.
  func teachers(of school: Int) -> Range<Int> {
    firstIndex(
      of: school,
      of: plan.schools,
      over: teacherCount
    )..<firstIndex(
      of: school + 1,
      of: plan.schools,
      over: teacherCount
    )
  }

  /// The first teacher of a school without a fault.
  func soundTeacher(of school: Int) -> Int? {
    teachers(of: school).first { teacherFaults.victim(at: $0) == nil }
  }

  /// The classes of a school in one period.
  func classCount(of school: Int) -> Int { firstClass[school + 1] - firstClass[school] }

  private static func students(of school: Int, _ plan: DistrictPlan) -> Range<Int> {
    firstIndex(
      of: school,
      of: plan.schools,
      over: plan.students
    )..<firstIndex(
      of: school + 1,
      of: plan.schools,
      over: plan.students
    )
  }
}
