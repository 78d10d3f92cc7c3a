/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-codebook-csv.h"

#include "les-codebook.h"
#include "les-csv.h"
#include "les-tag-counts.h"

typedef struct
{
  LesProject *project;
  GString *out;
  LesTagCounts *counts;
  GCancellable *cancellable;
} Table;

static void
append_header (GString *out)
{
  const char * const columns[] = {
    "id", "parent", "name", "path", "description", "color", "shortcut", "kind", "sets", "annotations", "articles",
  };

  les_csv_append_header (out, columns, G_N_ELEMENTS (columns));
}

static char *
dup_guid_of (LesProject *project, const char *tag)
{
  LesTag *record = les_project_get_tag (project, tag);

  return record != NULL ? les_codebook_dup_guid (LES_RECORD (record)) : NULL;
}

static void
append_row (Table *self, LesTag *tag)
{
  const char *id = les_record_get_id (LES_RECORD (tag));
  g_autofree char *guid = les_codebook_dup_guid (LES_RECORD (tag));
  g_autofree char *parent = dup_guid_of (self->project, les_tag_get (tag, LES_TAG_PARENT));
  g_autofree char *path = les_codebook_dup_path (self->project, tag, " > ");
  g_autofree char *sets = les_codebook_dup_sets_of (self->project, id);

  les_csv_append_cell (self->out, guid, TRUE);
  les_csv_append_cell (self->out, parent, FALSE);
  les_csv_append_cell (self->out, les_tag_get (tag, LES_TAG_NAME), FALSE);
  les_csv_append_cell (self->out, path, FALSE);
  les_csv_append_cell (self->out, les_tag_get (tag, LES_TAG_DESCRIPTION), FALSE);
  les_csv_append_cell (self->out, les_tag_get (tag, LES_TAG_COLOR), FALSE);
  les_csv_append_cell (self->out, les_tag_get (tag, LES_TAG_SHORTCUT), FALSE);
  les_csv_append_cell (self->out, les_tag_get (tag, LES_TAG_KIND), FALSE);
  les_csv_append_cell (self->out, sets, FALSE);
  g_string_append_printf (self->out, ",%u,%u" LES_CSV_LINE_END,
                          les_tag_counts_get (self->counts, id), les_tag_counts_get_n_articles (self->counts, id));
}

static gboolean
append_branch (Table *self, GHashTable *children, const char *parent, GError **error)
{
  GPtrArray *tags = g_hash_table_lookup (children, parent);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      append_row (self, tags->pdata[i]);
      if (!append_branch (self, children, les_record_get_id (tags->pdata[i]), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * les_export_codebook_csv:
 * @out: appended to
 *
 * A table with one row for each tag, those below behind the one above, after RFC
 * 4180; UTF-8 with byte order mark. Column names are fixed and not translated.
 * les_import_codebook() reads it back. Any thread.
 *
 * Returns: FALSE when cancelled
 */
gboolean
les_export_codebook_csv (LesProject *project, GString *out, GCancellable *cancellable, GError **error)
{
  g_autoptr (LesTagCounts) counts = les_tag_counts_new (project);
  g_autoptr (GHashTable) children = les_codebook_index_children (project);
  Table self = { project, out, counts, cancellable };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  append_header (out);
  return append_branch (&self, children, "", error);
}
