/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LES_LEXICON_MAX_CONCEPTS 4

/**
 * LesLexiconMarks:
 * @LES_MARK_POINTER: points back to what was said before
 * @LES_MARK_FILLER: may stand between the verb and the speaker
 * @LES_MARK_HEDGE: keeps distance from what is said
 * @LES_MARK_MONTH: a month
 * @LES_MARK_WEEKDAY: a day of the week
 */
typedef enum
{
  LES_MARK_POINTER = 1 << 0,
  LES_MARK_FILLER = 1 << 1,
  LES_MARK_HEDGE = 1 << 2,
  LES_MARK_MONTH = 1 << 3,
  LES_MARK_WEEKDAY = 1 << 4,
} LesLexiconMarks;

/**
 * LesLexiconEntry:
 * @concepts: what the word states: numbers of groups of words, from 1 on; 0 ends
 * @place: the country it belongs to, from 1 on; 0: none
 * @is_seat: whether it is the city or house that stands for the country
 */
typedef struct
{
  guint16 concepts[LES_LEXICON_MAX_CONCEPTS];
  guint16 place;
  gboolean is_seat;
} LesLexiconEntry;

/**
 * LesLexiconClass:
 * @LES_LEXICON_CONTENT: states something
 * @LES_LEXICON_EMPTY: carries no statement of its own
 * @LES_LEXICON_FRAME: only says that something is said
 * @LES_LEXICON_TIME: a day, a month, a part of the day
 * @LES_LEXICON_LIGHT: states little of itself
 * @LES_LEXICON_NEGATION: turns a statement round
 */
typedef enum
{
  LES_LEXICON_CONTENT,
  LES_LEXICON_EMPTY,
  LES_LEXICON_FRAME,
  LES_LEXICON_TIME,
  LES_LEXICON_LIGHT,
  LES_LEXICON_NEGATION,
} LesLexiconClass;

/**
 * LesLexiconWord:
 * @class: what sort of word it is
 * @marks: what else is known of it
 * @stem: (nullable): its stem, if that has an entry
 */
typedef struct
{
  LesLexiconClass class;
  LesLexiconMarks marks;
  char *stem;
} LesLexiconWord;

/**
 * LesLexicon:
 *
 * What the press says in several words, by stem, for one language. Made once
 * and kept; never changes; may be used from any thread.
 */
typedef struct _LesLexicon LesLexicon;

const LesLexicon      *les_lexicon_get       (const char       *language);
const LesLexiconEntry *les_lexicon_look_up   (const LesLexicon *self,
                                              const char       *stem);
const char            *les_lexicon_find_stem (const LesLexicon *self,
                                              const char       *stem);
const char            *les_lexicon_get_stem  (const LesLexicon *self,
                                              const char       *word);
const guint32         *les_lexicon_get_part_hashes (const LesLexicon *self,
                                              guint            *n);
const LesLexiconWord  *les_lexicon_look_up_word (const LesLexicon *self,
                                              const char       *word);
gboolean               les_lexicon_look_up_role (const LesLexicon *self,
                                              const char       *word,
                                              const LesLexiconEntry **entry);

G_END_DECLS
