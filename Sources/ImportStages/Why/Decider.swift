import Findings
import RosterRules

/// What decided a fate: a rule, or a stage in one of the guide's steps.
func decider(_ reason: String) -> String {
  if RuleCatalogue.rule(reason) != nil { return "rule '\(reason)' in stage 'validate'" }
  if reason == StageCode.runRefused.code { return "the run, which was refused" }
  if reason == StageCode.deletedByEvent.code { return "an event in the export, in stage 'extract'" }
  return GuideStep(rawValue: reason) != nil
    ? "stage 'transform', step '\(reason)'" : "stage '\(reason)'"
}
