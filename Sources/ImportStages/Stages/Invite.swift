import BloomzBundle
import BloomzModel
import Findings
import InvitationMail
import MailMessage
import MailTemplate
public import Pipeline
import Roster
import RosterTransform
import SafeFiles

/// Writes the invitation mail, aside, and tells the bundle which codes it holds.
public struct Invite: Stage {
  /// Name, options and help.
  public static let card = StageCard(
    name: "invite",
    summary: "writes one invitation mail a person, with a code",
    help: """
      Sends nothing: it writes files that a mail program can send. Teachers are invited in step \
      one, parents in step two. Somebody whom no mail can reach is listed in withheld.csv and stays \
      in the bundle.

      Codes come from the key file: 32 secret bytes, made on first use. Keep it: with the same key \
      the same person has the same code. No public page of Bloomz says that its importer takes \
      codes made elsewhere, so data/invitations.csv in the bundle marks them 'made-here'; a list of \
      codes from Bloomz can be given under 'codes'.
      """,
    input: "LoadedBundle",
    output: "BundleWithMail",
    options: [
      OptionCard(
        "to",
        .choice(["teachers", "parents"]),
        .required,
        help: "who is invited: teachers in step one, parents in step two"
      ),
      OptionCard("mail", .path, .required, help: "the folder the mail appears at"),
      OptionCard(
        "template",
        .text,
        .optional,
        help: "invitations/teacher, invitations/parent, or an XHTML file of your own"
      ),
      OptionCard(
        "language",
        .choice(InvitationWording.languages),
        .defaulting(to: "en"),
        help: "the language of the built-in wording"
      ),
      OptionCard(
        "key",
        .path,
        .required,
        help: "invitation key file (32 bytes, mode 0600), made on first use"
      ),
      OptionCard(
        "codes",
        .path,
        .optional,
        help: "file with codes that Bloomz gave: a line 'person key, comma, code' each"
      ),
      OptionCard(
        "from",
        .group([
          OptionCard("name", .text, .required, help: "the school's or office's name"),
          OptionCard(
            "address",
            .text,
            .required,
            help: "the sender's address, of the school's own domain"
          ),
          OptionCard(
            "reply-to",
            .text,
            .optional,
            help: "an address that a person reads, if another"
          ),
          OptionCard("phone", .text, .defaulting(to: ""), help: "the office's phone number"),
          OptionCard(
            "person",
            .text,
            .defaulting(to: ""),
            help: "who invites: 'Pat Doe, principal'"
          ),
        ]),
        .required,
        help: "who sends the invitations"
      ),
      OptionCard(
        "link",
        .text,
        .defaulting(to: .text(InvitationSettings.standardLink)),
        help: "the https address where one joins"
      ),
      OptionCard(
        "valid-days",
        .number(1...366),
        .defaulting(to: "30"),
        help: "how many days after the issue date the codes are promised to work"
      ),
      OptionCard(
        "name-children",
        .choice(["no", "first-name"]),
        .defaulting(to: "no"),
        help: "whether a parent's mail names the children by their first names"
      ),
    ],
    example: """
      - invite:
          to: teachers
          mail: "${out}/mail"
          template: invitations/teacher
          key: "${key}"
          from: { name: Lincoln Elementary, address: office@lincoln.example }
      """
  )

  private let role: InvitedRole
  private let path: String
  private let template: String?
  private let templatePlace: Place
  private let language: String
  private let key: String
  private let codes: String?
  private let sender: InvitationSender
  private let link: TemplateLink
  private let validDays: Int
  private let namesChildren: Bool

  /// The stage with these options.
  public init(options: StageOptions) throws(PlanError) {
    role = options.text("to") == "teachers" ? .teacher : .parent
    path = options.text("mail")
    template = options.optionalText("template")
    templatePlace = options.place(of: "template")
    language = options.text("language")
    key = options.text("key")
    codes = options.optionalText("codes")
    validDays = options.number("valid-days")
    namesChildren = options.text("name-children") == "first-name"
    guard let link = TemplateLink(options.text("link")) else {
      throw PlanError(
        Finding(
          "link-not-https",
          .error,
          "'link' is not an https address",
          help: "write it like '\(InvitationSettings.standardLink)'",
          at: options.place(of: "link")
        )
      )
    }
    self.link = link
    sender = try Invite.sender(options.group("from"))
    if let name = template, InvitationWording.names.contains(name),
      name != "invitations/\(role.rawValue)"
    {
      throw PlanError(
        Finding(
          "template-for-others",
          .error,
          "template '\(name)' is not for \(options.text("to"))",
          help: "write 'invitations/\(role.rawValue)', or a file of your own",
          at: templatePlace
        )
      )
    }
  }

  private static func sender(_ options: StageOptions) throws(PlanError) -> InvitationSender {
    InvitationSender(
      name: options.text("name"),
      address: try address("address", options, options.text("address")),
      replyTo: try options.optionalText("reply-to").map { (text) throws(PlanError) in
        try address("reply-to", options, text)
      },
      phone: options.text("phone"),
      person: options.text("person")
    )
  }

  private static func address(
    _ option: String,
    _ options: StageOptions,
    _ text: String
  ) throws(PlanError) -> MailAddress {
    do {
      return try MailAddress(text)
    } catch {
      throw PlanError(
        Finding(
          "sender-address-unusable",
          .error,
          "'\(option)' cannot send mail: \(error)",
          help: "write an address like 'office@school.org'",
          at: options.place(of: option)
        )
      )
    }
  }

  /// Does the work; see the card.
  public func run(
    _ input: LoadedBundle,
    context: RunContext
  ) async throws -> StageResult<BundleWithMail> {
    guard (role == .teacher) == (input.record.step == .classesTeachersStudents) else {
      throw RoleDoesNotFit(role: role, step: input.record.step)
    }
    let template: Template
    switch readTemplate() {
    case .success(let read): template = read
    case .failure(let faults): return .refused(soFar: input, faults.list)
    }
    guard let issueDate = CalendarDate(context.issueDate) else {
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
      switch try readCodes(codes) {
      case .success(let given): source = .given(given)
      case .failure(let faults): return .refused(soFar: input, faults.list)
      }
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
    var bundle = input.bundle
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
      let findings = placed(
        outcome.withheld.map { text(of: $0, in: input) },
        in: record.roster
      )
      context.tell(Invite.card.name, did: outcome.invited.count, "mails")
      return .done(BundleWithMail(record: record, bundle: bundle, mail: folder), findings)
    } catch {
      folder.discard()
      throw error
    }
  }

  /// What is wrong with a file that the mail is made of: nothing can be written with it.
  private struct Faults: Error {
    var list: [Finding]
  }

  private func readTemplate() -> Swift.Result<Template, Faults> {
    let name = template ?? "invitations/\(role.rawValue)"
    do {
      if InvitationWording.names.contains(name),
        let builtIn = try InvitationWording.builtIn(role, language: language)
      {
        return .success(builtIn)
      }
      let bytes = try readSmallFile(name, limit: Template.byteLimit)
      return .success(try InvitationWording.read(bytes, file: name))
    } catch let faults as TemplateFaults {
      return .failure(Faults(list: faults.findings))
    } catch {
      let fault = Finding(
        "template-unreadable",
        .blocker,
        "\(error)",
        help: "write 'invitations/\(role.rawValue)', or the path of an XHTML file",
        at: templatePlace
      )
      return .failure(Faults(list: [fault]))
    }
  }

  /// The codes that Bloomz gave: lines of a person's key, a comma and the code.
  private func readCodes(_ path: String) throws -> Swift.Result<[String: String], Faults> {
    let text = String(decoding: try readSmallFile(path, limit: 64 << 20), as: UTF8.self)
    var codes: [String: String] = [:]
    var faults: [Finding] = []
    func fault(_ line: Int, _ message: String) {
      faults.append(
        Finding(
          "codes-file-faulty",
          .blocker,
          message,
          help: "write 'person key, comma, code' on each line, each person once",
          at: Place(file: path, line: line)
        )
      )
    }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let parts = line.filter { $0 != "\r" && $0 != " " && $0 != "\u{FEFF}" }
        .split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String(String.UnicodeScalarView($0)) }
      if parts == [""] { continue }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        fault(index + 1, "the line is not a person's key, a comma and a code")
        continue
      }
      if codes.updateValue(parts[1], forKey: parts[0]) != nil {
        fault(index + 1, "person '\(parts[0])' has a second code")
      }
    }
    return faults.isEmpty ? .success(codes) : .failure(Faults(list: faults))
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
      "invitation-withheld",
      .warning,
      "\(entity.text) '\(roster.idText(id))' gets no mail: \(withheld.reason.words)",
      help: withheld.reason.help,
      fixer: .recordsClerk,
      entity: entity.text,
      record: roster.idText(id)
    )
    return (finding, place)
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

/// Teachers are invited in step one and parents in step two: the pipeline file asks otherwise.
struct RoleDoesNotFit: Error, CustomStringConvertible {
  var role: InvitedRole
  var step: GuideStep

  var description: String {
    "step '\(step.rawValue)' does not invite \(role.rawValue)s; set 'to' of stage 'invite' to "
      + (role == .teacher ? "parents" : "teachers")
  }
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
