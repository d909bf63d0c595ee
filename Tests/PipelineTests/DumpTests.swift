import Testing
@Test func dump() {
  for file in FaultyFile.yaml + FaultyFile.keys + FaultyFile.parameters + FaultyFile.options {
    print("=== \(file.title)")
    print(faults(of: file.yaml, settings: file.settings))
    print("=END")
  }
}
