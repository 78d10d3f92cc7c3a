/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-first-bytes.h"

/**
 * les_first_bytes_new:
 * @items: a list whose items are or begin with a `const char *`, a word
 * @n_items: at most %LES_FIRST_BYTES_MAX_WORDS
 * @item_size: in bytes
 *
 * Returns: (transfer full): where each word stands; free it with g_free()
 */
LesFirstBytes *
les_first_bytes_new (gconstpointer items, gsize n_items, gsize item_size)
{
  LesFirstBytes *self = g_new0 (LesFirstBytes, 1);

  g_return_val_if_fail (n_items <= LES_FIRST_BYTES_MAX_WORDS, self);

  for (gsize i = n_items; i > 0; i--)
    {
      const char *word = *(const char *const *) (gconstpointer) ((const char *) items + (i - 1) * item_size);
      guint8 *first = &self->first[(guchar) *word];

      self->behind[i] = *first;
      *first = i;
    }
  return self;
}
