import PositionedJSON
import Roster

/// What a record said, as positions in the window: nothing is copied until the record is whole.
///
/// One set of fields serves every kind of record, since a name means the same wherever Clever uses
/// it; so a record can be walked before anything says what kind it is (`uri` and `links` come
/// behind `data` as a rule). There is no place for a field that Bloomz has no column for.
struct RecordFields {
  /// No text: missing, `null` and `""` alike.
  static let nothing = JSONText.empty

  /// Where the record's own object begins in the window.
  var start = 0
  /// Where its first byte behind the end is.
  var end = 0
  /// Where its texts stand.
  var texts = RecordTexts()

  /// What keys were met, to tell the kind of a record by its shape.
  var keys: KeySet = []
  /// The roles of a v3 user.
  var roles: RoleSet = []
  var schools: [RecordID] = []
  var students: [RecordID] = []
  var teachers: [RecordID] = []
  var relationships: [Relationship] = []
  var scopes: [JSONText] = []
  var links: [Link] = []
  /// Why the record cannot be taken though it is JSON; the first reason found.
  var problem: Problem?

  /// A value of the wrong type.
  struct Problem {
    var offset: Int
    var words: String
  }

  /// An entry of `student_relationships`.
  struct Relationship {
    var student = RecordID.none
    var relationship = RecordFields.nothing
    var type = RecordFields.nothing
  }

  /// An entry of `links`.
  struct Link {
    var relation = RecordFields.nothing
    var uri = RecordFields.nothing
  }

  /// Forgets the record before, keeping the arrays' memory.
  mutating func reset(at start: Int) {
    self.start = start
    end = 0
    texts = RecordTexts()
    keys = []
    roles = []
    problem = nil
    schools.removeAll(keepingCapacity: true)
    students.removeAll(keepingCapacity: true)
    teachers.removeAll(keepingCapacity: true)
    relationships.removeAll(keepingCapacity: true)
    scopes.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
  }

  /// Notes a wrong type unless an earlier one is noted.
  mutating func note(_ words: @autoclosure () -> String, at offset: Int) {
    if problem == nil { problem = Problem(offset: offset, words: words()) }
  }
}

/// The texts of a record, each where it stands in the window.
struct RecordTexts {
  var id = RecordFields.nothing
  var sisID = RecordFields.nothing
  var staffID = RecordFields.nothing
  var firstName = RecordFields.nothing
  var lastName = RecordFields.nothing
  var email = RecordFields.nothing
  var title = RecordFields.nothing
  var school = RecordFields.nothing
  var grade = RecordFields.nothing
  var phone = RecordFields.nothing
  var phoneType = RecordFields.nothing
  var relationship = RecordFields.nothing
  var type = RecordFields.nothing
  var student = RecordFields.nothing
  var teacher = RecordFields.nothing
  var subject = RecordFields.nothing
  var period = RecordFields.nothing
  var sectionNumber = RecordFields.nothing
  var course = RecordFields.nothing
  var courseName = RecordFields.nothing
  var term = RecordFields.nothing
  var termName = RecordFields.nothing
  var termStart = RecordFields.nothing
  var termEnd = RecordFields.nothing
  var lowGrade = RecordFields.nothing
  var highGrade = RecordFields.nothing
  var schoolNumber = RecordFields.nothing
  var district = RecordFields.nothing
  var state = RecordFields.nothing
  var lastModified = RecordFields.nothing
  /// The `uri` beside the record.
  var uri = RecordFields.nothing
  /// `type` beside `data`: of `/me`, and of events.
  var outerType = RecordFields.nothing
  /// `error` or `message`, where they stand in place of data.
  var errorText = RecordFields.nothing
  /// `count`, where it stands in place of data.
  var count = RecordFields.nothing
}

/// Keys whose presence tells what kind of record it is.
struct KeySet: OptionSet {
  var rawValue: UInt32

  static let data = KeySet(rawValue: 1 << 0)
  static let nestedData = KeySet(rawValue: 1 << 1)
  static let id = KeySet(rawValue: 1 << 2)
  static let roles = KeySet(rawValue: 1 << 3)
  static let staffID = KeySet(rawValue: 1 << 4)
  static let schools = KeySet(rawValue: 1 << 5)
  static let students = KeySet(rawValue: 1 << 6)
  static let subject = KeySet(rawValue: 1 << 7)
  static let schoolGrades = KeySet(rawValue: 1 << 8)
  static let phone = KeySet(rawValue: 1 << 9)
  static let student = KeySet(rawValue: 1 << 10)
  static let relationships = KeySet(rawValue: 1 << 11)
  static let dates = KeySet(rawValue: 1 << 12)
  static let number = KeySet(rawValue: 1 << 13)
  static let name = KeySet(rawValue: 1 << 14)
  static let teacher = KeySet(rawValue: 1 << 15)
  static let studentOnly = KeySet(rawValue: 1 << 16)
  static let teacherOnly = KeySet(rawValue: 1 << 17)
  static let districtOnly = KeySet(rawValue: 1 << 18)
  static let error = KeySet(rawValue: 1 << 19)
  static let count = KeySet(rawValue: 1 << 20)
  static let scopes = KeySet(rawValue: 1 << 22)
  static let type = KeySet(rawValue: 1 << 23)
  static let emptyList = KeySet(rawValue: 1 << 25)
}

/// The roles of a v3 user (Clever's API definitions, `roles`), with the older words for them.
struct RoleSet: OptionSet {
  var rawValue: UInt8

  static let student = RoleSet(rawValue: 1 << 0)
  static let teacher = RoleSet(rawValue: 1 << 1)
  static let staff = RoleSet(rawValue: 1 << 2)
  static let districtAdmin = RoleSet(rawValue: 1 << 3)
  static let contact = RoleSet(rawValue: 1 << 4)
}
