internal import BloomzModel

/// The layout that all built-in invitations share, `Templates/invitation.xhtml`, filled with the
/// texts of a language.
///
/// A name in braces stands for a text: `{heading}` in the layout for `Join {school} on Bloomz`, and
/// `{school}` there for `<bdi data-text="school">school</bdi>`, which the mail of a person fills in.
enum InvitationLayout {
  /// The template for one role in one language: XHTML.
  static func template(_ role: InvitedRole, in language: InvitationLanguage) -> [UInt8] {
    let forRole = role == .teacher ? language.teacher : language.parent
    var texts = values
    // The subject is plain text, in which no direction of text can be marked.
    texts["subject"] = String(
      decoding: filled(
        forRole.subject.utf8,
        with: ["school": #"<span data-text="school">school</span>"#]
      ),
      as: UTF8.self
    )
    texts["language"] = language.tag
    texts["preview"] = forRole.preview
    texts["heading"] = forRole.heading
    texts["greeting"] = language.greeting
    texts["reason"] = forRole.reason
    texts["list"] = role == .teacher ? "classes" : "children"
    texts["listIntroduction"] = forRole.listIntroduction
    texts["codeIntroduction"] = forRole.codeIntroduction
    texts["stepsIntroduction"] = language.stepsIntroduction
    texts["openStep"] = language.openStep
    texts["accountStep"] = forRole.accountStep
    texts["codeStep"] = language.codeStep
    texts["codeMadeHere"] = language.codeMadeHere
    texts["joinBy"] = language.joinBy
    texts["keepSecret"] = language.keepSecret
    texts["notYours"] = language.notYours
    return filled(PackageResources.invitation_xhtml, with: texts)
  }

  /// What differs from mail to mail, as the elements that `MailTemplate` fills in.
  private static let values: [String: String] = [
    "school": #"<bdi data-text="school">school</bdi>"#,
    "person": #"<bdi data-text="person">person</bdi>"#,
    "inviter": #"<bdi data-text="inviter">inviter</bdi>"#,
    "link": #"<a dir="ltr" data-href="link" data-text="link" style="color: #0b57a4;">link</a>"#,
    "address": #"<bdi dir="ltr" data-text="address">address</bdi>"#,
    "phone": #"<bdi dir="ltr" data-text="phone">phone</bdi>"#,
    "lastDate": #"<strong data-text="lastDate">last date</strong>"#,
  ]

  /// `text` with each name in braces replaced by its text, which may have such names too.
  ///
  /// - Precondition: every name is known. An unknown one is a typing error in a language's texts,
  ///   which the tests of all languages find.
  private static func filled(
    _ text: some Collection<UInt8>,
    with texts: [String: String]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      bytes.append(contentsOf: rest[..<open])
      rest = rest[rest.index(after: open)...]
      let name = rest.prefix { UInt8(ascii: "A")...UInt8(ascii: "z") ~= $0 }
      let after = rest[name.endIndex...]
      guard !name.isEmpty, after.first == UInt8(ascii: "}") else {
        // A brace of the style sheet.
        bytes.append(UInt8(ascii: "{"))
        continue
      }
      guard let value = texts[String(decoding: name, as: UTF8.self)] else {
        preconditionFailure("no text is called '\(String(decoding: name, as: UTF8.self))'")
      }
      bytes.append(contentsOf: filled(value.utf8, with: texts))
      rest = after.dropFirst()
    }
    return bytes + rest
  }
}
