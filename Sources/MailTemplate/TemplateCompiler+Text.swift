extension TemplateCompiler {
  /// What is before an element in plain text.
  mutating func openText(_ layout: TemplateVocabulary.Layout, _ element: XMLElement) {
    switch layout {
    case .inline, .absent: break
    case .row: text.steps.append(.lines(1))
    case .block, .heading: text.steps.append(.lines(2))
    case .list(let isNumbered):
      text.steps.append(.lines(2))
      text.steps.append(.list(isNumbered: isNumbered))
    case .item:
      text.steps.append(.lines(1))
      text.steps.append(.mark)
    }
  }

  /// What is after it. A link's address is written out, unless it is the link's own text.
  mutating func closeText(_ layout: TemplateVocabulary.Layout, _ element: XMLElement) {
    switch layout {
    case .inline:
      if element.name == "a" { writeAddress(of: element) }
    case .absent: break
    case .row, .item: text.steps.append(.lines(1))
    case .heading:
      text.steps.append(.underline)
      text.steps.append(.lines(2))
    case .block, .list: text.steps.append(.lines(2))
    }
  }

  private mutating func writeAddress(of link: XMLElement) {
    if let name = link.value("data-href") {
      guard name != link.value("data-text"), let slot = schema.position(of: name) else { return }
      text.steps.append(.blank)
      text.put("<".utf8)
      text.steps.append(.value(slot))
      text.put(">".utf8)
    } else if let address = link.value("href") {
      var words = ""
      for case .text(let text) in link.children { words += text }
      guard !address.hasSuffix(words.trimmed) else { return }
      text.steps.append(.blank)
      text.put("<\(address)>".utf8)
    }
  }
}

extension TemplateProgram {
  /// Ends the jump that was written at `start`.
  mutating func close(_ start: Int) {
    switch steps[start] {
    case .when(let slot, _): steps[start] = .when(slot, end: steps.count)
    case .each(let slot, _): steps[start] = .each(slot, end: steps.count)
    default: break
    }
  }

  /// Puts words of plain text; blanks at their ends are blanks only inside a line.
  mutating func put(line: String) {
    if line.hasPrefix(" ") { steps.append(.blank) }
    put(line.trimmed.utf8)
    if line.hasSuffix(" "), line.utf8.count > 1 { steps.append(.blank) }
  }
}

extension String {
  /// The text with each run of white space as one blank, or as one line end when it held one and
  /// lines are kept. A no-break space is a blank too when lines are not kept: plain text has no
  /// use for it.
  func collapsed(keepingLines: Bool) -> String {
    var result = ""
    var pending: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\r": pending = keepingLines ? "\n" : " "
      case " ", "\t": pending = pending ?? " "
      case "\u{A0}" where !keepingLines: pending = pending ?? " "
      default:
        if let blank = pending { result.unicodeScalars.append(blank) }
        pending = nil
        result.unicodeScalars.append(scalar)
      }
    }
    if let blank = pending { result.unicodeScalars.append(blank) }
    return result
  }

  /// Without blanks and line ends at both ends.
  var trimmed: String {
    var rest = unicodeScalars[...]
    while let first = rest.first, first == " " || first == "\n" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\n" { rest.removeLast() }
    return String(rest)
  }
}
