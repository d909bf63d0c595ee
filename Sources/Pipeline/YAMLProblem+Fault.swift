import Findings

extension YAMLProblem {
  /// The fault of the pipeline file: libyaml's message, or what usually is the reason for it.
  ///
  /// - Parameters:
  ///   - source: the text that was parsed.
  ///   - file: its path.
  /// - Returns: the fault, at the place that a person has to look at.
  func fault(in source: SourceText, file: String) -> Finding {
    let place = Place(file: file, line: position.line, column: position.column)
    let beginning =
      context.map { Place(file: file, line: $0.position.line, column: $0.position.column) }
      ?? place
    func fault(_ message: String, help: String, at place: Place) -> Finding {
      Finding(.yamlSyntax, "not readable as YAML: \(message)", help: help, at: place)
    }
    func faultWithBeginning(help: String) -> Finding {
      var fault = fault(message, help: help, at: place)
      if let context, place != beginning { fault.notes = [.init(context.message, at: beginning)] }
      return fault
    }
    switch (message, source[position]) {
    case (_, "\t"?):
      return fault("a tab is here", help: "indent with spaces", at: place)
    case ("found character that cannot start any token", let start?):
      return fault("'\(start)' cannot begin a text", help: "put the text in quotes", at: place)
    case ("mapping values are not allowed in this context", _):
      let help = "put a text with ': ' in it in quotes; or look at the indentation"
      return fault("a second ': ' in one text", help: help, at: place)
    case ("could not find expected ':'", _):
      let help = "a key is followed by ': ' and its value"
      return fault("no ': ' follows this key", help: help, at: beginning)
    case ("found unexpected end of stream", _):
      let help = "close the quotes"
      return fault("the quotes that open here do not close", help: help, at: beginning)
    case ("did not find expected ',' or '}'", _), ("did not find expected ',' or ']'", _):
      return faultWithBeginning(help: "put a comma between entries, and close the bracket")
    case ("did not find expected key", _), ("did not find expected '-' indicator", _):
      return faultWithBeginning(
        help: "look at the indentation of this line and of those above it"
      )
    default:
      return faultWithBeginning(help: PlanFault.yamlSyntax.help)
    }
  }
}
