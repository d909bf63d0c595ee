import BloomzBundle
import Findings
import RunReport
import SafeFiles
import Texts

/// What differs between two bundles or two reports, in words and as JSON.
public struct Differences: Sendable {
  /// For a person: a line a table or rule, then what is new and what is gone.
  public let text: String
  /// The same for programs: keys in a fixed order.
  public let json: String

  /// How many keys or findings of a kind the text names; JSON names all.
  private static let shown = 10

  /// Compares what is at two paths: bundles if one of them is a bundle, else reports.
  ///
  /// - Parameters:
  ///   - old: the earlier bundle's folder, report's folder, or `report.json`.
  ///   - new: the later one.
  /// - Throws: `FileError` where one of them is missing, damaged or of another kind; a report that
  ///   cannot be read is an `EarlierReportFault`.
  public init(old: String, new: String) throws {
    if try isBundle(old) || isBundle(new) {
      self.init(try BundleDifference(old: old, new: new), old, new)
    } else {
      let reports = (try Differences.report(at: old), try Differences.report(at: new))
      self.init(ReportDifference(old: reports.0, new: reports.1), reports.0, reports.1)
    }
  }

  private static func report(at path: String) throws -> EarlierReport {
    let file = ComparedReport.file(of: path)
    return try EarlierReport(parsing: readSmallFile(file, limit: 1 << 30), path: file)
  }

  // MARK: - Bundles

  private init(_ difference: BundleDifference, _ old: String, _ new: String) {
    var lines = ["\(printable(old)) -> \(printable(new))"]
    if difference.isEmpty { lines.append("the bundles hold the same rows") }
    var tables: [JSONValue] = []
    for table in difference.tables {
      let (added, changed, missing) = (table.added, table.changed, table.notInExport)
      let removed = table.removed
      lines.append(
        "\(table.name): \(added.count) added, \(changed.count) changed, "
          + (removed.count > 0 ? "\(removed.count) removed, " : "")
          + "\(missing.count) not in this export, \(table.same) the same"
      )
      lines += Differences.list("added", added.shown)
      lines += Differences.list("changed", changed.shown)
      lines += Differences.list("removed", removed.shown)
      lines += Differences.list("not in this export", missing.shown)
      if missing.count > 0 {
        lines.append("  the export is not proved complete, so no one is taken out")
      }
      tables.append([
        "name": .text(table.name), "same": .number(table.same),
        "added": JSONValue(added.shown), "changed": JSONValue(changed.shown),
        "removed": JSONValue(removed.shown), "missing": JSONValue(missing.shown),
      ])
    }
    text = lines.joined(separator: "\n") + "\n"
    let document: JSONValue = [
      "diff": 1, "of": "bundles", "old": .text(old), "new": .text(new), "tables": .list(tables),
    ]
    json = document.document
  }

  private static func list(_ word: String, _ keys: [String]) -> [String] {
    guard !keys.isEmpty else { return [] }
    let more = keys.count > shown ? [" and \(keys.count - shown) more"] : []
    return [
      "  \(word): \(keys.prefix(shown).map(printable).joined(separator: ", "))\(more.joined())"
    ]
  }

  // MARK: - Reports

  private init(_ difference: ReportDifference, _ old: EarlierReport, _ new: EarlierReport) {
    var lines = [
      "\(printable(old.path)) (\(printable(old.issueDate))) -> "
        + "\(printable(new.path)) (\(printable(new.issueDate)))",
      "findings: \(difference.new.count) new, \(difference.fixed.count) fixed, "
        + "\(difference.stillThere) still there",
    ]
    lines += Differences.list("new", difference.new)
    lines += Differences.list("fixed", difference.fixed)
    text = lines.joined(separator: "\n") + "\n"
    let document: JSONValue = [
      "diff": 1, "of": "reports",
      "old": .text(old.path), "oldSHA256": .text(old.sha256),
      "new": .text(new.path), "newSHA256": .text(new.sha256),
      "stillThere": .number(difference.stillThere),
      "newFindings": .list(difference.new.map(Differences.json)),
      "fixed": .list(difference.fixed.map(Differences.json)),
    ]
    json = document.document
  }

  private static func list(_ word: String, _ items: [EarlierReport.Item]) -> [String] {
    var lines = items.prefix(shown).map { item in
      "  \(word): \(item.level): \(printable(item.message)) [\(printable(item.code))]"
    }
    if items.count > shown { lines.append("  and \(items.count - shown) more \(word)") }
    return lines
  }

  private static func json(_ item: EarlierReport.Item) -> JSONValue {
    [
      "code": .text(item.code), "level": .text(item.level.description),
      "entity": .text(item.entity), "record": .text(item.record), "field": .text(item.field),
      "message": .text(item.message),
    ]
  }
}

/// Whether a bundle's declaration is at the top of `path`.
private func isBundle(_ path: String) throws(FileError) -> Bool {
  do throws(FileError) {
    _ = try InputFile("\(path)/bagit.txt")
    return true
  } catch  where error.kind == .missing {
    return false
  }
}
