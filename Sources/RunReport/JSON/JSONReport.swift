internal import Findings
internal import Texts

/// The report as JSON, for programs: what ``ReportSchema`` describes, byte for byte the same for
/// the same report.
public enum JSONReport {
  /// The whole report as one text, ended by a line feed.
  public static func render(_ report: Report) -> String {
    gathered { write(report, to: $0) }
  }

  /// The report in pieces of some 64 KiB, so that all of a long one is never in memory.
  static func write(_ report: Report, to emit: (Span<UInt8>) -> Void) {
    withoutActuallyEscaping(emit) { emit in
      var json = JSONWriter()
      let form = ReportForm { json in
        if json.byteCount > 1 << 16 { json.drain(emit) }
      }
      form.report.put(report, nil, &json)
      json.drain(emit)
    }
  }
}
