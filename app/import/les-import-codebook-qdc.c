/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-import-codebook.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "les-error.h"
#include "les-limits.h"

/* The codebook of REFI-QDA: a .qdc file, or the CodeBook of a project.qde. The
 * namespace differs between versions and programs, so local names count alone. */

typedef struct
{
  LesCodebook *codebook;
  GHashTable *by_guid;      /* key -> index of the tag + 1 */
  GError **error;
} Reader;

/* Nothing in a codebook needs a document type, and it is the way in for
 * entities that grow without end or name other files. */
static void
refuse_doctype (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  xmlParserCtxtPtr parser = data;

  parser->_private = &parser->_private;
  xmlStopParser (parser);
}

static void
set_parser_error (xmlParserCtxtPtr parser, GError **error)
{
  const xmlError *cause = xmlCtxtGetLastError (parser);
  g_autofree char *words = cause != NULL && cause->message != NULL ? g_strchomp (g_strdup (cause->message)) : NULL;

  if (parser->_private != NULL)
    g_set_error_literal (error, LES_ERROR, LES_ERROR_NOT_A_CODEBOOK,
                         "it declares a document type, which no codebook does; it is not read for safety");
  else if (words != NULL)
    g_set_error (error, LES_ERROR, LES_ERROR_NOT_A_CODEBOOK, "%d: %s", cause->line,
                 g_utf8_validate (words, -1, NULL) ? words : "not XML");
  else
    g_set_error_literal (error, LES_ERROR, LES_ERROR_NOT_A_CODEBOOK, "not XML");
}

static xmlDocPtr
parse (GBytes *bytes, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  static gsize once = 0;
  xmlParserCtxtPtr parser;
  xmlDocPtr document;

  /* Several threads may read at once. */
  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      g_once_init_leave (&once, 1);
    }
  parser = xmlNewParserCtxt ();
  parser->sax->internalSubset = refuse_doctype;
  document = xmlCtxtReadMemory (parser, data, (int) n_bytes, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  if (document == NULL || parser->_private != NULL)
    {
      set_parser_error (parser, error);
      g_clear_pointer (&document, xmlFreeDoc);
    }
  xmlFreeParserCtxt (parser);
  return document;
}

static gboolean
is_named (xmlNodePtr node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static xmlNodePtr
find_child (xmlNodePtr parent, const char *name)
{
  for (xmlNodePtr node = parent->children; node != NULL; node = node->next)
    if (is_named (node, name))
      return node;
  return NULL;
}

static char *
take_string (xmlChar *string)
{
  char *copy = g_strdup ((const char *) string);

  xmlFree (string);
  return copy;
}

static char *
dup_attribute (xmlNodePtr node, const char *name)
{
  return take_string (xmlGetNoNsProp (node, (const xmlChar *) name));
}

static char *
dup_description (xmlNodePtr node)
{
  xmlNodePtr child = find_child (node, "Description");
  char *words = child != NULL ? take_string (xmlNodeGetContent (child)) : NULL;

  return words != NULL && *words == '\0' ? (g_free (words), NULL) : words;
}

static gboolean
check_limits (Reader *self, xmlNodePtr node, int level)
{
  if (level > LES_LIMIT_CODEBOOK_DEPTH_LEVELS)
    g_set_error (self->error, LES_ERROR, LES_ERROR_NOT_A_CODEBOOK, "%ld: codes more than %d levels deep",
                 xmlGetLineNo (node), LES_LIMIT_CODEBOOK_DEPTH_LEVELS);
  else if (self->codebook->tags->len >= LES_LIMIT_CODEBOOK_TAGS)
    g_set_error (self->error, LES_ERROR, LES_ERROR_NOT_A_CODEBOOK, "%ld: more than %d codes",
                 xmlGetLineNo (node), LES_LIMIT_CODEBOOK_TAGS);
  else
    return TRUE;
  return FALSE;
}

static int
read_code (Reader *self, xmlNodePtr node, int parent)
{
  g_autofree char *name = dup_attribute (node, "name");
  g_autofree char *guid = dup_attribute (node, "guid");
  g_autofree char *color = dup_attribute (node, "color");
  g_autofree char *codable = dup_attribute (node, "isCodable");
  int index = self->codebook->tags->len;
  LesCodebookTag *tag;

  if (guid != NULL)
    g_strstrip (guid);
  tag = les_codebook_append_tag (self->codebook, name, guid, parent);
  les_codebook_set_color (tag, color);
  tag->description = dup_description (node);
  if (codable != NULL)
    tag->heading = g_str_equal (codable, "false") || g_str_equal (codable, "0");
  if (tag->guid != NULL)
    {
      char *key = g_ascii_strdown (tag->guid, -1);

      g_strdelimit (key, "{}", ' ');
      g_hash_table_insert (self->by_guid, g_strstrip (key), GINT_TO_POINTER (index + 1));
    }
  return index;
}

static gboolean
read_codes (Reader *self, xmlNodePtr above, int parent, int level)
{
  for (xmlNodePtr node = above->children; node != NULL; node = node->next)
    {
      if (!is_named (node, "Code"))
        continue;
      if (!check_limits (self, node, level) || !read_codes (self, node, read_code (self, node, parent), level + 1))
        return FALSE;
    }
  return TRUE;
}

static void
read_member (Reader *self, xmlNodePtr node, LesCodebookSet *set)
{
  g_autofree char *guid = dup_attribute (node, "guid");
  g_autofree char *target = guid == NULL ? dup_attribute (node, "targetGUID") : NULL;
  g_autofree char *key = g_ascii_strdown (guid != NULL ? guid : target != NULL ? target : "", -1);
  guint index;

  g_strdelimit (key, "{}", ' ');
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_guid, g_strstrip (key)));
  if (index-- > 0)
    g_array_append_val (set->members, index);
  else
    self->codebook->n_skipped++;
}

static void
read_set (Reader *self, xmlNodePtr node)
{
  g_autofree char *name = dup_attribute (node, "name");
  g_autofree char *guid = dup_attribute (node, "guid");
  LesCodebookSet *set = les_codebook_append_set (self->codebook, name, guid);

  set->description = dup_description (node);
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (is_named (child, "MemberCode"))
      read_member (self, child, set);
}

/* In a project the sets stand beside the codebook and may hold no code at all. */
static void
read_sets (Reader *self, xmlNodePtr root)
{
  xmlNodePtr sets = find_child (root, "Sets");

  for (xmlNodePtr node = sets != NULL ? sets->children : NULL; node != NULL; node = node->next)
    if (is_named (node, "Set") && (is_named (root, "CodeBook") || find_child (node, "MemberCode") != NULL))
      read_set (self, node);
}

static xmlNodePtr
find_codes (xmlNodePtr root, GError **error)
{
  xmlNodePtr codebook = root == NULL ? NULL : is_named (root, "CodeBook") ? root
                        : is_named (root, "Project") ? find_child (root, "CodeBook") : NULL;
  xmlNodePtr codes = codebook != NULL ? find_child (codebook, "Codes") : NULL;

  if (codebook == NULL)
    g_set_error_literal (error, LES_ERROR, LES_ERROR_NOT_A_CODEBOOK, "XML, but no REFI-QDA codebook");
  else if (codes == NULL || find_child (codes, "Code") == NULL)
    {
      codes = NULL;
      g_set_error_literal (error, LES_ERROR, LES_ERROR_NOT_A_CODEBOOK, "a codebook without codes");
    }
  return codes;
}

/**
 * les_import_codebook_qdc:
 *
 * Safe with hostile files: no network, no other files, no document type and so no
 * entities of its own, at most %LES_LIMIT_CODEBOOK_TAGS codes.
 *
 * Errors: %LES_ERROR_NOT_A_CODEBOOK.
 */
LesCodebook *
les_import_codebook_qdc (GBytes *bytes, GError **error)
{
  g_autoptr (LesCodebook) codebook = les_codebook_new ();
  g_autoptr (GHashTable) by_guid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader self = { codebook, by_guid, error };
  xmlDocPtr document = parse (bytes, error);
  xmlNodePtr root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  xmlNodePtr codes = document != NULL ? find_codes (root, error) : NULL;
  gboolean done = codes != NULL && read_codes (&self, codes, -1, 1);

  if (done)
    read_sets (&self, root);
  g_clear_pointer (&document, xmlFreeDoc);
  return done ? g_steal_pointer (&codebook) : NULL;
}
