import RunReport
import Testing

struct TerminalTextTests {
  struct ColorCase: Sendable {
    var option: TerminalStyle.ColorOption
    var isTTY: Bool
    var environment: [String: String]
    var hasColor: Bool
  }

  @Test(arguments: [
    ColorCase(option: .always, isTTY: false, environment: ["NO_COLOR": "1"], hasColor: true),
    ColorCase(option: .always, isTTY: true, environment: ["TERM": "dumb"], hasColor: true),
    ColorCase(option: .never, isTTY: true, environment: ["TERM": "xterm"], hasColor: false),
    ColorCase(option: .auto, isTTY: true, environment: ["TERM": "xterm-256color"], hasColor: true),
    ColorCase(option: .auto, isTTY: false, environment: ["TERM": "xterm"], hasColor: false),
    ColorCase(option: .auto, isTTY: true, environment: ["TERM": "dumb"], hasColor: false),
    ColorCase(option: .auto, isTTY: true, environment: [:], hasColor: false),
    ColorCase(
      option: .auto,
      isTTY: true,
      environment: ["TERM": "xterm", "NO_COLOR": "1"],
      hasColor: false
    ),
    ColorCase(
      option: .auto,
      isTTY: true,
      environment: ["TERM": "xterm", "NO_COLOR": ""],
      hasColor: true
    ),
  ])
  func `colours are chosen from the option, the stream and the environment`(row: ColorCase) {
    let style = TerminalStyle.choose(
      option: row.option,
      isTTY: row.isTTY,
      environment: row.environment
    )
    #expect(style == TerminalStyle(hasColor: row.hasColor))
  }
}
