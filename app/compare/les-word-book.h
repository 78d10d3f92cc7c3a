/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-lexicon.h"
#include "les-vocabulary.h"

G_BEGIN_DECLS

typedef enum
{
  LES_WORD_POINTER = 1 << 0,   /* points back to what was said before */
  LES_WORD_FILLER = 1 << 1,    /* may stand between the verb and the speaker */
  LES_WORD_HEDGE = 1 << 2,     /* keeps distance from what is said */
  LES_WORD_MONTH = 1 << 3,
  LES_WORD_WEEKDAY = 1 << 4,
  LES_WORD_NUMBER = 1 << 5,    /* in digits or letters */
  LES_WORD_LISTED = 1 << 6,    /* the lexicon has its stem */
} LesWordFlags;

/**
 * LesWordFacts:
 * @class: what sort of word it is
 * @flags: what else
 * @thousandths: of a number: its value
 * @unit: of a number: the unit behind it, or ""
 */
typedef struct
{
  LesLexiconClass class;
  LesWordFlags flags;
  gint64 thousandths;
  const char *unit;
} LesWordFacts;

/**
 * LesWordBook:
 *
 * What is known of the words of a vocabulary in one language; each is looked up
 * once.
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesWordBook, les_word_book_free)

G_END_DECLS
