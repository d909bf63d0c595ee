import BloomzBundle
import BloomzModel
import Foundation
import SafeFiles
import TestSupport

/// A folder of one test, with a bundle in it.
struct BundleFolder {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var path: String { folder.path }

  /// Where the bundle is.
  var bundle: String { folder("bundle") }

  func bytes(_ file: String) throws -> [UInt8] { try folder.bytes("bundle/\(file)") }

  func text(_ file: String) throws -> String { try folder.text("bundle/\(file)") }

  func write(_ text: String, to file: String) throws { try folder.file("bundle/\(file)", text) }

  func replace(_ old: String, with new: String, in file: String) throws {
    try write(try text(file).replacing(old, with: new), to: file)
  }

  func move(_ file: String, to name: String) throws {
    try FileManager.default.moveItem(atPath: "\(bundle)/\(file)", toPath: "\(bundle)/\(name)")
  }

  func remove(_ file: String) throws { try folder.remove("bundle/\(file)") }

  /// Seals and publishes `roster` as this folder's bundle.
  @discardableResult
  func publish(
    _ roster: BloomzRoster,
    profile: BundleProfile = .bloomzV2,
    formats: Set<BundleFormat> = [.csv, .json],
    complete: Set<ProfileTable> = []
  ) throws -> SealedBundle {
    let folder = try OutputFolder.staging(bundle, mark: "bagit.txt")
    let sealed = try seal(
      roster,
      into: folder,
      profile: profile,
      formats: formats,
      complete: complete
    )
    try sealed.publish()
    return sealed
  }
}

/// Seals `roster` in `folder`, with one file that another room adds.
func seal(
  _ roster: BloomzRoster,
  into folder: OutputFolder,
  profile: BundleProfile = .bloomzV2,
  formats: Set<BundleFormat> = [.csv, .json],
  complete: Set<ProfileTable> = []
) throws -> SealedBundle {
  var writer = BundleWriter(
    folder: folder,
    profile: profile,
    formats: formats,
    issueDate: "2026-08-03",
    complete: complete,
    facts: [("Delete-After", "2027-08-03")]
  )
  do {
    try writer.write(roster)
    let schema = TableSchema(
      fields: [
        TableField("person_id", .required, summary: "the person's id in staff.csv"),
        TableField("code", .required, pattern: "[0-9A-Z-]{19}", summary: "the code"),
        TableField("last_date", .optional(), type: .date, summary: "when the code ends"),
      ],
      primaryKey: ["person_id"],
      foreignKeys: [ForeignKey(["person_id"], in: "staff", ["id"])]
    )
    try writer.add("invitations.csv", summary: "one row an invited person", schema: schema) {
      $0.put("person_id,code,last_date\r\nT-1,YRAG-GDEH-BMHZ-ZFH3,2026-09-02\r\n")
    }
    return try writer.seal()
  } catch {
    writer.discard()
    throw error
  }
}
