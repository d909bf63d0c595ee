internal import Findings

extension Report {
  /// The report for a person outside the school: counts, codes, ids and the program's own words.
  ///
  /// Nothing that was in a file, in the pipeline file or on the command line is in it but ids and
  /// the pipeline's name: a finding says what its rule says, a file is `file-3`, and an id that could
  /// be a name or an address is numbered. Every count is that of the report.
  ///
  /// Made anew from what may be shared, never by striking out: a part that the report gets one day
  /// is not in it until it is added here on purpose.
  public func shareable() -> Report {
    var veil = Veil(self)
    var report = Report(
      verdict: Verdict(
        verdict.kind,
        "\(verdict.kind.words): \(findingCounts.words).",
        nextStep: "See the report that this one was made from.",
        exitCode: verdict.exitCode
      ),
      run: RunFacts(
        pipeline: run.pipeline,
        issueDate: run.issueDate,
        programVersion: run.programVersion,
        parameters: run.parameters.map { RunFacts.Parameter($0.name, nil) },
        isDryRun: run.isDryRun,
        newestChange: run.newestChange
      ),
      evidence: evidence.map { veil.evidence($0) },
      tally: tally,
      schools: schools.map { veil.school($0) },
      books: books,
      rules: rulesWorstFirst.map { veil.section($0) },
      checksNotRun: checksNotRun,
      catalogue: catalogue,
      inputs: inputs.map { veil.input($0) },
      outputs: Outputs(
        bundle: outputs.bundle.isEmpty ? "" : "bundle",
        predicted: outputs.predicted,
        published: outputs.published,
        files: outputs.files,
        mail: outputs.mail.isEmpty ? "" : "mail",
        mailsWritten: outputs.mailsWritten,
        mailsWithheld: outputs.mailsWithheld
      ),
      limits: ["Names, addresses, paths and values are left out of this form."],
      findingsFile: ReportWriter.mark
    )
    report.bundleChanges = bundleChanges.map { veil.bundleChanges($0) }
    // Its reasons are the program's own words, with numbers.
    report.completeness = completeness
    return report
  }
}

/// What the shareable form puts in the place of texts, the same for the same text.
private struct Veil {
  private var files: [String: String] = [:]
  private var ids: [String: String] = [:]
  /// Codes of the catalogue's rules, whose words are the program's own.
  private let known: Set<String>

  init(_ report: Report) {
    known = Set(report.catalogue.map(\.code))
    for input in report.inputs { _ = file(input.path) }
  }

  /// `file-N`: the files that were read have the numbers they are listed by.
  mutating func file(_ path: String) -> String {
    if let name = files[path] { return name }
    let name = "file-\(files.count + 1)"
    files[path] = name
    return name
  }

  mutating func place(_ place: Place?) -> Place? {
    guard var place else { return nil }
    place.file = file(place.file)
    return place
  }

  /// The id where it can be nothing else, else a number.
  mutating func id(_ text: String) -> String {
    guard !text.isEmpty, !isOpaque(text) else { return text }
    if let name = ids[text] { return name }
    let name = "id-\(ids.count + 1)"
    ids[text] = name
    return name
  }

  mutating func evidence(_ row: Report.Evidence) -> Report.Evidence {
    Report.Evidence(
      row.need,
      needed: row.needed,
      found: row.verdict.words,
      row.verdict,
      at: place(row.place),
      fixer: row.fixer,
      howToFix: row.howToFix
    )
  }

  mutating func school(_ school: Report.SchoolTally) -> Report.SchoolTally {
    Report.SchoolTally(
      id(school.id),
      classes: school.classes,
      teachers: school.teachers,
      students: school.students,
      memberships: school.memberships,
      contacts: school.contacts,
      findings: school.findings
    )
  }

  /// The keys part by part, each of which is an id.
  mutating func bundleChanges(_ changes: Report.BundleChanges) -> Report.BundleChanges {
    var result = Report.BundleChanges(
      path: "bundle",
      digest: changes.digest,
      issueDate: isOpaque(changes.issueDate) ? changes.issueDate : "",
      tables: []
    )
    for table in changes.tables {
      var veiled = Report.BundleChanges.Table(table.name, same: table.same)
      for kind in Report.BundleChanges.Kind.allCases {
        var rows = table[kind]
        rows.shown = rows.shown.map { key in
          key.split(separator: "/", omittingEmptySubsequences: false)
            .map { id(String($0)) }.joined(separator: "/")
        }
        veiled[kind] = rows
      }
      result.tables.append(veiled)
    }
    return result
  }

  mutating func input(_ input: Report.Input) -> Report.Input {
    Report.Input(
      file(input.path),
      byteCount: input.byteCount,
      sha256: input.sha256,
      holds: input.holds,
      records: input.records
    )
  }

  /// A rule's section in the rule's own words. The order of findings stays, which is by place.
  mutating func section(_ section: Report.RuleSection) -> Report.RuleSection {
    // The help of a code without a card is that of its first finding, which may hold a value.
    let help = known.contains(section.code) ? section.howToFix : ""
    var findings: [Finding] = []
    for finding in section.findings {
      findings.append(
        Finding(
          code: finding.code,
          finding.level,
          section.title,
          help: help,
          fixer: finding.fixer,
          at: place(finding.place),
          entity: finding.entity,
          record: id(finding.record),
          field: finding.field
        )
      )
    }
    return Report.RuleSection(
      section.code,
      section.level,
      title: section.title,
      why: section.why,
      effect: section.effect,
      howToFix: help,
      fixer: section.fixer,
      source: section.source,
      total: section.total,
      findings: findings
    )
  }
}

/// Whether a text can be nothing but an id: letters and digits of ASCII, `-`, `_` and `.`, at least
/// one digit, and either hexadecimal throughout or with no more than four letters.
package func isOpaque(_ text: String) -> Bool {
  guard text.utf8.count <= 64 else { return false }
  var digits = 0
  var letters = 0
  var isHexadecimal = true
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): letters += 1
    case UInt8(ascii: "g")...UInt8(ascii: "z"), UInt8(ascii: "G")...UInt8(ascii: "Z"):
      letters += 1
      isHexadecimal = false
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): break
    default: return false
    }
  }
  return digits > 0 && (letters <= 4 || (isHexadecimal && digits * 4 >= letters))
}
