/// Where the faults are that need a record of their own, or room in their school.
extension District {
  /// The fault of an admin, if they have one.
  func victim(ofAdmin admin: Int) -> FaultSchedule.Victim? {
    admin < 2 * plan.schools ? nil : faultyAdmins[admin - 2 * plan.schools]
  }

  /// The schools of an admin. The first of all may import every school.
  func schools(ofAdmin admin: Int) -> Range<Int> {
    guard admin > 0 else { return 0..<plan.schools }
    let school = admin < 2 * plan.schools ? admin / 2 : admin % plan.schools
    return school..<school + 1
  }

  /// The fault of a school, if it has one: the last two, where there are others.
  func planting(ofSchool school: Int) -> Planting? {
    guard plan.hasFaults, school > 0 else { return nil }
    switch plan.schools - school {
    case 1: return .repeatedSchool
    case 2: return .strangeDistrict
    default: return nil
    }
  }

  /// What sections with a fault in their term name: one term for each kind of fault.
  static let faultyTerms: [Planting] = [.endedTerm, .reversedTerm, .endlessTerm, .repeatedTerm]

  /// The term of a section.
  func term(ofSection section: Int, _ planting: Planting?) -> Int {
    let faulty = planting.flatMap { District.faultyTerms.firstIndex(of: $0) }
    return faulty.map { District.termsOfYear + $0 } ?? section % District.termsOfYear
  }

  /// So many students of the same school without a fault, the ones after `student`; none where there
  /// are fewer.
  func neighbours(of student: Int, count: Int) -> [Int] {
    let students = students(of: school(ofStudent: student))
    var found: [Int] = []
    for other in [student..<students.upperBound, students.lowerBound..<student].joined()
    where studentFaults.victim(at: other) == nil {
      found.append(other)
      if found.count == count { return found }
    }
    return []
  }

  /// The classes of a teacher who has too many.
  static let manyClasses = 35

  /// Whether a school has that many classes from the second period on.
  func hasManyClasses(_ school: Int) -> Bool {
    classCount(of: school) * (District.periods - 1) >= District.manyClasses
  }
}
