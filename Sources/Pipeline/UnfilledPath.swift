/// A path that another program should have filled in, or that is written for another system.
///
/// A shell fills in `~` and `$HOME` only where they begin a word of its command line, not after
/// `--set out=` in quotes and not in a file. Taken as they are, they would be folders of that name,
/// with children's data in them.
struct UnfilledPath {
  /// What is in the path, in lower case without a full stop.
  var why: String
  /// What to write.
  var help: String

  /// What is not filled in; nil for a path that can be used as it is: `./~/notes` names a folder.
  init?(_ path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let first = parts.first ?? ""
    if first.hasPrefix("~") {
      why = "'\(first)' means a home folder to a shell alone, and no shell has filled it in"
      help =
        "write the home folder in full, '/home/ruth' for instance; a folder of that name is './\(first)'"
    } else if let variable = parts.first(where: isVariable) {
      why = "'\(variable)' is a variable of the environment, and no shell has filled it in"
      help =
        "write its value in full, or let the shell fill it in on the command line, in double "
        + "quotes: --set \"name=$VARIABLE/…\""
    } else if let address = ["file:", "http:", "https:", "ftp:", "smb:"].first(where: {
      path.lowercased().hasPrefix("\($0)//")
    }) {
      why = "this is an address ('\(address)'), not the path of a file or folder"
      help = "write the path of a folder on this computer in full"
    } else if let first = path.first, let last = path.last, first.isWhitespace || last.isWhitespace
    {
      why = "it has a blank or a line's end at its edge, which is part of the name"
      help = "take it away; a script that was saved on Windows leaves one at the end of each value"
    } else if path.count > 1, let quote = path.first, quote == path.last, "\"'“”".contains(quote) {
      why = "it has quotes around it, which are part of the name"
      help = "take the outer quotes away: the shell, or the file, takes one pair off and no more"
    } else if isWindowsPath(path) {
      why = "this is a path of Windows; here '/' divides folders, and no drive has a letter"
      help =
        "write it as this system has it, '/mnt/c/Users/ruth' for 'C:\\Users\\ruth' for instance"
    } else {
      return nil
    }
  }
}

/// `$HOME`, `${HOME}`, `$env:USERPROFILE`, `$(pwd)`, `%USERPROFILE%`; not `$recycle.bin`.
private func isVariable(_ part: String) -> Bool {
  // On Windows the variable may be followed by a path: `%USERPROFILE%\\out`.
  let part = part.split(separator: "\\", maxSplits: 1).first.map(String.init) ?? part
  if part.hasPrefix("$(") || part.hasPrefix("${") || part.lowercased().hasPrefix("$env:") {
    return true
  }
  let isCapital = { (scalar: Unicode.Scalar) in
    ("A"..."Z").contains(scalar) || scalar == "_" || ("0"..."9").contains(scalar)
  }
  let inner = part.unicodeScalars.dropFirst()
  if part.hasPrefix("$") { return !inner.isEmpty && inner.allSatisfy(isCapital) }
  guard part.hasPrefix("%"), part.hasSuffix("%"), inner.count > 1 else { return false }
  return inner.dropLast().allSatisfy { isCapital($0) || ("a"..."z").contains($0) }
}

/// `C:\\Users`, `C:/Users`, `\\\\server\\share`.
private func isWindowsPath(_ path: String) -> Bool {
  if path.hasPrefix("\\\\") { return true }
  let start = Array(path.unicodeScalars.prefix(3))
  guard start.count == 3, start[1] == ":", start[2] == "\\" || start[2] == "/" else { return false }
  return ("a"..."z").contains(start[0]) || ("A"..."Z").contains(start[0])
}
