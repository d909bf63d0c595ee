import SafeFiles

extension District {
  /// Courses: a lesson in a grade.
  var courseCount: Int { Names.subjects.count * Names.grades.count }

  /// The `sis_id` of a school: as those of New York, with a leading zero and a letter.
  static func sisID(ofSchool school: Int) -> String { "0\(2 + school % 7)M\(100 + school)" }

  /// What kind of school it is, between blanks.
  static func kind(ofSchool school: Int) -> StaticString {
    switch school % 3 {
    case 0: " Elementary School "
    case 1: " Middle School "
    default: " High School "
    }
  }

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
    file.beginObject()
    file.putFirst("id", district.id(.district, 0))
    file.putField("mdr_number", "00999999")
    file.putField("name", "Pine Valley Unified")
    if version >= .v20 {
      file.putField("error", "")
      file.putField("last_sync", "2024-11-04T07:12:55.301Z")
      // A date from v3 on, a time before.
      file.putField("launch_date", version.hasUsers ? "2021-08-02" : "2021-08-02T00:00:00.000Z")
      file.putField("nces_id", "3509999")
      file.putField("pause_end", "")
      file.putField("pause_start", "")
      file.putField("sis_type", "powerschool")
      file.putField("state", "running")
    }
    if version >= .v21 {
      file.putField("login_methods", json: #"["Google","Clever Badges"]"#)
      file.putField("portal_url", "https://clever.invalid/in/pine-valley")
    }
    if version == .v31 {
      file.putField("lms_state", "")
      file.putField("lms_type", "")
    }
    file.endObject()
  }

  /// Puts a school (table School).
  mutating func putSchool(_ school: Int, into file: inout OutputFile) {
    var dice = Dice(district.plan.seed, .school, school)
    let grades = District.grades(ofSchool: school)
    let words = district.words
    file.beginObject()
    file.putFirst("id", district.id(.school, school))
    putTimes(&dice, into: &file)
    let planting = district.planting(ofSchool: school)
    if let planting { note(planting, on: district.id(.school, school)) }
    if planting == .strangeDistrict {
      file.putField("district", district.strangeID(.strangeDistrict, 0))
    } else {
      putDistrictID(into: &file)
    }
    putLocation(&dice, into: &file)
    let named = planting == .repeatedSchool ? 0 : school
    file.putField("name") { putName(ofSchool: named, into: &$0) }
    file.putField("low_grade", grades.lowerBound, of: words.grades)
    file.putField("high_grade", grades.upperBound, of: words.grades)
    file.putField("mdr_number", Digits(school + 1, 8))
    file.putField("nces_id", "35", Digits(school + 1, 10))
    file.putField("phone", "(505) 555-01", Digits(school % 100, 2))
    let principal = district.employee(.staff(2 * school))
    file.put(#","principal":{"name":""#)
    words.first.put(principal.first, into: &file)
    file.put(byte: UInt8(ascii: " "))
    words.last.put(principal.last, into: &file)
    file.put(byte: UInt8(ascii: "\""))
    file.putField("email") { put(principal, into: &$0) }
    file.endObject()
    file.putField("school_number", 100 + school)
    file.putField("sis_id", District.sisID(ofSchool: school))
    file.putField("state_id", 9000 + school)
    if version >= .v21 { file.putField("ext", json: #"{"charter_school":"N"}"#) }
    file.endObject()
  }

  private func putName(ofSchool school: Int, into file: inout OutputFile) {
    var dice = Dice(district.plan.seed, .school, ~school)
    district.words.schools.put(district.words.schools.spelling(&dice), into: &file)
    file.put(District.kind(ofSchool: school))
    file.put(decimal: school + 1)
  }

  /// Puts a course (v2.0 and later).
  func putCourse(_ course: Int, into file: inout OutputFile) {
    file.beginObject()
    file.putFirst("id", district.id(.course, course))
    putDistrictID(into: &file)
    file.putField("name") { putCourseName(course, into: &$0) }
    file.putField("number", "C-", Digits(course + 1, 4))
    file.endObject()
  }

  /// Puts what a course is called, without quotes.
  func putCourseName(_ course: Int, into file: inout OutputFile) {
    let grade = course % Names.grades.count
    district.words.lessons.put(course / Names.grades.count, into: &file)
    file.put(byte: UInt8(ascii: " "))
    if grade == 0 { file.put("K") } else { file.put(decimal: grade) }
  }

  /// Puts a term (v2.0 and later).
  func putTerm(_ term: Int, into file: inout OutputFile) {
    file.beginObject()
    file.putFirst("id", district.id(.term, term))
    putDistrictID(into: &file)
    file.put(byte: UInt8(ascii: ","))
    putTermFields(term, into: &file)
    file.endObject()
  }

  /// Puts a term's own fields. In v1 they are all that a term has, inside its section.
  func putTermFields(_ term: Int, into file: inout OutputFile) {
    let (name, start, end): (StaticString, StaticString, StaticString) =
      switch term {
      case 0: ("Fall", "2024-08-12", "2024-12-20")
      case 1: ("Spring", "2025-01-06", "2025-06-06")
      case 2: ("Y1", "2024-08-12", "2025-06-06")
      default:
        switch District.faultyTerms[term - District.termsOfYear] {
        case .endedTerm: ("Last year", "2023-08-14", "2024-06-07")
        case .reversedTerm: ("Winter", "2025-06-06", "2025-01-06")
        case .endlessTerm: ("Open", "2024-08-12", "")
        // Has the name of the year's first term.
        default: ("Fall", "2024-08-26", "2024-12-13")
        }
      }
    file.putFirst("name", name)
    file.putField("start_date", start)
    file.putField("end_date", end)
  }
}
