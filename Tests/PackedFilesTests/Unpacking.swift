import Foundation
import PackedFiles
import SafeFiles
import TestSupport

/// A file that was unpacked, with what came out as text.
struct Unpacking {
  var unpacked: Unpacked
  /// The content of each part, as far as it came.
  var texts: [String]

  /// What is in the file, a line each: `name: content`, `name! fault`, `! fault`, `name ~ why`.
  var lines: [String] {
    var lines = unpacked.faults.map { "! \($0)" }
    for (part, text) in zip(unpacked.parts, texts) {
      lines.append(part.fault.map { "\(part.name)! \($0)" } ?? "\(part.name): \(text)")
    }
    return lines + unpacked.passedOver.map { "\($0.name) ~ \($0.why)" }
  }

  /// Puts the bytes into a file, whose name says nothing, and unpacks it.
  init(
    _ bytes: [UInt8],
    limits: UnpackingLimits = UnpackingLimits(),
    folder: String? = nil
  ) throws {
    let place = try TemporaryFolder()
    try self.init(fileAt: try place.file("packed", bytes), limits: limits, folder: folder)
  }

  /// Unpacks a file that is there; one that is not packed has nothing in it.
  init(
    fileAt path: String,
    limits: UnpackingLimits = UnpackingLimits(),
    folder: String? = nil
  ) throws {
    let input = try InputFile(path)
    var unpacker = Unpacker(limits: limits, folder: folder)
    guard let packing = try Packing(of: input) else { throw NotPacked() }
    unpacked = try unpacker.unpack(input, packing)
    texts = try unpacked.parts.map { part in
      var bytes = [UInt8](repeating: 0, count: min(part.bytes.count, 1 << 20))
      let count = try part.spool.read(
        into: &bytes,
        from: 0,
        at: part.bytes.lowerBound,
        limit: part.bytes.count
      )
      return String(decoding: bytes[..<count], as: UTF8.self)
    }
  }
}

/// The file has no packing's mark.
struct NotPacked: Error {}
