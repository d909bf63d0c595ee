// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds the program builds its benchmark.
let package = Package(
  name: "reader-benchmark",
  platforms: [.macOS(.v26)],
  // Named, because a checkout may lie in a folder of any name.
  dependencies: [.package(name: "clever-to-bloomz", path: "../..")],
  targets: [
    .executableTarget(
      name: "reader-benchmark",
      dependencies: [.product(name: "CleverReader", package: "clever-to-bloomz")],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
      ]
    )
  ]
)
