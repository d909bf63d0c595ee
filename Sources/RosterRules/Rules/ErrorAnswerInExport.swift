import Findings
import Roster

extension RosterRule {
  /// Where Clever answered with an error, the data that were asked for are not in the export.
  static let errorAnswerInExport = RosterRule(
    "error-answer-in-export",
    .blocker,
    phase: .files,
    title: "an error answer was saved in place of data",
    why: "the records that were asked for are not in the export, and nobody can tell which",
    effect: "nothing is written",
    help: "ask Clever for this list again; if the import does not need it, take the file out of "
      + "the folder",
    fixer: .importer,
    source: .cleverErrors("an answer with an error holds no data"),
    example: "an error answer stands in place of data: 'Resource not found'",
    latitude: .warningToBlocker("a list may be missing, so it cannot be a note"),
    check: { roster, report in
      for number in roster.source.errorAnswers.indices { report.find(detail: number) }
    },
    describe: { hit, roster in
      let answer = roster.source.errorAnswers[Int(hit.detail)]
      return RuleWords(
        "an error answer stands in place of data: '\(answer.words)'",
        at: answer.place
      )
    }
  )
}
