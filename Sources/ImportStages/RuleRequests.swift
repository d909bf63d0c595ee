import Findings
import Pipeline
import RosterRules
import Texts

/// What a pipeline file asks of the rules: other levels, budgets, suppressions.
struct RuleRequests: Sendable {
  /// The rules' levels.
  private(set) var levels = RuleLevels.standard
  /// How many findings make a rule weigh more.
  private(set) var budgets = RuleBudgets.none
  /// What is asked of each rule, in order of ids.
  private(set) var requests: [Request] = []

  /// What is asked of one rule.
  struct Request: Sendable {
    /// The rule's id.
    var id: String
    /// The level the file gives it; nil if none.
    var level: Level?
    /// Levels and what must be passed for them, the mildest first.
    var budget: [(level: Level, threshold: RuleThreshold)] = []
    /// Its findings are put aside; nil if not.
    var suppression: Suppression?
  }

  /// Why the findings of a rule are put aside, and until when.
  struct Suppression: Sendable, Hashable {
    /// Why.
    var reason: String
    /// The last day, `YYYY-MM-DD`.
    var until: String
    /// The place of the day in the pipeline file.
    var place: Place

    /// Whether it is over on `day`, `YYYY-MM-DD`.
    func isOver(on day: String) -> Bool { until.utf8.lexicographicallyPrecedes(day.utf8) }
  }

  /// Nothing is asked.
  init() {}

  /// The rule's level in this pipeline; a text alone is this option.
  static let level = StageOption(
    optional: "level",
    .choice(of: Level.allCases, named: \.description),
    help: "its level in this pipeline"
  )
  /// The options that make a rule weigh more, the mildest level first.
  private static let budgets = Level.allCases.filter { $0 > .note }.map { level in
    let option = StageOption(
      optional: "\(level)-if",
      .text,
      help: "it weighs '\(level)' where its findings pass this: '> 20', '> 2 %' (of the records in "
        + "scope of the kinds it finds), or '> 2 % and > 20'"
    )
    return (level: level, option: option)
  }
  private static let suppress = StageOption(
    optional: "suppress",
    .text,
    help: "why its findings are put aside: they are counted and listed apart, and what it does to "
      + "records stays"
  )
  private static let until = StageOption(
    optional: "until",
    .date,
    help: "the last day on which they are put aside"
  )

  /// The options of one rule in a pipeline file.
  static let cards = [level.card] + budgets.map(\.option.card) + [suppress.card, until.card]

  /// What the file asks; everything in it that cannot be is added to `faults`.
  init(_ options: [StageOptions], _ faults: inout [Finding]) {
    for rule in options.sorted(by: { $0.owner.utf8.lexicographicallyPrecedes($1.owner.utf8) }) {
      guard RuleCatalogue.rule(rule.owner) != nil else {
        faults.append(RuleRequests.unknown(rule))
        continue
      }
      requests.append(RuleRequests.request(rule, &faults))
    }
    var overrides: [String: Level] = [:]
    for request in requests { overrides[request.id] = request.level }
    do throws(RuleLevelsRefused) {
      levels = try RuleLevels(overriding: overrides)
    } catch {
      faults += error.refusals.map { refusal in
        RuleRequests.fault(
          "rule '\(refusal.id)' cannot be \(refusal.level): \(refusal.reason)",
          help: RuleRequests.allowed(refusal.id),
          at: options.first { $0.owner == refusal.id }?.place(of: RuleRequests.level)
        )
      }
    }
    for request in requests {
      for step in request.budget { budgets.add(request.id, step.level, over: step.threshold) }
    }
  }

  /// The suppressions that hold on `day`, by rule.
  func suppressions(on day: String) -> [String: Suppression] {
    var result: [String: Suppression] = [:]
    for request in requests {
      if let suppression = request.suppression, !suppression.isOver(on: day) {
        result[request.id] = suppression
      }
    }
    return result
  }

  /// A finding for each suppression that is over on `day`: its rule counts again.
  func expired(on day: String) -> [Finding] {
    requests.compactMap { request in
      guard let suppression = request.suppression, suppression.isOver(on: day) else { return nil }
      return Finding(
        StageCode.suppressionExpired,
        .warning,
        "the suppression of '\(request.id)' ended on \(suppression.until), so its findings count "
          + "again",
        help: "put right what the rule finds, or give a later 'until' if the reason still holds",
        at: suppression.place
      )
    }
  }

  // MARK: - Reading

  private static func request(_ rule: StageOptions, _ faults: inout [Finding]) -> Request {
    let faultsBefore = faults.count
    var request = Request(id: rule.owner)
    request.level = rule[level]
    let own = request.level ?? RuleCatalogue.rule(rule.owner)?.level ?? .note
    for (level, option) in budgets {
      guard let text = rule[option] else { continue }
      let place = rule.place(of: option)
      do throws(RuleThreshold.Complaint) {
        let threshold = try RuleThreshold(parsing: text)
        if let why = RuleBudgets.complaint(about: rule.owner, level, over: threshold, from: own) {
          let message = "rule '\(rule.owner)' cannot become \(level): \(why)"
          faults.append(fault(message, help: allowed(rule.owner), at: place))
        }
        request.budget.append((level, threshold))
      } catch {
        let message = "'\(option.card.name)' makes no sense at '\(error.part)'"
        faults.append(fault(message, help: error.help, at: place))
      }
    }
    request.suppression = suppression(
      rule,
      of: max(own, request.budget.last?.level ?? own),
      &faults
    )
    if request.level == nil, request.budget.isEmpty, request.suppression == nil,
      faults.count == faultsBefore
    {
      faults.append(
        fault("nothing is asked of rule '\(rule.owner)'", help: written, at: rule.place)
      )
    }
    return request
  }

  private static func suppression(
    _ rule: StageOptions,
    of gravest: Level,
    _ faults: inout [Finding]
  ) -> Suppression? {
    guard let reason = rule[suppress] else {
      if rule.isGiven(until) {
        let message = "'until' of rule '\(rule.owner)' ends nothing"
        faults.append(
          fault(message, help: "add 'suppress' with the reason", at: rule.place(of: until))
        )
      }
      return nil
    }
    let place = rule.place(of: suppress)
    if reason.allSatisfy(\.isWhitespace) {
      let message = "rule '\(rule.owner)' is suppressed without a reason"
      faults.append(
        fault(message, help: "write after 'suppress' why it does not matter", at: place)
      )
    }
    if gravest == .blocker {
      let message =
        "rule '\(rule.owner)' cannot be suppressed: a blocker stops the run, so its "
        + "findings must be seen"
      faults.append(fault(message, help: allowed(rule.owner), at: place))
    }
    guard let lastDay = rule[until] else {
      let message = "rule '\(rule.owner)' is suppressed without an end"
      let help = "add 'until' with the last day, '2026-12-31' for instance"
      faults.append(fault(message, help: help, at: place))
      return nil
    }
    return Suppression(reason: reason, until: lastDay, place: rule.place(of: until))
  }

  private static let written =
    "write a level, or { level: …, error-if: …, suppress: …, until: … }"

  private static func unknown(_ rule: StageOptions) -> Finding {
    let ids = RuleCatalogue.all.map(\.id)
    let near = nearest(to: rule.owner, in: ids).map { "did you mean '\($0)'? " } ?? ""
    return fault(
      "rule '\(rule.owner)' cannot be changed: \(RuleCatalogue.whyUnknown(rule.owner))",
      help: "\(near)'clever-to-bloomz rules' lists those that can",
      at: rule.place
    )
  }

  private static func allowed(_ id: String) -> String {
    RuleCatalogue.rule(id).map { "it can be: \($0.latitude.words)" } ?? ""
  }

  private static func fault(_ message: String, help: String, at place: Place?) -> Finding {
    Finding(StageCode.ruleRefused, .error, message, help: help, at: place)
  }
}
