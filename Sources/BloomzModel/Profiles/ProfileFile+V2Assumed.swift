/// The files whose columns no public page shows, as `BloomzImport.md`, section 4, assumes them.
///
/// When Bloomz's own templates are at hand, correct the columns here: no other place has them.
extension ProfileFile {
  /// students.csv; assumed (`BloomzImport.md`, section 4).
  static func v2Students(grades: [String]) -> ProfileFile {
    ProfileFile(
      name: "students",
      summary: "one row for each school of each student",
      table: .students,
      columns: [
        ProfileColumn(
          "school_id",
          .value(.schoolKey),
          .required,
          summary: "the school's id in schools.csv",
          citation: .assumed
        ),
        ProfileColumn(
          "id",
          .value(.studentKey),
          .required,
          summary: "the student's id; the same in each of their schools",
          citation: .assumed
        ),
        ProfileColumn(
          "first_name",
          .value(.studentFirstName),
          .optional(),
          summary: "first name",
          citation: .assumed
        ),
        ProfileColumn(
          "last_name",
          .value(.studentLastName),
          .optional(),
          summary: "last name",
          citation: .assumed
        ),
        ProfileColumn(
          "grade",
          .value(.studentGrade),
          .optional(),
          values: grades,
          summary: "the student's grade",
          citation: .assumed
        ),
        ProfileColumn(
          "email",
          .value(.studentEmail),
          .optional(),
          summary: "the student's address; empty unless the pipeline file switches it on",
          citation: .assumed
        ),
        ProfileColumn(
          "mobile_phone",
          .blank,
          .optional(),
          pattern: tenDigits,
          summary: "ten digits; left empty, as Bloomz never invites students by phone",
          citation: .assumed
        ),
        ProfileColumn(
          "preferred_language",
          .blank,
          .optional(),
          summary: "left empty, as no source says which values are accepted",
          citation: .assumed
        ),
      ],
      primaryKey: ["school_id", "id"],
      foreignKeys: [ForeignKey(["school_id"], in: "schools", ["id"])]
    )
  }

  /// contacts.csv; assumed (`BloomzImport.md`, section 4).
  static let v2Contacts = ProfileFile(
    name: "contacts",
    summary: "one row for each child of each parent or other contact; none in step one",
    table: .contacts,
    columns: [
      ProfileColumn(
        "school_id",
        .value(.schoolKey),
        .required,
        summary: "the first school of the child in student_id, as its id in schools.csv",
        citation: .assumed
      ),
      ProfileColumn(
        "id",
        .value(.contactKey),
        .required,
        summary: "the contact's id; the same for each of their children",
        citation: .assumed
      ),
      ProfileColumn(
        "student_id",
        .value(.studentKey),
        .required,
        summary: "the child's id in students.csv",
        citation: .assumed
      ),
      ProfileColumn(
        "first_name",
        .value(.contactFirstName),
        .optional(),
        summary: "first name; empty where the whole name is one word",
        citation: .assumed
      ),
      ProfileColumn(
        "last_name",
        .value(.contactLastName),
        .optional(),
        summary: "last name",
        citation: .assumed
      ),
      ProfileColumn(
        "email",
        .value(.contactEmail),
        .optional(),
        summary: "the address that the invitation goes to; empty only if there is a phone",
        citation: .assumed
      ),
      ProfileColumn(
        "mobile_phone",
        .value(.contactPhone),
        .optional(),
        pattern: tenDigits,
        summary: "ten digits",
        citation: .assumed
      ),
      ProfileColumn(
        "preferred_language",
        .blank,
        .optional(),
        summary: "left empty, as no source says which values are accepted",
        citation: .assumed
      ),
      ProfileColumn(
        "relationship",
        .value(.relationship),
        .optional(),
        summary: "what the contact is to this child, in Clever's words",
        citation: .assumed
      ),
    ],
    primaryKey: ["id", "student_id"],
    // Also puts school_id into schools.csv, since students.csv has it from there.
    foreignKeys: [ForeignKey(["school_id", "student_id"], in: "students", ["school_id", "id"])]
  )

  /// memberships.csv; assumed (`BloomzImport.md`, section 4).
  ///
  /// Primary and secondary teachers are both `teacher` here: where the layout has `teacher_id`
  /// in classes.csv that names the primary one, and the JSON form always says which is which.
  static let v2Memberships = ProfileFile(
    name: "memberships",
    summary: "one row for each person in each class",
    table: .memberships,
    columns: [
      ProfileColumn(
        "school_id",
        .value(.schoolKey),
        .required,
        summary: "the class's school, as its id in schools.csv",
        citation: .assumed
      ),
      ProfileColumn(
        "class_id",
        .value(.classKey),
        .required,
        summary: "the class's id in classes.csv",
        citation: .assumed
      ),
      ProfileColumn(
        "member_id",
        .value(.memberKey),
        .required,
        summary: "the person's id in staff.csv, students.csv or contacts.csv, as member_type says",
        citation: .assumed
      ),
      ProfileColumn(
        "member_type",
        .value(.memberType),
        .required,
        values: MemberType.allCases.map(\.rawValue),
        summary: "teacher (primary or not), student or parent",
        citation: .assumed
      ),
    ],
    primaryKey: ["class_id", "member_id", "member_type"],
    foreignKeys: [
      ForeignKey(["school_id"], in: "schools", ["id"]),
      ForeignKey(["class_id"], in: "classes", ["id"]),
    ]
  )
}
