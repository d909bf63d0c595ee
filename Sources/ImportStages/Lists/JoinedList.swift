import Findings
import RosterRules
import Texts

/// The list of teachers who joined, and what a person must know of it.
struct JoinedList {
  /// How many lines are told one by one.
  private static let shownLimit = 10

  private let path: String
  /// The list; nil where none was given, or what was given is none.
  private(set) var list: PeopleList?
  /// What was given in place of a list.
  private(set) var notText: ListText.NotText?

  /// The list in the file at `path`, if there is one.
  ///
  /// - Throws: ``SafeFiles/FileError`` when it cannot be read.
  init(_ path: String?) throws {
    self.path = path ?? ""
    do {
      list = try path.map { try PeopleList.read($0) }
    } catch let notText as ListText.NotText {
      self.notText = notText
    }
  }

  /// A finding for each line that could not be read or that names no teacher of the export: a
  /// warning while teachers are missing, a note when all have joined.
  ///
  /// - Parameter joined: what the list came to.
  /// - Returns: the findings, or a blocker for a file that is no list; of many lines the last one tells the rest.
  func findings(_ joined: GateQuestion.Joined) -> [Finding] {
    if let notText {
      let fault = Finding(
        StageCode.peopleListNotText,
        .blocker,
        "the list of teachers who joined is \(notText.kind)",
        help: notText.help,
        at: Place(file: path)
      )
      return [fault]
    }
    guard let list else { return [] }
    let level = joined.missing.isEmpty ? Level.note : .warning
    let unread = list.unread.map { line in
      Finding(
        StageCode.peopleListLineUnread,
        level,
        "the line cannot be read as a person of the list: \(line.why)",
        help: StageCode.peopleListLineUnread.help,
        at: Place(file: path, line: line.line)
      )
    }
    // Those that nearly match come first: one of them is most likely a teacher who is missing.
    let strangers =
      joined.strangers.filter { !$0.near.isEmpty } + joined.strangers.filter(\.near.isEmpty)
    let unknown = strangers.map { stranger in
      let person = list.people[stranger.entry]
      let near =
        stranger.near.isEmpty
        ? "" : ", but is nearly that of teacher '\(stranger.near)', who is missing"
      return Finding(
        StageCode.peopleListUnknownPerson,
        level,
        "this entry of the list matches no teacher of the export\(near)",
        help: stranger.near.isEmpty
          ? StageCode.peopleListUnknownPerson.help
          : "if that teacher has joined, correct the entry",
        at: Place(file: path, line: person.line, column: person.column)
      )
    }
    return shortened(unread, StageCode.peopleListLineUnread, "cannot be read")
      + shortened(unknown, StageCode.peopleListUnknownPerson, "match no teacher of the export")
  }

  /// The first of many findings, and one that counts the others with their lines.
  private func shortened(_ findings: [Finding], _ code: StageCode, _ words: String) -> [Finding] {
    guard findings.count > JoinedList.shownLimit + 1 else { return findings }
    let rest = findings[JoinedList.shownLimit...]
    let lines = rest.compactMap { $0.place?.line }
    let shown = lines.prefix(20).map { "\($0)" }.joined(separator: ", ")
    let more = lines.count > 20 ? " and \(lines.count - 20) more" : ""
    return findings[..<JoinedList.shownLimit] + [
      Finding(
        code,
        rest[rest.startIndex].level,
        "\(counted(rest.count, "further entry", plural: "further entries")) of the list \(words): "
          + "line\(lines.count == 1 ? "" : "s") \(shown)\(more)",
        help: code.help,
        at: Place(file: path)
      )
    ]
  }
}
