// The one part of libxml2 that this program uses: reading a small trusted-size document from
// memory into a tree. Everything here is `static`, so the room has no object file of its own.

#ifndef CLIBXML2_H
#define CLIBXML2_H

// Debian builds libxml2 with its own ICU, and Foundation brings another one: both headers in one
// module do not compile. The version header sets the switch, so it is read first and the switch
// is taken back before any other header looks at it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#include <string.h>

/// The first thing the parser did not like. Later complaints are mostly its echo.
typedef struct {
  /// The parser's number for it; 0 when all was well.
  int code;
  /// Line, from 1.
  int line;
  /// Column, from 1, as the parser counts it.
  int column;
  /// The parser's words, cut to fit.
  char message[256];
} xml_first_fault;

static void xml_note_fault(void *context, xmlErrorPtr error) {
  xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
  xml_first_fault *first = parser == NULL ? NULL : (xml_first_fault *)parser->_private;
  if (first == NULL || first->code != 0 || error == NULL || error->level < XML_ERR_ERROR) {
    return;
  }
  first->code = error->code;
  first->line = error->line;
  first->column = error->int2;
  if (error->message != NULL) {
    strncpy(first->message, error->message, sizeof first->message - 1);
  }
}

/// Reads `length` bytes of UTF-8. Answers NULL, with `first` filled in, when the document is not
/// well-formed. No network (NONET), no external subset (no DTDLOAD), no entities put in place
/// (no NOENT), and nothing printed.
static inline xmlDocPtr xml_read(const char *bytes, int length, xml_first_fault *first) {
  memset(first, 0, sizeof *first);
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (parser == NULL) {
    return NULL;
  }
  parser->_private = first;
  parser->sax->serror = (xmlStructuredErrorFunc)xml_note_fault;
  xmlDocPtr document = xmlCtxtReadMemory(
      parser, bytes, length, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (document != NULL && (!parser->wellFormed || first->code != 0)) {
    xmlFreeDoc(document);
    document = NULL;
  }
  xmlFreeParserCtxt(parser);
  return document;
}

/// The value of an attribute, to be given back with `xml_give_back`; NULL when out of memory.
static inline xmlChar *xml_value(xmlAttrPtr attribute) {
  return xmlNodeListGetString(attribute->doc, attribute->children, 1);
}

/// `xmlFree` is a variable that any thread may change, which Swift will not read; this reads it.
static inline void xml_give_back(xmlChar *text) {
  if (text != NULL) {
    xmlFree(text);
  }
}

#endif
