/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-numbering.h"

struct _LesNumbering
{
  GHashTable *numbers;   /* id -> number + 1 */
  GArray *released;      /* of guint32, the latest last */
};

LesNumbering *
les_numbering_new (void)
{
  LesNumbering *self = g_new0 (LesNumbering, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->released = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
les_numbering_free (LesNumbering *self)
{
  g_hash_table_unref (self->numbers);
  g_array_unref (self->released);
  g_free (self);
}

/** Returns: a number for @id, which must have none: the one released last, or the next */
guint32
les_numbering_take (LesNumbering *self, const char *id)
{
  guint n_released = self->released->len;
  guint32 number = g_hash_table_size (self->numbers);

  g_assert (!g_hash_table_contains (self->numbers, id));
  if (n_released > 0)
    {
      number = g_array_index (self->released, guint32, n_released - 1);
      g_array_set_size (self->released, n_released - 1);
    }
  g_hash_table_insert (self->numbers, g_strdup (id), GUINT_TO_POINTER (number + 1));
  return number;
}

/** Does nothing when @id has no number. */
void
les_numbering_release (LesNumbering *self, const char *id)
{
  guint32 number;

  if (!les_numbering_find (self, id, &number))
    return;
  g_hash_table_remove (self->numbers, id);
  g_array_append_val (self->released, number);
}

/** @number: (out): set only when it has one. Returns: whether @id has a number */
gboolean
les_numbering_find (LesNumbering *self, const char *id, guint32 *number)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, id));

  if (found == 0)
    return FALSE;
  *number = found - 1;
  return TRUE;
}

/** Returns: how many ids have a number */
guint
les_numbering_get_n (LesNumbering *self)
{
  return g_hash_table_size (self->numbers);
}
