public import Findings

extension Roster {
  /// What is known of each kind of record, in the order of ``Entity``; users that no table holds
  /// have none.
  ///
  /// Decides by ``source`` and by how many records there are, whatever became of them since; linear
  /// in the files, pages and losses.
  public func completeness() -> [Completeness] {
    let saved = savedLists()
    let lists = saved.lists
    let judged = saved.judged
    let comparisons = countComparisons(saved)
    let cut = cutLists(saved)
    let losses = KnownLosses(source)
    let months = newestMonths()
    let unread = source.unreadParts().reduce(into: Set<Entity>()) { $0.formUnion($1.mayHold) }
    return Entity.allCases.filter { $0 != .user }.map { entity in
      judge(
        entity,
        lists.filter { $0.entities.contains(entity) },
        judged: judged.filter { $0.entities.contains(entity) },
        comparisons.filter {
          $0.isAnswer ? $0.entities == [entity] : $0.entities.contains(entity)
        },
        cut.first { $0.entity == entity },
        losses,
        months,
        mayBeUnread: unread.contains(entity)
      )
    }
  }

  private func judge(
    _ entity: Entity,
    _ lists: [SavedLists.List],
    judged: [SavedLists.List],
    _ comparisons: [CountComparison],
    _ cut: CutList?,
    _ losses: KnownLosses,
    _ months: [Entity: Int],
    mayBeUnread: Bool
  ) -> Completeness {
    let count = records(of: entity)?.recordCount ?? 0
    let whole = lists.filter { $0.isWhole && !$0.isNarrowed }
    var proofs: [Completeness.Reason] = []
    var lacks: [Completeness.Reason] = []
    var doubts: [Completeness.Reason] = []

    if judged.contains(where: { !$0.isLinked }) { lacks.append(.pageMissing) }
    if judged.contains(where: { $0.isLinked && !pageEndsAreThere($0) }) {
      lacks.append(.pageEndMissing)
    }
    if !whole.isEmpty { proofs.append(.wholeList(pages: whole.reduce(0) { $0 + $1.pageCount })) }
    for comparison in comparisons {
      let number = comparison.counted
      let read = comparison.records ?? comparison.onPages ?? count
      if comparison.agrees {
        if !proofs.contains(.counted(number)) { proofs.append(.counted(number)) }
      } else if number > read {
        lacks.append(.countedMore(number, than: read))
      } else {
        doubts.append(.countedFewer(number, than: read))
      }
    }
    if let cut { lacks.append(.fullPage(cut.count, named: cut.named)) }
    let broken = losses.filesCut[entity] ?? 0
    if broken > 0 { lacks.append(.filesCut(broken)) }
    let unreadable = losses.unreadable[entity] ?? 0
    if unreadable > 0 { lacks.append(.unreadable(unreadable)) }

    if count == 0 { doubts.append(mayBeUnread ? .notRead : .none) }
    if proofs.isEmpty {
      doubts.append(
        lists.isEmpty ? .noList : lists.contains { !$0.isNarrowed } ? .partsOnly : .narrowed
      )
    }
    let versions = Set(
      source.files.lazy.filter { $0.recordCounts[Int(entity.rawValue)] > 0 }.map(\.version)
    ).subtracting([""])
    if versions.count > 1 { doubts.append(.severalVersions(versions.count)) }
    if let own = months[entity], let newest = months.values.max(), newest - own >= 12 {
      doubts.append(.outdated(months: newest - own))
    }
    if losses.errorAnswers.contains(entity) { doubts.append(.errorAnswer) }
    if losses.unknown.contains(entity) { doubts.append(.unknownLoss) }

    if !lacks.isEmpty { return Completeness(entity.text, records: count, .incomplete, lacks) }
    if !doubts.isEmpty { return Completeness(entity.text, records: count, .notProved, doubts) }
    return Completeness(entity.text, records: count, .proved, proofs)
  }

  /// Whether the last record of each page of a list is in the roster. Clever's `next` names it: the
  /// next page begins after it.
  private func pageEndsAreThere(_ list: SavedLists.List) -> Bool {
    let otherIDs = Set(others.lazy.map(\.id))
    return list.pageEnds.allSatisfy { end in
      guard let met = existingID(end) else { return false }
      let id = presentID(of: met)
      return otherIDs.contains(id) || list.entities.contains { isRecord(id, of: $0) }
    }
  }

  private func isRecord(_ id: RecordID, of entity: Entity) -> Bool {
    let isRecord = withRecords(of: entity) { records in
      records.row(of: id).map { records.isRecord(Int($0)) } ?? false
    }
    return isRecord ?? false
  }

  /// The month of the newest change of students and of sections, counted from the year 0.
  ///
  /// Only of these two, for each school year changes them; schools and teachers may stay as they
  /// are for years.
  private func newestMonths() -> [Entity: Int] {
    var months: [Entity: Int] = [:]
    for entity in [Entity.student, .section] {
      guard let newest = newestChange(of: entity), let year = Int(newest.prefix(4)),
        let month = Int(newest.dropFirst(5).prefix(2))
      else { continue }
      months[entity] = 12 * year + month
    }
    return months
  }

  /// The newest `last_modified` of all records, as it is there; nil if none has one.
  public var newestChange: String? {
    Entity.allCases.compactMap { newestChange(of: $0) }
      .max { left, right in left.utf8.lexicographicallyPrecedes(right.utf8) }
  }

  /// The newest `last_modified` of a kind, as it is there; nil if none has one.
  public func newestChange(of entity: Entity) -> String? {
    source.files.lazy.compactMap { $0.newestChange[entity] }.max { left, right in
      left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }
}

/// What could not be read, by the kinds it may be of.
private struct KnownLosses {
  var filesCut: [Entity: Int] = [:]
  var unreadable: [Entity: Int] = [:]
  var errorAnswers: Set<Entity> = []
  /// The kinds of which something unknown may lack.
  var unknown: Set<Entity> = []

  init(_ source: SourceEvidence) {
    for broken in source.broken {
      let kinds = KnownLosses.kinds(in: source.files[broken.place.file])
      if kinds.isEmpty { unknown.formUnion(Entity.allCases) }
      for entity in kinds { filesCut[entity, default: 0] += 1 }
    }
    for record in source.unreadable {
      switch record.entity {
      case nil: unknown.formUnion(Entity.allCases)
      case .user?: unknown.formUnion(Entity.kinds(ofList: "users"))
      case let entity?: unreadable[entity, default: 0] += 1
      }
    }
    for answer in source.errorAnswers {
      let kinds = KnownLosses.kinds(in: source.files[answer.place.file])
      errorAnswers.formUnion(kinds.isEmpty ? Set(Entity.allCases) : kinds)
    }
  }

  /// The kinds that a file holds, and those that its name suggests.
  private static func kinds(in file: SourceFile) -> Set<Entity> {
    let held = Entity.allCases.filter { file.recordCounts[Int($0.rawValue)] > 0 }
    let people = held.contains(.user) ? Entity.kinds(ofList: "users") : []
    return file.suggested.union(held).union(people)
  }
}
