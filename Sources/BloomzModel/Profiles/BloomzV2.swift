extension BundleProfile {
  /// The V2 format with 15 class columns and grades in words (editions V2a and V2b).
  public static let bloomzV2 = BundleProfile(
    name: "bloomz-v2",
    summary: "Bloomz CSV V2 with 15 class columns and word grades (preschool, k, 1 to 12)",
    gradeSpelling: .long,
    files: [
      .v2Schools,
      classes,
      .v2Staff,
      .v2Students(grades: grades),
      .v2Contacts,
      .v2Memberships,
    ]
  )

  private static let grades =
    ["infant", "preschool", "transitional-k", "k"] + (1...12).map(String.init)

  private static let classes = ProfileFile(
    name: "classes",
    summary: "one row a class",
    table: .classes,
    columns: [
      ProfileColumn(
        "school_id",
        .value(.schoolKey),
        .required,
        summary: "the school's id in schools.csv",
        citation: .v2Guide
      ),
      ProfileColumn(
        "id",
        .value(.classKey),
        .required,
        summary: "the class's id; unique over all schools",
        citation: .v2Guide
      ),
      ProfileColumn(
        "name",
        .value(.className),
        .required,
        summary: "the shown name; unique inside its school",
        citation: .v2Guide
      ),
      ProfileColumn(
        "type",
        .fixed("class"),
        .optional(default: "class"),
        summary: "class, room, group, team, club and others; Clever's sections are classes",
        citation: .v2Guide
      ),
      ProfileColumn(
        "access",
        .fixed("private"),
        .optional(default: "private"),
        values: ["public", "private", "filter"],
        summary: "who may find the class",
        citation: .v2LongEditions
      ),
      ProfileColumn(
        "grade",
        .value(.classGrade),
        .optional(),
        values: grades,
        summary: "the class's grade, else its students' commonest",
        citation: .v2LongEditions
      ),
      ProfileColumn(
        "section",
        .value(.classSection),
        .optional(),
        summary: "the section's number",
        citation: .v2LongEditions
      ),
      ProfileColumn(
        "term",
        .value(.classTerm),
        .optional(),
        summary: "the term's name or its dates",
        citation: .v2LongEditions
      ),
      ProfileColumn(
        "period",
        .value(.classPeriod),
        .optional(),
        summary: "the period of the day",
        citation: .v2LongEditions
      ),
      ProfileColumn(
        "teacher_id",
        .value(.primaryTeacherKey),
        .optional(),
        summary: "the primary teacher's id in staff.csv; co-teachers are in memberships.csv",
        citation: .v2LongEditions
      ),
      ProfileColumn(
        "teacher_type",
        .value(.primaryTeacherType),
        .optional(default: "primary"),
        values: ["primary", "secondary", "alternate"],
        summary: "what the teacher in teacher_id is to the class",
        citation: .v2LongEditions
      ),
      ProfileColumn(
        "is_homeroom",
        .blank,
        .optional(),
        summary:
          "left empty, as no source says how yes and no are spelled; subject tells homerooms",
        citation: .v2LongEditions
      ),
      ProfileColumn(
        "subject",
        .value(.classSubject),
        .optional(),
        summary: "the subject, else the course's name",
        citation: .v2LongEditions
      ),
      ProfileColumn(
        "student_count",
        .value(.classStudentCount),
        .optional(),
        type: .integer,
        summary: "how many students of this bundle are in the class; for checking only",
        citation: .v2LongEditions
      ),
      ProfileColumn(
        "status",
        .blank,
        .optional(),
        summary: "left empty, as no source says which values are accepted",
        citation: .v2LongEditions
      ),
    ],
    primaryKey: ["id"],
    foreignKeys: [
      ForeignKey(["school_id"], in: "schools", ["id"]),
      ForeignKey(["teacher_id"], in: "staff", ["id"]),
    ]
  )
}
