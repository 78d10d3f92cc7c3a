/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-selection.h"

#include "les-note-words.h"
#include "les-tag-names.h"

static LesRecord *
get_record_at (GtkSelectionModel *selection, guint position)
{
  g_autoptr (LesNoteRow) row = g_list_model_get_item (G_LIST_MODEL (selection), position);

  return row != NULL ? les_note_row_get_record (row) : NULL;
}

/**
 * les_note_selection_ref_records:
 * @selection: of #LesNoteRow
 *
 * Returns: (transfer full) (element-type LesRecord): what is selected, each
 *   once, in the order of the rows; headings do not count
 */
GPtrArray *
les_note_selection_ref_records (GtkSelectionModel *selection)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (selection);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      LesRecord *record = get_record_at (selection, position);

      if (record != NULL && g_hash_table_add (seen, record))
        g_ptr_array_add (records, g_object_ref (record));
    }
  return records;
}

/** Returns: (transfer full): id of a tag -> how many of the annotations among @records carry it */
GHashTable *
les_note_count_tags (GPtrArray *records)
{
  GHashTable *uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const char * const *tags = LES_IS_ANNOTATION (records->pdata[i]) ? les_annotation_get_tags (records->pdata[i])
                                                                       : (const char * const[]) { NULL };

      for (; *tags != NULL; tags++)
        g_hash_table_insert (uses, g_strdup (*tags), GUINT_TO_POINTER (les_tag_get_n_uses (uses, *tags) + 1));
    }
  return uses;
}

/**
 * les_note_selection_export:
 * @all: whether rows go out whether selected or not
 *
 * Gives @notes the rows, with the headings that have one below them.
 */
void
les_note_selection_export (GtkSelectionModel *selection, LesNoteList *list, gboolean all, LesExportNotes *notes)
{
  g_autoptr (LesNoteRow) heading = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    {
      g_autoptr (LesNoteRow) row = g_list_model_get_item (G_LIST_MODEL (selection), i);
      g_autofree char *words = NULL;

      if (les_note_row_is_heading (row))
        {
          g_set_object (&heading, row);
          continue;
        }
      if (!all && !gtk_selection_model_is_selected (selection, i))
        continue;
      if (heading != NULL)
        {
          words = les_note_words_dup_heading (les_note_list_get_project (list), heading,
                                              les_note_list_get_grouping (list));
          les_export_notes_add_heading (notes, words);
          g_clear_object (&heading);
        }
      les_export_notes_add (notes, les_note_row_get_record (row));
    }
}
