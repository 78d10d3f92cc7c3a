/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-snippet.h"

/* So much of the snippet stands before the hit. */
#define CHARS_BEFORE 30
/* A word longer than this is cut in the middle. */
#define LONG_WORD_CHARS 24

#define ELLIPSIS "…"

static gboolean
is_space_at (LesText *text, int offset)
{
  return g_unichar_isspace (les_text_get_char (text, offset));
}

static gboolean
is_mark_at (LesText *text, int offset)
{
  return g_unichar_ismark (les_text_get_char (text, offset));
}

/* The paragraph around the hit: bounded by empty lines. */
static LesTextRange
find_paragraph (LesText *text, LesTextRange hit, int reach)
{
  int start = MAX (0, hit.start - reach);
  int end = MIN (les_text_get_n_chars (text), hit.end + reach);

  for (int i = hit.start - 1; i > start; i--)
    if (les_text_get_char (text, i) == '\n' && les_text_get_char (text, i - 1) == '\n')
      start = i + 1;
  for (int i = hit.end; i + 1 < end; i++)
    if (les_text_get_char (text, i) == '\n' && les_text_get_char (text, i + 1) == '\n')
      end = i;
  return les_text_trim (text, LES_TEXT_RANGE (start, end));
}

/* The next place from @offset towards @hit where a word starts. */
static int
move_to_word_start (LesText *text, int offset, int hit)
{
  int limit = MIN (hit, offset + LONG_WORD_CHARS);

  for (int i = offset; i < limit; i++)
    if (i == 0 || is_space_at (text, i - 1))
      return i;
  while (offset < hit && is_mark_at (text, offset))
    offset++;
  return offset;
}

/* The last place before @offset, behind @hit, where a word ends. */
static int
move_to_word_end (LesText *text, int offset, int hit)
{
  int limit = MAX (hit, offset - LONG_WORD_CHARS);

  for (int i = offset; i > limit; i--)
    if (is_space_at (text, i))
      return i;
  while (offset < les_text_get_n_chars (text) && is_mark_at (text, offset))
    offset++;
  return offset;
}

static LesTextRange
choose_window (LesText *text, LesTextRange hit, LesTextRange paragraph)
{
  int room = MAX (0, LES_SNIPPET_CHARS - les_text_range_length (hit));
  int before = MIN (room, CHARS_BEFORE);
  LesTextRange window;

  /* At the end of a paragraph the room behind goes to the front. */
  before = MAX (before, room - (paragraph.end - hit.end));
  window.start = MAX (paragraph.start, hit.start - before);
  window.end = MIN (paragraph.end, window.start + LES_SNIPPET_CHARS);
  if (window.start > paragraph.start)
    window.start = move_to_word_start (text, window.start, hit.start);
  if (window.end < paragraph.end)
    window.end = move_to_word_end (text, window.end, MIN (hit.end, window.end));
  return les_text_trim (text, window);
}

static void
append_on_one_line (GString *snippet, LesText *text, LesTextRange window)
{
  gboolean after_space = FALSE;

  for (int i = window.start; i < window.end; i++)
    {
      gunichar c = les_text_get_char (text, i);
      gboolean is_space = g_unichar_isspace (c) || g_unichar_iscntrl (c);

      if (!is_space)
        g_string_append_unichar (snippet, c);
      else if (!after_space)
        g_string_append_c (snippet, ' ');
      after_space = is_space;
    }
}

/**
 * les_snippet_cut:
 * @hit: Unicode characters
 *
 * The words around @hit on one line of about %LES_SNIPPET_CHARS characters,
 * cut between words, with an ellipsis where the paragraph goes on.
 *
 * Returns: (transfer full): the snippet
 */
char *
les_snippet_cut (LesText *text, LesTextRange hit)
{
  GString *snippet = g_string_new (NULL);
  LesTextRange paragraph = find_paragraph (text, hit, 2 * LES_SNIPPET_CHARS);
  LesTextRange window = choose_window (text, hit, paragraph);

  if (window.start > paragraph.start)
    g_string_append (snippet, ELLIPSIS);
  append_on_one_line (snippet, text, window);
  if (window.end < paragraph.end)
    g_string_append (snippet, ELLIPSIS);
  return g_string_free (snippet, FALSE);
}
