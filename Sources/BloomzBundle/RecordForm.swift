internal import BloomzModel

/// What a line of one of the bundle's JSON files holds, as data: the writer and the description in
/// `datapackage.json` are both made from it.
///
/// The JSON form is ours and not a profile's: the same whatever columns Bloomz's editions have,
/// except that grades are spelled as the profile spells them.
struct RecordForm {
  /// The file's name without extension.
  var name: String
  var summary: String
  var table: Table
  /// The keys in order; every line has them all.
  var fields: [Field]

  /// Whose rows the file has, in the roster's order: each once.
  enum Table {
    case schools, classes, staff, students, contacts
  }

  struct Field {
    var name: String
    var type: FieldType
    var value: Value
    var summary: String

    init(_ name: String, _ value: Value, _ type: FieldType = .string, summary: String) {
      self.name = name
      self.type = type
      self.value = value
      self.summary = summary
    }
  }

  enum Value {
    /// The same string in every line.
    case fixed(String)
    /// A string; empty where there is no value.
    case text(RowValue)
    /// Whether the class is a homeroom.
    case isHomeroom
    /// Every switch of ``ClassOptions`` by name, on or off.
    case classOptions
    /// What is linked to the row.
    case list(List)
  }

  enum List {
    case teachers, students, parents, schoolsOfStaff, schoolsOfStudent, children
  }

  /// Every JSON file, in the order they are written.
  static let all = [schools, classes, staff, students, contacts]

  static let schools = RecordForm(
    name: "schools",
    summary: "one line a school",
    table: .schools,
    fields: [
      Field("id", .text(.schoolKey), summary: "the school's id"),
      Field("name", .text(.schoolName), summary: "the school's name"),
    ]
  )

  static let classes = RecordForm(
    name: "classes",
    summary: "one line a class, with its options and all its people",
    table: .classes,
    fields: [
      Field("id", .text(.classKey), summary: "the class's id"),
      Field("school_id", .text(.schoolKey), summary: "the school's id"),
      Field("name", .text(.className), summary: "the shown name"),
      Field("type", .fixed("class"), summary: "Clever's sections are classes"),
      Field("access", .fixed("private"), summary: "who may find the class"),
      Field("grade", .text(.classGrade), summary: "the grade"),
      Field("section", .text(.classSection), summary: "the section's number"),
      Field("term", .text(.classTerm), summary: "the term's name or its dates"),
      Field("period", .text(.classPeriod), summary: "the period of the day"),
      Field("subject", .text(.classSubject), summary: "the subject, else the course's name"),
      Field("is_homeroom", .isHomeroom, .boolean, summary: "whether the class is a homeroom"),
      Field(
        "class_options",
        .classOptions,
        .object,
        summary: "the switches of Bloomz's import screen, the same for every class"
      ),
      Field(
        "teachers",
        .list(.teachers),
        .array,
        summary: "each teacher's id, and primary or secondary as type"
      ),
      Field("students", .list(.students), .array, summary: "the students' ids"),
      Field("parents", .list(.parents), .array, summary: "the contacts' ids; empty in step one"),
    ]
  )

  static let staff = RecordForm(
    name: "staff",
    summary: "one line a teacher or other member of staff",
    table: .staff,
    fields: [
      Field("id", .text(.staffKey), summary: "the person's id"),
      Field("school_ids", .list(.schoolsOfStaff), .array, summary: "the ids of their schools"),
      Field("first_name", .text(.staffFirstName), summary: "first name"),
      Field("last_name", .text(.staffLastName), summary: "last name"),
      Field("email", .text(.staffEmail), summary: "the address that the invitation goes to"),
      Field("role", .text(.staffRole), summary: "what Bloomz takes the person as"),
    ]
  )

  static let students = RecordForm(
    name: "students",
    summary: "one line a student",
    table: .students,
    fields: [
      Field("id", .text(.studentKey), summary: "the student's id"),
      Field("school_ids", .list(.schoolsOfStudent), .array, summary: "the ids of their schools"),
      Field("first_name", .text(.studentFirstName), summary: "first name"),
      Field("last_name", .text(.studentLastName), summary: "last name"),
      Field("grade", .text(.studentGrade), summary: "the grade"),
      Field(
        "email",
        .text(.studentEmail),
        summary: "empty unless the pipeline file switches it on"
      ),
    ]
  )

  static let contacts = RecordForm(
    name: "contacts",
    summary: "one line a parent or other contact; none in step one",
    table: .contacts,
    fields: [
      Field("id", .text(.contactKey), summary: "the contact's id"),
      Field("first_name", .text(.contactFirstName), summary: "first name"),
      Field("last_name", .text(.contactLastName), summary: "last name"),
      Field("email", .text(.contactEmail), summary: "the address that the invitation goes to"),
      Field("mobile_phone", .text(.contactPhone), summary: "ten digits"),
      Field(
        "children",
        .list(.children),
        .array,
        summary: "each child's id, and what the contact is to them as relationship"
      ),
    ]
  )
}
