@testable import MailMessage

/// The mail that several tests look at.
func exampleSeries() throws -> MailSeries {
  try MailSeries(
    from: Mailbox(name: "Lincoln Elementary", address: try MailAddress("office@lincoln.example")),
    replyTo: try MailAddress("help@lincoln.example"),
    date: MailDate(year: 2026, month: 8, day: 15, hour: 12) ?? MailDate.epoch,
    language: ["en"],
    kind: "teacher-invitation",
    run: "2026-08-15-0a1b2c3d"
  )
}

func exampleMail() throws -> OutgoingMail {
  OutgoingMail(
    to: Mailbox(name: "José Doe", address: try MailAddress("jose@lincoln.example")),
    subject: "Your invitation",
    messageID: "00112233445566778899aabbccddeeff@lincoln.example",
    boundary: "=_00112233445566778899aabb",
    text: Array("Hello José,\n\n.\nFrom us = you\n".utf8),
    html: Array("<!DOCTYPE html>\n<p title=\"x\">مرحبا بكم في المدرسة</p>\n".utf8)
  )
}

extension MailDate {
  static var epoch: MailDate {
    guard let date = MailDate(year: 1970, month: 1, day: 1) else { preconditionFailure() }
    return date
  }
}

let exampleText = """
  Date: Sat, 15 Aug 2026 12:00:00 +0000\r
  From: Lincoln Elementary <office@lincoln.example>\r
  Reply-To: help@lincoln.example\r
  MIME-Version: 1.0\r
  Content-Language: en\r
  Auto-Submitted: auto-generated\r
  X-Auto-Response-Suppress: OOF, AutoReply\r
  List-Unsubscribe: <mailto:help@lincoln.example>\r
  Clever-To-Bloomz-Kind: teacher-invitation\r
  Clever-To-Bloomz-Run: 2026-08-15-0a1b2c3d\r
  To: =?utf-8?Q?Jos=C3=A9_Doe?= <jose@lincoln.example>\r
  Subject: Your invitation\r
  Message-ID: <00112233445566778899aabbccddeeff@lincoln.example>\r
  Content-Type: multipart/alternative; boundary="=_00112233445566778899aabb"\r
  \r
  --=_00112233445566778899aabb\r
  Content-Type: text/plain; charset=utf-8\r
  Content-Transfer-Encoding: quoted-printable\r
  \r
  Hello Jos=C3=A9,\r
  \r
  =2E\r
  =46rom us =3D you\r
  --=_00112233445566778899aabb\r
  Content-Type: text/html; charset=utf-8\r
  Content-Transfer-Encoding: base64\r
  \r
  PCFET0NUWVBFIGh0bWw+DQo8cCB0aXRsZT0ieCI+2YXYsdit2KjYpyDYqNmD2YUg2YHZiiDYp9mE\r
  2YXYr9ix2LPYqTwvcD4NCg==\r
  --=_00112233445566778899aabb--\r

  """
