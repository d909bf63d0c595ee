public import BloomzModel

/// Makes invitation codes: the same person gets the same code in every run with the same key, and
/// without the key no code says anything about another.
///
/// A code is the first 75 bits of HMAC-SHA-256 over `invite-v1`, district, school, role, person
/// and epoch, each with its length, and one counter byte. The key is derived by HKDF from the
/// master key. Bloomz need not accept codes made elsewhere, so they are hand-off codes: the
/// importer gets them in `invitations.csv`, and the mail says who made them.
public struct InvitationCodes: Sendable {
  private let hash: KeyedHash
  private let district: [UInt8]
  private let epoch: [UInt8]

  /// A maker of codes.
  ///
  /// - Parameters:
  ///   - masterKey: the 32 bytes of the key file.
  ///   - district: the district's Clever id.
  ///   - epoch: what makes next year's codes others: the school year, say.
  public init(masterKey: [UInt8], district: String, epoch: String) {
    let hash = KeyedHash(masterKey: masterKey, purpose: "invite-code")
    self.init(hash: hash, district: district, epoch: epoch)
  }

  /// A maker with the derived key itself; for known answers in tests.
  package init(derivedKey: [UInt8], district: String, epoch: String) {
    self.init(hash: KeyedHash(key: derivedKey), district: district, epoch: epoch)
  }

  private init(hash: KeyedHash, district: String, epoch: String) {
    self.hash = hash
    self.district = Array(district.utf8)
    self.epoch = Array(epoch.utf8)
  }

  /// The code of one person, whether it may be used or not.
  ///
  /// - Parameters:
  ///   - school: the school's Clever id.
  ///   - role: the role that the code invites to.
  ///   - person: the person's Clever id.
  ///   - counter: 0, and one more for each code of this person that could not be used.
  /// - Returns: the code that this counter gives.
  package func code(
    school: [UInt8],
    role: InvitedRole,
    person: [UInt8],
    counter: UInt8
  ) -> InvitationCode {
    var message: [UInt8] = []
    message.reserveCapacity(128)
    message.append(field: "invite-v1".utf8)
    message.append(field: district)
    message.append(field: school)
    message.append(field: role.rawValue.utf8)
    message.append(field: person)
    message.append(field: epoch)
    message.append(counter)
    var data: UInt128 = 0
    for byte in hash.digest(message).prefix(10) { data = data << 8 | UInt128(byte) }
    return InvitationCode(data: data >> 5)
  }

  /// The codes of `count` people, all different, none with a word on the deny list.
  ///
  /// - Parameters:
  ///   - count: how many people.
  ///   - role: the role that the codes invite to.
  ///   - school: appends the Clever id of the school of the person at this position.
  ///   - person: appends the Clever id of the person; unique.
  /// - Returns: the codes, in the order of the people.
  public func codes(
    count: Int,
    role: InvitedRole,
    school: (Int, inout [UInt8]) -> Void,
    person: (Int, inout [UInt8]) -> Void
  ) -> [InvitationCode] {
    func id(_ append: (Int, inout [UInt8]) -> Void, _ index: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      append(index, &bytes)
      return bytes
    }
    return distinctCodes(count: count, key: { id(person, $0) }) { index, counter in
      code(school: id(school, index), role: role, person: id(person, index), counter: counter)
    }
  }
}
