import ArgumentParser
import ImportStages
import Pipeline
import SafeFiles

/// Checks a pipeline file; reads no data.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Names all faults of a pipeline file; reads no data.",
    discussion: """
      Parameters without a value are taken to be right.

      EXAMPLES
        clever-to-bloomz check pipelines/onboard-teachers.yaml
      """
  )

  @OptionGroup var pipeline: PipelineOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    try pipeline.read(display) { file in
      let warnings = try ImportPlan.check(
        file,
        registry: .standard,
        settings: pipeline.settings
      )
      // With all values known, it can be seen where results go.
      if let plan = try? ImportPlan(file, registry: .standard, settings: pipeline.settings) {
        let faults = plan.faultsOfPlaces()
        guard faults.isEmpty else { throw PlanError(faults) }
      }
      pipeline.warn(of: warnings, in: file, display)
    }
    if !display.quiet {
      try StandardOutput.write("\(pipeline.pipeline): no faults\n")
    }
  }
}
