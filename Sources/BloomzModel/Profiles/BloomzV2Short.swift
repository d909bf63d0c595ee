extension BundleProfile {
  /// The V2 format with 5 class columns and short grade codes (editions V2c and V2d).
  public static let bloomzV2Short = BundleProfile(
    name: "bloomz-v2-short",
    summary: "Bloomz CSV V2 with 5 class columns and short grades (PS, PK, K, 1 to 12, Other)",
    gradeSpelling: .short,
    files: [
      .v2Schools,
      classes,
      .v2Staff,
      .v2Students(grades: grades),
      .v2Contacts,
      .v2Memberships,
    ]
  )

  private static let grades = ["PK", "KG", "K", "PS"] + (1...12).map(String.init) + ["Other"]

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
      // V2c marks it optional and V2d does not, so it is always written.
      ProfileColumn(
        "grade",
        .value(.classGrade),
        .required,
        values: grades,
        summary: "the class's grade, else its students' commonest; Other when unknown",
        citation: .v2ShortEditions
      ),
      ProfileColumn(
        "type",
        .fixed("class"),
        .optional(default: "class"),
        summary: "class, room, group, sports team, club and others; Clever's sections are classes",
        citation: .v2Guide
      ),
    ],
    primaryKey: ["id"],
    foreignKeys: [ForeignKey(["school_id"], in: "schools", ["id"])]
  )
}
