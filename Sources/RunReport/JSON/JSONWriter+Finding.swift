internal import Findings
internal import Texts

extension JSONWriter {
  /// Writes a finding as an element.
  ///
  /// There can be hundreds of thousands, and those in a row are much alike, so what they have in
  /// common is copied (`ReportForm.definitions` has the members once more, for the schema).
  mutating func finding(
    _ finding: Finding,
    _ causes: [Report.Cause],
    _ state: String?,
    _ common: inout CommonParts
  ) {
    let cause = causes.indices.contains(Int(finding.cause)) ? causes[Int(finding.cause)].key : nil
    object { json in
      json.member("message", finding.message)
      json.repeating(&common.mending, .init(finding)) { json in
        json.member("help", finding.help)
        json.member("fixer", finding.fixer.rawValue)
      }
      if let place = finding.place {
        json.object("place") { json in
          json.repeating(&common.file, ExactText(place.file)) { json in
            json.member("file", place.file)
          }
          json.position(place)
        }
      } else {
        json.null("place")
      }
      json.repeating(&common.entity, ExactText(finding.entity)) { json in
        json.member("entity", finding.entity)
      }
      json.member("record", finding.record)
      json.repeating(&common.grounds, .init(field: finding.field, cause, state)) { json in
        json.member("field", finding.field)
        json.member("cause", cause)
        json.member("state", state)
      }
      json.array("notes") { json in
        for note in finding.notes {
          json.object { json in
            json.member("message", note.message)
            json.place(note.place, as: "place")
          }
        }
      }
    }
  }

  /// Writes a place; `null` if there is none.
  mutating func place(_ place: Place?, as key: String?) {
    guard let place else { return putNull(as: key) }
    object(key) { json in
      json.member("file", place.file)
      json.position(place)
    }
  }

  private mutating func position(_ place: Place) {
    member("line", place.line)
    member("column", place.column)
  }
}

/// What findings in a row have in common, as it was written last.
struct CommonParts {
  fileprivate var mending = JSONWriter.Repeated<Mending>()
  fileprivate var file = JSONWriter.Repeated<ExactText>()
  fileprivate var entity = JSONWriter.Repeated<ExactText>()
  fileprivate var grounds = JSONWriter.Repeated<Grounds>()

  fileprivate struct Mending: Equatable {
    var help: ExactText
    var fixer: Fixer

    init(_ finding: Finding) {
      help = ExactText(finding.help)
      fixer = finding.fixer
    }
  }

  fileprivate struct Grounds: Equatable {
    var field: ExactText
    var cause: ExactText?
    var state: ExactText?

    init(field: String, _ cause: String?, _ state: String?) {
      self.field = ExactText(field)
      self.cause = cause.map { ExactText($0) }
      self.state = state.map { ExactText($0) }
    }
  }
}
