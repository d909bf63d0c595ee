public import BloomzModel
import FlatTables
public import MailMessage
public import MailTemplate
public import SafeFiles
import Texts

/// Writes the invitations of a roster: mails, envelopes, sheets, a preview. Sends nothing.
public struct InvitationWriter: Sendable {
  let settings: InvitationSettings
  private let template: Template
  private let source: CodeSource
  let series: MailSeries
  private let hash: KeyedHash

  /// A file that every output of this writer has at its top: the mark for
  /// `OutputFolder.staging(_:mark:)`.
  public static let mark = "withheld.csv"

  /// A writer for one role and one wording.
  ///
  /// - Parameters:
  ///   - settings: what is the same for all mails.
  ///   - template: of ``InvitationWording``.
  ///   - codes: where the codes come from.
  ///   - masterKey: the 32 bytes of the key file; Message-IDs come from it too.
  /// - Throws: `HeaderFault` when a value of the settings cannot be put in a header.
  public init(
    settings: InvitationSettings,
    template: Template,
    codes: CodeSource,
    masterKey: [UInt8]
  ) throws(HeaderFault) {
    let hash = KeyedHash(masterKey: masterKey, purpose: "invite-mail")
    let sender = settings.sender
    let date = settings.issueDate
    // Noon in UTC is the same day from Hawaii to Maine, and never in the future of a mail that
    // is sent on its day in the morning there.
    guard let noon = MailDate(year: date.year, month: date.month, day: date.day, hour: 12) else {
      throw HeaderFault(field: "Date")
    }
    let run = hash.digest(
      Array("run \(settings.district) \(settings.role) \(date) 1".utf8)
    )
    series = try MailSeries(
      from: Mailbox(name: sender.name, address: sender.address),
      replyTo: sender.replyTo,
      date: noon,
      language: [template.language],
      kind: "\(settings.role.rawValue)-invitation",
      run: "\(date)-\(hex(run[..<4]))"
    )
    self.settings = settings
    self.template = template
    self.source = codes
    self.hash = hash
  }

  /// Writes all files into `folder`, which the caller publishes.
  ///
  /// - Parameters:
  ///   - roster: what the bundle holds.
  ///   - schoolID: appends the Clever id of a row of the roster's schools.
  ///   - personID: appends the Clever id of a row of the roster's staff or contacts; unique.
  ///   - leftOut: people of the role who are not in the bundle, in the order they are listed.
  ///   - folder: where to.
  /// - Returns: the people who were invited and those who were not: together all people of the role.
  /// - Throws: `FileError`.
  public func write(
    _ roster: BloomzRoster,
    schoolID: (Int, inout [UInt8]) -> Void,
    personID: (Int, inout [UInt8]) -> Void,
    leftOut: [LeftOutPerson] = [],
    into folder: inout OutputFolder
  ) throws -> InvitationOutcome {
    let people = InvitedPeople(roster, role: settings.role)
    var outcome = choose(people, schoolID: schoolID, personID: personID)
    var composer = InvitationComposer(
      settings: settings,
      template: template,
      series: series,
      origin: source.origin,
      hash: hash
    )
    try writeFiles(people, personID, &composer, &outcome, &folder)
    try writeMbox(people, personID, &composer, &outcome, &folder)
    try folder.write("merge.csv") { file in
      MailSheets.writeMerge(outcome, people, settings, template.language, to: &file)
    }
    outcome.withheld.sort { $0.person < $1.person }
    try folder.write(InvitationWriter.mark) { file in
      MailSheets.writeWithheld(outcome, people, leftOut, to: &file)
    }
    try folder.write("preview.html") { file in
      file.put(PreviewPage.make(settings, template, source.origin))
    }
    try folder.write("README.txt") { file in
      file.put(MailReadMe.text(settings, outcome, leftOut: leftOut.count))
    }
    return outcome
  }

  /// Decides which people get a mail, and with which code.
  private func choose(
    _ people: InvitedPeople,
    schoolID: (Int, inout [UInt8]) -> Void,
    personID: (Int, inout [UInt8]) -> Void
  ) -> InvitationOutcome {
    var outcome = InvitationOutcome(
      role: settings.role,
      origin: source.origin,
      lastDate: settings.lastDate
    )
    var rows: [Int] = []
    func withhold(_ row: Int, _ reason: WithheldInvitation.Reason) {
      outcome.withheld.append(
        WithheldInvitation(role: settings.role, person: Int32(row), reason: reason)
      )
    }
    for row in people.rows {
      if let reason = people.obstacle(row, namesChildren: settings.namesChildren) {
        withhold(row, reason)
      } else {
        rows.append(row)
      }
    }
    outcome.invited.reserveCapacity(rows.count)
    func invite(_ row: Int, _ code: IssuedCode) {
      outcome.invited.append(
        .init(person: Int32(row), school: people.firstSchool(row), code: code)
      )
    }
    switch source {
    case .made(let maker):
      let codes = maker.codes(
        count: rows.count,
        role: settings.role,
        school: { schoolID(Int(people.firstSchool(rows[$0])), &$1) },
        person: { personID(rows[$0], &$1) }
      )
      for (row, code) in zip(rows, codes) { invite(row, .made(code)) }
    case .given(let codes):
      for row in rows {
        let code = codes[people.roster.text.string(people.key(row))] ?? ""
        if code.isEmpty || !code.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) {
          withhold(row, .noCode)
        } else {
          invite(row, .given(code))
        }
      }
    }
    return outcome
  }
}
