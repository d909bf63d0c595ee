/// What a made-up district is like. The same plan is the same district, whatever the version and
/// the form it is written in.
public struct DistrictPlan: Sendable, Hashable {
  /// Students, at least 1.
  public let students: Int
  /// Schools, at least 1.
  public let schools: Int
  /// Picks the district among all of its size.
  public let seed: UInt64
  /// Whether faults are planted; without them every rule is silent.
  public let hasFaults: Bool

  /// The most students a district may have: ids of each kind have a range of their own.
  public static let studentLimit = 10_000_000
  /// The fewest students a school has on average where faults are planted, so that no class loses
  /// all its students to them.
  static let studentsForFaults = 20

  /// A plan.
  ///
  /// - Parameters:
  ///   - students: how many, 1 to ``studentLimit``.
  ///   - schools: how many; nil is one for each 550 students.
  ///   - seed: picks the district.
  ///   - hasFaults: whether faults are planted.
  /// - Throws: ``DistrictPlanError`` when there is no such district.
  public init(
    students: Int,
    schools: Int? = nil,
    seed: UInt64 = 1,
    hasFaults: Bool = false
  ) throws(DistrictPlanError) {
    guard (1...DistrictPlan.studentLimit).contains(students) else {
      throw DistrictPlanError(
        description: "a district has 1 to \(DistrictPlan.studentLimit) students, not \(students)"
      )
    }
    let chosen = schools ?? max(1, students / 550)
    guard (1...students).contains(chosen) else {
      throw DistrictPlanError(
        description: "\(students) students fill 1 to \(students) schools, not \(chosen)"
      )
    }
    guard !hasFaults || students >= chosen * DistrictPlan.studentsForFaults else {
      throw DistrictPlanError(
        description: "with faults a school has at least \(DistrictPlan.studentsForFaults) students"
      )
    }
    self.students = students
    self.schools = chosen
    self.seed = seed
    self.hasFaults = hasFaults
  }

  /// The plan of another district of the same size.
  init(_ plan: DistrictPlan, seed: UInt64) {
    students = plan.students
    schools = plan.schools
    self.seed = seed
    hasFaults = plan.hasFaults
  }
}

/// Why there is no such district.
public struct DistrictPlanError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is asked, and what is possible; lower case, no full stop.
  public let description: String
}
