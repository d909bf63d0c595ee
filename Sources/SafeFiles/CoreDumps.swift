import CSystemCalls

/// Makes sure that a crash leaves no image of the memory, which holds children's names and keys:
/// core limit 0, process not dumpable. To be called before anything is read.
///
/// - Throws: ``FileError`` (`failed`).
public func forbidCoreDumps() throws(FileError) {
  do {
    try checked(system_forbid_core_dumps())
  } catch {
    throw error.failed("forbid", "core dumps")
  }
}
