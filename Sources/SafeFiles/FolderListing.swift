import CSystemCalls

/// The files below a folder, and what was passed over.
public struct FolderListing: Sendable {
  /// The folder that all paths are relative to, as it was given. When a file was given: the
  /// folder it is in, `.` if the path was a name alone.
  public var root: String
  /// Regular files, sorted by the UTF-8 bytes of their paths.
  public var files: [String]
  /// What was not opened, and why: `a link`, `a fifo`, `hidden`. Sorted like ``files``; of a folder
  /// that was passed over, nothing inside is listed.
  public var passedOver: [(path: String, why: String)]

  /// The path to open one of ``files`` by.
  public func path(of file: String) -> String {
    root == "." ? file : root.hasSuffix("/") ? root + file : "\(root)/\(file)"
  }
}

/// All regular files below the folder at `path`, or the one file that is there.
///
/// Passed over, with the reason: links, fifos, sockets, devices; names that begin with a dot (what
/// a file manager, an editor or an unfinished run of ours leaves is no input); names that are not
/// UTF-8; folders more than 32 deep. The folder itself may be named through links.
///
/// - Throws: ``FileError``: `missing` when nothing is there, `failed` when a folder cannot be read.
public func listFiles(_ path: String) throws(FileError) -> FolderListing {
  guard !path.utf8.contains(0) else {
    throw FileError(.failed, tried: "open", path: path, answer: "a path cannot hold a zero byte")
  }
  let top: Folder
  do {
    top = try Folder.open(path)
  } catch {
    switch error.answer {
    case .not_a_folder: return try oneFile(path)
    case .missing: throw FileError(.missing, tried: "open", path: path, answer: error.words)
    default: throw error.failed("open", path)
    }
  }
  var walk = ListingWalk(root: path)
  try walk.enter(top, at: "", depth: 0)
  return walk.listing
}

/// The listing of a path that is no folder.
private func oneFile(_ path: String) throws(FileError) -> FolderListing {
  let split = PathSplit(path)
  let kind: SystemKind?
  do {
    kind = try split.flatMap { split throws(SystemError) in
      try Folder.open(split.parent).facts(of: split.name)?.kind
    }
  } catch {
    throw error.failed("open", path)
  }
  guard let split, let kind else {
    throw FileError(.missing, tried: "open", path: path, answer: "no such file or directory")
  }
  return FolderListing(
    root: split.parent,
    files: kind == .file ? [split.name] : [],
    passedOver: kind == .file ? [] : [(split.name, kind.words)]
  )
}

private struct ListingWalk {
  /// Exports are two folders deep; more than this is a mistake or a trap.
  static let deepest = 32

  let root: String
  private var files: [String] = []
  private var passedOver: [(path: String, why: String)] = []

  init(root: String) {
    self.root = root
  }

  /// - Parameters:
  ///   - folder: the open folder.
  ///   - path: its path relative to the root; empty for the root.
  ///   - depth: how many folders it is below the root.
  /// - Throws: ``FileError`` (`failed`) when a folder cannot be read.
  mutating func enter(_ folder: Folder, at path: String, depth: Int) throws(FileError) {
    var subfolders: [(name: String, path: String)] = []
    do {
      for name in try folder.names() {
        let inside = path.isEmpty ? name.text : "\(path)/\(name.text)"
        guard name.isUTF8 else {
          passedOver.append((inside, "its name is not UTF-8"))
          continue
        }
        guard name.text.utf8.first != UInt8(ascii: ".") else {
          passedOver.append((inside, "hidden"))
          continue
        }
        switch try folder.facts(of: name.text)?.kind {
        case .file: files.append(inside)
        case .folder where depth < Self.deepest:
          subfolders.append((name.text, inside))
        case .folder: passedOver.append((inside, "more than \(Self.deepest) folders deep"))
        case nil, .nothing: break  // gone since the names were read
        case .some(let other): passedOver.append((inside, other.words))
        }
      }
    } catch {
      throw error.failed("read", path.isEmpty ? root : "\(root)/\(path)")
    }
    for subfolder in subfolders {
      let below: Folder
      do {
        below = try folder.folder(subfolder.name)
      } catch {
        throw error.failed("read", "\(root)/\(subfolder.path)")
      }
      try enter(below, at: subfolder.path, depth: depth + 1)
    }
  }

  var listing: FolderListing {
    FolderListing(
      root: root,
      files: files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      passedOver: passedOver.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    )
  }
}
