import SafeFiles

/// A piece of a field's text.
protocol TextPiece {
  /// Puts the piece as the inside of a JSON text.
  func put(into file: inout OutputFile)
}

extension StaticString: TextPiece {
  func put(into file: inout OutputFile) { file.put(self) }
}

extension String: TextPiece {
  func put(into file: inout OutputFile) { file.put(self) }
}

extension Int: TextPiece {
  func put(into file: inout OutputFile) { file.put(decimal: self) }
}

extension CleverID: TextPiece {
  func put(into file: inout OutputFile) { file.put(self) }
}

/// A number with zeros in front: `Digits(7, 3)` is `007`.
struct Digits: TextPiece {
  private let value: Int
  private let count: Int

  init(_ value: Int, _ count: Int) {
    self.value = value
    self.count = count
  }

  func put(into file: inout OutputFile) { file.put(value, digits: count) }
}

/// The fields of JSON objects, one after the other.
///
/// Each has a comma before it. The first of an object has none: `putFirst`.
extension OutputFile {
  /// Puts `{`.
  mutating func beginObject() { put(byte: UInt8(ascii: "{")) }

  /// Puts `,"name":{`.
  mutating func beginObject(_ name: StaticString) {
    putName(name)
    put(byte: UInt8(ascii: "{"))
  }

  /// Puts `"name":{`, or `,"name":{` if it is not the first field of an object.
  mutating func beginObject(_ name: StaticString, isFirst: Bool) {
    if !isFirst { put(byte: UInt8(ascii: ",")) }
    putKey(name)
    put(byte: UInt8(ascii: "{"))
  }

  /// Puts `}`.
  mutating func endObject() { put(byte: UInt8(ascii: "}")) }

  /// Puts `"name":"text"`, the first field of an object, whose text `body` puts.
  @inline(__always)
  mutating func putFirst(_ name: StaticString, _ body: (inout OutputFile) -> Void) {
    putKey(name)
    put(byte: UInt8(ascii: "\""))
    body(&self)
    put(byte: UInt8(ascii: "\""))
  }

  /// Puts `"name":"word"`, the first field of an object.
  @inline(__always)
  mutating func putFirst(_ name: StaticString, _ spelling: Int, of pool: borrowing WordPool) {
    putFirst(name) { pool.put(spelling, into: &$0) }
  }

  /// Puts `"name":"text"`, the first field of an object.
  @inline(__always)
  mutating func putFirst<each Piece: TextPiece>(_ name: StaticString, _ pieces: repeat each Piece) {
    putKey(name)
    put(byte: UInt8(ascii: "\""))
    repeat (each pieces).put(into: &self)
    put(byte: UInt8(ascii: "\""))
  }

  /// Puts `,"name":"text"`.
  @inline(__always)
  mutating func putField<each Piece: TextPiece>(_ name: StaticString, _ pieces: repeat each Piece) {
    put(byte: UInt8(ascii: ","))
    putFirst(name, repeat each pieces)
  }

  /// Puts `,"name":"word"`.
  @inline(__always)
  mutating func putField(_ name: StaticString, _ spelling: Int, of pool: borrowing WordPool) {
    put(byte: UInt8(ascii: ","))
    putFirst(name, spelling, of: pool)
  }

  /// Puts `,"name":"text"`, whose text `body` puts.
  @inline(__always)
  mutating func putField(_ name: StaticString, _ body: (inout OutputFile) -> Void) {
    put(byte: UInt8(ascii: ","))
    putFirst(name, body)
  }

  /// Puts `,"name":["…","…"]`.
  mutating func putField(_ name: StaticString, ids: some Sequence<CleverID>) {
    putName(name)
    put(byte: UInt8(ascii: "["))
    var isFirst = true
    for id in ids {
      put(isFirst ? "\"" : ",\"")
      put(id)
      put(byte: UInt8(ascii: "\""))
      isFirst = false
    }
    put(byte: UInt8(ascii: "]"))
  }

  /// Puts `,"name":json`, where what `json` is needs no quotes, or has its own.
  mutating func putField(_ name: StaticString, json: StaticString) {
    putName(name)
    put(json)
  }

  /// Puts `,"name":`.
  @inline(__always)
  mutating func putName(_ name: StaticString) {
    put(byte: UInt8(ascii: ","))
    putKey(name)
  }

  @inline(__always)
  private mutating func putKey(_ name: StaticString) {
    put(byte: UInt8(ascii: "\""))
    put(name)
    put("\":")
  }
}
