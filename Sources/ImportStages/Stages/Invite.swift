import BloomzBundle
import BloomzModel
import Findings
import InvitationMail
import MailMessage
import MailTemplate
public import Pipeline
import Roster
import RosterRules
import RosterTransform
import SafeFiles
import Texts

/// Writes the invitation mail, aside, and tells the bundle which codes it holds.
public struct Invite: Stage {
  /// What the option 'name-children' offers.
  private enum ChildNames: String, CaseIterable {
    case no
    case firstName = "first-name"
  }

  private static let mail = StageOption("mail", .path, help: "the folder the mail appears at")
  private static let template = StageOption(
    optional: "template",
    .path,
    help: "an XHTML file of your own in place of the built-in wording for the step"
  )
  private static let language = StageOption(
    "language",
    .choice(of: InvitationWording.languages, named: \.self),
    default: "en",
    help: "the language of the built-in wording"
  )
  private static let key = StageOption(
    "key",
    .path,
    help: "invitation key file (32 bytes, mode 0600), made on first use"
  )
  private static let codes = StageOption(
    optional: "codes",
    .path,
    help: "file with codes that Bloomz gave: a line 'person key, comma, code' each"
  )
  private static let from = StageOption(
    "from",
    .group([senderName.card, address.card, replyTo.card, phone.card, person.card]),
    help: "who sends the invitations"
  )
  private static let senderName = StageOption(
    "name",
    .text,
    help: "the school's or office's name"
  )
  private static let address = StageOption(
    "address",
    .text,
    help: "the sender's address, of the school's own domain"
  )
  private static let replyTo = StageOption(
    optional: "reply-to",
    .text,
    help: "an address that a person reads, if another"
  )
  private static let phone = StageOption(
    "phone",
    .text,
    default: "",
    help: "the office's phone number"
  )
  private static let person = StageOption(
    "person",
    .text,
    default: "",
    help: "who invites: 'Pat Doe, principal'"
  )
  private static let link = StageOption(
    "link",
    .text,
    default: InvitationSettings.standardLink,
    help: "the https address where one joins"
  )
  private static let validDays = StageOption(
    "valid-days",
    .number(1...366),
    default: 30,
    help: "how many days after the issue date the codes are promised to work"
  )
  private static let nameChildren = StageOption(
    "name-children",
    .choice(ChildNames.self),
    default: .no,
    help: "whether a parent's mail names the children by their first names"
  )

  /// Name, options and help.
  public static let card = StageCard(
    name: "invite",
    summary: "writes one invitation mail a person, with a code",
    help: """
      Sends nothing: it writes files that a mail program can send. Teachers are invited in step \
      one, parents in step two. A person that no mail can reach is listed in withheld.csv and \
      stays in the bundle.

      Codes come from the key file: 32 secret bytes, made on first use. Keep it: with the same key \
      the same person has the same code. No public page of Bloomz says that its importer takes \
      codes made elsewhere, so data/invitations.csv in the bundle marks them 'made-here'; a list of \
      codes from Bloomz can be given under 'codes'.
      """,
    options: [
      mail.card, template.card, language.card, key.card, codes.card, from.card, link.card,
      validDays.card, nameChildren.card,
    ],
    former: [
      FileOptions.formerStep("to", one: "teachers", two: "parents"),
      FileOptions.formerStep(
        "template",
        one: "invitations/teacher",
        two: "invitations/parent"
      ),
    ],
    example: """
      - invite:
          mail: "${out}/mail"
          key: "${key}"
          from: { name: Lincoln Elementary, address: office@lincoln.example }
      """
  )

  private let role: InvitedRole
  private let path: String
  private let template: String?
  private let templatePlace: Place
  private let language: String
  /// The file with the invitation key.
  let key: String
  private let codes: String?
  private let sender: InvitationSender
  private let link: TemplateLink
  private let validDays: Int
  private let namesChildren: Bool

  /// The stage with these options.
  public init(options: StageOptions) throws(PlanError) {
    role = options[FileOptions.step] == .classesTeachersStudents ? .teacher : .parent
    path = options[Invite.mail]
    template = options[Invite.template]
    templatePlace = options.place(of: Invite.template)
    language = options[Invite.language]
    key = options[Invite.key]
    codes = options[Invite.codes]
    validDays = options[Invite.validDays]
    namesChildren = options[Invite.nameChildren] == .firstName
    var faults: [Finding] = []
    let link = TemplateLink(options[Invite.link])
    if link == nil {
      faults.append(
        Finding(
          StageCode.linkNotHTTPS,
          .error,
          "'link' is not an https address",
          help: "write it like '\(InvitationSettings.standardLink)'",
          at: options.place(of: Invite.link)
        )
      )
    }
    let sender = Invite.sender(options[Invite.from], &faults)
    guard faults.isEmpty, let link, let sender else { throw PlanError(faults) }
    self.link = link
    self.sender = sender
  }

  /// Who sends the mail; nil where an address cannot, which is added to `faults`.
  private static func sender(
    _ options: StageOptions,
    _ faults: inout [Finding]
  ) -> InvitationSender? {
    func mailAddress<Text>(_ option: StageOption<Text>, _ text: String) -> MailAddress? {
      do {
        return try MailAddress(text)
      } catch {
        faults.append(
          Finding(
            StageCode.senderAddressUnusable,
            .error,
            "'\(option.card.name)' cannot send mail: \(error)",
            help: "write an address like 'office@school.org'",
            at: options.place(of: option)
          )
        )
        return nil
      }
    }
    let address = mailAddress(address, options[address])
    let replyTo = options[replyTo].map { mailAddress(Invite.replyTo, $0) }
    guard let address, replyTo != .some(nil) else { return nil }
    return InvitationSender(
      name: options[senderName],
      address: address,
      replyTo: replyTo ?? nil,
      phone: options[phone],
      person: options[person]
    )
  }

  /// The folder it makes.
  public var outputs: [String] { [path] }

  /// Does the work; see the card.
  public func run(
    _ input: LoadedBundle,
    context: RunContext
  ) async throws -> StageResult<BundleWithMail> {
    let template: Template
    switch readTemplate() {
    case .success(let read): template = read
    case .failure(let faults): return .refused(soFar: input, faults.list)
    }
    guard let issueDate = CalendarDay(context.issueDate) else {
      preconditionFailure("the issue date was checked when the run began")
    }
    let roster = input.record.roster
    let secret = try SecretFile.openOrMake(key)
    let district = roster.districtID
    let settings = InvitationSettings(
      role: role,
      sender: sender,
      district: district,
      issueDate: issueDate,
      lastDate: issueDate.adding(days: validDays),
      joinLink: link,
      namesChildren: namesChildren
    )
    let source: CodeSource
    if let codes {
      let given = try GivenCodes(readingFrom: codes)
      guard given.faults.isEmpty else { return .refused(soFar: input, given.faults) }
      source = .given(given.codes)
    } else {
      source = .made(
        InvitationCodes(
          masterKey: secret.bytes,
          district: district,
          epoch: "\(issueDate.schoolYear)"
        )
      )
    }
    let writer = try InvitationWriter(
      settings: settings,
      template: template,
      codes: source,
      masterKey: secret.bytes
    )

    var folder =
      context.isDryRun
      ? OutputFolder.predicting(path)
      : try OutputFolder.staging(path, mark: InvitationWriter.mark)
    guard var bundle = input.record.written.bundle else {
      preconditionFailure("'load' has written a bundle")
    }
    do {
      let outcome = try writer.write(
        input.bloomz,
        schoolID: { row, bytes in
          let school = Int(input.sources.schools[row])
          roster.appendIDText(roster.schools.records.ids[school], to: &bytes)
        },
        personID: { row, bytes in
          roster.appendIDText(input.personID(row, role: role), to: &bytes)
        },
        leftOut: leftOut(of: roster),
        into: &folder
      )
      try bundle.add(
        "invitations.csv",
        summary: "who was invited, with which code, until when",
        schema: Invite.sheetSchema
      ) { file in
        InvitationSheet.write(outcome, of: input.bloomz, to: &file)
      }
      var record = input.record
      record.mail = MailRecord(
        path: path,
        written: outcome.invited.count,
        withheld: outcome.withheld.count,
        keyWasMade: secret.wasMade,
        key: key
      )
      record.written = WrittenAside(bundle: bundle, mail: folder)
      let findings = placed(
        outcome.withheld.map { text(of: $0, in: input) },
        in: record.roster
      )
      context.tell(Invite.card.name, did: outcome.invited.count, "mails")
      return .done(BundleWithMail(record: record), findings)
    } catch {
      folder.discard()
      throw error
    }
  }

  /// What is wrong with a file that the mail is made of: nothing can be written with it.
  private struct Faults: Error {
    var list: [Finding]
  }

  /// The wording: the file that the pipeline file names, or the built-in one for the step.
  private func readTemplate() -> Swift.Result<Template, Faults> {
    do {
      if let template {
        let bytes = try readSmallFile(template, limit: Template.byteLimit)
        return .success(try InvitationWording.read(bytes, file: template))
      }
      guard let builtIn = try InvitationWording.builtIn(role, language: language) else {
        preconditionFailure("the card offers only languages that there are")
      }
      return .success(builtIn)
    } catch let faults as TemplateFaults {
      return .failure(Faults(list: faults.findings))
    } catch {
      let fault = Finding(
        StageCode.templateUnreadable,
        .blocker,
        "\(error)",
        help: "name an XHTML file, or take 'template' away for the built-in wording",
        at: templatePlace
      )
      return .failure(Faults(list: [fault]))
    }
  }

  private func text(of withheld: WithheldInvitation, in input: LoadedBundle)
    -> (finding: Finding, place: RecordPlace?)
  {
    let roster = input.record.roster
    let id = input.personID(Int(withheld.person), role: role)
    let person = Int(withheld.person)
    let (entity, row): (Entity, Int32) =
      role == .parent
      ? (.contact, input.sources.contacts[person])
      : (input.sources.staff[person].entity, input.sources.staff[person].row)
    let place = roster.records(of: entity)?.places[Int(row)]
    let finding = Finding(
      StageCode.invitationWithheld,
      .warning,
      "\(entity.text) '\(roster.idText(id))' gets no mail: \(withheld.reason.words)",
      help: withheld.reason.help,
      fixer: .recordsClerk,
      entity: entity.text,
      record: roster.idText(id)
    )
    return (finding, place)
  }

  /// The people of the role that a rule left out of the bundle, by their ids.
  private func leftOut(of roster: Roster) -> [LeftOutPerson] {
    let entity: Entity = role == .teacher ? .teacher : .contact
    guard let records = roster.records(of: entity) else { return [] }
    return (0..<records.count).lazy
      .filter { records.isRecord($0) && records.fates[$0].kind == .withheld }
      .map { row in
        let reason = roster.reasons[records.fates[row].reason]
        let rule = RuleCatalogue.all.first { $0.id == reason }
        return LeftOutPerson(
          id: roster.idText(records.ids[row]),
          reason: reason,
          words: rule?.title ?? "left out of the bundle",
          help: rule?.help ?? "see the report"
        )
      }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// The columns of `invitations.csv`; a layout of our own, so all of it is assumed.
  private static let sheetSchema = TableSchema(
    fields: InvitationSheet.columns.map { name in
      TableField(name, .required, isAssumed: true, summary: columnHelp[name] ?? "")
    },
    primaryKey: ["person_key", "role"]
  )

  private static let columnHelp = [
    "person_key": "the person's id in staff.csv or contacts.csv",
    "role": "teacher or parent",
    "school_key": "the person's first school",
    "code": "the code in the person's mail",
    "last_date": "the last day the mail promises the code to work",
    "code_source": "made-here, or from-bloomz",
  ]
}

extension LoadedBundle {
  /// The Clever id of a row of the bundle's staff or contacts.
  fileprivate func personID(_ row: Int, role: InvitedRole) -> RecordID {
    switch role {
    case .teacher: sources.staff[row].id(in: record.roster)
    case .parent: record.roster.contacts.records.ids[Int(sources.contacts[row])]
    }
  }
}

extension Roster {
  /// The Clever id of the district of the first school that is bundled; empty if none is named.
  fileprivate var districtID: String {
    for row in schools.recordRows where schools.records.fates[row].kind == .bundled {
      if schools.district[row] >= 0 {
        return idText(districts.records.ids[Int(schools.district[row])])
      }
    }
    return ""
  }
}
