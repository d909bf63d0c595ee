/// The files that the editions of the V2 format share, as far as they are documented.
extension ProfileFile {
  /// schools.csv; documented in full (`BloomzImport.md`, section 3.1).
  static let v2Schools = ProfileFile(
    name: "schools",
    summary: "one row a school, each a Bloomz community",
    table: .schools,
    columns: [
      ProfileColumn(
        "id",
        .value(.schoolKey),
        .required,
        summary: "the school's id; every other file points at it",
        citation: .v2Guide
      ),
      ProfileColumn(
        "name",
        .value(.schoolName),
        .required,
        summary: "the school's name",
        citation: .v2Guide
      ),
    ],
    primaryKey: ["id"]
  )

  /// staff.csv; documented up to `preferred_language` (`BloomzImport.md`, sections 3.3 and 4).
  static let v2Staff = ProfileFile(
    name: "staff",
    summary: "one row for each school of each teacher and other member of staff",
    table: .staff,
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
        .value(.staffKey),
        .required,
        summary: "the person's id; the same in each of their schools",
        citation: .v2ShortEditions
      ),
      ProfileColumn(
        "first_name",
        .value(.staffFirstName),
        .optional(),
        summary: "first name",
        citation: .v2ShortEditions
      ),
      ProfileColumn(
        "last_name",
        .value(.staffLastName),
        .optional(),
        summary: "last name",
        citation: .v2ShortEditions
      ),
      // The guide marks its optional columns, and this is not one of them.
      ProfileColumn(
        "email",
        .value(.staffEmail),
        .required,
        summary: "the address that the invitation goes to; Bloomz knows staff by it over the years",
        citation: .v2ShortEditions
      ),
      ProfileColumn(
        "mobile_phone",
        .blank,
        .optional(),
        pattern: tenDigits,
        summary: "ten digits; left empty, as Clever has no phone of staff",
        citation: .v2ShortEditions
      ),
      ProfileColumn(
        "preferred_language",
        .blank,
        .optional(),
        summary: "left empty, as no source says which values are accepted",
        citation: .v2ShortEditions
      ),
      ProfileColumn(
        "role",
        .value(.staffRole),
        .optional(),
        values: StaffRole.allCases.map(\.text),
        summary: "teacher, or school support staff until an admin raises them",
        citation: .assumed
      ),
    ],
    primaryKey: ["school_id", "id"],
    foreignKeys: [ForeignKey(["school_id"], in: "schools", ["id"])]
  )

  /// Exactly ten, no dashes, no spaces (`BloomzImport.md`, section 3.3).
  static let tenDigits = "[0-9]{10}"
}

extension Citation {
  /// Stated by every edition that could be read.
  static let v2Guide = Citation(
    title: "Bloomz CSV V2 import guide, all editions",
    address:
      "https://support.bloomz.com/support/solutions/articles/62000231116-bloomz-csv-v2-import-guide"
  )
  /// Stated by the first format page and the guide's first edition (V2a, V2b).
  static let v2LongEditions = Citation(
    title: "Bloomz V2 CSV file format, editions with 15 class columns",
    address: "https://bloomz.freshdesk.com/support/solutions/articles/"
      + "62000223964-the-bloomz-v2-csv-file-format"
  )
  /// Stated by the guide's later editions (V2c, V2d).
  static let v2ShortEditions = Citation(
    title: "Bloomz CSV V2 import guide, editions with 5 class columns",
    address:
      "https://support.bloomz.com/support/solutions/articles/62000231116-bloomz-csv-v2-import-guide"
  )
}
