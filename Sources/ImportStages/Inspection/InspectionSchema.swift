/// The published description of what `inspect --json` prints: JSON Schema, draft 2020-12.
public enum InspectionSchema {
  /// The schema's text, ended by a line feed. Every member is required, none may be added: a
  /// program that reads an inspection can rely on both.
  public static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:clever-to-bloomz:inspection:1",
      "title": "what clever-to-bloomz finds in a Clever export",
      "type": "object",
      "additionalProperties": false,
      "required": ["inspection", "path", "kinds", "schools", "operators", "gaps"],
      "properties": {
        "inspection": { "const": 1, "description": "the version of this layout" },
        "path": { "type": "string" },
        "kinds": {
          "type": "array",
          "description": "the kinds of record that the export has something of",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "kind", "records", "copies", "unreadable", "files", "pages", "versions",
              "newestChange", "complete", "reasons"
            ],
            "properties": {
              "kind": {
                "enum": [
                  "district", "school", "student", "teacher", "school_admin", "district_admin",
                  "contact", "section", "course", "term"
                ]
              },
              "records": { "$ref": "#/$defs/count", "description": "each once" },
              "copies": { "$ref": "#/$defs/count" },
              "unreadable": { "$ref": "#/$defs/count" },
              "files": { "$ref": "#/$defs/count" },
              "pages": { "$ref": "#/$defs/count", "description": "pages of lists" },
              "versions": { "type": "array", "items": { "type": "string" } },
              "newestChange": {
                "type": ["string", "null"],
                "description": "YYYY-MM-DDTHH:MM:SS.sssZ"
              },
              "complete": {
                "enum": ["proved", "not-proved", "incomplete"],
                "description": "only where proved does absence mean removal"
              },
              "reasons": { "type": "array", "minItems": 1, "items": { "type": "string" } }
            }
          }
        },
        "schools": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["id", "sisID", "name", "sections"],
            "properties": {
              "id": { "type": "string" },
              "sisID": { "type": "string", "description": "empty for none" },
              "name": { "type": "string" },
              "sections": { "$ref": "#/$defs/count" }
            }
          }
        },
        "operators": {
          "type": "array",
          "description": "school admins; whoever was signed in comes first",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["id", "signedIn", "schools"],
            "properties": {
              "id": { "type": "string" },
              "signedIn": { "type": "boolean", "description": "an answer of /me shows them" },
              "schools": {
                "type": "array",
                "description": "Clever ids of the schools on their list that are in the export",
                "items": { "type": "string" }
              }
            }
          }
        },
        "gaps": {
          "type": "array",
          "description": "what is missing or could not be read, gravest first",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["code", "level", "message", "help", "fixer", "place"],
            "properties": {
              "code": { "type": "string" },
              "level": { "enum": ["note", "warning", "error", "blocker"] },
              "message": { "type": "string" },
              "help": { "type": "string" },
              "fixer": { "type": "string" },
              "place": {
                "type": ["object", "null"],
                "additionalProperties": false,
                "required": ["file", "line", "column"],
                "properties": {
                  "file": { "type": "string" },
                  "line": { "type": ["integer", "null"], "minimum": 1 },
                  "column": { "type": ["integer", "null"], "minimum": 1 }
                }
              }
            }
          }
        }
      },
      "$defs": { "count": { "type": "integer", "minimum": 0 } }
    }

    """#
}
