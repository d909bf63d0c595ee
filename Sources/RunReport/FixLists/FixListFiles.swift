package import Findings

/// The files of `fix-lists/`, one after the other, so that only one list is held at a time.
package enum FixListFiles {
  /// Hands each file to `body`: its name, and a function that gives its text in pieces.
  static func forEach(
    _ report: Report,
    facts: (Finding) -> RecordFacts,
    _ body: (_ name: String, _ write: ((String) -> Void) -> Void) throws -> Void
  ) rethrows {
    let lists = FixLists(report, facts: facts)
    try body("index.html") { emit in emit(FixListPage.index(lists)) }
    for entry in lists.entries {
      let list = lists.list(entry)
      try body("\(list.fileName).csv") { emit in FixListCSV.write(list, to: emit) }
      try body("\(list.fileName).html") { emit in emit(FixListPage.render(list, of: report)) }
    }
  }

  /// All files as name and text.
  package static func render(
    _ report: Report,
    facts: (Finding) -> RecordFacts
  ) -> [(String, String)] {
    var files: [(String, String)] = []
    forEach(report, facts: facts) { name, write in
      var text = ""
      write { text += $0 }
      files.append((name, text))
    }
    return files
  }
}
