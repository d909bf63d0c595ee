public import BloomzModel
import Findings
internal import FlatTables
public import SafeFiles

/// Writes a roster as the bundle that is handed to Bloomz: a BagIt bag with CSV and JSON files and
/// a description of their columns.
///
/// ``write(_:)`` once, ``add(_:summary:schema:_:)`` for what other rooms bring along,
/// ``seal()``, then ``SealedBundle/publish()``. The same roster, profile, formats, issue date and
/// facts give the same bytes, whether the folder is staged or only predicted.
public struct BundleWriter: Sendable {
  private var folder: OutputFolder
  private let profile: BundleProfile
  private let formats: Set<BundleFormat>
  private let issueDate: String
  private let complete: Set<ProfileTable>
  private let facts: [(label: String, value: String)]
  private var package: DataPackage?

  /// Begins a bundle.
  ///
  /// - Parameters:
  ///   - folder: empty, and the writer's alone from now on; staged with the mark `bagit.txt`.
  ///   - profile: the layout of the CSV files.
  ///   - formats: the forms of the records; at least one.
  ///   - issueDate: the day of the hand-off, `YYYY-MM-DD`; a value, never a clock.
  ///   - complete: the tables that are proved to hold all that they should. What a later bundle
  ///     lacks of the others may simply not have been exported.
  ///   - facts: further lines of `bag-info.txt`, such as when the bundle is to be deleted. Neither
  ///     names nor addresses of people belong there.
  public init(
    folder: OutputFolder,
    profile: BundleProfile,
    formats: Set<BundleFormat> = Set(BundleFormat.allCases),
    issueDate: String,
    complete: Set<ProfileTable> = [],
    facts: [(label: String, value: String)] = []
  ) {
    precondition(!formats.isEmpty, "a bundle has at least one form")
    self.folder = folder
    self.profile = profile
    self.formats = formats
    self.issueDate = issueDate
    self.complete = complete
    self.facts = facts
  }

  /// Writes the files that hold the roster, side by side.
  ///
  /// - Throws: ``BundleError`` when the roster breaks a promise: contacts in step one, or a row
  ///   without a value that the profile requires; `FileError` when writing fails. Then call
  ///   ``discard()``.
  /// - Precondition: the first call.
  public mutating func write(_ roster: BloomzRoster) throws {
    precondition(package == nil, "a bundle holds one roster")
    guard roster.step == .parentsContacts || roster.contacts.count == 0 else {
      throw BundleError(
        "step '\(roster.step.rawValue)' has no contacts, but the roster holds "
          + "\(roster.contacts.count)"
      )
    }
    var package = DataPackage(
      summary: BundleSummary(of: roster, profile: profile),
      issueDate: issueDate
    )
    let values = RowValues(roster, grades: profile.gradeSpelling)
    let parts =
      (formats.contains(.csv) ? profile.files.map { RosterPart($0, of: values) } : [])
      + (formats.contains(.json) ? RecordForm.all.map { RosterPart($0, of: values) } : [])
    let rows = try folder.write(sideBySide: parts.map(\.draft))
    let entries = folder.entries.suffix(parts.count)
    for (part, (entry, rows)) in zip(parts, zip(entries, rows)) {
      package.resources.append(
        DataPackage.Resource(
          name: part.name,
          entry: entry,
          summary: part.summary,
          rows: rows,
          form: part.form
        )
      )
    }
    self.package = package
  }

  /// Writes one more CSV file, below `data/`, such as `invitations.csv`.
  ///
  /// - Parameters:
  ///   - path: relative to `data/`; the name without extension is the file's name in keys.
  ///   - summary: what the file holds, in one line.
  ///   - schema: the columns that `body` writes, in order.
  ///   - body: writes header and rows, by RFC 4180 with CRLF.
  /// - Throws: whatever `body` throws, and `FileError`.
  /// - Precondition: after ``write(_:)``.
  public mutating func add(
    _ path: String,
    summary: String,
    schema: TableSchema,
    _ body: (inout OutputFile) throws -> Void
  ) throws {
    guard var package else { preconditionFailure("the roster is written first") }
    let entry = try write(path, body)
    let file = path.split(separator: "/").last ?? ""
    package.resources.append(
      DataPackage.Resource(
        name: String(file.prefix { $0 != "." }),
        entry: entry,
        summary: summary,
        form: .csv(schema, [])
      )
    )
    self.package = package
  }

  /// Describes and closes the bundle: `data/datapackage.json`, then the tag files.
  ///
  /// - Throws: `FileError` when writing fails.
  /// - Precondition: after ``write(_:)``, and once.
  public mutating func seal() throws -> SealedBundle {
    guard let package else { preconditionFailure("the roster is written first") }
    try write("datapackage.json") { output in
      package.json.write(into: &output)
      output.put("\n")
    }
    let payload = folder.entries
    let info = BagTags.infoLines(facts(of: package, payload: payload) + facts)
    try folder.write(BagTags.declaration) { $0.put(BagTags.declarationText) }
    try folder.write(BagTags.info) { $0.put(info) }
    try folder.write(BagTags.manifest) { $0.put(BagTags.manifestLines(payload)) }
    let tags = BagTags.manifestLines(Array(folder.entries[payload.count...]))
    try folder.write(BagTags.tagManifest) { $0.put(tags) }
    return SealedBundle(
      digest: folder.entries.last?.sha256 ?? "",
      entries: folder.entries,
      rowCounts: package.resources.compactMap { resource in
        resource.rows.map { RowCount(path: resource.entry.path, rows: $0) }
      },
      folder: folder
    )
  }

  /// Gives the bundle up and removes what was written aside.
  public func discard() { folder.discard() }

  /// What `bag-info.txt` says of every bundle; the labels with `Bloomz-` are ours, the others are
  /// reserved by RFC 8493, section 2.2.2.
  private func facts(
    of package: DataPackage,
    payload: [FileEntry]
  ) -> [(label: String, value: String)] {
    let bytes = payload.reduce(0) { $0 + $1.byteCount }
    let options = package.summary.optionsThatAreOn
    let assumed = formats.contains(.csv) ? profile.assumedColumns : []
    let complete = profile.files.filter { self.complete.contains($0.table) }.map(\.name)
    return [
      ("Bagging-Date", issueDate),
      ("Bag-Software-Agent", "clever-to-bloomz"),
      ("External-Description", package.summary.sentence),
      (BagTags.oxumLabel, "\(bytes).\(payload.count)"),
      ("Bloomz-Step", package.summary.step.rawValue),
      (BagTags.layoutLabel, profile.name),
      ("Bloomz-Class-Options", options.isEmpty ? "none" : options.joined(separator: ", ")),
      ("Bloomz-Assumed-Columns", assumed.isEmpty ? "none" : assumed.joined(separator: ", ")),
      (BagTags.completeLabel, complete.isEmpty ? "none" : complete.joined(separator: ", ")),
    ]
  }

  @discardableResult
  private mutating func write(
    _ path: String,
    _ body: (inout OutputFile) throws -> Void
  ) throws -> FileEntry {
    try folder.write(BagTags.payload + path, body)
    guard let entry = folder.entries.last else { preconditionFailure("the file has an entry") }
    return entry
  }
}

/// A file that holds a part of the roster: what the package says of it, and how it is written.
private struct RosterPart {
  var name: String
  var summary: String
  var form: DataPackage.Resource.Form
  /// Gives the number of rows.
  var draft: FileDraft<Int>

  init(_ file: ProfileFile, of values: RowValues) {
    name = file.name
    summary = file.summary
    form = .csv(file.schema, file.citations)
    draft = FileDraft(
      BagTags.payload + "csv/\(file.name).csv",
      weight: values.roster.weight(of: file.table)
    ) { output in
      var table = CSVTable(file, of: values)
      try table.write(into: &output)
      return table.rowCount
    }
  }

  init(_ form: RecordForm, of values: RowValues) {
    name = "\(form.name)-json"
    summary = form.summary
    self.form = .records(form)
    draft = FileDraft(
      BagTags.payload + "json/\(form.name).ndjson",
      weight: values.roster.weight(of: form.table)
    ) { output in
      var lines = RecordLines(form, of: values)
      lines.write(into: &output)
      return lines.rowCount
    }
  }
}

extension BloomzRoster {
  /// About how many people a file tells of: a guess at which takes longest.
  fileprivate func weight(of table: ProfileTable) -> Int {
    switch table {
    case .schools: schools.count
    case .classes: classes.count
    case .staff: staff.count
    case .students: students.count
    case .contacts: contacts.count
    case .memberships: weight(of: RecordForm.Table.classes)
    }
  }

  fileprivate func weight(of table: RecordForm.Table) -> Int {
    switch table {
    case .schools: schools.count
    // The members are in the line of their class; a child has a parent or two.
    case .classes: 2 * classes.students.targets.count + classes.teachers.targets.count
    case .staff: staff.count
    case .students: students.count
    case .contacts: contacts.count
    }
  }
}
