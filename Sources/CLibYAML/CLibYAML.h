// The part of libyaml that this program uses: a parser that gives one event after the other.
// Everything here is `static`, so the room has no object file of its own.
//
// The parser keeps a pointer to the text, so both are allocated here, and Swift holds one address.

#ifndef CLIBYAML_H
#define CLIBYAML_H

#include <yaml.h>

#include <stdlib.h>
#include <string.h>

/// A parser, and its own copy of the text that it parses.
typedef struct {
  yaml_parser_t parser;
  unsigned char text[];
} yaml_event_source;

/// A parser of `count` bytes of UTF-8. NULL when out of memory.
static inline yaml_event_source *yaml_event_source_new(const unsigned char *text, size_t count) {
  yaml_event_source *source = malloc(sizeof *source + count);
  if (source == NULL) {
    return NULL;
  }
  if (!yaml_parser_initialize(&source->parser)) {
    free(source);
    return NULL;
  }
  memcpy(source->text, text, count);
  yaml_parser_set_encoding(&source->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&source->parser, source->text, count);
  return source;
}

static inline void yaml_event_source_free(yaml_event_source *source) {
  yaml_parser_delete(&source->parser);
  free(source);
}

#endif
