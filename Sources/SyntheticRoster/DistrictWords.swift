/// All words of a district, ready to be copied into files.
struct DistrictWords: Sendable {
  let first = WordPool(Names.first)
  let last = WordPool(Names.last)
  let streets = WordPool(Names.streets)
  let cities = WordPool(Names.cities)
  let schools = WordPool(Names.schools)
  let subjects = WordPool(Names.subjects.map(\.word))
  let lessons = WordPool(Names.subjects.map(\.lesson))
  let grades = WordPool(Names.grades)
  let titles = WordPool(Names.titles)
  let departments = WordPool(Names.departments)
  let relationships = WordPool(Names.relationships)
  let contactTypes = WordPool(Names.contactTypes)
  let phoneTypes = WordPool(Names.phoneTypes)
  let races = WordPool(Names.races)
  let languages = WordPool(Names.languages.map { ($0.0, $0.1) })
  /// When records were made: school years of some time ago.
  let created = WordPool(DistrictWords.times(in: 2019...2022))
  /// When records were last changed: later than any was made.
  let modified = WordPool(DistrictWords.times(in: 2023...2024))

  /// Timestamps in Clever's form, `YYYY-MM-DDTHH:MM:SS.sssZ` (`CleverData.md`, section 3).
  private static func times(in years: ClosedRange<Int>) -> [String] {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (0..<500).map { number in
      var dice = Dice(UInt64(years.lowerBound), .district, number)
      let year = years.lowerBound + dice.below(years.count)
      let day = "\(year)-\(two(1 + dice.below(12)))-\(two(1 + dice.below(28)))"
      let time = "\(two(dice.below(24))):\(two(dice.below(60))):\(two(dice.below(60)))"
      return "\(day)T\(time).\(100 + dice.below(900))Z"
    }
  }
}
