/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-edited-text.h"

#include <string.h>

#include "les-display-text.h"
#include "les-kept.h"

/* Appends what the text has for a stretch of what was shown of it. A line end
 * that was only added for the view stands for nothing. */
static void
append_original (GString *out, LesText *before, LesDisplayText *display, int start, int end)
{
  g_autofree char *words = les_text_dup_range (before, LES_TEXT_RANGE (les_display_text_to_text (display, start),
                                                                       les_display_text_to_text (display, end)));

  g_string_append (out, words);
}

static void
append_typed (GString *out, LesText *shown, int start, int end)
{
  g_autofree char *words = les_text_dup_range (shown, LES_TEXT_RANGE (start, end));

  g_string_append (out, words);
}

static LesText *
translate (LesText *before, LesDisplayText *display, LesText *old_shown, LesText *shown)
{
  g_autoptr (LesKeptSet) kept = les_kept_set_new (old_shown, shown, NULL);
  GString *out = g_string_sized_new (les_text_get_n_bytes (shown));
  gsize n_bytes;
  int done = 0;

  for (guint i = 0; i < kept->in_order->len; i++)
    {
      const LesKept *piece = &g_array_index (kept->in_order, LesKept, i);

      append_typed (out, shown, done, piece->after);
      append_original (out, before, display, piece->before, piece->before + piece->n);
      done = piece->after + piece->n;
    }
  append_typed (out, shown, done, les_text_get_n_chars (shown));
  n_bytes = out->len;
  return les_text_new_take (g_string_free (out, FALSE), n_bytes);
}

/**
 * les_edited_text_new:
 * @before: a text
 * @shown: what became of its #LesDisplayText in a text view
 *
 * Takes the line ends out again that were added to show the text, and puts
 * the characters back that a text view cannot carry, wherever the user left
 * them as they were. Cost: linear, n log n when there were such.
 *
 * Returns: (transfer full): the edited text; @before itself when nothing was
 *   altered
 */
LesText *
les_edited_text_new (LesText *before, const char *shown)
{
  g_autoptr (LesDisplayText) display = les_display_text_new (before);
  const char *old = les_display_text_get_utf8 (display);
  g_autoptr (LesText) old_shown = NULL;
  g_autoptr (LesText) new_shown = NULL;

  if (strcmp (shown, old) == 0)
    return les_text_ref (before);
  if (strcmp (old, les_text_get_utf8 (before)) == 0)
    return les_text_new (shown, -1);
  old_shown = les_text_new (old, -1);
  new_shown = les_text_new (shown, -1);
  return translate (before, display, old_shown, new_shown);
}
