import BloomzModel
import Texts

/// `README.txt`: what the folder holds, how it is sent, and that it must be looked after.
enum MailReadMe {
  static func text(_ settings: InvitationSettings, _ outcome: InvitationOutcome, leftOut: Int = 0)
    -> String
  {
    let people = outcome.role == .teacher ? "teachers" : "parents and contacts"
    var text = """
      Invitations to Bloomz for \(people)
      Issued \(settings.issueDate), codes promised until \(settings.lastDate)

      THIS FOLDER HOLDS PERSONAL DATA: names, addresses and codes that let people in.
      Keep it where only those who send the invitations can read it, and delete it
      when they are sent, at the latest after \(settings.lastDate).

      Mails written:  \(outcome.invited.count)
      People without: \(outcome.withheld.count + leftOut) (withheld.csv says why and what to do)

      Nothing has been sent. To send:

      *.eml, envelopes.csv   one mail a person. A mail program opens it; a server takes
                             it with 'sendmail -t -oi < FILE' or 'msmtp --read-recipients'.
                             envelopes.csv has the receiver and the hash of each file.

      mail.mbox              the same mails in one file, for programs that import mbox.

      merge.csv              the same people as a table, for a mail merge of your own.
                             Cells that a spreadsheet might run begin with an apostrophe.

      preview.html           the mail with a made-up person in it.

      """
    switch outcome.origin {
    case .madeHere:
      text += """

        The codes were made here, not by Bloomz. They work only after Bloomz has taken in
        data/invitations.csv of the bundle: ask Bloomz before you send the mails.

        """
    case .fromBloomz:
      text += """

        The codes are those that Bloomz gave.

        """
    }
    return text
  }
}
