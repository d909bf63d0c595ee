import BloomzModel
import FlatTables
import MailMessage
import MailTemplate
import SafeFiles
import Texts

/// The CSV files beside the mails; all of them for people.
enum MailSheets {
  /// `envelopes.csv`: what is needed to send the files, one row a file.
  static func writeEnvelopes(
    _ outcome: InvitationOutcome,
    _ people: InvitedPeople,
    _ composer: InvitationComposer,
    _ entries: ArraySlice<FileEntry>,
    to file: inout OutputFile
  ) {
    var sheet = CSVWriter(
      for: .person,
      head: ["file", "recipient", "envelope_sender", "kind", "language", "sha256"],
      to: &file
    )
    for (invited, entry) in zip(outcome.invited, entries) {
      sheet.put(entry.path)
      sheet.put(people.roster.text.span(people.email(Int(invited.person))))
      sheet.put(composer.series.from.address.bytes.span)
      sheet.put("\(outcome.role.rawValue)-invitation")
      sheet.put(composer.template.language)
      sheet.put(entry.sha256)
      sheet.endLine(to: &file)
    }
  }

  /// `merge.csv`: for a mail merge of the school's own.
  static func writeMerge(
    _ outcome: InvitationOutcome,
    _ people: InvitedPeople,
    _ settings: InvitationSettings,
    _ language: String,
    to file: inout OutputFile
  ) {
    var sheet = CSVWriter(
      for: .person,
      head: [
        "key", "role", "email", "first_name", "last_name", "school", "code", "last_date",
        "join_link", "code_source", "language",
      ],
      to: &file
    )
    for invited in outcome.invited {
      let row = Int(invited.person)
      sheet.put(people.roster.text.span(people.key(row)))
      sheet.put(outcome.role.rawValue)
      sheet.put(people.roster.text.span(people.email(row)))
      sheet.put(people.roster.text.span(people.firstName(row)))
      sheet.put(people.roster.text.span(people.lastName(row)))
      sheet.put(people.schoolText(row, in: language))
      sheet.put(invited.code.description)
      sheet.put(outcome.lastDate.description)
      sheet.put(settings.joinLink.description)
      sheet.put(outcome.origin.rawValue)
      sheet.put(language)
      sheet.endLine(to: &file)
    }
  }

  /// `withheld.csv`: who gets no mail, why, and what to do. By their keys, without names; those who
  /// are not in the bundle come last, by their Clever ids.
  static func writeWithheld(
    _ outcome: InvitationOutcome,
    _ people: InvitedPeople,
    _ leftOut: [LeftOutPerson],
    to file: inout OutputFile
  ) {
    var sheet = CSVWriter(
      for: .person,
      head: ["key", "role", "reason", "what", "what_to_do"],
      to: &file
    )
    for withheld in outcome.withheld {
      sheet.put(people.roster.text.span(people.key(Int(withheld.person))))
      sheet.put(withheld.role.rawValue)
      sheet.put(withheld.reason.code)
      sheet.put(withheld.reason.words)
      sheet.put(withheld.reason.help)
      sheet.endLine(to: &file)
    }
    for person in leftOut {
      sheet.put(person.id)
      sheet.put(outcome.role.rawValue)
      sheet.put(person.reason)
      sheet.put(person.words)
      sheet.put(person.help)
      sheet.endLine(to: &file)
    }
  }
}
