import Roster

/// What the name of a file in an export's folder says.
struct FileName {
  /// The last part of the path.
  let name: String
  private let folded: String

  /// The name at the end of `path`.
  init(_ path: String) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    folded = name.lowercased()
  }

  /// What is after the last dot, in small letters; empty if there is no dot.
  var ending: String {
    folded.lastIndex(of: ".").map { String(folded[folded.index(after: $0)...]) } ?? ""
  }

  /// Endings of files that hold lists, whatever they are called.
  static let dataEndings: Set<String> = [
    "", "json", "ndjson", "jsonl", "csv", "tsv", "tab", "gz", "zip",
  ]
  /// Endings of texts for people.
  static let textEndings: Set<String> = [
    "txt", "text", "md", "markdown", "log", "asc", "nfo", "rtf", "yaml", "yml", "ini", "cfg",
    "toml",
    "conf", "properties", "tex", "rst", "diff", "patch", "sql",
  ]

  /// Whether it is called `READ ME`, `readme.1st` or the like.
  var isReadMe: Bool {
    let letters = folded.filter(\.isLetter)
    return letters.hasPrefix("readme") || letters.hasPrefix("liesmich")
  }

  // MARK: - Litter

  /// What made the file, if it can only be litter of an operating system or an office program; nil
  /// if it may be something else. `path` is below the folder of the export.
  static func litter(at path: String) -> String? {
    let parts = path.split(separator: "/").map { $0.lowercased() }
    for (folder, words) in litterFolders where parts.dropLast().contains(folder) { return words }
    guard let name = parts.last else { return nil }
    if let words = litterNames[name] { return words }
    if name.hasPrefix("._") { return "macOS's own notes on a file" }
    if name.hasPrefix("~$") { return "a note of Office's that a document is open" }
    if name.hasPrefix(".~lock."), name.hasSuffix("#") {
      return "a note of LibreOffice's that a document is open"
    }
    if name.hasPrefix("~wrl"), name.hasSuffix(".tmp") { return "a passing file of Word's" }
    if name.hasPrefix("."), [".swp", ".swo", ".swn"].contains(where: { name.hasSuffix($0) }) {
      return "a passing file of an editor's"
    }
    return nil
  }

  private static let litterNames = [
    ".ds_store": "macOS's own notes on the folder", "icon\r": "the folder's icon of macOS",
    ".localized": "macOS's own notes on the folder",
    "thumbs.db": "Windows' small pictures of the files",
    "ehthumbs.db": "Windows' small pictures of the files",
    "ehthumbs_vista.db": "Windows' small pictures of the files",
    "desktop.ini": "Windows' own notes on the folder",
    ".directory": "the desktop's own notes on the folder",
    "sthumbs.dat": "a drive's own notes on the folder",
  ]

  private static let litterFolders = [
    "__macosx": "macOS's own notes on the files", "@eadir": "a drive's own notes on the files",
    "$recycle.bin": "the waste basket", "system volume information": "a drive's own notes",
    "lost+found": "a drive's own notes",
  ]

  /// The name of the file that this is an editor's backup copy of; nil if it is none:
  /// `students.csv` of `students.csv.bak` and `students.csv~`.
  var original: String? {
    for suffix in ["~", ".bak", ".old", ".orig", ".backup", ".save", ".bak~"]
    where folded.hasSuffix(suffix) && name.count > suffix.count {
      return String(name.dropLast(suffix.count))
    }
    if name.count > 2, name.hasPrefix("#"), name.hasSuffix("#") {
      return String(name.dropFirst().dropLast())
    }
    return nil
  }

  // MARK: - Lists

  /// The lists that a name speaks of.
  struct Suggestion: Equatable {
    /// The kinds of record.
    var kinds: Set<Entity> = []
    /// Whether it speaks of the rows of `enrollments.csv`.
    var enrollments = false
    /// Whether it speaks of one part among several: `students-2`.
    var isPart = false

    var isEmpty: Bool { kinds.isEmpty && !enrollments }
  }

  /// The lists that words of the name speak of, as people call such files: `Students (1).xlsx`,
  /// `teacher list.xls`, `enrollments 2026.7z`.
  var suggestion: Suggestion {
    var suggestion = Suggestion()
    let stem = folded.drop { $0 == "." }.prefix { $0 != "." }
    var words = stem.split { !$0.isLetter && $0 != "_" }.map(String.init)
    // `school_admins` is a word of Clever's; `students_2026` is two words.
    words += words.flatMap { $0.split(separator: "_").map(String.init) }
    for word in Set(words) {
      switch word {
      case "enrollment", "enrollments", "enrolment", "enrolments": suggestion.enrollments = true
      case "parents", "parent", "guardians", "contact": suggestion.kinds.insert(.contact)
      case "student": suggestion.kinds.insert(.student)
      case "section", "classes": suggestion.kinds.insert(.section)
      case "user": suggestion.kinds.formUnion(ListName.users.kinds)
      default: suggestion.kinds.formUnion(ListName(word).kinds)
      }
    }
    // A number in brackets is a browser's: the same file once more.
    if !suggestion.isEmpty, let last = stem.last, last.isNumber {
      let number = String(stem.reversed().prefix { $0.isNumber }.reversed())
      suggestion.isPart = number.count < 4 && Int(number) ?? 0 > 1
    }
    return suggestion
  }
}
