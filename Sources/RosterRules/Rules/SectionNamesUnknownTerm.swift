import Findings
import Roster

extension RosterRule {
  /// The term tells classes of one name apart.
  public static let sectionNamesUnknownTerm = RosterRule(
    "section-names-unknown-term",
    .warning,
    phase: .links,
    title: "a section names a term that is not in the export",
    why: "the term tells classes of the same name apart",
    effect: "the section goes in without a term",
    help: "export '/terms' as well",
    fixer: .importer,
    source: .cleverDefinitions("section 'term_id', the id of a term from v2.0 on"),
    example: "no term is in the export, but 378 sections name one",
    latitude: .noteOrWarning("a class needs no term, so no record is left out for it"),
    check: .unknownOfSection(.term, field: "term_id") { $0.sections.term }
  )
}
