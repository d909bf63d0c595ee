/// What the importer answers beside the export, for ``GateQuestion``.
public struct GateAnswers: Sendable, Hashable {
  /// The answers that go into the question as they are.
  public var declared: GateQuestion.Declared
  /// The people on the list of teachers who joined Bloomz; nil where no list was given.
  public var joined: [ListedPerson]?
  /// How many lines of that list could not be read.
  public var unreadLines: Int
  /// Whether a list was given that is no list at all: a workbook, say.
  public var listIsUnreadable: Bool
  /// Clever ids of the teachers that step one's bundle carried; nil takes those in scope now.
  public var invited: Set<String>?
  /// Why step two may begin though teachers are missing.
  public var joinedOverrideReason: String?

  /// Answers; without any, the gate refuses.
  public init(
    declared: GateQuestion.Declared = GateQuestion.Declared(),
    joined: [ListedPerson]? = nil,
    unreadLines: Int = 0,
    listIsUnreadable: Bool = false,
    invited: Set<String>? = nil,
    joinedOverrideReason: String? = nil
  ) {
    self.declared = declared
    self.joined = joined
    self.unreadLines = unreadLines
    self.listIsUnreadable = listIsUnreadable
    self.invited = invited
    self.joinedOverrideReason = joinedOverrideReason
  }
}

/// One person on a list that the importer gives.
public struct ListedPerson: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Clever ids and e-mail addresses, each of which may name the person.
  public var words: [String]
  /// The line of the list, from 1; 0 where there is no file.
  public var line: Int
  /// The column of the first word, from 1; 0 where there is no file.
  public var column: Int

  /// A person.
  public init(_ words: [String], line: Int = 0, column: Int = 0) {
    self.words = words
    self.line = line
    self.column = column
  }

  /// A person with one id or address.
  public init(stringLiteral word: String) { self.init([word]) }
}
