internal import Findings
internal import Texts

/// The report as JSON, for programs: what `ReportSchema` describes, byte for byte the same for
/// the same report.
public enum JSONReport {
  /// The whole report as one text, ended by a line feed.
  public static func render(_ report: Report) -> String {
    gathered { write(report, to: $0) }
  }

  /// The report in pieces of some 64 KiB, so that a long one is never held twice.
  static func write(_ report: Report, to emit: (Span<UInt8>) -> Void) {
    var json = JSONWriter()
    json.object { json in
      json.member("report", Report.version)
      json.object("program") { json in
        json.member("name", "clever-to-bloomz")
        json.member("version", report.run.programVersion)
      }
      json.run(report.run)
      json.verdict(report.verdict)
      json.array("evidence") { json in report.evidence.forEach { json.evidence($0) } }
      json.array("sharing") { json in report.sharing.forEach { json.sharing($0) } }
      json.array("tally") { json in report.tally.forEach { json.tally($0) } }
      json.array("completeness") { json in
        report.completeness.forEach { json.completeness($0) }
      }
      json.array("schools") { json in report.schools.forEach { json.school($0) } }
      json.array("stages") { json in report.books.forEach { json.book($0) } }
      json.levels("findings", report.findingCounts)
      json.comparison(report.comparison)
      json.bundleChanges(report.bundleChanges)
      json.array("causes") { json in report.causes.forEach { json.cause($0) } }
      json.array("rules") { json in
        for rule in report.rulesWorstFirst { json.rule(rule, report.causes, emit) }
      }
      json.array("ruleChanges") { json in
        for change in report.ruleChanges { json.ruleChange(change, emit) }
      }
      json.array("checksNotRun") { json in report.checksNotRun.forEach { json.checkNotRun($0) } }
      json.array("rulesPassed") { json in report.rulesPassed.forEach { json.element($0.code) } }
      json.array("inputs") { json in report.inputs.forEach { json.input($0) } }
      json.outputs(report.outputs)
      json.array("limits") { json in report.limits.forEach { json.element($0) } }
    }
    json.drain(emit)
  }
}

extension JSONWriter {
  fileprivate mutating func run(_ run: Report.RunFacts) {
    object("run") { json in
      json.member("pipeline", run.pipeline)
      json.member("issueDate", run.issueDate)
      json.member("dryRun", run.isDryRun)
      json.array("parameters") { json in
        for parameter in run.parameters {
          json.object { json in
            json.member("name", parameter.name)
            if let value = parameter.value {
              json.member("value", value)
            } else {
              json.null("value")
            }
          }
        }
      }
    }
  }

  fileprivate mutating func verdict(_ verdict: Report.Verdict) {
    object("verdict") { json in
      json.member("kind", verdict.kind.rawValue)
      json.member("sentence", verdict.sentence)
      json.member("nextStep", verdict.nextStep)
      json.member("exitCode", verdict.exitCode)
    }
  }

  fileprivate mutating func evidence(_ row: Report.Evidence) {
    object { json in
      json.member("need", row.need)
      json.member("needed", row.needed)
      json.member("found", row.found)
      json.member("verdict", row.verdict.rawValue)
      json.place(row.place)
      json.member("fixer", row.fixer.rawValue)
      json.member("howToFix", row.howToFix)
    }
  }

  fileprivate mutating func sharing(_ row: Report.Sharing) {
    object { json in
      json.member("type", row.type)
      json.member("group", row.group)
      json.member("need", row.need)
      json.member("shared", row.shared)
      json.member("verdict", row.verdict.rawValue)
      json.member("screen", row.screen)
      json.member("fixer", row.fixer.rawValue)
    }
  }

  fileprivate mutating func completeness(_ row: Report.Completeness) {
    object { json in
      json.member("type", row.type)
      json.member("records", row.records)
      json.member("verdict", row.verdict.rawValue)
      json.array("reasons") { json in row.reasons.forEach { json.element($0) } }
    }
  }

  fileprivate mutating func tally(_ row: Report.TypeTally) {
    object { json in
      json.member("type", row.type)
      json.member("read", row.read)
      json.fates(row.fates)
    }
  }

  fileprivate mutating func school(_ school: Report.SchoolTally) {
    object { json in
      json.member("id", school.id)
      if let name = school.name {
        json.member("name", name)
      } else {
        json.null("name")
      }
      json.member("classes", school.classes)
      json.member("teachers", school.teachers)
      json.member("students", school.students)
      json.member("memberships", school.memberships)
      json.member("contacts", school.contacts)
      json.levels("findings", school.findings)
    }
  }

  fileprivate mutating func book(_ book: Report.StageBook) {
    object { json in
      json.member("stage", book.stage)
      json.member("cameIn", book.cameIn)
      json.member("wentOn", book.wentOn)
      json.fates(book.fates)
    }
  }

  fileprivate mutating func cause(_ cause: Report.Cause) {
    object { json in
      json.member("key", cause.key)
      json.member("what", cause.what)
      json.member("evidence", cause.evidence)
      if let level = cause.level {
        json.member("level", level.description)
      } else {
        json.null("level")
      }
      json.member("findings", cause.findings)
      json.object("blocked") { json in
        json.member("people", cause.people)
        json.member("students", cause.students)
        json.member("teachers", cause.teachers)
        json.member("contacts", cause.contacts)
        json.member("staff", cause.staff)
        json.member("classes", cause.classes)
      }
      json.member("fixer", cause.fixer.rawValue)
      json.member("howToFix", cause.howToFix)
    }
  }

  fileprivate mutating func rule(
    _ rule: Report.RuleSection,
    _ causes: [Report.Cause],
    _ emit: (Span<UInt8>) -> Void
  ) {
    object { json in
      json.member("code", rule.code)
      json.member("level", rule.level.description)
      json.member("title", rule.title)
      json.member("why", rule.why)
      json.member("effect", rule.effect)
      json.member("howToFix", rule.howToFix)
      json.member("fixer", rule.fixer.rawValue)
      json.member("source", rule.source)
      json.member("total", rule.total)
      json.array("findings") { json in
        var common = Common()
        for index in rule.findings.indices {
          json.finding(rule.findings[index], causes, rule.state(of: index), &common)
          if json.byteCount > 1 << 16 { json.drain(emit) }
        }
      }
    }
  }

  fileprivate mutating func ruleChange(_ change: Report.RuleChange, _ emit: (Span<UInt8>) -> Void) {
    object { json in
      json.member("code", change.code)
      json.member("from", change.from.description)
      json.member("to", change.to.description)
      json.member("asked", change.asked)
      json.member("result", change.result)
      json.member("reason", change.reason)
      json.member("until", change.until)
      json.array("suppressed") { json in
        var common = Common()
        for finding in change.suppressed {
          json.finding(finding, [], nil, &common)
          if json.byteCount > 1 << 16 { json.drain(emit) }
        }
      }
    }
  }

  private mutating func finding(
    _ finding: Finding,
    _ causes: [Report.Cause],
    _ state: String?,
    _ common: inout Common
  ) {
    let cause = causes.indices.contains(Int(finding.cause)) ? causes[Int(finding.cause)].key : nil
    object { json in
      json.member("message", finding.message)
      json.repeating(&common.mending, .init(finding)) { json in
        json.member("help", finding.help)
        json.member("fixer", finding.fixer.rawValue)
      }
      if let place = finding.place {
        json.object("place") { json in
          json.repeating(&common.file, ExactText(place.file)) { json in
            json.member("file", place.file)
          }
          json.position(place)
        }
      } else {
        json.null("place")
      }
      json.repeating(&common.entity, ExactText(finding.entity)) { json in
        json.member("entity", finding.entity)
      }
      json.member("record", finding.record)
      json.repeating(&common.grounds, .init(field: finding.field, cause, state)) { json in
        json.member("field", finding.field)
        if let cause { json.member("cause", cause) } else { json.null("cause") }
        if let state { json.member("state", state) } else { json.null("state") }
      }
      json.array("notes") { json in
        for note in finding.notes {
          json.object { json in
            json.member("message", note.message)
            json.place(note.place)
          }
        }
      }
    }
  }

  fileprivate mutating func checkNotRun(_ check: Report.CheckNotRun) {
    object { json in
      json.member("code", check.code)
      json.member("why", check.why)
      json.member("hides", check.hides)
    }
  }

  fileprivate mutating func input(_ input: Report.Input) {
    object { json in
      json.member("path", input.path)
      json.member("bytes", input.byteCount)
      json.member("sha256", input.sha256)
      json.member("holds", input.holds)
      json.member("records", input.records)
    }
  }

  fileprivate mutating func outputs(_ outputs: Report.Outputs) {
    object("outputs") { json in
      json.member("bundle", outputs.bundle)
      json.member("predicted", outputs.predicted)
      json.member("published", outputs.published)
      json.array("files") { json in
        for file in outputs.files {
          json.object { json in
            json.member("path", file.path)
            json.member("bytes", file.byteCount)
            json.member("sha256", file.sha256)
            if let rows = file.rows {
              json.member("rows", rows)
            } else {
              json.null("rows")
            }
          }
        }
      }
      json.member("mail", outputs.mail)
      json.member("mailsWritten", outputs.mailsWritten)
      json.member("mailsWithheld", outputs.mailsWithheld)
    }
  }

  private mutating func fates(_ fates: Report.FateCounts) {
    object("fates") { json in
      for fate in Report.Fate.allCases { json.member(fate.rawValue, fates[fate]) }
    }
  }

  fileprivate mutating func levels(_ key: String, _ counts: Report.LevelCounts) {
    object(key) { json in
      for level in Level.allCases.reversed() { json.member(level.description, counts[level]) }
    }
  }

  private mutating func place(_ place: Place?) {
    guard let place else { return null("place") }
    object("place") { json in
      json.member("file", place.file)
      json.position(place)
    }
  }

  private mutating func position(_ place: Place) {
    member("line", place.line)
    member("column", place.column)
  }
}

/// What findings in a row have in common, as it was written last.
private struct Common {
  var mending = JSONWriter.Repeated<Mending>()
  var file = JSONWriter.Repeated<ExactText>()
  var entity = JSONWriter.Repeated<ExactText>()
  var grounds = JSONWriter.Repeated<Grounds>()

  struct Mending: Equatable {
    var help: ExactText
    var fixer: Fixer

    init(_ finding: Finding) {
      help = ExactText(finding.help)
      fixer = finding.fixer
    }
  }

  struct Grounds: Equatable {
    var field: ExactText
    var cause: ExactText?
    var state: ExactText?

    init(field: String, _ cause: String?, _ state: String?) {
      self.field = ExactText(field)
      self.cause = cause.map { ExactText($0) }
      self.state = state.map { ExactText($0) }
    }
  }
}
