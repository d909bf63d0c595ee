import SafeFiles

/// Writes what must be found in an export, for a test of a reader:
///
///     {"version":"v3.1","students":1000,"schools":…,"seed":1,"importer":"…",
///      "lists":{"districts":1,…},"memberships":[{"school":"…",…}],"contact_links":1600,
///      "faults":{"key-repeats":{"found_in":"both-steps","records":[{"entity":"student","id":"…"}]}},
///      "no_faults":[{"entity":"student","id":"…"}]}
struct AnswerKey {
  let summary: SynthesisSummary

  /// Puts the whole key. Rules come in order of their ids.
  func put(into file: inout OutputFile) {
    file.put(#"{"version":""#)
    file.put(summary.version.rawValue)
    file.put(#"","students":"#)
    file.put(decimal: summary.plan.students)
    file.put(#","schools":"#)
    file.put(decimal: summary.plan.schools)
    file.put(#","seed":"#)
    file.put("\(summary.plan.seed)")
    file.put(#","importer":""#)
    file.put(summary.importer)
    file.put("\",\n\"lists\":{")
    for (number, list) in summary.lists.enumerated() {
      if number > 0 { file.put(byte: UInt8(ascii: ",")) }
      file.put("\"\(list.name)\":\(list.records)")
    }
    file.put("},\n\"memberships\":[")
    for (number, school) in summary.schools.enumerated() {
      if number > 0 { file.put(byte: UInt8(ascii: ",")) }
      file.put("\n{\"school\":\"\(school.id)\",\"sis_id\":\"\(school.sisID)\",")
      file.put("\"sections\":\(school.sections),\"student_places\":\(school.studentPlaces),")
      file.put("\"teacher_places\":\(school.teacherPlaces)}")
    }
    file.put("],\n\"contact_links\":")
    file.put(decimal: summary.contactLinks)
    file.put(",\n\"faults\":{")
    putFaults(into: &file)
    file.put("},\n\"no_faults\":")
    putRecords(summary.records(for: nil), into: &file)
    file.put("}\n")
  }

  private func putFaults(into file: inout OutputFile) {
    let byRule = Dictionary(grouping: summary.planted) { $0.fault.rule ?? "" }
    let rules = byRule.keys.filter { !$0.isEmpty }.sorted()
    for (number, rule) in rules.enumerated() {
      let records = byRule[rule] ?? []
      let inStepTwo = records.first?.fault.isFoundInStepTwo == true
      if number > 0 { file.put(byte: UInt8(ascii: ",")) }
      file.put("\n\"\(rule)\":{\"found_in\":\"\(inStepTwo ? "step-two" : "both-steps")\",")
      if let option = records.first?.fault.option { file.put("\"with\":\"\(option.rawValue)\",") }
      file.put("\"records\":")
      putRecords(records, into: &file)
      file.put("}")
    }
  }

  private func putRecords(_ records: [SynthesisSummary.PlantedRecord], into file: inout OutputFile)
  {
    file.put(byte: UInt8(ascii: "["))
    for (number, record) in records.enumerated() {
      if number > 0 { file.put(byte: UInt8(ascii: ",")) }
      file.put("{\"entity\":\"\(record.fault.entity)\",\"id\":\"\(record.id)\"}")
    }
    file.put(byte: UInt8(ascii: "]"))
  }
}
