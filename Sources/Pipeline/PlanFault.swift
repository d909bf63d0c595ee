public import Findings

/// The codes of everything that can be wrong with a pipeline file. They do not change.
public enum PlanFault: String, FindingCode, Hashable, CaseIterable {
  // What is no file we read.
  case fileTooLarge = "pipeline-file-too-large"
  case fileNotUTF8 = "pipeline-file-not-utf-8"
  case fileEmpty = "pipeline-file-empty"
  case controlCharacter = "control-character"
  case lookAlikeBlank = "look-alike-blank"
  case lookAlikeSign = "look-alike-sign"
  case textCut = "text-cut-by-comment"
  // YAML we do not take.
  case yamlSyntax = "yaml-syntax"
  case yamlSecondDocument = "yaml-second-document"
  case yamlAnchor = "yaml-anchor"
  case yamlAlias = "yaml-alias"
  case yamlTag = "yaml-tag"
  case yamlMergeKey = "yaml-merge-key"
  case yamlTooDeep = "yaml-too-deep"
  case yamlTooManyValues = "yaml-too-many-values"
  case keyNotText = "key-is-not-a-text"
  case doubleKey = "double-key"
  // The file's own keys.
  case wrongKind = "wrong-kind"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case missingValue = "missing-value"
  case unknownVersion = "unknown-version"
  case badName = "bad-name"
  case noStages = "no-stages"
  case stageNotOneKey = "stage-is-not-one-key"
  // Parameters.
  case unknownParameter = "unknown-parameter"
  case parameterWithoutValue = "parameter-without-value"
  case parameterNotClosed = "parameter-not-closed"
  case parameterInDefault = "parameter-in-default"
  case parameterSetTwice = "parameter-set-twice"
  // Stages and their options.
  case unknownStage = "unknown-stage"
  case stagesDoNotFit = "stages-do-not-fit"
  case unknownOption = "unknown-option"
  case formerOption = "former-option"
  case missingOption = "missing-option"
  case unknownChoice = "unknown-choice"
  case wrongValue = "wrong-value"
  case doubleValue = "double-value"
  // Paths.
  case emptyParameterInPath = "empty-parameter-in-path"
  case pathNotFilledIn = "path-not-filled-in"
  case resultsInsideExport = "results-inside-export"

  /// The code, as messages end with it: `[yaml-alias]`.
  public var code: String { rawValue }

  /// What the code means, as one line for a catalogue.
  public var title: String { words.title }

  /// What to do about it in general; a fault's own help is more exact.
  public var help: String { words.help }

  private var words: (title: String, help: String) {
    switch self {
    case .fileTooLarge:
      ("the pipeline file is larger than 256 KiB", "name the pipeline file, not a data file")
    case .fileNotUTF8:
      ("the pipeline file is not UTF-8", "save it as UTF-8")
    case .fileEmpty:
      ("the pipeline file says nothing", "begin it with 'pipeline:', 'version: 1', 'stages:'")
    case .controlCharacter:
      ("the pipeline file holds a character that cannot be seen", "take the character away")
    case .lookAlikeBlank:
      (
        "a blank in the pipeline file is no ordinary space",
        "write ordinary spaces; the other ones come along from web pages and chats"
      )
    case .lookAlikeSign:
      (
        "a quote or colon in the pipeline file is not the plain one",
        "write plain quotes and colons; word processors put others in their place"
      )
    case .textCut:
      (
        "a comment ends a text without quotes",
        "put the text in quotes if what follows ' #' belongs to it"
      )
    case .yamlSyntax:
      ("the pipeline file cannot be read as YAML", "look at indentation, quotes and brackets")
    case .yamlSecondDocument:
      ("a second document begins after '---'", "keep one document a file")
    case .yamlAnchor:
      ("a value has an anchor ('&name')", "use a parameter for a value that comes twice")
    case .yamlAlias:
      (
        "an alias ('*name') is written in place of a value",
        "write the value out, or put the text in quotes if it begins with '*'"
      )
    case .yamlTag:
      ("a value has a tag ('!name')", "take the tag away: the option's type decides")
    case .yamlMergeKey:
      ("a merge key ('<<') takes over another mapping", "write the options out")
    case .yamlTooDeep:
      ("values are nested more than 32 deep", "no option needs such depth")
    case .yamlTooManyValues:
      ("the file has more than 10 000 values", "name the pipeline file, not a data file")
    case .keyNotText:
      ("a key is a list or a mapping", "a key is a word")
    case .doubleKey:
      ("a key comes twice in one mapping", "take one of the two away")
    case .wrongKind:
      ("a value is of another kind than is needed: a list for a text, say", "see the stage's page")
    case .unknownKey:
      ("the file has a key that no pipeline file has", "see the example in the help")
    case .missingKey:
      ("the file lacks a key that every pipeline file has", "add the key")
    case .missingValue:
      ("a key has nothing after its colon", "write the value, or take the line away")
    case .unknownVersion:
      ("the version of the file's form is not 1", "write 'version: 1'")
    case .badName:
      ("a name has other signs than a-z, 0-9 and '-'", "write it like 'onboard-teachers'")
    case .noStages:
      ("the list of stages is empty", "name at least one stage")
    case .stageNotOneKey:
      ("an entry of the list of stages is not one stage", "write '- name: { options }'")
    case .unknownParameter:
      ("a parameter is used or set, but not declared", "declare it under 'parameters:'")
    case .parameterWithoutValue:
      ("a parameter that is used has neither default nor value", "give it with --set name=value")
    case .parameterNotClosed:
      ("'${' has no '}'", "write '${name}', or '$${' for the two signs")
    case .parameterInDefault:
      ("a parameter's default uses a parameter", "write the default out")
    case .parameterSetTwice:
      ("a parameter is set twice on the command line", "keep one of the two")
    case .unknownStage:
      ("there is no stage of that name", "'clever-to-bloomz stages' lists them")
    case .stagesDoNotFit:
      (
        "a stage needs something else than the one before it gives",
        "put the missing stages between"
      )
    case .unknownOption:
      ("a stage has no option of that name", "'clever-to-bloomz stages NAME' lists them")
    case .formerOption:
      (
        "a former spelling contradicts the top of the file",
        "take it away: it follows from the top of the file"
      )
    case .missingOption:
      ("a stage lacks an option that it needs", "add the option")
    case .unknownChoice:
      ("a value is none of those to choose from", "take one of those the message names")
    case .wrongValue:
      ("a value is not of its option's type", "see the stage's page")
    case .emptyParameterInPath:
      (
        "a parameter inside a path is empty",
        "give the parameter a value; a script that sets it may have an empty variable"
      )
    case .pathNotFilledIn:
      (
        "a path has '~' or a variable in it, which only a shell or Windows fills in",
        "write the path in full"
      )
    case .resultsInsideExport:
      (
        "results and the export are inside each other",
        "keep results and export in folders beside each other"
      )
    case .doubleValue:
      ("a list has the same value twice", "take one of the two away")
    }
  }
}

extension Finding {
  /// A fault of the pipeline file: an error that the importer mends.
  init(
    _ fault: PlanFault,
    _ message: String,
    help: String? = nil,
    at place: Place?,
    notes: [Note] = []
  ) {
    self.init(
      fault,
      .error,
      message,
      help: help ?? fault.help,
      at: place,
      notes: notes
    )
  }
}
