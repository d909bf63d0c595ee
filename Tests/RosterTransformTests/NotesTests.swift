import Findings
import RosterTransform
import Testing

/// The codes and messages of notes and reasons: reports and ledgers rely on them.
struct NotesTests {
  @Test func `codes are kebab case, and no two are the same`() {
    let codes = TransformNote.allCases.map(\.code) + TransformReason.allCases.map(\.rawValue)
    #expect(codes.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } })
    #expect(Set(TransformNote.allCases.map(\.code)).count == TransformNote.allCases.count)
  }

  @Test func `a note that withholds has a reason of the same name, and the level says so`() {
    let withheld = Set(TransformReason.allCases.filter(\.isWithheld).map(\.rawValue))
    let errors = TransformNote.allCases.filter { $0.level == .error }.map(\.code)
    #expect(Set(errors) == withheld)
    #expect(TransformNote.allCases.allSatisfy { $0.level == .error || $0.level == .warning })
  }

  @Test func `messages are in lower case and without a full stop`() {
    let messages =
      TransformNote.allCases.flatMap { [$0.title, $0.help] }
      + TransformReason.allCases.flatMap { [$0.title, $0.help] }
    for text in messages {
      #expect(text.first?.isLowercase == true, "\(text)")
      #expect(text.last != ".", "\(text)")
    }
  }
}
