import SafeFiles

/// What an archive says it holds, checked against the archive itself.
///
/// Strict, since a zip can say two things at once: the directory must lie right before the end, its
/// count must be true, each member's two headers must agree, and no two members may share a byte
/// (so a small archive cannot name one large member a thousand times).
struct ZipDirectory {
  /// Sorted by the UTF-8 bytes of their names.
  private(set) var members: [ZipMember] = []
  /// Members that are not opened, and why; sorted likewise.
  private(set) var passedOver: [(name: String, why: String)] = []
  /// What is wrong with single members that cannot be called by name.
  private(set) var faults: [String] = []

  /// Reads the directory of an open archive.
  ///
  /// - Throws: a fault when the archive as a whole is not to be trusted.
  init(of file: borrowing InputFile, _ limits: UnpackingLimits) throws(UnpackingFault) {
    let end = try ZipEnd(of: file)
    guard end.count <= limits.members else {
      throw .fault("the archive has \(end.count) members; more than \(limits.members) are not read")
    }
    guard end.directory.count <= limits.directoryBytes else {
      throw .fault("the archive's directory is longer than \(limits.directoryBytes >> 20) MiB")
    }
    var taken: [Range<Int>] = []
    var fields = Fields(try file.bytes(in: end.directory)[...])
    for _ in 0..<end.count {
      guard let entry = ZipEntry(&fields) else {
        throw .fault("the archive's directory is damaged")
      }
      let header = try ZipLocalHeader(of: entry, in: file, before: end.directory.lowerBound)
      taken.append(entry.offset..<header.data.upperBound)
      add(entry, header, limits)
    }
    guard fields.left == 0 else { throw .fault("the archive's directory is damaged") }
    taken.sort { $0.lowerBound < $1.lowerBound }
    for (range, next) in zip(taken, taken.dropFirst()) where next.lowerBound < range.upperBound {
      throw .fault("two members of the archive share bytes, as in a zip bomb")
    }
    guard !taken.isEmpty else { throw .fault("the archive is empty") }
    sort()
  }

  private mutating func add(
    _ entry: ZipEntry,
    _ header: ZipLocalHeader,
    _ limits: UnpackingLimits
  ) {
    switch MemberName(entry.name, isUTF8: entry.isUTF8, limits) {
    case .refused(let words): faults.append(words)
    case .passedOver(let name, let why): passedOver.append((name, why))
    case .folder:
      if entry.byteCount > 0 { faults.append("a folder of the archive has content of its own") }
    case .file(let name):
      if let kind = entry.specialKind { return passedOver.append((name, kind)) }
      var member = ZipMember(name: name)
      member.data = header.data
      member.byteCount = entry.byteCount
      member.checksum = entry.checksum
      member.fault = header.fault
      switch entry.method {
      case _ where entry.isEncrypted:
        member.fault = "it is encrypted; unpack it with its password and read the folder"
        member.isLocked = true
      case 0: member.method = .stored
      case 8: member.method = .deflated
      default:
        member.fault =
          "it is packed by method \(entry.method); only 'store' and 'deflate' are read, so pack it "
          + "again or unpack it by hand"
      }
      members.append(member)
    }
  }

  /// Sorts what was gathered. Of two members with one name, the second gets a fault.
  private mutating func sort() {
    members.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    passedOver.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    faults.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard members.count > 1 else { return }
    for index in 1..<members.count
    where members[index].name.utf8.elementsEqual(members[index - 1].name.utf8) {
      members[index].fault = "the archive has several members of this name; only the first is read"
    }
  }
}
