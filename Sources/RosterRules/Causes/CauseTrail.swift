/// Where a rule's finding leads: to the record it names, or to what that record refers to.
///
/// Most findings are their own cause. A rule whose finding follows from something else says so in its
/// file, with `trail`.
enum CauseTrail: Sendable {
  /// The record itself is at fault.
  case itself
  /// The hit is a broken file, by a ``SourceEntry``.
  case brokenFile
  /// The hit is a file of a district's upload that is missing, by a ``SourceEntry``.
  case missingUpload
  /// The hit is a file whose ids lost their zeros, by a ``SourceEntry``.
  case lostZeros
  /// The hit is a file that is not read for what it is, by a ``SourceEntry``.
  case unreadFile
  /// The hit is an error answer that was saved in place of data, by a ``SourceEntry``.
  case errorAnswer
  /// The hit is a page whose neighbour is missing, by a ``PageNeighbour``.
  case missingPage
  /// The hit is a list that is shorter or longer than Clever counted, by a ``CountedList``.
  case listCount
  /// The hit is a kind of record whose list ends at a full page, by a ``CutEntity``.
  case cutList
  /// The hit is a school that has no record, by a ``SchoolRow``.
  case namedSchool
  /// Another rule left the school out.
  case withheldSchool
  /// A section's students who have no record.
  case namedStudents
  /// A section's teachers who have no record.
  case namedTeachers
  /// All of a section's students: none goes in.
  case sectionsStudents
  /// All of a section's teachers: none goes in.
  case sectionsTeachers
  /// The sections a student sits in: none goes in.
  case studentsSections
  /// The sections a teacher teaches: none goes in.
  case teachersSections
  /// A contact's students who have no record.
  case contactsStudents
  /// All of a contact's students: none goes in.
  case contactsChildren
  /// A school admin's schools that have no record.
  case adminsSchools
}
