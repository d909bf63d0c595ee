internal import Findings
internal import Texts

/// A fix list as CSV, for a person with a spreadsheet.
enum FixListCSV {
  static func write(_ list: FixList, to emit: (Span<UInt8>) -> Void) {
    let names = list.hasNames ? ["name"] : []
    var csv = CSVWriter(
      for: .person,
      head: ["done", "level", "what", "entity", "record", "sis_id"] + names
        + ["school", "where", "what_to_do", "who", "code", "file", "line", "column"]
    )
    for row in list.rows {
      let finding = row.finding
      let cells =
        ["", finding.level.description, finding.message, finding.entity, finding.record]
        + [row.facts.sisID] + (list.hasNames ? [row.facts.name] : [])
        + [
          row.facts.school ?? "", row.whereToLook, row.help, finding.fixer.rawValue, finding.code,
          finding.place?.file ?? "", finding.place?.shownLine ?? "",
          finding.place?.shownColumn ?? "",
        ]
      csv.put(line: cells.map(printable))
      csv.drain(emit)
    }
    csv.drain(emit)
  }
}
