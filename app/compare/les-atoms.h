/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-tokens.h"
#include "les-word-book.h"

G_BEGIN_DECLS

/**
 * LesAtom:
 * @id: number of what it is: a stem, a part of a compound, a concept, a place,
 *   a number, a name
 * @strength: how much of the word it is, 0 to 1
 */
typedef struct
{
  guint32 id;
  float strength;
} LesAtom;

/**
 * LesWordInfo:
 * @first: its first atom
 * @n: how many atoms it has; 0 for a word without a statement of its own
 * @factor: what it counts beside other words of the same rarity
 * @is_name: whether it is the name of somebody or something
 * @is_entity: whether it only says who or where: a name, an office, a country
 * @is_number: whether it is a number, in digits or letters
 * @is_frame: whether it only says that something is said
 * @is_pointer: whether it points back to what was said before
 * @is_filler: whether it may stand between the verb and the speaker of a frame
 *
 * A word as comparing sees it.
 */
typedef struct
{
  guint first;
  guint n;
  float factor;
  guint is_name : 1;
  guint is_entity : 1;
  guint is_number : 1;
  guint is_frame : 1;
  guint is_pointer : 1;
  guint is_filler : 1;
} LesWordInfo;

/**
 * LesAtoms:
 * @words: for each word of the vocabulary; only those that the text has are filled
 * @atoms: (element-type LesAtom): of all words; the stem first
 *
 * What the words of one text consist of. Two words of two texts are alike as far
 * as they share an atom.
 */
typedef struct
{
  LesWordInfo *words;
  GArray *atoms;
} LesAtoms;

LesAtoms *les_atoms_new  (const LesTokens *tokens,
                          const guint8    *wanted,
                          LesWordBook     *book,
                          LesVocabulary   *names);
void      les_atoms_renumber (LesAtoms    *self,
                          const guint32   *numbers);
float     les_atoms_get_likeness (const LesAtoms *left,
                          guint32          left_word,
                          const LesAtoms  *right,
                          guint32          right_word);
void      les_atoms_free (LesAtoms        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesAtoms, les_atoms_free)

G_END_DECLS
