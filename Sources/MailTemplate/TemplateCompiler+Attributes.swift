import Findings
import Texts

extension TemplateCompiler {
  /// Checks an element's attributes, each by itself.
  mutating func checkAttributes(_ element: XMLElement) {
    for attribute in element.attributes {
      let place = source.place(of: element, attribute: attribute.name)
      if attribute.name.hasPrefix("data-") {
        checkBinding(attribute, of: element, place)
      } else if !TemplateVocabulary.allows(attribute: attribute.name, on: element.name) {
        found(
          .forbiddenAttribute,
          "'\(element.name)' has the attribute '\(attribute.name)'",
          "take it out; a mail fetches nothing and runs nothing",
          place
        )
      } else if attribute.name == "style", TemplateVocabulary.fetches(attribute.value) {
        found(
          .forbiddenAttribute,
          "a style fetches something, or has a '<'",
          "write colours and sizes only; a mail loads nothing",
          place
        )
      } else if attribute.name == "href" {
        checkLink(attribute.value, of: element, place)
      }
    }
  }

  private mutating func checkLink(_ link: String, of element: XMLElement, _ place: Place) {
    if element.value("data-href") != nil {
      misplaced(element, "data-href", "stands beside an 'href'")
    } else if TemplateLink(link) == nil {
      found(
        .linkNotHTTPS,
        "a link leads to '\(link)'",
        "links begin with 'https://' or 'mailto:'",
        place
      )
    }
  }

  private mutating func checkBinding(
    _ attribute: XMLElement.Attribute,
    of element: XMLElement,
    _ place: Place
  ) {
    guard TemplateVocabulary.bindings.contains(attribute.name) else {
      let near = nearest(to: attribute.name, in: TemplateVocabulary.bindings)
      found(
        .unknownBinding,
        "'\(attribute.name)' is no binding",
        near.map { "did you mean '\($0)'?" }
          ?? "there are: \(TemplateVocabulary.bindings.joined(separator: ", "))",
        place
      )
      return
    }
    if attribute.name == "data-href", element.name != "a" {
      misplaced(element, "data-href", "stands on '\(element.name)', which is no link")
    }
    if attribute.name == "data-only", attribute.value != "html", attribute.value != "text" {
      found(
        .unknownPlaceholder,
        "'data-only' names '\(attribute.value)', which is no part of a mail",
        "there are: html, text",
        place
      )
    }
  }
}
