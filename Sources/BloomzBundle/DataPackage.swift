internal import BloomzModel
import Findings
internal import SafeFiles

/// The bundle's description of itself, `data/datapackage.json`: Data Package v2, with a Table
/// Schema for every CSV file.
///
/// Source: https://datapackage.org/standard/data-package/ and its pages on Data Resource, Table
/// Schema and Table Dialect, version 2.0. What the standard has no word for (`step`, `assumed`,
/// `keys`, …) is a further property, which it allows.
struct DataPackage {
  /// A file that the package describes; paths are relative to `data/`.
  struct Resource {
    var name: String
    var entry: FileEntry
    var summary: String
    var rows: Int?
    var form: Form

    enum Form {
      case csv(TableSchema, [Citation])
      case records(RecordForm)
    }
  }

  var summary: BundleSummary
  var issueDate: String
  var resources: [Resource] = []

  var json: JSONValue {
    .object([
      ("$schema", .string("https://datapackage.org/profiles/2.0/datapackage.json")),
      ("name", .string("bloomz-import")),
      ("description", .string(summary.sentence)),
      ("created", .string("\(issueDate)T00:00:00Z")),
      ("step", .string(summary.step.rawValue)),
      ("layout", .string(summary.profile.name)),
      (
        "class_options",
        .object(
          ClassOptions.names.map { name, option in
            (name, .boolean(summary.classOptions.contains(option)))
          }
        )
      ),
      ("counts", .object(summary.counts.map { ($0.table, .integer($0.rows)) })),
      ("resources", .array(resources.map(json))),
    ])
  }

  private func json(_ resource: Resource) -> JSONValue {
    let path = String(resource.entry.path.dropFirst("data/".count))
    var members: [(String, JSONValue)] = [("name", .string(resource.name))]
    if case .csv = resource.form { members.append(("type", .string("table"))) }
    members += [("path", .string(path)), ("description", .string(resource.summary))]
    switch resource.form {
    case .csv: members += [("format", .string("csv")), ("mediatype", .string("text/csv"))]
    case .records:
      // As 'ndjson' it would be taken for a table, which nested lists are not.
      members += [("format", .string("txt")), ("mediatype", .string("application/x-ndjson"))]
    }
    members += [
      ("encoding", .string("utf-8")),
      ("bytes", .integer(resource.entry.byteCount)),
      ("hash", .string("sha256:\(resource.entry.sha256)")),
    ]
    switch resource.form {
    case .csv(let schema, let citations):
      if let rows = resource.rows { members.append(("rows", .integer(rows))) }
      if schema.fields.contains(where: \.isAssumed) {
        members.append(("note", .string(Self.assumptionNote)))
      }
      let documents = citations.filter { $0.address != nil }
      if !documents.isEmpty { members.append(("sources", .array(documents.map(json)))) }
      members += [("dialect", Self.dialect), ("schema", json(schema))]
    case .records(let form):
      if let lines = resource.rows { members.append(("lines", .integer(lines))) }
      members.append(("keys", .array(form.fields.map(json))))
    }
    return .object(members)
  }

  /// RFC 4180 in the words of Table Dialect.
  private static let dialect = JSONValue.object([
    ("$schema", .string("https://datapackage.org/profiles/2.0/tabledialect.json")),
    ("header", .boolean(true)),
    ("delimiter", .string(",")),
    ("lineTerminator", .string("\r\n")),
    ("quoteChar", .string("\"")),
    ("doubleQuote", .boolean(true)),
    ("skipInitialSpace", .boolean(false)),
  ])

  private static let assumptionNote =
    "no page of Bloomz's that could be read names the columns marked as assumed; compare this "
    + "file's header with the template on Bloomz's Bulk Import page"

  private func json(_ schema: TableSchema) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("$schema", .string("https://datapackage.org/profiles/2.0/tableschema.json")),
      ("fields", .array(schema.fields.map { json($0, isKey: schema.primaryKey == [$0.name]) })),
      ("missingValues", .strings([""])),
    ]
    if !schema.primaryKey.isEmpty { members.append(("primaryKey", .strings(schema.primaryKey))) }
    // A key into a file that the bundle does not have could not be followed.
    let foreignKeys = schema.foreignKeys.filter { key in
      resources.contains { $0.name == key.file }
    }
    if !foreignKeys.isEmpty { members.append(("foreignKeys", .array(foreignKeys.map(json)))) }
    return .object(members)
  }

  /// With `isKey`, a column that alone is the primary key.
  private func json(_ field: TableField, isKey: Bool) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(field.name)),
      ("type", .string(field.type.rawValue)),
      ("description", .string(field.summary)),
    ]
    if field.isAssumed { members.append(("assumed", .boolean(true))) }
    var constraints: [(String, JSONValue)] = []
    switch field.need {
    case .required: constraints.append(("required", .boolean(true)))
    case .optional(let value?): members.append(("default", .string(value)))
    case .optional: break
    }
    if isKey { constraints.append(("unique", .boolean(true))) }
    if !field.values.isEmpty { constraints.append(("enum", .strings(field.values))) }
    if let pattern = field.pattern { constraints.append(("pattern", .string(pattern))) }
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    return .object(members)
  }

  private func json(_ key: ForeignKey) -> JSONValue {
    .object([
      ("fields", .strings(key.columns)),
      (
        "reference",
        .object([("resource", .string(key.file)), ("fields", .strings(key.references))])
      ),
    ])
  }

  private func json(_ citation: Citation) -> JSONValue {
    .object([("title", .string(citation.title)), ("path", .string(citation.address ?? ""))])
  }

  private func json(_ field: RecordForm.Field) -> JSONValue {
    .object([
      ("name", .string(field.name)),
      ("type", .string(field.type.rawValue)),
      ("description", .string(field.summary)),
    ])
  }
}
