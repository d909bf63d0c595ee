/// What a fix list tells of a record beyond its id, so that a person finds it in another system.
///
/// Given beside the report, never in it: no other form can show a name.
public struct RecordFacts: Sendable, Hashable {
  /// The school that the record is of, as `Report.SchoolTally` names it; nil if it is of none.
  public var school: String?
  /// The district's own id of the record; empty if it has none.
  public var sisID: String
  /// The person's name; empty unless the pipeline file asks for names.
  public var name: String

  /// Facts of a record; what is left out is not known.
  public init(school: String? = nil, sisID: String = "", name: String = "") {
    self.school = school
    self.sisID = sisID
    self.name = name
  }
}
