import Roster

extension CleverGrade {
  /// The grade that `text` spells in a district's file: the API's word, or one that districts write.
  ///
  ///     KG  K  kindergarten  PK  Pre-K  PK4  TK  01  1  1st  Grade 3  3.0  PG  UG
  ///
  /// Of a range, `09-13` or `K-5`, the lower end, as Clever takes it; `takesUpperEnd` the other.
  /// Capitals, blanks and hyphens do not count.
  ///
  /// Source: Clever, SFTP instructions v2.1.1 (`CleverData.md`, section 8); the short words are those
  /// of public exports.
  init(ofUpload text: Span<UInt8>, takesUpperEnd: Bool = false) {
    self = CleverGrade(parsing: text)
    guard self == .unknown else { return }
    // `Pre-K` has a hyphen, and is no range.
    for index in text.indices.dropFirst() where text[index] == UInt8(ascii: "-") {
      let low = CleverGrade(folding: text.extracting(0..<index))
      let high = CleverGrade(folding: text.extracting((index + 1)..<text.count))
      guard low != .unknown, high != .unknown, low != .none, high != .none else { continue }
      self = takesUpperEnd ? high : low
      return
    }
    self = CleverGrade(folding: text)
  }

  /// The grade that `text` spells where neither capitals count nor signs that are no letters or
  /// digits.
  private init(folding text: Span<UInt8>) {
    // Letters and digits in small letters, eight at most; a longer word is told by its beginning.
    var (word, length, number, digits): (UInt64, Int, Int, Int) = (0, 0, 0, 0)
    for index in text.indices {
      let byte = text[index]
      if (0x30...0x39).contains(byte) {
        let before = index > 0 ? text[index - 1] : 0x20
        // `3.0` is how some programs write a spreadsheet's number.
        if digits > 0, before == UInt8(ascii: "."), byte == 0x30, index == text.count - 1 {
          continue
        }
        // `1/2` is two grades, and `-1` none.
        if digits > 0 ? !(0x30...0x39).contains(before) : before == UInt8(ascii: "-") {
          self = .unknown
          return
        }
        number = min(number * 10 + Int(byte - 0x30), 1000)
        digits += 1
      } else if (0x61...0x7A).contains(byte | 0x20) {
        if length < 8 { word = word << 8 | UInt64(byte | 0x20) }
        length += 1
      } else if byte >= 0x80 {
        self = .unknown
        return
      }
    }
    if length == 0, digits == 0 {
      self = .none
    } else if digits > 0, length == 0 || CleverGrade.besideNumbers.contains(word) {
      let first = CleverGrade.grade1.rawValue
      self =
        (1...13).contains(number)
        ? CleverGrade(rawValue: first + UInt8(number - 1)) ?? .unknown : .unknown
    } else if let (grade, takesDigits) = CleverGrade.words[word], digits == 0 || takesDigits {
      self = grade
    } else {
      self = .unknown
    }
  }

  /// The first eight letters of a word as a number.
  private static func key(_ word: String) -> UInt64 {
    word.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Words beside a number: `Grade 3`, `3rd grade`.
  private static let besideNumbers = Set(
    [
      "grade", "gr", "g", "st", "nd", "rd", "th", "stgrade", "ndgrade", "rdgrade", "thgrade",
    ].map(key)
  )

  /// Grades by the first eight letters of their words; whether digits may follow (`PK4`).
  private static let words: [UInt64: (CleverGrade, Bool)] = {
    let words: [(CleverGrade, Bool, [String])] = [
      (infantToddler, false, ["infanttoddler", "infant", "toddler", "it"]),
      (preschool, true, ["preschool", "ps"]),
      (preKindergarten, true, ["pk", "prek", "prekindergarten", "p"]),
      (
        transitionalKindergarten, false,
        ["tk", "transitionalkindergarten", "transk"]
      ),
      (kindergarten, false, ["kg", "k", "kindergarten", "kinder", "kindergarden"]),
      (postGraduate, false, ["pg", "postgraduate", "postgrad"]),
      (ungraded, false, ["ug", "ungraded", "un"]),
      (other, false, ["other"]),
      (grade1, false, ["first", "firstgrade"]), (grade2, false, ["second", "secondgrade"]),
      (grade3, false, ["third", "thirdgrade"]), (grade4, false, ["fourth", "fourthgrade"]),
      (grade5, false, ["fifth", "fifthgrade"]),
    ]
    var table: [UInt64: (CleverGrade, Bool)] = [:]
    for (grade, takesDigits, spellings) in words {
      for spelling in spellings { table[key(spelling)] = (grade, takesDigits) }
    }
    return table
  }()
}

/// Whether `text` is `word`, which is in lower case; the case of ASCII letters does not count.
func isSameWord(_ text: Span<UInt8>, _ word: [UInt8]) -> Bool {
  guard text.count == word.count else { return false }
  for index in text.indices {
    let byte = text[index]
    let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    guard (isUpper ? byte | 0x20 : byte) == word[index] else { return false }
  }
  return true
}
