import Roster

/// The lists of Clever's API, by the last word of their path.
///
/// Source: Clever's API definitions, paths of v1.1 to v3.1; event families spell some without the
/// underscore.
enum ListName: UInt8, CaseIterable {
  case districts, schools, students, teachers, schoolAdmins, districtAdmins, contacts, sections
  case courses, terms, users, events, resources, status, me, tokens
  /// A word that is none of these.
  case unknown

  /// Which entity a record of this list is; nil where the record itself must tell.
  var entity: Entity? {
    switch self {
    case .districts: .district
    case .schools: .school
    case .students: .student
    case .teachers: .teacher
    case .schoolAdmins: .schoolAdmin
    case .districtAdmins: .districtAdmin
    case .contacts: .contact
    case .sections: .section
    case .courses: .course
    case .terms: .term
    default: nil
    }
  }

  /// The kinds that its records may be of.
  var kinds: Set<Entity> {
    switch self {
    case .users: [.student, .teacher, .schoolAdmin, .districtAdmin, .contact]
    default: Set([entity].compactMap { $0 })
    }
  }

  /// The words of the API, with the spellings that documents and files use beside.
  private static let words: [(word: [UInt8], list: ListName)] = [
    ("districts", districts), ("district", districts), ("schools", schools), ("school", schools),
    ("students", students), ("mystudents", students), ("myStudents", students),
    ("teachers", teachers), ("teacher", teachers), ("myteachers", teachers),
    ("myTeachers", teachers), ("school_admins", schoolAdmins), ("schooladmins", schoolAdmins),
    ("staff", schoolAdmins), ("admins", districtAdmins), ("district_admins", districtAdmins),
    ("districtadmins", districtAdmins), ("contacts", contacts), ("studentcontacts", contacts),
    ("mycontacts", contacts), ("myContacts", contacts), ("sections", sections),
    ("courses", courses), ("course", courses), ("terms", terms), ("term", terms),
    ("users", users), ("events", events), ("resources", resources), ("status", status), ("me", me),
    ("tokens", tokens), ("tokeninfo", tokens),
  ].map { (Array(String($0.0).utf8), $0.1) }

  /// The list that `word` names.
  init(_ word: borrowing Span<UInt8>) {
    for (known, list) in ListName.words where known.count == word.count {
      var isEqual = true
      for index in word.indices where word[index] != known[index] {
        isEqual = false
        break
      }
      if isEqual {
        self = list
        return
      }
    }
    self = .unknown
  }

  /// The list that `word` names.
  init(_ word: some StringProtocol) {
    self.init(Array(word.utf8).span)
  }
}

/// What the path of a `uri` or a link says: `/v3.1/users/<id>`, `/v1.1/students?starting_after=…`.
struct ResourcePath {
  /// `v1.1` to `v3.1`; empty if the path does not begin with a version.
  var version: Range<Int>
  /// The last two of the words between slashes after the version, and how many there are.
  private(set) var lastWord: Range<Int>
  private(set) var wordBefore: Range<Int>
  private(set) var wordCount: Int

  /// The word that names the list: of `students/<id>` the first, of `school_admins/<id>/schools`
  /// the last.
  var listWord: Range<Int> { wordCount % 2 == 0 ? wordBefore : lastWord }

  /// Takes `path` apart, up to a `?`. Ranges are positions in `path`.
  init(_ path: borrowing Span<UInt8>) {
    version = 0..<0
    lastWord = 0..<0
    wordBefore = 0..<0
    wordCount = 0
    var start = 0
    var index = 0
    while index <= path.count {
      let isEnd = index == path.count || path[index] == 0x3F
      if isEnd || path[index] == 0x2F {
        if index > start { add(start..<index, isVersion: path[start] == 0x76) }
        start = index + 1
        if isEnd { break }
      }
      index += 1
    }
  }

  private mutating func add(_ word: Range<Int>, isVersion: Bool) {
    if wordCount == 0, version.isEmpty, isVersion, word.count == 4 {
      version = word
    } else {
      wordBefore = lastWord
      lastWord = word
      wordCount += 1
    }
  }
}
