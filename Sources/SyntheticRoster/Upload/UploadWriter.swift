import SafeFiles

/// Writes a district as the CSV files that it would upload to Clever by SFTP (`CleverData.md`,
/// section 8): the same people, under the keys that the district itself gave them.
///
/// No faults are planted: most faults of the API's records are not possible in these files.
struct UploadWriter {
  /// Knows the district, and counts.
  private(set) var records: RecordWriter
  /// Rows of each file, without its header.
  private(set) var counts: [SynthesisSummary.ListCount] = []

  var district: District { records.district }

  init(_ records: RecordWriter) {
    self.records = records
    for school in self.records.schools.indices {
      self.records.schools[school] = SynthesisSummary.SchoolCount(
        id: District.sisID(ofSchool: school),
        sisID: District.sisID(ofSchool: school)
      )
    }
  }

  /// Writes all files.
  mutating func write(into target: inout ExportTarget) throws {
    try write("schools", UploadWriter.schoolColumns, into: &target) { writer, file in
      for school in 0..<writer.district.plan.schools { writer.putSchool(school, into: &file) }
      return writer.district.plan.schools
    }
    try write("students", UploadWriter.studentColumns, into: &target) { writer, file in
      writer.putStudents(into: &file)
    }
    try write("teachers", UploadWriter.teacherColumns, into: &target) { writer, file in
      for teacher in 0..<writer.district.teacherCount { writer.putTeacher(teacher, into: &file) }
      return writer.district.teacherCount
    }
    try write("staff", UploadWriter.staffColumns, into: &target) { writer, file in
      for admin in 0..<writer.district.adminCount { writer.putStaff(admin, into: &file) }
      return writer.district.adminCount
    }
    try write("sections", UploadWriter.sectionColumns, into: &target) { writer, file in
      writer.forEachLesson { writer, lesson, place, classes in
        writer.putSection(lesson, at: place, of: classes, into: &file)
      }
      return writer.district.sectionCount
    }
    try write("enrollments", UploadWriter.enrollmentColumns, into: &target) { writer, file in
      var count = 0
      writer.forEachLesson { writer, lesson, place, classes in
        count += writer.putEnrollments(lesson, at: place, of: classes, into: &file)
      }
      return count
    }
  }

  private mutating func write(
    _ name: String,
    _ columns: [String],
    into target: inout ExportTarget,
    _ body: (inout UploadWriter, inout OutputFile) -> Int
  ) throws {
    var count = 0
    try target.write("\(name).csv") { file in
      file.put(columns.joined(separator: ","))
      file.put("\r\n")
      count = body(&self, &file)
    }
    counts.append(SynthesisSummary.ListCount(name: name, records: count))
  }

  /// Calls `body` for every section, in the order of their numbers.
  private mutating func forEachLesson(
    _ body: (inout UploadWriter, _ lesson: Lesson, _ place: Int, _ classes: SchoolClasses) -> Void
  ) {
    for school in 0..<district.plan.schools {
      var classes = SchoolClasses(of: school, in: district)
      for place in 0..<classes.count * District.periods {
        classes.reach(place / classes.count)
        body(&self, Lesson(place, of: classes, in: district), place, classes)
      }
    }
  }

  // MARK: - Counts

  /// Counts the links of a contact to its child.
  mutating func countContactLink() { records.contactLinks += 1 }

  /// Counts a section with so many teachers.
  mutating func countSection(of school: Int, teachers: Int) {
    records.schools[school].sections += 1
    records.schools[school].teacherPlaces += teachers
  }

  /// Counts the students of a section.
  mutating func count(students: Int, of school: Int) {
    records.schools[school].studentPlaces += students
  }
}

extension OutputFile {
  /// Puts a cell and the comma after it; in quotes if the text needs them (RFC 4180,
  /// section 2).
  @inline(__always)
  mutating func putCell(isQuoted: Bool = false, _ body: (inout OutputFile) -> Void) {
    if isQuoted { put(byte: UInt8(ascii: "\"")) }
    body(&self)
    if isQuoted { put(byte: UInt8(ascii: "\"")) }
    put(byte: UInt8(ascii: ","))
  }

  /// Puts a word as a cell.
  mutating func putCell(_ spelling: Int, of pool: WordPool) {
    putCell(isQuoted: pool.needsQuotes(spelling)) { pool.putCSV(spelling, into: &$0) }
  }

  /// Puts a text that needs no quotes as a cell.
  mutating func putCell<each Piece: TextPiece>(_ pieces: repeat each Piece) {
    repeat (each pieces).put(into: &self)
    put(byte: UInt8(ascii: ","))
  }

  /// Puts the last cell of a row, which is empty, and the row's end.
  mutating func endRow() { put("\r\n") }
}
