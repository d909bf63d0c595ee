/// What a student is like, whatever the version.
struct Student {
  let index: Int
  let school: Int
  /// Counted from Kindergarten.
  let grade: Int
  let first: Int
  /// -1 for none.
  let middle: Int
  let last: Int
  let hasEmail: Bool

  init(_ index: Int, in district: borrowing District) {
    var dice = Dice(district.plan.seed, .student, index)
    self.index = index
    school = district.school(ofStudent: index)
    let grades = District.grades(ofSchool: school)
    grade = grades.lowerBound + dice.below(grades.count)
    first = district.words.first.spelling(&dice)
    last = district.words.last.spelling(&dice)
    middle = dice.happens(55) ? district.words.first.spelling(&dice) : -1
    // Few of the young have one.
    hasEmail = dice.happens(grade < 4 ? 25 : 95)
  }
}
