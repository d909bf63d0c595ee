import FlatTables
import PositionedJSON
import Roster

/// What most records do not say: what sections, schools, districts, terms and staff have, contacts
/// before v3, and answers that are no records.
///
/// The records of people, nearly all there are, have none, so this may be large.
struct RecordDetails: BitwiseCopyable, Sendable {
  var staffID = TextRef.empty
  var title = TextRef.empty
  var relationship = TextRef.empty
  /// `type` in `data`, and what it says if it is a contact's.
  var type = JSONText.empty
  var contactType = ContactType.none
  var student = RecordID.none
  var teacher = RecordID.none
  var subject = TextRef.empty
  var period = TextRef.empty
  var sectionNumber = TextRef.empty
  var course = RecordID.none
  var courseName = TextRef.empty
  var term = RecordID.none
  var termName = TextRef.empty
  var termStart = TextRef.empty
  var termEnd = TextRef.empty
  var schoolNumber = TextRef.empty
  var state: DistrictState?
  /// `type` beside `data`: of `/me`, and of events.
  var outerType = JSONText.empty
  /// `error` or `message`, where they are in place of data.
  var errorText = JSONText.empty
  /// `count`, where it is in place of data.
  var count = JSONText.empty
  var lowGrade = CleverGrade.none
  var highGrade = CleverGrade.none

  var schools = EntryRange()
  var students = EntryRange()
  var teachers = EntryRange()
  var scopes = EntryRange()
  var links = EntryRange()
  var formerIDs = EntryRange()

  /// Those of a record that has none.
  static let none = RecordDetails()
}

extension RecordDetails {
  /// The lists of ids that records have.
  enum IDList { case schools, students, teachers }

  /// The ids that `list` names.
  subscript(list: IDList) -> EntryRange {
    get {
      switch list {
      case .schools: schools
      case .students: students
      case .teachers: teachers
      }
    }
    set {
      switch list {
      case .schools: schools = newValue
      case .students: students = newValue
      case .teachers: teachers = newValue
      }
    }
  }
}
