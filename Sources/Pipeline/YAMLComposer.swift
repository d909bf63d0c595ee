import Findings
import Yams

/// Yams's composer, with its errors turned into faults with a place.
///
/// Yams gives up at a double key, and then says nothing of the rest of the file. Hence the first
/// of the two is renamed in the text, in place, and the text composed again; the renamed keys are
/// kept by position, so that the reader reports all doubles, both places each.
struct YAMLComposer {
  /// The keys as written of those whose first character was exchanged, by where they begin.
  private(set) var renamed: [Position: String] = [:]

  private let file: String
  /// With how many double keys it is worth composing the text again, once for each.
  private static let roundLimit = 4
  /// Private-use characters, which YAML takes for letters: a renamed key has no other double.
  private static let firstSubstitute: UInt32 = 0xF0000

  init(file: String) {
    self.file = file
  }

  /// The root node of the only document in `text`.
  ///
  /// - Throws: the fault that keeps the text from being read.
  mutating func compose(_ text: String) throws(PlanError) -> Node {
    renamed = [:]
    var source: SourceText?
    var text = text
    var doubles: [Finding] = []
    while true {
      do {
        // Encoding given: its default looks into the environment. Resolver: no type is guessed.
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
          throw PlanError(
            Finding(.fileEmpty, "the pipeline file says nothing", at: Place(file: file))
          )
        }
        return root
      } catch let error as PlanError {
        throw error
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let position = Position(line: context.mark.line, column: context.mark.column)
        let key = YAMLReader.restored(keys.first ?? "")
        doubles.append(
          Finding(
            .doubleKey,
            "the key '\(shown(key))' comes twice in one mapping",
            at: place(context.mark)
          )
        )
        var changed = source ?? SourceText(text)
        guard
          renamed.count + keys.count <= YAMLComposer.roundLimit,
          let exchange = exchangeable(at: position, in: changed),
          let substitute = Unicode.Scalar(
            YAMLComposer.firstSubstitute + UInt32(renamed.count)
          )
        else {
          throw PlanError(doubles)
        }
        changed.replace(at: exchange, with: substitute)
        renamed[position] = key
        text = changed.text
        source = changed
      } catch let error as YamlError {
        // A text that cannot be read any more since a key was renamed: the double key is why.
        throw PlanError(doubles.isEmpty ? [fault(of: error, in: text)] : doubles)
      } catch {
        throw PlanError(
          Finding(.yamlSyntax, "not readable as YAML: \(error)", at: Place(file: file))
        )
      }
    }
  }

  /// Where a key's first own character stands, if it can be exchanged for another.
  private func exchangeable(at position: Position, in source: SourceText) -> Position? {
    switch source[position] {
    case "\"", "'":
      let next = Position(line: position.line, column: position.column + 1)
      guard let scalar = source[next], !["\"", "'", "\\"].contains(scalar) else { return nil }
      return next
    case nil, "[", "{", "?", "|", ">", "!", "&", "*": return nil
    default: return position
    }
  }

  private func place(_ mark: Mark) -> Place {
    Place(file: file, line: mark.line, column: mark.column)
  }

  private func fault(of error: YamlError, in text: String) -> Finding {
    switch error {
    case .composer(_, let problem, let mark, _) where problem.contains("another document"):
      return Finding(.yamlSecondDocument, "a second document begins here", at: place(mark))
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem.hasPrefix("Maximum nesting") {
        return YAMLReader.tooDeep(at: place(mark))
      }
      return syntaxFault(problem, at: mark, context: context, in: text)
    default:
      return Finding(.yamlSyntax, "not readable as YAML: \(error)", at: Place(file: file))
    }
  }

  /// libyaml's words, and what usually is behind them.
  private func syntaxFault(
    _ problem: String,
    at mark: Mark,
    context: YamlError.Context?,
    in text: String
  ) -> Finding {
    let start = SourceText(text)[Position(line: mark.line, column: mark.column)]
    let beginning = context.map { place($0.mark) } ?? place(mark)
    func fault(_ words: String, help: String, at place: Place, note: Bool = false) -> Finding {
      Finding(
        .yamlSyntax,
        "not readable as YAML: \(words)",
        help: help,
        at: place,
        notes: note && place != beginning
          ? [.init(context?.text ?? "it began here", at: beginning)] : []
      )
    }
    switch (problem, start) {
    case (_, "\t"?):
      return fault("a tab stands here", help: "indent with spaces", at: place(mark))
    case ("found character that cannot start any token", let start?):
      return fault(
        "'\(start)' cannot begin a text",
        help: "put the text in quotes",
        at: place(mark)
      )
    case ("mapping values are not allowed in this context", _):
      return fault(
        "a second ': ' in one text",
        help: "put a text with ': ' in it in quotes; or look at the indentation",
        at: place(mark)
      )
    case ("could not find expected ':'", _):
      return fault(
        "no ': ' stands behind this key",
        help: "a key is followed by ': ' and its value",
        at: beginning
      )
    case ("found unexpected end of stream", _):
      return fault(
        "the quotes that open here do not close",
        help: "close the quotes",
        at: beginning
      )
    case ("did not find expected ',' or '}'", _), ("did not find expected ',' or ']'", _):
      let help = "put a comma between entries, and close the bracket"
      return fault(problem, help: help, at: place(mark), note: true)
    case ("did not find expected key", _), ("did not find expected '-' indicator", _):
      let help = "look at the indentation of this line and of those above it"
      return fault(problem, help: help, at: place(mark), note: true)
    default:
      return fault(problem, help: PlanFault.yamlSyntax.help, at: place(mark), note: true)
    }
  }
}
