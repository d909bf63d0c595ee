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
/// Prints the processor seconds of each round as one JSON line. Processor and not wall seconds,
/// because the machine may have other work; those of both of the reader's threads count.
@main enum ReaderBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let rounds = Int(arguments[1]), rounds > 0 else {
      throw Usage()
    }
    let export = arguments[2]
    let listing = try listFiles(export)
    var walks: [Double] = []
    var reads: [Double] = []
    // Round 0 is not kept: the files come into the cache, and the allocator gets its memory.
    for round in 0...rounds {
      let walk = try seconds {
        var walk = BareWalk()
        for file in listing.files { try walk.walk(listing.path(of: file)) }
      }
      let read = try seconds { _ = try CleverReader().read(export) }
      guard round > 0 else { continue }
      walks.append(walk)
      reads.append(read)
    }
    print(#"{"JSONCursor.skipValue": \#(walks), "CleverReader.read": \#(reads)}"#)
  }

  /// The processor seconds that `body` takes.
  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = clock()
    try body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}

/// The program was called in another way than it can be.
struct Usage: Error, CustomStringConvertible {
  var description: String { "usage: reader-benchmark ROUNDS EXPORT" }
}
