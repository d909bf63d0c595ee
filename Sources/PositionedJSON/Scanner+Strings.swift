public import Bytes

extension Scanner {
  /// The string whose quote is at `quote`.
  ///
  /// 32 bytes at a time, so that one check of bounds serves four words; what is no plain ASCII, or
  /// near the end of the bytes, is told elsewhere.
  @inlinable @inline(__always)
  func text(at quote: Int) throws(JSONFault) -> JSONText {
    let start = quote &+ 1
    var place = start
    while let block = bytes.fourWords(at: place) {
      var word = block[0]
      var marks = plainMarks(word)
      if marks == 0 {
        word = block[8]
        marks = plainMarks(word)
        place &+= 8
        if marks == 0 {
          word = block[16]
          marks = plainMarks(word)
          place &+= 8
          if marks == 0 {
            word = block[24]
            marks = plainMarks(word)
            place &+= 8
            if marks == 0 {
              place &+= 8
              continue
            }
          }
        }
      }
      let bit = UInt64(truncatingIfNeeded: marks.trailingZeroBitCount)
      place &+= Int(truncatingIfNeeded: bit &>> 3)
      guard UInt8(truncatingIfNeeded: word &>> (bit &- 7)) == ASCII.quote,
        place &- start <= JSONCursor.stringLimit
      else { break }
      return JSONText(from: start, to: place, hasEscapes: false, hasNonASCII: false)
    }
    return try unusualText(from: start, at: place)
  }

  /// Goes on with a string from `place` that is not plain ASCII, or near the end of the bytes.
  ///
  /// What was passed of it is plain ASCII.
  @usableFromInline @inline(never)
  func unusualText(from start: Int, at place: Int) throws(JSONFault) -> JSONText {
    var place = place
    var high: UInt64 = 0
    var hasEscapes = false
    while true {
      if place <= bytes.count - 8 {
        let word = bytes.word(at: place)
        let marks = stringMarks(word)
        if marks == 0 {
          high |= word
          place += 8
          continue
        }
        let bit = UInt64(marks.trailingZeroBitCount)
        place += Int(bit >> 3)
        high |= word & ((1 << bit) - 1)
      }
      guard place < bytes.count else {
        let isTooLong = place - start > JSONCursor.stringLimit
        throw isTooLong
          ? JSONFault(.stringTooLong, at: start - 1) : JSONFault(.truncated, at: bytes.count)
      }
      let byte = bytes[place]
      if byte == ASCII.quote { break }
      if byte == ASCII.backslash {
        place = try escapeEnd(at: place)
        hasEscapes = true
      } else if byte < ASCII.space {
        throw JSONFault(.controlInString, at: place)
      } else {
        high |= UInt64(byte)
        place += 1
      }
    }
    guard place - start <= JSONCursor.stringLimit else {
      throw JSONFault(.stringTooLong, at: start - 1)
    }
    let hasNonASCII = high & highBits != 0
    if hasNonASCII { try checkUTF8(from: start, to: place) }
    return JSONText(from: start, to: place, hasEscapes: hasEscapes, hasNonASCII: hasNonASCII)
  }

  private func checkUTF8(from start: Int, to end: Int) throws(JSONFault) {
    do throws(Unicode.UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.extracting(start..<end))
    } catch {
      throw JSONFault(.invalidUTF8, at: start + error.byteOffsets.lowerBound)
    }
  }

  /// Where the escape at `place` ends; a surrogate pair counts as one.
  private func escapeEnd(at place: Int) throws(JSONFault) -> Int {
    guard place + 1 < bytes.count else { throw JSONFault(.truncated, at: bytes.count) }
    switch bytes[place + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return place + 2
    case 0x75: break
    default: throw JSONFault(.badEscape, at: place)
    }
    let unit = try codeUnit(of: place)
    guard 0xD800...0xDFFF ~= unit else { return place + 6 }
    guard unit < 0xDC00 else { throw JSONFault(.loneSurrogate, at: place) }
    for (index, byte) in [(place + 6, ASCII.backslash), (place + 7, 0x75)] {
      guard index < bytes.count else { throw JSONFault(.truncated, at: bytes.count) }
      guard bytes[index] == byte else { throw JSONFault(.loneSurrogate, at: place) }
    }
    guard 0xDC00...0xDFFF ~= (try codeUnit(of: place + 6)) else {
      throw JSONFault(.loneSurrogate, at: place)
    }
    return place + 12
  }

  /// The code unit of the `\u` escape at `place`.
  private func codeUnit(of place: Int) throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for index in place + 2..<place + 6 {
      guard index < bytes.count else { throw JSONFault(.truncated, at: bytes.count) }
      guard let digit = hexDigit(bytes[index]) else { throw JSONFault(.badEscape, at: place) }
      unit = unit << 4 | digit
    }
    return unit
  }
}

/// The value of a hexadecimal digit.
func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case 0x41...0x46: UInt32(byte - 0x41 + 10)
  case 0x61...0x66: UInt32(byte - 0x61 + 10)
  default: nil
  }
}
