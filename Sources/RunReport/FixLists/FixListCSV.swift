internal import Findings

/// A fix list as CSV: for people, so with a byte order mark and guarded against formulas.
enum FixListCSV {
  static func write(_ list: FixList, to emit: (String) -> Void) {
    let hasNames = list.hasNames
    let columns =
      ["done", "level", "what", "entity", "record", "sis_id"] + (hasNames ? ["name"] : [])
      + ["school", "where", "what_to_do", "who", "code", "file", "line", "column"]
    emit("\u{FEFF}" + PeopleCSV.row(columns))
    for row in list.rows {
      let finding = row.finding
      let place = finding.place
      emit(
        PeopleCSV.row(
          ["", finding.level.description, finding.message, finding.entity, finding.record]
            + [row.facts.sisID] + (hasNames ? [row.facts.name] : [])
            + [
              row.facts.school ?? "", row.whereToLook, row.help, finding.fixer.rawValue,
              finding.code, place?.file ?? "",
              place.map { $0.line > 0 ? String($0.line) : "" } ?? "",
              place.map { $0.column > 0 ? String($0.column) : "" } ?? "",
            ]
        )
      )
    }
  }
}
