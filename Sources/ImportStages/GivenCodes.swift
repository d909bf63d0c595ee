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

  /// Reads the file at `path`. Spaces and empty lines do not count.
  ///
  /// - Throws: ``FileError`` when it cannot be read.
  init(readingFrom path: String) throws(FileError) {
    let text = String(
      decoding: try readSmallFile(path, limit: GivenCodes.byteLimit),
      as: UTF8.self
    )
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let parts = line.filter { $0 != "\r" && $0 != " " && $0 != "\u{FEFF}" }
        .split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String(String.UnicodeScalarView($0)) }
      if parts == [""] { continue }
      let place = Place(file: path, line: index + 1)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        refuse("the line is not a person's key, a comma and a code", at: place)
        continue
      }
      if codes.updateValue(parts[1], forKey: parts[0]) != nil {
        refuse("person '\(parts[0])' has a second code", at: place)
      }
    }
  }

  private mutating func refuse(_ message: String, at place: Place) {
    faults.append(
      Finding(
        StageCode.codesFileFaulty,
        .blocker,
        message,
        help: "write 'person key, comma, code' on each line, each person once",
        at: place
      )
    )
  }
}
