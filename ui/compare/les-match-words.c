/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match-words.h"

#include <glib/gi18n.h>

static char *
dup_kind (const LesMatch *match, guint number)
{
  if (match->grade == LES_GRADE_POSSIBLE)
    /* Translators: %u is the number of the match. */
    return g_strdup_printf (_("Match %u: possibly the same statement"), number);
  if (match->grade == LES_GRADE_PROBABLE)
    /* Translators: %u is the number of the match. */
    return g_strdup_printf (_("Match %u: probably the same statement in other words"), number);
  if (match->kind == LES_MATCH_VERBATIM)
    /* Translators: %u is the number of the match. */
    return g_strdup_printf (_("Match %u: the same words"), number);
  /* Translators: %u is the number of the match. */
  return g_strdup_printf (_("Match %u: taken over with changes"), number);
}

/** Returns: (transfer full): a sentence that says what kind of match it is; @index counts from 0 */
char *
les_match_words_dup (const LesMatch *match, guint index)
{
  g_autofree char *kind = dup_kind (match, index + 1);

  if (!match->moved)
    return g_steal_pointer (&kind);
  return g_strdup_printf ("%s\n%s", kind, _("Stands in another order there"));
}
