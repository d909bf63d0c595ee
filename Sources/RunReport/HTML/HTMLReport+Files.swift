internal import Texts

extension MarkupWriter {
  /// The bundle and the mail: where, how much, and the hashes that prove it.
  mutating func outputs(_ outputs: Report.Outputs, isDryRun: Bool, _ rowLimit: Int) {
    element("dl", ["class": "pairs"]) { list in
      list.codePair("Bundle", outputs.bundle)
      if outputs.predicted == outputs.published {
        list.codePair("SHA-256, as predicted", outputs.published)
      } else {
        list.codePair("SHA-256, predicted", outputs.predicted)
        list.codePair("SHA-256, published", outputs.published)
      }
      if !outputs.mail.isEmpty {
        list.codePair("Invitations", outputs.mail)
        list.pair(
          isDryRun ? "Would be written for" : "Written for",
          "\(people(outputs.mailsWritten)); withheld: \(grouped(outputs.mailsWithheld))"
        )
      }
    }
    if !outputs.files.isEmpty {
      let size = outputs.files.reduce(0) { $0 + $1.byteCount }
      table(
        id: "outputs",
        caption: "\(counted(outputs.files.count, "file")), \(counted(size, "byte"))",
        columns: [.text("File"), .number("Rows"), .number("Bytes"), .text("SHA-256")],
        rows: outputs.files,
        limit: rowLimit
      ) { table, file in
        table.pathHead(file.path)
        if let rows = file.rows {
          table.cell(rows)
        } else {
          table.element("td", ["class": "num zero"], "–")
        }
        table.cell(file.byteCount)
        table.digestCell(file.sha256)
      }
    }
  }

  /// The files the run looked at, with what anyone needs to see that they are the same.
  mutating func inputs(_ inputs: [Report.Input], _ rowLimit: Int) {
    let size = inputs.reduce(0) { $0 + $1.byteCount }
    table(
      id: "inputs",
      caption: "\(counted(inputs.count, "file")), \(counted(size, "byte"))",
      columns: [
        .text("File"), .text("Holds"), .number("Records"), .number("Bytes"), .text("SHA-256"),
      ],
      rows: inputs,
      limit: rowLimit
    ) { table, input in
      table.pathHead(input.path)
      table.element("td", ["class": "record"], clipped(input.holds))
      table.cell(input.records)
      table.cell(input.byteCount)
      table.digestCell(input.sha256)
    }
  }

  private mutating func codePair(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    element("dt", name)
    element("dd") { $0.element("code", clipped(value)) }
  }
}
