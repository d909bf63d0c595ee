import FlatTables
import PositionedJSON
import Roster

/// What one record says.
///
/// One type for every kind of record, since a field means the same wherever Clever uses its name. So
/// a record can be walked before anything tells its kind: `uri` and `links` come after `data` as a
/// rule. There is no place for a field that Bloomz has no column for.
///
/// 160 bytes without a reference, for the fields that people's records have: records go from one
/// processor's cache to another's, and that is most of what handing them over costs. What other
/// records have is in ``RecordDetails``; texts and lists are in ``RecordValues``.
struct WalkedRecord: BitwiseCopyable, Sendable {
  /// Where the record's own object is in the chunk.
  var bytes = ByteRange()
  /// How many lines of the chunk end before it.
  var line: UInt32 = 0
  /// Its id, as ``RecordValues`` have it.
  var id = RecordID.none
  /// The ids of its school and its district, likewise.
  var school = RecordID.none
  var district = RecordID.none
  /// Its row in the table of ``rowEntity``, if that was looked up beforehand and is there; else -1.
  var row: Int32 = -1
  var rowEntity = Entity.user

  /// The roles of a v3 user.
  var roles: RoleSet = []
  /// The list that its own `uri` or `self` link names.
  var own = ListName.unknown
  /// What keys were met, to tell the kind of a record by its shape.
  var keys: KeySet = []

  var sisID = TextRef.empty
  var firstName = TextRef.empty
  var lastName = TextRef.empty
  var email = TextRef.empty
  /// Where in the chunk an e-mail address is that was not copied, since it may be a student's.
  var unreadEmail = JSONText.empty
  var phone = TextRef.empty
  var lastModified = TextRef.empty
  /// Where in the chunk the `uri` beside the record is.
  var uri = JSONText.empty
  var phoneType = PhoneType.none
  var grade = CleverGrade.none

  var relationships = EntryRange()
  /// The number of its ``RecordDetails``; -1 if it has none.
  var detail: Int32 = -1
  /// Why the record cannot be taken; the first reason found.
  var problem: Problem?

  /// Where in the chunk a record cannot be taken, and why.
  struct Problem: BitwiseCopyable, Sendable {
    fileprivate var position: UInt32
    var reason: Reason

    var offset: Int { Int(position) }
  }

  /// Why a record cannot be taken.
  enum Reason: BitwiseCopyable, Sendable {
    /// It could not be walked; nothing but its start is known.
    case unreadable(JSONFault.Kind)
    /// It is JSON, and a value is of the wrong type or too long.
    case unfit(UnfitValue)
  }

  /// What is wrong with a value that is JSON.
  enum UnfitValue: UInt8, BitwiseCopyable, Sendable {
    case noRecord, noText, noIDs, noRelationship, longID, longText

    /// What was found, for a message.
    var words: String {
      switch self {
      case .noRecord: "a list or a plain value stands where a record belongs"
      case .noText: "text was expected here"
      case .noIDs: "a list of ids was expected here"
      case .noRelationship: "a relationship was expected here"
      case .longID: "an id is longer than 255 bytes"
      case .longText: "a text is longer than 65535 bytes"
      }
    }
  }

  /// Whether the record may be a student's, as far as itself tells.
  var mayBeStudent: Bool {
    if !roles.isEmpty { return roles.contains(.student) }
    return own.entity == nil || own.entity == .student
  }

  /// Notes a wrong value unless an earlier one is noted.
  mutating func note(_ value: UnfitValue, at offset: Int) {
    guard problem == nil else { return }
    problem = Problem(position: UInt32(offset), reason: .unfit(value))
  }

  /// What is known of a record at `start` that could not be walked.
  static func unreadable(_ fault: JSONFault, at start: Int) -> WalkedRecord {
    var fields = WalkedRecord()
    fields.bytes.start = start
    fields.problem = Problem(position: UInt32(fault.offset), reason: .unreadable(fault.kind))
    return fields
  }
}

/// Where bytes are in the chunk, which has less than 4 GiB.
struct ByteRange: BitwiseCopyable, Sendable {
  private var first: UInt32 = 0
  private var last: UInt32 = 0

  /// The first byte.
  var start: Int {
    get { Int(first) }
    set { first = UInt32(newValue) }
  }
  /// The byte after the last.
  var end: Int {
    get { Int(last) }
    set { last = UInt32(newValue) }
  }
  /// All of them.
  var range: Range<Int> { start..<end }
}

/// Keys whose presence tells what kind of record it is.
struct KeySet: OptionSet, BitwiseCopyable, Sendable {
  var rawValue: UInt32

  static let data = KeySet(rawValue: 1 << 0)
  static let nestedData = KeySet(rawValue: 1 << 1)
  /// `object` in `data`: an event without an envelope.
  static let eventObject = KeySet(rawValue: 1 << 27)
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
  /// A list of objects under a name that tells nothing.
  static let namelessList = KeySet(rawValue: 1 << 26)
}

/// The roles of a v3 user (Clever's API definitions, `roles`), with the older words for them.
struct RoleSet: OptionSet, BitwiseCopyable, Sendable {
  var rawValue: UInt8

  static let student = RoleSet(rawValue: 1 << 0)
  static let teacher = RoleSet(rawValue: 1 << 1)
  static let staff = RoleSet(rawValue: 1 << 2)
  static let districtAdmin = RoleSet(rawValue: 1 << 3)
  static let contact = RoleSet(rawValue: 1 << 4)
  /// Those of the people that a school employs.
  static let employees: RoleSet = [.teacher, .staff, .districtAdmin]
}
