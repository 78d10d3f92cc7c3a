/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-details.h"

#include "les-words.h"

static gboolean
holds_number (LesText *text, LesTextRange range)
{
  for (int i = range.start; i < range.end; i++)
    if (g_unichar_isdigit (les_text_get_char (text, i)))
      return TRUE;
  return FALSE;
}

/**
 * les_details_find:
 * @match: with its differences; its details are added
 *
 * Looks which of the differences change what is said.
 */
void
les_details_find (LesDocument *left, LesDocument *right, LesMatch *match)
{
  for (guint i = 0; i < match->differences->len; i++)
    {
      const LesDifference *difference = &g_array_index (match->differences, LesDifference, i);
      LesDetail detail = { LES_DETAIL_NUMBER, difference->left, difference->right };

      if (holds_number (les_document_get_text (left), difference->left)
          && holds_number (les_document_get_text (right), difference->right))
        g_array_append_val (match->details, detail);
    }
}
