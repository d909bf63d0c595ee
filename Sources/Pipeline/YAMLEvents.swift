import CLibYAML

// The only file that touches libyaml. What an event points to is copied into values before the
// event is given back; the parser and its text are freed once, by `deinit`.

/// One thing that libyaml met in a text.
struct YAMLEvent {
  /// What it met.
  enum Kind {
    /// A document begins.
    case document
    /// A scalar; `isPlain` says that it has no quotes and is no block text.
    case text(String, isPlain: Bool)
    /// `*name`, which is not followed.
    case alias
    /// A list begins; its items follow, then ``end``.
    case list
    /// A mapping begins; its keys and values follow in turn, then ``end``.
    case mapping
    /// A list or a mapping ends.
    case end
    /// Nothing follows.
    case endOfText
  }

  var kind: Kind
  /// Where it begins; that is its anchor or tag, if it has one.
  var position: Position
  /// Whether it has an anchor (`&name`) or a tag (`!name`).
  var hasProperties = false
}

/// The first thing in a text that is not YAML.
struct YAMLProblem: Error {
  /// libyaml's message: `did not find expected ',' or ']'`.
  var message: String
  var position: Position
  /// What libyaml was reading (`while parsing a flow sequence`), and where that began.
  var context: (message: String, position: Position)?
}

/// The events of a text, in its order.
///
/// Events show what a document says and what it only points to: no alias is followed, no type is
/// guessed, and keys are not compared. Memory grows with the depth of the text so far.
@safe struct YAMLEvents: ~Copyable {
  private let source: UnsafeMutablePointer<yaml_event_source>

  /// The events of `text`.
  init(of text: String) {
    let bytes = Array(text.utf8)
    let source = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe yaml_event_source_new(buffer.baseAddress, buffer.count)
    }
    guard let source = unsafe source else { preconditionFailure("there is no memory for a parser") }
    unsafe self.source = source
  }

  deinit { unsafe yaml_event_source_free(source) }

  /// The next event.
  ///
  /// - Throws: ``YAMLProblem`` where the text is not YAML; then nothing follows.
  mutating func next() throws(YAMLProblem) -> YAMLEvent {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(&source.pointee.parser, &event) == 1 else {
        throw unsafe YAMLProblem(source.pointee.parser)
      }
      defer { unsafe yaml_event_delete(&event) }
      if let event = unsafe YAMLEvent(event) { return event }
    }
  }
}

extension YAMLEvent {
  /// The event; nil for one that says nothing of the document.
  fileprivate init?(_ event: yaml_event_t) {
    position = unsafe Position(event.start_mark)
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: kind = .document
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      unsafe kind = .text(
        String(decoding: bytes, as: UTF8.self),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE
      )
      hasProperties = unsafe scalar.anchor != nil || scalar.tag != nil
    case YAML_ALIAS_EVENT: kind = .alias
    case YAML_SEQUENCE_START_EVENT:
      kind = .list
      hasProperties =
        unsafe event.data.sequence_start.anchor != nil
        || event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      kind = .mapping
      hasProperties =
        unsafe event.data.mapping_start.anchor != nil
        || event.data.mapping_start.tag != nil
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .end
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: kind = .endOfText
    default: return nil
    }
  }
}

extension YAMLProblem {
  fileprivate init(_ parser: yaml_parser_t) {
    message = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "it is too large"
    position = unsafe Position(parser.problem_mark)
    context = unsafe parser.context.map { message in
      unsafe (String(cString: message), Position(parser.context_mark))
    }
  }
}

extension Position {
  /// libyaml counts lines and columns from 0.
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
