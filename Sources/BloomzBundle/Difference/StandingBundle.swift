internal import BloomzModel
public import SafeFiles

/// A bundle of an earlier run, to be compared with.
///
/// Nothing of it is believed that its own hashes do not prove: the tag files when it is opened, a
/// table when it has been read.
public struct StandingBundle: Sendable {
  /// The folder, as it was given.
  public let path: String
  /// SHA-256 of its tag manifest: the bundle's hash.
  public let digest: String
  /// The day of its hand-off, `YYYY-MM-DD`.
  public let issueDate: String
  let profile: BundleProfile
  /// The names of the tables that it says are proved complete.
  let completeTables: Set<String>
  private let hashes: [String: String]

  /// Opens the bundle at `path`; nil if there is none.
  ///
  /// - Throws: `FileError` (`failed`) where one is damaged, or of a layout that is not known.
  public init?(at path: String) throws(FileError) {
    func fault(_ answer: String) -> FileError {
      FileError(.failed, tried: "compare", path: path, answer: answer)
    }
    func text(_ file: String) throws(FileError) -> [UInt8] {
      do throws(FileError) {
        return try readSmallFile("\(path)/\(file)", limit: 1 << 20)
      } catch  where error.kind == .missing {
        throw fault("it is damaged: '\(file)' is missing")
      }
    }
    do throws(FileError) {
      _ = try InputFile("\(path)/\(BagTags.declaration)")
    } catch  where error.kind == .missing {
      return nil
    }
    let tags = try text(BagTags.tagManifest)
    for line in BagManifest(tags, name: BagTags.tagManifest, isPayload: false).lines {
      guard SHA256Digest.hex(of: try text(line.path)) == line.sha256 else {
        throw fault("it is damaged: \(shown(line.path)) is not as it was sealed")
      }
    }
    let manifest = BagManifest(
      try text(BagTags.manifest),
      name: BagTags.manifest,
      isPayload: true
    )
    guard manifest.faults.isEmpty else { throw fault("it is damaged: \(manifest.faults[0].what)") }
    let info = String(decoding: try text(BagTags.info), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    func value(_ label: String) -> String {
      info.first { $0.hasPrefix("\(label): ") }.map { String($0.dropFirst(label.count + 2)) } ?? ""
    }
    guard let profile = BundleProfile.named(value(BagTags.layoutLabel)) else {
      throw fault("its \(BagTags.info) names no layout that this program knows")
    }
    self.path = path
    self.profile = profile
    digest = SHA256Digest.hex(of: tags)
    issueDate = value("Bagging-Date")
    completeTables = Set(
      value(BagTags.completeLabel).split(separator: ",").map { String($0.drop { $0 == " " }) }
    )
    hashes = Dictionary(manifest.lines.map { ($0.path, $0.sha256) }) { first, _ in first }
  }

  /// The rows of one of its files.
  func rows(of file: ProfileFile) throws(FileError) -> RowReader {
    do throws(FileError) {
      return try RowReader("\(path)/\(BundleDifference.path(of: file))")
    } catch  where error.kind == .missing {
      throw FileError(.failed, tried: "compare", path: path, answer: "it has no \(file.name).csv")
    }
  }

  /// Makes sure that a file of the hash `sha256` is the one that was sealed.
  func check(_ file: ProfileFile, _ sha256: String) throws(FileError) {
    guard hashes[BundleDifference.path(of: file)] != sha256 else { return }
    throw FileError(
      .failed,
      tried: "compare",
      path: path,
      answer: "it is damaged: \(file.name).csv is not as it was sealed"
    )
  }
}
