internal import BloomzModel
import Findings

/// What a bundle is, in few words, for those who open it: no names, only counts.
struct BundleSummary {
  let profile: BundleProfile
  let step: GuideStep
  let classOptions: ClassOptions
  let counts: [(table: String, rows: Int)]

  init(of roster: BloomzRoster, profile: BundleProfile) {
    self.profile = profile
    step = roster.step
    classOptions = roster.classOptions
    counts = [
      ("schools", roster.schools.count),
      ("classes", roster.classes.count),
      ("staff", roster.staff.count),
      ("students", roster.students.count),
      ("contacts", roster.contacts.count),
    ]
  }

  /// One line: what the bundle is for, and how much it holds. People are counted once, however
  /// many rows their schools or children make of them.
  var sentence: String {
    "import of \(stepWords) into Bloomz, in the layout \(profile.name): "
      + counts.map { "\($0.table) \($0.rows)" }.joined(separator: ", ")
  }

  /// The switches that are on, by name.
  var optionsThatAreOn: [String] {
    ClassOptions.names.filter { classOptions.contains($0.option) }.map(\.name)
  }

  /// The step in the words of the import screen.
  private var stepWords: String {
    switch step {
    case .classesTeachersStudents: "classes, teachers and students"
    case .parentsContacts: "parents and contacts, with all that step one brought,"
    }
  }
}
