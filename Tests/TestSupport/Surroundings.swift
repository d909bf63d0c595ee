package import Foundation

/// The package's folder: `Sources`, `Tests`, `samples`.
package let packageFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Whether the expected texts are written anew (`UPDATE_GOLDEN=1`). Read their difference like code.
package let updatesGolden = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

/// Whether programs of others must be there that judge what we write (`REQUIRE_WITNESSES=1`).
/// Without it a test is skipped where its witness is missing.
package let requiresWitnesses = ProcessInfo.processInfo.environment["REQUIRE_WITNESSES"] == "1"
