/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-selecting.h"

#include "les-words.h"

static LesTextRange
get_sentence (LesDocument *document, guint index)
{
  guint n;

  return les_document_get_sentences (document, &n)[index];
}

static LesTextRange
get_paragraph (LesDocument *document, guint index)
{
  guint n;

  return les_document_get_blocks (document, &n)[index].range;
}

static guint
count_units (LesDocument *document, LesUnit unit)
{
  guint n;

  if (unit == LES_UNIT_SENTENCE)
    les_document_get_sentences (document, &n);
  else
    les_document_get_blocks (document, &n);
  return n;
}

static LesTextRange
get_unit (LesDocument *document, LesUnit unit, guint index)
{
  return unit == LES_UNIT_SENTENCE ? get_sentence (document, index) : get_paragraph (document, index);
}

/* The unit that holds a character, else the one behind it, else the last one. */
static LesTextRange
find_unit (LesDocument *document, LesUnit unit, int offset)
{
  guint low = 0;
  guint high = count_units (document, unit);

  if (high == 0)
    return LES_TEXT_RANGE (offset, offset);
  while (low + 1 < high)
    {
      guint middle = low + (high - low - 1) / 2;

      if (get_unit (document, unit, middle).end > offset)
        high = middle + 1;
      else
        low = middle + 1;
    }
  return get_unit (document, unit, low);
}

static LesTextRange
find_word (LesDocument *document, int offset)
{
  LesText *text = les_document_get_text (document);
  LesTextRange word = les_words_at (text, offset);
  int end;

  if (!les_text_range_is_empty (word))
    return word;
  end = les_words_next_boundary (text, offset);
  return LES_TEXT_RANGE (les_words_previous_boundary (text, end), end);
}

static LesTextRange
find_at (LesDocument *document, LesUnit unit, int offset)
{
  return unit == LES_UNIT_WORD ? find_word (document, offset) : find_unit (document, unit, offset);
}

/* The unit behind or before what is selected. */
static LesTextRange
find_beside (LesDocument *document, LesUnit unit, LesTextRange selection, int step)
{
  LesText *text = les_document_get_text (document);
  int offset = step > 0 ? selection.end : selection.start;

  while (step > 0 && offset < les_text_get_n_chars (text) && g_unichar_isspace (les_text_get_char (text, offset)))
    offset++;
  if (unit == LES_UNIT_WORD)
    return step > 0 ? LES_TEXT_RANGE (offset, les_words_next_boundary (text, offset))
                    : LES_TEXT_RANGE (les_words_previous_boundary (text, offset), offset);
  if (step > 0)
    return find_unit (document, unit, offset);
  while (offset > 0 && g_unichar_isspace (les_text_get_char (text, offset - 1)))
    offset--;
  return find_unit (document, unit, MAX (offset - 1, 0));
}

static LesTextRange
unite (LesTextRange a, LesTextRange b)
{
  return LES_TEXT_RANGE (MIN (a.start, b.start), MAX (a.end, b.end));
}

/**
 * les_selecting_take:
 * @selection: what is selected; empty: where the cursor is. Unicode characters
 * @unit: word, sentence or paragraph
 * @step: 1 or -1: where to go on when whole units are selected already
 *
 * Cost: logarithmic in the number of sentences.
 *
 * Returns: the units in which @selection lies, whole; when it is made of whole
 *   units already, these and the next one behind or before them. Empty in a
 *   text without words.
 */
LesTextRange
les_selecting_take (LesDocument *document, LesTextRange selection, LesUnit unit, int step)
{
  LesText *text = les_document_get_text (document);
  LesTextRange trimmed;
  LesTextRange whole;

  selection = les_text_range_intersect (selection, les_text_get_range (text));
  trimmed = les_text_trim (text, selection);
  selection = les_text_range_is_empty (trimmed) ? LES_TEXT_RANGE (selection.end, selection.end) : trimmed;
  whole = find_at (document, unit, selection.start);
  if (selection.end > whole.end)
    whole = unite (whole, find_at (document, unit, selection.end - 1));
  whole = les_text_trim (text, whole);
  if (les_text_range_is_empty (selection)
      || whole.start < selection.start || whole.end > selection.end)
    return les_text_range_is_empty (selection) ? whole : unite (whole, selection);
  return les_text_trim (text, unite (selection, find_beside (document, unit, selection, step)));
}
