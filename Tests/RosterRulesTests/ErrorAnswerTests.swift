import CleverReader
import Findings
import Foundation
import Roster
import RosterRules
import TestSupport
import Testing

/// What Clever answers in place of data is recognised, whatever form it has, and its meaning told.
@Suite struct ErrorAnswerTests {
  /// A page as web servers make it.
  private static func page(_ heading: String, _ tag: String = "pre") -> String {
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>Error</title></head>\n<body>\n"
      + "<\(tag)>\(heading)</\(tag)>\n</body>\n</html>\n"
  }

  /// A body, what it says, what that means, and what to do, each by how it begins.
  private static let bodies: [(body: String, words: String, meaning: String, help: String)] = [
    // Clever's own, as they were seen or are defined.
    (#"{"error":"Missing parameter"}"#, "Missing parameter", "", "ask Clever for this list again"),
    (#"{"message":"Bad request"}"#, "Bad request", "400", "ask again with the address"),
    (
      #"{"error":"Unrecognized token string"}"#, "Unrecognized token string", "401",
      "take the district's present token"
    ),
    (
      #"{"code":101,"error":"Unrecognized token string","data":{}}"#, "Unrecognized token string",
      "401", "take the district's present token"
    ),
    (
      #"{"data":{},"error":"Unrecognized token string","code":101}"#, "Unrecognized token string",
      "401", "take the district's present token"
    ),
    (
      #"{"message":"Resource not in token's scopes"}"#, "Resource not in token's scopes", "403",
      "have the district share"
    ),
    (#"{"error":"Forbidden"}"#, "Forbidden", "403", "have the district share"),
    (#"{"error":"Resource not found"}"#, "Resource not found", "404", "if the record is no longer"),
    (#"{"message":"Resource not found"}"#, "Resource not found", "404", "if the record is no"),
    ("Not Found", "Not Found", "404", "if the record is no longer"),
    ("\n Not Found\r\n", "Not Found", "404", "if the record is no longer"),
    (#""Not Found""#, "Not Found", "404", "if the record is no longer"),
    (
      page("Cannot GET /v3.0/resources"), "Cannot GET /v3.0/resources", "404: the address is none",
      "ask with the district's token"
    ),
    // Not published; what servers say.
    (
      #"{"error":"limit must be at most 10000"}"#, "limit must be at", "413",
      "ask with 'limit=10000'"
    ),
    ("Payload Too Large", "Payload Too Large", "413", "ask with 'limit=10000'"),
    (page("413 Request Entity Too Large", "h1"), "413 Request", "413", "ask with 'limit=10000'"),
    (#"{"error":"Rate limit exceeded"}"#, "Rate limit exceeded", "429", "wait a minute"),
    (#"{"message":"Too Many Requests"}"#, "Too Many Requests", "429", "wait a minute"),
    ("Too Many Requests", "Too Many Requests", "429", "wait a minute"),
    ("HTTP/1.1 429 \r\nX-Ratelimit-Limit: 1200\r\n\r\n{}", "HTTP/1.1 429", "429", "wait a minute"),
    (
      #"{"error":{"code":500,"message":"Internal Server Error"}}"#, "Internal", "500",
      "ask again later"
    ),
    ("Service Unavailable", "Service Unavailable", "500 to 504", "ask again later"),
    (
      "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
        + "<center><h1>502 Bad Gateway</h1></center>\r\n</body></html>",
      "502 Bad Gateway", "500 to 504", "ask again later"
    ),
    (
      "<HTML><HEAD><TITLE>Log in | Clever</TITLE>", "Log in | Clever", "a web page",
      "save what api.clever.com answers"
    ),
    ("<html>", "", "a web page", "save what api.clever.com answers"),
    (#"{"data":[],"message":"Too Many Requests"}"#, "Too Many", "429", "wait a minute"),
    (#"{"error":"Rate limit exceeded","data":[]}"#, "Rate limit", "429", "wait a minute"),
  ]

  @Test(arguments: bodies)
  func `an error answer is told with its meaning and what to do`(
    body: String,
    words: String,
    meaning: String,
    help: String
  ) throws {
    var roster = try read(["students.json": body])
    #expect(roster.source.errorAnswers.count == 1)
    #expect(roster.source.broken == [])
    #expect(roster.source.unreadable == [])
    let outcome = RuleCatalogue.run(on: &roster, step: .classesTeachersStudents)
    let hits = outcome.hits(of: .errorAnswerInExport)
    let text = outcome.text(of: try #require(hits.first), in: roster)
    let start = "an error answer was saved in place of data: '\(words)"
    #expect(text.message.hasPrefix(start), "\(text.message)")
    #expect(meaning.isEmpty || text.message.contains("' (\(meaning)"), "\(text.message)")
    #expect(text.help.hasPrefix(help), "\(text.help)")
    #expect(text.level == .blocker)
  }

  @Test(arguments: ErrorAnswer.Meaning.allCases)
  func `every meaning but one has a body in the table`(meaning: ErrorAnswer.Meaning) throws {
    let met = try Set(
      ErrorAnswerTests.bodies.flatMap {
        try read(["students.json": $0.body]).source.errorAnswers.map(\.meaning)
      }
    )
    #expect(met.contains(meaning))
  }

  @Test(arguments: [
    "hello", "xid\":\"bb0000000000000000000001\",\"dob\":\"\"}", "< >", "<?xml version=\"1.0\"?>",
    "id,first_name\n1,Not Found", "HTTP/1.1 200 OK\r\n\r\n{\"data\":[]}",
  ])
  func `what is no error answer is a broken file`(body: String) throws {
    let roster = try read(["students.json": body])
    #expect(roster.source.errorAnswers == [])
    #expect(roster.source.broken.count == 1)
  }

  @Test func `an error answer behind records is told, and the rest is unread`() throws {
    let record = #"{"id":"bb0000000000000000000001","dob":""}"#
    let roster = try read(["students.json": "\(record)\nNot Found\n"])
    #expect(roster.students.records.recordCount == 1)
    #expect(roster.source.errorAnswers.map(\.meaning) == [.notThere])
    #expect(roster.source.errorAnswers.map(\.place.offset) == [record.utf8.count + 1])
    #expect(roster.source.broken.count == 1)
  }

  @Test func `a page with records and an error keeps the records`() throws {
    let body =
      #"{"error":"Service Unavailable","data":[{"data":{"id":"b","dob":""}}],"links":[]}"#
    let roster = try read(["students.json": body])
    #expect(roster.students.records.recordCount == 1)
    #expect(roster.source.errorAnswers.map(\.meaning) == [.cleverFailed])
  }

  private func read(_ files: [String: String]) throws -> Roster {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.file(name, text) }
    return try CleverReader().read(folder.path)
  }
}
