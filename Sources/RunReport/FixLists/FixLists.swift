internal import Findings

/// `fix-lists/`: for each school, and for each person who can put things right, what is to be done.
///
/// Every list is a CSV for a spreadsheet and a page to print and tick off. Notes are in none of
/// them, since they ask for nothing; the index says how many there are.
struct FixLists {
  /// The most rows of a list's page: some forty sheets of paper. The CSV has all.
  static let rowLimit = 1000

  let report: Report
  /// The lists in the order of the index: people first, then schools, then what is of no school.
  private(set) var entries: [Entry] = []
  private let rules: [Report.RuleSection]
  private var things: [Thing] = []

  /// A list before its rows are put together: only one at a time is.
  struct Entry {
    /// The file's name without its ending; safe on every system.
    var fileName: String
    /// What the list is: whose, or of which school.
    var title: String
    /// How many things of each level it has.
    var counts: LevelCounts
    /// Positions in ``things``.
    fileprivate var rows: [Int]
  }

  private struct Thing {
    var rule: Int
    var finding: Int
    var facts: RecordFacts
  }

  /// Gathers the lists: each finding above a note is in one list of a person, and in that of its
  /// school; what is of no school has a list of its own.
  init(_ report: Report, facts: (Finding) -> RecordFacts) {
    self.report = report
    rules = report.rulesWorstFirst.filter { $0.level > .note }
    var byFixer: [Fixer: [Int]] = [:]
    var bySchool: [String?: [Int]] = [:]
    for (rule, section) in rules.enumerated() {
      for (index, finding) in section.findings.enumerated() {
        let facts = facts(finding)
        byFixer[finding.fixer, default: []].append(things.count)
        bySchool[facts.school, default: []].append(things.count)
        things.append(Thing(rule: rule, finding: index, facts: facts))
      }
    }
    for fixer in byFixer.keys.sorted() {
      add("for-\(fixer.rawValue)", "For \(fixer.words)", byFixer[fixer] ?? [])
    }
    let names = Dictionary(report.schools.map { ($0.id, $0.name) }) { first, _ in first }
    let ids = bySchool.keys.compactMap { $0 }
    for id in ids.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let name = (names[id] ?? nil).map { "\($0), school '\(id)'" } ?? "School '\(id)'"
      add("school-\(FileNames.safe(id))", name, bySchool[id] ?? [])
    }
    if let rows = bySchool[nil] { add("no-school", "Not of one school", rows) }
  }

  private mutating func add(_ fileName: String, _ title: String, _ rows: [Int]) {
    var counts = LevelCounts()
    for row in rows { counts[rules[things[row].rule].level] += 1 }
    entries.append(Entry(fileName: fileName, title: title, counts: counts, rows: rows))
  }

  /// The list of an entry, with its rows.
  func list(_ entry: Entry) -> FixList {
    FixList(
      fileName: entry.fileName,
      title: entry.title,
      counts: entry.counts,
      rows: entry.rows.map { row in
        let thing = things[row]
        let rule = rules[thing.rule]
        return FixList.Row(rule: rule, finding: rule.findings[thing.finding], facts: thing.facts)
      }
    )
  }

  /// Findings that ask for nothing, and so are in no list.
  var noteCount: Int { report.findingCounts.notes }

  /// Findings that were counted only, and so cannot be listed.
  var onlyCounted: Int {
    report.rules.reduce(0) { $0 + ($1.level > .note ? $1.onlyCounted : 0) }
  }
}

/// One list.
struct FixList {
  /// One thing to put right.
  struct Row {
    var rule: Report.RuleSection
    var finding: Finding
    var facts: RecordFacts

    /// What to do: the finding's own words, else the rule's.
    var help: String { finding.help.isEmpty ? rule.howToFix : finding.help }

    /// In which system the person looks, and for what there.
    var whereToLook: String {
      let system =
        switch finding.fixer {
        case .importer: "in the pipeline file, or the export"
        case .schoolAdmin, .recordsClerk: "in the school's records (SIS)"
        case .districtAdmin: "in Clever's admin pages"
        case .bloomzSupport: "with Bloomz support"
        }
      return finding.field.isEmpty ? system : "\(system), field '\(finding.field)'"
    }
  }

  /// The file's name without its ending; safe on every system.
  var fileName: String
  /// What the list is: whose, or of which school.
  var title: String
  /// How many rows there are of each level.
  var counts: LevelCounts
  /// What is to be done, gravest effect first.
  var rows: [Row]

  /// Whether any row names a person.
  var hasNames: Bool { rows.contains { !$0.facts.name.isEmpty } }
}
