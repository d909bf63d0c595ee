import BloomzModel
import Testing

@testable import InvitationMail

struct InvitationCodesTests {
  let codes = InvitationCodes(
    derivedKey: [UInt8](repeating: 7, count: 32),
    district: "dist",
    epoch: "2026"
  )

  func code(_ person: String, counter: UInt8 = 0, role: InvitedRole = .teacher) -> InvitationCode {
    codes.code(
      school: Array("school".utf8),
      role: role,
      person: Array(person.utf8),
      counter: counter
    )
  }

  @Test func `the known answer comes out`() {
    #expect(code("5b2c").description == "YRAG-GDEH-BMHZ-ZFH3")
  }

  @Test func `each part of the message changes the code`() {
    let key = [UInt8](repeating: 7, count: 32)
    func other(_ district: String, _ epoch: String, _ school: String, _ person: String)
      -> InvitationCode
    {
      InvitationCodes(derivedKey: key, district: district, epoch: epoch).code(
        school: Array(school.utf8),
        role: .teacher,
        person: Array(person.utf8),
        counter: 0
      )
    }
    let all = [
      code("5b2c"), code("5b2d"), code("5b2c", counter: 1), code("5b2c", role: .parent),
      other("dist2", "2026", "school", "5b2c"), other("dist", "2027", "school", "5b2c"),
      other("dist", "2026", "schoo", "l5b2c"),
      InvitationCodes(masterKey: key, district: "dist", epoch: "2026").code(
        school: Array("school".utf8),
        role: .teacher,
        person: Array("5b2c".utf8),
        counter: 0
      ),
    ]
    #expect(Set(all).count == all.count)
  }

  @Test func `a key of its own is derived as RFC 5869, appendix A.3, has it`() {
    let derived = KeyedHash(masterKey: [UInt8](repeating: 0x0B, count: 22), purpose: "")
    // The first 32 bytes of the test case's OKM.
    let expected = KeyedHash(
      key: bytes("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d")
    )
    #expect(derived.digest(Array("message".utf8)) == expected.digest(Array("message".utf8)))
  }

  @Test func `a keyed hash is that of RFC 4231, section 4.2, again and again`() {
    let hash = KeyedHash(key: [UInt8](repeating: 0x0B, count: 20))
    for _ in 0..<3 {
      #expect(
        hash.digest(Array("Hi There".utf8))
          == bytes("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
      )
    }
  }

  /// The bytes of pairs of hexadecimal digits.
  private func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }

  @Test func `every single wrong sign and every swap is found`() throws {
    let right = Array("YRAGGDEHBMHZZFH3".utf8)
    func reads(_ signs: [UInt8]) -> Bool {
      InvitationCode(reading: String(decoding: signs, as: UTF8.self)) != nil
    }
    #expect(reads(right))
    var tried = 0
    for place in right.indices {
      for sign in InvitationCode.alphabet where sign != right[place] {
        var wrong = right
        wrong[place] = sign
        #expect(!reads(wrong))
        tried += 1
      }
      for other in right.indices where right[other] != right[place] {
        var swapped = right
        swapped.swapAt(place, other)
        #expect(!reads(swapped))
      }
    }
    #expect(tried == 496)
  }

  @Test(arguments: [
    "YRAG-GDEH-BMHZ-ZFH3", "yrag-gdeh-bmhz-zfh3", "YRAGGDEHBMHZZFH3", " YRAG GDEH BMHZ ZFH3 ",
    "YRAG.GDEH.BMHZ.ZFH3",
  ])
  func `a code is read however it is written`(text: String) throws {
    let code = try #require(InvitationCode(reading: text))
    #expect(code.description == "YRAG-GDEH-BMHZ-ZFH3")
    #expect(code == self.code("5b2c"))
  }

  @Test func `signs that look alike are read as one`() throws {
    let code = try #require(InvitationCode(reading: InvitationCode(data: 1 << 70).description))
    let text = code.description
    #expect(text.hasPrefix("1000-0000"))
    for one in ["1", "I", "i", "L", "l"] {
      for zero in ["0", "O", "o"] {
        let typed = one + text.dropFirst().replacing("0", with: zero)
        #expect(InvitationCode(reading: typed) == code)
      }
    }
  }

  @Test(arguments: [
    "", "YRAG-GDEH-BMHZ-ZFH", "YRAG-GDEH-BMHZ-ZFH33", "YRAG-GDEH-BMHZ-ZFHU", "YRAG_GDEH_BMHZ_ZFH3",
    "YRAG-GDEH-BMHZ-ZFH2", "ＹRAG-GDEH-BMHZ-ZFH3", "YRAG-GDEH-BMHZ-ZFH3\n",
  ])
  func `what is no code is refused`(text: String) {
    #expect(InvitationCode(reading: text) == nil)
  }

  @Test func `a hundred thousand codes are all different, and their signs evenly spread`() {
    let count = 100_000
    let made = codes.codes(
      count: count,
      role: .teacher,
      school: { $1.append(contentsOf: "school".utf8) },
      person: { index, bytes in bytes.append(contentsOf: "\(index)".utf8) }
    )
    #expect(Set(made).count == count)
    #expect(!made.contains(where: DenyList.matches))
    for place in 0..<16 {
      var counts = [Int](repeating: 0, count: 32)
      for code in made { counts[code.sign(place)] += 1 }
      let even = Double(count) / 32
      let spread = counts.reduce(0.0) { $0 + (Double($1) - even) * (Double($1) - even) / even }
      #expect(spread < 61, "place \(place)")
    }
  }

  @Test(arguments: [["a", "b", "c", "d"], ["d", "c", "b", "a"], ["c", "a", "d", "b"]])
  func `of two with one code the later key takes its next one`(order: [String]) {
    // a, b and c begin with the same code; b's second is d's first.
    let lists: [String: [UInt128]] = [
      "a": [1, 9], "b": [1, 2, 5], "c": [1, 3], "d": [2, 4],
    ]
    let made = distinctCodes(count: 4, key: { Array(order[$0].utf8) }) { person, counter in
      InvitationCode(data: lists[order[person]]?[Int(counter)] ?? 0)
    }
    let codes = Dictionary(uniqueKeysWithValues: zip(order, made))
    #expect(codes["a"] == InvitationCode(data: 1))
    #expect(codes["b"] == InvitationCode(data: 2))
    #expect(codes["c"] == InvitationCode(data: 3))
    #expect(codes["d"] == InvitationCode(data: 4))
  }

  @Test func `a code with a denied word is passed over`() throws {
    let bad = try #require(bare("000SH1T00000000"))
    let good = try #require(bare("000SH2T00000000"))
    #expect(DenyList.matches(InvitationCode(data: bad)))
    #expect(!DenyList.matches(InvitationCode(data: good)))
    let made = distinctCodes(count: 1, key: { _ in [] }) { _, counter in
      InvitationCode(data: counter == 0 ? bad : good)
    }
    #expect(made == [InvitationCode(data: good)])
  }

  /// The data of 15 signs.
  func bare(_ signs: String) -> UInt128? {
    var data: UInt128 = 0
    for sign in signs.utf8 {
      guard let value = InvitationCode.alphabet.firstIndex(of: sign) else { return nil }
      data = data << 5 | UInt128(value)
    }
    return data
  }
}
