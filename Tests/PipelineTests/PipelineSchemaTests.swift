import Foundation
import Pipeline
import Testing

@Suite struct PipelineSchemaTests {
  private let registry = ToyRegistry(
    [SortStage.self, SendStage.self],
    shared: ToyRegistry.toys.shared,
    report: ToyRegistry.toys.report
  )

  @Test func `the schema says what the cards say`() {
    #expect(
      PipelineSchema.json(registry: registry) == #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "a pipeline file of clever-to-bloomz",
          "type": "object",
          "properties": {
            "pipeline": {
              "description": "the pipeline's name",
              "type": "string",
              "pattern": "^[a-z][a-z0-9-]{0,63}$"
            },
            "version": {
              "description": "the form of this file",
              "const": 1
            },
            "size": {
              "description": "how big",
              "default": "small",
              "anyOf": [
                {
                  "enum": ["small", "large"]
                },
                {
                  "$ref": "#/$defs/parameter-use"
                }
              ]
            },
            "parameters": {
              "$ref": "#/$defs/parameters"
            },
            "stages": {
              "description": "the stages in their order",
              "type": "array",
              "minItems": 1,
              "items": {
                "type": "object",
                "properties": {
                  "sort": {
                    "$ref": "#/$defs/stage-sort"
                  },
                  "send": {
                    "$ref": "#/$defs/stage-send"
                  }
                },
                "additionalProperties": false,
                "minProperties": 1,
                "maxProperties": 1
              }
            },
            "report": {
              "description": "what the report is written as",
              "type": "object",
              "properties": {
                "folder": {
                  "description": "where the report goes",
                  "$ref": "#/$defs/scalar"
                },
                "formats": {
                  "description": "what is written",
                  "default": ["html"],
                  "type": "array",
                  "items": {
                    "anyOf": [
                      {
                        "enum": ["html", "json"]
                      },
                      {
                        "$ref": "#/$defs/parameter-use"
                      }
                    ]
                  },
                  "uniqueItems": true
                }
              },
              "required": ["folder"],
              "additionalProperties": false
            }
          },
          "required": ["pipeline", "version", "stages"],
          "additionalProperties": false,
          "$defs": {
            "parameters": {
              "description": "what can be set with --set name=value",
              "type": ["object", "null"],
              "propertyNames": {
                "pattern": "^[a-z][a-z0-9-]{0,63}$"
              },
              "additionalProperties": {
                "type": ["object", "null"],
                "properties": {
                  "help": {
                    "description": "what it is for",
                    "$ref": "#/$defs/scalar"
                  },
                  "default": {
                    "description": "its value when none is set",
                    "$ref": "#/$defs/scalar"
                  }
                },
                "additionalProperties": false
              }
            },
            "scalar": {
              "type": ["string", "number", "boolean"]
            },
            "parameter-use": {
              "type": "string",
              "pattern": "\\$\\{[a-z][a-z0-9-]*\\}"
            },
            "stage-sort": {
              "description": "puts words in order",
              "type": ["object", "null"],
              "properties": {
                "order": {
                  "description": "which word comes first",
                  "default": "ascending",
                  "anyOf": [
                    {
                      "enum": ["ascending", "descending"]
                    },
                    {
                      "$ref": "#/$defs/parameter-use"
                    }
                  ]
                },
                "at-most": {
                  "description": "how many words are kept",
                  "anyOf": [
                    {
                      "type": "integer",
                      "minimum": 1,
                      "maximum": 100
                    },
                    {
                      "$ref": "#/$defs/parameter-use"
                    }
                  ]
                },
                "weights": {
                  "description": "how much a word weighs",
                  "default": {},
                  "type": "object",
                  "propertyNames": {
                    "enum": ["apple", "pear", "plum"]
                  },
                  "additionalProperties": {
                    "anyOf": [
                      {
                        "anyOf": [
                          {
                            "enum": ["light", "heavy"]
                          },
                          {
                            "$ref": "#/$defs/parameter-use"
                          }
                        ]
                      },
                      {
                        "description": "options of one of them",
                        "type": "object",
                        "properties": {
                          "weight": {
                            "description": "how heavy it is",
                            "anyOf": [
                              {
                                "enum": ["light", "heavy"]
                              },
                              {
                                "$ref": "#/$defs/parameter-use"
                              }
                            ]
                          }
                        },
                        "required": ["weight"],
                        "additionalProperties": false
                      }
                    ]
                  }
                },
                "refuse": {
                  "description": "whether it refuses to sort",
                  "default": false,
                  "anyOf": [
                    {
                      "type": "boolean"
                    },
                    {
                      "$ref": "#/$defs/parameter-use"
                    }
                  ]
                },
                "since": {
                  "description": "the day since which words count",
                  "anyOf": [
                    {
                      "type": "string",
                      "format": "date"
                    },
                    {
                      "$ref": "#/$defs/parameter-use"
                    }
                  ]
                }
              },
              "additionalProperties": false
            },
            "stage-send": {
              "description": "sends words to someone",
              "type": "object",
              "properties": {
                "to": {
                  "description": "the one who gets the words",
                  "type": "object",
                  "properties": {
                    "name": {
                      "description": "who gets it",
                      "$ref": "#/$defs/scalar"
                    },
                    "title": {
                      "description": "how to say it",
                      "anyOf": [
                        {
                          "enum": ["ms", "mr", "mx"]
                        },
                        {
                          "$ref": "#/$defs/parameter-use"
                        }
                      ]
                    }
                  },
                  "required": ["name"],
                  "additionalProperties": false
                },
                "pin": {
                  "description": "the pin of a large one",
                  "anyOf": [
                    {
                      "type": "integer",
                      "minimum": 0,
                      "maximum": 9999
                    },
                    {
                      "$ref": "#/$defs/parameter-use"
                    }
                  ]
                },
                "kinds": {
                  "description": "what is sent",
                  "default": ["letter", "card"],
                  "type": "array",
                  "items": {
                    "anyOf": [
                      {
                        "enum": ["letter", "card"]
                      },
                      {
                        "$ref": "#/$defs/parameter-use"
                      }
                    ]
                  },
                  "uniqueItems": true
                },
                "fail": {
                  "description": "whether the post fails",
                  "default": false,
                  "anyOf": [
                    {
                      "type": "boolean"
                    },
                    {
                      "$ref": "#/$defs/parameter-use"
                    }
                  ]
                }
              },
              "required": ["to"],
              "additionalProperties": false
            }
          }
        }

        """#
    )
  }

  @Test func `the schema is JSON, also with signs that JSON escapes`() throws {
    for registry in [registry, .toys, ToyRegistry([QuoteStage.self]), ToyRegistry([])] {
      let json = Data(PipelineSchema.json(registry: registry).utf8)
      let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
      #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
      let definitions = try #require(object["$defs"] as? [String: Any])
      #expect(definitions.count == 3 + registry.stages.count)
    }
    let json = Data(PipelineSchema.json(registry: ToyRegistry([QuoteStage.self])).utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    let definitions = try #require(object["$defs"] as? [String: Any])
    let stage = try #require(definitions["stage-quote"] as? [String: Any])
    #expect(stage["description"] as? String == QuoteStage.card.summary)
  }
}

/// Has every sign in its summary that JSON escapes.
struct QuoteStage: Stage {
  static let card = StageCard(
    name: "quote",
    summary: "says \"x\\y\"\t\n\u{1}\u{1F}\u{7F}\u{2028}é",
    help: "Quotes.",
    options: [],
    example: "- quote: {}"
  )

  init(options: StageOptions) throws(PlanError) {}

  func run(_ input: PipelineStart, context: RunContext) async throws -> StageResult<Nothing> {
    .done(Nothing(), [])
  }
}
