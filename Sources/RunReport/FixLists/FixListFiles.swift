package import Findings
internal import Texts

/// The files of `fix-lists/`: their names, and functions that give their text.
package enum FixListFiles {
  /// One file.
  struct Draft: Sendable {
    /// Its name inside `fix-lists/`.
    var name: String
    /// Gives its text in pieces; the list is made then, so that few are held at a time.
    var write: @Sendable ((Span<UInt8>) -> Void) -> Void
  }

  /// The files of `report`'s lists, the table of contents first.
  static func drafts(of report: Report, facts: (Finding) -> RecordFacts) -> [Draft] {
    let lists = FixLists(report, facts: facts)
    var drafts = [Draft(name: "index.html") { emit in emit(FixListPage.index(lists).utf8.span) }]
    for entry in lists.entries {
      let name = entry.fileName
      drafts += [
        Draft(name: "\(name).csv") { emit in FixListCSV.write(lists.list(entry), to: emit) },
        Draft(name: "\(name).html") { emit in
          emit(FixListPage.render(lists.list(entry), of: report).utf8.span)
        },
      ]
    }
    return drafts
  }

  /// All files as name and text.
  package static func render(
    _ report: Report,
    facts: (Finding) -> RecordFacts
  ) -> [(String, String)] {
    drafts(of: report, facts: facts).map { draft in
      (draft.name, gathered(draft.write))
    }
  }
}
