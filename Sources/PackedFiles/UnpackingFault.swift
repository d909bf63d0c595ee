internal import SafeFiles

/// Why unpacking ends early.
enum UnpackingFault: Error {
  /// The content is wrong; what is wrong, in words.
  case fault(String)
  /// The file could not be read, or the unpacked bytes could not be kept.
  case file(FileError)
}
