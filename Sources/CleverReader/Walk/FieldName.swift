import PositionedJSON

/// The fields of Clever's records that are read, by their one spelling.
///
/// Source: Clever's API definitions v1.1 to v3.1 (`CleverData.md`, section 3). Every other field is
/// passed over and only counted by name.
enum FieldName: UInt8 {
  case unknown
  case data, object, uri, links, paging, type, roles, id, name, first, last
  case sisID, staffID, email, title, school, schools, grade, lowGrade, highGrade, schoolNumber
  case subject, period, sectionNumber, course, courseName, term, termID, startDate, endDate
  case student, students, teacher, teachers, studentRelationships, relationship, phone, phoneType
  case district, state, lastModified, number
  case count, total, error, message, scopes, accessToken, rel
  case staff, districtAdmin, contact
  /// Fields that tell a kind of record and are not read: `dob`, `gender`, `student_number`.
  case studentMark
  /// `teacher_number`.
  case teacherMark
  /// `legacy_id`: counted with those that are not read, and read of employees.
  case legacyID
  /// `sis_type`, `launch_date`, `portal_url`.
  case districtMark
}

extension FieldName {
  /// The field that `key` names.
  ///
  /// Keys of up to eight bytes are their first word and length; of longer ones the rest is
  /// compared too, so that no other key can pass for one.
  @inline(__always)
  init(_ key: JSONKey, in json: JSONSource) {
    if key.length <= 8 {
      self = FieldName(short: key)
    } else {
      self = FieldName(long: key, in: json)
    }
  }

  @inline(__always)
  private init(short key: JSONKey) {
    let name: FieldName =
      switch key.word {
      case word("id"): .id
      case word("uri"): .uri
      case word("data"): .data
      case word("object"): .object
      case word("name"): .name
      case word("first"): .first
      case word("last"): .last
      case word("email"): .email
      case word("sis_id"): .sisID
      case word("school"): .school
      case word("schools"): .schools
      case word("grade"): .grade
      case word("roles"): .roles
      case word("student"): .student
      case word("students"): .students
      case word("teacher"): .teacher
      case word("teachers"): .teachers
      case word("contact"): .contact
      case word("staff"): .staff
      case word("phone"): .phone
      case word("title"): .title
      case word("type"): .type
      case word("links"): .links
      case word("rel"): .rel
      case word("dob"), word("gender"): .studentMark
      case word("subject"): .subject
      case word("period"): .period
      case word("course"): .course
      case word("term"): .term
      case word("term_id"): .termID
      case word("end_date"): .endDate
      case word("district"): .district
      case word("state"): .state
      case word("staff_id"): .staffID
      case word("number"): .number
      case word("paging"): .paging
      case word("count"): .count
      case word("total"): .total
      case word("error"): .error
      case word("message"): .message
      case word("scopes"): .scopes
      case word("sis_type"): .districtMark
      default: .unknown
      }
    self = name
  }

  private init(long key: JSONKey, in json: JSONSource) {
    let (name, spelling): (FieldName, StaticString)
    switch key.word {
    case word("last_mod"): (name, spelling) = (.lastModified, "last_modified")
    case word("phone_ty"): (name, spelling) = (.phoneType, "phone_type")
    case word("relation"): (name, spelling) = (.relationship, "relationship")
    case word("section_"): (name, spelling) = (.sectionNumber, "section_number")
    case word("course_n"): (name, spelling) = (.courseName, "course_name")
    case word("legacy_i"): (name, spelling) = (.legacyID, "legacy_id")
    case word("low_grad"): (name, spelling) = (.lowGrade, "low_grade")
    case word("high_gra"): (name, spelling) = (.highGrade, "high_grade")
    case word("school_n"): (name, spelling) = (.schoolNumber, "school_number")
    case word("school_a"): (name, spelling) = (.staff, "school_admin")
    case word("start_da"): (name, spelling) = (.startDate, "start_date")
    case word("district"): (name, spelling) = (.districtAdmin, "district_admin")
    case word("access_t"): (name, spelling) = (.accessToken, "access_token")
    case word("teacher_"): (name, spelling) = (.teacherMark, "teacher_number")
    case word("launch_d"): (name, spelling) = (.districtMark, "launch_date")
    case word("portal_u"): (name, spelling) = (.districtMark, "portal_url")
    case word("student_"):
      (name, spelling) =
        key.length == 21
        ? (.studentRelationships, "student_relationships") : (.studentMark, "student_number")
    default:
      self = .unknown
      return
    }
    self = json.equals(key, spelling) ? name : .unknown
  }
}
