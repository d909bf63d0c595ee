public import Findings

/// A part of an export that was not read, and which records may be in it.
///
/// While there is one for a kind of record, the absence of such a record says nothing of what is
/// shared.
public struct UnreadPart: Sendable, Hashable {
  /// The number of the file in ``SourceEvidence/files``.
  public var file: Int
  /// What happened, in words without the file's path: `it is an Excel workbook, which is not read`.
  public var what: String
  /// What to do, in lower case without a full stop; nil where the rule that finds it says so.
  public var help: String?
  /// The kinds of record that it may hold.
  public var mayHold: Set<Entity>
  /// Whether it may hold rows of `enrollments.csv`: which students sit in which sections.
  public var mayHoldEnrollments: Bool
  /// Whether the file's name or content says that it holds such records; else it may hold any.
  public var isSuggested: Bool
}

/// A file of the folder that is no answer of Clever's API and no file of a district's upload.
public struct StrayFile: Sendable, Hashable {
  /// Its beginning.
  public var place: RecordPlace
  /// What it is, with an article: `an Excel workbook`, `a link`.
  public var words: String
  /// What to do with it, in lower case without a full stop.
  public var help: String
  /// The kinds of record that it may hold; none where it cannot hold any.
  public var mayHold: Set<Entity>
  /// Whether it may hold rows of `enrollments.csv`.
  public var mayHoldEnrollments: Bool
  /// Whether the export lacks a list that it may hold.
  public var isNeeded = false

  /// A file that was not read.
  public init(
    place: RecordPlace,
    words: String,
    help: String,
    mayHold: Set<Entity> = [],
    mayHoldEnrollments: Bool = false
  ) {
    self.place = place
    self.words = words
    self.help = help
    self.mayHold = mayHold
    self.mayHoldEnrollments = mayHoldEnrollments
  }
}

extension SourceEvidence {
  /// What was not read, those parts first whose kinds are known, then by the files' paths.
  ///
  /// Linear in the faults; empty for an export that was read whole.
  public func unreadParts() -> [UnreadPart] {
    var parts: [UnreadPart] = []
    for stray in strays where stray.isNeeded {
      let isSuggested = !files[stray.place.file].suggested.isEmpty
      parts.append(
        UnreadPart(
          file: stray.place.file,
          what: "it is \(stray.words), which is not read",
          help: stray.help,
          mayHold: stray.mayHold,
          mayHoldEnrollments: stray.mayHoldEnrollments,
          isSuggested: isSuggested
        )
      )
    }
    for fault in broken { parts.append(part(fault.place.file, fault.words)) }
    for answer in errorAnswers {
      parts.append(
        part(answer.place.file, "an error answer was saved in place of data: '\(answer.words)'")
      )
    }
    return parts.sorted { left, right in
      if left.isSuggested != right.isSuggested { return left.isSuggested }
      return files[left.file].path.utf8.lexicographicallyPrecedes(files[right.file].path.utf8)
    }
  }

  private func part(_ file: Int, _ what: String) -> UnreadPart {
    let known = kinds(in: file)
    let told = kindsTold(of: file)
    let mayHold = told.isEmpty ? Set(Entity.allCases) : known
    return UnreadPart(
      file: file,
      what: what,
      help: nil,
      mayHold: mayHold,
      mayHoldEnrollments: files[file].isUpload && mayHold.contains(.section),
      isSuggested: !known.isEmpty
    )
  }

  /// The kinds of record that one which could not be read may be of.
  public func kinds(of record: UnreadableRecord) -> Set<Entity> {
    switch record.entity {
    case .user?: return Set(Entity.kinds(ofList: "users"))
    case let entity?: return [entity]
    case nil:
      let file = record.place.file
      let told = kindsTold(of: file)
      if !told.isEmpty { return told }
      // The records beside it; what could not be read is counted as users.
      let held = Set(
        Entity.allCases.filter { $0 != .user && files[file].recordCounts[Int($0.rawValue)] > 0 }
      )
      return held.isEmpty ? Set(Entity.allCases) : held
    }
  }

  /// The kinds of record that a file holds, that its pages' links name, and that its name suggests.
  func kinds(in file: Int) -> Set<Entity> {
    let held = Entity.allCases.filter { files[file].recordCounts[Int($0.rawValue)] > 0 }
    let people = held.contains(.user) ? Entity.kinds(ofList: "users") : []
    return kindsTold(of: file).union(held).union(people)
  }

  /// The kinds that a file's name and its pages' links tell. Where there are none, more kinds may
  /// follow those that were met.
  private func kindsTold(of file: Int) -> Set<Entity> {
    files[file].suggested.union(pages.lazy.filter { $0.file == file }.flatMap(\.kinds))
  }
}
