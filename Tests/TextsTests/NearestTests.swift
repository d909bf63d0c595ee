import Testing
import Texts

@Suite struct NearestTests {
  static let options = ["rules", "stop-on", "application", "operator", "class-options", "to"]

  @Test(
    arguments: [
      ("stop_on", "stop-on"), ("Stop-On", "stop-on"), ("stpo-on", "stop-on"), ("rule", "rules"),
      ("ruels", "rules"), ("operater", "operator"), ("aplication", "application"),
      ("class", "class-options"), ("classoptions", "class-options"), ("TO", "to"),
    ])
  func `a slip of the finger is understood`(written: String, meant: String) {
    #expect(nearest(to: written, in: Self.options) == meant)
  }

  @Test(arguments: ["", "colour", "ot", "re", "at", "xyzzy", String(repeating: "rules", count: 99)])
  func `what is near to nothing gets no suggestion`(written: String) {
    #expect(nearest(to: written, in: Self.options) == nil)
  }

  @Test func `of equally near names the first one wins`() {
    #expect(nearest(to: "bat", in: ["cat", "bar", "bad"]) == "cat")
    #expect(nearest(to: "bar", in: ["cat", "bar", "bad"]) == "bar")
  }

  @Test func `help names the nearest, and all there are up to twelve`() {
    #expect(suggestion(for: "x", among: []) == "there are: none")
    #expect(suggestion(for: "rulez", among: ["rules"]) == "did you mean 'rules'?")
    #expect(suggestion(for: "x", among: ["a", "b"], lead: "it has") == "it has: a, b")
    #expect(
      suggestion(for: "abd", among: ["abc", "xyz"]) == "did you mean 'abc'? there are: abc, xyz"
    )
    #expect(
      suggestion(for: "none", among: (1...13).map { "n\($0)" })
        == "there are: n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, …"
    )
  }
}

/// The nearest of texts that are much alike.
@Suite struct OnlyNearTests {
  @Test func `one letter off is near, if no other text is as near`() {
    #expect(onlyNear("room-1x", among: ["room-1", "hall-9"], slips: 1) == 0)
    #expect(onlyNear("room-3", among: ["room-1", "room-2"], slips: 1) == nil)
    #expect(onlyNear("room-12", among: ["room-21", "room-1"], slips: 2) == nil)
    #expect(onlyNear("Room-1", among: ["hall", "room-1"], slips: 0) == 1)
    #expect(onlyNear("room", among: ["", "rooms-of"], slips: 2) == nil)
    #expect(onlyNear("", among: [""], slips: 2) == nil)
  }
}
