/// Whether an export is proved to hold every record of a type.
///
/// Only then does the absence of a record mean that Clever no longer has or shares it. Otherwise it
/// may simply not have been saved (`CleverData.md`, section 6.6). In doubt, nothing is proved.
public struct Completeness: Sendable, Hashable {
  /// The type in Clever's word, singular: `student`, `school_admin`.
  public var type: String
  /// How many records of the type there are, each counted once.
  public var records: Int
  /// What is known.
  public var verdict: Verdict
  /// What proves it; of a type that is not proved, why not. Never empty.
  public var reasons: [Reason]

  /// What is known of a type.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Every record that Clever gave out is in the export.
    case proved
    /// Nothing shows whether a record is missing.
    case notProved = "not-proved"
    /// Records are missing.
    case incomplete
  }

  /// What proves it, what leaves it open, and what shows that records are missing.
  public enum Reason: Sendable, Hashable {
    /// Proof: the list was saved from its first page to one without `next`.
    case wholeList(pages: Int)
    /// Proof: as many records as Clever counted.
    case counted(Int)
    /// Missing: the first page, or a page that a link of another page asks for.
    case pageMissing
    /// Missing: the last record of a page, which the page's `next` link names.
    case pageEndMissing
    /// Missing: Clever counted more records than there are.
    case countedMore(Int, than: Int)
    /// Missing: what may come after exactly a page's worth of records, since more are named.
    case fullPage(Int, named: Int)
    /// Missing: the rest of files that hold such records and break off.
    case filesCut(Int)
    /// Missing: records of the type that could not be read.
    case unreadable(Int)
    /// Open: there is no record, and the type may not be shared.
    case none
    /// Open: there is no record, and a file that may hold some was not read.
    case notRead
    /// Open: no list page with links holds them, so nothing shows where they end.
    case noList
    /// Open: only lists of a part were saved, such as those of one school.
    case partsOnly
    /// Open: the list was asked for with a filter, or backwards.
    case narrowed
    /// Open: Clever counted fewer records than there are, so they are of different days.
    case countedFewer(Int, than: Int)
    /// Open: the records are of several versions of the API, so of several exports.
    case severalVersions(Int)
    /// Open: their newest change is a year or more older than that of other records.
    case outdated(months: Int)
    /// Open: an error answer was saved that may have taken their place.
    case errorAnswer
    /// Open: a file breaks off or a record is unreadable, and its type is not known.
    case unknownLoss
  }

  /// What is known of `type`.
  public init(_ type: String, records: Int, _ verdict: Verdict, _ reasons: [Reason]) {
    self.type = type
    self.records = records
    self.verdict = verdict
    self.reasons = reasons
  }

  /// Whether the export holds such records, or shows that it should hold some.
  public var isMet: Bool { records > 0 || verdict == .incomplete || !reasons.contains(.noList) }
}

extension Completeness.Verdict {
  /// The verdict for a person.
  public var words: String {
    switch self {
    case .proved: "proved complete"
    case .notProved: "not proved complete"
    case .incomplete: "incomplete"
    }
  }
}

extension Completeness.Reason {
  /// The reason for a person, in lower case without a full stop; holds numbers, never a value of
  /// the export.
  public var words: String {
    switch self {
    case .wholeList(let pages): "saved from the first page to the last (\(count(pages, "page")))"
    case .counted(let number): "as many as Clever counted (\(number))"
    case .pageMissing: "a page of the list is missing"
    case .pageEndMissing: "the record that a page ends with is missing"
    case .countedMore(let number, let read): "Clever counted \(number), there are \(read)"
    case .fullPage(let records, let named):
      "the list ends after exactly \(records), which is a full page, and \(named) more are named"
    case .filesCut(let files): "\(count(files, "file")) with such records cut short"
    case .unreadable(let records): "\(count(records, "record")) unreadable"
    case .none: "there are none, which may mean that they are not shared"
    case .notRead: "there are none, and a file that may hold some was not read"
    case .noList: "no list page with links holds them, so nothing shows where they end"
    case .partsOnly: "only lists of a part were saved, such as those of one school"
    case .narrowed: "the list was asked for with a filter or backwards"
    case .countedFewer(let number, let read):
      "Clever counted \(number), there are \(read): they are of different days"
    case .severalVersions(let versions):
      "they come in \(versions) versions of Clever's API, so from several exports"
    case .outdated(let months):
      "their newest change is \(months) months older than that of other records"
    case .errorAnswer: "an error answer was saved, perhaps in their place"
    case .unknownLoss: "something could not be read, and nothing tells what it was"
    }
  }
}

private func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
