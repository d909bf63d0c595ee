import CSystemCalls  // not beside a @Test: its expansion does not compile then
import Foundation  // FileManager: making and looking at files by other means than those under test
import Glibc
import TestSupport
import Testing

@testable import SafeFiles

extension TemporaryFolder {
  // Safe, here and below: the calls read the name up to its zero and keep no pointer.

  /// Makes a fifo.
  func fifo(_ name: String) throws {
    try #require(unsafe mkfifo(self(name), 0o600) == 0)
  }

  /// Makes an empty file of a name that need not be UTF-8.
  func fileNamed(bytes: [UInt8]) throws {
    let file = unsafe creat(
      (Array("\(path)/".utf8) + bytes + [0]).map(CChar.init(bitPattern:)),
      0o600
    )
    try #require(file >= 0)
    close(file)
  }

  /// Makes a file whose name is taken away at once, and gives its permission bits and all names
  /// there are while it is open.
  func unlinkedFile() throws -> (mode: UInt32, names: [String]) {
    let folder = try Folder.open(path)
    let file = withExtendedLifetime(folder) { system_open_unlinked(folder.descriptor) }
    try #require(file >= 0)
    defer { system_close(file) }
    return (system_facts_of(file).mode, try names())
  }
}

/// The permission bits of a file or folder.
func mode(_ path: String) throws -> Int {
  let attributes = try FileManager.default.attributesOfItem(atPath: path)
  return try #require(attributes[.posixPermissions] as? Int)
}

/// The error that `work` throws.
func errorOf(_ work: () throws -> Void) -> FileError? {
  do {
    try work()
    return nil
  } catch {
    return error as? FileError
  }
}

/// A bundle with one file besides its mark, published.
func publishBundle(_ target: String, _ text: String) throws {
  var folder = try OutputFolder.staging(target, mark: "bagit.txt")
  try folder.write("bagit.txt") { $0.put("BagIt-Version: 1.0\n") }
  try folder.write("data/a.txt") { $0.put(text) }
  try folder.publish()
}

/// The two ends of a new pipe.
func pipeEnds() throws -> (reading: Int32, writing: Int32) {
  var ends: [Int32] = [0, 0]
  try #require(unsafe pipe(&ends) == 0)
  return (ends[0], ends[1])
}

/// Whether a crash of this process might leave a core dump.
func mayDumpCore() -> Bool { system_may_dump_core() }
