/// The pieces that `write` hands on, as one text.
public func gathered(_ write: ((Span<UInt8>) -> Void) -> Void) -> String {
  var bytes: [UInt8] = []
  write { piece in
    for index in piece.indices { bytes.append(piece[index]) }
  }
  return String(decoding: bytes, as: UTF8.self)
}
