/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-notes.h"

#include <glib/gi18n-lib.h>

#include "les-codebook.h"
#include "les-csv.h"
#include "les-error.h"
#include "les-export-data.h"
#include "les-markdown-text.h"
#include "les-note-edits.h"

typedef struct
{
  char *heading;        /* NULL for a record */
  LesRecord *record;
} Item;

struct _LesExportNotes
{
  LesProject *project;
  GArray *items;        /* of Item */
};

/* What a record is about, as far as that can be said. */
typedef struct
{
  LesArticle *article;
  LesAnnotation *annotation;
  char *tags;
  char *tag_paths;
  char *links;
} Subject;

static const char * const kind_names[LES_N_RECORD_KINDS] = {
  [LES_RECORD_INFO] = "project",
  [LES_RECORD_ARTICLE] = "article",
  [LES_RECORD_TAG] = "tag",
  [LES_RECORD_ANNOTATION] = "annotation",
  [LES_RECORD_LINK] = "link",
  [LES_RECORD_COMPARISON] = "comparison",
};

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_free (item->heading);
  g_clear_object (&item->record);
}

static void
clear_subject (Subject *subject)
{
  g_free (subject->tags);
  g_free (subject->tag_paths);
  g_free (subject->links);
}

static void
take_annotation (LesProject *project, LesAnnotation *annotation, Subject *subject)
{
  if (annotation == NULL)
    return;
  subject->annotation = annotation;
  subject->article = les_project_get_article (project, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
  subject->tags = les_export_dup_tag_names (project, annotation, FALSE);
  subject->tag_paths = les_export_dup_tag_names (project, annotation, TRUE);
}

static void
take_link (LesProject *project, LesLink *link, Subject *subject)
{
  const char *to = les_link_get (link, LES_LINK_TO);

  take_annotation (project, les_project_get_annotation (project, les_link_get (link, LES_LINK_FROM)), subject);
  subject->links = g_strdup_printf ("%s %s", les_link_get (link, LES_LINK_RELATION),
                                    to != NULL ? to : les_link_get (link, LES_LINK_MISSING_IN));
}

static void
take_comparison (LesProject *project, LesComparison *comparison, Subject *subject)
{
  subject->article = les_project_get_article (project, les_comparison_get (comparison, LES_COMPARISON_LEFT));
  subject->links = g_strdup_printf ("comparison %s", les_comparison_get (comparison, LES_COMPARISON_RIGHT));
}

static Subject
find_subject (LesProject *project, LesRecord *record)
{
  Subject subject = { 0 };

  if (LES_IS_ANNOTATION (record))
    take_annotation (project, LES_ANNOTATION (record), &subject);
  else if (LES_IS_LINK (record))
    take_link (project, LES_LINK (record), &subject);
  else if (LES_IS_COMPARISON (record))
    take_comparison (project, LES_COMPARISON (record), &subject);
  else if (LES_IS_ARTICLE (record))
    subject.article = LES_ARTICLE (record);
  else if (LES_IS_TAG (record))
    {
      subject.tags = g_strdup (les_tag_get (LES_TAG (record), LES_TAG_NAME));
      subject.tag_paths = les_codebook_dup_path (project, LES_TAG (record), " > ");
    }
  return subject;
}

static void
append_annotation_cell (GString *out, LesAnnotation *annotation, LesAnnotationField field)
{
  les_csv_append_cell (out, annotation != NULL ? les_annotation_get (annotation, field) : NULL, FALSE);
}

static void
append_article_cells (GString *out, LesArticle *article)
{
  g_autofree char *heading = article != NULL ? les_article_dup_heading (article) : NULL;

  les_csv_append_cell (out, article != NULL ? les_record_get_id (LES_RECORD (article)) : NULL, FALSE);
  les_csv_append_cell (out, heading, FALSE);
  les_csv_append_cell (out, article != NULL ? les_article_get (article, LES_ARTICLE_OUTLET) : NULL, FALSE);
  les_csv_append_cell (out, article != NULL ? les_article_get (article, LES_ARTICLE_DATE) : NULL, FALSE);
}

static void
append_range (GString *out, LesAnnotation *annotation)
{
  if (annotation == NULL)
    {
      g_string_append (out, ",,");
      return;
    }
  les_csv_append_number (out, les_annotation_get_range (annotation).start);
  les_csv_append_number (out, les_annotation_get_range (annotation).end);
}

/* Who made it and when: of a link itself, not of the passage it starts from. */
static void
append_origin (GString *out, LesRecord *record, LesAnnotation *annotation)
{
  if (LES_IS_LINK (record))
    {
      les_csv_append_cell (out, les_link_get (LES_LINK (record), LES_LINK_AUTHOR), FALSE);
      les_csv_append_cell (out, les_link_get (LES_LINK (record), LES_LINK_CREATED), FALSE);
      les_csv_append_cell (out, NULL, FALSE);
      return;
    }
  append_annotation_cell (out, annotation, LES_ANNOTATION_AUTHOR);
  append_annotation_cell (out, annotation, LES_ANNOTATION_CREATED);
  append_annotation_cell (out, annotation, LES_ANNOTATION_MODIFIED);
}

static void
append_row (GString *out, LesProject *project, const char *heading, LesRecord *record)
{
  Subject subject = find_subject (project, record);

  les_csv_append_cell (out, kind_names[les_record_get_kind (record)], TRUE);
  les_csv_append_cell (out, les_record_get_id (record), FALSE);
  les_csv_append_cell (out, heading, FALSE);
  append_article_cells (out, subject.article);
  append_range (out, subject.annotation);
  append_annotation_cell (out, subject.annotation, LES_ANNOTATION_EXACT);
  les_csv_append_cell (out, subject.tags, FALSE);
  les_csv_append_cell (out, subject.tag_paths, FALSE);
  les_csv_append_cell (out, les_note_of (record), FALSE);
  append_annotation_cell (out, subject.annotation, LES_ANNOTATION_SPEAKER);
  append_annotation_cell (out, subject.annotation, LES_ANNOTATION_SPEECH);
  append_annotation_cell (out, subject.annotation, LES_ANNOTATION_RELAY);
  les_csv_append_cell (out, subject.links, FALSE);
  append_origin (out, record, subject.annotation);
  g_string_append (out, LES_CSV_LINE_END);
  clear_subject (&subject);
}

static void
write_csv (LesExportNotes *self, GString *out)
{
  const char *heading = NULL;

  g_string_append (out, LES_CSV_BYTE_ORDER_MARK
                   "kind,id,group,article,headline,outlet,date,start,end,words,tags,tag_paths,note,"
                   "speaker,speech,relay,links,annotated_by,created,modified" LES_CSV_LINE_END);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->record != NULL)
        append_row (out, self->project, heading, item->record);
      else
        heading = item->heading;
    }
}

static void
append_article_field (GString *out, LesProject *project, const char *label, const char *id)
{
  LesArticle *article = les_project_get_article (project, id);
  g_autofree char *heading = article != NULL ? les_article_dup_heading (article) : NULL;
  g_autofree char *details = article != NULL ? les_export_dup_details (article) : NULL;
  g_autofree char *words = NULL;

  if (article == NULL)
    return;
  words = *details != '\0' ? g_strdup_printf ("%s (%s)", heading, details) : g_strdup (heading);
  les_markdown_append_field (out, label, words);
}

static void
append_passage (GString *out, LesProject *project, LesAnnotation *annotation)
{
  if (annotation == NULL)
    return;
  les_markdown_append_text (out, les_annotation_get (annotation, LES_ANNOTATION_EXACT), "> ");
  g_string_append_c (out, '\n');
  append_article_field (out, project, _("Article"), les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
}

static void
append_link (GString *out, LesProject *project, LesLink *link)
{
  append_passage (out, project, les_project_get_annotation (project, les_link_get (link, LES_LINK_FROM)));
  les_markdown_append_field (out, _("Link"), les_link_get (link, LES_LINK_RELATION));
  g_string_append_c (out, '\n');
  append_passage (out, project, les_project_get_annotation (project, les_link_get (link, LES_LINK_TO)));
  append_article_field (out, project, _("Missing in"), les_link_get (link, LES_LINK_MISSING_IN));
}

static void
append_annotation (GString *out, LesProject *project, LesAnnotation *annotation)
{
  g_autofree char *tags = les_export_dup_tag_names (project, annotation, TRUE);

  append_passage (out, project, annotation);
  les_markdown_append_field (out, _("Tags"), tags);
  les_markdown_append_field (out, _("Speaker"), les_annotation_get (annotation, LES_ANNOTATION_SPEAKER));
  les_markdown_append_field (out, _("Passed on by"), les_annotation_get (annotation, LES_ANNOTATION_RELAY));
}

static void
append_record (GString *out, LesProject *project, LesRecord *record)
{
  if (LES_IS_ANNOTATION (record))
    append_annotation (out, project, LES_ANNOTATION (record));
  else if (LES_IS_LINK (record))
    append_link (out, project, LES_LINK (record));
  else if (LES_IS_ARTICLE (record))
    append_article_field (out, project, _("Article"), les_record_get_id (record));
  else if (LES_IS_COMPARISON (record))
    {
      append_article_field (out, project, _("Left"), les_comparison_get (LES_COMPARISON (record), LES_COMPARISON_LEFT));
      append_article_field (out, project, _("Right"), les_comparison_get (LES_COMPARISON (record), LES_COMPARISON_RIGHT));
    }
  else if (LES_IS_TAG (record))
    {
      g_autofree char *path = les_codebook_dup_path (project, LES_TAG (record), " > ");

      les_markdown_append_field (out, _("Tag"), path);
    }
  g_string_append_c (out, '\n');
  les_markdown_append_paragraphs (out, les_note_of (record));
  /* Keeps two quotes from running into one another. */
  g_string_append (out, "<!-- -->\n\n");
}

static void
write_markdown (LesExportNotes *self, GString *out)
{
  LesProjectInfo *info = les_project_get_info (self->project);
  const char *title = les_project_info_get (info, LES_PROJECT_INFO_TITLE);

  les_markdown_append_heading (out, "#", title != NULL ? title : _("Untitled Project"));
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->record != NULL)
        append_record (out, self->project, item->record);
      else
        les_markdown_append_heading (out, "##", item->heading);
    }
}

/** Returns: (transfer full): nothing picked yet. @project: must not change until it is written */
LesExportNotes *
les_export_notes_new (LesProject *project)
{
  LesExportNotes *self = g_new0 (LesExportNotes, 1);

  self->project = g_object_ref (project);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  return self;
}

void
les_export_notes_free (LesExportNotes *self)
{
  g_object_unref (self->project);
  g_array_unref (self->items);
  g_free (self);
}

/** @heading: translated; what comes next stands under it */
void
les_export_notes_add_heading (LesExportNotes *self, const char *heading)
{
  Item item = { g_strdup (heading), NULL };

  g_array_append_val (self->items, item);
}

void
les_export_notes_add (LesExportNotes *self, LesRecord *record)
{
  Item item = { NULL, g_object_ref (record) };

  g_array_append_val (self->items, item);
}

/**
 * les_export_notes_write:
 * @format: "csv": one row for each, columns not translated, "kind" says what
 *   the note is about and "group" under which heading it stood; or "markdown"
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the bytes of the file, or NULL with
 *   %LES_ERROR_UNSUPPORTED
 */
GBytes *
les_export_notes_write (LesExportNotes *self, const char *format, GError **error)
{
  GString *out;

  if (!g_str_equal (format, "csv") && !g_str_equal (format, "markdown"))
    {
      g_set_error (error, LES_ERROR, LES_ERROR_UNSUPPORTED, "notes cannot be written as \"%s\"", format);
      return NULL;
    }
  out = g_string_new (NULL);
  if (g_str_equal (format, "csv"))
    write_csv (self, out);
  else
    write_markdown (self, out);
  return g_string_free_to_bytes (out);
}
