import CSystemCalls

/// How many processors there are to run on; at least 1.
///
/// For how many threads to start, never for what they do.
public var processorCount: Int { Int(system_processors()) }
