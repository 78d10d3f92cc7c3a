/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"

G_BEGIN_DECLS

/**
 * LesQuotation:
 * @range: with its marks; Unicode characters
 * @words: what stands between the marks, without blanks at the ends
 * @depth: how many quotations it stands in; 0 for none
 * @continues: whether it goes on from the one before, over the end of a paragraph
 *
 * Words in quotation marks, in one paragraph. Whether they are speech, a title or
 * a word that the writer keeps at a distance is not said.
 */
typedef struct
{
  LesTextRange range;
  LesTextRange words;
  guint depth;
  gboolean continues;
} LesQuotation;

GArray *les_quotations_find (LesDocument *document);

G_END_DECLS
