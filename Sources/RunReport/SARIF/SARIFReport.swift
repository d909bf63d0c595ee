internal import Findings
internal import Texts

/// `findings.sarif`: the findings in the form that code-review tools and dashboards read.
///
/// SARIF 2.1.0 (OASIS Standard, 27 March 2020; section numbers are its own). Every finding the
/// report holds is a result, up to ``resultLimit`` of them, and every rule of the catalogue is
/// described, whether it found anything or not. Ids only, like the other forms.
public enum SARIFReport {
  /// The most results that are written, those of the worst rules first; a notification counts the
  /// others. GitHub shows 5,000 and refuses a file with more than 25,000.
  ///
  /// Source: GitHub, "SARIF results file exceed limits"
  /// (docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit).
  public static let resultLimit = 5_000

  /// The whole file as one text, ended by a line feed.
  public static func render(_ report: Report) -> String {
    gathered { write(report, to: $0) }
  }

  /// The file in pieces of some 64 KiB.
  static func write(_ report: Report, to emit: (Span<UInt8>) -> Void) {
    let cards = report.cards
    let indices = Dictionary(
      uniqueKeysWithValues: cards.enumerated().map { ($0.element.code, $0.offset) }
    )
    var json = JSONWriter()
    json.object { json in
      json.member(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
          + "sarif-schema-2.1.0.json"
      )
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.tool(cards, report.run.programVersion)
          json.invocation(report.verdict, leftOut: resultCount(of: report) - resultLimit)
          json.object("automationDetails") { json in
            // Everything before the last '/' names the kind of run (3.17.3).
            json.member("id", "\(report.run.pipeline)/\(report.run.issueDate)")
          }
          json.object("originalUriBaseIds") { json in
            json.object(SARIFPath.base) { json in
              json.text("description", "the folder that the program was started in")
            }
          }
          json.member("columnKind", "unicodeCodePoints")
          var fingerprints = FingerprintCounter()
          var room = resultLimit
          json.array("results") { json in
            func put(_ finding: Finding, state: String?, putAside: String?) {
              guard room > 0 else { return }
              room -= 1
              let index = indices[finding.code]
              json.result(
                finding,
                index.map { cards[$0] },
                ruleIndex: index,
                fingerprint: fingerprints.next(finding),
                state: state,
                putAside: putAside
              )
              if json.byteCount > 1 << 16 { json.drain(emit) }
            }
            for rule in report.rulesWorstFirst {
              for (index, finding) in rule.findings.enumerated() {
                put(finding, state: rule.state(of: index), putAside: nil)
              }
            }
            for change in report.ruleChanges {
              for finding in change.suppressed {
                put(finding, state: nil, putAside: "\(change.reason) (until \(change.until))")
              }
            }
            for item in (report.comparison?.fixed ?? []).prefix(room) {
              json.absent(item, ruleIndex: indices[item.code])
            }
          }
        }
      }
    }
    json.drain(emit)
  }

  /// How many results the whole report has.
  private static func resultCount(of report: Report) -> Int {
    report.rules.reduce(0) { $0 + $1.findings.count }
      + report.ruleChanges.reduce(0) { $0 + $1.suppressed.count }
      + (report.comparison?.fixed.count ?? 0)
  }
}

extension JSONWriter {
  fileprivate mutating func tool(_ cards: [Report.RuleCard], _ version: String) {
    object("tool") { json in
      json.object("driver") { json in
        json.member("name", "clever-to-bloomz")
        json.member("version", version)
        json.array("rules") { json in
          for card in cards { json.card(card) }
        }
      }
    }
  }

  private mutating func card(_ card: Report.RuleCard) {
    object { json in
      json.member("id", card.code)
      json.text("shortDescription", card.title)
      json.text("fullDescription", card.why.isEmpty ? card.title : card.why)
      if !card.howToFix.isEmpty { json.text("help", card.howToFix) }
      json.object("defaultConfiguration") { json in
        json.member("level", SARIFReport.level(card.level))
      }
      json.object("properties") { json in
        json.member("level", card.level.description)
        json.member("phase", card.phase)
        json.member("effect", card.effect)
        json.member("fixer", card.fixer.rawValue)
        json.member("source", card.source)
      }
    }
  }

  /// Whether the run went through; a refusal did, and said no.
  ///
  /// `leftOut`: how many results find no room in the file.
  fileprivate mutating func invocation(_ verdict: Report.Verdict, leftOut: Int) {
    array("invocations") { json in
      json.object { json in
        json.member("executionSuccessful", verdict.kind != .failed)
        json.member("exitCode", verdict.exitCode)
        json.member("exitCodeDescription", verdict.kind.words)
        guard leftOut > 0 else { return }
        json.array("toolExecutionNotifications") { json in
          json.object { json in
            json.member("level", "warning")
            json.text(
              "message",
              "this file leaves out \(counted(leftOut, "result")) and holds the worst "
                + "\(grouped(SARIFReport.resultLimit)); report.json has all"
            )
          }
        }
      }
    }
  }

  /// A finding of the earlier report that is no more.
  fileprivate mutating func absent(_ item: EarlierReport.Item, ruleIndex: Int?) {
    object { json in
      json.member("ruleId", item.code)
      if let ruleIndex { json.member("ruleIndex", ruleIndex) }
      json.member("level", SARIFReport.level(item.level))
      json.text("message", item.message.isEmpty ? item.code : item.message)
      json.member("baselineState", "absent")
    }
  }

  /// One finding. `state` compares it with the earlier report (`baselineState`, 3.27.24);
  /// `putAside` why the pipeline file suppresses its rule, and until when (`suppressions`, 3.27.23).
  fileprivate mutating func result(
    _ finding: Finding,
    _ card: Report.RuleCard?,
    ruleIndex: Int?,
    fingerprint: String,
    state: String?,
    putAside: String?
  ) {
    object { json in
      json.member("ruleId", finding.code)
      if let ruleIndex { json.member("ruleIndex", ruleIndex) }
      json.member("level", SARIFReport.level(finding.level))
      json.text("message", finding.message.isEmpty ? finding.code : finding.message)
      if let state {
        json.member("baselineState", state == "new" ? "new" : "unchanged")
      }
      if let putAside {
        json.array("suppressions") { json in
          json.object { json in
            json.member("kind", "external")
            json.member("justification", putAside)
          }
        }
      }
      json.array("locations") { json in
        let hasPlace = finding.place?.file.isEmpty == false
        guard hasPlace || !finding.record.isEmpty else { return }
        json.object { json in
          json.physicalLocation(finding.place)
          json.logicalLocation(finding)
        }
      }
      let notes = finding.notes.filter { $0.place?.file.isEmpty == false }
      if !notes.isEmpty {
        json.array("relatedLocations") { json in
          for (index, note) in notes.enumerated() {
            json.object { json in
              json.member("id", index)
              json.physicalLocation(note.place)
              json.text("message", note.message)
            }
          }
        }
      }
      json.object("partialFingerprints") { json in
        json.member("finding/v1", fingerprint)
      }
      json.object("properties") { json in
        json.member("level", finding.level.description)
        if finding.help != card?.howToFix { json.member("help", finding.help) }
        json.member("fixer", finding.fixer.rawValue)
      }
    }
  }

  private mutating func physicalLocation(_ place: Place?) {
    guard let place, !place.file.isEmpty else { return }
    object("physicalLocation") { json in
      json.object("artifactLocation") { json in
        json.member("uri", SARIFPath.uri(of: place.file))
        // An absolute one needs nothing to be taken relative to (3.4.4).
        if !place.file.utf8.starts(with: "/".utf8) { json.member("uriBaseId", SARIFPath.base) }
      }
      guard place.line > 0 else { return }
      json.object("region") { json in
        json.member("startLine", place.line)
        if place.column > 0 { json.member("startColumn", place.column) }
      }
    }
  }

  /// The record, which is what a school's staff look for.
  private mutating func logicalLocation(_ finding: Finding) {
    guard !finding.record.isEmpty else { return }
    array("logicalLocations") { json in
      json.object { json in
        json.member("name", finding.record)
        json.member("fullyQualifiedName", "\(finding.entity)/\(finding.record)")
        json.member("kind", finding.entity.isEmpty ? "record" : finding.entity)
      }
    }
  }

  /// A message object (3.11) as the member `key`.
  fileprivate mutating func text(_ key: String, _ words: String) {
    object(key) { json in json.member("text", SARIFReport.messageText(words)) }
  }
}

extension SARIFReport {
  /// The level in SARIF's words (3.58.6), which has none for "nothing is written".
  static func level(_ level: Level) -> String {
    switch level {
    case .blocker, .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }

  /// Words as a message string: braces are doubled (3.11.5), and what would be read as a link,
  /// `](`, is parted by a blank (3.11.6), so that no data can place one.
  package static func messageText(_ words: String) -> String {
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in printable(words).unicodeScalars {
      if scalar == "(" && last == "]" { result.append(" ") }
      if scalar == "{" || scalar == "}" { result.append(scalar) }
      result.append(scalar)
      last = scalar
    }
    return String(result)
  }
}
