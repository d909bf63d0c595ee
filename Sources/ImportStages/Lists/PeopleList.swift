import RosterRules
import SafeFiles

/// A file that names people by Clever id or e-mail address, such as the teachers who joined.
///
/// One id or address a line is the plain form. Read are also: `Name <address>`, several on a line
/// with commas or semicolons between, and tables with a heading, in which a column such as 'status'
/// or 'joined' says of each person yes or no. Empty lines and those that begin with `#` do not count.
struct PeopleList {
  /// The largest file, in bytes.
  private static let byteLimit = 16 << 20

  /// The people, in the order of the file.
  private(set) var people: [ListedPerson] = []
  /// The lines that could not be read, each with the reason in words.
  private(set) var unread: [(line: Int, why: String)] = []
  /// The heading of the table; nil for a list without one.
  private var heading: Heading?

  /// The list in the file at `path`.
  ///
  /// - Throws: ``FileError`` when it cannot be read, ``ListText/NotText`` when it is no text.
  static func read(_ path: String) throws -> PeopleList {
    PeopleList(try ListText(readSmallFile(path, limit: byteLimit)))
  }

  /// The list that `text` is.
  init(_ text: ListText) {
    var isFirst = true
    for line in text.lines {
      let shown = String(String.UnicodeScalarView(line.text.unicodeScalars.drop { isBlank($0) }))
      // Excel takes this line for a note on the separator.
      if shown.hasPrefix("#") || isFirst && shown.lowercased().hasPrefix("sep=") { continue }
      if isFirst, let heading = Heading(shown) {
        self.heading = heading
      } else {
        take(line)
      }
      isFirst = false
    }
  }

  private mutating func take(_ line: ListText.Line) {
    let cells = heading?.cells(of: line.text) ?? ImportStages.cells(of: line.text) { isDivider($0) }
    switch heading?.says(cells) ?? PeopleList.says(cells) {
    case .yes: break
    case .no: return
    case .unknown(let why):
      unread.append((line.number, why))
      return
    }
    let addresses = words(of: line.text).filter { $0.word.contains("@") }
    if addresses.isEmpty {
      takeIDs(cells, line)
    } else if heading != nil {
      // A row of a table is one person, also with two addresses or with an id beside the address.
      let ids = cells.filter { !$0.contains("@") && mayBeID($0) }
      people.append(
        ListedPerson(addresses.map(\.word) + ids, line: line.number, column: addresses[0].column)
      )
    } else {
      people += addresses.map { ListedPerson([$0.word], line: line.number, column: $0.column) }
    }
  }

  /// Takes a line without an address.
  private mutating func takeIDs(_ cells: [String], _ line: ListText.Line) {
    var ids = cells.filter { mayBeID($0) }
    if ids.isEmpty, heading == nil {
      // An id without a digit is an id only where nothing else is in the line.
      ids = cells.count == 1 ? cells.filter { !hasBlank($0) } : []
    }
    if ids.isEmpty, heading == nil, cells.count == 1 {
      let parts = cells[0].split { $0.isWhitespace }.map(String.init)
      if parts.allSatisfy({ mayBeID($0) && $0.utf8.count >= 6 }) { ids = parts }
    }
    guard !ids.isEmpty else {
      unread.append((line.number, "it has neither an e-mail address nor a Clever id"))
      return
    }
    if heading != nil {
      people.append(ListedPerson(ids, line: line.number, column: 1))
    } else {
      people += ids.map { ListedPerson([$0], line: line.number, column: 1) }
    }
  }

  /// What a line without a heading says of the person: a word such as 'pending' may tell that the
  /// person has not joined, and is not read past.
  private static func says(_ cells: [String]) -> Answer {
    guard let word = cells.first(where: { noWords.contains($0.lowercased()) && $0.utf8.count > 1 })
    else { return .yes }
    return .unknown(
      "it says '\(word.lowercased())', and no heading tells what of; leave only those who joined"
    )
  }

  /// Words for a person who has not joined.
  fileprivate static let noWords: Set<String> = [
    "no", "n", "false", "0", "pending", "invited", "not joined", "not yet", "inactive", "declined",
    "never", "not registered", "unregistered", "invitation sent", "sent", "none", "deactivated",
    "removed", "waiting", "expired",
  ]
  fileprivate static let yesWords: Set<String> = [
    "yes", "y", "true", "1", "x", "✓", "✔", "joined", "active", "accepted", "registered", "member",
    "done", "ok", "confirmed", "signed up",
  ]
}

/// What a row says of its person.
private enum Answer {
  case yes
  case no
  /// It cannot be told, for this reason.
  case unknown(String)
}

/// The first row of a table, which names its columns.
private struct Heading {
  private let separator: Unicode.Scalar
  /// The column that says whether a person joined, and its name.
  private let status: (column: Int, name: String)?

  /// The heading that `line` is; nil if it is a row like others.
  init?(_ line: String) {
    let separator = (["\t", ";", ",", "|"] as [Unicode.Scalar]).first(
      where: line.unicodeScalars.contains
    )
    self.separator = separator ?? ","
    let names = ImportStages.cells(of: line) { $0 == separator }.map { name in
      name.lowercased().split { !$0.isLetter }.joined(separator: " ")
    }
    guard !line.contains("@"), !line.contains(where: \.isNumber),
      names.contains(where: { name in
        Heading.words.contains { name.split(separator: " ").contains($0) }
      })
    else { return nil }
    status = names.firstIndex { name in
      Heading.statusWords.contains { name.split(separator: " ").contains($0) }
    }
    .map { ($0, names[$0]) }
  }

  func cells(of line: String) -> [String] { ImportStages.cells(of: line) { $0 == separator } }

  /// Whether the row with these cells is of a person who joined.
  func says(_ cells: [String]) -> Answer {
    guard let status else { return .yes }
    let word = cells.indices.contains(status.column) ? cells[status.column].lowercased() : ""
    if word.isEmpty || word == "-" || PeopleList.noWords.contains(word) { return .no }
    // A day, such as 08/20/2026, is that on which the person joined.
    let isDay = word.first?.isNumber == true && word.contains { "/-.".contains($0) }
    if PeopleList.yesWords.contains(word) || isDay { return .yes }
    return .unknown("its column '\(status.name)' says neither yes nor no")
  }

  private static let words: Set<Substring> = [
    "email", "e", "mail", "address", "id", "ids", "name", "names", "teacher", "teachers", "first",
    "last", "user", "users", "member", "members", "person", "people", "staff", "key", "role",
    "correo", "nombre",
  ]
  private static let statusWords: Set<Substring> = [
    "status", "joined", "state", "accepted", "registered", "active", "confirmed",
  ]
}

/// The words of a line between blanks, commas, brackets and quotes, each with its column, from 1:
/// of `Sam Lee <Sam@oak.us>;` the words `Sam`, `Lee` and `Sam@oak.us`.
private func words(of line: String) -> [(word: String, column: Int)] {
  var words: [(word: String, column: Int)] = []
  var word = String.UnicodeScalarView()
  var start = 1
  func close() {
    let found = plainWord(word)
    if !found.isEmpty { words.append((found, start)) }
    word = String.UnicodeScalarView()
  }
  for (index, scalar) in line.unicodeScalars.enumerated() {
    if isDivider(scalar) || scalar.properties.isWhitespace
      || "<>()[]{}\"“”„«»".unicodeScalars.contains(scalar)
    {
      close()
    } else if !isBlank(scalar) {
      if word.isEmpty { start = index + 1 }
      word.append(scalar)
    }
  }
  close()
  return words
}

/// A word without what is before an address (`mailto:`, `SMTP:`) and without signs around it. An
/// apostrophe inside is part of the address: `o'neil@oak.us`.
private func plainWord(_ word: String.UnicodeScalarView) -> String {
  let edges = "'’‘`.:!*".unicodeScalars
  var rest = word[...]
  if rest.contains("@"), let colon = rest.lastIndex(of: ":"),
    colon < rest.lastIndex(of: "@") ?? colon
  {
    rest = rest[colon...].dropFirst()
  }
  while let first = rest.first, edges.contains(first) { rest.removeFirst() }
  while let last = rest.last, edges.contains(last) { rest.removeLast() }
  return String(String.UnicodeScalarView(rest))
}

private func isDivider(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "," || scalar == ";" || scalar == "\t" || scalar == "|"
}

private func hasBlank(_ text: String) -> Bool { text.unicodeScalars.contains { isBlank($0) } }

/// Whether a cell may be an id: one word of letters, digits, hyphens and the like, with a digit in
/// it. A day or a time is none.
private func mayBeID(_ cell: String) -> Bool {
  cell.contains { $0.isNumber }
    && cell.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
}
