internal import BloomzModel
internal import Roster

extension BloomzGrade {
  /// The grade for Clever's `grade`; ``none`` if Bloomz has no word for it: 13,
  /// PostGraduate, Ungraded, Other, empty and unknown ones.
  ///
  /// Source: `BloomzImport.md`, section 10.3.
  init(_ grade: CleverGrade) {
    self =
      switch grade {
      case .infantToddler: .infant
      case .preschool: .preschool
      case .preKindergarten: .preKindergarten
      case .transitionalKindergarten: .transitionalKindergarten
      case .kindergarten: .kindergarten
      case .grade1: .first
      case .grade2: .second
      case .grade3: .third
      case .grade4: .fourth
      case .grade5: .fifth
      case .grade6: .sixth
      case .grade7: .seventh
      case .grade8: .eighth
      case .grade9: .ninth
      case .grade10: .tenth
      case .grade11: .eleventh
      case .grade12: .twelfth
      case .grade13, .postGraduate, .ungraded, .other, .none, .unknown: .none
      }
  }
}

/// Counts the grades of a class's students and finds the commonest.
struct GradeCount {
  private var counts = [Int32](repeating: 0, count: BloomzGrade.allCases.count)

  /// Counts one student; a student without a grade says nothing.
  mutating func add(_ grade: BloomzGrade) {
    counts[Int(grade.rawValue)] += 1
  }

  /// The commonest grade, the lowest of several; ``BloomzGrade/none`` if there is none. Starts
  /// anew for the next class.
  mutating func takeCommonest() -> BloomzGrade {
    var commonest = BloomzGrade.none
    var most: Int32 = 0
    for grade in BloomzGrade.allCases where grade != .none {
      let count = counts[Int(grade.rawValue)]
      if count > most { (commonest, most) = (grade, count) }
    }
    for index in counts.indices { counts[index] = 0 }
    return commonest
  }
}
