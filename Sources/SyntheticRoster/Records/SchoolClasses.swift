/// The classes of one school: who teaches them, and who sits in them in the period at hand.
///
/// The memory is a school's students, four bytes each.
struct SchoolClasses {
  let school: Int
  /// Classes of a period.
  let count: Int
  /// Teachers without a fault; each has a class from the second period on.
  let teachers: [Int]
  /// Teachers with a fault who teach: each beside another in one class of the second period on.
  let secondTeachers: [Int]
  /// Teachers whose fault is that they have so many classes.
  let busyTeachers: [Int]
  /// The students, shuffled for the period: class `k` has every `count`th from the `k`th.
  private(set) var students: [Int32]
  private let seed: UInt64

  init(of school: Int, in district: borrowing District) {
    self.school = school
    seed = district.plan.seed
    count = district.classCount(of: school)
    var teachers: [Int] = []
    var secondTeachers: [Int] = []
    var busyTeachers: [Int] = []
    for teacher in district.teachers(of: school) {
      let victim = district.teacherFaults.victim(at: teacher)
      if victim == nil {
        teachers.append(teacher)
      } else if victim?.planting == .teachesMuch, district.hasManyClasses(school) {
        busyTeachers.append(teacher)
      } else if victim?.planting != .teachesNothing {
        secondTeachers.append(teacher)
      }
    }
    self.teachers = teachers
    self.secondTeachers = secondTeachers
    self.busyTeachers = busyTeachers
    students = []
    for student in district.students(of: school) {
      let planting = district.studentFaults.victim(at: student)?.planting
      if planting != .inNoSection, planting != .keyTwice { students.append(Int32(student)) }
    }
  }

  /// The period at hand; -1 before the first.
  private var period = -1

  /// Goes on to a period, through those before it.
  mutating func reach(_ period: Int) {
    while self.period < period {
      self.period += 1
      shuffle(for: self.period)
    }
  }

  /// Mixes the students anew for a period.
  private mutating func shuffle(for period: Int) {
    var dice = Dice(seed, .section, ~(school * District.periods + period))
    for place in students.indices.dropFirst().reversed() {
      students.swapAt(place, dice.below(place + 1))
    }
  }

  /// The teacher of a class, by its number in the school.
  func teacher(of section: Int) -> Int { teachers[section % teachers.count] }
}
