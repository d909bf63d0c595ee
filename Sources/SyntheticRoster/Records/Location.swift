/// Where a person or a school is.
struct Location {
  /// The number of the house.
  let number: Int
  let street: Int
  let city: Int
  /// Millionths of a degree, north of 35° and west of 106°.
  let north: Int
  let west: Int
  /// The last three digits of the postal code.
  let area: Int

  /// A random place.
  init(_ dice: inout Dice, _ words: borrowing DistrictWords) {
    number = 100 + dice.below(9900)
    street = words.streets.spelling(&dice)
    city = words.cities.spelling(&dice)
    north = dice.below(1_000_000)
    west = dice.below(1_000_000)
    area = dice.below(1000)
  }
}
