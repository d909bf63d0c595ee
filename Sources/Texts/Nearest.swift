/// The candidate a misspelt `name` most likely meant; nil if none is near.
///
/// Near means few slips of the finger: letters left out, added, exchanged or swapped with their
/// neighbour (optimal string alignment distance), at most one for each three scalars.
/// Case and `_` for `-` are no slip. A name that begins a candidate (at least
/// three scalars of it) is near, too. Of equally near candidates the first one wins. Cost grows
/// with the lengths; names beyond 64 scalars are near to nothing.
public func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
  let given = folded(name)
  guard !given.isEmpty, given.count <= 64 else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let wanted = folded(candidate)
    guard wanted.count <= 64 else { continue }
    var distance = alignmentDistance(given, wanted)
    if given.count >= 3, wanted.starts(with: given) {
      distance = min(distance, 1)
    }
    guard distance <= given.count / 3, distance < best?.distance ?? Int.max else {
      continue
    }
    best = (distance, candidate)
  }
  return best?.candidate
}

/// The only candidate that differs from `text` in at most `slips` letters, and in fewer than every
/// other one; nil if there is none, or two are as near.
///
/// For ids and addresses, of which many are alike; what a slip is, see ``nearest(to:in:)``.
///
/// - Parameters:
///   - text: what was written.
///   - candidates: what could have been meant; an empty one, or one beyond 64 scalars, never is.
///   - slips: how many letters may differ.
/// - Returns: the position of the candidate.
public func onlyNear(_ text: String, among candidates: [String], slips: Int) -> Int? {
  let given = folded(text)
  guard !given.isEmpty, given.count <= 64 else { return nil }
  var best: (distance: Int, index: Int)?
  var isAlone = true
  for (index, candidate) in candidates.enumerated() {
    let wanted = folded(candidate)
    // Each letter more or less is a slip, so most candidates need no comparison.
    guard !wanted.isEmpty, wanted.count <= 64, abs(wanted.count - given.count) <= slips else {
      continue
    }
    let distance = alignmentDistance(given, wanted)
    guard distance <= min(slips, best?.distance ?? slips) else { continue }
    isAlone = distance != best?.distance
    best = (distance, index)
  }
  return isAlone ? best?.index : nil
}

/// Help for a name that is none of `names`: the nearest one, and what there is.
///
/// - Parameters:
///   - name: what was written.
///   - names: what could have been meant, in the order to show them; at most 12 are.
///   - lead: the words before the list: `it has`, `there are`.
/// - Returns: `did you mean 'rules'? it has: operator, rules`.
public func suggestion(
  for name: String,
  among names: [String],
  lead: String = "there are"
) -> String {
  guard !names.isEmpty else { return "\(lead): none" }
  let shown = names.prefix(12).joined(separator: ", ")
  let list = "\(lead): \(shown)\(names.count > 12 ? ", …" : "")"
  guard let near = nearest(to: name, in: names) else { return list }
  return names.count == 1 ? "did you mean '\(near)'?" : "did you mean '\(near)'? \(list)"
}

/// Lower case (ASCII only, since its length stays) and one spelling of the hyphen.
private func folded(_ name: String) -> [Unicode.Scalar] {
  name.unicodeScalars.map { scalar in
    switch scalar {
    case "A"..."Z": Unicode.Scalar(UInt8(scalar.value) | 0x20)
    case "_": "-"
    default: scalar
    }
  }
}

private func alignmentDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var previous = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let exchange = previous[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(exchange, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, before[column - 1] + 1)
      }
      current.append(cost)
    }
    (before, previous) = (previous, current)
  }
  return previous[right.count]
}
