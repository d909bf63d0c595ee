import Findings
import Texts

/// Walks a template's tree once, in the order of the document, and writes three programs: the
/// HTML, the plain text and the title. Collects all faults on the way.
struct TemplateCompiler {
  let source: TemplateSource
  let schema: TemplateSchema
  var findings: [Finding] = []
  var html = TemplateProgram(.html)
  var text = TemplateProgram(.none)
  var title = TemplateProgram(.none)
  private var used: Set<Int> = []
  private var hasTitle = false
  private var hasBody = false
  private var eachDepth = 0

  init(source: TemplateSource, schema: TemplateSchema) {
    self.source = source
    self.schema = schema
  }

  mutating func compile(_ root: XMLElement) {
    if root.name != "html" {
      found(
        .partMissing,
        "the outermost element is '\(root.name)'",
        "it must be 'html', with a 'head' and a 'body'",
        source.place(of: root)
      )
    } else if root.value("lang")?.isEmpty ?? true {
      found(
        .partMissing,
        "'html' has no 'lang'",
        "say the language of the wording: <html lang=\"en\" dir=\"ltr\">",
        source.place(of: root)
      )
    }
    html.put("<!DOCTYPE html>\n".utf8)
    compile(root, Context())
    html.put("\n".utf8)
    for (isThere, name) in [(hasTitle, "title"), (hasBody, "body")] where !isThere {
      found(
        .partMissing,
        "the template has no '\(name)'",
        name == "title" ? "the title is the mail's subject" : "the body is the mail's text",
        Place(file: source.file)
      )
    }
    for (slot, field) in schema.fields.enumerated() where field.isRequired {
      if used.contains(slot) { continue }
      found(
        .placeholderMissing,
        "the template nowhere uses '\(field.name)'",
        "a mail without it helps nobody: add "
          + (field.kind == .link
            ? "<a data-href=\"\(field.name)\">" : "data-text=\"\(field.name)\""),
        Place(file: source.file)
      )
    }
  }

  mutating func found(_ code: TemplateFault, _ message: String, _ help: String, _ place: Place) {
    findings.append(Finding(code, .blocker, message, help: help, at: place))
  }

  /// What of the three parts is being written.
  struct Context {
    var isInText = true
    var isInTitle = false
    var isInHTML = true
  }

  private mutating func compile(_ element: XMLElement, _ context: Context) {
    guard let layout = TemplateVocabulary.layout(of: element.name) else {
      found(
        .forbiddenElement,
        "the template has the element '\(element.name)'",
        "a mail holds text, links, lists and tables; nothing that is fetched, run or filled in",
        source.place(of: element)
      )
      return
    }
    checkAttributes(element)
    var inner = context
    switch element.value("data-only") {
    case "html": inner.isInText = false
    case "text": inner.isInHTML = false
    default: break
    }
    if case .absent = layout { inner.isInText = false }
    if element.name == "body" { hasBody = true }
    if element.name == "title" {
      hasTitle = true
      inner.isInTitle = true
    }
    let condition = element.value("data-if").flatMap { slot($0, in: element, "data-if") }
    let list = element.value("data-each").flatMap { slot($0, in: element, "data-each") }
    if list != nil {
      eachDepth += 1
      if eachDepth > 1 { misplaced(element, "data-each", "stands inside another 'data-each'") }
    }
    wrap(condition.map { .when($0, end: 0) }) { compiler in
      compiler.wrap(list.map { .each($0, end: 0) }) { compiler in
        compiler.write(element, layout, inner)
      }
    }
    if list != nil { eachDepth -= 1 }
  }

  /// Writes a jump around what `body` writes, into each of the three programs.
  private mutating func wrap(_ step: TemplateProgram.Step?, _ body: (inout Self) -> Void) {
    guard let step else { return body(&self) }
    let starts = (html.steps.count, text.steps.count, title.steps.count)
    html.steps.append(step)
    text.steps.append(step)
    title.steps.append(step)
    body(&self)
    html.close(starts.0)
    text.close(starts.1)
    title.close(starts.2)
  }

  private mutating func write(
    _ element: XMLElement,
    _ layout: TemplateVocabulary.Layout,
    _ context: Context
  ) {
    // A title is text: the elements inside it only carry its bindings.
    let isTagged = context.isInHTML && (!context.isInTitle || element.name == "title")
    if isTagged { writeStartTag(element) }
    if context.isInText { openText(layout, element) }
    if let name = element.value("data-text") {
      writeValue(name, element, context)
    } else {
      for child in element.children {
        switch child {
        case .element(let child): compile(child, context)
        case .text(let words): writeText(words, element, context)
        }
      }
    }
    if context.isInText { closeText(layout, element) }
    if isTagged, !TemplateVocabulary.isVoid(element.name) { html.put("</\(element.name)>".utf8) }
  }

  private mutating func writeValue(_ name: String, _ element: XMLElement, _ context: Context) {
    let hasElements = element.children.contains { if case .element = $0 { true } else { false } }
    if hasElements {
      misplaced(element, "data-text", "replaces what stands inside, and there are elements")
    }
    let step: TemplateProgram.Step
    if name == TemplateSchema.item {
      if eachDepth == 0 { misplaced(element, "data-text", "'item' stands outside of 'data-each'") }
      step = .item
    } else {
      guard let slot = slot(name, in: element, "data-text") else { return }
      step = .value(slot)
    }
    if context.isInHTML { html.steps.append(step) }
    if context.isInText { text.steps.append(step) }
    if context.isInTitle { title.steps.append(step) }
  }

  private mutating func writeText(_ words: String, _ element: XMLElement, _ context: Context) {
    if element.name == "style" {
      if TemplateVocabulary.fetches(words) || words.contains("<") {
        found(
          .forbiddenAttribute,
          "a style fetches something, or has a '<'",
          "write colours and sizes only; a mail loads nothing",
          source.place(of: element)
        )
      }
      return html.put(words.collapsed(keepingLines: true).utf8)
    }
    if context.isInHTML { html.put(escaped: words.collapsed(keepingLines: true)) }
    let line = words.collapsed(keepingLines: false)
    if context.isInText { text.put(line: line) }
    if context.isInTitle { title.put(line: line) }
  }

  private mutating func writeStartTag(_ element: XMLElement) {
    html.put("<\(element.name)".utf8)
    for attribute in element.attributes where !attribute.name.hasPrefix("data-") {
      html.put(" \(attribute.name)=\"".utf8)
      html.put(escaped: attribute.value)
      html.put("\"".utf8)
    }
    if let name = element.value("data-href"), let slot = slot(name, in: element, "data-href") {
      html.put(" href=\"".utf8)
      html.steps.append(.value(slot))
      html.put("\"".utf8)
    }
    html.put(">".utf8)
    if element.name == "head" { html.put("<meta charset=\"utf-8\">".utf8) }
  }

  /// The field that a binding names; notes its use, or what is wrong with it.
  mutating func slot(_ name: String, in element: XMLElement, _ binding: String) -> Int? {
    guard let slot = schema.position(of: name) else {
      let near = nearest(to: name, in: schema.fields.map(\.name))
      let known = schema.fields.map(\.name).joined(separator: ", ")
      found(
        .unknownPlaceholder,
        "'\(binding)' names '\(name)', which is no placeholder",
        near.map { "did you mean '\($0)'?" } ?? "there are: \(known)",
        source.place(of: element, attribute: binding)
      )
      return nil
    }
    let kind = schema.fields[slot].kind
    let fits =
      switch binding {
      case "data-text": kind == .text || kind == .link
      case "data-href": kind == .link
      case "data-each": kind == .list
      default: true
      }
    guard fits else {
      misplaced(element, binding, "can not take '\(name)'")
      return nil
    }
    if binding != "data-if" { used.insert(slot) }
    return slot
  }

  mutating func misplaced(_ element: XMLElement, _ binding: String, _ why: String) {
    found(
      .placeholderMisplaced,
      "'\(binding)' \(why)",
      "texts and links go into 'data-text', links into 'data-href', lists into 'data-each'",
      source.place(of: element, attribute: binding)
    )
  }
}
