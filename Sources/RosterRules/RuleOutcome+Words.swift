internal import FlatTables
public import Roster

extension RuleOutcome {
  /// What of `roster` the words of ``hits`` need: ids and keys, places, and the links that a hit
  /// tells of, but no person's name or address, which no finding shows.
  ///
  /// Words are made while the roster goes on to where names move over to the bundle. Whoever holds
  /// the whole of it meanwhile makes each of those columns stand in memory twice.
  public func groundsOfWords(in roster: Roster) -> Roster {
    var grounds = roster
    grounds.students.firstName = []
    grounds.students.lastName = []
    grounds.students.email = []
    grounds.contacts.firstName = []
    grounds.contacts.lastName = []
    grounds.contacts.email = []
    grounds.contacts.phone = []
    grounds.contacts.phoneType = []
    grounds.contacts.relationship = WordColumn()
    grounds.contacts.type = []
    grounds.sections.name = []
    grounds.sections.subject = []
    grounds.sections.period = []
    grounds.sections.number = []
    grounds.sections.courseName = []
    grounds.sections.inlineTerm = []
    let sections = Set(hits.lazy.filter { $0.entity == .section && $0.row >= 0 }.map(\.row))
    grounds.sections.students = roster.sections.students.keeping(sections)
    grounds.sections.teachers = roster.sections.teachers.keeping(sections)
    return grounds
  }
}
