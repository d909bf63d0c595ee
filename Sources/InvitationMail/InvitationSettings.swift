public import BloomzModel
public import MailMessage
public import MailTemplate
public import Texts

/// What is the same for all invitations of a run; all of it comes from the pipeline file.
public struct InvitationSettings: Sendable {
  /// Teachers in step one, parents in step two.
  public var role: InvitedRole
  /// Who sends the mails.
  public var sender: InvitationSender
  /// The district's Clever id; goes into codes and Message-IDs.
  public var district: String
  /// The day that the mails bear. Given, never the clock.
  public var issueDate: CalendarDay
  /// The last day of the codes; by default 30 days after ``issueDate``.
  public var lastDate: CalendarDay
  /// Where one joins.
  public var joinLink: TemplateLink
  /// Whether a parent's mail names the children, by their first names.
  public var namesChildren: Bool

  /// Settings; what is left out has its default.
  public init(
    role: InvitedRole,
    sender: InvitationSender,
    district: String,
    issueDate: CalendarDay,
    lastDate: CalendarDay? = nil,
    joinLink: TemplateLink,
    namesChildren: Bool = false
  ) {
    self.role = role
    self.sender = sender
    self.district = district
    self.issueDate = issueDate
    self.lastDate = lastDate ?? issueDate.adding(days: InvitationSettings.daysOfCode)
    self.joinLink = joinLink
    self.namesChildren = namesChildren
  }

  /// How long a code is promised to work unless the pipeline file says otherwise.
  public static let daysOfCode = 30
  /// Where Bloomz is joined, when the pipeline file names no other address.
  public static let standardLink = "https://www.bloomz.com"
}

/// Who sends the invitations, and how a person reaches them.
public struct InvitationSender: Sendable, Hashable {
  /// The school's or office's name, shown as the sender.
  public var name: String
  /// The address the mails come from; of the school's own domain.
  public var address: MailAddress
  /// An address that a person reads, if not the same.
  public var replyTo: MailAddress?
  /// The office's phone number as people write it; may be empty.
  public var phone: String
  /// The person who invites, in words: `Pat Doe, principal`; may be empty.
  public var person: String

  /// A sender; what is left out is empty.
  public init(
    name: String,
    address: MailAddress,
    replyTo: MailAddress? = nil,
    phone: String = "",
    person: String = ""
  ) {
    self.name = name
    self.address = address
    self.replyTo = replyTo
    self.phone = phone
    self.person = person
  }
}
