public import Findings

/// What an export's files tell apart from their records: what was read, whether it is whole, and
/// who may do what.
public struct SourceEvidence: Sendable {
  /// The files read, in the order of their numbers.
  public var files: [SourceFile] = []
  /// Every list page met.
  public var pages: [ListPage] = []
  /// Answers to `?count=true` (v1).
  public var counts: [CountAnswer] = []
  /// Answers of `/me`.
  public var identities: [Identity] = []
  /// Answers of `/oauth/tokens` and `/oauth/tokeninfo`: scopes alone, never a token.
  public var tokens: [TokenScopes] = []
  /// Error answers saved in place of data.
  public var errorAnswers: [ErrorAnswer] = []
  /// Second and further copies of records.
  public var copies: [RecordCopy] = []
  /// Events with what each of them changed: those about one record together, in the order they
  /// happened.
  public var events: [RecordEvent] = []
  /// Records that could not be read, each on its own.
  public var unreadable: [UnreadableRecord] = []
  /// Files whose structure broke off, or that are not JSON: all after that place is unread.
  public var broken: [BrokenFile] = []
  /// Files that are no answer of Clever's and none of a district's upload, as what they are says:
  /// workbooks, archives, notes, links. See ``unreadParts()``.
  public var strays: [StrayFile] = []
  /// Entries of the folder that were not opened: links, devices, hidden files.
  public var passedOver: [PassedOver] = []
  /// Whether there are CSV files of a district among ``files``.
  public var hasUploads = false
  /// Files that a district must upload and that are not among those of this export.
  public var missingUploads: [MissingUpload] = []
  /// Files of a district in which ids lost the zeros in front.
  public var lostZeros: [LostZeros] = []
  /// How often each field was met that nothing here has a place for.
  public var unusedFields: [String: Int] = [:]

  /// Nothing read.
  public init() {}
}

/// One file of the export.
public struct SourceFile: Sendable, Hashable {
  /// The path as shown: the export's folder as it was given, and the file below it; of a member of
  /// an archive `dump.zip/students/page-01.json`.
  public var path: String
  /// Its size in bytes, unpacked.
  public var byteCount: Int
  /// Where its bytes are if it was packed; nil: in the file at ``path``.
  public var unpacked: UnpackedBytes?
  /// The API version its `uri`s and links name, `v1.1` to `v3.1`; empty if nothing does.
  public var version = ""
  /// Whether it is one of the CSV files that a district uploads to Clever: what it holds is what the
  /// district has, and tells nothing of what is shared with an application.
  public var isUpload = false
  /// Whether its dates have the day in front of the month, as one of them shows: `25/08/2026`.
  public var hasDayFirst = false
  /// The encoding that its bytes proved, where that is not UTF-8: `Windows-1252`; else empty.
  public var decodedFrom = ""
  /// How many rows above its header were passed over.
  public var rowsAboveHeader = 0
  /// How many records it held, by entity.
  public var recordCounts: [Int] = Array(repeating: 0, count: Entity.allCases.count)
  /// The kinds of record that its name and its folder's suggest; what it is taken for only where
  /// nothing else tells.
  public var suggested: Set<Entity> = []
  /// The newest `last_modified` of each kind of record in it; none of a kind that has no times.
  public var newestChange: [Entity: String] = [:]

  /// A file not read yet.
  public init(path: String, byteCount: Int, unpacked: UnpackedBytes? = nil) {
    self.path = path
    self.byteCount = byteCount
    self.unpacked = unpacked
  }
}

/// One page of a list answer, as its links describe it.
public struct ListPage: Sendable, Hashable {
  /// The file's number.
  public var file: Int
  /// The last part of the `self` link's path: `students`, `users`, `sections` …; empty if unknown.
  public var collection: String
  /// The path of the `self` link without its query: pages of one list share it.
  public var path: String
  /// The `role` that the `self` link asks for, of v3's `users`; empty for all.
  public var role = ""
  /// Whether the `self` link asks for less than the list, or for its pages backwards.
  public var isNarrowed = false
  /// The `starting_after` of the `self` link, or `page 2` where pages have numbers; empty on a first
  /// page.
  public var startsAfter: String
  /// Whether anything tells where the page begins: a page without a `self` link may be any.
  public var isStartKnown = true
  /// The `limit` of the `self` link: how many records a page may have; nil for Clever's own.
  public var limit: Int?
  /// The `starting_after` of the `next` link, or `page 2`; nil if there is no `next`.
  public var nextAfter: String?
  /// Where the `next` link is.
  public var nextPlace: RecordPlace
  /// The page's records.
  public var recordCount: Int
  /// `paging.count`: records of the whole list (v1, first page only).
  public var listCount: Int?
  /// `paging.total`: pages of the whole list (v1, first page only).
  public var listPages: Int?

  /// A page of which nothing is known but its file.
  public init(file: Int) {
    self.file = file
    collection = ""
    path = ""
    startsAfter = ""
    nextAfter = nil
    nextPlace = .none
    recordCount = 0
    listCount = nil
    listPages = nil
  }
}

/// An answer to `?count=true`.
public struct CountAnswer: Sendable, Hashable {
  /// Where it is.
  public var place: RecordPlace
  /// Which list was counted.
  public var collection: String
  /// How many records Clever says it has.
  public var count: Int
  /// The `role` that was asked for, of v3's `users`; empty for all.
  public var role = ""
  /// Whether less than the list was counted: the answer to a filter.
  public var isNarrowed = false

  /// An answer.
  public init(place: RecordPlace, collection: String, count: Int) {
    self.place = place
    self.collection = collection
    self.count = count
  }
}

/// The person who was signed in when `/me` was asked.
public struct Identity: Sendable, Hashable {
  /// Where it is.
  public var place: RecordPlace
  /// `data.id`.
  public var id: String
  /// The role: the inner `data.type`, else the outer `type`; `user` says nothing.
  public var role: String
  /// The id of the same person before v3, where the answer has both (`/userinfo`); else empty.
  public var formerID: String

  /// An identity.
  public init(place: RecordPlace, id: String, role: String, formerID: String = "") {
    self.place = place
    self.id = id
    self.role = role
    self.formerID = formerID
  }
}

/// The scopes of the application's token: what it may read.
public struct TokenScopes: Sendable, Hashable {
  /// Where the list of scopes is.
  public var place: RecordPlace
  /// `scopes`, in the file's order.
  public var scopes: [String]
  /// The Clever id of the district whose records it opens; empty where the answer does not say.
  public var district: String

  /// The scopes of one token.
  public init(place: RecordPlace, scopes: [String], district: String = "") {
    self.place = place
    self.scopes = scopes
    self.district = district
  }
}

/// A further copy of a record that was read already.
public struct RecordCopy: Sendable, Hashable {
  /// The kind of record.
  public var entity: Entity
  /// The row that holds the record.
  public var row: Int32
  /// Where the copy is that did not go on.
  public var place: RecordPlace
  /// The line it begins on, from 1; 0 if lines were not counted.
  public var line: UInt32
  /// How the two compare.
  public var comparison: Comparison
  /// In which fields, where they differ and it is known.
  public var differing: RecordFields = []
  /// The copy's own id, where that is another one than the row's: employees and contacts have a
  /// new id since v3.
  public var id: RecordID?

  /// How a copy compares with the record that went on.
  public enum Comparison: Sendable, Hashable {
    /// The same bytes.
    case same
    /// Other content, and an older `last_modified`.
    case older
    /// As new by `last_modified`, and of an older version of Clever's API, which shapes records
    /// differently.
    case otherVersion
    /// Other content, and nothing tells which is newer.
    case undecidable
    /// A row of a district's own files that says more of the same record: another school, a
    /// contact, a member of a section. What it says went into the record.
    case adding
  }

  /// A copy.
  public init(
    entity: Entity,
    row: Int32,
    place: RecordPlace,
    line: UInt32 = 0,
    comparison: Comparison,
    differing: RecordFields = [],
    id: RecordID? = nil
  ) {
    self.entity = entity
    self.row = row
    self.place = place
    self.line = line
    self.comparison = comparison
    self.differing = differing
    self.id = id
  }
}

/// A record that could not be read, though the file around it could.
public struct UnreadableRecord: Sendable, Hashable {
  /// What kind the file says it is, if it says.
  public var entity: Entity?
  /// Where the record begins.
  public var place: RecordPlace
  /// The line it begins on, from 1; 0 if lines were not counted.
  public var line: UInt32
  /// Where it stopped making sense.
  public var fault: RecordPlace
  /// Why, in words.
  public var words: String

  /// An unreadable record.
  public init(
    entity: Entity?,
    place: RecordPlace,
    line: UInt32 = 0,
    fault: RecordPlace,
    words: String
  ) {
    self.entity = entity
    self.place = place
    self.line = line
    self.fault = fault
    self.words = words
  }
}

/// A file whose structure broke off.
public struct BrokenFile: Sendable, Hashable {
  /// Where.
  public var place: RecordPlace
  /// Why, in words.
  public var words: String

  /// A broken file.
  public init(place: RecordPlace, words: String) {
    self.place = place
    self.words = words
  }
}

/// An entry of the export's folder that was not opened.
public struct PassedOver: Sendable, Hashable {
  /// Its path as shown.
  public var path: String
  /// Why.
  public var why: String

  /// An entry and the reason.
  public init(path: String, why: String) {
    self.path = path
    self.why = why
  }
}
