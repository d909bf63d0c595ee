public import BloomzModel
import FlatTables
public import SafeFiles
import Texts

/// `data/invitations.csv` of the bundle: what the importer must know of the codes. One row a
/// person with a mail, in the order of their keys.
public enum InvitationSheet {
  /// The columns, in order. `code_source` is `made-here` or `from-bloomz`: codes that we made work
  /// only when the importer takes them over.
  public static let columns = [
    "person_key", "role", "school_key", "code", "last_date", "code_source",
  ]

  /// Writes the file: CRLF, UTF-8 without a byte order mark, values as they are.
  public static func write(
    _ outcome: InvitationOutcome,
    of roster: BloomzRoster,
    to file: inout OutputFile
  ) {
    var sheet = CSVWriter(for: .program, head: columns, to: &file)
    let keys = outcome.role == .teacher ? roster.staff.key : roster.contacts.key
    let lastDate = outcome.lastDate.description
    for invited in outcome.invited {
      sheet.put(roster.text.span(keys[Int(invited.person)]))
      sheet.put(outcome.role.rawValue)
      sheet.put(roster.text.span(roster.schools.key[Int(invited.school)]))
      sheet.put(invited.code.description)
      sheet.put(lastDate)
      sheet.put(outcome.origin.rawValue)
      sheet.endLine(to: &file)
    }
  }
}
