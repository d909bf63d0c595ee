// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds the program builds its benchmark. The rooms it
// measures are linked from the program's sources: they are no products, and should not become such
// for a benchmark's sake.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]
let lifetimes: [SwiftSetting] = strict + [.enableExperimentalFeature("Lifetimes")]

let package = Package(
  name: "reader-benchmark",
  platforms: [.macOS(.v26)],
  dependencies: [
    // SHA-256, as the room SafeFiles has it.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2")
  ],
  targets: [
    .target(name: "Findings", swiftSettings: strict),
    .target(name: "ConcurrentWork", swiftSettings: strict),
    .target(name: "Bytes", swiftSettings: lifetimes),
    .target(name: "FlatTables", dependencies: ["Bytes"], swiftSettings: lifetimes),
    .target(name: "PositionedJSON", dependencies: ["Bytes"], swiftSettings: lifetimes),
    .target(name: "PositionedCSV", dependencies: ["Bytes"], swiftSettings: lifetimes),
    .target(name: "CSystemCalls"),
    .target(
      name: "SafeFiles",
      dependencies: [
        "ConcurrentWork", "Findings", "CSystemCalls",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),
    // The room PackedFiles inflates with zlib.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "PackedFiles",
      dependencies: ["SafeFiles", "CZlib"],
      swiftSettings: strict
    ),
    .target(
      name: "Roster",
      dependencies: ["Bytes", "ConcurrentWork", "Findings", "FlatTables"],
      swiftSettings: strict
    ),
    .target(
      name: "CleverReader",
      dependencies: [
        "Roster", "PositionedJSON", "PositionedCSV", "PackedFiles", "SafeFiles", "Findings",
        "FlatTables", "Bytes",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "reader-benchmark",
      dependencies: ["CleverReader", "PositionedJSON", "SafeFiles", "Roster"],
      swiftSettings: strict
    ),
  ]
)
