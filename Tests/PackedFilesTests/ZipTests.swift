import PackedFiles
import PackedSamples
import TestSupport
import Testing

@Suite struct ZipTests {
  private let files = ["b/two.json": "{\"id\":2}", "a.json": "{\"id\":1}", "b.json": ""]
  private let lines = ["a.json: {\"id\":1}", "b.json: ", "b/two.json: {\"id\":2}"]

  /// The archive that a change makes of an ordinary one.
  private func archive(_ change: (inout Archive.Member) -> Void) -> Archive {
    var archive = Archive(files)
    for index in archive.members.indices { change(&archive.members[index]) }
    return archive
  }

  @Test func `members come out in the order of their names, however they are kept`() throws {
    var reversed = Archive(files)
    reversed.members.reverse()
    var commented = Archive(files)
    commented.comment = Array("made by PK\u{5}\u{6} someone".utf8)
    var long = archive { $0.isLong = true }
    long.isLong = true
    let archives: [(String, Archive)] = [
      ("deflated", Archive(files)), ("stored", archive { $0.method = 0 }),
      ("another order", reversed), ("with a comment", commented),
      ("numbers behind the data", archive { $0.hasDescriptor = true }),
      ("zip64", long),
      (
        "zip64 end alone",
        {
          var it = Archive(files); it.isLong = true; return it
        }()
      ),
      ("zip64, numbers behind", archive { ($0.isLong, $0.hasDescriptor) = (true, true) }),
    ]
    for (name, archive) in archives {
      #expect(try Unpacking(archive.bytes).lines == lines, "\(name)")
    }
  }

  @Test func `a member may end anywhere in a buffer`() throws {
    // zlib may have taken the last byte in while the buffer for what comes out is full.
    let sizes = [65_536, 131_072, 262_144, 524_288].flatMap { size in
      (-2...300).map { size + $0 }
    }
    let members = sizes.map { size in
      Archive.Member("\(size)", String(repeating: "a", count: size))
    }
    let parts = try Unpacking(Archive(members).bytes, limits: generous).unpacked.parts
    #expect(parts.count == sizes.count)
    for part in parts {
      #expect(part.fault == nil && "\(part.bytes.count)" == part.name, "\(part.name)")
    }
  }

  private var generous: UnpackingLimits {
    var limits = UnpackingLimits()
    limits.ratio = 2000
    return limits
  }

  @Test func `what a system adds is passed over, and folders are no files`() throws {
    var archive = Archive([
      "__MACOSX/._a.json": "x", ".DS_Store": "x", "a.json": "{}", "b/": "", "b/.git/c": "x",
      "link": "../../etc/passwd", "pipe": "",
    ])
    for index in archive.members.indices {
      switch String(decoding: archive.members[index].name, as: UTF8.self) {
      case "link": archive.members[index].attributes = 0o120777 << 16
      case "pipe": archive.members[index].attributes = 0o010644 << 16
      default: break
      }
    }
    #expect(
      try Unpacking(archive.bytes).lines == [
        "a.json: {}", ".DS_Store ~ hidden", "__MACOSX/._a.json ~ macOS's own notes on the files",
        "b/.git/c ~ hidden", "link ~ a link", "pipe ~ a fifo",
      ]
    )
  }

  @Test(arguments: [
    ("../../etc/x", "a member has the name '../../etc/x', which is no path inside the archive"),
    ("/etc/x", "a member has the name '/etc/x', which is no path inside the archive"),
    ("", "a member has the name '', which is no path inside the archive"),
    ("a//b", "a member has the name 'a//b', which is no path inside the archive"),
    ("..\\x", "a member has the name '../x', which is no path inside the archive"),
    ("a\nb", "a member has control characters in its name 'a\nb'"),
    (String(repeating: "n", count: 1025), "a member has a name of more than 1024 bytes"),
    ("x/", "a folder of the archive has content of its own"),
  ])
  func `a name that leads elsewhere is refused, and the others are read`(
    name: String,
    fault: String
  ) throws {
    let archive = Archive([.init(name, "{}"), .init("good.json", "{}")])
    #expect(try Unpacking(archive.bytes).lines == ["! \(fault)", "good.json: {}"])
  }

  @Test func `a name is shown as its maker meant it`() throws {
    var archive = Archive([
      .init("a", "1"), .init("b", "2"), .init("Windows\\c", "3"), .init("d", "4"),
    ])
    archive.members[0].name = [0x81, 0xE1, 0xFF]  // code page 437
    archive.members[1].name = Array("Zoë 林".utf8)
    archive.members[3].name = [0x81]
    archive.members[3].flags = 0x800
    #expect(
      try Unpacking(archive.bytes).lines == [
        "! a member has a name that is not the UTF-8 that the archive says",
        "Windows/c: 3", "Zoë 林: 2", "üß\u{A0}: 1",
      ]
    )
  }

  @Test func `of two members with one name the second is a fault`() throws {
    let archive = Archive([.init("a", "1"), .init("a", "2")])
    #expect(
      try Unpacking(archive.bytes).lines == [
        "a: 1", "a! the archive has several members of this name; only the first is read",
      ]
    )
  }

  @Test(arguments: [
    ("encrypted", "it is encrypted; unpack it with its password and read the folder"),
    (
      "method",
      "it is packed by method 12; only 'store' and 'deflate' are read, so pack it again or unpack "
        + "it by hand"
    ),
    ("name", "its header and the archive's directory differ; pack it again"),
    ("checksum", "it is damaged: its checksum (CRC-32) does not fit"),
    ("larger", "it is of another size than the archive says"),
    ("smaller", "it is of another size than the archive says"),
    ("stored", "it is of another size than the archive says"),
  ])
  func `a member's fault costs that member`(kind: String, fault: String) throws {
    var bad = Archive.Member("bad.json", "{\"id\":7}")
    switch kind {
    case "encrypted": bad.flags = 1
    case "method": bad.method = 12
    case "name": bad.localName = Array("odd.json".utf8)
    case "checksum": bad.checksum = 7
    case "larger": bad.byteCount = 3
    case "smaller": bad.byteCount = 300
    default: (bad.method, bad.byteCount) = (0, 9)
    }
    let archive = Archive([bad, .init("good.json", "{}")])
    #expect(try Unpacking(archive.bytes).lines == ["bad.json! \(fault)", "good.json: {}"])
  }

  @Test func `an archive that contradicts itself is not read at all`() throws {
    let whole = Archive(files)
    var more = whole
    more.count = 4
    var fewer = whole
    fewer.count = 2
    var part = whole
    part.disk = 1
    var long = more
    long.isLong = true
    let cases: [([UInt8], String)] = [
      (more.bytes, "the archive's directory is damaged"),
      (fewer.bytes, "the archive's directory is damaged"),
      (long.bytes, "the archive's directory is damaged"),
      (part.bytes, "it is one of several parts of an archive; join them, or unpack them by hand"),
      (
        whole.bytes + [0],
        "the archive has no directory at its end; it was cut short, or something follows"
      ),
      ([0x50, 0x4B, 3, 4] + whole.bytes, "the archive's directory is not where its end says"),
      (Archive([Archive.Member]()).bytes, "the archive is empty"),
    ]
    for (bytes, fault) in cases { #expect(try Unpacking(bytes).lines == ["! \(fault)"]) }
  }

  @Test func `an archive cut anywhere is not read at all`() throws {
    let whole = Archive(files).bytes
    for end in 4..<whole.count {
      let unpacked = try Unpacking(Array(whole[..<end])).unpacked
      #expect(unpacked.parts.isEmpty && unpacked.faults.count == 1, "\(end)")
    }
  }

  @Test(arguments: [false, true], [1, 2, 4, 8])
  func `no number is too large to be read`(isLong: Bool, size: Int) throws {
    var archive = archive { $0.isLong = isLong }
    archive.isLong = isLong
    let whole = archive.bytes
    for start in 4..<whole.count - size {
      var bytes = whole
      for index in start..<start + size { bytes[index] = 0xFF }
      let unpacking = try Unpacking(bytes)
      for (part, text) in zip(unpacking.unpacked.parts, unpacking.texts) where part.fault == nil {
        #expect(files.values.contains(text), "\(start)")
      }
    }
  }

  @Test(arguments: 0..<300)
  func `bytes changed at random never end the program, and nothing is lost unsaid`(seed: Int) throws
  {
    var generator = SeededRandom(seed: seed)
    var archive = Archive(files)
    if seed % 2 == 1 { archive.isLong = true }
    for index in archive.members.indices {
      archive.members[index].isLong = seed % 4 > 1
      archive.members[index].method = seed % 8 > 3 ? 0 : 8
    }
    var bytes = archive.bytes
    for _ in 0..<1 + seed % 4 {
      let index = 4 + generator.below(bytes.count - 4)
      bytes[index] = UInt8(truncatingIfNeeded: generator.next())
    }
    let unpacking = try Unpacking(bytes)
    let unpacked = unpacking.unpacked
    // A name may change, or what kind of thing a member is; content may not without a word.
    for (part, text) in zip(unpacked.parts, unpacking.texts) where part.fault == nil {
      #expect(files.values.contains(text), "seed \(seed)")
    }
    let said = unpacked.parts.count + unpacked.passedOver.count + unpacked.faults.count
    #expect(said >= 3 || !unpacked.faults.isEmpty, "seed \(seed)")
  }
}
