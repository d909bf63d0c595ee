import Foundation
import PackedFiles
import Roster
import SafeFiles
import Testing

@testable import CleverReader

/// Where files are cut, and that every byte of them comes once.
@Suite struct ChunkSourceTests {
  /// The chunks of `export`, in order.
  private func chunks(of export: Export, size: Int) throws -> [Chunk] {
    let listing = try ExportListing(export.path, limits: UnpackingLimits()) { _, _ in }
    var source = ChunkSource(listing.entries, size: size)
    var chunks: [Chunk] = []
    while true {
      var chunk = Chunk()
      guard try source.next(into: &chunk) else { return chunks }
      chunks.append(chunk)
    }
  }

  private func text(of chunk: Chunk) -> String {
    String(decoding: chunk.bytes[..<chunk.end], as: UTF8.self)
  }

  @Test func `a file of up to eight times a chunk's size is one chunk`() throws {
    let lines = String(repeating: "{\"id\":\"1\"}\n", count: 70)
    let chunks = try chunks(of: Export(["a.json": lines, "b.json": "[]"]), size: 100)
    #expect(chunks.map(text) == [lines, "[]"])
    #expect(chunks.map(\.file) == [0, 1])
    #expect(chunks.allSatisfy { $0.isLast && !$0.isGuess && $0.base == 0 })
  }

  @Test(arguments: ["\n", "\r\n"])
  func `lines of objects are cut after a line end, and the cut is a guess`(end: String) throws {
    let lines = (0..<200).map { "{\"id\":\"\($0)\"}\(end)" }.joined()
    let chunks = try chunks(of: Export(["a.json": lines]), size: 100)
    #expect(chunks.map(text).joined() == lines)
    #expect(chunks.count > 10)
    #expect(chunks.dropLast().allSatisfy { text(of: $0).hasSuffix("}\(end)") && $0.isGuess })
    #expect(chunks.allSatisfy { $0.start == .documents && $0.end <= 101 })
    #expect(chunks.map(\.isLast) == chunks.indices.map { $0 == chunks.count - 1 })
  }

  @Test func `an array is cut between its elements`() throws {
    let records = (0..<200).map { "{\"id\":\"\($0)\", \"a\":[{\"b\":1}]}" }
    let array = "[\(records.joined(separator: ", "))]\n"
    let chunks = try chunks(of: Export(["a.json": array]), size: 100)
    #expect(chunks.map(text).joined() == array)
    #expect(chunks.count > 10)
    #expect(chunks.dropFirst().allSatisfy { $0.start == .array && text(of: $0).first != "{" })
    #expect(chunks.dropLast().allSatisfy { $0.next == .array && !$0.isGuess })
  }

  @Test func `values on lines of their own are cut between the values`() throws {
    let values = String(repeating: "{\n  \"id\": \"}\\\"{\"\n} ", count: 200)
    let chunks = try chunks(of: Export(["a.json": values]), size: 100)
    #expect(chunks.map(text).joined() == values)
    #expect(chunks.count > 10)
    #expect(chunks.allSatisfy { $0.start == .documents })
  }

  @Test func `a list page is cut between its records, but not in its links`() throws {
    let record = "{\"data\":{\"id\":\"1\",\"name\":\"\(String(repeating: "n", count: 900))\"}}"
    let records = [String](repeating: record, count: 3000).joined(separator: ",")
    let link = "{\"rel\":\"next\",\"uri\":\"/v3.0/users?starting_after=1\"}"
    let links = [String](repeating: link, count: 30).joined(separator: ",")
    let page = "{\"paging\":{},\"data\":[\(records)],\"links\":[\(links)]}\n"
    let chunks = try chunks(of: Export(["a.json": page]), size: 1000)
    #expect(chunks.map(text).joined() == page)
    #expect(chunks.count > 1000)
    #expect(chunks.dropFirst().allSatisfy { $0.start == .page })
    #expect(chunks.last.map { text(of: $0).hasSuffix("],\"links\":[\(links)]}\n") } == true)
  }

  @Test func `a record that is longer than 1 MiB ends its file's chunks`() throws {
    let long = "{\"id\":\"\(String(repeating: "x", count: 3 << 20))\"}"
    let chunks = try chunks(of: Export(["a.json": "[{},\(long),{}]"]), size: 1000)
    #expect(chunks.map(text).first == "[{}")
    #expect(chunks.last?.isLast == true)
    #expect(chunks.count == 2)
  }

  @Test func `an answer that is no JSON ends its file's chunks`() throws {
    let page = "<html>" + String(repeating: "x", count: 20_000)
    let chunks = try chunks(of: Export(["a.json": "{}\n{ }\n\(page)"]), size: 1000)
    #expect(chunks.last?.isLast == true)
    // As much as is looked at to tell what the answer says.
    #expect(chunks.last.map { text(of: $0).contains("<html>xxx") } == true)
  }

  @Test func `where a line was cut wrongly the rest is cut between records`() throws {
    // The fifth line opens an array that is closed in the last but one, so lines are no records.
    let line = "{\"id\":\"0\"}\n"
    let lines = String(repeating: line, count: 40)
    let list = lines.replacing("}\n", with: "},\n").dropLast(2)
    let text = "\(lines){\"a\":[\n\(list)]}\n\(lines)"
    let export = try Export(["a.json": text])
    let listing = try ExportListing(export.path, limits: UnpackingLimits()) { _, _ in }
    var source = ChunkSource(listing.entries, size: 100)
    try source.goBack(to: line.utf8.count * 2, of: 0)
    var told = ""
    var chunk = Chunk()
    while try source.next(into: &chunk) {
      told += self.text(of: chunk)
      #expect(chunk.start == .documents && !chunk.isGuess)
    }
    #expect(told == String(text.dropFirst(line.count * 2)))
  }

  @Test func `a byte order mark is no value`() throws {
    let array = "\u{FEFF}[" + String(repeating: "{\"id\":\"1\"},", count: 200) + "{}]"
    let chunks = try chunks(of: Export(["a.json": array]), size: 100)
    #expect(chunks.map(text).joined() == array)
    #expect(chunks.count > 10)
    #expect(chunks[0].markLength == 3)
  }
}
