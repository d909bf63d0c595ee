import Testing

/// A pipeline file with faults, and what is said of it, line by line.
struct FaultyFile: Sendable, CustomTestStringConvertible {
  var title: String
  var yaml: String
  var settings: [String]
  var expected: String

  init(_ title: String, _ yaml: String, settings: [String] = [], _ expected: String) {
    self.title = title
    self.yaml = yaml + "\n"
    self.settings = settings
    self.expected = expected
  }

  var testDescription: String { title }
}

extension FaultyFile {
  /// What YAML can say and a pipeline file may not.
  static let yaml: [FaultyFile] = [
    FaultyFile(
      "an empty file",
      #"""

      """#,
      #"""

      """#),
    FaultyFile(
      "a file with nothing but a comment",
      #"""
      # nothing yet
      """#,
      #"""

      """#),
    FaultyFile(
      "a list at the top",
      #"""
      - read
      - sort
      """#,
      #"""

      """#),
    FaultyFile(
      "a text at the top",
      #"""
      hello
      """#,
      #"""

      """#),
    FaultyFile(
      "a tab for an indent",
      #"""
      pipeline: toy
      version: 1
      stages:
      \#t- read: {}
      """#,
      #"""

      """#),
    FaultyFile(
      "an open quote",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: ["b, a] }
      """#,
      #"""

      """#),
    FaultyFile(
      "an open bracket",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b, a }
      """#,
      #"""

      """#),
    FaultyFile(
      "two colons in one text",
      #"""
      pipeline: toy: box
      version: 1
      """#,
      #"""

      """#),
    FaultyFile(
      "a sign that begins no text",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [@home] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a wrong indentation",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
       - sort: {}
      """#,
      #"""

      """#),
    FaultyFile(
      "a key without a colon",
      #"""
      pipeline: toy
      version: 1
      stages
        - read: {}
      """#,
      #"""

      """#),
    FaultyFile(
      "a second document",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b, a] }
      ---
      pipeline: other
      """#,
      #"""

      """#),
    FaultyFile(
      "an anchor and an alias",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: &words { words: [b, a] }
        - read: *words
      """#,
      #"""

      """#),
    FaultyFile(
      "an alias without an anchor",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: *words
      """#,
      #"""

      """#),
    FaultyFile(
      "anchors at a key, a list and a text",
      #"""
      pipeline: toy
      version: 1
      stages:
        - &k read: { words: &l [&t b, a] }
      """#,
      #"""

      """#),
    FaultyFile(
      "tags of all kinds",
      #"""
      pipeline: toy
      version: 1
      stages: !!seq
        - read: !local { words: [!!str b, !!str "a", ! c] }
          !!str sort: x
      """#,
      #"""

      """#),
    FaultyFile(
      "a merge key",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b], <<: { from: x } }
      """#,
      #"""

      """#),
    FaultyFile(
      "a merge key with an alias",
      #"""
      pipeline: toy
      version: 1
      base: &b { from: x }
      stages:
        - read: { words: [b], <<: *b }
      """#,
      #"""

      """#),
    FaultyFile(
      "double keys, all of them at once",
      #"""
      pipeline: toy
      version: 1
      pipeline: two
      stages:
        - read: { words: [b], "from": x, from: y, 'from': z }
          
      """#,
      #"""

      """#),
    FaultyFile(
      "a double key that is one only after escapes",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { "\x66rom": a, from: b, words: [c] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a double key whose first quotes cannot be kept",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { "\x66rom": a, "\x66rom": b, words: [c] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a list for a key",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
          ? [a, b]
          : c
      """#,
      #"""

      """#),
    FaultyFile(
      "a control character",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: ["b\#u{7}", a\#u{200b}, \#u{85}] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a private-use character",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [\#u{100000}] }
      """#,
      #"""

      """#),
  ]
}

extension FaultyFile {
  /// The file's own keys.
  static let keys: [FaultyFile] = [
    FaultyFile(
      "a misspelt key of the file",
      #"""
      pipeline: toy
      version: 1
      stage:
        - read: { words: [b] }
      """#,
      #"""

      """#),
    FaultyFile(
      "tests, which this version does not know",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b, a] }
      tests: []
      """#,
      #"""

      """#),
    FaultyFile(
      "no keys but one",
      #"""
      pipeline: toy
      """#,
      #"""

      """#),
    FaultyFile(
      "keys with nothing behind them",
      #"""
      pipeline:
      version:
      stages:
      parameters:
      report:
      """#,
      #"""

      """#),
    FaultyFile(
      "a version of later days",
      #"""
      pipeline: toy
      version: 2
      stages:
        - read: { words: [b, a] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a version that YAML would take for 1",
      #"""
      pipeline: toy
      version: 0x1
      stages:
        - read: { words: [b, a] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a name with a blank",
      #"""
      pipeline: my toy
      version: 1
      stages:
        - read: { words: [b, a] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a list for a name",
      #"""
      pipeline: [toy]
      version: 1
      stages:
        - read: { words: [b, a] }
      """#,
      #"""

      """#),
    FaultyFile(
      "an empty list of stages",
      #"""
      pipeline: toy
      version: 1
      stages: []
      """#,
      #"""

      """#),
    FaultyFile(
      "a mapping for the stages",
      #"""
      pipeline: toy
      version: 1
      stages:
        read: { words: [b] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a stage as a bare word",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read
      """#,
      #"""

      """#),
    FaultyFile(
      "options at the height of the stage's name",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read:
          words: [b]
          from: x
      """#,
      #"""

      """#),
    FaultyFile(
      "an empty stage, a list for a stage and an empty mapping",
      #"""
      pipeline: toy
      version: 1
      stages:
        -
        - [read]
        - {}
      """#,
      #"""

      """#),
    FaultyFile(
      "a parameter that is a text",
      #"""
      pipeline: toy
      version: 1
      parameters:
        who: Pat
      stages:
        - read: { words: [b, a] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a list of parameters",
      #"""
      pipeline: toy
      version: 1
      parameters: [who]
      stages:
        - read: { words: [b, a] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a parameter with an unknown key",
      #"""
      pipeline: toy
      version: 1
      parameters:
        who: { help: x, defualt: y }
      stages:
        - read: { words: [b, a] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a parameter with a name that is none",
      #"""
      pipeline: toy
      version: 1
      parameters:
        Who_Else: { default: y }
      stages:
        - read: { words: [b, a] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a parameter's default as a list",
      #"""
      pipeline: toy
      version: 1
      parameters:
        who: { default: [a] }
      stages:
        - read: { words: [b, a] }
      """#,
      #"""

      """#),
  ]
}

extension FaultyFile {
  /// Parameters and their values.
  static let parameters: [FaultyFile] = [
    FaultyFile(
      "a parameter without value",
      #"""
      pipeline: toy
      version: 1
      parameters:
        who: { help: "a word" }
        unused: { help: x }
      stages:
        - read: { words: ["${who}", "x ${who}"] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a misspelt parameter",
      #"""
      pipeline: toy
      version: 1
      parameters:
        export: { default: a }
        school: { default: b }
      stages:
        - read: { words: ["to ${scool}"] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a parameter where none is declared",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: ["${x}"] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a parameter that is not closed",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: ["a ${x"] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a default with a parameter",
      #"""
      pipeline: toy
      version: 1
      parameters:
        out: { default: o }
        key: { default: "${out}/key" }
      stages:
        - read: { words: ["${key}"] }
      """#,
      #"""

      """#),
    FaultyFile(
      "settings for unknown parameters, and one twice",
      #"""
      pipeline: toy
      version: 1
      parameters:
        school: { default: b }
      stages:
        - read: { words: ["${school}"] }
      """#,
      settings: ["scool=1", "school=2", "school=3"],
      #"""

      """#),
    FaultyFile(
      "a value of a parameter that is no choice",
      #"""
      pipeline: toy
      version: 1
      parameters:
        order: {}
      stages:
        - read: { words: [b] }
        - sort: { order: "${order}" }
      """#,
      settings: ["order=up"],
      #"""

      """#),
    FaultyFile(
      "a parameter where a list is needed",
      #"""
      pipeline: toy
      version: 1
      parameters:
        words: {}
      stages:
        - read: { words: "${words}" }
      """#,
      settings: ["words=[a, b]"],
      #"""

      """#),
  ]
}

extension FaultyFile {
  /// Stages and their options.
  static let options: [FaultyFile] = [
    FaultyFile(
      "a misspelt stage",
      #"""
      pipeline: toy
      version: 1
      stages:
        - raed: { words: [b] }
        - sort: {}
      """#,
      #"""

      """#),
    FaultyFile(
      "a stage nobody knows",
      #"""
      pipeline: toy
      version: 1
      stages:
        - publish: {}
      """#,
      #"""

      """#),
    FaultyFile(
      "a misspelt option",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { at_most: 3 }
      """#,
      #"""

      """#),
    FaultyFile(
      "an option nobody knows",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { colour: red }
      """#,
      #"""

      """#),
    FaultyFile(
      "a missing option",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: {}
      """#,
      #"""

      """#),
    FaultyFile(
      "a missing option behind a bare colon",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read:
      """#,
      #"""

      """#),
    FaultyFile(
      "an option with nothing behind its colon",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read:
            words:
      """#,
      #"""

      """#),
    FaultyFile(
      "a text for options",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: words
      """#,
      #"""

      """#),
    FaultyFile(
      "a text for a list",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: b }
      """#,
      #"""

      """#),
    FaultyFile(
      "a list for a text",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b], from: [x] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a list within a list of texts",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [[b]] }
      """#,
      #"""

      """#),
    FaultyFile(
      "an empty path",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b], from: "" }
      """#,
      #"""

      """#),
    FaultyFile(
      "the same text twice",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b, a, b] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a misspelt choice",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { order: ascendng }
      """#,
      #"""

      """#),
    FaultyFile(
      "a choice in capitals",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { order: Ascending }
      """#,
      #"""

      """#),
    FaultyFile(
      "yes for a flag",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { refuse: yes }
      """#,
      #"""

      """#),
    FaultyFile(
      "True for a flag",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { refuse: True }
      """#,
      #"""

      """#),
    FaultyFile(
      "a number with a leading zero",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { at-most: 012 }
      """#,
      #"""

      """#),
    FaultyFile(
      "a number with a point",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { at-most: 1.0 }
      """#,
      #"""

      """#),
    FaultyFile(
      "a number with a sign",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { at-most: +5 }
      """#,
      #"""

      """#),
    FaultyFile(
      "a number in sixties",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { at-most: 1:30 }
      """#,
      #"""

      """#),
    FaultyFile(
      "a number beyond its range",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { at-most: 101 }
      """#,
      #"""

      """#),
    FaultyFile(
      "a number beyond all ranges",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { at-most: 99999999999999999999 }
      """#,
      #"""

      """#),
    FaultyFile(
      "a day that the year does not have",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { since: 2026-02-29 }
      """#,
      #"""

      """#),
    FaultyFile(
      "a day in another order",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { since: 15.8.2026 }
      """#,
      #"""

      """#),
    FaultyFile(
      "a map's value that is no choice",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { weights: { apple: heavi } }
      """#,
      #"""

      """#),
    FaultyFile(
      "a map's key only the stage knows",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { weights: { aple: heavy, stone: light } }
      """#,
      #"""

      """#),
    FaultyFile(
      "a text for a map",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { weights: heavy }
      """#,
      #"""

      """#),
    FaultyFile(
      "a group that lacks an option",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: {}
        - send: { to: { title: ms } }
      """#,
      #"""

      """#),
    FaultyFile(
      "a group with an unknown option",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: {}
        - send: { to: { name: Pat, adress: x } }
      """#,
      #"""

      """#),
    FaultyFile(
      "a group with a wrong choice",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: {}
        - send: { to: { name: Pat, title: dr } }
      """#,
      #"""

      """#),
    FaultyFile(
      "a text for a group",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: {}
        - send: { to: Pat }
      """#,
      #"""

      """#),
    FaultyFile(
      "a group in a list",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: {}
        - send: { to: { name: Pat }, copies: [{ name: Ann }, { nme: Bob }, Cy] }
      """#,
      #"""

      """#),
    FaultyFile(
      "a secret that is no number",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: {}
        - send: { to: { name: Pat }, pin: hunter2 }
      """#,
      #"""

      """#),
    FaultyFile(
      "a stage that skips one",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - send: { to: { name: Pat } }
      """#,
      #"""

      """#),
    FaultyFile(
      "a stage with nothing before it",
      #"""
      pipeline: toy
      version: 1
      stages:
        - send: { to: { name: Pat } }
      """#,
      #"""

      """#),
    FaultyFile(
      "a stage that begins, but stands second",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - read: { words: [b] }
      """#,
      #"""

      """#),
    FaultyFile(
      "stages in the wrong order",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: {}
        - send: { to: { name: Pat } }
        - sort: {}
      """#,
      #"""

      """#),
    FaultyFile(
      "a report with a misspelt option",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b, a] }
      report: { foldr: x, formats: [pdf] }
      """#,
      #"""

      """#),
    FaultyFile(
      "signs that steer a terminal",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b], "\e[31mred": x }
      """#,
      #"""

      """#),
    FaultyFile(
      "a very long name",
      #"""
      pipeline: toy
      version: 1
      stages:
        - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: {}
      """#,
      #"""

      """#),
    FaultyFile(
      "everything at once",
      #"""
      pipeline: My Toy
      version: 3
      parameters:
        who: {}
        WHO: { default: x }
      stages:
        - sort: { order: up, refuse: no }
        - raed: {}
        - send: { to: { name: "${who} ${whom}" }, "kinds": [letter, letter] }
      reports: x
      """#,
      #"""

      """#),
  ]
}
