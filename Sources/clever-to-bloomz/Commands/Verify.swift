import ArgumentParser
import ImportStages
import SafeFiles

/// Checks a bundle against its manifests.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Names every damaged, missing or extra file of a bundle.",
    discussion: """
      EXAMPLES
        clever-to-bloomz verify out/lincoln/bundle
      """
  )

  @Argument(help: "A bundle's folder.", completion: .directory)
  var bundle: String

  func run() throws {
    do throws(FileError) {
      let verification = try BundleVerification(of: bundle)
      try StandardOutput.write(verification.text)
      if verification.isWhole { return }
    } catch {
      StandardError.write("error: \(error)\n")
      throw ImportExit(error).code
    }
    throw ImportExit.badInput.code
  }
}
