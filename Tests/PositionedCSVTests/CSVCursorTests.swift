import PositionedCSV
import TestSupport
import Testing

@Suite struct CSVCursorTests {
  /// What a cursor gives of all rows: texts of fields, or the fault, and where the walk ended.
  private struct Reading: Equatable, CustomStringConvertible {
    var rows: [[String]] = []
    var faults: [CSVFault] = []
    var ending: CSVFault?

    var description: String { "\(rows) \(faults) \(ending.map { "\($0)" } ?? "")" }
  }

  private func read(
    _ bytes: [UInt8],
    room: Int = 64,
    isFinal: Bool = true,
    dialect: CSVDialect = .standard
  ) -> Reading {
    var reading = Reading()
    var fields = [CSVField](repeating: .empty, count: room)
    var cursor = CSVCursor(bytes.span, isFinal: isFinal, dialect: dialect)
    do throws(CSVFault) {
      while let row = try cursor.nextRow(into: &fields) {
        if let fault = row.fault {
          reading.faults.append(fault)
          continue
        }
        reading.rows.append(
          fields.prefix(row.fieldCount).map { field in
            var text: [UInt8] = []
            cursor.decode(field, into: &text)
            return String(decoding: text, as: UTF8.self)
          }
        )
      }
    } catch {
      reading.ending = error
    }
    return reading
  }

  private func read(_ text: String) -> Reading { read(Array(text.utf8)) }

  // MARK: - What is taken

  @Test(arguments: [
    ("", []),
    ("a", [["a"]]),
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("a\n\n\r\n\r\rb\n", [["a"], ["b"]]),
    (",\n", [["", ""]]),
    (",,a,", [["", "", "a", ""]]),
    ("\"\"", [[""]]),
    ("\"\",\"\"\n", [["", ""]]),
    ("\"a,b\",\"c\"\"d\"\r\n\"e\nf\",\"\"\"\"", [["a,b", "c\"d"], ["e\nf", "\""]]),
    (" a , \"b\n", []),
    (" a ,b \n", [[" a ", "b "]]),
    ("Zoë,Ω𝄞,字\n", [["Zoë", "Ω𝄞", "字"]]),
    (
      "eight888,nine99999,\"seventeen\"\"17\"\"\"\n",
      [["eight888", "nine99999", "seventeen\"17\""]]
    ),
  ])
  func `a text has the rows that RFC 4180 gives it`(text: String, rows: [[String]]) {
    #expect(read(text).rows == rows)
    #expect(read(text).ending == nil)
  }

  @Test(arguments: [";", "\t", "|"])
  func `another separator separates, and a comma does not`(separator: String) throws {
    let dialect = CSVDialect(separator: try #require(separator.utf8.first))
    let text = "a,bSc\n\"dSe\"S\"f\"\"g\"\r\nSS\n".replacing("S", with: separator)
    let rows = [["a,b", "c"], ["d\(separator)e", "f\"g"], ["", "", ""]]
    #expect(read(Array(text.utf8), dialect: dialect) == Reading(rows: rows))
  }

  @Test(arguments: [
    (#""a \"b\"",c"#, [["a \"b\"", "c"]]), (#""\"b\", c""#, [["\"b\", c"]]),
    (#"1, "a" ,"b"  "#, [["1", "a", "b"]]), (#""a\\","b""#, [[#"a\\"#, "b"]]),
    (#""a""b \"c\"","d""#, [["a\"b \"c\"", "d"]]), (#""a\\\"",b"#, [[#"a\""#, "b"]]),
    ("\"a\n\\\"b\\\"\"\nc", [["a\n\"b\""], ["c"]]),
  ])
  func `loose quotes may have a backslash before them and blanks around them`(
    text: String,
    rows: [[String]]
  ) {
    let dialect = CSVDialect(separator: UInt8(ascii: ","), hasLooseQuotes: true)
    #expect(read(Array(text.utf8), dialect: dialect) == Reading(rows: rows))
  }

  @Test(arguments: [
    ("a\nb", false), ("\"a b\"\n", false), ("\"a\nb\"\n", true), ("\"a\r\nb\",c\n", true),
    ("\"seventeen letters\"\r\n", false), ("\"seventeen letters\n\"\r\n", true),
  ])
  func `a field knows whether a line ends inside of it`(text: String, hasLineEnd: Bool) throws {
    var fields = [CSVField](repeating: .empty, count: 2)
    let bytes = Array(text.utf8)
    var cursor = CSVCursor(bytes.span, isFinal: true)
    _ = try cursor.nextRow(into: &fields)
    #expect(fields[0].hasLineEnd == hasLineEnd)
  }

  @Test func `of more fields than there is room for only the number is told`() throws {
    var fields = [CSVField](repeating: .empty, count: 2)
    let bytes = Array(("a,b," + String(repeating: ",", count: 100_000)).utf8)
    var cursor = CSVCursor(bytes.span, isFinal: true)
    let row = try #require(try cursor.nextRow(into: &fields))
    #expect(row.fieldCount == 100_003)
    #expect(row.end == bytes.count)
    #expect(fields.map(\.length) == [1, 1])
  }

  // MARK: - What is refused

  @Test(arguments: [
    ("a,b\"c,d\ne\n", CSVFault.Kind.quoteInField, 3),
    ("a, \"b\",d\ne\n", .quoteInField, 3),
    ("\"a\"b,c\ne\n", .textAfterQuote, 3),
    ("\"a\" ,c\ne\n", .textAfterQuote, 3),
    ("a,\0b\ne\n", .nul, 2),
    ("a,\"\0b\"\ne\n", .nul, 3),
  ])
  func `a fault in a row costs that row alone`(text: String, kind: CSVFault.Kind, offset: Int) {
    let reading = read(text)
    #expect(reading.faults == [CSVFault(kind, at: offset)])
    #expect(reading.rows == [["e"]])
    #expect(kind.isRowsOwn)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xC3, 0x41], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]]
  )
  func `bytes that are not UTF-8 cost their row`(bytes: [UInt8]) {
    let reading = read(Array("ab,".utf8) + bytes + Array("\nnext\n".utf8))
    #expect(reading.faults == [CSVFault(.invalidUTF8, at: 3)])
    #expect(reading.rows == [["next"]])
  }

  @Test(arguments: [
    ("a,\"b\nc\n", CSVFault.Kind.unclosedQuote, 2),
    ("\"", .unclosedQuote, 0),
    ("\"a\"\"", .unclosedQuote, 0),
    ("\"a\nb\"c\n", .quotingAcrossLines, 5),
    ("x\n\"a\nb\",c\"d\n", .quotingAcrossLines, 9),
  ])
  func `where nobody can tell the rows the file ends`(
    text: String,
    kind: CSVFault.Kind,
    offset: Int
  ) {
    #expect(read(text).ending == CSVFault(kind, at: offset))
    #expect(!kind.isRowsOwn)
  }

  @Test func `a field may have 65535 bytes and not one more`() {
    let long = String(repeating: "x", count: CSVCursor.fieldLimit)
    #expect(read("a,\(long)\n").rows == [["a", long]])
    #expect(read("a,\(long)y\n").faults == [CSVFault(.fieldTooLong, at: 2)])
    #expect(read("a,\"\(long)y\"\n").faults == [CSVFault(.fieldTooLong, at: 3)])
  }

  @Test(arguments: CSVFault.Kind.allCases)
  func `every fault says what it is in lower case and without a full stop`(kind: CSVFault.Kind) {
    let words = CSVFault(kind, at: 0).words
    #expect(words.first?.isLowercase == true)
    #expect(!words.hasSuffix("."))
  }

  // MARK: - Windows

  @Test func `rows are the same wherever the window ends`() throws {
    let text = "a,\"b\"\"\r\nc\",d\r\n\"\",é,\"\"\"\"\rlast,\"x\"\n"
    let bytes = Array(text.utf8)
    let whole = read(bytes)
    for end in 0...bytes.count {
      var rows = read(Array(bytes[..<end]), isFinal: false).rows
      var fields = [CSVField](repeating: .empty, count: 8)
      let head = Array(bytes[..<end])
      var cursor = CSVCursor(head.span, isFinal: false)
      while (try? cursor.nextRow(into: &fields)) ?? nil != nil {}
      rows += read(Array(bytes[cursor.offset...])).rows
      #expect(rows == whole.rows, "window of \(end) bytes")
    }
  }

  /// Random texts, most of them of what means something in CSV.
  @Test(arguments: 0..<20)
  func `a plain reader, a byte at a time, finds the same`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet: [[UInt8]] = [
      [0x22], [0x22], [0x2C], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A], [0x61], [0x62, 0x63],
      Array("sevenxx".utf8), [0xC3, 0xA9], [0xC3], [0x00], [0x20], [0x2D, 0x23, 0x0B],
    ]
    for _ in 0..<2_000 {
      let bytes = (0..<random.below(24)).flatMap { _ in alphabet[random.below(alphabet.count)] }
      let expected = plainReading(bytes)
      #expect(read(bytes) == expected, "\(bytes)")
    }
  }

  /// The same rules told another way: one byte after the other, with a state.
  private func plainReading(_ bytes: [UInt8]) -> Reading {
    enum State { case start, plain, quoted, closed, junk }
    var reading = Reading()
    var state = State.start
    var row: [[UInt8]] = []
    var field: [UInt8] = []
    var (rowStart, open) = (0, 0)
    var fault: CSVFault?
    func close(at end: Int) -> Bool {
      row.append(field)
      field = []
      state = .start
      let raw = bytes[rowStart..<end]
      if let fault, raw.contains(0x0A) || raw.contains(0x0D) {
        reading.ending = CSVFault(.quotingAcrossLines, at: fault.offset)
        return false
      }
      if fault == nil {
        // Where the first byte stands that is 0 or not of UTF-8, by the standard library.
        let zero = raw.firstIndex(of: 0)
        var bad: Int?
        for index in raw.indices
        where String(validating: raw[rowStart...index], as: UTF8.self) == nil {
          let isBegun = (index + 1..<min(end, index + 4)).contains {
            String(validating: raw[rowStart...$0], as: UTF8.self) != nil
          }
          if isBegun { continue }
          bad = bad ?? index
        }
        if let bad, zero.map({ bad < $0 }) ?? true {
          var start = bad
          while start > rowStart, String(validating: raw[rowStart..<start], as: UTF8.self) == nil {
            start -= 1
          }
          fault = CSVFault(.invalidUTF8, at: start)
        } else if let zero {
          fault = CSVFault(.nul, at: zero)
        }
      }
      if let fault {
        reading.faults.append(fault)
      } else {
        reading.rows.append(row.map { String(decoding: $0, as: UTF8.self) })
      }
      row = []
      fault = nil
      return true
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isEnd = byte == 0x0A || byte == 0x0D
      if state == .quoted {
        if byte != 0x22 {
          field.append(byte)
        } else if index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          field.append(byte)
          index += 1
        } else {
          state = .closed
        }
      } else if isEnd {
        let isBlank = row.isEmpty && state == .start
        if !isBlank, !close(at: index) { return reading }
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        rowStart = index + 1
      } else if byte == 0x2C {
        row.append(field)
        field = []
        state = .start
      } else if byte == 0x22, state == .start {
        state = .quoted
        open = index
      } else {
        if state == .closed { fault = fault ?? CSVFault(.textAfterQuote, at: index) }
        if byte == 0x22, state != .closed { fault = fault ?? CSVFault(.quoteInField, at: index) }
        field.append(byte)
        state = state == .closed || state == .junk ? .junk : .plain
      }
      index += 1
    }
    if state == .quoted {
      reading.ending = CSVFault(.unclosedQuote, at: open)
    } else if !(row.isEmpty && state == .start) {
      _ = close(at: bytes.count)
    }
    return reading
  }
}

extension CSVFault.Kind {
  fileprivate var isRowsOwn: Bool { CSVFault(self, at: 0).isContent }
}
