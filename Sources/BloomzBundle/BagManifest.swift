/// The lines of a manifest: which file has which SHA-256 (RFC 8493, section 2.1.3).
///
/// Read as strictly as it is written, so that no changed byte goes unseen: 64 lower-case digits,
/// two spaces, the path, LF.
struct BagManifest {
  struct Line {
    var path: String
    var sha256: String
  }

  /// The good lines, in the file's order; each path once.
  private(set) var lines: [Line] = []
  private(set) var faults: [BundleFault] = []

  /// Reads `bytes` of the manifest called `name`: with `isPayload` one that lists the payload, and
  /// so only paths below `data/`; else one of tag files, and so only paths at the top.
  init(_ bytes: [UInt8], name: String, isPayload: Bool) {
    var rows = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let end = rows.popLast() ?? []
    if !end.isEmpty {
      faults.append(BundleFault(.badLine, name, "'\(name)' does not end with a line feed"))
      rows.append(end)
    }
    var seen: Set<[UInt8]> = []
    for (index, row) in rows.enumerated() {
      guard let line = Self.line(row) else {
        let what = "line \(index + 1) of '\(name)' is not a SHA-256, two spaces and a path"
        faults.append(BundleFault(.badLine, name, what))
        continue
      }
      guard Self.isInside(line.path, isPayload: isPayload) else {
        let what =
          "line \(index + 1) of '\(name)' names \(shown(line.path)), which is no path of "
          + (isPayload ? "the payload" : "a tag file")
        faults.append(BundleFault(.badPath, name, what))
        continue
      }
      guard seen.insert(Array(line.path.utf8)).inserted else {
        let what = "line \(index + 1) of '\(name)' names \(shown(line.path)) once more"
        faults.append(BundleFault(.badLine, name, what))
        continue
      }
      lines.append(line)
    }
  }

  private static func line(_ row: ArraySlice<UInt8>) -> Line? {
    let digest = row.prefix(64)
    let isHexadecimal = digest.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    let rest = row.dropFirst(64)
    guard digest.count == 64, isHexadecimal, rest.starts(with: "  ".utf8),
      let path = String(validating: decoded(rest.dropFirst(2)), as: UTF8.self), !path.isEmpty
    else { return nil }
    return Line(path: path, sha256: String(decoding: digest, as: UTF8.self))
  }

  /// Undoes the percent-encoding of CR, LF and `%`.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      let code = rest.prefix(2)
      if byte == UInt8(ascii: "%"), code.elementsEqual("25".utf8) {
        result.append(UInt8(ascii: "%"))
      } else if byte == UInt8(ascii: "%"), code.elementsEqual("0A".utf8) {
        result.append(0x0A)
      } else if byte == UInt8(ascii: "%"), code.elementsEqual("0D".utf8) {
        result.append(0x0D)
      } else {
        result.append(byte)
        continue
      }
      rest.removeFirst(2)
    }
    return result
  }

  /// Whether `path` stays where it belongs (RFC 8493, section 5.1).
  private static func isInside(_ path: String, isPayload: Bool) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
    let hasControl = path.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
    let isBelowData = parts.count > 1 && parts[0].elementsEqual("data".utf8)
    return isPlain && !hasControl && path.utf8.first != UInt8(ascii: "~")
      && isBelowData == isPayload && (isPayload || parts.count == 1)
  }
}

/// A path from outside in quotes, safe to show.
func shown(_ path: String) -> String {
  var text = "'"
  for scalar in path.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: text += "?"
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text + "'"
}
