/// What a class is about, whatever the version.
struct Lesson {
  /// The number of the section in the district.
  var section: Int
  var period: Int
  var subject: Int
  /// Counted from Kindergarten.
  var grade: Int
  var teacher: Int

  /// The class at `place` of a school.
  init(_ place: Int, of classes: SchoolClasses, in district: borrowing District) {
    section = district.firstClass[classes.school] * District.periods + place
    period = place / classes.count + 1
    var dice = Dice(district.plan.seed, .section, section)
    subject = dice.below(Names.subjects.count)
    let grades = District.grades(ofSchool: classes.school)
    grade = grades.lowerBound + dice.below(grades.count)
    teacher = classes.teacher(of: place)
  }

  var course: Int { subject * Names.grades.count + grade }
}
