public import Findings
internal import SafeFiles

/// What a finding is known by from one run to the next: 32 hexadecimal digits, the first half of
/// the SHA-256 of code, kind of record, record and field.
///
/// Line and column are left out: a record that has moved in its file is the same record. Texts
/// that differ only in how they are divided are told apart by U+001F between them.
public func fingerprint(of finding: Finding) -> String {
  let parts = [finding.code, finding.entity, finding.record, finding.field]
  let digest = SHA256Digest.hex(of: Array(parts.joined(separator: "\u{1F}").utf8))
  return String(digest.prefix(32))
}

/// Gives the findings of a report their fingerprints, one after the other in the report's order.
public struct FingerprintCounter: Sendable {
  private var seen: [String: Int] = [:]

  /// A counter that has seen nothing.
  public init() {}

  /// The finding's fingerprint; the second of those that are equal gets `-2`, and so on.
  public mutating func next(_ finding: Finding) -> String {
    let print = fingerprint(of: finding)
    let count = seen[print, default: 0] + 1
    seen[print] = count
    return count == 1 ? print : "\(print)-\(count)"
  }
}
