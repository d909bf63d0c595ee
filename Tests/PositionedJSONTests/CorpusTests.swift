import Foundation
import PositionedJSON
import Testing

/// The files of nst/JSONTestSuite against the verdicts we promise.
struct CorpusTests {
  /// JSON by the grammar, but with a key that comes twice, which we refuse.
  static let refusedByUs = [
    "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
  ]

  static let files: [(name: String, bytes: [UInt8])] = {
    guard let folder = Bundle.module.resourceURL?.appending(path: "Corpus"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    else { return [] }
    return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
      // `Data(contentsOf:)` leaks its buffer when the file is empty, as one of these is.
      guard let file = try? FileHandle(forReadingFrom: folder.appending(path: name)) else {
        return nil
      }
      return (name, Array((try? file.readToEnd()) ?? Data()))
    }
  }()

  @Test func `the corpus is there, whole`() {
    #expect(CorpusTests.files.count == 157)
    #expect(CorpusTests.files.count { $0.name.hasPrefix("y_") } == 45)
    #expect(CorpusTests.files.count { $0.name.hasPrefix("i_") } == 16)
  }

  @Test func `what must be accepted is, but for double keys`() {
    for (name, bytes) in CorpusTests.files where name.hasPrefix("y_") {
      if CorpusTests.refusedByUs.contains(name) {
        #expect(fault(in: bytes)?.kind == .duplicateKey, "\(name)")
      } else {
        #expect(fault(in: bytes) == nil, "\(name)")
      }
    }
  }

  @Test func `what must be refused is`() {
    for (name, bytes) in CorpusTests.files where name.hasPrefix("n_") {
      #expect(fault(in: bytes) != nil, "\(name)")
    }
  }

  @Test(arguments: [
    ("i_number_neg_int_huge_exp.json", JSONFault.Kind.numberTooBig),
    ("i_number_pos_double_huge_exp.json", .numberTooBig),
    ("i_number_real_neg_overflow.json", .numberTooBig),
    ("i_number_too_big_neg_int.json", .numberTooBig),
    ("i_number_too_big_pos_int.json", .numberTooBig),
    ("i_string_1st_surrogate_but_2nd_missing.json", .loneSurrogate),
    ("i_string_1st_valid_surrogate_2nd_invalid.json", .loneSurrogate),
    ("i_string_UTF-16LE_with_BOM.json", .syntax),
    ("i_string_UTF-8_invalid_sequence.json", .invalidUTF8),
    ("i_string_UTF8_surrogate_U+D800.json", .invalidUTF8),
    ("i_string_incomplete_surrogates_escape_valid.json", .loneSurrogate),
    ("i_string_invalid_surrogate.json", .loneSurrogate),
    ("i_string_iso_latin_1.json", .invalidUTF8),
    ("i_string_not_in_unicode_range.json", .invalidUTF8),
    ("i_string_overlong_sequence_2_bytes.json", .invalidUTF8),
    ("i_string_overlong_sequence_6_bytes_null.json", .invalidUTF8),
  ])
  func `where the standard leaves the choice, ours is to refuse`(
    name: String,
    kind: JSONFault.Kind
  ) throws {
    let file = try #require(CorpusTests.files.first { $0.name == name })
    #expect(fault(in: file.bytes)?.kind == kind)
  }

  @Test(arguments: ["[123.456e-789]", "[123e-10000000]", "\u{FEFF}{}"])
  func `underflow and a byte order mark are accepted`(text: String) {
    #expect(fault(in: text) == nil)
  }

  @Test(arguments: ["\u{FEFF}\u{FEFF}{}", "{}\u{FEFF}", "[\u{FEFF}1]"])
  func `a byte order mark anywhere else is refused`(text: String) {
    #expect(fault(in: text) != nil)
  }

  @Test func `reading a value finds the same fault in the same place as passing over it`() {
    for (name, bytes) in CorpusTests.files {
      #expect(faultOfWalk(in: bytes) == fault(in: bytes), "\(name)")
    }
  }
}
