/// A few fixed texts, such as the names of grades, found by position.
struct WordList {
  private var literals = Literals()
  private var words: [Literals.Literal] = []
  private var isEmpty: [Bool] = []

  init(_ words: [String]) {
    for word in words {
      self.words.append(literals.add(Array(word.utf8)))
      isEmpty.append(word.isEmpty)
    }
  }

  /// Whether the word at `position` is `""`.
  func isEmpty(_ position: Int) -> Bool { isEmpty[position] }

  /// Writes the word at `position`; none needs quotes or escapes.
  @inline(__always)
  func put<Sink: ByteSink & ~Copyable>(_ position: Int, into sink: inout Sink) {
    literals.put(words[position], into: &sink)
  }
}
