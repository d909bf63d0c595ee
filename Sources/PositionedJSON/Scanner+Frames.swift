internal import Bytes

extension Scanner {
  /// Where the value ends, by structure alone, that comes after `start`.
  func frameEnd(from start: Int) throws(JSONFault) -> Int {
    var place = start
    var depth = 0
    switch try significant(&place) {
    case ASCII.quote, ASCII.openBrace, ASCII.openBracket: break
    case ASCII.comma, ASCII.colon, ASCII.closeBrace, ASCII.closeBracket:
      throw JSONFault(.syntax, at: place)
    default: return try bareEnd(from: place)
    }
    repeat {
      guard place < bytes.count else { throw JSONFault(.truncated, at: bytes.count) }
      let byte = bytes[place]
      place += 1
      switch byte {
      case ASCII.quote: try passFramedString(&place)
      case ASCII.openBrace, ASCII.openBracket: depth += 1
      case ASCII.closeBrace, ASCII.closeBracket: depth -= 1
      default: break
      }
    } while depth > 0
    return place
  }

  /// Where a number or literal ends: at white space, or what ends a value.
  private func bareEnd(from start: Int) throws(JSONFault) -> Int {
    var place = start
    while place < bytes.count {
      switch bytes[place] {
      case 0...ASCII.space, ASCII.comma, ASCII.closeBrace, ASCII.closeBracket: return place
      default: place += 1
      }
    }
    guard isFinal else { throw JSONFault(.truncated, at: bytes.count) }
    return place
  }

  /// Moves after the closing quote of the string that `place` is in.
  private func passFramedString(_ place: inout Int) throws(JSONFault) {
    while true {
      if place <= bytes.count - 8 {
        let marks = stringMarks(bytes.word(at: place))
        place += marks == 0 ? 8 : marks.trailingZeroBitCount >> 3
        if marks == 0 { continue }
      }
      guard place < bytes.count else { throw JSONFault(.truncated, at: bytes.count) }
      switch bytes[place] {
      case ASCII.quote:
        place += 1
        return
      case ASCII.backslash: place += 2
      default: place += 1
      }
    }
  }
}
