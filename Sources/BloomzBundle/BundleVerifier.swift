public import SafeFiles

/// Checks a bundle against the hashes it was sealed with.
public enum BundleVerifier {
  /// Names every damaged, missing, extra and renamed file of the bundle at `path`, and whatever
  /// else is not as it was sealed; nothing if it is whole.
  ///
  /// Every file is read once; nothing outside of the folder is opened, whatever the manifests
  /// say. A tag manifest that was made anew after a change can't be told: compare the bundle's
  /// hash with the one that the run reported.
  ///
  /// - Returns: the faults, sorted by path.
  /// - Throws: `FileError`: `missing` when nothing is there, `failed` when it is no folder or a
  ///   file cannot be read.
  public static func verify(_ path: String) throws(FileError) -> [BundleFault] {
    let listing = try listFiles(path)
    guard listing.root == path else {
      throw FileError(.failed, tried: "verify", path: path, answer: "it is not a folder")
    }
    var check = BundleCheck(listing)
    try check.run()
    return check.faults.sorted { left, right in
      left.path.utf8.elementsEqual(right.path.utf8)
        ? left.what.utf8.lexicographicallyPrecedes(right.what.utf8)
        : left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
  }
}

/// One look at one bundle.
private struct BundleCheck {
  private let listing: FolderListing
  /// Paths as bytes: two spellings of one accent are two names.
  private let present: Set<[UInt8]>
  private let passedOver: Set<[UInt8]>
  private(set) var faults: [BundleFault] = []

  init(_ listing: FolderListing) {
    self.listing = listing
    present = Set(listing.files.map { Array($0.utf8) })
    passedOver = Set(listing.passedOver.map { Array($0.path.utf8) })
  }

  mutating func run() throws(FileError) {
    for (path, why) in listing.passedOver {
      let kind: BundleFault.Kind = why == "hidden" ? .extra : .notAFile
      faults.append(BundleFault(kind, path, "\(shown(path)) is \(why), which no bundle holds"))
    }
    let required = [BagTags.declaration, BagTags.info, BagTags.manifest, BagTags.tagManifest]
    for file in required where isAbsent(file) {
      faults.append(BundleFault(.missing, file, "'\(file)' is missing; a bundle has it at its top"))
    }
    if let declaration = try small(BagTags.declaration),
      !declaration.elementsEqual(BagTags.declarationText.utf8)
    {
      let what = "'\(BagTags.declaration)' does not declare BagIt 1.0 in UTF-8"
      faults.append(BundleFault(.badDeclaration, BagTags.declaration, what))
    }
    try checkOxum()
    let isPayload = { (path: String) in path.utf8.starts(with: BagTags.payload.utf8) }
    try check(
      listing.files.filter { isPayload($0) },
      against: BagTags.manifest,
      isPayload: true,
      reported: []
    )
    try check(
      listing.files.filter { !isPayload($0) && !$0.utf8.elementsEqual(BagTags.tagManifest.utf8) },
      against: BagTags.tagManifest,
      isPayload: false,
      reported: required
    )
  }

  /// Compares `files` with the lines of a manifest; that those `reported` are missing is known
  /// already.
  private mutating func check(
    _ files: [String],
    against name: String,
    isPayload: Bool,
    reported: [String]
  ) throws(FileError) {
    guard let bytes = try small(name) else { return }
    let manifest = BagManifest(bytes, name: name, isPayload: isPayload)
    faults += manifest.faults
    var missing: [BagManifest.Line] = []
    for line in manifest.lines {
      guard present.contains(Array(line.path.utf8)) else {
        if isAbsent(line.path), !reported.contains(line.path) { missing.append(line) }
        continue
      }
      guard try hash(line.path) != line.sha256 else { continue }
      let what = "\(shown(line.path)) is damaged: its bytes are not those that '\(name)' lists"
      faults.append(BundleFault(.damaged, line.path, what))
    }
    let listed = Set(manifest.lines.map { Array($0.path.utf8) })
    for file in files where !listed.contains(Array(file.utf8)) {
      let sha256 = missing.isEmpty ? "" : try hash(file)
      if let index = missing.firstIndex(where: { $0.sha256 == sha256 }) {
        let what = "\(shown(missing.remove(at: index).path)) was renamed to \(shown(file))"
        faults.append(BundleFault(.renamed, file, what))
      } else {
        let what = "\(shown(file)) is not listed in '\(name)'"
        faults.append(BundleFault(.extra, file, what))
      }
    }
    for line in missing {
      faults.append(
        BundleFault(.missing, line.path, "\(shown(line.path)) is missing; '\(name)' lists it")
      )
    }
  }

  /// Compares the payload's size with the one in `bag-info.txt` (RFC 8493, section 2.2.2).
  private mutating func checkOxum() throws(FileError) {
    guard let info = try small(BagTags.info) else { return }
    let label = "\(BagTags.oxumLabel): "
    let line = info.split(separator: UInt8(ascii: "\n")).first { $0.starts(with: label.utf8) }
    guard let line else {
      let what = "'\(BagTags.info)' has no '\(BagTags.oxumLabel)'"
      faults.append(BundleFault(.badOxum, BagTags.info, what))
      return
    }
    let payload = listing.files.filter { $0.utf8.starts(with: BagTags.payload.utf8) }
    var bytes = 0
    for file in payload { bytes += try InputFile(listing.path(of: file)).byteCount }
    let found = "\(bytes).\(payload.count)"
    guard !line.dropFirst(label.utf8.count).elementsEqual(found.utf8) else { return }
    let stated = String(decoding: line.dropFirst(label.utf8.count), as: UTF8.self)
    let what =
      "'\(BagTags.info)' says that the payload is \(shown(stated)) (bytes.files), "
      + "but it is '\(found)'"
    faults.append(BundleFault(.badOxum, BagTags.info, what))
  }

  /// Whether nothing of that name is there, not even something that is no file.
  private func isAbsent(_ file: String) -> Bool {
    let path = Array(file.utf8)
    return !present.contains(path) && !passedOver.contains(path)
  }

  /// The bytes of a tag file; nil if it is not there.
  ///
  /// A bundle's own are a few kilobytes; of a larger one, only the beginning is read, which then
  /// fits no hash.
  private func small(_ file: String) throws(FileError) -> [UInt8]? {
    guard present.contains(Array(file.utf8)) else { return nil }
    let input = try InputFile(listing.path(of: file))
    var bytes = [UInt8](repeating: 0, count: min(input.byteCount, 1 << 20))
    guard !bytes.isEmpty else { return [] }
    let count = try input.read(into: &bytes, from: 0, at: 0)
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// The SHA-256 of a file, in 64 lower-case digits; memory does not grow with the file.
  ///
  /// A prediction is a writer that only hashes, so the bytes are written to one.
  private func hash(_ file: String) throws(FileError) -> String {
    let path = listing.path(of: file)
    var input = try InputFile(path)
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    var prediction = OutputFolder.predicting(listing.root)
    do {
      try prediction.write(file) { output in
        while case let count = try input.read(into: &buffer, from: 0), count > 0 {
          output.put(buffer.span.extracting(..<count))
        }
      }
      try input.checkUnchanged()
    } catch let error as FileError {
      throw error
    } catch {
      throw FileError(.failed, tried: "read", path: path, answer: "\(error)")
    }
    return prediction.entries.first?.sha256 ?? ""
  }
}
