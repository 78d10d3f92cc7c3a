/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LES_GERMAN_VERB_MAX_BYTES 64

/**
 * LesGermanVerb:
 * @stem: what the forms of one verb have in common, with its prefix: "ankündig";
 *   for strong verbs the stem of the infinitive. For comparing, not for showing
 * @base: where in @stem the verb begins behind a prefix that may stand apart
 *   ("kündigte ... an"), bytes; 0 without one
 * @is_strong: whether it is in the list of strong and irregular verbs
 */
typedef struct
{
  char stem[LES_GERMAN_VERB_MAX_BYTES];
  guint base;
  gboolean is_strong;
} LesGermanVerb;

gboolean les_german_verb_read      (const char    *word,
                                    LesGermanVerb *verb);
gboolean les_german_verb_read_noun (const char    *word,
                                    LesGermanVerb *verb);

G_END_DECLS
