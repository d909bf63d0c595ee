public import BloomzModel
internal import ConcurrentWork
public import Findings
internal import FlatTables
public import Reachability
public import Roster

/// Turns what Clever says into what Bloomz imports, for one of the guide's two steps.
///
/// Takes every record whose fate is open, gives each its fate, and makes a ``BloomzRoster`` that
/// holds in itself: keys are unique, class names unique inside their school, every link leads to a
/// row. The order of the export's records does not show in it.
///
/// Source: the mapping in `BloomzImport.md`, section 10.
public struct RosterTransform: Sendable {
  /// Which of the guide's two steps.
  public var step: GuideStep
  /// The switches for every class.
  public var classOptions: ClassOptions
  /// Whether school admins (every employee who is not a teacher) come along as School Support
  /// Staff, which Bloomz's newer Clever guide makes of them.
  public var includesOtherStaff: Bool
  /// Whether contacts come along who are emergency or secondary contacts of all their children
  /// (`BloomzImport.md`, section 9, DAT-05).
  public var includesEmergencyContacts: Bool

  /// A transform for `step`; what is optional is off, and the class options are the guide's.
  public init(
    step: GuideStep,
    classOptions: ClassOptions = .standard,
    includeOtherStaff: Bool = false,
    includeEmergencyContacts: Bool = false
  ) {
    self.step = step
    self.classOptions = classOptions
    includesOtherStaff = includeOtherStaff
    includesEmergencyContacts = includeEmergencyContacts
  }

  /// Makes the bundle's content and gives every record of `roster` that has none yet its fate.
  ///
  /// A fate that a rule or stage gave before stays. The one exception is a v3 user with the roles
  /// teacher and staff: that is one record in two tables, so both rows get the same fate.
  ///
  /// Cost: a few passes over rows and links, and a sort of the keys of each table that is not in
  /// order yet.
  ///
  /// - Parameters:
  ///   - roster: its scope is decided, and the rules have withheld what must not leave.
  ///   - reach: how its contacts can be reached; nil has it found out.
  /// - Returns: the bundle's content, and what became of the roster's.
  /// - Throws: ``TransformFault`` if rules let through what they should have withheld, such as two
  ///   records with one key; `TextArenaFull` if composed text passes the arena's limit.
  public func apply(
    to roster: inout Roster,
    reach: ContactReach? = nil
  ) throws -> TransformOutcome {
    var assembly = Assembly(self, of: roster)
    roster.agreeOnSharedRecords()
    try assembly.placeSchools(of: &roster)
    let sections = try assembly.chooseSections(of: &roster)
    try assembly.placeStaff(of: &roster)
    try assembly.placeStudents(of: &roster)
    assembly.placeClasses(sections, of: roster)
    switch step {
    case .classesTeachersStudents: assembly.leaveOutContacts(of: &roster)
    case .parentsContacts:
      try assembly.placeContacts(
        of: &roster,
        reach ?? ContactReach(of: roster.contacts, in: roster.text)
      )
    }
    let memberships = RosterRoundUp.Memberships.later(of: assembly.bloomz)
    let schools = try assembly.fillClasses(of: roster)
    try assembly.nameClasses(of: roster)
    assembly.decideFates(of: &roster)
    try assembly.closeBooks(of: roster)
    assembly.fillSchools(ofStudents: schools, roster)
    let bloomz = assembly.bloomz
    let roundUp = LaterValue { RosterRoundUp(of: bloomz, memberships.value) }
    return TransformOutcome(
      bloomz: bloomz,
      sources: assembly.sources,
      notes: assembly.notes,
      roundUp: roundUp
    )
  }
}
