public import Findings
internal import Texts

extension Report {
  /// One thing to put right, and what goes away with it.
  public struct Cause: Sendable, Hashable {
    /// The stable name, the same in every run that has the cause: `school-not-shared:58da…`.
    public var key: String
    /// The cause, in lower case without a full stop, values in single quotes.
    public var what: String
    /// What shows it, in the same form; empty where the findings say it all.
    public var evidence: String
    /// The gravest level among its findings; nil when it has none.
    public var level: Level?
    /// How many findings it explains.
    public var findings: Int
    /// Students who are left out or miss a class, each counted once.
    public var students: Int
    /// Teachers, in the same way.
    public var teachers: Int
    /// Contacts of these students.
    public var contacts: Int
    /// Other staff.
    public var staff: Int
    /// Classes that are left out or miss a member.
    public var classes: Int
    /// Who can put it right.
    public var fixer: Fixer
    /// How, and on which screen.
    public var howToFix: String

    /// A cause; counts that are left out are 0.
    public init(
      _ key: String,
      what: String,
      evidence: String = "",
      level: Level? = nil,
      findings: Int = 0,
      students: Int = 0,
      teachers: Int = 0,
      contacts: Int = 0,
      staff: Int = 0,
      classes: Int = 0,
      fixer: Fixer = .importer,
      howToFix: String
    ) {
      self.key = key
      self.what = what
      self.evidence = evidence
      self.level = level
      self.findings = findings
      self.students = students
      self.teachers = teachers
      self.contacts = contacts
      self.staff = staff
      self.classes = classes
      self.fixer = fixer
      self.howToFix = howToFix
    }

    /// All people it keeps out.
    public var people: Int { students + teachers + contacts + staff }

    /// The people and classes in words: `240 students, 11 teachers, 12 classes`; `no one`.
    var blocked: String {
      let parts = [
        (students, "student", "students"), (teachers, "teacher", "teachers"),
        (contacts, "parent or contact", "parents and contacts"),
        (staff, "other employee", "other employees"), (classes, "class", "classes"),
      ].filter { $0.0 > 0 }
      guard !parts.isEmpty else { return "no one" }
      return parts.map { "\(grouped($0.0)) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
    }

    /// What putting it right changes.
    var afterFixing: String {
      let go =
        findings == 0 ? "" : "\(counted(findings, "finding")) \(findings == 1 ? "goes" : "go")"
      guard people > 0 else { return go }
      let come = "\(RunReport.people(people)) \(people == 1 ? "is" : "are") no longer held up"
      return go.isEmpty ? come : "\(go), and \(come)"
    }
  }

  /// The causes worth a person's time, the one to fix first at the start: all but those that
  /// change nothing.
  public var causesToFix: [Cause] {
    causes.filter { $0.people > 0 || ($0.level ?? .note) > .note }
  }

  /// What fixing the first causes, three at most, comes to; nil when there is nothing to fix.
  public var causesSentence: String? {
    let first = causesToFix.prefix(3)
    guard let cause = first.first else { return nil }
    let gone = first.reduce(0) { $0 + $1.findings }
    let all = findingCounts.total
    guard gone > 0 else {
      return first.count == 1
        ? "Fix this one cause, and \(RunReport.people(cause.people)) come along."
        : "Fix these \(first.count) causes first."
    }
    let which = first.count == 1 ? "this one cause" : "these \(first.count) causes"
    let findings =
      gone == all
      ? all == 1 ? "the one finding goes" : "all \(grouped(all)) findings go"
      : "\(grouped(gone)) of \(counted(all, "finding")) \(gone == 1 ? "goes" : "go")"
    return "Fix \(which), and \(findings)."
  }
}
