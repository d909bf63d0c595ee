public import SafeFiles

/// Writes made-up districts as Clever would export them, with the key to the faults in them.
public struct Synthesizer: Sendable {
  private let district: District

  /// A writer of the district of `plan`.
  ///
  /// Cost: one pass over the families, to count their contacts.
  public init(_ plan: DistrictPlan) {
    district = District(plan)
  }

  /// Writes the export below ``SynthesisSummary/exportFolder``, and beside it
  /// ``SynthesisSummary/answerKeyFile``.
  ///
  /// Records are thrown and written one by one: memory holds a school's list of students and the
  /// planted faults, whatever the size of the district.
  ///
  /// - Parameters:
  ///   - folder: where to; neither published nor discarded.
  ///   - version: whose shapes the records have.
  ///   - form: how the export is cut into files.
  /// - Returns: what was written.
  /// - Throws: ``SafeFiles/FileError`` when writing fails; ``DistrictPlanError`` when the plan has
  ///   faults and the form no place for them.
  public func write(
    into folder: inout OutputFolder,
    version: CleverVersion = .v31,
    form: ExportForm = .lines
  ) throws -> SynthesisSummary {
    if form.layout == .upload, district.plan.hasFaults {
      throw DistrictPlanError(description: "no faults are planted in CSV files of a district")
    }
    let before = folder.entries.count
    var writer = ExportWriter(RecordWriter(district, version), form)
    try writer.write(into: &folder)
    let summary = SynthesisSummary(
      plan: district.plan,
      version: version,
      lists: writer.counts,
      schools: writer.records.schools,
      contactLinks: writer.records.contactLinks,
      byteCount: folder.entries[before...].reduce(0) { $0 + $1.byteCount },
      importer: form.layout == .upload ? "A00000" : writer.records.adminID(0).text,
      planted: writer.records.planted
    )
    try folder.write(SynthesisSummary.answerKeyFile) { file in
      AnswerKey(summary: summary).put(into: &file)
    }
    return summary
  }
}
