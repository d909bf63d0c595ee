import CSystemCalls

extension Folder {
  /// A name in a folder.
  struct Name {
    /// The name as text; repaired, and of no use to open anything, when it is not UTF-8.
    let text: String
    let isUTF8: Bool
  }

  /// All names but `.` and `..`, in the file system's order.
  func names() throws(SystemError) -> [Name] {
    var code: Int32 = 0
    // Safe: the list is closed once, here, and a name is copied before the next is asked for.
    guard let list = unsafe system_list_open(descriptor, &code) else {
      throw SystemError(code: code)
    }
    defer { unsafe system_list_close(list) }
    var names: [Name] = []
    while let name = unsafe system_list_next(list, &code) {
      let text = unsafe String(validatingCString: name)
      names.append(Name(text: text ?? (unsafe String(cString: name)), isUTF8: text != nil))
    }
    try checked(code)
    return names
  }
}
