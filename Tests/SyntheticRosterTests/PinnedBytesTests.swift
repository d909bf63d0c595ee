import SafeFiles
import SyntheticRoster
import TestSupport
import Testing

/// A made-up district stays what it was when the code that writes it changes.
@Suite struct PinnedBytesTests {
  /// 300 students of seed 5, with faults but for CSV: the SHA-256 of a list of all files, in the form
  /// of `sha256sum`.
  private static let pinned: [(CleverVersion, ExportForm, String)] = [
    (.v11, .lines, "81968c5291885a30276e22080a0d0850158b35e29b54776a97b4e382994b781a"),
    (.v12, .lines, "69690e39e46f8748e38c70cbe48df51f4df2dca440dca339337f61610ee6f843"),
    (.v20, .lines, "6b4d6226048aa5697ea8095d7960865ea18da8f96a1b8b54c6fc2b563ef0fce6"),
    (.v21, .lines, "9d679ae70d5dcd5da546a48192115a4abb00742039c0393c20604fc755d36b13"),
    (.v30, .lines, "fb260302868e98d508868407068b5f0ee9ce40a32940a5573cfb34c85bde2469"),
    (.v31, .lines, "e79d01b9201b56b756a2c0ea1582ca9a251c305dc3b763506aeb1ba895f463ab"),
    (
      .v21, ExportForm(.pages(size: 40)),
      "68c5f0b956ba359af1793310d340b284f97d5a4c8e563a0238d0ee1298c774f6"
    ),
    (
      .v31, ExportForm(.upload),
      "8506d1247291e4083135387101f73d717af14a1f1513d14c401b087afb619685"
    ),
  ]

  @Test(arguments: pinned)
  func `the same plan gives the bytes that it always gave`(
    version: CleverVersion,
    form: ExportForm,
    digest: String
  ) throws {
    let plan = try DistrictPlan(students: 300, seed: 5, hasFaults: form.layout != .upload)
    let folder = try TemporaryFolder()
    var output = try OutputFolder.staging(folder("made"), mark: SynthesisSummary.answerKeyFile)
    _ = try Synthesizer(plan).write(into: &output, version: version, form: form)
    try output.publish()
    let files = try folder.names(in: "made").filter { $0.contains(".") }
    let list = try files.map { name in
      "\(SHA256Digest.hex(of: try folder.bytes("made/\(name)")))  \(name)\n"
    }
    #expect(SHA256Digest.hex(of: Array(list.joined().utf8)) == digest)
  }
}
