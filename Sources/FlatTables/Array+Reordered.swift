extension Array {
  /// Puts the elements in another order, in a new array.
  ///
  /// - Parameter positions: for each place the index of its element.
  /// - Returns: as many elements as there are positions.
  @inlinable public func reordered(by positions: [Int32]) -> [Element] {
    let elements = span
    var result: [Element] = []
    result.append(addingCapacity: positions.count) { output in
      for position in positions { output.append(elements[Int(position)]) }
    }
    return result
  }
}
