/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-lexicon.h"
#include "les-vocabulary.h"

G_BEGIN_DECLS

/**
 * LesWordFacts:
 * @class: what sort of word it is
 * @marks: what else
 * @is_number: whether it is a number, in digits or letters
 * @is_listed: whether the lexicon has its stem
 * @thousandths: of a number: its value
 * @unit: of a number: the unit behind it, or ""
 */
typedef struct
{
  LesLexiconClass class;
  LesLexiconMarks marks;
  gboolean is_number;
  gboolean is_listed;
  gint64 thousandths;
  const char *unit;
} LesWordFacts;

/**
 * LesWordBook:
 *
 * What is known of the words of a vocabulary in one language; each is looked up
 * once. May be read from any thread.
 */
typedef struct _LesWordBook LesWordBook;

LesWordBook        *les_word_book_new         (LesVocabulary *words,
                                               const char    *language);
void                les_word_book_free        (LesWordBook   *self);
const LesLexicon   *les_word_book_get_lexicon (LesWordBook   *self);
LesVocabulary      *les_word_book_get_words   (LesWordBook   *self);
const LesWordFacts *les_word_book_get_facts   (LesWordBook   *self,
                                               guint          id);
gboolean            les_word_book_is_role     (LesWordBook   *self,
                                               guint          id);
const LesLexiconEntry *les_word_book_get_role (LesWordBook   *self,
                                               guint          id);
const char         *les_word_book_get_stem    (LesWordBook   *self,
                                               guint          id);
const char         *les_word_book_get_name_key (LesWordBook  *self,
                                               guint          id);


void                les_word_book_prepare     (LesWordBook   *self,
                                               const guint8  *asked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesWordBook, les_word_book_free)

G_END_DECLS
