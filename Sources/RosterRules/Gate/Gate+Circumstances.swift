import Findings
import Roster
import Texts

/// Whether this is the time, and what to look at besides.
extension Gate {
  // PRE-09
  static func staff(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.staff)
    if question.records.schoolAdmins > 0 {
      row.meet(counted(question.records.schoolAdmins, "school admin"))
    } else {
      let found = "the export holds no staff but teachers"
      if let doubt = question.doubts[.schoolAdmin] {
        let found = "no other staff were read"
        row.advise("\(found); \(doubt.words)")
        row.fixer = doubt.fixer
        row.howToFix = doubt.help
        findings.add(
          .staffNotShared,
          "\(found); \(doubt.words)",
          row,
          about: .schoolAdmin
        )
      } else {
        row.advise(found)
        findings.add(.staffNotShared, found, row)
      }
    }
    return row
  }

  // PRE-10
  static func supportStaff(_ question: GateQuestion) -> GateRow {
    var row = GateRow(.supportStaff)
    if question.supportStaff > 0 {
      row.meet("\(question.supportStaff) will arrive as School Support Staff")
    } else {
      row.skip("no such staff are imported")
    }
    return row
  }

  // PRE-11
  static func elementary(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.elementary)
    let elementary = question.elementary
    guard elementary.schools > 0 else {
      row.skip("no chosen school is known as an elementary school")
      return row
    }
    let found =
      "\(elementary.otherSections) of \(elementary.sections) sections are neither homerooms nor of "
      + "a specialist"
    if elementary.otherSections > 0 {
      row.advise(found)
      findings.add(.elementarySharesEverySection, found, row)
    } else {
      row.meet(found)
    }
    return row
  }

  // PRE-12
  static func order(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.order)
    guard question.step == .parentsContacts else {
      row.skip("step one comes first")
      return row
    }
    let joined = question.joined
    if joined.isGiven, joined.expected > 0, joined.missing.isEmpty {
      row.meet("all \(joined.expected) teachers have joined")
    } else if let reason = joined.overrideReason, !isBlank(reason) {
      row.declare("overridden: '\(reason)'")
    } else if joined.isUnreadable {
      row.fixer = .importer
      row.howToFix = "give the list of those who joined as a text file, or as 'CSV UTF-8'"
      row.refuse(.unknown, "the list of those who joined is no text, so it is not read")
    } else if !joined.isGiven {
      row.refuse(.unknown, "it is not known which teachers have joined")
      findings.add(.joinedTeachersUnknown, "it is not known which teachers have joined", row)
    } else if joined.expected <= 0 {
      row.refuse(.unknown, "there is no teacher who could have joined")
      findings.add(.joinedTeachersUnknown, "there is no teacher who could have joined", row)
    } else {
      let found = "\(joined.missing.count) of \(joined.expected) teachers have not joined"
      row.refuse(
        .notMet,
        found + (joined.isEmptyList ? "; the list of those who did is empty" : "")
      )
      if let help = joined.helpWithList {
        row.fixer = .importer
        row.howToFix = help
      }
      let ids = joined.missing.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
      let more = joined.missing.count > 3 ? " and \(joined.missing.count - 3) more" : ""
      findings.add(.teachersHaveNotJoined, "\(found): \(ids)\(more)", row)
    }
    return row
  }

  // PRE-13
  static func classOptions(_ question: GateQuestion) -> GateRow {
    var row = GateRow(.classOptions)
    switch question.declared.classOptions {
    case nil: row.meet("the guide's defaults: all on")
    case let options? where options.isEmpty: row.declare("chosen: all off")
    case let options?: row.declare("chosen: \(options.joined(separator: ", "))")
    }
    return row
  }

  // PRE-14
  static func sync(
    _ question: GateQuestion,
    _ findings: inout [FindingText]
  ) -> GateRow {
    var row = GateRow(.sync)
    let stopped = question.districts.filter { $0.state == .error || $0.state == .paused }
    row.place = (stopped.first ?? question.districts.first)?.place
    if stopped.isEmpty {
      let states = question.districts.filter { $0.state != .none }.map { "'\($0.state.text)'" }
      if states.isEmpty {
        // Early exports have no state anywhere; that is no sign of a sync that is stopped.
        row.verdict = .unknown
        row.found = "the export does not say"
      } else {
        row.meet("the state is \(states.joined(separator: ", "))")
      }
    } else if let reason = question.declared.stoppedSyncReason, !isBlank(reason) {
      row.declare("the state is '\(stopped[0].state.text)'; overridden: '\(reason)'")
    } else {
      row.refuse(.notMet, "the state is '\(stopped[0].state.text)'")
      for district in stopped {
        findings.add(
          .districtSyncStopped,
          "the sync of district '\(district.id)' has the state '\(district.state.text)', so its "
            + "records are old",
          row,
          at: district.place
        )
      }
    }
    return row
  }
}

/// Whether a reason says nothing.
private func isBlank(_ reason: String) -> Bool {
  reason.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
}

extension GateQuestion.Joined {
  /// What to do before a teacher is blamed, where the list has people or lines that tell of no
  /// teacher; nil where it has none.
  fileprivate var helpWithList: String? {
    guard unreadLines + strangers.count > 0 else { return nil }
    var odd: [String] = []
    if unreadLines > 0 {
      odd.append(
        "\(counted(unreadLines, "line")) of the list of those who joined cannot be read"
      )
    }
    if !strangers.isEmpty {
      let count = "\(counted(strangers.count, "entry", plural: "entries")) of it"
      let near = strangers.count { !$0.near.isEmpty }
      odd.append(
        "\(count) \(strangers.count == 1 ? "matches" : "match") no teacher of the export"
          + (near > 0 ? " (\(near) nearly \(near == 1 ? "does" : "do"))" : "")
      )
    }
    return
      "first put the list right: \(odd.joined(separator: ", and ")), see the findings about it; "
      + "then wait for the teachers who are still missing, or give a reason to go on without them"
  }
}
