/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-markdown.h"

#include "les-export-claims.h"
#include "les-export-data.h"
#include "les-relations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* CommonMark and the usual extensions give these a meaning anywhere. */
static gboolean
is_special (char c)
{
  return c != '\0' && strchr ("\\`*_{}[]<>#|~&$^", c) != NULL;
}

/* These start a list, a rule or an underlined heading at the start of a line. */
static gboolean
starts_block (const char *line)
{
  return *line != '\0' && strchr ("-+=:", *line) != NULL;
}

/* "12." or "12)" at the start of a line would become a numbered list. */
static gsize
measure_list_number (const char *line)
{
  gsize n = strspn (line, "0123456789");

  return n > 0 && (line[n] == '.' || line[n] == ')') ? n : 0;
}

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ' || *p == '\t')
    p++;
  return p;
}

static const char *
append_line (GString *out, const char *p)
{
  gsize n_digits;

  /* Four blanks would make it code. */
  p = skip_blanks (p);
  n_digits = measure_list_number (p);
  if (starts_block (p))
    g_string_append_c (out, '\\');
  g_string_append_len (out, p, n_digits);
  p += n_digits;
  if (n_digits > 0)
    g_string_append_c (out, '\\');

  for (; *p != '\0' && *p != '\n' && *p != '\r'; p++)
    {
      if (is_special (*p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  return p;
}

/* Text of any length with its line ends; @prefix starts every line. */
static void
append_text (GString *out, const char *text, const char *prefix)
{
  const char *p = text;

  for (;;)
    {
      g_string_append (out, prefix);
      p = append_line (out, p);
      g_string_append_c (out, '\n');
      if (*p == '\0')
        break;
      p += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
    }
}

static void
append_paragraphs (GString *out, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  append_text (out, text, "");
  g_string_append_c (out, '\n');
}

/** Appends a name, made harmless; line ends become blanks. */
void
les_markdown_append_name (GString *out, const char *name)
{
  g_autofree char *line = g_strdup (name);

  g_strdelimit (line, "\r\n", ' ');
  append_line (out, line);
}

static void
append_heading (GString *out, const char *marker, const char *name)
{
  g_string_append (out, marker);
  g_string_append_c (out, ' ');
  les_markdown_append_name (out, name);
  g_string_append (out, "\n\n");
}

static void
append_field (GString *out, const char *label, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (out, "- %s: ", label);
  les_markdown_append_name (out, value);
  g_string_append_c (out, '\n');
}

static void
append_links (GString *out, LesProject *project, GPtrArray *links)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      LesLink *link = links->pdata[i];
      LesAnnotation *to = les_project_get_annotation (project, les_link_get (link, LES_LINK_TO));
      LesArticle *article = les_project_get_article (project, les_link_get (link, LES_LINK_MISSING_IN));
      g_autofree char *heading = article != NULL ? les_article_dup_heading (article) : NULL;

      g_string_append (out, "- ↔ ");
      les_markdown_append_name (out, les_relations_get_name (project, les_link_get (link, LES_LINK_RELATION)));
      g_string_append (out, ": ");
      les_markdown_append_name (out, to != NULL ? les_annotation_get (to, LES_ANNOTATION_EXACT) : heading != NULL ? heading : "");
      g_string_append_c (out, '\n');
    }
}

static void
append_annotation (GString *out, LesProject *project, LesAnnotation *annotation, GHashTable *links)
{
  g_autofree char *tags = les_export_dup_tag_names (project, annotation, TRUE);
  gsize length;

  append_text (out, les_annotation_get (annotation, LES_ANNOTATION_EXACT), "> ");
  g_string_append_c (out, '\n');
  length = out->len;
  append_field (out, _("Tags"), tags);
  append_field (out, _("Speaker"), les_annotation_get (annotation, LES_ANNOTATION_SPEAKER));
  append_field (out, _("Passed on by"), les_annotation_get (annotation, LES_ANNOTATION_RELAY));
  append_links (out, project, g_hash_table_lookup (links, les_record_get_id (LES_RECORD (annotation))));
  if (out->len > length)
    g_string_append_c (out, '\n');
  append_paragraphs (out, les_annotation_get (annotation, LES_ANNOTATION_NOTE));
  /* Keeps two quotes from running into one another. */
  g_string_append (out, "<!-- -->\n\n");
}

static void
append_article (GString *out, LesProject *project, LesArticle *article, GHashTable *links)
{
  g_autoptr (GPtrArray) annotations =
    les_project_ref_annotations_of (project, les_record_get_id (LES_RECORD (article)));
  g_autofree char *heading = les_article_dup_heading (article);
  g_autofree char *details = les_export_dup_details (article);

  append_heading (out, "##", heading);
  append_paragraphs (out, details);
  append_paragraphs (out, les_article_get (article, LES_ARTICLE_URL));
  append_paragraphs (out, les_article_get (article, LES_ARTICLE_NOTE));
  for (guint i = 0; i < annotations->len; i++)
    append_annotation (out, project, annotations->pdata[i], links);
}

/**
 * les_export_markdown:
 * @out: appended to
 *
 * The annotations of each article as quotes with tags, speaker, links and
 * note, then the claims table, in CommonMark; what could be read as mark-up in a text or a name is
 * escaped. Labels are in the user's language. Any thread.
 *
 * Returns: FALSE when cancelled
 */
gboolean
les_export_markdown (LesProject *project, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  g_autoptr (GHashTable) links = les_export_index_links (project);
  LesProjectInfo *info = les_project_get_info (project);
  const char *title = les_project_info_get (info, LES_PROJECT_INFO_TITLE);

  append_heading (out, "#", title != NULL ? title : _("Untitled Project"));
  append_paragraphs (out, les_project_info_get (info, LES_PROJECT_INFO_NOTE));
  for (guint i = 0; i < articles->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      append_article (out, project, articles->pdata[i], links);
    }
  return les_export_claims_markdown (project, out, cancellable, error);
}
