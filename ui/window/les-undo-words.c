/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-undo-words.h"

#include <glib/gi18n.h>

/* Translators: these follow "Undo: " and "Redo: ", as in "Undo: Add Annotation". */
static const char * const topic_words[] = {
  [LES_CHANGE_OTHER] = N_("Last Change"),
  [LES_CHANGE_ADD_ARTICLES] = N_("Add Articles"),
  [LES_CHANGE_REMOVE_ARTICLES] = N_("Remove Articles"),
  [LES_CHANGE_EDIT_ARTICLE] = N_("Edit Details"),
  [LES_CHANGE_EDIT_BLOCKS] = N_("Set Role"),
  [LES_CHANGE_ADD_ANNOTATION] = N_("Add Annotation"),
  [LES_CHANGE_REMOVE_ANNOTATION] = N_("Delete Annotation"),
  [LES_CHANGE_EDIT_TAGS] = N_("Change Tags"),
  [LES_CHANGE_EDIT_NOTE] = N_("Edit Note"),
  [LES_CHANGE_EDIT_SPEAKER] = N_("Edit Speaker"),
  [LES_CHANGE_MOVE_BOUNDS] = N_("Move Bounds"),
  [LES_CHANGE_ADD_TAG] = N_("Create Tag"),
  [LES_CHANGE_EDIT_TAG] = N_("Edit Tag"),
  [LES_CHANGE_REMOVE_TAG] = N_("Delete Tag"),
  [LES_CHANGE_ADD_LINK] = N_("Add Link"),
  [LES_CHANGE_REMOVE_LINK] = N_("Delete Link"),
  [LES_CHANGE_EDIT_LINK] = N_("Edit Link"),
  [LES_CHANGE_ADD_COMPARISON] = N_("Keep Comparison"),
  [LES_CHANGE_REMOVE_COMPARISON] = N_("Remove Comparison"),
  [LES_CHANGE_REJECT_MATCH] = N_("Reject Match"),
  [LES_CHANGE_EDIT_PROJECT] = N_("Edit Project"),
  [LES_CHANGE_EDIT_TEXT] = N_("Edit Text"),
  [LES_CHANGE_ADD_VERSION] = N_("Add Newer Version"),
  [LES_CHANGE_REVIEW] = N_("Review Annotation"),
  [LES_CHANGE_EDIT_IMPORTANCE] = N_("Change Importance"),
  [LES_CHANGE_SPLIT_ANNOTATION] = N_("Split Annotation"),
  [LES_CHANGE_JOIN_ANNOTATIONS] = N_("Join Annotations"),
  [LES_CHANGE_EDIT_RELATIONS] = N_("Edit Relations"),
  [LES_CHANGE_MOVE_TAGS] = N_("Move Tags"),
  [LES_CHANGE_MERGE_TAGS] = N_("Merge Tags"),
  [LES_CHANGE_SPLIT_TAG] = N_("Split Tag"),
  [LES_CHANGE_RECOLOR_TAGS] = N_("Change Color"),
  [LES_CHANGE_IMPORT_CODEBOOK] = N_("Import Codebook"),
};

/**
 * les_undo_words_dup:
 * @redo: whether it is about redo
 *
 * Returns: (transfer full): translated words for the button
 */
char *
les_undo_words_dup (LesHistory *history, gboolean redo)
{
  gboolean possible = redo ? les_history_get_can_redo (history) : les_history_get_can_undo (history);
  LesChangeTopic topic = redo ? les_history_get_redo_topic (history) : les_history_get_undo_topic (history);

  if (!possible)
    return g_strdup (redo ? _("Redo") : _("Undo"));
  /* Translators: %s is what was done, such as "Add Annotation". */
  return g_strdup_printf (redo ? _("Redo: %s") : _("Undo: %s"), _(topic_words[topic]));
}

static guint
count_removed (LesChange *change, LesRecordKind kind)
{
  guint n = 0;

  for (guint i = 0; i < les_change_get_n_edits (change); i++)
    {
      const LesEdit *edit = les_change_get_edit (change, i);

      n += edit->kind == kind && edit->record == NULL;
    }
  return n;
}

/**
 * les_undo_words_dup_removed:
 *
 * Returns: (transfer full) (nullable): says what a removing change took away;
 *   NULL for any other change, also for undoing an addition
 */
char *
les_undo_words_dup_removed (LesChange *change)
{
  guint n;

  switch (les_change_get_topic (change))
    {
    case LES_CHANGE_REMOVE_ARTICLES:
      n = count_removed (change, LES_RECORD_ARTICLE);
      return n == 0 ? NULL : g_strdup_printf (ngettext ("%u article removed", "%u articles removed", n), n);
    case LES_CHANGE_REMOVE_ANNOTATION:
      n = count_removed (change, LES_RECORD_ANNOTATION);
      return n == 0 ? NULL : g_strdup_printf (ngettext ("%u annotation deleted", "%u annotations deleted", n), n);
    case LES_CHANGE_REMOVE_TAG:
      n = count_removed (change, LES_RECORD_TAG);
      return n == 0 ? NULL : g_strdup_printf (ngettext ("%u tag deleted", "%u tags deleted", n), n);
    case LES_CHANGE_REMOVE_LINK:
      return count_removed (change, LES_RECORD_LINK) == 0 ? NULL : g_strdup (_("Link deleted"));
    case LES_CHANGE_REMOVE_COMPARISON:
      return count_removed (change, LES_RECORD_COMPARISON) == 0 ? NULL : g_strdup (_("Comparison removed"));
    default:
      return NULL;
    }
}
