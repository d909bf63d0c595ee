import Bytes
import PositionedJSON
import Roster

/// A value that is one of a few spellings, the same in the API's answers and in a district's own
/// files. It is told as soon as it is walked.
protocol SpelledValue {
  /// The value that `spelling` names, which is UTF-8.
  init(spelled spelling: Span<UInt8>)
}

extension SpelledValue {
  /// The value that a text of the JSON names, escapes resolved.
  @inline(__always)
  init(_ text: JSONText, in json: JSONSource) {
    guard text.hasEscapes else {
      self.init(spelled: json.span(of: text))
      return
    }
    var resolved: [UInt8] = []
    json.decode(text, into: &resolved)
    self.init(spelled: resolved.span)
  }
}

/// Clever's long form of a grade.
extension CleverGrade: SpelledValue {
  @inline(__always)
  init(spelled spelling: Span<UInt8>) { self.init(parsing: spelling) }
}

extension PhoneType: SpelledValue {
  /// Capitals do not count.
  init(spelled spelling: Span<UInt8>) {
    if spelling.isEmpty {
      self = .none
    } else if spelling.isSameWord("cell") || spelling.isSameWord("mobile") {
      self = .cell
    } else if spelling.isSameWord("home") {
      self = .home
    } else if spelling.isSameWord("work") {
      self = .work
    } else {
      self = .other
    }
  }
}

/// What a contact is to a student.
extension ContactType: SpelledValue {
  private static let spellings: [(spelling: StaticString, type: ContactType)] = [
    ("Parent/Guardian", .parentGuardian), ("Family", .family), ("Primary", .primary),
    ("Secondary", .secondary), ("Emergency", .emergency), ("Other", .other),
  ]

  /// The API's word, or one of those that districts write: `guardian`, `parent1`, `emerg1`,
  /// `release1` (Clever's instructions for CSV files, `Contact_type` is free text).
  ///
  /// What is said of an emergency, or of picking a child up, wins over all else that is said: such
  /// a person is not invited on a guess.
  init(spelled spelling: Span<UInt8>) {
    for known in ContactType.spellings where spelling.equals(known.spelling) {
      self = known.type
      return
    }
    self = spelling.isEmpty ? .none : ContactType(words: spelling)
  }

  private init(words text: Span<UInt8>) {
    var meaning = ContactType.none
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end].isLetter { end += 1 }
      if end > start {
        let word = text.extracting(start..<end)
        var type = ContactType.unknown
        for known in ContactType.words
        where known.isWhole ? word.isSameWord(known.word) : word.hasPrefix(known.word) {
          type = known.type
          break
        }
        meaning = meaning.rank < type.rank ? type : meaning
      }
      start = end + 1
    }
    self = meaning == .none ? .unknown : meaning
  }

  /// What outweighs what where a text has several words.
  private var rank: Int {
    switch self {
    case .none: 0
    case .unknown: 1
    case .other, .primary: 2
    case .secondary: 3
    case .family: 4
    case .parentGuardian: 5
    case .notParent: 6
    case .emergency: 7
    }
  }

  /// Words, or their beginnings, in small letters.
  private static let words: [(word: StaticString, isWhole: Bool, type: ContactType)] = [
    ("eme", false, .emergency), ("emm", false, .emergency), ("emr", false, .emergency),
    ("emg", false, .emergency), ("em", true, .emergency), ("ec", true, .emergency),
    ("ice", true, .emergency),
    ("releas", false, .notParent), ("rel", true, .notParent), ("pick", false, .notParent),
    ("dismiss", false, .notParent), ("doctor", false, .notParent),
    ("physician", false, .notParent), ("dentist", false, .notParent),
    ("friend", false, .notParent), ("daycare", false, .notParent),
    ("babysit", false, .notParent), ("sitter", false, .notParent),
    ("restrict", false, .notParent), ("restrain", false, .notParent),
    ("nonparent", false, .notParent), ("noncustod", false, .notParent),
    ("non", true, .notParent), ("not", true, .notParent), ("no", true, .notParent),
    ("parent", false, .parentGuardian), ("guardian", false, .parentGuardian),
    ("mother", false, .parentGuardian), ("father", false, .parentGuardian),
    ("mom", true, .parentGuardian), ("dad", true, .parentGuardian),
    ("stepmother", false, .parentGuardian), ("stepfather", false, .parentGuardian),
    ("family", false, .family), ("primary", false, .primary), ("secondary", false, .secondary),
    ("other", true, .other),
  ]
}

/// The state of a district's sync.
extension DistrictState: SpelledValue {
  private static let spellings: [(spelling: StaticString, state: DistrictState)] = [
    ("running", .running), ("success", .success), ("pending", .pending), ("error", .error),
    ("paused", .paused),
  ]

  init(spelled spelling: Span<UInt8>) {
    self = .none
    for known in DistrictState.spellings where spelling.equals(known.spelling) {
      self = known.state
      return
    }
  }
}

extension UInt8 {
  /// Whether it is an ASCII letter.
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension Span<UInt8> {
  /// Whether the bytes begin with those of `literal`, which is in small letters; the case of ASCII
  /// letters does not count.
  func hasPrefix(_ literal: StaticString) -> Bool {
    guard count >= literal.utf8CodeUnitCount else { return false }
    for index in 0..<literal.utf8CodeUnitCount {
      let byte = self[index]
      guard (byte.isLetter ? byte | 0x20 : byte) == literal.byte(at: index) else { return false }
    }
    return true
  }

  /// Whether the bytes are `literal`, which is in small letters; the case of ASCII letters does not
  /// count.
  func isSameWord(_ literal: StaticString) -> Bool {
    count == literal.utf8CodeUnitCount && hasPrefix(literal)
  }

  /// Whether the bytes are those of `literal`.
  fileprivate func equals(_ literal: StaticString) -> Bool {
    guard count == literal.utf8CodeUnitCount else { return false }
    for index in indices where self[index] != literal.byte(at: index) { return false }
    return true
  }
}
