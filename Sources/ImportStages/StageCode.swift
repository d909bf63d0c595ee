import Findings

/// The codes of what the stages and the run itself find. They do not change.
enum StageCode: String, FindingCode, Hashable, CaseIterable {
  /// A school that the pipeline file names has no record.
  case schoolNotInExport = "school-not-in-export"
  /// A level, budget or suppression that a rule cannot have.
  case ruleRefused = "rule-refused"
  /// A suppression whose last day is past.
  case suppressionExpired = "suppression-expired"
  /// An option that step one has no use for.
  case optionOfStepTwo = "option-of-step-two"
  /// The list of the bundle's formats is empty.
  case noFormats = "no-formats"
  /// The link of the invitations is not an https address.
  case linkNotHTTPS = "link-not-https"
  /// The template's file could not be read.
  case templateUnreadable = "template-unreadable"
  /// The sender's or the reply address cannot be used.
  case senderAddressUnusable = "sender-address-unusable"
  /// A line of the file with invitation codes is at fault.
  case codesFileFaulty = "codes-file-faulty"
  /// A person gets no invitation mail.
  case invitationWithheld = "invitation-withheld"
  /// A list of people is a workbook or another file that is no text.
  case peopleListNotText = "people-list-not-text"
  /// A line of a list of people names no one.
  case peopleListLineUnread = "people-list-line-unread"
  /// A person on a list is not in the export.
  case peopleListUnknownPerson = "people-list-unknown-person"
  /// The bundle would have no class, no teacher, no student or, in step two, no parent.
  case nothingToImport = "nothing-to-import"
  /// The export is older than that of the earlier run whose results it takes the place of.
  case exportIsOlder = "export-is-older"
  /// The report of an earlier run could not be read.
  case earlierReportUnreadable = "earlier-report-unreadable"
  /// Why a record has no place in a bundle: the run was refused.
  case runRefused = "run-refused"
  /// Why a record has no place in a bundle: the pipeline made none.
  case pipelineEndsBeforeTransform = "pipeline-ends-before-transform"
  /// Why a record has no place in a bundle: an event deleted it.
  case deletedByEvent = "deleted-by-event"

  /// The code as it is in brackets after a message, or as the reason in a ledger.
  var code: String { rawValue }

  /// What the code means, as one line for a catalogue.
  var title: String { words.title }

  /// What to do about it in general; a finding's own help is more exact.
  var help: String { words.help }

  private var words: (title: String, help: String) {
    switch self {
    case .schoolNotInExport:
      ("the school is not in the export", "share the school with Bloomz, or name another one")
    case .ruleRefused:
      ("the pipeline file asks a rule for what it cannot do", "see the rule's own page")
    case .suppressionExpired:
      (
        "a suppression of a rule is over",
        "put right what the rule finds, or give a later 'until' if the reason still holds"
      )
    case .optionOfStepTwo:
      ("an option is for step two only", "take it away, or set 'step: parents-contacts'")
    case .noFormats: ("the bundle would have no format", "name csv, json or both")
    case .linkNotHTTPS:
      ("the link of the invitations is not an https address", "begin it with 'https://'")
    case .templateUnreadable:
      ("the template cannot be read", "name a template of the program, or an XHTML file")
    case .senderAddressUnusable:
      ("an address of the sender cannot send mail", "write an address like 'office@school.org'")
    case .codesFileFaulty:
      (
        "the file with invitation codes has a faulty line",
        "write 'person key, comma, code' on each line, each person once"
      )
    case .invitationWithheld:
      ("a person gets no invitation mail", "correct the person's address in the school's records")
    case .peopleListNotText:
      (
        "a list of people is no text file",
        "save the list as 'CSV UTF-8', or copy it into a text file"
      )
    case .peopleListLineUnread:
      (
        "a line of a list of people could not be read",
        "write one Clever id or e-mail address a line; '#' begins a line that does not count"
      )
    case .peopleListUnknownPerson:
      (
        "a person on a list is no teacher of the export",
        "compare the address with the school's records; a person who is no teacher needs no entry"
      )
    case .nothingToImport:
      (
        "the bundle would have no class, teacher or student, or in step two no parent",
        "put right what holds the records back, then run again"
      )
    case .exportIsOlder:
      (
        "the export is older than that of the earlier run",
        "run the newest export; what is missing from this one was perhaps not removed"
      )
    case .earlierReportUnreadable:
      (
        "the earlier report cannot be compared with",
        "name a report.json that this program wrote, or leave 'compare-with' out"
      )
    case .runRefused:
      ("the run was refused, so no record is in a bundle", "put right what stopped the run")
    case .pipelineEndsBeforeTransform:
      ("the pipeline ends before it makes a bundle", "add the stages 'transform' and 'load'")
    case .deletedByEvent:
      (
        "an event of the export deleted the record",
        "share it again in Clever, and export all lists again"
      )
    }
  }
}
