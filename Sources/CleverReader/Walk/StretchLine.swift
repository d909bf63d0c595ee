import Dispatch  // semaphores: who has nothing to do waits
import Roster
import SafeFiles
import Synchronization

/// Gives out what is to be walked and what is to be stored, and takes back what was done.
///
/// Portions are walked by whoever is free, the storer too when nothing is ready for it; stretches
/// are stored in the order they were cut, by one. Memory is bounded by the stretches that go round:
/// who finds none left waits until one has been stored. So how many processors there are, and which
/// of them was faster, changes nothing but the time.
final class StretchLine: Sendable {
  /// The reading was given up; nobody waits for what a walker does.
  struct Abandoned: Error {}

  /// What the storer does next.
  enum Task {
    /// Stores what was walked.
    case store
    /// Walks a portion, since nothing is ready to be stored.
    case walk(Portion)
  }

  /// What a walker does next.
  enum Walk {
    case portion(Portion)
    /// The rest of a file, from a byte of it on, window by window.
    case rest(file: Int, from: Int)
  }

  private struct State {
    var spare: [WalkedStretch]
    /// What waits to be stored, by number.
    var walked: [Int: WalkedStretch] = [:]
    /// The number of the stretch to be stored next, and of the one to be cut or handed next.
    var stored = 0
    var numbered = 0
    /// Whether somebody is cutting.
    var isCutting = false
    /// The rest of a file that waits for a walker.
    var rest: (file: Int, from: Int)?
    /// Whether somebody walks the rest of a file. Nothing is cut until that has ended.
    var isWalkingRest = false
    /// Whether nothing is left to be cut.
    var isCutUp = false
    var failure: FileError?
    var isAbandoned = false
    /// Walkers that have not left, and the trails of those that have.
    var walkers: Int
    var trails: [FieldTrail] = []
    /// Who waits.
    var waitingWalkers = 0
    var storerWaits = false
    /// The students that walkers may look for.
    var students: RowLookup?
    var hasEnded: Bool { failure != nil || isAbandoned }
  }

  private let state: Mutex<State>
  private let cutter: Mutex<PortionCutter>
  private let storerTurn = DispatchSemaphore(value: 0)
  private let walkerTurn = DispatchSemaphore(value: 0)

  /// A line of what is in `entries`, for so many walkers beside the storer.
  ///
  /// Large files are cut into portions of `size` bytes, or not where that is nil.
  init(_ entries: [ExportListing.Entry], size: Int?, walkers: Int) {
    cutter = Mutex(PortionCutter(entries, size: size))
    // For each walker one that is walked and some that wait, so that neither side stands still for
    // a slow turn of the other; one that is stored, one to spare.
    let spare = Array(repeating: WalkedStretch(), count: 4 * walkers + 2)
    state = Mutex(State(spare: spare, walkers: walkers))
  }

  // MARK: - The walkers' side

  /// Waits until there is something to walk.
  ///
  /// - Parameter stretch: gets the bytes of a portion.
  /// - Returns: what to walk next; nil when there is nothing any more.
  func nextWalk(_ stretch: inout WalkedStretch) -> Walk? {
    while true {
      let step: Step<Walk> = state.withLock { state in
        if state.hasEnded { return .end }
        if let rest = state.rest {
          state.rest = nil
          state.isWalkingRest = true
          return .done(.rest(file: rest.file, from: rest.from))
        }
        if takeToCut(&stretch, &state) { return .cut }
        if state.isCutUp { return .end }
        state.waitingWalkers += 1
        return .wait
      }
      switch step {
      case .done(let walk): return walk
      case .end: return nil
      case .wait: walkerTurn.wait()
      case .cut: if let portion = cut(&stretch) { return .portion(portion) }
      }
    }
  }

  /// Hands over what was walked of `portion`; `stretch` is moved out of, so that nobody else holds
  /// its memory.
  func hand(_ stretch: inout WalkedStretch, of portion: Portion) {
    lookUpStudents(of: &stretch)
    change { $0.walked[portion.number] = exchange(&stretch, with: WalkedStretch()) }
  }

  /// Empty memory for the rest of a file; waits until there is some.
  func takeSpare() throws(Abandoned) -> WalkedStretch {
    while true {
      let (spare, hasEnded) = state.withLock { state in
        if state.hasEnded { return (WalkedStretch?.none, true) }
        let spare = state.spare.popLast()
        if spare == nil { state.waitingWalkers += 1 }
        return (spare, false)
      }
      if hasEnded { throw Abandoned() }
      if let spare { return spare }
      walkerTurn.wait()
    }
  }

  /// Hands over what was walked of the rest of a file.
  ///
  /// - Parameter stretch: moved out of, so that nobody else holds its memory.
  func hand(_ stretch: inout WalkedStretch) {
    lookUpStudents(of: &stretch)
    change { state in
      state.walked[state.numbered] = exchange(&stretch, with: WalkedStretch())
      state.numbered += 1
    }
  }

  /// Finds rows where whoever walks has the time: storing is what all wait for.
  private func lookUpStudents(of stretch: inout WalkedStretch) {
    guard !stretch.walked.lists.ids.isEmpty, let students = state.withLock(\.students) else {
      return
    }
    stretch.walked.lists.lookUp(in: students)
  }

  /// The rest of a file was walked to its end.
  func endRest() {
    change { $0.isWalkingRest = false }
  }

  /// Ends the line because a file could not be read.
  func end(_ failure: FileError) {
    change { $0.failure = $0.failure ?? failure }
  }

  /// A walker leaves; `trail` knows what no table has a place for.
  func leave(_ trail: FieldTrail) {
    change { state in
      state.walkers -= 1
      state.trails.append(trail)
    }
  }

  // MARK: - The storer's side

  /// Waits until there is something for the storer to do.
  ///
  /// - Parameters:
  ///   - stretch: gets what is to be stored, or walked.
  ///   - mayWalk: whether it walks when nothing is ready.
  /// - Returns: what it does next; nil when all is stored.
  /// - Throws: why a file could not be read.
  func nextTask(_ stretch: inout WalkedStretch, mayWalk: Bool) throws(FileError) -> Task? {
    while true {
      let (step, failure): (Step<Task>, FileError?) = state.withLock { state in
        if let failure = state.failure { return (.end, failure) }
        if let walked = state.walked.removeValue(forKey: state.stored) {
          stretch = walked
          state.stored += 1
          return (.done(.store), nil)
        }
        if mayWalk, takeToCut(&stretch, &state) { return (.cut, nil) }
        if state.walkers == 0, state.stored == state.numbered { return (.end, nil) }
        state.storerWaits = true
        return (.wait, nil)
      }
      if let failure { throw failure }
      switch step {
      case .done(let task): return task
      case .end: return nil
      case .wait: storerTurn.wait()
      case .cut: if let portion = cut(&stretch) { return .walk(portion) }
      }
    }
  }

  /// Gives the memory of a stored stretch back.
  ///
  /// - Parameter stretch: moved out of, so that nobody else holds its memory.
  func giveBack(_ stretch: inout WalkedStretch) {
    stretch.walked.removeAll()
    change { $0.spare.append(exchange(&stretch, with: WalkedStretch())) }
  }

  /// Lets walkers look for these students from now on, or for none.
  ///
  /// Whoever adds a student afterwards copies the table's ids and index once. So they are looked
  /// for as they were until there are a quarter more.
  func publish(_ students: RecordColumns?) {
    state.withLock { state in
      guard let students else { return state.students = nil }
      if students.count * 4 >= (state.students?.count ?? 0) * 5 { state.students = students.lookup }
    }
  }

  /// Lets the walkers know that nobody stores any more.
  func abandon() {
    change { $0.isAbandoned = true }
  }

  /// The trails of all walkers, once the line has ended.
  var trails: [FieldTrail] { state.withLock(\.trails) }

  // MARK: - Turns

  private enum Step<Value> {
    case done(Value)
    case cut
    case wait
    case end
  }

  /// Takes memory for the next portion, if one may be cut now; then nobody else cuts.
  private func takeToCut(_ stretch: inout WalkedStretch, _ state: inout State) -> Bool {
    guard !state.isCutting, !state.isWalkingRest, state.rest == nil, !state.isCutUp,
      let spare = state.spare.popLast()
    else { return false }
    state.isCutting = true
    stretch = spare
    return true
  }

  /// Cuts the next portion into `stretch`; nil if there is none for the caller.
  private func cut(_ stretch: inout WalkedStretch) -> Portion? {
    var cut: PortionCutter.Cut?
    var failure: FileError?
    cutter.withLock { cutter in
      do throws(FileError) {
        cut = try cutter.cut(into: &stretch)
      } catch {
        failure = error
      }
    }
    var portion: Portion?
    change { state in
      state.isCutting = false
      if case .portion(let file, let isLast) = cut {
        portion = Portion(file: file, number: state.numbered, isLast: isLast)
        state.numbered += 1
        return
      }
      if case .rest(let file, let from) = cut { state.rest = (file, from) }
      if cut == nil { state.isCutUp = true }
      state.failure = failure
      state.spare.append(exchange(&stretch, with: WalkedStretch()))
    }
    return portion
  }

  /// Changes the state, and lets everybody who waits look again.
  private func change(_ body: (inout State) -> Void) {
    let (walkers, storer) = state.withLock { state in
      body(&state)
      defer {
        state.waitingWalkers = 0
        state.storerWaits = false
      }
      return (state.waitingWalkers, state.storerWaits)
    }
    for _ in 0..<walkers { walkerTurn.signal() }
    if storer { storerTurn.signal() }
  }
}
