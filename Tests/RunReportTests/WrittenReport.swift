import Findings
import Foundation
import RunReport
import SafeFiles

/// The files that a report has in one format, by path, as they are on disk.
///
/// `report.json` is always written; it is among the files only if it is asked for.
func writtenFiles(
  of report: Report,
  in format: ReportFormat,
  facts: @escaping (Finding) -> RecordFacts = { _ in RecordFacts() }
) throws -> [String: String] {
  let parent = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: parent) }
  let path = parent.appending(path: "report").path
  var folder = try OutputFolder.staging(path, mark: ReportWriter.mark, isHashed: false)
  _ = try folder.write(
    sideBySide: ReportWriter.drafts(of: report, formats: [format], facts: facts)
  )
  let names = folder.entries.map(\.path)
  try folder.publish()
  let files = try names.filter { format == .json || $0 != ReportWriter.mark }.map { name in
    let bytes = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
    return (name, String(decoding: bytes, as: UTF8.self))
  }
  return Dictionary(uniqueKeysWithValues: files)
}
