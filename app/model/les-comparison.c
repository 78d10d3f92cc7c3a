/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparison.h"

/**
 * LesComparison:
 *
 * Two articles set side by side, and what the user decided about the matches
 * that the program found. The matches themselves are never stored.
 */
struct _LesComparison
{
  LesRecord parent_instance;

  GArray *rejected;    /* of LesRejection */
};

static const char * const string_names[] = { "left", "right", "note" };

G_STATIC_ASSERT (G_N_ELEMENTS (string_names) == LES_COMPARISON_N_STRINGS);

G_DEFINE_FINAL_TYPE (LesComparison, les_comparison, LES_TYPE_RECORD)

static void
les_comparison_copy_into (LesRecord *record, LesRecord *copy)
{
  LesComparison *self = LES_COMPARISON (record);

  g_array_append_vals (LES_COMPARISON (copy)->rejected, self->rejected->data, self->rejected->len);
}

static void
les_comparison_finalize (GObject *object)
{
  g_array_unref (LES_COMPARISON (object)->rejected);

  G_OBJECT_CLASS (les_comparison_parent_class)->finalize (object);
}

static void
les_comparison_class_init (LesComparisonClass *klass)
{
  LesRecordClass *record_class = LES_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_comparison_finalize;

  record_class->kind = LES_RECORD_COMPARISON;
  record_class->n_strings = LES_COMPARISON_N_STRINGS;
  record_class->string_names = string_names;
  record_class->copy_into = les_comparison_copy_into;
}

static void
les_comparison_init (LesComparison *self)
{
  self->rejected = g_array_new (FALSE, FALSE, sizeof (LesRejection));
}

/**
 * les_comparison_new:
 * @id: (nullable): NULL for a new one
 * @left: id of an article
 * @right: id of an article
 *
 * Returns: (transfer full): not sealed
 */
LesComparison *
les_comparison_new (const char *id, const char *left, const char *right)
{
  LesComparison *self = g_object_new (LES_TYPE_COMPARISON, "id", id, NULL);

  les_record_set_string (LES_RECORD (self), LES_COMPARISON_LEFT, left);
  les_record_set_string (LES_RECORD (self), LES_COMPARISON_RIGHT, right);
  return self;
}

/** Returns: (transfer none) (nullable): the string, never empty; NULL where nothing is known */
const char *
les_comparison_get (LesComparison *self, LesComparisonField field)
{
  return les_record_get_string (LES_RECORD (self), field);
}

/** Returns: whether the article @left (an id) stands on the right here */
gboolean
les_comparison_is_mirrored (LesComparison *self, const char *left)
{
  return g_strcmp0 (les_comparison_get (self, LES_COMPARISON_LEFT), left) != 0;
}

/** Returns: the same two passages for the sides swapped */
LesRejection
les_rejection_mirror (LesRejection rejection)
{
  return (LesRejection) { .left = rejection.right, .right = rejection.left };
}

/** Returns: (transfer none) (array length=n_rejected): what is not to be shown again */
const LesRejection *
les_comparison_get_rejected (LesComparison *self, guint *n_rejected)
{
  *n_rejected = self->rejected->len;
  return (const LesRejection *) (gpointer) self->rejected->data;
}

static int
find_rejection (LesComparison *self, LesRejection rejection)
{
  for (guint i = 0; i < self->rejected->len; i++)
    {
      LesRejection other = g_array_index (self->rejected, LesRejection, i);

      if (les_text_range_equal (other.left, rejection.left)
          && les_text_range_equal (other.right, rejection.right))
        return i;
    }
  return -1;
}

/** Only before the record is sealed. Rejecting twice is rejecting once. */
void
les_comparison_reject (LesComparison *self, LesRejection rejection)
{
  g_return_if_fail (!les_record_is_sealed (LES_RECORD (self)));

  if (find_rejection (self, rejection) < 0)
    g_array_append_val (self->rejected, rejection);
}

/** Only before the record is sealed. Takes a rejection back. */
void
les_comparison_restore (LesComparison *self, LesRejection rejection)
{
  int index = find_rejection (self, rejection);

  g_return_if_fail (!les_record_is_sealed (LES_RECORD (self)));

  if (index >= 0)
    g_array_remove_index (self->rejected, index);
}
