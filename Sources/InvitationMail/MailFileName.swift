/// The name of a person's file: `teacher-T1042.eml`, in ASCII, different for different keys.
enum MailFileName {
  /// The name for `key`: letters, digits, dots inside, `-` and `_` stand for themselves, all else
  /// is percent-encoded. A key too long for a file system is cut, with a hash of the whole.
  static func make(role: String, key: Span<UInt8>, hash: KeyedHash) -> String {
    var name = Array(role.utf8)
    name.append(UInt8(ascii: "-"))
    let start = name.count
    for index in key.indices {
      let byte = key[index]
      if isPlain(byte) {
        name.append(byte)
      } else {
        name.append(UInt8(ascii: "%"))
        name.append(digit(byte >> 4))
        name.append(digit(byte & 15))
      }
    }
    if name.count - start > 160 {
      var whole: [UInt8] = []
      for index in key.indices { whole.append(key[index]) }
      name.removeSubrange((start + 120)...)
      // `~` is never written for a key, so no short key has such a name.
      name.append(UInt8(ascii: "~"))
      for byte in hash.digest(whole).prefix(16) {
        name.append(digit(byte >> 4))
        name.append(digit(byte & 15))
      }
    }
    name.append(contentsOf: ".eml".utf8)
    return String(decoding: name, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
