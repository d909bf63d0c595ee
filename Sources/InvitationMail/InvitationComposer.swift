import BloomzModel
import FlatTables
import MailMessage
import MailTemplate
import Texts

/// Makes one person's mail after the other, in buffers that are used again.
struct InvitationComposer {
  let settings: InvitationSettings
  let template: Template
  let series: MailSeries
  let origin: CodeOrigin
  let hash: KeyedHash
  private let lastDate: String
  private var values: TemplateValues
  private var text: [UInt8] = []
  private var html: [UInt8] = []

  init(
    settings: InvitationSettings,
    template: Template,
    series: MailSeries,
    origin: CodeOrigin,
    hash: KeyedHash
  ) {
    self.settings = settings
    self.template = template
    self.series = series
    self.origin = origin
    self.hash = hash
    lastDate = settings.lastDate.text(in: template.language)
    values = TemplateValues(InvitationField.schema)
  }

  /// Writes the mail of the person in `row` over what is in `bytes`.
  ///
  /// - Returns: why the mail cannot be sent, in words without a value of the person; nil if it can.
  mutating func compose(
    _ row: Int,
    of people: InvitedPeople,
    id: [UInt8],
    code: IssuedCode,
    into bytes: inout [UInt8]
  ) -> String? {
    do {
      try write(row, of: people, id: id, code: code, into: &bytes)
    } catch {
      return "\(error)"
    }
    // Some mail programs cut longer ones. A teacher of a thousand classes would get such a mail.
    return html.count < InvitationComposer.htmlLimit ? nil : "the HTML is 90 KB or more"
  }

  /// The bytes of HTML that a mail must stay below.
  private static let htmlLimit = 90_000

  private mutating func write(
    _ row: Int,
    of people: InvitedPeople,
    id: [UInt8],
    code: IssuedCode,
    into bytes: inout [UInt8]
  ) throws {
    let name = people.name(row)
    let address = try MailAddress(people.roster.text.span(people.email(row)))
    values.clear()
    fill(.person, name)
    fill(.school, people.schoolText(row, in: template.language))
    fill(.inviter, inviter(settings.sender))
    fill(.code, code.description)
    values.set(InvitationField.link.rawValue, settings.joinLink)
    values.set(InvitationField.address.rawValue, address.bytes.span)
    fill(.lastDate, lastDate)
    fill(.phone, settings.sender.phone)
    values.set(InvitationField.madeHere.rawValue, origin == .madeHere)
    values.set(InvitationField.fromBloomz.rawValue, origin == .fromBloomz)
    people.forEachClass(row) { name, school in
      if let school {
        var text: [UInt8] = []
        for index in name.indices { text.append(name[index]) }
        text.append(contentsOf: " (\(school))".utf8)
        values.addRow(InvitationField.classes.rawValue, text.span)
      } else {
        values.addRow(InvitationField.classes.rawValue, name)
      }
    }
    if settings.namesChildren, settings.role == .parent {
      let students = people.roster.students
      for child in people.roster.contacts.children[row] {
        let name = students.firstName[Int(child)]
        if !name.isEmpty {
          values.addRow(InvitationField.children.rawValue, people.roster.text.span(name))
        }
      }
    }
    try append(to: Mailbox(name: name, address: address), id: id, into: &bytes)
  }

  private mutating func append(to mailbox: Mailbox, id: [UInt8], into bytes: inout [UInt8]) throws {
    text.removeAll(keepingCapacity: true)
    html.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    template.appendText(values, to: &text)
    template.appendHTML(values, to: &html)
    let (messageID, boundary) = marks(id)
    let mail = OutgoingMail(
      to: mailbox,
      subject: template.subject(values),
      messageID: messageID,
      boundary: boundary,
      text: text,
      html: html
    )
    try mail.append(to: &bytes, in: series)
  }

  private mutating func fill(_ field: InvitationField, _ text: String) {
    values.set(field.rawValue, text.utf8.span)
  }

  /// Message-ID and boundary, from the key and what this mail is: the same in every run, not to
  /// be guessed, and nothing of the person in them.
  private func marks(_ id: [UInt8]) -> (messageID: String, boundary: String) {
    var message: [UInt8] = []
    message.append(field: "mail-v1".utf8)
    message.append(field: settings.district.utf8)
    message.append(field: settings.role.rawValue.utf8)
    message.append(field: id)
    message.append(field: settings.issueDate.description.utf8)
    message.append(field: "1".utf8)
    let digest = hash.digest(message)
    let left = hex(digest[..<16])
    return ("\(left)@\(settings.sender.address.domain)", "=_\(hex(digest[16..<28]))")
  }
}

/// Who invites, in words.
func inviter(_ sender: InvitationSender) -> String {
  sender.person.isEmpty ? sender.name : "\(sender.person) (\(sender.name))"
}

/// Lower-case hexadecimal digits.
func hex(_ bytes: ArraySlice<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
