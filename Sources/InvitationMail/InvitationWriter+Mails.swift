import BloomzModel
import FlatTables
import MailMessage
import MailTemplate
import SafeFiles

extension InvitationWriter {
  /// Writes one `.eml` a person, and their envelopes.
  func writeFiles(
    _ people: InvitedPeople,
    _ personID: (Int, inout [UInt8]) -> Void,
    _ composer: inout InvitationComposer,
    _ outcome: inout InvitationOutcome,
    _ folder: inout OutputFolder
  ) throws {
    let firstEntry = folder.entries.count
    let role = outcome.role.rawValue
    let hash = composer.hash
    try forEachMail(people, personID, &composer, &outcome) { row, mail in
      let key = people.roster.text.span(people.key(row))
      let name = MailFileName.make(role: role, key: key, hash: hash)
      try folder.write(name) { $0.put(mail) }
    }
    let entries = folder.entries[firstEntry...]
    try folder.write("envelopes.csv") { file in
      MailSheets.writeEnvelopes(outcome, people, composer, entries, to: &file)
    }
  }

  /// Writes the same mails once more, into one file.
  func writeMbox(
    _ people: InvitedPeople,
    _ personID: (Int, inout [UInt8]) -> Void,
    _ composer: inout InvitationComposer,
    _ outcome: inout InvitationOutcome,
    _ folder: inout OutputFolder
  ) throws {
    try folder.write("mail.mbox") { file in
      var entry: [UInt8] = []
      let series = composer.series
      try forEachMail(people, personID, &composer, &outcome) { _, mail in
        entry.removeAll(keepingCapacity: true)
        Mbox.append(mail.span, of: series, to: &entry)
        file.put(entry)
      }
    }
  }

  /// Composes the mail of each person who is invited, and passes it to `body`. A person whose mail
  /// cannot be sent is moved from the invited to the withheld.
  private func forEachMail(
    _ people: InvitedPeople,
    _ personID: (Int, inout [UInt8]) -> Void,
    _ composer: inout InvitationComposer,
    _ outcome: inout InvitationOutcome,
    _ body: (Int, [UInt8]) throws -> Void
  ) throws {
    var mail: [UInt8] = []
    var id: [UInt8] = []
    var wrong: [(index: Int, fault: String)] = []
    for (index, invited) in outcome.invited.enumerated() {
      let row = Int(invited.person)
      id.removeAll(keepingCapacity: true)
      personID(row, &id)
      if let fault = composer.compose(row, of: people, id: id, code: invited.code, into: &mail) {
        wrong.append((index, fault))
      } else {
        try body(row, mail)
      }
    }
    for (index, fault) in wrong.reversed() {
      let invited = outcome.invited.remove(at: index)
      outcome.withheld.append(
        WithheldInvitation(
          role: outcome.role,
          person: invited.person,
          reason: .notCorrect(fault)
        )
      )
    }
  }
}
