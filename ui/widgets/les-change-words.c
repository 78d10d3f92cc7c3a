/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-change-words.h"

#include <glib/gi18n.h>

static void
add (GString *words, char *more)
{
  if (words->len > 0)
    /* Translators: between two things that are counted, as in "12 words added, 4 words removed" */
    g_string_append (words, _(", "));
  g_string_append (words, more);
  g_free (more);
}

/**
 * les_change_words_dup:
 * @kept: what a new text kept of an old one
 * @headline_changed: whether the headline is another one
 *
 * Returns: (transfer full): what was changed, in words: "12 words added, 4 words
 *   removed, headline changed"
 */
char *
les_change_words_dup (const LesKeptSet *kept, gboolean headline_changed)
{
  GString *words = g_string_new (NULL);

  if (kept->words_added > 0)
    add (words, g_strdup_printf (ngettext ("%'d word added", "%'d words added", kept->words_added), kept->words_added));
  if (kept->words_removed > 0)
    add (words, g_strdup_printf (ngettext ("%'d word removed", "%'d words removed", kept->words_removed),
                                 kept->words_removed));
  if (kept->words_moved > 0)
    add (words, g_strdup_printf (ngettext ("%'d word moved", "%'d words moved", kept->words_moved), kept->words_moved));
  if (words->len == 0)
    add (words, g_strdup (_("the same words")));
  if (headline_changed)
    add (words, g_strdup (_("headline changed")));
  return g_string_free (words, FALSE);
}
