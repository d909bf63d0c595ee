import SafeFiles

extension District {
  /// Courses: a lesson in a grade.
  var courseCount: Int { Names.subjects.count * Names.grades.count }

  /// The `sis_id` of a school: as those of New York, with a leading zero and a letter.
  static func sisID(ofSchool school: Int) -> String { "0\(2 + school % 7)M\(100 + school)" }

  /// The lowest and the highest grade of a school, counted from Kindergarten.
  static func grades(ofSchool school: Int) -> ClosedRange<Int> {
    switch school % 3 {
    case 0: 0...5
    case 1: 6...8
    default: 9...12
    }
  }
}

extension RecordWriter {
  /// Puts the district (`CleverData.md`, section 3, table District).
  func putDistrict(into file: inout OutputFile) {
    file.put(#"{"id":""#)
    file.put(district.id(.district, 0))
    file.put(#"","mdr_number":"00999999","name":"Pine Valley Unified""#)
    if version >= .v20 {
      file.put(#","error":"","last_sync":"2024-11-04T07:12:55.301Z","launch_date":""#)
      // A date from v3 on, a time before.
      if version.hasUsers {
        file.put(#"2021-08-02""#)
      } else {
        file.put(#"2021-08-02T00:00:00.000Z""#)
      }
      file.put(#","nces_id":"3509999","pause_end":"","pause_start":"""#)
      file.put(#","sis_type":"powerschool","state":"running""#)
    }
    if version >= .v21 {
      file.put(#","login_methods":["Google","Clever Badges"],"#)
      file.put(#""portal_url":"https://clever.invalid/in/pine-valley""#)
    }
    if version == .v31 { file.put(#","lms_state":"","lms_type":"""#) }
    file.put(byte: UInt8(ascii: "}"))
  }

  /// Puts a school (table School).
  mutating func putSchool(_ school: Int, into file: inout OutputFile) {
    var dice = Dice(district.plan.seed, .school, school)
    let grades = District.grades(ofSchool: school)
    let words = district.words
    file.put(#"{"id":""#)
    file.put(district.id(.school, school))
    file.put(#"","#)
    putTimes(&dice, into: &file)
    let planting = district.planting(ofSchool: school)
    if let planting { note(planting, on: district.id(.school, school)) }
    if planting == .strangeDistrict {
      file.put(#""district":""#)
      file.put(district.strangeID(.strangeDistrict, 0))
      file.put(#"","#)
    } else {
      putDistrictID(into: &file)
    }
    putLocation(&dice, into: &file)
    file.put(#""name":""#)
    putName(ofSchool: planting == .repeatedSchool ? 0 : school, into: &file)
    file.put(#"","low_grade":""#)
    words.grades.put(grades.lowerBound, into: &file)
    file.put(#"","high_grade":""#)
    words.grades.put(grades.upperBound, into: &file)
    file.put(#"","mdr_number":""#)
    file.put(school + 1, digits: 8)
    file.put(#"","nces_id":"35"#)
    file.put(school + 1, digits: 10)
    file.put(#"","phone":"(505) 555-01"#)
    file.put(school % 100, digits: 2)
    file.put(#"","principal":{"name":""#)
    let principal = district.employee(.staff(2 * school))
    words.first.put(principal.first, into: &file)
    file.put(byte: UInt8(ascii: " "))
    words.last.put(principal.last, into: &file)
    file.put(#"","email":""#)
    put(principal, into: &file)
    file.put(#""},"school_number":""#)
    file.put(decimal: 100 + school)
    file.put(#"","sis_id":""#)
    file.put(District.sisID(ofSchool: school))
    file.put(#"","state_id":""#)
    file.put(decimal: 9000 + school)
    if version >= .v21 { file.put(#"","ext":{"charter_school":"N"}}"#) } else { file.put(#""}"#) }
  }

  private func putName(ofSchool school: Int, into file: inout OutputFile) {
    var dice = Dice(district.plan.seed, .school, ~school)
    district.words.schools.put(district.words.schools.spelling(&dice), into: &file)
    switch school % 3 {
    case 0: file.put(" Elementary School ")
    case 1: file.put(" Middle School ")
    default: file.put(" High School ")
    }
    file.put(decimal: school + 1)
  }

  /// Puts a course (v2.0 and later).
  func putCourse(_ course: Int, into file: inout OutputFile) {
    file.put(#"{"id":""#)
    file.put(district.id(.course, course))
    file.put(#"","#)
    putDistrictID(into: &file)
    file.put(#""name":""#)
    putCourseName(course, into: &file)
    file.put(#"","number":""#)
    putCourseNumber(course, into: &file)
    file.put(#""}"#)
  }

  /// Puts what a course is called, without quotes.
  func putCourseName(_ course: Int, into file: inout OutputFile) {
    let grade = course % Names.grades.count
    district.words.lessons.put(course / Names.grades.count, into: &file)
    file.put(byte: UInt8(ascii: " "))
    if grade == 0 { file.put("K") } else { file.put(decimal: grade) }
  }

  /// Puts the number of a course, without quotes.
  func putCourseNumber(_ course: Int, into file: inout OutputFile) {
    file.put("C-")
    file.put(course + 1, digits: 4)
  }

  /// Puts a term (v2.0 and later).
  func putTerm(_ term: Int, into file: inout OutputFile) {
    file.put(#"{"id":""#)
    file.put(district.id(.term, term))
    file.put(#"","#)
    putDistrictID(into: &file)
    putTermFields(term, into: &file)
    file.put(byte: UInt8(ascii: "}"))
  }

  /// Puts a term's own fields; in v1 they are all there is, inside the section.
  func putTermFields(_ term: Int, into file: inout OutputFile) {
    switch term {
    case 0: file.put(#""name":"Fall","start_date":"2024-08-12","end_date":"2024-12-20""#)
    case 1: file.put(#""name":"Spring","start_date":"2025-01-06","end_date":"2025-06-06""#)
    case 2: file.put(#""name":"Y1","start_date":"2024-08-12","end_date":"2025-06-06""#)
    default: putFaultyTermFields(District.faultyTerms[term - District.termsOfYear], into: &file)
    }
  }

  private func putFaultyTermFields(_ planting: Planting, into file: inout OutputFile) {
    switch planting {
    case .endedTerm:
      file.put(#""name":"Last year","start_date":"2023-08-14","end_date":"2024-06-07""#)
    case .reversedTerm:
      file.put(#""name":"Winter","start_date":"2025-06-06","end_date":"2025-01-06""#)
    case .endlessTerm: file.put(#""name":"Open","start_date":"2024-08-12","end_date":"""#)
    // Called like the first of the year.
    default: file.put(#""name":"Fall","start_date":"2024-08-26","end_date":"2024-12-13""#)
    }
  }
}
