/// The published description of `report.json`: JSON Schema, draft 2020-12.
public enum ReportSchema {
  /// The schema's text, ended by a line feed. Every member is required, none may be added: a
  /// program that reads the report can rely on both.
  public static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:clever-to-bloomz:report:1",
      "title": "report of a clever-to-bloomz run",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "report", "program", "run", "verdict", "evidence", "sharing", "tally", "completeness",
        "schools", "stages", "findings", "comparison", "bundleComparison", "causes", "rules",
        "ruleChanges",
        "checksNotRun", "rulesPassed", "inputs", "outputs", "limits"
      ],
      "properties": {
        "report": { "const": 1, "description": "the version of this layout" },
        "program": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "version"],
          "properties": {
            "name": { "const": "clever-to-bloomz" },
            "version": { "type": "string" }
          }
        },
        "run": {
          "type": "object",
          "additionalProperties": false,
          "required": ["pipeline", "issueDate", "dryRun", "parameters"],
          "properties": {
            "pipeline": { "type": "string" },
            "issueDate": { "type": "string", "description": "YYYY-MM-DD" },
            "dryRun": { "type": "boolean" },
            "parameters": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["name", "value"],
                "properties": {
                  "name": { "type": "string" },
                  "value": { "type": ["string", "null"], "description": "null for a secret" }
                }
              }
            }
          }
        },
        "verdict": {
          "type": "object",
          "additionalProperties": false,
          "required": ["kind", "sentence", "nextStep", "exitCode"],
          "properties": {
            "kind": { "enum": ["ready", "done", "refused", "held", "failed", "findings"] },
            "sentence": { "type": "string" },
            "nextStep": { "type": "string" },
            "exitCode": { "type": "integer", "minimum": 0, "maximum": 255 }
          }
        },
        "evidence": {
          "type": "array",
          "description": "the rows of the permission gate",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["need", "needed", "found", "verdict", "place", "fixer", "howToFix"],
            "properties": {
              "need": { "type": "string" },
              "needed": { "type": "string" },
              "found": { "type": "string" },
              "verdict": { "enum": ["met", "not-met", "declared", "not-known", "to-look-at"] },
              "place": { "$ref": "#/$defs/place" },
              "fixer": { "$ref": "#/$defs/fixer" },
              "howToFix": { "type": "string" }
            }
          }
        },
        "sharing": {
          "type": "array",
          "description": "what is needed and what is shared, by record type and fields",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["type", "group", "need", "shared", "verdict", "screen", "fixer"],
            "properties": {
              "type": { "type": "string" },
              "group": { "type": "string", "description": "records: the type as a whole" },
              "need": { "enum": ["required", "useful", "other-step", "none"] },
              "shared": { "type": "string" },
              "verdict": {
                "enum": ["shared", "partly", "missing", "over-shared", "not-shared"]
              },
              "screen": { "type": "string" },
              "fixer": { "$ref": "#/$defs/fixer" }
            }
          }
        },
        "tally": {
          "type": "array",
          "description": "by record type; the fates add up to what was read",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["type", "read", "fates"],
            "properties": {
              "type": { "type": "string" },
              "read": { "$ref": "#/$defs/count" },
              "fates": { "$ref": "#/$defs/fates" }
            }
          }
        },
        "completeness": {
          "type": "array",
          "description": "by record type: only where proved does absence mean removal",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["type", "records", "verdict", "reasons"],
            "properties": {
              "type": { "type": "string" },
              "records": { "$ref": "#/$defs/count" },
              "verdict": { "enum": ["proved", "not-proved", "incomplete"] },
              "reasons": { "type": "array", "items": { "type": "string" } }
            }
          }
        },
        "schools": {
          "type": "array",
          "description": "what each school gets; a person at two schools counts in both",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "id", "name", "classes", "teachers", "students", "memberships", "contacts",
              "findings"
            ],
            "properties": {
              "id": { "type": "string" },
              "name": { "type": ["string", "null"] },
              "classes": { "$ref": "#/$defs/count" },
              "teachers": { "$ref": "#/$defs/count" },
              "students": { "$ref": "#/$defs/count" },
              "memberships": { "$ref": "#/$defs/count" },
              "contacts": { "$ref": "#/$defs/count" },
              "findings": { "$ref": "#/$defs/levels" }
            }
          }
        },
        "stages": {
          "type": "array",
          "description": "cameIn = wentOn + the fates given",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["stage", "cameIn", "wentOn", "fates"],
            "properties": {
              "stage": { "type": "string" },
              "cameIn": { "$ref": "#/$defs/count" },
              "wentOn": { "$ref": "#/$defs/count" },
              "fates": { "$ref": "#/$defs/fates" }
            }
          }
        },
        "findings": { "$ref": "#/$defs/levels" },
        "comparison": {
          "type": ["object", "null"],
          "description": "with an earlier report; null without one",
          "additionalProperties": false,
          "required": [
            "path", "sha256", "pipeline", "issueDate", "new", "stillThere", "fixed"
          ],
          "properties": {
            "path": { "type": "string" },
            "sha256": {
              "type": ["string", "null"],
              "pattern": "^[0-9a-f]{64}$",
              "description": "null for the report whose place this one takes"
            },
            "pipeline": { "type": "string" },
            "issueDate": { "type": "string", "description": "YYYY-MM-DD" },
            "new": { "$ref": "#/$defs/count" },
            "stillThere": { "$ref": "#/$defs/count" },
            "fixed": {
              "type": "array",
              "description": "findings of the earlier report that are gone",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["code", "level", "entity", "record", "field", "message"],
                "properties": {
                  "code": { "type": "string" },
                  "level": { "enum": ["blocker", "error", "warning", "note"] },
                  "entity": { "type": "string" },
                  "record": { "type": "string" },
                  "field": { "type": "string" },
                  "message": { "type": "string" }
                }
              }
            }
          }
        },
        "bundleComparison": {
          "type": ["object", "null"],
          "description": "with an earlier bundle; null where nothing was compared",
          "additionalProperties": false,
          "required": ["path", "sha256", "issueDate", "tables"],
          "properties": {
            "path": { "type": "string" },
            "sha256": { "$ref": "#/$defs/digest" },
            "issueDate": { "type": "string", "description": "YYYY-MM-DD" },
            "tables": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "name", "same", "added", "changed", "leftOut", "notInExport", "removed"
                ],
                "properties": {
                  "name": { "type": "string" },
                  "same": { "$ref": "#/$defs/count" },
                  "added": { "$ref": "#/$defs/rows" },
                  "changed": { "$ref": "#/$defs/rows" },
                  "leftOut": {
                    "$ref": "#/$defs/rows",
                    "description": "the export has the record; this import does not take it"
                  },
                  "notInExport": {
                    "$ref": "#/$defs/rows",
                    "description": "nothing proves that they are gone"
                  },
                  "removed": { "$ref": "#/$defs/rows", "description": "proved to be gone" }
                }
              }
            }
          }
        },
        "causes": {
          "type": "array",
          "description": "what is behind the findings, the one to fix first at the start",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "key", "what", "evidence", "level", "findings", "blocked", "fixer", "howToFix"
            ],
            "properties": {
              "key": { "type": "string", "description": "the same in every run that has it" },
              "what": { "type": "string" },
              "evidence": { "type": "string" },
              "level": { "enum": ["blocker", "error", "warning", "note", null] },
              "findings": { "$ref": "#/$defs/count", "description": "how many it explains" },
              "blocked": {
                "type": "object",
                "additionalProperties": false,
                "required": ["people", "students", "teachers", "contacts", "staff", "classes"],
                "properties": {
                  "people": { "$ref": "#/$defs/count", "description": "the next four together" },
                  "students": { "$ref": "#/$defs/count" },
                  "teachers": { "$ref": "#/$defs/count" },
                  "contacts": { "$ref": "#/$defs/count" },
                  "staff": { "$ref": "#/$defs/count" },
                  "classes": { "$ref": "#/$defs/count" }
                }
              },
              "fixer": { "$ref": "#/$defs/fixer" },
              "howToFix": { "type": "string" }
            }
          }
        },
        "rules": {
          "type": "array",
          "description": "rules with findings, gravest first",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "code", "level", "title", "why", "effect", "howToFix", "fixer", "source", "total",
              "findings"
            ],
            "properties": {
              "code": { "type": "string" },
              "level": { "enum": ["blocker", "error", "warning", "note"] },
              "title": { "type": "string" },
              "why": { "type": "string" },
              "effect": { "type": "string" },
              "howToFix": { "type": "string" },
              "fixer": { "$ref": "#/$defs/fixer" },
              "source": { "type": "string" },
              "total": {
                "$ref": "#/$defs/count",
                "description": "also those that are not listed here"
              },
              "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" } }
            }
          }
        },
        "ruleChanges": {
          "type": "array",
          "description": "rules that the pipeline file changes, and what came of it",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "code", "from", "to", "asked", "result", "reason", "until", "suppressed"
            ],
            "properties": {
              "code": { "type": "string" },
              "from": { "$ref": "#/$defs/level", "description": "the catalogue's level" },
              "to": { "$ref": "#/$defs/level", "description": "the level in this run" },
              "asked": { "type": "string" },
              "result": { "type": "string" },
              "reason": { "type": "string", "description": "empty where not suppressed" },
              "until": { "type": "string", "description": "YYYY-MM-DD, or empty" },
              "suppressed": {
                "type": "array",
                "description": "findings that were put aside, and count nowhere else",
                "items": { "$ref": "#/$defs/finding" }
              }
            }
          }
        },
        "checksNotRun": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["code", "why", "hides"],
            "properties": {
              "code": { "type": "string" },
              "why": { "type": "string" },
              "hides": { "type": "string" }
            }
          }
        },
        "rulesPassed": {
          "type": "array",
          "description": "codes of the rules that ran and found nothing",
          "items": { "type": "string" }
        },
        "inputs": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["path", "bytes", "sha256", "holds", "records"],
            "properties": {
              "path": { "type": "string" },
              "bytes": { "$ref": "#/$defs/count" },
              "sha256": { "$ref": "#/$defs/digest" },
              "holds": { "type": "string" },
              "records": { "$ref": "#/$defs/count" }
            }
          }
        },
        "outputs": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "bundle", "predicted", "published", "files", "mail", "mailsWritten", "mailsWithheld"
          ],
          "properties": {
            "bundle": { "type": "string", "description": "empty when there is no bundle" },
            "predicted": { "$ref": "#/$defs/digest" },
            "published": { "$ref": "#/$defs/digest" },
            "files": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["path", "bytes", "sha256", "rows"],
                "properties": {
                  "path": { "type": "string" },
                  "bytes": { "$ref": "#/$defs/count" },
                  "sha256": { "$ref": "#/$defs/digest" },
                  "rows": { "type": ["integer", "null"], "minimum": 0 }
                }
              }
            },
            "mail": { "type": "string", "description": "empty when no mail was asked for" },
            "mailsWritten": { "$ref": "#/$defs/count" },
            "mailsWithheld": { "$ref": "#/$defs/count" }
          }
        },
        "limits": { "type": "array", "items": { "type": "string" } }
      },
      "$defs": {
        "count": { "type": "integer", "minimum": 0 },
        "level": { "enum": ["blocker", "error", "warning", "note"] },
        "digest": { "type": "string", "pattern": "^([0-9a-f]{64})?$" },
        "fixer": {
          "enum": [
            "importer", "school-admin", "district-admin", "records-clerk", "bloomz-support"
          ]
        },
        "place": {
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": ["file", "line", "column"],
          "properties": {
            "file": { "type": "string" },
            "line": { "$ref": "#/$defs/count", "description": "from 1; 0: the whole file" },
            "column": { "$ref": "#/$defs/count", "description": "from 1; 0: the whole line" }
          }
        },
        "fates": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "bundled", "merged-into", "withheld", "filtered", "out-of-scope", "unreadable"
          ],
          "properties": {
            "bundled": { "$ref": "#/$defs/count" },
            "merged-into": { "$ref": "#/$defs/count" },
            "withheld": { "$ref": "#/$defs/count" },
            "filtered": { "$ref": "#/$defs/count" },
            "out-of-scope": { "$ref": "#/$defs/count" },
            "unreadable": { "$ref": "#/$defs/count" }
          }
        },
        "rows": {
          "type": "object",
          "additionalProperties": false,
          "required": ["count", "keys"],
          "properties": {
            "count": { "$ref": "#/$defs/count" },
            "keys": {
              "type": "array",
              "items": { "type": "string" },
              "description": "the first 200: the school's key, '/', the record's"
            }
          }
        },
        "levels": {
          "type": "object",
          "additionalProperties": false,
          "required": ["blocker", "error", "warning", "note"],
          "properties": {
            "blocker": { "$ref": "#/$defs/count" },
            "error": { "$ref": "#/$defs/count" },
            "warning": { "$ref": "#/$defs/count" },
            "note": { "$ref": "#/$defs/count" }
          }
        },
        "finding": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "message", "help", "fixer", "place", "entity", "record", "field", "cause", "state",
            "notes"
          ],
          "properties": {
            "message": { "type": "string" },
            "help": { "type": "string" },
            "fixer": { "$ref": "#/$defs/fixer" },
            "place": { "$ref": "#/$defs/place" },
            "entity": { "type": "string", "description": "the record's type, or empty" },
            "record": { "type": "string", "description": "the record's Clever id, or empty" },
            "field": { "type": "string", "description": "the record's field, or empty" },
            "state": {
              "enum": ["new", "still-there", null],
              "description": "against the earlier report; null without one"
            },
            "cause": { "type": ["string", "null"], "description": "the key of its cause" },
            "notes": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["message", "place"],
                "properties": {
                  "message": { "type": "string" },
                  "place": { "$ref": "#/$defs/place" }
                }
              }
            }
          }
        }
      }
    }

    """#
}
