import SafeFiles

/// Cuts the lists of a district into files: pages, lines, arrays or one document.
struct ExportWriter {
  /// Knows the records.
  var records: RecordWriter
  let form: ExportForm
  /// Which records the export has, and as what: all as they are now, unless something happened.
  private let events: (plan: EventPlan, isBase: Bool)?
  /// Knows the records as they were.
  private var former: RecordWriter?
  /// What was written of each list.
  private(set) var counts: [SynthesisSummary.ListCount] = []

  /// A writer of the district as it is.
  init(_ records: RecordWriter, _ form: ExportForm) {
    self.records = records
    self.form = form
    events = nil
  }

  /// A writer of the district before the events of a plan, or after them.
  init(_ records: RecordWriter, _ form: ExportForm, _ plan: EventPlan, before former: RecordWriter?)
  {
    self.records = records
    self.form = form
    self.former = former
    events = (plan, former != nil)
  }

  /// Writes all lists.
  mutating func write(into target: inout ExportTarget) throws {
    var listings = records.listings
    if let (plan, isBase) = events {
      for index in listings.indices {
        listings[index].choose { plan.story(of: $0, $1) != (isBase ? .created : .deleted) }
      }
    }
    switch form.layout {
    case .pages(let size):
      for listing in listings { try writePages(of: listing, size, into: &target) }
    case .lines:
      for listing in listings {
        try target.write("\(listing.name).ndjson") { file in
          putRecords(of: listing, 0..<listing.count, between: UInt8(ascii: "\n"), into: &file)
          file.put(byte: UInt8(ascii: "\n"))
        }
      }
    case .array:
      for listing in listings {
        try target.write("\(listing.name).json") { file in
          putArray(of: listing, into: &file)
          file.put(byte: UInt8(ascii: "\n"))
        }
      }
    case .document:
      try target.write("export.json") { file in
        for (number, listing) in listings.enumerated() {
          file.put(number == 0 ? #"{""# : #",""#)
          file.put(listing.name)
          file.put(#"":"#)
          putArray(of: listing, into: &file)
        }
        file.put("}\n")
      }
    case .upload:
      var upload = UploadWriter(records)
      try upload.write(into: &target)
      records = upload.records
      counts = upload.counts
      return
    }
    counts = listings.map { SynthesisSummary.ListCount(name: "\($0.name)", records: $0.count) }
  }

  private mutating func putArray(of listing: Listing, into file: inout OutputFile) {
    file.put(byte: UInt8(ascii: "["))
    putRecords(of: listing, 0..<listing.count, between: UInt8(ascii: ","), into: &file)
    file.put(byte: UInt8(ascii: "]"))
  }

  /// Puts records of a list, each in its envelope.
  private mutating func putRecords(
    of listing: Listing,
    _ positions: Range<Int>,
    between separator: UInt8,
    into file: inout OutputFile
  ) {
    for position in positions {
      if position > positions.lowerBound { file.put(byte: separator) }
      let (kind, number) = listing.record(at: position)
      switch form.envelope {
      case .bare: put(kind, number, into: &file)
      case .withoutURI:
        file.put(#"{"data":"#)
        put(kind, number, into: &file)
        file.put(byte: UInt8(ascii: "}"))
      case .wrapped:
        file.put(#"{"data":"#)
        put(kind, number, into: &file)
        file.put(#","uri":""#)
        putPath(of: listing, into: &file)
        file.put(byte: UInt8(ascii: "/"))
        file.put(records.id(of: kind, number))
        file.put(#""}"#)
      }
    }
  }

  /// Puts a record as it is, or as it was where that is asked for and something happened since.
  @inline(__always)
  private mutating func put(_ kind: Listing.Kind, _ number: Int, into file: inout OutputFile) {
    if let (plan, isBase) = events, isBase, plan.story(of: kind, number) != .none {
      former?.put(kind, number, into: &file)
    } else {
      records.put(kind, number, into: &file)
    }
  }

  /// Puts `/v3.1/users`.
  private func putPath(of listing: Listing, into file: inout OutputFile) {
    file.put(byte: UInt8(ascii: "/"))
    file.put(records.versionBytes)
    file.put(byte: UInt8(ascii: "/"))
    file.put(listing.name)
  }

  // MARK: - Pages

  /// Writes a list as pages. A full page has a `next`, even where nothing follows: then the last
  /// page is empty (`CleverData.md`, section 4).
  private mutating func writePages(
    of listing: Listing,
    _ size: Int,
    into target: inout ExportTarget
  ) throws {
    let pages = listing.count / size + 1
    for page in 0..<pages {
      let digits = "\(page + 1)"
      let number = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
      let positions = page * size..<min((page + 1) * size, listing.count)
      try target.write("\(listing.name)/page-\(number).json") { file in
        file.put(byte: UInt8(ascii: "{"))
        if form.hasLinksFirst {
          putLinks(of: listing, page, size, positions, into: &file)
          file.put(byte: UInt8(ascii: ","))
        }
        file.put(#""data":["#)
        putRecords(of: listing, positions, between: UInt8(ascii: ","), into: &file)
        file.put("]")
        // v1 says on the first page how long the list is, but for school admins.
        if page == 0, records.version.hasPaging, "\(listing.name)" != "school_admins" {
          file.put(#","paging":{"current":1,"total":"#)
          file.put(decimal: (listing.count + size - 1) / size)
          file.put(#","count":"#)
          file.put(decimal: listing.count)
          file.put("}")
        }
        if !form.hasLinksFirst {
          file.put(byte: UInt8(ascii: ","))
          putLinks(of: listing, page, size, positions, into: &file)
        }
        file.put("}\n")
      }
    }
  }

  /// Puts `"links":[…]`: the page itself, the one before, the one after.
  private func putLinks(
    of listing: Listing,
    _ page: Int,
    _ size: Int,
    _ positions: Range<Int>,
    into file: inout OutputFile
  ) {
    let start = page == 0 ? nil : records.id(at: positions.lowerBound - 1, of: listing)
    file.put(#""links":["#)
    putLink("self", to: listing, size, "starting_after", start, into: &file)
    if let start {
      let first = positions.isEmpty ? start : records.id(at: positions.lowerBound, of: listing)
      file.put(byte: UInt8(ascii: ","))
      putLink("prev", to: listing, size, "ending_before", first, into: &file)
    }
    if positions.count == size {
      let last = records.id(at: positions.upperBound - 1, of: listing)
      file.put(byte: UInt8(ascii: ","))
      putLink("next", to: listing, size, "starting_after", last, into: &file)
    }
    file.put("]")
  }

  private func putLink(
    _ relation: StaticString,
    to listing: Listing,
    _ size: Int,
    _ parameter: StaticString,
    _ id: CleverID?,
    into file: inout OutputFile
  ) {
    file.put(#"{"rel":""#)
    file.put(relation)
    file.put(#"","uri":""#)
    putPath(of: listing, into: &file)
    file.put("?limit=")
    file.put(decimal: size)
    if let id {
      file.put(byte: UInt8(ascii: "&"))
      file.put(parameter)
      file.put(byte: UInt8(ascii: "="))
      file.put(id)
    }
    file.put(#""}"#)
  }
}
