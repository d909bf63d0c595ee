import ArgumentParser
import ImportStages
import SafeFiles

/// Checks a bundle against its manifests.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Names every damaged, missing or extra file of a bundle.",
    discussion: """
      Says too whether mail and report belong to the bundle: those given with --mail and
      --report, else the folders 'mail' and 'report' beside it.

      EXAMPLES
        clever-to-bloomz verify out/lincoln/bundle
        clever-to-bloomz verify bundle --mail letters --report last-report
      """
  )

  @Argument(help: "A bundle's folder.", completion: .directory)
  var bundle: String

  @Option(help: "A folder of mail that is to belong to the bundle.", completion: .directory)
  var mail: String?

  @Option(help: "A report's folder that is to belong to the bundle.", completion: .directory)
  var report: String?

  func run() throws {
    do throws(FileError) {
      let verification = try BundleVerification(
        of: bundle,
        with: mail == nil && report == nil
          ? BundleVerification.neighbours(of: bundle) : [mail, report].compactMap(\.self)
      )
      try StandardOutput.write(verification.text)
      if verification.isWhole { return }
    } catch {
      StandardError.write("error: \(error)\n")
      throw ImportExit(error).code
    }
    throw ImportExit.badInput.code
  }
}
