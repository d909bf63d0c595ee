import PositionedJSON
import Roster

/// What most records do not say: what sections, schools, districts, terms and staff have, contacts
/// before v3, and answers that are no records; each where it stands in the window.
///
/// The records of people, nearly all there are, have none, so this may be large.
struct RecordDetails: BitwiseCopyable, Sendable {
  var staffID = RecordFields.nothing
  var title = RecordFields.nothing
  var relationship = RecordFields.nothing
  var type = RecordFields.nothing
  var student = RecordID.none
  var teacher = RecordID.none
  var subject = RecordFields.nothing
  var period = RecordFields.nothing
  var sectionNumber = RecordFields.nothing
  var course = RecordID.none
  var courseName = RecordFields.nothing
  var term = RecordID.none
  var termName = RecordFields.nothing
  var termStart = RecordFields.nothing
  var termEnd = RecordFields.nothing
  var schoolNumber = RecordFields.nothing
  var state = RecordFields.nothing
  /// `type` beside `data`: of `/me`, and of events.
  var outerType = RecordFields.nothing
  /// `error` or `message`, where they stand in place of data.
  var errorText = RecordFields.nothing
  /// `count`, where it stands in place of data.
  var count = RecordFields.nothing
  var lowGrade = CleverGrade.none
  var highGrade = CleverGrade.none

  var schools = ListRun()
  var students = ListRun()
  var teachers = ListRun()
  var scopes = ListRun()
  var links = ListRun()

  /// Those of a record that has none.
  static let none = RecordDetails()
}
