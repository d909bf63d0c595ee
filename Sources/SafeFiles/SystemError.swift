import CSystemCalls

/// A negative `errno`, as the functions of `CSystemCalls` give it.
struct SystemError: Error {
  let code: Int32

  var answer: SystemAnswer { system_meaning(code) }

  /// The system's words with a small first letter, as our messages begin.
  var words: String {
    // Safe: the words are a constant of the C library, ended by a zero.
    let words = unsafe String(cString: system_words(code))
    let second = words.dropFirst().first
    guard let first = words.first, second?.isLowercase == true else { return words }
    return first.lowercased() + words.dropFirst()
  }

  /// The error of an attempt on an output file or folder that was found fit before.
  func failed(_ tried: String, _ path: String) -> FileError {
    FileError(.failed, tried: tried, path: path, answer: words)
  }

  /// The error of an attempt to begin at a place: does the place itself not suit?
  func atPlace(_ tried: String, _ path: String) -> FileError {
    switch answer {
    case .exists, .not_a_folder, .unsuitable:
      FileError(.cannotUse, tried: tried, path: path, answer: words)
    case .link:
      FileError(.cannotUse, tried: tried, path: path, answer: "a link stands there")
    case .locked:
      FileError(.busy, tried: tried, path: path, answer: "another run is at work there")
    default: failed(tried, path)
    }
  }
}

/// The result of a system call, or its error.
@discardableResult
func checked(_ result: Int32) throws(SystemError) -> Int32 {
  guard result >= 0 else { throw SystemError(code: result) }
  return result
}
