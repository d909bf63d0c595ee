import Findings

/// What a rule says of one hit; everything else of the finding follows from the rule and the hit.
struct RuleMessage {
  /// What was found.
  var text: String
  /// What to do, where it differs from the rule's own help.
  var help: String?
  /// Who can do it, where it is not the rule's own fixer.
  var fixer: Fixer?
  /// The field inside the record.
  var field: String?
  /// The place, where it is not the record's own.
  var place: RecordPlace?
  /// Other places.
  var notes: [FindingText.Note]

  init(
    _ text: String,
    help: String? = nil,
    fixer: Fixer? = nil,
    field: String? = nil,
    at place: RecordPlace? = nil,
    notes: [FindingText.Note] = []
  ) {
    self.text = text
    self.help = help
    self.fixer = fixer
    self.field = field
    self.place = place
    self.notes = notes
  }
}
