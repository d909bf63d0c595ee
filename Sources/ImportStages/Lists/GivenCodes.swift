import Findings
import SafeFiles

/// The codes that Bloomz gave, in a file with lines such as `T-0001,ABCD-1`.
struct GivenCodes {
  /// The largest file, in bytes.
  private static let byteLimit = 64 << 20

  /// The codes by the person's key in `staff.csv` or `contacts.csv`.
  private(set) var codes: [String: String] = [:]
  /// What is wrong with the file, a blocker for each faulty line; with any, no code is used.
  private(set) var faults: [Finding] = []

  /// Reads the file at `path`. Blanks and empty lines do not count, nor does a heading; semicolons
  /// and tabs divide as commas do.
  ///
  /// - Throws: ``FileError`` when it cannot be read.
  init(readingFrom path: String) throws(FileError) {
    self.init(try readSmallFile(path, limit: GivenCodes.byteLimit), path: path)
  }

  /// Reads the file's bytes; `path` is how faults name it.
  init(_ bytes: [UInt8], path: String) {
    let text: ListText
    do {
      text = try ListText(bytes)
    } catch {
      refuse("the list is \(error.kind)", at: Place(file: path), help: error.help)
      return
    }
    for (index, line) in text.lines.enumerated() {
      let parts = cells(of: line.text) { $0 == "," || $0 == ";" || $0 == "\t" }
        .map { String(String.UnicodeScalarView($0.unicodeScalars.filter { !isBlank($0) })) }
      if index == 0, parts.count == 2, GivenCodes.heading.contains(parts[1].lowercased()) {
        continue
      }
      let place = Place(file: path, line: line.number)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        refuse("the line is not a person's key, a comma and a code", at: place)
        continue
      }
      if codes.updateValue(parts[1], forKey: parts[0]) != nil {
        refuse("person '\(parts[0])' has a second code", at: place)
      }
    }
  }

  /// How the column with the codes may be called.
  private static let heading: Set<String> = ["code", "codes", "invitationcode", "invitation_code"]

  private mutating func refuse(_ message: String, at place: Place, help: String? = nil) {
    faults.append(
      Finding(
        StageCode.codesFileFaulty,
        .blocker,
        message,
        help: help ?? "write 'person key, comma, code' on each line, each person once",
        at: place
      )
    )
  }
}
