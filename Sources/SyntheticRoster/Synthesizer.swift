public import SafeFiles

/// Writes made-up districts as Clever would export them, with the key to the faults in them.
public struct Synthesizer: Sendable {
  private let district: District
  private let plan: DistrictPlan

  /// A writer of the district of `plan`.
  ///
  /// Cost: one pass over the families, to count their contacts.
  public init(_ plan: DistrictPlan) {
    self.plan = plan
    district = District(plan)
  }

  /// Writes the export below ``SynthesisSummary/exportFolder``, and beside it
  /// ``SynthesisSummary/answerKeyFile``.
  ///
  /// Records are made and written one by one: memory holds a school's list of students and the
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
    try write(to: &folder, form.packing) { try writer.write(into: &$0) }
    return try finish(writer, [], since: before, &folder)
  }

  /// Writes an export as ``write(into:version:form:)`` does, but of an earlier day; beside its
  /// lists the pages of events since, and in ``SynthesisSummary/laterFolder`` the export of today,
  /// which an export and its events must come to.
  ///
  /// - Parameters:
  ///   - folder: where to; neither published nor discarded.
  ///   - version: whose shapes the records have.
  ///   - form: how both exports are cut into files; events come in pages, since only pages tell
  ///     that none is missing.
  ///   - pageSize: events of a page, at least 1.
  /// - Returns: what is in the export of today, and how many events there are.
  /// - Throws: ``SafeFiles/FileError`` when writing fails.
  /// - Precondition: the plan has no faults: what is planted would not be the same in both exports.
  public func writeEvents(
    into folder: inout OutputFolder,
    version: CleverVersion = .v31,
    form: ExportForm = .lines,
    pageSize: Int = 100
  ) throws -> SynthesisSummary {
    precondition(!plan.hasFaults)
    if form.layout == .upload {
      throw DistrictPlanError(description: "a district uploads no events with its CSV files")
    }
    let start = folder.entries.count
    let events = EventPlan(plan, version)
    let now = RecordWriter(district, version)
    let former = RecordWriter(District(plan, isFormer: true), version)
    var before = ExportWriter(now, form, events, before: former)
    var pages = EventWriter(now, former: former, events, pageSize: max(1, pageSize))
    try write(to: &folder, form.packing) { target in
      try before.write(into: &target)
      try pages.write(into: &target)
    }
    var after = ExportWriter(now, form, events, before: nil)
    try write(to: &folder, form.packing, in: SynthesisSummary.laterFolder) {
      try after.write(into: &$0)
    }
    let count = SynthesisSummary.ListCount(name: "\(EventWriter.list)", records: pages.count)
    return try finish(after, [count], since: start, &folder)
  }

  private func write(
    to folder: inout OutputFolder,
    _ packing: ExportForm.Packing,
    in place: String = SynthesisSummary.exportFolder,
    _ body: (inout ExportTarget) throws -> Void
  ) throws {
    var target = ExportTarget(folder, packing, in: place)
    defer { folder = target.folder }
    try body(&target)
    try target.close()
  }

  /// Writes the answer key.
  private func finish(
    _ writer: ExportWriter,
    _ events: [SynthesisSummary.ListCount],
    since start: Int,
    _ folder: inout OutputFolder
  ) throws -> SynthesisSummary {
    let summary = SynthesisSummary(
      plan: plan,
      version: writer.records.version,
      lists: writer.counts + events,
      schools: writer.records.schools,
      contactLinks: writer.records.contactLinks,
      byteCount: folder.entries[start...].reduce(0) { $0 + $1.byteCount },
      importer: writer.form.layout == .upload ? "A00000" : writer.records.adminID(0).text,
      planted: writer.records.planted
    )
    try folder.write(SynthesisSummary.answerKeyFile) { file in
      AnswerKey(summary: summary).put(into: &file)
    }
    return summary
  }
}
