import Foundation

/// How many processors this program may use; at least 1.
///
/// For how many threads to start, never for what they do.
public var processorCount: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
