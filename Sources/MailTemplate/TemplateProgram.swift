/// A template turned into pieces: what is always the same, and where values go. To fill it is to
/// copy bytes.
struct TemplateProgram: Sendable {
  /// One step; jumps are positions in ``steps``.
  enum Step: Sendable, Hashable {
    /// Bytes of ``literals``.
    case literal(Range<Int>)
    /// The text or link in a slot.
    case value(Int)
    /// The text of the current row.
    case item
    /// Goes on at `end` when the slot is empty or false.
    case when(Int, end: Int)
    /// Runs the steps up to `end` once a row.
    case each(Int, end: Int)
    /// Plain text: at least so many line ends are before what follows, unless it is the first.
    case lines(Int)
    /// Plain text: a blank, unless a line begins here.
    case blank
    /// Plain text: a list begins; its items are numbered if so said.
    case list(isNumbered: Bool)
    /// Plain text: the mark of a list's item: `1. ` or `- `.
    case mark
    /// Plain text: underlines the line before.
    case underline
  }

  /// What becomes of the signs that mean something in HTML.
  enum Escaping: Sendable {
    /// `& < > " '` are written as references, so that a value is text and never a tag.
    case html
    /// They stay; line ends and tabs become blanks.
    case none
  }

  let escaping: Escaping
  var steps: [Step] = []
  var literals: [UInt8] = []

  init(_ escaping: Escaping) {
    self.escaping = escaping
  }

  /// Adds bytes that are always the same.
  mutating func put(_ text: some Sequence<UInt8>) {
    let start = literals.count
    literals.append(contentsOf: text)
    guard literals.count > start else { return }
    // Neighbours join, unless a jump may land between them: those steps are never literals.
    if case .literal(let last) = steps.last, last.upperBound == start, !isTarget(steps.count) {
      steps[steps.count - 1] = .literal(last.lowerBound..<literals.count)
    } else {
      steps.append(.literal(start..<literals.count))
    }
  }

  /// Adds text that is always the same, escaped like a value; its line ends stay.
  mutating func put(escaped text: String) {
    var bytes: [UInt8] = []
    for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { bytes.append(0x0A) }
      append(Array(line).span, to: &bytes)
    }
    put(bytes)
  }

  private func isTarget(_ position: Int) -> Bool {
    steps.contains { step in
      switch step {
      case .when(_, let end), .each(_, let end): end == position
      default: false
      }
    }
  }

  /// Fills the program in.
  func run(_ values: TemplateValues, to bytes: inout [UInt8]) {
    var run = TemplateRun(start: bytes.count)
    fill(0..<steps.count, values, &run, to: &bytes)
  }

  private func fill(
    _ range: Range<Int>,
    _ values: TemplateValues,
    _ run: inout TemplateRun,
    to bytes: inout [UInt8]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch steps[index] {
      case .literal(let range): bytes.append(contentsOf: literals[range])
      case .value(let slot):
        append(values.bytes.span.extracting(values.ranges[slot]), to: &bytes)
      case .item: append(values.bytes.span.extracting(run.item), to: &bytes)
      case .when(let slot, let end):
        if !values.isTrue(slot) { index = end - 1 }
      case .each(let slot, let end):
        for row in values.rows[slot] {
          run.item = row
          fill(index + 1..<end, values, &run, to: &bytes)
        }
        index = end - 1
      case .lines(let count): run.breakLines(count, &bytes)
      case .blank: run.putBlank(&bytes)
      case .list(let isNumbered): run.number = isNumbered ? 0 : nil
      case .mark: run.putMark(&bytes)
      case .underline: run.underline(&bytes)
      }
      index += 1
    }
  }

  private func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    for index in text.indices {
      let byte = text[index]
      switch (byte, escaping) {
      case (UInt8(ascii: "&"), .html): bytes.append(contentsOf: "&amp;".utf8)
      case (UInt8(ascii: "<"), .html): bytes.append(contentsOf: "&lt;".utf8)
      case (UInt8(ascii: ">"), .html): bytes.append(contentsOf: "&gt;".utf8)
      case (UInt8(ascii: "\""), .html): bytes.append(contentsOf: "&quot;".utf8)
      case (UInt8(ascii: "'"), .html): bytes.append(contentsOf: "&#39;".utf8)
      case (0..<0x20, _), (0x7F, _): bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
  }
}

/// The surroundings of a filling: what plain text needs to know of what it wrote so far.
private struct TemplateRun {
  /// Where this part began in the bytes.
  let start: Int
  var item = 0..<0
  /// How many items of a numbered list are written; nil in a list with dashes.
  var number: Int?

  func breakLines(_ count: Int, _ bytes: inout [UInt8]) {
    while bytes.count > start, bytes.last == 0x20 { bytes.removeLast() }
    guard bytes.count > start else { return }
    var present = 0
    while present < count, bytes.count - present > start,
      bytes[bytes.count - 1 - present] == 0x0A
    {
      present += 1
    }
    for _ in present..<count { bytes.append(0x0A) }
  }

  func putBlank(_ bytes: inout [UInt8]) {
    guard bytes.count > start, bytes.last != 0x20, bytes.last != 0x0A else { return }
    bytes.append(0x20)
  }

  mutating func putMark(_ bytes: inout [UInt8]) {
    guard let last = number else { return bytes.append(contentsOf: "- ".utf8) }
    number = last + 1
    bytes.append(contentsOf: "\(last + 1). ".utf8)
  }

  func underline(_ bytes: inout [UInt8]) {
    var signs = 0
    var index = bytes.count - 1
    while index >= start, bytes[index] != 0x0A {
      if bytes[index] & 0xC0 != 0x80 { signs += 1 }
      index -= 1
    }
    guard signs > 0 else { return }
    bytes.append(0x0A)
    for _ in 0..<signs { bytes.append(UInt8(ascii: "-")) }
  }
}
