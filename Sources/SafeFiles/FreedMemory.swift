import CSystemCalls

/// Makes sure that the memory of a table goes back to the system as soon as the table is not
/// needed.
///
/// The tables of a district are a few dozen large blocks, freed one after another as the next ones
/// are made. A heap that keeps them for later makes the process a tenth larger, and the next block
/// seldom fits. To be called before anything is read.
public func returnFreedMemory() {
  system_return_memory()
}
