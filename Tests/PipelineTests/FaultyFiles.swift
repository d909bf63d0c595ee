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
      p.yaml: error: the pipeline file says nothing [pipeline-file-empty]
        help: begin it with 'pipeline:', 'version: 1', 'stages:'
      """#
    ),
    FaultyFile(
      "a file with nothing but a comment",
      #"""
      # nothing yet
      """#,
      #"""
      p.yaml: error: the pipeline file says nothing [pipeline-file-empty]
        help: begin it with 'pipeline:', 'version: 1', 'stages:'
      """#
    ),
    FaultyFile(
      "a list at the top",
      #"""
      - read
      - sort
      """#,
      #"""
      p.yaml:1:1: error: the pipeline file is a list, not a mapping [wrong-kind]
        help: begin it with 'pipeline:', 'version: 1', 'stages:'
      """#
    ),
    FaultyFile(
      "a text at the top",
      #"""
      hello
      """#,
      #"""
      p.yaml:1:1: error: the pipeline file is a text, not a mapping [wrong-kind]
        help: begin it with 'pipeline:', 'version: 1', 'stages:'
      """#
    ),
    FaultyFile(
      "a tab for an indent",
      #"""
      pipeline: toy
      version: 1
      stages:
      \#t- read: {}
      """#,
      #"""
      p.yaml:4:1: error: not readable as YAML: a tab is here [yaml-syntax]
        help: indent with spaces
      """#
    ),
    FaultyFile(
      "an open quote",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: ["b, a] }
      """#,
      #"""
      p.yaml:4:21: error: not readable as YAML: the quotes that open here do not close [yaml-syntax]
        help: close the quotes
      """#
    ),
    FaultyFile(
      "an open bracket",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b, a }
      """#,
      #"""
      p.yaml:4:26: error: not readable as YAML: did not find expected ',' or ']' [yaml-syntax]
        help: put a comma between entries, and close the bracket
        note: p.yaml:4:20: while parsing a flow sequence
      """#
    ),
    FaultyFile(
      "two colons in one text",
      #"""
      pipeline: toy: box
      version: 1
      """#,
      #"""
      p.yaml:1:14: error: not readable as YAML: a second ': ' in one text [yaml-syntax]
        help: put a text with ': ' in it in quotes; or look at the indentation
      """#
    ),
    FaultyFile(
      "a sign that begins no text",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [@home] }
      """#,
      #"""
      p.yaml:4:21: error: not readable as YAML: '@' cannot begin a text [yaml-syntax]
        help: put the text in quotes
      """#
    ),
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
      p.yaml:5:2: error: not readable as YAML: did not find expected key [yaml-syntax]
        help: look at the indentation of this line and of those above it
        note: p.yaml:1:1: while parsing a block mapping
      """#
    ),
    FaultyFile(
      "a key without a colon",
      #"""
      pipeline: toy
      version: 1
      stages
        - read: {}
      """#,
      #"""
      p.yaml:3:1: error: not readable as YAML: no ': ' follows this key [yaml-syntax]
        help: a key is followed by ': ' and its value
      """#
    ),
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
      p.yaml:5:1: error: a second document begins here [yaml-second-document]
        help: keep one document a file
      """#
    ),
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
      p.yaml:4:11: error: an anchor is here: '&words' [yaml-anchor]
        help: use a parameter for a value that comes twice
      p.yaml:5:11: error: an alias is here: '*words' [yaml-alias]
        help: write the value out, or put the text in quotes if it begins with '*'
      """#
    ),
    FaultyFile(
      "an alias without an anchor",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: *words
      """#,
      #"""
      p.yaml:4:11: error: an alias is here: '*words' [yaml-alias]
        help: write the value out, or put the text in quotes if it begins with '*'
      """#
    ),
    FaultyFile(
      "anchors at a key, a list and a text",
      #"""
      pipeline: toy
      version: 1
      stages:
        - &k read: { words: &l [&t b, a] }
      """#,
      #"""
      p.yaml:4:5: error: an anchor is here: '&k' [yaml-anchor]
        help: use a parameter for a value that comes twice
      p.yaml:4:23: error: an anchor is here: '&l' [yaml-anchor]
        help: use a parameter for a value that comes twice
      p.yaml:4:27: error: an anchor is here: '&t' [yaml-anchor]
        help: use a parameter for a value that comes twice
      """#
    ),
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
      p.yaml:3:9: error: a tag is here: '!!seq' [yaml-tag]
        help: take the tag away: the option's type decides
      p.yaml:4:5: error: this stage has several keys: 'read', 'sort' [stage-is-not-one-key]
        help: indent the options further than the stage's name, or give each stage its own '-'
      p.yaml:4:11: error: a tag is here: '!local' [yaml-tag]
        help: take the tag away: the option's type decides
      p.yaml:4:28: error: a tag is here: '!!str' [yaml-tag]
        help: take the tag away: the option's type decides
      p.yaml:4:37: error: a tag is here: '!!str' [yaml-tag]
        help: take the tag away: the option's type decides
      p.yaml:4:48: error: a tag is here: '!' [yaml-tag]
        help: take the tag away: the option's type decides
      p.yaml:5:5: error: a tag is here: '!!str' [yaml-tag]
        help: take the tag away: the option's type decides
      """#
    ),
    FaultyFile(
      "a merge key",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b], <<: { from: x } }
      """#,
      #"""
      p.yaml:4:25: error: the merge key '<<' is here [yaml-merge-key]
        help: write the options out
      """#
    ),
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
      p.yaml:3:7: error: an anchor is here: '&b' [yaml-anchor]
        help: use a parameter for a value that comes twice
      p.yaml:5:25: error: the merge key '<<' is here [yaml-merge-key]
        help: write the options out
      p.yaml:5:29: error: an alias is here: '*b' [yaml-alias]
        help: write the value out, or put the text in quotes if it begins with '*'
      """#
    ),
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
      p.yaml:3:1: error: the key 'pipeline' comes twice in this mapping [double-key]
        help: take one of the two away
        note: p.yaml:1:1: it is here first
      p.yaml:5:36: error: the key 'from' comes twice in this mapping [double-key]
        help: take one of the two away
        note: p.yaml:5:25: it is here first
      p.yaml:5:45: error: the key 'from' comes twice in this mapping [double-key]
        help: take one of the two away
        note: p.yaml:5:25: it is here first
      """#
    ),
    FaultyFile(
      "a double key that is one only after escapes",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { "\x66rom": a, from: b, words: [c] }
      """#,
      #"""
      p.yaml:4:27: error: the key 'from' comes twice in this mapping [double-key]
        help: take one of the two away
        note: p.yaml:4:13: it is here first
      """#
    ),
    FaultyFile(
      "a double key in escapes on both sides",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { "\x66rom": a, "\x66rom": b, words: [c] }
      """#,
      #"""
      p.yaml:4:27: error: the key 'from' comes twice in this mapping [double-key]
        help: take one of the two away
        note: p.yaml:4:13: it is here first
      """#
    ),
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
      p.yaml:5:7: error: a list or a mapping is here, where a key must be a word [key-is-not-a-text]
        help: a key is a word
      """#
    ),
    FaultyFile(
      "a control character",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: ["b\#u{7}", a\#u{200b}, \#u{85}] }
      """#,
      #"""
      p.yaml:4:23: error: the character U+0007 is here; it cannot be seen [control-character]
        help: take the character away
      p.yaml:4:28: error: the character U+200B is here; it cannot be seen [control-character]
        help: take the character away
      p.yaml:4:31: error: the character U+0085 is here; it cannot be seen [control-character]
        help: take the character away
      """#
    ),
    FaultyFile(
      "a private-use character",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [\#u{100000}] }
      """#,
      #"""
      p.yaml:4:21: error: the character U+100000 is here; it cannot be seen [control-character]
        help: take the character away
      """#
    ),
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
      p.yaml: error: the file has no key 'stages' [missing-key]
        help: add 'stages:' and below it '- name: { options }', one line a stage
      p.yaml:3:1: error: a pipeline file has no key 'stage' [unknown-key]
        help: did you mean 'stages'? it has: pipeline, version, size, parameters, stages, report
      """#
    ),
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
      p.yaml:5:1: error: a pipeline file has no key 'tests' [unknown-key]
        help: it has: pipeline, version, size, parameters, stages, report
      """#
    ),
    FaultyFile(
      "no keys but one",
      #"""
      pipeline: toy
      """#,
      #"""
      p.yaml: error: the file has no key 'stages' [missing-key]
        help: add 'stages:' and below it '- name: { options }', one line a stage
      p.yaml: error: the file has no key 'version' [missing-key]
        help: add 'version: 1'
      """#
    ),
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
      p.yaml:1:1: error: 'pipeline' has nothing after its colon [missing-value]
        help: write the value, or take the line away
      p.yaml:2:1: error: 'version' has nothing after its colon [missing-value]
        help: write the value, or take the line away
      p.yaml:3:1: error: 'stages' has nothing after its colon [missing-value]
        help: write '- name: { options }', one line a stage
      p.yaml:5:1: error: 'report' needs the option 'folder' [missing-option]
        help: add 'folder': where the report goes
      """#
    ),
    FaultyFile(
      "a version of later days",
      #"""
      pipeline: toy
      version: 2
      stages:
        - read: { words: [b, a] }
      """#,
      #"""
      p.yaml:2:10: error: the version is '2', but only '1' is known [unknown-version]
        help: write 'version: 1'
      """#
    ),
    FaultyFile(
      "a version that YAML would take for 1",
      #"""
      pipeline: toy
      version: 0x1
      stages:
        - read: { words: [b, a] }
      """#,
      #"""
      p.yaml:2:10: error: the version is '0x1', but only '1' is known [unknown-version]
        help: write 'version: 1'
      """#
    ),
    FaultyFile(
      "a name with a blank",
      #"""
      pipeline: my toy
      version: 1
      stages:
        - read: { words: [b, a] }
      """#,
      #"""
      p.yaml:1:11: error: the name 'my toy' has other signs than a-z, 0-9 and '-' [bad-name]
        help: write it like 'onboard-teachers', with a letter first, at most 64 signs
      """#
    ),
    FaultyFile(
      "a list for a name",
      #"""
      pipeline: [toy]
      version: 1
      stages:
        - read: { words: [b, a] }
      """#,
      #"""
      p.yaml:1:11: error: 'pipeline' takes a text, but a list is here [wrong-kind]
        help: write one text after the colon
      """#
    ),
    FaultyFile(
      "an empty list of stages",
      #"""
      pipeline: toy
      version: 1
      stages: []
      """#,
      #"""
      p.yaml:3:9: error: the list of stages is empty [no-stages]
        help: name at least one stage
      """#
    ),
    FaultyFile(
      "a mapping for the stages",
      #"""
      pipeline: toy
      version: 1
      stages:
        read: { words: [b] }
      """#,
      #"""
      p.yaml:4:3: error: 'stages' takes a list of stages, but a mapping is here [wrong-kind]
        help: write '- name: { options }', one line a stage
      """#
    ),
    FaultyFile(
      "a stage as a bare word",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read
      """#,
      #"""
      p.yaml:4:5: error: 'read' is a text, not a stage with options [stage-is-not-one-key]
        help: write '- read: {}'
      """#
    ),
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
      p.yaml:4:5: error: this stage has several keys: 'read', 'words', 'from' [stage-is-not-one-key]
        help: indent the options further than the stage's name, or give each stage its own '-'
      """#
    ),
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
      p.yaml:4:4: error: nothing is here, where a stage belongs [stage-is-not-one-key]
        help: write '- name: { options }'
      p.yaml:5:5: error: a list is here, where a stage belongs [stage-is-not-one-key]
        help: write '- name: { options }'
      p.yaml:6:5: error: this stage has no name [stage-is-not-one-key]
        help: write '- name: { options }'
      """#
    ),
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
      p.yaml:4:8: error: 'who' takes a mapping, but a text is here [wrong-kind]
        help: write '{ help: "…", default: … }'
      """#
    ),
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
      p.yaml:3:13: error: 'parameters' takes a mapping of names, but a list is here [wrong-kind]
        help: write 'name: { help: "…", default: … }'
      """#
    ),
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
      p.yaml:4:19: error: a parameter has no key 'defualt' [unknown-key]
        help: did you mean 'default'? it has: help, default
      """#
    ),
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
      p.yaml:4:3: error: the name 'Who_Else' has other signs than a-z, 0-9 and '-' [bad-name]
        help: write it like 'onboard-teachers', with a letter first, at most 64 signs
      """#
    ),
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
      p.yaml:4:19: error: 'default' takes a text, but a list is here [wrong-kind]
        help: write one text after the colon
      """#
    ),
  ]
}

extension FaultyFile {
  /// Parameters and their values.
  static let parameters: [FaultyFile] = [
    FaultyFile(
      "an empty parameter inside a path",
      #"""
      pipeline: toy
      version: 1
      parameters:
        out: { default: "" }
      stages:
        - read: { words: [a], from: "${out}/list" }
      """#,
      #"""
      p.yaml:6:31: error: 'from' has the parameter 'out' in it, which is empty: it would be '/list' [empty-parameter-in-path]
        help: give it with --set out=…; if a script sets it, see that its variable has a value
        note: p.yaml:4:3: the value comes from the parameter 'out'
      """#
    ),
    FaultyFile(
      "a home folder that no shell filled in",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [a], from: ~/list }
      """#,
      #"""
      p.yaml:4:31: error: 'from' is '~/list': '~' means a home folder to a shell alone, and no shell has filled it in [path-not-filled-in]
        help: write the home folder in full, '/home/ruth' for instance; a folder of that name is './~'
      """#
    ),
    FaultyFile(
      "a full-width colon and curly quotes",
      #"""
      pipeline: “toy”
      version： 1
      """#,
      #"""
      p.yaml:1:11: error: a curly quote (U+201C) begins this text; YAML takes it for part of the text [look-alike-sign]
        help: write plain quotes, " or ', before and after the text
      p.yaml:2:1: error: not readable as YAML: no ': ' follows this key [yaml-syntax]
        help: a key is followed by ': ' and its value
      p.yaml:2:8: error: a full-width colon (U+FF1A) is here, where a key ends [look-alike-sign]
        help: write an ordinary colon and a space after it: 'version: '
      """#
    ),
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
      p.yaml:4:3: error: the parameter 'who' has no value [parameter-without-value]
        help: give it with --set who=…: a word
        note: p.yaml:7:22: it is used here
        note: p.yaml:7:34: it is used here
      """#
    ),
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
      p.yaml:7:25: error: there is no parameter 'scool' [unknown-parameter]
        help: did you mean 'school'? there are: export, school
      """#
    ),
    FaultyFile(
      "a parameter where none is declared",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: ["${x}"] }
      """#,
      #"""
      p.yaml:4:22: error: there is no parameter 'x' [unknown-parameter]
        help: declare it under 'parameters:'
      """#
    ),
    FaultyFile(
      "a parameter that is not closed",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: ["a ${x"] }
      """#,
      #"""
      p.yaml:4:24: error: '${' has no '}' in this text [parameter-not-closed]
        help: write '${name}', or '$${' for the two signs
      """#
    ),
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
      p.yaml:5:19: error: this default uses the parameter 'out' [parameter-in-default]
        help: write the default out, or '$${' for the two signs
      """#
    ),
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
      error: --set gives 'school' twice [parameter-set-twice]
        help: keep one of the two
      error: --set gives 'scool', but the pipeline has no such parameter [unknown-parameter]
        help: did you mean 'school'?
      """#
    ),
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
      p.yaml:7:20: error: 'order' has no value 'up' [unknown-choice]
        help: it takes: ascending, descending
        note: p.yaml:4:3: the value comes from the parameter 'order'
      """#
    ),
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
      p.yaml:6:20: error: 'words' takes a list, but a text is here [wrong-kind]
        help: write 'words: [ … ]'
      """#
    ),
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
      p.yaml:4:5: error: there is no stage 'raed' [unknown-stage]
        help: did you mean 'read'? there are: read, sort, send
      """#
    ),
    FaultyFile(
      "a stage nobody knows",
      #"""
      pipeline: toy
      version: 1
      stages:
        - publish: {}
      """#,
      #"""
      p.yaml:4:5: error: there is no stage 'publish' [unknown-stage]
        help: there are: read, sort, send
      """#
    ),
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
      p.yaml:5:13: error: 'sort' has no option 'at_most' [unknown-option]
        help: did you mean 'at-most'? it has: at-most, order, refuse, since, weights
      """#
    ),
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
      p.yaml:5:13: error: 'sort' has no option 'colour' [unknown-option]
        help: it has: at-most, order, refuse, since, weights
      """#
    ),
    FaultyFile(
      "a missing option",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: {}
      """#,
      #"""
      p.yaml:4:5: error: 'read' needs the option 'words' [missing-option]
        help: add 'words': the words
      """#
    ),
    FaultyFile(
      "a missing option behind a bare colon",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read:
      """#,
      #"""
      p.yaml:4:5: error: 'read' needs the option 'words' [missing-option]
        help: add 'words': the words
      """#
    ),
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
      p.yaml:5:7: error: 'words' has nothing after its colon [missing-value]
        help: it is: the words
      """#
    ),
    FaultyFile(
      "a text for options",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: words
      """#,
      #"""
      p.yaml:4:11: error: the options of 'read' are a text, not a mapping [wrong-kind]
        help: write 'read: { words: … }'
      """#
    ),
    FaultyFile(
      "a text for a list",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: b }
      """#,
      #"""
      p.yaml:4:20: error: 'words' takes a list, but a text is here [wrong-kind]
        help: write 'words: [ … ]'
      """#
    ),
    FaultyFile(
      "a list for a text",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b], from: [x] }
      """#,
      #"""
      p.yaml:4:31: error: 'from' takes one text, but a list is here [wrong-kind]
        help: write 'from: …' with a path
      """#
    ),
    FaultyFile(
      "a list within a list of texts",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [[b]] }
      """#,
      #"""
      p.yaml:4:21: error: each of 'words' takes one text, but a list is here [wrong-kind]
        help: write a text there
      """#
    ),
    FaultyFile(
      "an empty path",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b], from: "" }
      """#,
      #"""
      p.yaml:4:31: error: 'from' is '', not a path [wrong-value]
        help: write a file or folder, '.' for the current one
      """#
    ),
    FaultyFile(
      "the same text twice",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b, a, b] }
      """#,
      #"""
      p.yaml:4:27: error: 'b' comes twice in 'words' [double-value]
        help: take one of the two away
        note: p.yaml:4:21: it is here first
      """#
    ),
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
      p.yaml:5:20: error: 'order' has no value 'ascendng' [unknown-choice]
        help: did you mean 'ascending'? it takes: ascending, descending
      """#
    ),
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
      p.yaml:5:20: error: 'order' has no value 'Ascending' [unknown-choice]
        help: did you mean 'ascending'? it takes: ascending, descending
      """#
    ),
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
      p.yaml:5:21: error: 'refuse' is 'yes', not true or false [wrong-value]
        help: write 'true' or 'false'
      """#
    ),
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
      p.yaml:5:21: error: 'refuse' is 'True', not true or false [wrong-value]
        help: write 'true' or 'false'
      """#
    ),
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
      p.yaml:5:22: error: 'at-most' is '012', not a whole number [wrong-value]
        help: write it in digits, without point, plus sign or leading zeros
      """#
    ),
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
      p.yaml:5:22: error: 'at-most' is '1.0', not a whole number [wrong-value]
        help: write it in digits, without point, plus sign or leading zeros
      """#
    ),
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
      p.yaml:5:22: error: 'at-most' is '+5', not a whole number [wrong-value]
        help: write it in digits, without point, plus sign or leading zeros
      """#
    ),
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
      p.yaml:5:22: error: 'at-most' is '1:30', not a whole number [wrong-value]
        help: write it in digits, without point, plus sign or leading zeros
      """#
    ),
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
      p.yaml:5:22: error: 'at-most' is '101', not a whole number from 1 to 100 [wrong-value]
        help: write a number in that range
      """#
    ),
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
      p.yaml:5:22: error: 'at-most' is '99999999999999999999', not a whole number [wrong-value]
        help: write it in digits, without point, plus sign or leading zeros
      """#
    ),
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
      p.yaml:5:20: error: 'since' is '2026-02-29', not a date [wrong-value]
        help: write it as YYYY-MM-DD, '2026-08-15' for instance
      """#
    ),
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
      p.yaml:5:20: error: 'since' is '15.8.2026', not a date [wrong-value]
        help: write it as YYYY-MM-DD, '2026-08-15' for instance
      """#
    ),
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
      p.yaml:5:31: error: 'apple' has no value 'heavi' [unknown-choice]
        help: did you mean 'heavy'? it takes: light, heavy
      """#
    ),
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
      p.yaml:5:24: error: there is no word 'aple' [unknown-word]
        help: did you mean 'apple'? there are: apple, pear, plum
      p.yaml:5:37: error: there is no word 'stone' [unknown-word]
        help: there are: apple, pear, plum
      """#
    ),
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
      p.yaml:5:22: error: 'weights' takes a mapping, but a text is here [wrong-kind]
        help: write 'weights: { words: … }'
      """#
    ),
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
      p.yaml:6:13: error: 'to' needs the option 'name' [missing-option]
        help: add 'name': who gets it
      """#
    ),
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
      p.yaml:6:30: error: 'to' has no option 'adress' [unknown-option]
        help: it has: name, title
      """#
    ),
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
      p.yaml:6:37: error: 'title' has no value 'dr' [unknown-choice]
        help: it takes: ms, mr, mx
      """#
    ),
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
      p.yaml:6:17: error: 'to' takes a mapping, but a text is here [wrong-kind]
        help: write 'to: { name: … }'
      """#
    ),
    FaultyFile(
      "a mapping in a list of texts",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: {}
        - send: { to: { name: Pat }, kinds: [letter, { card: x }] }
      """#,
      #"""
      p.yaml:6:48: error: each of 'kinds' takes one text, but a mapping is here [wrong-kind]
        help: write one of letter, card there
      """#
    ),
    FaultyFile(
      "former spellings that contradict the top of the file, and one of no meaning",
      #"""
      pipeline: toy
      version: 1
      size: small
      stages:
        - read: { words: [b] }
        - sort: { size: large, at-most: many }
        - sort: { size: big }
      """#,
      #"""
      p.yaml:6:13: error: 'size: large' means 'size: large', but the file says 'size: small' [former-option]
        help: take it away: it follows from 'size' at the top of the file
        note: p.yaml:3:7: it is said here
      p.yaml:6:26: error: 'at-most: many' means 'size: large', but the file says 'size: small' [former-option]
        help: take it away: it follows from 'size' at the top of the file
        note: p.yaml:3:7: it is said here
      p.yaml:7:5: error: 'sort' needs a WordList, but 'sort' gives a SortedList [stages-do-not-fit]
        help: no stages lead from a SortedList to a WordList; see the order of the stages
      p.yaml:7:13: error: 'sort' has no option 'size' [unknown-option]
        help: it has: at-most, order, refuse, since, weights
      """#
    ),
    FaultyFile(
      "former spellings that contradict each other, without a word at the top",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b] }
        - sort: { size: large, at-most: few }
      """#,
      #"""
      p.yaml:5:26: error: 'at-most: few' means 'size: small', but the file says 'size: large' [former-option]
        help: take it away: it follows from 'size' at the top of the file
        note: p.yaml:5:13: it is said here
      """#
    ),
    FaultyFile(
      "an option that contradicts the top of the file",
      #"""
      pipeline: toy
      version: 1
      size: small
      stages:
        - read: { words: [b] }
        - sort: {}
        - send: { to: { name: Pat }, pin: 1 }
      """#,
      #"""
      p.yaml:7:37: error: only a large one has a pin [pin-of-small-one]
        help: write 'size: large'
      """#
    ),
    FaultyFile(
      "a misspelt choice at the top of the file, and nothing that would follow from it",
      #"""
      pipeline: toy
      version: 1
      size: larg
      stages:
        - read: { words: [b] }
        - sort: {}
        - send: { to: { name: Pat }, pin: 1 }
      """#,
      #"""
      p.yaml:3:7: error: 'size' has no value 'larg' [unknown-choice]
        help: did you mean 'large'? it takes: small, large
      """#
    ),
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
      p.yaml:5:5: error: 'send' needs a SortedList, but 'read' gives a WordList [stages-do-not-fit]
        help: put 'sort' between them
      """#
    ),
    FaultyFile(
      "a stage with nothing before it",
      #"""
      pipeline: toy
      version: 1
      stages:
        - send: { to: { name: Pat } }
      """#,
      #"""
      p.yaml:4:5: error: 'send' needs a SortedList, but no stage comes before it [stages-do-not-fit]
        help: put 'read' and 'sort' before it
      """#
    ),
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
      p.yaml:5:5: error: 'read' begins a pipeline, but 'read' comes before it [stages-do-not-fit]
        help: put 'read' first, once
      """#
    ),
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
      p.yaml:7:5: error: 'sort' needs a WordList, but 'send' gives an Envelope [stages-do-not-fit]
        help: no stages lead from an Envelope to a WordList; see the order of the stages
      """#
    ),
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
      p.yaml:5:1: error: 'report' needs the option 'folder' [missing-option]
        help: add 'folder': where the report goes
      p.yaml:5:11: error: 'report' has no option 'foldr' [unknown-option]
        help: did you mean 'folder'? it has: folder, formats
      p.yaml:5:31: error: 'formats' has no value 'pdf' [unknown-choice]
        help: it takes: html, json
      """#
    ),
    FaultyFile(
      "signs that steer a terminal",
      #"""
      pipeline: toy
      version: 1
      stages:
        - read: { words: [b], "\e[31mred": x }
      """#,
      #"""
      p.yaml:4:25: error: 'read' has no option '\u{1b}[31mred' [unknown-option]
        help: it has: from, words
      """#
    ),
    FaultyFile(
      "a very long name",
      #"""
      pipeline: toy
      version: 1
      stages:
        - xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: {}
      """#,
      #"""
      p.yaml:4:5: error: there is no stage 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' [unknown-stage]
        help: there are: read, sort, send
      """#
    ),
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
      p.yaml:1:11: error: the name 'My Toy' has other signs than a-z, 0-9 and '-' [bad-name]
        help: write it like 'onboard-teachers', with a letter first, at most 64 signs
      p.yaml:2:10: error: the version is '3', but only '1' is known [unknown-version]
        help: write 'version: 1'
      p.yaml:4:3: error: the parameter 'who' has no value [parameter-without-value]
        help: give it with --set who=…
        note: p.yaml:9:26: it is used here
      p.yaml:5:3: error: the name 'WHO' has other signs than a-z, 0-9 and '-' [bad-name]
        help: write it like 'onboard-teachers', with a letter first, at most 64 signs
      p.yaml:7:5: error: 'sort' needs a WordList, but no stage comes before it [stages-do-not-fit]
        help: put 'read' before it
      p.yaml:7:20: error: 'order' has no value 'up' [unknown-choice]
        help: it takes: ascending, descending
      p.yaml:7:32: error: 'refuse' is 'no', not true or false [wrong-value]
        help: write 'true' or 'false'
      p.yaml:8:5: error: there is no stage 'raed' [unknown-stage]
        help: did you mean 'read'? there are: read, sort, send
      p.yaml:9:33: error: there is no parameter 'whom' [unknown-parameter]
        help: did you mean 'who'? there are: who, WHO
      p.yaml:9:63: error: 'letter' comes twice in 'kinds' [double-value]
        help: take one of the two away
        note: p.yaml:9:55: it is here first
      p.yaml:10:1: error: a pipeline file has no key 'reports' [unknown-key]
        help: did you mean 'report'? it has: pipeline, version, size, parameters, stages, report
      """#
    ),
  ]
}
