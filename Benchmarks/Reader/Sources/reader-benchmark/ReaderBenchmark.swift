import CleverReader
import SafeFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Times reading an export into a roster beside a bare walk over the same files, in turn.
///
/// Prints one JSON line: for either way the wall and the processor seconds of each round. The walk
/// has one thread and the reader two, so the wall tells what somebody waits and the processor what
/// it costs.
@main enum ReaderBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let rounds = Int(arguments[1]), rounds > 0 else {
      throw Usage()
    }
    let export = arguments[2]
    let listing = try listFiles(export)
    var walks: [Cost] = []
    var reads: [Cost] = []
    // Round 0 is not kept: the files come into the cache, and the allocator gets its memory.
    for round in 0...rounds {
      let walk = try Cost {
        var walk = BareWalk()
        for file in listing.files { try walk.walk(listing.path(of: file)) }
      }
      let read = try Cost { _ = try CleverReader().read(export) }
      guard round > 0 else { continue }
      walks.append(walk)
      reads.append(read)
    }
    print(
      #"{"JSONCursor.skipValue": \#(Cost.lists(walks)), "CleverReader.read": \#(Cost.lists(reads))}"#
    )
  }
}

/// The seconds that something takes, by the clock and of all processors.
private struct Cost {
  let wall: Double
  let cpu: Double

  init(_ body: () throws -> Void) rethrows {
    let started = ContinuousClock.now
    let start = clock()
    try body()
    cpu = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    wall = (ContinuousClock.now - started) / .seconds(1)
  }

  /// The rounds as JSON.
  static func lists(_ rounds: [Cost]) -> String {
    #"{"wall": \#(rounds.map(\.wall)), "cpu": \#(rounds.map(\.cpu))}"#
  }
}

/// The program was called in another way than it can be.
struct Usage: Error, CustomStringConvertible {
  var description: String { "usage: reader-benchmark ROUNDS EXPORT" }
}
