/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LesLexiconGroup:
 * @german: German words, with blanks between
 * @english: English words, with blanks between
 */
typedef struct
{
  const char *german;
  const char *english;
} LesLexiconGroup;

extern const LesLexiconGroup les_lexicon_concepts[];
extern const guint les_n_lexicon_concepts;
extern const LesLexiconGroup les_lexicon_places[];
extern const guint les_n_lexicon_places;
extern const char *const les_lexicon_seats[];
extern const char les_lexicon_empty_german[];
extern const char les_lexicon_empty_english[];
extern const char les_lexicon_frame_german[];
extern const char les_lexicon_frame_english[];
extern const char les_lexicon_light_german[];
extern const char les_lexicon_light_english[];
extern const char les_lexicon_negation_german[];
extern const char les_lexicon_negation_english[];
extern const char les_lexicon_pointers[];
extern const char les_lexicon_fillers[];
extern const char les_lexicon_hedges_german[];
extern const char les_lexicon_hedges_english[];
extern const char les_lexicon_titles[];

G_END_DECLS
