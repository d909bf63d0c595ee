import BloomzModel
import Findings
import Foundation
import SafeFiles
import Testing

import BloomzBundle

struct DataPackageTests {
  @Test
  func `the package says what the bundle is`() throws {
    let folder = try BundleFolder()
    try folder.publish(
      try SmallRoster(step: .parentsContacts, classOptions: [.studentPortfolios]).roster,
      profile: .bloomzV2Short
    )
    let text = try folder.text("data/datapackage.json")
    #expect(
      text.hasPrefix(
        """
        {
          "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
          "name": "bloomz-import",
          "description": "import of parents and contacts, with all that step one brought, into \
        Bloomz, in the layout bloomz-v2-short: schools 2, classes 3, staff 3, students 3, \
        contacts 2",
          "created": "2026-08-03T00:00:00Z",
          "step": "parents-contacts",
          "layout": "bloomz-v2-short",
          "class_options": {
            "behavior-management": false,
            "student-portfolios": true,
            "parent-parent-communication": false
          },
          "counts": {
            "schools": 2,
            "classes": 3,
            "staff": 3,
            "students": 3,
            "contacts": 2
          },
          "resources": [
            {
              "name": "schools",
              "type": "table",
              "path": "csv/schools.csv",
        """
      )
    )
    #expect(text.hasSuffix("]\n}\n"))
  }

  @Test
  func `a file that another room adds is described like the others`() throws {
    let folder = try BundleFolder()
    let sealed = try folder.publish(try SmallRoster(step: .parentsContacts).roster)
    let entry = try #require(sealed.entries.first { $0.path == "data/invitations.csv" })
    let expected = """
      ,
          {
            "name": "invitations",
            "type": "table",
            "path": "invitations.csv",
            "description": "one row an invited person",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": 62,
            "hash": "sha256:\(entry.sha256)",
            "dialect": {
              "$schema": "https://datapackage.org/profiles/2.0/tabledialect.json",
              "header": true,
              "delimiter": ",",
              "lineTerminator": "\\r\\n",
              "quoteChar": "\\"",
              "doubleQuote": true,
              "skipInitialSpace": false
            },
            "schema": {
              "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
              "fields": [
                {
                  "name": "person_id",
                  "type": "string",
                  "description": "the person's id in staff.csv",
                  "constraints": {
                    "required": true,
                    "unique": true
                  }
                },
                {
                  "name": "code",
                  "type": "string",
                  "description": "the code",
                  "constraints": {
                    "required": true,
                    "pattern": "[0-9A-Z-]{19}"
                  }
                },
                {
                  "name": "last_date",
                  "type": "date",
                  "description": "when the code ends"
                }
              ],
              "missingValues": [""],
              "primaryKey": ["person_id"],
              "foreignKeys": [
                {
                  "fields": ["person_id"],
                  "reference": {
                    "resource": "staff",
                    "fields": ["id"]
                  }
                }
              ]
            }
          }
        ]
      }

      """
    #expect(try folder.text("data/datapackage.json").hasSuffix(expected))
  }

  @Test(arguments: BundleProfile.all)
  func `every file of the payload is described, with the profile's columns`(
    profile: BundleProfile
  ) throws {
    let folder = try BundleFolder()
    let sealed = try folder.publish(
      try SmallRoster(step: .classesTeachersStudents).roster,
      profile: profile
    )
    let package = try Package(try folder.bytes("data/datapackage.json"))
    let payload = sealed.entries.filter {
      $0.path.hasPrefix("data/") && $0.path != "data/datapackage.json"
    }
    #expect(package.resources.map { "data/\($0.path)" } == payload.map(\.path))
    #expect(package.resources.map(\.bytes) == payload.map(\.byteCount))
    #expect(package.resources.map(\.hash) == payload.map { "sha256:\($0.sha256)" })
    for (resource, file) in zip(package.resources, profile.files) {
      #expect(resource.schema?.fields.map(\.name) == file.columns.map(\.name))
      #expect(resource.schema?.fields.map { $0.assumed ?? false } == file.columns.map(\.isAssumed))
      #expect(resource.schema?.primaryKey == file.primaryKey)
      #expect((resource.note != nil) == file.columns.contains(where: \.isAssumed))
    }
  }

  @Test
  func `without CSV files there are no keys into them`() throws {
    let folder = try BundleFolder()
    let roster = try SmallRoster(step: .parentsContacts).roster
    try folder.publish(roster, formats: [.json])
    let text = try folder.text("data/datapackage.json")
    #expect(!text.contains("foreignKeys"))
    #expect(!text.contains("csv/"))
    #expect(try folder.text("bag-info.txt").contains("Bloomz-Assumed-Columns: none\n"))
  }

  @Test(arguments: ["schools", "classes", "staff", "students", "contacts"])
  func `the keys of a JSON file are those of its lines`(name: String) throws {
    let folder = try BundleFolder()
    try folder.publish(try SmallRoster(step: .parentsContacts).roster)
    let package = try Package(try folder.bytes("data/datapackage.json"))
    let resource = try #require(package.resources.first { $0.name == "\(name)-json" })
    let keys = try #require(resource.keys)
    for line in try folder.text("data/json/\(name).ndjson").split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let record = try #require(object)
      #expect(record.keys.sorted() == keys.map(\.name).sorted())
      for key in keys { #expect(typeName(record[key.name]) == key.type, "\(key.name)") }
    }
  }

  private func typeName(_ value: Any?) -> String {
    switch value {
    case is String: "string"
    case is Bool: "boolean"
    case is [String: Any]: "object"
    case is [Any]: "array"
    default: "none"
    }
  }

  /// What the tests look at.
  private struct Package: Decodable {
    var resources: [Resource]

    init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) }

    struct Resource: Decodable {
      var name: String
      var path: String
      var bytes: Int
      var hash: String
      var note: String?
      var schema: Schema?
      var keys: [Field]?
    }

    struct Schema: Decodable {
      var fields: [Field]
      var primaryKey: [String]?
    }

    struct Field: Decodable {
      var name: String
      var type: String
      var assumed: Bool?
    }
  }
}
