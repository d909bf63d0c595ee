import RosterTransform

/// Titles of findings that no rule's page has: those of the stages, the gate and the transform.
enum CodeTitles {
  /// A plain title for `code`.
  static func title(of code: String) -> String {
    if let note = TransformNote.allCases.first(where: { $0.code == code }) { return note.summary }
    switch code {
    case Select.schoolNotInExport: return "the school is not in the export"
    case ComparedReport.unreadable: return "the earlier report cannot be compared with"
    case "suppression-expired": return "a suppression of a rule is over"
    case "invitation-withheld": return "somebody gets no invitation mail"
    default: return code.split(separator: "-").joined(separator: " ")
    }
  }
}
