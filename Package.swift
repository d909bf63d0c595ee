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

/// SHA-256 and HMAC; only `SafeFiles` and `InvitationMail` have a need for them.
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

/// A release build for Linux has Swift's libraries inside, so that no start looks for and binds a
/// dozen of them. The linker takes from an archive what it has met a need for, so those that
/// Foundation stands on are named behind it; SwiftPM does that itself only for
/// `--static-swift-stdlib`, which is no setting of a package.
let release = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
let foundationStandsOn = [
  "CoreFoundation", "_FoundationCShims", "_FoundationCollections", "_FoundationICU",
]

func room(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  resources: [Resource] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(
  _ room: String,
  _ dependencies: [Target.Dependency] = [],
  exclude: [String] = [],
  resources: [Resource] = []
) -> Target {
  .testTarget(
    name: "\(room)Tests",
    dependencies: [.byName(name: room)] + dependencies,
    exclude: exclude,
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
    // Commands, help, completions and man page from one declaration.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // SHA-256 with the processor's own instructions, and HMAC for the invitation codes.
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
  ],
  targets: [
    // Floor 1
    room("Texts"),
    room("Findings", ["Texts"]),
    room("Bytes", settings: lifetimes),
    room("ConcurrentWork"),
    room("FlatTables", ["Bytes"], settings: lifetimes),
    room("BloomzModel", ["Findings", "FlatTables"]),
    room("MailMessage", ["Bytes"]),
    .target(name: "CSystemCalls"),
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]
    ),
    // zlib inflates and deflates. The zip container around it is read in `PackedFiles`: libzip would
    // bring OpenSSL's libcrypto along and libarchive six more decoders (0.7 and 1.3 ms at each start;
    // zlib none, since libxml2 has it loaded), and neither tells the offsets by which members that
    // share bytes are found.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // The pipeline file is YAML. Events, and not a tree: they show anchors, aliases and tags with
    // their places, follow no alias and compare no keys.
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]
    ),
    // Floor 2
    room("PositionedJSON", ["Bytes"], settings: lifetimes),
    room("PositionedCSV", ["Bytes"], settings: lifetimes),
    room("SafeFiles", ["ConcurrentWork", "Findings", "Texts", "CSystemCalls", crypto]),
    room("PackedFiles", ["SafeFiles", "CZlib"]),
    room("Roster", ["Bytes", "Findings", "FlatTables"]),
    room("Pipeline", ["Findings", "Texts", "CLibYAML"]),
    room("MailTemplate", ["Findings", "Texts", "CLibXML2"]),
    // Floor 3
    room(
      "CleverReader",
      [
        "Roster", "PositionedJSON", "PositionedCSV", "PackedFiles", "SafeFiles", "Findings",
        "FlatTables", "ConcurrentWork", "Texts", "Bytes",
      ],
      settings: lifetimes
    ),
    room("Reachability", ["Roster", "MailMessage", "FlatTables", "ConcurrentWork"]),
    room(
      "RosterRules",
      [
        "Roster", "Reachability", "MailMessage", "FlatTables", "Bytes", "ConcurrentWork",
        "Findings", "Texts",
      ]
    ),
    room(
      "RosterTransform",
      [
        "Roster", "BloomzModel", "Reachability", "FlatTables", "Bytes", "ConcurrentWork",
        "Findings", "Texts",
      ]
    ),
    room("BloomzBundle", ["BloomzModel", "SafeFiles", "FlatTables", "Findings", "PositionedCSV"]),
    room(
      "InvitationMail",
      [
        "BloomzModel", "MailMessage", "MailTemplate", "SafeFiles", "FlatTables", "Texts", crypto,
      ],
      resources: [.embedInCode("Templates/invitation.xhtml")]
    ),
    room("RunReport", ["PositionedJSON", "Findings", "SafeFiles", "Bytes", "Texts"]),
    room("SyntheticRoster", ["PackedFiles", "SafeFiles"]),
    // Floor 4
    room(
      "ImportStages",
      [
        "Pipeline", "CleverReader", "Reachability", "RosterRules", "RosterTransform",
        "BloomzBundle", "InvitationMail", "RunReport", "Roster", "BloomzModel",
        "MailMessage", "MailTemplate", "SafeFiles", "PositionedCSV", "FlatTables", "Bytes",
        "ConcurrentWork", "Findings", "Texts",
      ]
    ),
    // Floor 5
    .executableTarget(
      name: "clever-to-bloomz",
      dependencies: [
        "ImportStages", "Pipeline", "RunReport", "SyntheticRoster", "SafeFiles", "Findings",
        "Texts",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict + [.unsafeFlags(["-static-stdlib"], release)],
      linkerSettings: [
        .unsafeFlags(["-static-stdlib"] + foundationStandsOn.map { "-l\($0)" }, release)
      ]
    ),
    // Tests: one target a room, and one for the house as a whole

    // What several test targets use: seeded random numbers, a temporary folder, running a tool,
    // findings of any code.
    .target(
      name: "TestSupport",
      dependencies: ["Findings"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    tests("Texts"),
    tests("Findings", ["Texts", "TestSupport"]),
    tests("Bytes"),
    tests("ConcurrentWork"),
    tests("FlatTables", ["Bytes", "TestSupport"]),
    tests("BloomzModel"),
    // Checks every byte of a finished mail, for the tests of two rooms.
    .target(
      name: "MailChecks",
      dependencies: ["MailMessage"],
      path: "Tests/MailChecks",
      swiftSettings: strict
    ),
    tests("MailMessage", ["MailChecks", "TestSupport"]),
    tests("PositionedJSON", ["Bytes", "TestSupport"], resources: [.copy("Corpus")]),
    tests("PositionedCSV", ["TestSupport"]),
    tests("SafeFiles", ["CSystemCalls", "TestSupport"]),
    // Archives that no tool would write, for the tests of two rooms.
    .target(
      name: "PackedSamples",
      dependencies: ["PackedFiles"],
      path: "Tests/PackedSamples",
      swiftSettings: strict
    ),
    tests("PackedFiles", ["PackedSamples", "SafeFiles", "TestSupport"]),
    // A roster as text that only its content decides, to compare what two exports say.
    .target(
      name: "CanonicalRosters",
      dependencies: ["Roster", "FlatTables"],
      path: "Tests/CanonicalRosters",
      swiftSettings: strict
    ),
    tests("Roster", ["CanonicalRosters", "FlatTables", "Findings"]),
    tests("Pipeline", ["Findings", "Texts", "TestSupport"]),
    tests("MailTemplate", ["Findings"]),
    tests(
      "CleverReader",
      [
        // Made-up districts, and the rules that judge what is missing.
        "SyntheticRoster", "RosterRules",
        "Roster", "CanonicalRosters", "PackedSamples", "PackedFiles", "SafeFiles", "FlatTables",
        "Findings", "PositionedJSON", "Bytes", "TestSupport",
      ],
      exclude: ["Recorded"]
    ),
    tests("Reachability", ["Roster", "MailMessage", "FlatTables"]),
    tests(
      "RosterRules",
      ["CleverReader", "Roster", "FlatTables", "Findings", "Texts", "TestSupport"],
      resources: [.copy("Fixtures")]
    ),
    tests(
      "RosterTransform",
      [
        "Roster", "Reachability", "BloomzModel", "FlatTables", "ConcurrentWork", "Findings",
        "TestSupport",
      ]
    ),
    tests(
      "BloomzBundle",
      ["BloomzModel", "FlatTables", "SafeFiles", "Findings", "TestSupport"],
      exclude: ["Witness"]
    ),
    tests(
      "InvitationMail",
      [
        "BloomzModel", "FlatTables", "MailChecks", "MailMessage", "MailTemplate", "SafeFiles",
        "Findings", "Texts", "TestSupport",
      ],
      exclude: ["Witness"]
    ),
    tests("RunReport", ["Findings", "SafeFiles", "Texts", "TestSupport"], exclude: ["Witness"]),
    tests(
      "SyntheticRoster",
      [
        "CleverReader", "RosterRules", "Roster", "SafeFiles", "FlatTables", "Findings",
        "Texts", "TestSupport",
      ]
    ),
    tests(
      "ImportStages",
      [
        "Pipeline", "RosterRules", "RosterTransform", "RunReport", "Roster", "BloomzBundle",
        "BloomzModel", "SafeFiles", "FlatTables", "Findings", "TestSupport",
      ]
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: ["clever-to-bloomz", "PackedSamples", "Pipeline", "TestSupport"],
      exclude: ["Situations/HarborPoint"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "HouseTests",
      dependencies: ["clever-to-bloomz", "TestSupport"],
      swiftSettings: strict
    ),
  ]
)
