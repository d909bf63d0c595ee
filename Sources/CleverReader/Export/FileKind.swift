import Roster

/// What a file is that is neither an answer of Clever's API nor a file of a district's upload.
///
/// The first bytes decide where they tell, else the ending of the name. A new kind is one more row of
/// ``table``.
struct FileKind: Sendable {
  /// Whether a list of the export may be in it.
  enum Content: Sendable {
    /// Any list may be in it: a table, an archive, what was saved in place of an answer.
    case lists
    /// No list: a text for people, a picture, a file of this program.
    case noList
  }

  /// What it is, with an article: `an Excel workbook`.
  var words: String
  /// What to do with it, in lower case without a full stop.
  var help: String
  var content: Content
  /// Bytes that tell it, and where they are; with none the ending alone tells.
  var marks: [Mark] = []
  /// Endings of names. Beside marks they tell apart kinds with the same marks; none: any name.
  var endings: Set<String> = []

  /// Bytes at a place of a file.
  struct Mark: Sendable {
    var bytes: [UInt8]
    var offset = 0

    init(_ bytes: [UInt8], at offset: Int = 0) {
      self.bytes = bytes
      self.offset = offset
    }

    init(_ text: String, at offset: Int = 0) { self.init(Array(text.utf8), at: offset) }

    func isIn(_ head: Span<UInt8>) -> Bool {
      guard head.count >= offset + bytes.count else { return false }
      for index in bytes.indices where head[offset + index] != bytes[index] { return false }
      return true
    }
  }

  // MARK: - What to do

  static let takeOut =
    "take it out of the folder; only what Clever gave belongs there"
  private static let saveAsCSV =
    "open it, save each of its lists as 'CSV UTF-8' under the list's name (students.csv, "
    + "teachers.csv and so on), and take this file out of the folder"
  private static let unpack =
    "unpack it, put the files that were in it into the folder, and take the archive out"
  private static let saveAnswer =
    "save what api.clever.com answers, or the files that Clever gives, not a page of a web site; "
    + "take this file out of the folder"
  private static let copyFile =
    "put a copy of the file itself in its place; links are not followed"

  // MARK: - The kinds

  private static func workbook(_ words: String, _ marks: [Mark], _ endings: Set<String>)
    -> FileKind
  {
    FileKind(words: words, help: saveAsCSV, content: .lists, marks: marks, endings: endings)
  }

  private static func archive(_ words: String, _ marks: [Mark], _ endings: Set<String> = [])
    -> FileKind
  {
    FileKind(words: words, help: unpack, content: .lists, marks: marks, endings: endings)
  }

  private static func other(_ words: String, _ marks: [Mark], _ endings: Set<String> = [])
    -> FileKind
  {
    FileKind(words: words, help: takeOut, content: .noList, marks: marks, endings: endings)
  }

  private static let zip = [Mark("PK\u{3}\u{4}"), Mark("PK\u{5}\u{6}")]
  /// Microsoft's compound file, in which Office kept its documents before 2007, and keeps those that
  /// a password protects ([MS-CFB], Compound File Header).
  private static let compound = [Mark([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])]

  /// All kinds that bytes or an ending tell; the first row that fits decides.
  ///
  /// Sources: the formats' own documents; the bytes are listed together in IANA's media types and in
  /// Wikipedia's "List of file signatures".
  static let table: [FileKind] = [
    // Zips are unpacked, unless what is in them or their name says that they are a document.
    workbook("an Excel workbook", zip, ["xlsx", "xlsm", "xltx", "xlsb", "xlam"]),
    workbook("an OpenDocument spreadsheet", zip, ["ods", "ots"]),
    workbook("a Numbers spreadsheet", zip, ["numbers"]),
    workbook("an OpenDocument spreadsheet", openDocument("spreadsheet")),
    other("a text document", zip, ["docx", "odt", "pages", "docm"]),
    other("a presentation", zip, ["pptx", "odp", "key"]),
    other("an OpenDocument document", openDocument("")),
    // The first member of a workbook, as far as programs write it.
    workbook("an Excel workbook", [Mark("[Content_Types].xml", at: 30), Mark("xl/", at: 30)]),
    workbook(
      "an Excel workbook that a password protects",
      compound,
      ["xlsx", "xlsm", "xlsb"]
    ),
    other("an old Word document", compound, ["doc", "dot"]),
    other("an old presentation", compound, ["ppt", "pps"]),
    other("a saved mail", compound, ["msg"]),
    workbook("an old Excel workbook", compound),
    workbook(
      "an old Excel workbook",
      [Mark([9, 8, 0x10, 0, 0, 6, 5, 0]), Mark([9, 4, 6, 0]), Mark([9, 2, 6, 0])]
    ),
    other("a PDF document", [Mark("%PDF-")]),
    other("a text document (RTF)", [Mark("{\\rtf")]),
    archive("an archive of 7-Zip", [Mark([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])]),
    archive("a RAR archive", [Mark("Rar!\u{1A}\u{7}")]),
    archive("a tar archive", [Mark("ustar", at: 257)]),
    archive("a file packed by bzip2", [Mark("BZh")], ["bz2", "tbz", "tbz2", "bz"]),
    archive("a file packed by xz", [Mark([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0])]),
    archive("a file packed by zstd", [Mark([0x28, 0xB5, 0x2F, 0xFD])]),
    archive("a file packed by lz4", [Mark([4, 0x22, 0x4D, 0x18])]),
    archive("a file packed by lzip", [Mark("LZIP")]),
    archive("a file packed by compress", [Mark([0x1F, 0x9D])]),
    archive("a cabinet of Windows", [Mark("MSCF")]),
    // Only one layer is unpacked, so these are met inside an archive alone.
    archive("a zip archive inside an archive", zip),
    archive("a packed file (gzip) inside an archive", [Mark([0x1F, 0x8B])]),
    other("a picture", [Mark([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])]),
    other("a picture", [Mark([0xFF, 0xD8, 0xFF]), Mark("GIF87a"), Mark("GIF89a")]),
    other("a picture", [Mark([0x49, 0x49, 0x2A, 0]), Mark([0x4D, 0x4D, 0, 0x2A])]),
    other("a picture", [Mark("WEBP", at: 8), Mark("ftyphei", at: 4), Mark("ftypmif", at: 4)]),
    other("a picture", [Mark("BM")], ["bmp", "dib"]),
    other("a film or a sound", [Mark("ftyp", at: 4)]),
    other("a sound", [Mark("ID3")], ["mp3"]),
    workbook("an Access database", [Mark("\u{0}\u{1}\u{0}\u{0}Standard ")]),
    workbook("a database (SQLite)", [Mark("SQLite format 3\0")]),
    workbook("a table of Parquet", [Mark("PAR1")]),
    link("a shortcut of Windows", [Mark([0x4C, 0, 0, 0, 1, 0x14, 2, 0])]),
    link("a shortcut of macOS", [Mark("book\0\0\0\0mark")]),
    link("a shortcut", [Mark("[InternetShortcut]")]),
    link("a shortcut", [], ["url", "webloc", "lnk"]),
    link("a shortcut to a sheet of Google's", [], ["gsheet", "gdoc", "gslides"]),
    FileKind(
      words: "a download that has not ended",
      help: "let the download end, or export the file again, and take this one out of the folder",
      content: .lists,
      endings: ["crdownload", "part", "partial", "download", "opdownload", "filepart", "icloud"]
    ),
    other("a program", [Mark("#!"), Mark([0x7F, 0x45, 0x4C, 0x46])]),
    other("a program", [Mark("MZ")], ["exe", "dll"]),
    other("a program", [], ["py", "sh", "ps1", "bat", "cmd", "js", "rb", "swift", "go", "java"]),
    other("a saved mail", [], ["eml", "mbox", "ics", "vcf"]),
    other("a picture", [], ["svg"]),
  ]

  private static func openDocument(_ kind: String) -> [Mark] {
    // The first member is called `mimetype` and is stored as it is (OpenDocument 1.3, part 2).
    [Mark("mimetypeapplication/vnd.oasis.opendocument.\(kind)", at: 30)]
  }

  private static func workbook(_ words: String, _ marks: [Mark]) -> FileKind {
    workbook(words, marks, [])
  }

  private static func link(_ words: String, _ marks: [Mark], _ endings: Set<String> = [])
    -> FileKind
  {
    FileKind(words: words, help: copyFile, content: .lists, marks: marks, endings: endings)
  }

  // MARK: - Kinds that more than marks and endings tell

  static let emptyFile = other("an empty file", [])
  static let text = other("a text, no list of Clever's", [])
  static let pipelineFile = FileKind(
    words: "a pipeline file of this program",
    help: "take it out of the folder and keep it elsewhere; only what Clever gave belongs there",
    content: .noList
  )
  static let results = other("a result of this program, no file of Clever's", [])
  static let unknownTable = FileKind(
    words: "a table whose first row names none of Clever's columns",
    help: "if it is one of Clever's lists, put Clever's column names into its first row; else take "
      + "it out of the folder",
    content: .lists
  )
  static let webPage = FileKind(
    words: "a web page, no answer of Clever's API",
    help: saveAnswer,
    content: .lists
  )
  static let webTable = workbook("a web page that is called a workbook", [])
  static let xmlWorkbook = workbook("an Excel workbook in XML", [])
  static let xml = FileKind(
    words: "an XML file",
    help: "if it holds a list of Clever's, export that list as JSON or CSV; take this file out of "
      + "the folder",
    content: .lists
  )
  static let link = link("a link", [])
  /// What git and copying programs make of a link where there are none.
  static let linkAsText = link("a link that was copied as a text, the path alone", [])
  static let hidden = FileKind(
    words: "a hidden file, since its name begins with a dot",
    help:
      "if it is one of Clever's lists, take the dot off its name; else take it out of the folder",
    content: .lists
  )
  static let special = link("no ordinary file", [])
  static let locked = FileKind(
    words: "a member of an archive that a password protects",
    help:
      "unpack the archive with its password, put the files that were in it into the folder, and "
      + "take the archive out",
    content: .lists
  )

  /// A backup copy whose original is not there.
  static func backup(of name: String) -> FileKind {
    FileKind(
      words: "a backup copy of '\(name)', which is not there itself",
      help: "if it is the newest you have, rename it to '\(name)'; else export the file again and "
        + "take the copy out of the folder",
      content: .lists
    )
  }
}

extension FileKind {
  /// The kind that the first bytes of a file tell, which no JSON and no CSV begins with.
  static func ofMarks(_ name: String, head: Span<UInt8>) -> FileKind? {
    let ending = FileName(name).ending
    return table.first { !$0.marks.isEmpty && $0.fits(ending, head) }
  }

  /// The kind of a text that is no CSV of Clever's, by its name and beginning; nil if it is to be
  /// read: JSON, or what should have been.
  ///
  /// - Parameters:
  ///   - name: its path or name.
  ///   - head: its first bytes, 4 KiB at most.
  ///   - byteCount: how many bytes it has.
  ///   - suggestsList: whether its name says that it holds one of Clever's lists.
  /// - Returns: the kind.
  static func ofText(
    _ name: String,
    head: Span<UInt8>,
    byteCount: Int,
    suggestsList: Bool
  ) -> FileKind? {
    let ending = FileName(name).ending
    if byteCount == 0 {
      return suggestsList || FileName.dataEndings.contains(ending) ? nil : emptyFile
    }
    let start = head[0]
    // As most files of an export begin: a list page, or a record.
    let isJSON = start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
    if isJSON, ["json", "ndjson", "jsonl"].contains(ending) {
      return isOwnReport(head) ? results : nil
    }
    if let row = table.first(where: { $0.marks.isEmpty && $0.fits(ending, head) }) { return row }
    if isJSON { return nil }
    return ofWords(name, ending, head, suggestsList)
  }

  /// The document that a zip archive is; nil if it is an archive to be unpacked.
  ///
  /// - Parameters:
  ///   - name: its path or name.
  ///   - members: the names of its members; none if its directory is damaged.
  ///   - head: its first bytes.
  /// - Returns: the kind.
  static func ofZip(_ name: String, members: [String], head: Span<UInt8>) -> FileKind? {
    let ending = FileName(name).ending
    let isDocument =
      members.isEmpty
      || members.contains { member in
        ["[Content_Types].xml", "mimetype", "content.xml", "Index.zip"].contains(member)
          || member.hasPrefix("xl/") || member.hasSuffix(".iwa")
      }
    guard isDocument else { return nil }
    if let row = table.first(where: { $0.endings.contains(ending) && $0.fits(ending, head) }) {
      return row
    }
    if members.contains(where: { $0.hasPrefix("xl/") }) {
      return workbook("an Excel workbook", [])
    }
    if members.contains(where: { $0.hasPrefix("word/") || $0.hasPrefix("ppt/") }) {
      return other("a document of Office's", [])
    }
    if members.contains(where: { $0.hasSuffix(".iwa") || $0 == "Index.zip" }) {
      return workbook("a Numbers spreadsheet", [])
    }
    return table.first { $0.endings.isEmpty && !$0.isArchive && $0.fits(ending, head) }
  }

  private var isArchive: Bool { help == FileKind.unpack }

  private func fits(_ ending: String, _ head: Span<UInt8>) -> Bool {
    if marks.isEmpty || !endings.isEmpty, !endings.contains(ending) { return false }
    return marks.isEmpty || marks.contains { $0.isIn(head) }
  }

  /// `{"report":1,"program":{"name":"clever-to-bloomz"`, and the like.
  private static func isOwnReport(_ head: Span<UInt8>) -> Bool {
    let text = String(decoding: head.prefixBytes(200), as: UTF8.self)
    return ["\"report\": 1,", "\"plan\": 1,", "\"inspection\": 1,"].contains {
      text.dropFirst().drop(while: \.isWhitespace).hasPrefix($0)
    }
  }

  private static func ofWords(
    _ name: String,
    _ ending: String,
    _ head: Span<UInt8>,
    _ suggestsList: Bool
  ) -> FileKind? {
    let text = String(decoding: head.prefixBytes(head.count), as: UTF8.self)
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(4096).lowercased()
    if start.hasPrefix("<") {
      if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return xmlWorkbook }
      if ["xls", "xlsx"].contains(ending) { return webTable }
      if ["html", "htm", "xhtml", "mht", "mhtml", "aspx", "php"].contains(ending) {
        // A page that tells an error of Clever's is more than a page.
        let meaning = SavedAnswer(Array(start.utf8), isWhole: false)?.meaning ?? .webPage
        return meaning == .webPage ? webPage : nil
      }
      return ["xml", "plist"].contains(ending) ? xml : nil
    }
    if isPipeline(start) { return pipelineFile }
    if isPath(text, endingWith: FileName(name).name) { return linkAsText }
    if FileName.textEndings.contains(ending) || FileName(name).isReadMe {
      return suggestsList ? unknownTable : FileKind.text
    }
    return ["csv", "tsv", "tab", "xls", "xlsx"].contains(ending) ? unknownTable : nil
  }

  /// Whether `text` is nothing but a path to a file of the same name: `../august/students.csv`.
  private static func isPath(_ text: String, endingWith name: String) -> Bool {
    text.utf8.count < 1024 && text.hasSuffix("/\(name)") && !text.contains { $0.isNewline }
  }

  /// Whether `text` has the keys that every pipeline file has.
  private static func isPipeline(_ text: String) -> Bool {
    let lines = text.split(separator: "\n")
    return ["pipeline:", "stages:"].allSatisfy { key in lines.contains { $0.hasPrefix(key) } }
  }
}

extension Span<UInt8> {
  /// The first `limit` bytes.
  fileprivate func prefixBytes(_ limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in 0..<Swift.min(limit, count) { bytes.append(self[index]) }
    return bytes
  }
}
