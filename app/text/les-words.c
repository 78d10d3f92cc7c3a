/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-words.h"

#include "les-break-private.h"

/* So much text around a place is enough to know its word. */
#define REACH_BYTES 4096

/* A stretch of a text for a break iterator: positions there are bytes from
 * here on. */
typedef struct
{
  UBreakIterator *iterator;
  const char *utf8;
  gsize n_bytes;
  int start;           /* Unicode characters */
} Stretch;

static Stretch
open_stretch (LesText *text, LesTextRange within, LesBreakKind kind)
{
  Stretch stretch;
  gsize start;

  within = les_text_range_intersect (within, les_text_get_range (text));
  start = les_text_char_to_byte (text, within.start);
  stretch.utf8 = les_text_get_utf8 (text) + start;
  stretch.n_bytes = les_text_char_to_byte (text, within.end) - start;
  stretch.start = within.start;
  stretch.iterator = les_break_borrow (kind, stretch.utf8, stretch.n_bytes);
  return stretch;
}

static void
close_stretch (Stretch *stretch)
{
  les_break_release (stretch->iterator);
}

static int
count_chars (const char *utf8, int start, int end)
{
  int n = 0;

  for (int i = start; i < end; i++)
    n += (utf8[i] & 0xC0) != 0x80;
  return n;
}

static gboolean
is_word (UBreakIterator *iterator)
{
  return ubrk_getRuleStatus (iterator) >= UBRK_WORD_NONE_LIMIT;
}

static gboolean
is_number (UBreakIterator *iterator)
{
  int status = ubrk_getRuleStatus (iterator);

  return status >= UBRK_WORD_NUMBER && status < UBRK_WORD_NUMBER_LIMIT;
}

/**
 * les_words_split:
 * @within: Unicode characters; clamped to the text
 * @language: (nullable): "de", "en" or another code; words are cut alike in all
 *
 * Returns: (transfer full) (element-type LesWord): the words of that stretch in
 *   text order; a word that the stretch cuts counts with its part. Any thread.
 */
GArray *
les_words_split (LesText *text, LesTextRange within, const char *language)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (LesWord));
  Stretch stretch = open_stretch (text, within, LES_BREAK_WORD);
  int offset = stretch.start;
  int start = 0;
  int end;

  for (end = ubrk_next (stretch.iterator); end != UBRK_DONE; end = ubrk_next (stretch.iterator))
    {
      int n_chars = count_chars (stretch.utf8, start, end);

      if (is_word (stretch.iterator))
        {
          LesWord word = { LES_TEXT_RANGE (offset, offset + n_chars), is_number (stretch.iterator) };

          g_array_append_val (words, word);
        }
      offset += n_chars;
      start = end;
    }

  close_stretch (&stretch);
  return words;
}

/**
 * les_words_count:
 * @within: Unicode characters; clamped to the text
 *
 * Returns: how many words les_words_split() would give
 */
int
les_words_count (LesText *text, LesTextRange within)
{
  Stretch stretch = open_stretch (text, within, LES_BREAK_WORD);
  int n = 0;

  while (ubrk_next (stretch.iterator) != UBRK_DONE)
    n += is_word (stretch.iterator);

  close_stretch (&stretch);
  return n;
}

/* Enough text around @offset, cut where a word may end. */
static LesTextRange
reach_around (LesText *text, int offset)
{
  const char *utf8 = les_text_get_utf8 (text);
  gsize byte = les_text_char_to_byte (text, offset);
  gsize start = byte - MIN (byte, REACH_BYTES);
  gsize end = MIN (byte + REACH_BYTES, les_text_get_n_bytes (text));

  while (start > 0 && byte - start < 16 * REACH_BYTES && !g_ascii_isspace (utf8[start]))
    start--;
  while (end < les_text_get_n_bytes (text) && end - byte < 16 * REACH_BYTES && !g_ascii_isspace (utf8[end]))
    end++;
  return LES_TEXT_RANGE (les_text_byte_to_char (text, start), les_text_byte_to_char (text, end));
}

static LesTextRange
find_word (LesText *text, int offset)
{
  Stretch stretch = open_stretch (text, reach_around (text, offset), LES_BREAK_WORD);
  gsize byte = les_text_char_to_byte (text, offset) - les_text_char_to_byte (text, stretch.start);
  LesTextRange word = LES_TEXT_RANGE (offset, offset);
  int end = ubrk_following (stretch.iterator, byte);

  if (end != UBRK_DONE && is_word (stretch.iterator))
    {
      int start = ubrk_previous (stretch.iterator);

      word.start = stretch.start + count_chars (stretch.utf8, 0, start);
      word.end = word.start + count_chars (stretch.utf8, start, end);
    }

  close_stretch (&stretch);
  return word;
}

/**
 * les_words_at:
 * @offset: Unicode characters
 *
 * Returns: the word that holds the character at @offset, or else the one that
 *   ends there; empty, at @offset, where there is none
 */
LesTextRange
les_words_at (LesText *text, int offset)
{
  LesTextRange word;

  offset = CLAMP (offset, 0, les_text_get_n_chars (text));
  word = find_word (text, offset);
  if (les_text_range_is_empty (word) && offset > 0)
    {
      LesTextRange before = find_word (text, offset - 1);

      if (before.end == offset)
        return before;
    }
  return word;
}

/**
 * les_words_next_boundary:
 * @offset: Unicode characters
 *
 * Returns: the end of the first word that ends behind @offset; the end of the
 *   text if there is none
 */
int
les_words_next_boundary (LesText *text, int offset)
{
  int n_chars = les_text_get_n_chars (text);

  for (int i = MAX (offset, 0); i < n_chars; i++)
    {
      LesTextRange word;

      if (!g_unichar_isalnum (les_text_get_char (text, i)))
        continue;
      word = find_word (text, i);
      if (word.end > offset)
        return word.end;
    }
  return n_chars;
}

/**
 * les_words_previous_boundary:
 * @offset: Unicode characters
 *
 * Returns: the start of the last word that starts before @offset; 0 if there is
 *   none
 */
int
les_words_previous_boundary (LesText *text, int offset)
{
  for (int i = MIN (offset, les_text_get_n_chars (text)) - 1; i >= 0; i--)
    {
      LesTextRange word;

      if (!g_unichar_isalnum (les_text_get_char (text, i)))
        continue;
      word = find_word (text, i);
      if (!les_text_range_is_empty (word) && word.start < offset)
        return word.start;
    }
  return 0;
}

/* The grapheme boundary at @offset, or the next one before or behind it. */
static int
snap_offset (LesText *text, int offset, gboolean forward)
{
  Stretch stretch;
  gsize byte;
  int boundary;

  if (offset <= 0 || offset >= les_text_get_n_chars (text))
    return CLAMP (offset, 0, les_text_get_n_chars (text));

  stretch = open_stretch (text, reach_around (text, offset), LES_BREAK_GRAPHEME);
  byte = les_text_char_to_byte (text, offset) - les_text_char_to_byte (text, stretch.start);
  if (ubrk_isBoundary (stretch.iterator, byte))
    boundary = byte;
  else if (forward)
    boundary = ubrk_following (stretch.iterator, byte);
  else
    boundary = ubrk_preceding (stretch.iterator, byte);
  offset = stretch.start + count_chars (stretch.utf8, 0, boundary);

  close_stretch (&stretch);
  return offset;
}

/**
 * les_words_snap_graphemes:
 * @range: Unicode characters; clamped to the text
 *
 * Returns: @range, widened so that it cuts no grapheme (a letter with its
 *   marks, an emoji of several characters, CR LF)
 */
LesTextRange
les_words_snap_graphemes (LesText *text, LesTextRange range)
{
  int start = snap_offset (text, range.start, FALSE);

  if (range.end <= range.start)
    return LES_TEXT_RANGE (start, start);
  return LES_TEXT_RANGE (start, snap_offset (text, range.end, TRUE));
}

/**
 * les_words_trim:
 * @range: Unicode characters: what somebody selected
 *
 * Takes blanks off both ends and widens these so that no grapheme is cut.
 *
 * Returns: within @text; empty when nothing but blanks was selected
 */
LesTextRange
les_words_trim (LesText *text, LesTextRange range)
{
  range = les_text_range_intersect (range, les_text_get_range (text));
  if (les_text_range_is_empty (range))
    return LES_TEXT_RANGE (range.start, range.start);

  range = les_text_trim (text, range);
  return les_text_range_is_empty (range) ? range : les_words_snap_graphemes (text, range);
}

/**
 * les_words_snap:
 * @range: Unicode characters; clamped to the text
 *
 * Returns: @range, widened so that it cuts no word and no grapheme; an empty
 *   range stays empty. Marks and blanks at the ends stay as they are.
 */
LesTextRange
les_words_snap (LesText *text, LesTextRange range)
{
  LesTextRange word;

  range = les_text_range_intersect (range, les_text_get_range (text));
  if (les_text_range_is_empty (range))
    return range;
  word = find_word (text, range.start);
  if (!les_text_range_is_empty (word))
    range.start = MIN (word.start, range.start);
  word = find_word (text, range.end - 1);
  if (!les_text_range_is_empty (word))
    range.end = MAX (word.end, range.end);
  return les_words_snap_graphemes (text, range);
}
