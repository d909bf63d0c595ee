import BloomzModel
import MailTemplate
import Texts

/// `preview.html`: what the mail looks like, with a made-up person in it. It can be shown around:
/// no person of the school is in it.
enum PreviewPage {
  static func make(_ settings: InvitationSettings, _ template: Template, _ origin: CodeOrigin)
    -> [UInt8]
  {
    let values = exampleValues(settings, template, origin)
    var html: [UInt8] = []
    var text: [UInt8] = []
    template.appendHTML(values, to: &html)
    template.appendText(values, to: &text)
    let subject = escaped(template.subject(values).utf8)
    let from = escaped("\(settings.sender.name) <\(settings.sender.address)>".utf8)
    let page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Preview of the invitation</title>
      <style>
      body { font-family: Arial, Helvetica, sans-serif; line-height: 1.5; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
      iframe { border: 1px solid #767676; height: 60rem; width: 100%; }
      pre { border: 1px solid #767676; overflow-x: auto; padding: 1rem; white-space: pre-wrap; }
      </style>
      </head>
      <body>
      <h1>Preview of the invitation</h1>
      <p>The name, the classes and the code are made up; the mails themselves hold the real ones.</p>
      <dl>
      <dt>From</dt><dd>\(from)</dd>
      <dt>Subject</dt><dd>\(subject)</dd>
      </dl>
      <h2>With formatting</h2>
      <iframe title="The mail with formatting" sandbox="" srcdoc="\(escaped(html))"></iframe>
      <h2>As plain text</h2>
      <pre lang="\(escaped(template.language.utf8))">\(escaped(text))</pre>
      </body>
      </html>

      """
    return Array(page.utf8)
  }

  private static func exampleValues(
    _ settings: InvitationSettings,
    _ template: Template,
    _ origin: CodeOrigin
  ) -> TemplateValues {
    var values = TemplateValues(InvitationField.schema)
    func fill(_ field: InvitationField, _ text: String) { values.set(field.rawValue, text) }
    fill(.person, "Alex Rivera")
    fill(.school, "Example Elementary")
    fill(.inviter, settings.sender.name)
    fill(.code, InvitationCode(data: 0).description)
    values.set(InvitationField.link.rawValue, settings.joinLink)
    fill(.address, "alex.rivera@school.example")
    fill(.lastDate, settings.lastDate.text(in: template.language))
    fill(.phone, settings.sender.phone)
    values.set(InvitationField.madeHere.rawValue, origin == .madeHere)
    values.set(InvitationField.fromBloomz.rawValue, origin == .fromBloomz)
    switch settings.role {
    case .teacher:
      values.addRow(InvitationField.classes.rawValue, "Grade 3 Homeroom")
      values.addRow(InvitationField.classes.rawValue, "Music")
    case .parent where settings.namesChildren:
      values.addRow(InvitationField.children.rawValue, "Sam")
    case .parent: break
    }
    return values
  }

  private static func escaped(_ text: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
