import TestSupport
import Testing

@testable import SafeFiles

struct OutputFileTests {
  /// The only file of a prediction.
  func entry(_ body: (inout OutputFile) throws -> Void) throws -> FileEntry {
    var folder = OutputFolder.predicting("out")
    try folder.write("file", body)
    return try #require(folder.entries.first)
  }

  /// What `body` puts, read back from disk.
  func written(_ body: (inout OutputFile) throws -> Void) throws -> String {
    let temporary = try TemporaryFolder()
    var folder = try OutputFolder.staging(temporary("out"), mark: "file")
    try folder.write("file", body)
    try folder.publish()
    return try temporary.text("out/file")
  }

  // FIPS 180-4 known answers (NIST's SHA-256 examples); the last by openssl.
  @Test func `the digest is that of SHA-256`() throws {
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let mebibyte = "9bc1b2a288b26af7257a36277ae3816a7d4f16e89c1e7e77d0a5c48bad62b360"
    let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
    #expect(try entry { _ in }.sha256 == empty)
    #expect(try entry { $0.put("abc") }.sha256 == abc)
    #expect(
      try entry { $0.put(million) }
        == FileEntry(
          path: "file",
          byteCount: 1 << 20,
          sha256: mebibyte
        )
    )
    #expect(SHA256Digest.hex(of: []) == empty)
    #expect(SHA256Digest.hex(of: Array("abc".utf8)) == abc)
    #expect(SHA256Digest.hex(of: million) == mebibyte)
  }

  @Test func `every way of putting gives the same bytes`() throws {
    let text = "Zoë, \"7\"\r\n"
    let bytes = Array(text.utf8)
    let name = "Zoë"
    #expect(try written { $0.put("Zoë, \"7\"\r\n") } == text)
    #expect(try written { $0.put(text) } == text)
    #expect(try written { $0.put("\(name), \"7\"\r\n") } == text)
    #expect(try written { $0.put(bytes) } == text)
    #expect(try written { $0.put(bytes.span) } == text)
    #expect(try written { file in bytes.forEach { file.put(byte: $0) } } == text)
    #expect(try written { $0.put("a") } == "a")
    #expect(try written { $0.put("") } == "")
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (10, "10"), (-1, "-1"), (1_000_000, "1000000"),
    (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"),
  ])
  func `numbers are put in decimal digits`(number: Int, text: String) throws {
    #expect(try written { $0.put(decimal: number) } == text)
  }

  @Test func `a number of any length is put as its digits`() throws {
    var numbers: [Int] = []
    var power = 1
    for _ in 0..<19 {
      numbers += [power - 1, power, power + 1, power * 7 / 3, -power]
      power = power > Int.max / 10 ? power : power * 10
    }
    numbers += (0..<3000).map { $0 * 37_003 }
    let text = try written { file in
      for number in numbers {
        file.put(decimal: number)
        file.put(byte: UInt8(ascii: "\n"))
      }
    }
    #expect(text.split(separator: "\n").map { String($0) } == numbers.map { String($0) })
  }

  @Test func `as much is put as was laid down, as long as there is room`() throws {
    var expected: [UInt8] = []
    let text = try written { file in
      for number in 0..<40_000 {
        guard file.room >= 20 else {
          file.put("no room\n")
          expected += "no room\n".utf8
          continue
        }
        let count = number % 11
        file.put(upTo: 20) { target in
          #expect(target.count == 20)
          for index in target.indices { target[index] = UInt8(ascii: "a") + UInt8(index) }
          return count
        }
        expected += (0..<count).map { UInt8(ascii: "a") + UInt8($0) }
      }
    }
    #expect(Array(text.utf8) == expected)
    #expect(expected.count > 2 * OutputFile.capacity / 3)
  }

  @Test func `the byte count grows with every put`() throws {
    let big = [UInt8](repeating: 1, count: 3 * OutputFile.capacity + 1)
    let entry = try entry { file in
      #expect(file.byteCount == 0)
      file.put("abc")
      #expect(file.byteCount == 3)
      file.put(big)
      #expect(file.byteCount == 3 + big.count)
    }
    #expect(entry.byteCount == 3 + big.count)
  }

  @Test(arguments: 0..<24)
  func `a prediction equals what is written, and what is written is what was put`(
    seed: Int
  ) throws {
    var random = SeededRandom(seed: seed)
    let border = OutputFile.capacity
    let sizes = [0, 1, 2, 20, 4_095, border - 1, border, border + 1, 2 * border, 2 * border + 7]
    let pieces = (0..<random.below(40)).map { _ in
      random.below(2) == 0
        ? random.bytes(random.below(200))
        : random.bytes(sizes[random.below(sizes.count)])
    }
    let temporary = try TemporaryFolder()
    var prediction = OutputFolder.predicting(temporary("out"))
    var staging = try OutputFolder.staging(temporary("out"), mark: "file")
    let body: (inout OutputFile) -> Void = { file in
      for piece in pieces {
        if piece.count == 1 { file.put(byte: piece[0]) } else { file.put(piece) }
        file.put(decimal: piece.count)
        file.put(",")
      }
    }
    try prediction.write("file", body)
    try staging.write("file", body)
    try staging.publish()
    let expected = pieces.flatMap { $0 + Array("\($0.count),".utf8) }
    #expect(prediction.entries == staging.entries)
    #expect(prediction.entries.first?.sha256 == SHA256Digest.hex(of: expected))
    var input = try InputFile(temporary("out/file"))
    var content = [UInt8](repeating: 0, count: input.byteCount)
    #expect(try input.read(into: &content, from: 0) == expected.count)
    let isEqual = content == expected  // not inside: a failure would print all of both
    #expect(isEqual)
  }

  @Test(arguments: [1, OutputFile.capacity, 5 * OutputFile.capacity])
  func `a full disk is told when the file is closed, and nothing is written any more`(
    count: Int
  ) throws {
    // Every write to this device is answered with ENOSPC.
    let device = try Folder.open("/dev").openLock("full")
    var file = OutputFile(descriptor: device, isHashed: true, path: "out/members.csv")
    file.put([UInt8](repeating: 1, count: count))
    #expect(file.byteCount == count)
    let error = errorOf { _ = try file.close(as: "members.csv") }
    #expect(
      error?.description == "could not write out/members.csv: no space left on device"
    )
    #expect(error?.kind == .failed)
  }

  @Test func `a file is the same whoever hashes and writes it`() throws {
    func entry(_ crew: WritingCrew?) throws -> FileEntry {
      var file = OutputFile(descriptor: nil, isHashed: true, path: "file", crew: crew)
      for number in 0..<200_000 { file.put(decimal: number) }
      return try file.close(as: "file")
    }
    let alone = try entry(nil)
    #expect(alone.byteCount == 1_088_890)
    #expect(try entry(WritingCrew(processors: 1)) == alone)
    let complete = WritingCrew(processors: 1)
    #expect(try complete.work { try entry(complete) } == alone)
    // A crew that becomes complete on the way, and then is not any more.
    var file = OutputFile(descriptor: nil, isHashed: true, path: "file", crew: complete)
    for number in 0..<100_000 { file.put(decimal: number) }
    complete.work { for number in 100_000..<150_000 { file.put(decimal: number) } }
    for number in 150_000..<200_000 { file.put(decimal: number) }
    #expect(try file.close(as: "file") == alone)
  }

  @Test func `the first of many bytes are put, and none behind them`() throws {
    let bytes = (0..<100).map { UInt8(ascii: "A") + $0 % 26 }
    var expected: [UInt8] = []
    let text = try written { file in
      for length in 0...100 {
        for count in 0...length {
          file.put(first: count, of: bytes.span.extracting(0..<length))
          expected += bytes[..<count]
        }
      }
    }
    #expect(Array(text.utf8) == expected)
    // Where a buffer ends.
    let ends = try written { file in
      for _ in 0..<(OutputFile.capacity - 40) / 8 { file.put("-------\n") }
      for count in 0...32 { file.put(first: count, of: bytes.span) }
    }
    #expect(Array(ends.utf8.suffix(528)) == (0...32).flatMap { bytes[..<$0] })
  }

  @Test func `a word is put as eight bytes, across the end of a buffer too`() throws {
    let text = try written { file in
      file.put("abc")
      for _ in 0...OutputFile.capacity / 8 { file.put(word: 0x3837_3635_3433_3231) }
    }
    #expect(text == "abc" + String(repeating: "12345678", count: OutputFile.capacity / 8 + 1))
  }

  @Test func `of a word no more is put than is asked for, across the end of a buffer too`() throws {
    let text = try written { file in
      for number in 0...OutputFile.capacity / 3 {
        file.put(first: number % 9, ofWord: 0x3837_3635_3433_3231)
      }
    }
    let expected = (0...OutputFile.capacity / 3).map { "12345678".prefix($0 % 9) }.joined()
    #expect(text == expected)
  }
}

extension SeededRandom {
  /// So many bytes, each the one before and one more, from a random one on.
  fileprivate mutating func bytes(_ count: Int) -> [UInt8] {
    let start = UInt8(truncatingIfNeeded: next())
    return (0..<count).map { start &+ UInt8(truncatingIfNeeded: $0) }
  }
}
