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
    grounds.dropPeoplesTexts()
    grounds.dropTextsOfSections()
    var isTold = [Bool](repeating: false, count: roster.sections.count)
    for hit in hits where hit.entity == .section && hit.row >= 0 { isTold[Int(hit.row)] = true }
    grounds.sections.students = roster.sections.students.keeping(isTold)
    grounds.sections.teachers = roster.sections.teachers.keeping(isTold)
    return grounds
  }
}

extension Roster {
  /// Drops what students and contacts are called and reached by; their keys stay.
  mutating func dropPeoplesTexts() {
    students.firstName = []
    students.lastName = []
    students.email = []
    contacts.firstName = []
    contacts.lastName = []
    contacts.email = []
    contacts.phone = []
    contacts.phoneType = []
    contacts.relationship = WordColumn()
    contacts.type = []
  }

  /// Drops what sections are called and what is taught there; their keys stay.
  mutating func dropTextsOfSections() {
    sections.name = []
    sections.subject = []
    sections.period = []
    sections.number = []
    sections.courseName = []
    sections.inlineTerm = []
  }
}
