/// Whether a value may be in a mail.
enum NameCheck {
  case fine, control, hidden

  /// Looks for control characters (C0, DEL, C1) and for marks that hide or turn text around:
  /// bidirectional controls, zero-width signs, tags (Unicode TR 36, section 3).
  ///
  /// The two joiners pass between letters of scripts that are spelt with them, Arabic to Sinhala
  /// (RFC 5892, appendix A): a Persian name needs one.
  init(_ bytes: Span<UInt8>) {
    var hasHidden = false
    var previous: UInt32 = 0
    var mayJoin = false
    var index = 0
    while index < bytes.count {
      let scalar = NameCheck.scalar(bytes, &index)
      if scalar < 0x20 || (0x7F..<0xA0).contains(scalar) {
        self = .control
        return
      }
      if mayJoin, !NameCheck.isJoined(scalar) { hasHidden = true }
      mayJoin = false
      switch scalar {
      case 0x200C...0x200D where NameCheck.isJoined(previous): mayJoin = true
      case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F, 0xAD,
        0x61C, 0x180E:
        hasHidden = true
      default: break
      }
      previous = scalar
    }
    self = hasHidden || mayJoin ? .hidden : .fine
  }

  private static func isJoined(_ scalar: UInt32) -> Bool { (0x600..<0xE00).contains(scalar) }

  /// The scalar at `index`, in valid UTF-8.
  private static func scalar(_ bytes: Span<UInt8>, _ index: inout Int) -> UInt32 {
    let first = bytes[index]
    index += 1
    guard first >= 0x80 else { return UInt32(first) }
    var scalar = UInt32(first) & (first >= 0xF0 ? 0x07 : first >= 0xE0 ? 0x0F : 0x1F)
    while index < bytes.count, bytes[index] & 0xC0 == 0x80 {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    return scalar
  }
}
