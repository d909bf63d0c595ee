import Texts

/// A person as a mistyped address or id could mean them.
struct NearPerson {
  /// Their Clever id.
  var id: String
  /// Their e-mail address; empty if there is none.
  var email: String

  /// The one of `people` that `given` most likely means; it is the address or id of none of them.
  ///
  /// An address is near that has the same part before the '@', or the same part after it and a few
  /// letters that differ before it; an id is near in which a letter is left out, added, exchanged or
  /// swapped. Where two people are as near as each other, no one is meant: ids that Clever gave one
  /// after the other differ in one digit.
  ///
  /// - Parameters:
  ///   - given: an address or an id.
  ///   - people: those to choose from.
  /// - Returns: the position in `people`; nil if no one is near, or several are.
  static func only(near given: String, among people: [NearPerson]) -> Int? {
    let word = given.filter { $0 != " " }
    guard let name = word.partBeforeSign else {
      return onlyNear(word, among: people.map(\.id), slips: 1)
    }
    // Ids of others must not be near by chance, so addresses are compared with addresses alone.
    let names = people.map { $0.email.partBeforeSign ?? "" }
    let sameName = names.indices.filter {
      !names[$0].isEmpty && names[$0].lowercased() == name.lowercased()
    }
    guard sameName.isEmpty else { return sameName.count == 1 ? sameName[0] : nil }
    let host = word.partAfterSign.lowercased()
    let sameHost = people.indices.filter { people[$0].email.partAfterSign.lowercased() == host }
    let slips = max(1, min(3, name.unicodeScalars.count / 4))
    return onlyNear(name, among: sameHost.map { names[$0] }, slips: slips).map { sameHost[$0] }
  }
}

extension String {
  /// `sam` of `sam@oak.us`; nil without '@'.
  fileprivate var partBeforeSign: String? {
    unicodeScalars.lastIndex(of: "@").map { String(unicodeScalars[..<$0]) }
  }

  /// `oak.us` of `sam@oak.us`; empty without '@'.
  fileprivate var partAfterSign: String {
    unicodeScalars.lastIndex(of: "@").map { String(unicodeScalars[$0...].dropFirst()) } ?? ""
  }
}
