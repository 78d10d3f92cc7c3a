/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-qdc.h"

#include "les-codebook.h"
#include "les-error.h"

typedef struct
{
  LesProject *project;
  GString *out;
  GHashTable *children;     /* id -> GPtrArray of LesTag */
  GCancellable *cancellable;
} Writer;

/* XML 1.0 has no place for most control characters, not even escaped. */
static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF)
         || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

static void
append_text (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_xml_char (c))
        g_string_append (out, "\xEF\xBF\xBD");
      else if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"' || c < 0x20)
        g_string_append_printf (out, "&#%u;", c);
      else
        g_string_append_unichar (out, c);
    }
}

static void
append_attribute (GString *out, const char *name, const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_text (out, value);
  g_string_append_c (out, '"');
}

static void
indent (GString *out, int level)
{
  g_string_append_printf (out, "%*s", 2 * level, "");
}

static void
append_description (GString *out, const char *description, int level)
{
  if (description == NULL)
    return;
  indent (out, level);
  g_string_append (out, "<Description>");
  append_text (out, description);
  g_string_append (out, "</Description>\n");
}

static gboolean append_codes (Writer *self, const char *parent, int level, GError **error);

static gboolean
append_code (Writer *self, LesTag *tag, int level, GError **error)
{
  const char *id = les_record_get_id (LES_RECORD (tag));
  const char *description = les_tag_get (tag, LES_TAG_DESCRIPTION);
  g_autofree char *guid = les_codebook_dup_guid (LES_RECORD (tag));
  gboolean empty = description == NULL && !g_hash_table_contains (self->children, id);

  indent (self->out, level);
  g_string_append (self->out, "<Code");
  append_attribute (self->out, "guid", guid);
  append_attribute (self->out, "name", les_tag_get (tag, LES_TAG_NAME));
  append_attribute (self->out, "isCodable", les_tag_is_heading (tag) ? "false" : "true");
  append_attribute (self->out, "color", les_tag_get (tag, LES_TAG_COLOR));
  g_string_append (self->out, empty ? "/>\n" : ">\n");
  if (empty)
    return TRUE;
  append_description (self->out, description, level + 1);
  if (!append_codes (self, id, level + 1, error))
    return FALSE;
  indent (self->out, level);
  g_string_append (self->out, "</Code>\n");
  return TRUE;
}

static gboolean
append_codes (Writer *self, const char *parent, int level, GError **error)
{
  GPtrArray *tags = g_hash_table_lookup (self->children, parent);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
        || !append_code (self, tags->pdata[i], level, error))
      return FALSE;
  return TRUE;
}

static void
append_set (Writer *self, LesTagSet *set)
{
  g_autofree char *guid = les_codebook_dup_guid (LES_RECORD (set));

  g_string_append (self->out, "    <Set");
  append_attribute (self->out, "guid", guid);
  append_attribute (self->out, "name", les_tag_set_get (set, LES_TAG_SET_NAME));
  g_string_append (self->out, ">\n");
  append_description (self->out, les_tag_set_get (set, LES_TAG_SET_DESCRIPTION), 3);
  for (const char * const *id = les_tag_set_get_tags (set); *id != NULL; id++)
    {
      LesTag *tag = les_project_get_tag (self->project, *id);
      g_autofree char *member = tag != NULL ? les_codebook_dup_guid (LES_RECORD (tag)) : NULL;

      if (member == NULL)
        continue;
      g_string_append (self->out, "      <MemberCode");
      append_attribute (self->out, "guid", member);
      g_string_append (self->out, "/>\n");
    }
  g_string_append (self->out, "    </Set>\n");
}

static void
append_sets (Writer *self)
{
  g_autoptr (GPtrArray) sets = les_project_ref_records (self->project, LES_RECORD_TAG_SET);

  /* The schema knows no empty list of sets. */
  if (sets->len == 0)
    return;
  g_string_append (self->out, "  <Sets>\n");
  for (guint i = 0; i < sets->len; i++)
    append_set (self, sets->pdata[i]);
  g_string_append (self->out, "  </Sets>\n");
}

/**
 * les_export_qdc:
 * @out: appended to
 *
 * The codebook after REFI-QDA 1.5: the tree with names, descriptions, colours and
 * which tags are headings, and the sets. Shortcuts have no place there. GUIDs that
 * came from elsewhere go out as they came in. Any thread.
 *
 * Errors: %LES_ERROR_NO_TAGS, since the schema demands one; cancelled.
 *
 * Returns: whether it was written
 */
gboolean
les_export_qdc (LesProject *project, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) children = les_codebook_index_children (project);
  Writer self = { project, out, children, cancellable };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (les_project_get_n_records (project, LES_RECORD_TAG) == 0)
    {
      g_set_error_literal (error, LES_ERROR, LES_ERROR_NO_TAGS, "the project has no tags");
      return FALSE;
    }
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Lesart " LES_VERSION "\">\n"
                        "  <Codes>\n");
  if (!append_codes (&self, "", 2, error))
    return FALSE;
  g_string_append (out, "  </Codes>\n");
  append_sets (&self);
  g_string_append (out, "</CodeBook>\n");
  return TRUE;
}
