import SafeFiles
import SyntheticRoster
import TestSupport
import Testing

/// A made-up district stays what it was when the code that writes it changes.
@Suite struct PinnedBytesTests {
  /// 300 students of seed 5, with faults but for CSV: the SHA-256 of a list of all files, in the form
  /// of `sha256sum`.
  private static let pinned: [(CleverVersion, ExportForm, String)] = [
    (.v11, .lines, "ec84bee1c529a34a327b39237e8585bb96def70821c6f1374e88ea748785fd6f"),
    (.v12, .lines, "2a58e1b58a4eb34b173f0ad3907ba7f23f572f465ed6b6377716094ce8a38efb"),
    (.v20, .lines, "9035184708bd5e16f4c882a19ac497f63e216ae17632fd2507c85bd599737a18"),
    (.v21, .lines, "c4cd5c09353e91da4d941c97cd0b0ca04eedbac8c678c44a74d6c6d546e4af42"),
    (.v30, .lines, "5b4a6da6bc89b9b2d8f0791533301148122d9c26c97f4a59f82f242449e0ea01"),
    (.v31, .lines, "30475965447390b1ff78e2f01ff94fc4a9e7cb8fa10870f9c96ee6a692baef03"),
    (
      .v21, ExportForm(.pages(size: 40)),
      "b5bb1dd89652ebdde2333a854c295ad6b1e955398ac436ee1dfb00e071651bf5"
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
