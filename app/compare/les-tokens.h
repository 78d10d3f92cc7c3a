/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"
#include "les-vocabulary.h"

G_BEGIN_DECLS

/**
 * LesToken:
 * @id: the folded word, by its number in the vocabulary
 * @start: Unicode characters
 * @end: Unicode characters
 * @is_capital: whether it starts with a capital letter
 * @is_number: whether it starts with a digit
 * @is_joined: whether nothing but one blank stands between it and the one before
 * @is_opening: whether it may have its capital only because a sentence, a line or
 *   a quotation starts with it
 * @opens_quotation: whether a quotation mark stands right before it
 * @closes_quotation: whether one stands right behind it, or behind its full stop
 * @n_before: how many marks in front belong to it, in Unicode characters
 * @n_behind: how many marks behind belong to it
 */
typedef struct
{
  guint32 id;
  int start;
  int end;
  guint is_capital : 1;
  guint is_number : 1;
  guint is_joined : 1;
  guint is_opening : 1;
  guint opens_quotation : 1;
  guint closes_quotation : 1;
  guint n_before : 8;
  guint n_behind : 8;
} LesToken;

/**
 * LesTokens:
 * @items: in text order
 * @n: how many
 *
 * The words of one text that take part in comparing: everything but what only
 * says where the text comes from (date, dateline, byline, credit, desk).
 */
typedef struct
{
  LesToken *items;
  guint n;
} LesTokens;

LesTokens *les_tokens_new   (LesDocument   *document,
                             LesVocabulary *vocabulary,
                             GCancellable  *cancellable);
LesTokens *les_tokens_new_for_range (LesDocument   *document,
                             LesTextRange   range,
                             LesVocabulary *vocabulary);
guint      les_tokens_guess_different (LesText *text);
void       les_tokens_free  (LesTokens     *self);
void       les_tokens_renumber (LesTokens  *self,
                             const guint32 *numbers);
guint      les_tokens_find  (LesTokens     *self,
                             int            offset);
guint      les_tokens_find_near (const LesTokens *self,
                             int            offset,
                             guint          near);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesTokens, les_tokens_free)

G_END_DECLS
