extension Span<UInt8> {
  /// Whether `word` is at `index`.
  func has(_ word: String, at index: Int) -> Bool {
    guard index + word.utf8.count <= count else { return false }
    var place = index
    for byte in word.utf8 {
      guard self[place] == byte else { return false }
      place += 1
    }
    return true
  }
}

extension [UInt8] {
  /// Appends a part of `bytes`.
  @inline(__always) mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    append(addingCapacity: range.count) { output in
      for index in range { output.append(bytes[index]) }
    }
  }
}
