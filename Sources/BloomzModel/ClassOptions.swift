/// The three switches of Bloomz's import screen; one choice for every imported class.
///
/// Source: Bloomz's Clever guide for school admins (2 Jul 2019): all on by default, may be edited,
/// apply to every class of the import. No CSV column holds them; the JSON bundle does.
public struct ClassOptions: OptionSet, Sendable, Hashable {
  /// One bit a switch.
  public var rawValue: UInt8

  /// Options from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Behavior Management.
  public static let behaviorManagement = ClassOptions(rawValue: 1 << 0)
  /// Student Portfolios.
  public static let studentPortfolios = ClassOptions(rawValue: 1 << 1)
  /// Parent-Parent Communication.
  public static let parentParentCommunication = ClassOptions(rawValue: 1 << 2)

  /// The guide's default: all three on.
  public static let standard: ClassOptions = [
    .behaviorManagement, .studentPortfolios, .parentParentCommunication,
  ]

  /// Every switch with its spelling in pipeline files and bundles, in the guide's order.
  public static let names: [(name: String, option: ClassOptions)] = [
    ("behavior-management", .behaviorManagement),
    ("student-portfolios", .studentPortfolios),
    ("parent-parent-communication", .parentParentCommunication),
  ]
}
