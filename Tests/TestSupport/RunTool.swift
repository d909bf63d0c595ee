package import Foundation

/// How a process ended, and what it said.
package struct Ending {
  package var code: Int32
  package var output: String
  package var error: String
}

/// Runs an executable to its end.
package func runTool(
  _ tool: URL,
  _ arguments: [String],
  in folder: URL,
  environment: [String: String] = [:]
) throws -> Ending {
  let process = Process()
  process.executableURL = tool
  process.arguments = arguments
  process.currentDirectoryURL = folder
  process.environment = ProcessInfo.processInfo.environment
    .merging(environment) { $1 }
  // To files, not pipes: a process stops when it has filled a pipe that is not emptied.
  let said = try TemporaryFolder()
  process.standardOutput = try FileHandle(forWritingTo: URL(filePath: try said.file("output")))
  process.standardError = try FileHandle(forWritingTo: URL(filePath: try said.file("error")))
  process.standardInput = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return Ending(
    code: process.terminationStatus,
    output: try said.text("output"),
    error: try said.text("error")
  )
}
