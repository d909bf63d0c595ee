import CSystemCalls

/// 32 secret bytes in a file that only its owner can read; made on first use.
public struct SecretFile: Sendable {
  /// The number of bytes, neither more nor less.
  public static var byteCount: Int { 32 }

  /// The secret.
  public let bytes: [UInt8]
  /// True when there was no such file and it was made, from the kernel's random numbers: a thing
  /// to tell the user, since codes made with it depend on keeping it.
  public let wasMade: Bool

  /// Reads the secret at `path`, or makes it, with its missing parents.
  ///
  /// A secret is made aside and appears by one rename, so a killed run leaves none or a whole one.
  ///
  /// - Throws: ``FileError``: `notPermitted` when the file is open to others, belongs to another
  ///   user, or is not a regular file of 32 bytes; `cannotUse` when it cannot be made there, `busy`
  ///   when another run writes there, `failed` for other answers of the system.
  public static func openOrMake(_ path: String) throws(FileError) -> SecretFile {
    let place = try OutputPlace(path, tried: "make")
    if let bytes = try read(place) { return SecretFile(bytes: bytes, wasMade: false) }
    do {
      try place.folder.lock(waiting: OutputPlace.patience)
    } catch {
      throw error.atPlace("make", path)
    }
    // Another run may have made it while we waited: then that one is the secret.
    if let bytes = try read(place) { return SecretFile(bytes: bytes, wasMade: false) }
    do {
      let bytes = try randomBytes()
      try place.writeAside(bytes)
      try place.folder.renameNew(place.unfinished, to: place.name)
      try place.folder.sync()
      return SecretFile(bytes: bytes, wasMade: true)
    } catch {
      throw error.atPlace("make", path)
    }
  }

  /// The bytes of the secret at the place; nil if there is none.
  private static func read(_ place: OutputPlace) throws(FileError) -> [UInt8]? {
    func refusal(_ answer: String) -> FileError {
      FileError(.notPermitted, tried: "use", path: place.path, answer: answer)
    }
    var file: InputFile
    do {
      file = try InputFile(place.name, in: place.folder, path: place.path)
    } catch {
      if error.kind == .missing { return nil }
      throw refusal(error.answer)
    }
    let facts = file.atOpening
    guard facts.owner == system_user() || facts.owner == 0 else {
      throw refusal("it belongs to another user")
    }
    guard facts.mode & 0o077 == 0 else {
      throw refusal("others may read or change it; make it private with chmod 600")
    }
    var bytes = [UInt8](repeating: 0, count: byteCount)
    guard file.byteCount == byteCount, try file.read(into: &bytes, from: 0) == byteCount else {
      throw refusal("it holds \(file.byteCount) bytes; a secret has \(byteCount)")
    }
    return bytes
  }

  private static func randomBytes() throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: byteCount)
    try checked(fillRandomly(&bytes))
    return bytes
  }
}
