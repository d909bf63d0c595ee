import Findings
import RosterRules

/// What decided a fate: a rule, or a stage in one of the guide's steps.
func decider(_ reason: String) -> String {
  if RuleCatalogue.rule(reason) != nil { return "rule '\(reason)' in stage 'validate'" }
  if reason == "run-refused" { return "the run, which was refused" }
  if reason == "deleted-by-event" { return "an event in the export, in stage 'extract'" }
  return GuideStep(rawValue: reason) != nil
    ? "stage 'transform', step '\(reason)'" : "stage '\(reason)'"
}
