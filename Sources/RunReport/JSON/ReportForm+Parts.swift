internal import Findings
internal import Texts

extension ReportForm {
  static var program: JSONForm<Report.RunFacts> {
    .object([
      .init("name", .constant("clever-to-bloomz")) { _ in "clever-to-bloomz" },
      .init("version", .text, \.programVersion),
    ])
  }

  static var run: JSONForm<Report.RunFacts> {
    let parameter = JSONForm<Report.RunFacts.Parameter>.object([
      .init("name", .text, \.name),
      .init("value", .optional(.text).described(as: "null for a secret"), \.value),
    ])
    return .object([
      .init("pipeline", .text, \.pipeline),
      .init("issueDate", .day, \.issueDate),
      .init("dryRun", .flag, \.isDryRun),
      .init(
        "newestChange",
        .optional(.text).described(as: "null where no record of the export has a time"),
        \.newestChange
      ),
      .init("parameters", .list(of: parameter), \.parameters),
    ])
  }

  static var verdict: JSONForm<Report.Verdict> {
    .object([
      .init("kind", .choice(of: Report.Verdict.Kind.allCases, \.rawValue), \.kind),
      .init("sentence", .text, \.sentence),
      .init("nextStep", .text, \.nextStep),
      .init("exitCode", .count(upTo: 255), \.exitCode),
    ])
  }

  static var evidence: JSONForm<Report.Evidence> {
    .object([
      .init("need", .text, \.need),
      .init("needed", .text, \.needed),
      .init("found", .text, \.found),
      .init("verdict", .choice(of: Report.Evidence.Verdict.allCases, \.rawValue), \.verdict),
      .init("place", .place, \.place),
      .init("fixer", .fixer, \.fixer),
      .init("howToFix", .text, \.howToFix),
    ])
  }

  static var sharing: JSONForm<Report.Sharing> {
    .object([
      .init("type", .text, \.type),
      .init("group", .text.described(as: "records: the type as a whole"), \.group),
      .init("need", .text(oneOf: ["required", "useful", "other-step", "none"]), \.need),
      .init("shared", .text, \.shared),
      .init("verdict", .choice(of: Report.Sharing.Verdict.allCases, \.rawValue), \.verdict),
      .init("screen", .text, \.screen),
      .init("fixer", .fixer, \.fixer),
    ])
  }

  static var tally: JSONForm<Report.TypeTally> {
    .object([
      .init("type", .text, \.type),
      .init("read", .total, \.read),
      .init("fates", fates, \.fates),
    ])
  }

  static var completeness: JSONForm<Completeness> {
    .object([
      .init("type", .text, \.type),
      .init("records", .total, \.records),
      .init("verdict", .choice(of: Completeness.Verdict.allCases, \.rawValue), \.verdict),
      .init("reasons", .list(of: .text)) { $0.reasons.map(\.words) },
    ])
  }

  static var school: JSONForm<Report.SchoolTally> {
    .object([
      .init("id", .text, \.id),
      .init("name", .optional(.text), \.name),
      .init("classes", .total, \.classes),
      .init("teachers", .total, \.teachers),
      .init("students", .total, \.students),
      .init("memberships", .total, \.memberships),
      .init("contacts", .total, \.contacts),
      .init("findings", levels, \.findings),
    ])
  }

  static var book: JSONForm<StageBook> {
    .object([
      .init("stage", .text, \.stage),
      .init("cameIn", .total, \.cameIn),
      .init("wentOn", .total, \.wentOn),
      .init("fates", fates, \.fates),
    ])
  }

  static var comparison: JSONForm<Report.Comparison?> {
    let fixed = JSONForm<EarlierReport.Item>.object([
      .init("code", .text, \.code),
      .init("level", .level, \.level),
      .init("entity", .text, \.entity),
      .init("record", .text, \.record),
      .init("field", .text, \.field),
      .init("message", .text, \.message),
    ])
    let form = JSONForm<Report.Comparison>.object([
      .init("path", .text, \.path),
      .init(
        "sha256",
        .optional(.text(matching: "^[0-9a-f]{64}$"))
          .described(as: "null for the report whose place this one takes"),
        \.sha256
      ),
      .init("pipeline", .text, \.pipeline),
      .init("issueDate", .day, \.issueDate),
      .init("new", .total, \.new),
      .init("stillThere", .total, \.stillThere),
      .init(
        "fixed",
        .list(of: fixed).described(as: "findings of the earlier report that are gone"),
        \.fixed
      ),
    ])
    return .optional(form).described(as: "with an earlier report; null without one")
  }

  static var bundleComparison: JSONForm<Report.BundleChanges?> {
    let kinds = Report.BundleChanges.Kind.allCases.map { kind in
      JSONField<Report.BundleChanges.Table>(kind.rawValue, rows(kind)) { $0[kind] }
    }
    let table = JSONForm<Report.BundleChanges.Table>.object(
      [.init("name", .text, \.name), .init("same", .total, \.same)] + kinds
    )
    let form = JSONForm<Report.BundleChanges>.object([
      .init("path", .text, \.path),
      .init("sha256", .digest, \.digest),
      .init("issueDate", .day, \.issueDate),
      .init("tables", .list(of: table), \.tables),
    ])
    return .optional(form).described(as: "with an earlier bundle; null where nothing was compared")
  }

  private static func rows(
    _ kind: Report.BundleChanges.Kind
  ) -> JSONForm<Report.BundleChanges.Rows> {
    let form = rows.defined(as: "rows")
    return switch kind {
    case .added, .changed: form
    case .leftOut:
      form.described(as: "the export has the record; this import does not take it")
    case .notInExport: form.described(as: "nothing proves that they are gone")
    case .removed: form.described(as: "proved to be gone")
    }
  }

  static var cause: JSONForm<Report.Cause> {
    let blocked = JSONForm<Report.Cause>.object([
      .init("people", .total.described(as: "the next four together"), \.people),
      .init("students", .total, \.students),
      .init("teachers", .total, \.teachers),
      .init("contacts", .total, \.contacts),
      .init("staff", .total, \.staff),
      .init("classes", .total, \.classes),
    ])
    let levels = JSONForm<Level>.choice(of: Level.allCases.reversed(), \.description)
    return .object([
      .init("key", .text.described(as: "the same in every run that has it"), \.key),
      .init("what", .text, \.what),
      .init("evidence", .text, \.evidence),
      .init("level", .optional(levels), \.level),
      .init("findings", .total.described(as: "how many it explains"), \.findings),
      .init("blocked", blocked) { $0 },
      .init("fixer", .fixer, \.fixer),
      .init("howToFix", .text, \.howToFix),
    ])
  }

  static var checkNotRun: JSONForm<Report.CheckNotRun> {
    .object([
      .init("code", .text, \.code),
      .init("why", .text, \.why),
      .init("hides", .text, \.hides),
    ])
  }

  static var input: JSONForm<Report.Input> {
    .object([
      .init("path", .text, \.path),
      .init("bytes", .total, \.byteCount),
      .init("sha256", .digest, \.sha256),
      .init("holds", .text, \.holds),
      .init("records", .total, \.records),
    ])
  }

  static var outputs: JSONForm<Report.Outputs> {
    let file = JSONForm<Report.Outputs.File>.object([
      .init("path", .text, \.path),
      .init("bytes", .total, \.byteCount),
      .init("sha256", .digest, \.sha256),
      .init("rows", .optional(.count()), \.rows),
    ])
    return .object([
      .init("bundle", .text.described(as: "empty when there is no bundle"), \.bundle),
      .init("predicted", .digest, \.predicted),
      .init("published", .digest, \.published),
      .init("files", .list(of: file), \.files),
      .init("mail", .text.described(as: "empty when no mail was asked for"), \.mail),
      .init("mailsWritten", .total, \.mailsWritten),
      .init("mailsWithheld", .total, \.mailsWithheld),
    ])
  }

  // MARK: - What several of them have

  static var levels: JSONForm<LevelCounts> { levelCounts.defined(as: "levels") }
  static var fates: JSONForm<FateCounts> { fateCounts.defined(as: "fates") }

  private static var levelCounts: JSONForm<LevelCounts> {
    .object(
      Level.allCases.reversed().map { level in .init(level.description, .total) { $0[level] } }
    )
  }

  private static var fateCounts: JSONForm<FateCounts> {
    .object(FateKind.decided.map { kind in .init(kind.text, .total) { $0[kind] } })
  }

  private static var rows: JSONForm<Report.BundleChanges.Rows> {
    .object([
      .init("count", .total, \.count),
      .init(
        "keys",
        .list(of: .text)
          .described(as: "the first 200: the school's key, '/', the record's"),
        \.shown
      ),
    ])
  }

  private static var place: JSONForm<Place> {
    .object([
      .init("file", .text, \.file),
      .init("line", .total.described(as: "from 1; 0: the whole file"), \.line),
      .init("column", .total.described(as: "from 1; 0: the whole line"), \.column),
    ])
  }

  private struct FindingWithCause {
    var finding: Finding
    var cause: String?
    var state: String?
  }

  /// Gives the schema of a finding, which `JSONWriter.finding` writes.
  private static var finding: JSONForm<FindingWithCause> {
    let note = JSONForm<Finding.Note>.object([
      .init("message", .text, \.message),
      .init("place", .place, \.place),
    ])
    return .object([
      .init("message", .text, \.finding.message),
      .init("help", .text, \.finding.help),
      .init("fixer", .fixer, \.finding.fixer),
      .init("place", .place, \.finding.place),
      .init("entity", .text.described(as: "the record's type, or empty"), \.finding.entity),
      .init("record", .text.described(as: "the record's Clever id, or empty"), \.finding.record),
      .init("field", .text.described(as: "the record's field, or empty"), \.finding.field),
      .init("cause", .optional(.text).described(as: "the key of its cause"), \.cause),
      .init(
        "state",
        .optional(.text(oneOf: ["new", "still-there"]))
          .described(as: "against the earlier report; null without one"),
        \.state
      ),
      .init("notes", .list(of: note), \.finding.notes),
    ])
  }

  /// The schemas that others refer to by name.
  static var definitions: [(String, JSONValue)] {
    [
      ("count", JSONForm<Int>.count().schema),
      ("level", JSONForm<Level>.choice(of: Level.allCases.reversed(), \.description).schema),
      ("digest", JSONForm<String>.text(matching: "^([0-9a-f]{64})?$").schema),
      ("fixer", JSONForm<Fixer>.choice(of: Fixer.allCases, \.rawValue).schema),
      ("place", JSONForm<Place?>.optional(place).schema),
      ("fates", fateCounts.schema),
      ("rows", rows.schema),
      ("levels", levelCounts.schema),
      ("finding", finding.schema),
    ]
  }
}

extension JSONForm where Value == Int {
  /// A number of things.
  static var total: JSONForm { JSONForm.count().defined(as: "count") }
}

extension JSONForm where Value == String {
  /// A SHA-256, or nothing.
  static var digest: JSONForm { JSONForm.text.defined(as: "digest") }
  static var day: JSONForm { JSONForm.text.described(as: "YYYY-MM-DD") }
}

extension JSONForm where Value == Level {
  static var level: JSONForm {
    JSONForm.choice(of: Level.allCases, \.description).defined(as: "level")
  }
}

extension JSONForm where Value == Fixer {
  static var fixer: JSONForm {
    JSONForm.choice(of: Fixer.allCases, \.rawValue).defined(as: "fixer")
  }
}

extension JSONForm where Value == Place? {
  static var place: JSONForm {
    JSONForm(schema: ["$ref": "#/$defs/place"]) { place, key, json in
      json.place(place, as: key)
    }
  }
}
