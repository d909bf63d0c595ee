// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules; a warning is an error.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// For the rooms that hand out a view into their own bytes (a `~Escapable` cursor, a span).
let lifetimes: [SwiftSetting] = strict + [.enableExperimentalFeature("Lifetimes")]

func room(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  resources: [Resource] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ room: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [])
  -> Target
{
  .testTarget(
    name: "\(room)Tests",
    dependencies: [.byName(name: room)] + dependencies,
    resources: resources,
    swiftSettings: strict
  )
}

let package = Package(
  name: "clever-to-bloomz",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "clever-to-bloomz", targets: ["clever-to-bloomz"])
  ],
  dependencies: [
    // The pipeline file is YAML; Yams gives every key and value its line and column.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // Commands, help, completions and man page from one declaration.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // SHA-256 with the processor's own instructions, and HMAC for the invitation codes.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: []
)
