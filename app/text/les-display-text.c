/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-display-text.h"

#include "les-limits.h"
#include "les-words.h"

/* A blank is looked for so far back; words are shorter. */
#define MAX_WORD_CHARS 400

struct _LesDisplayText
{
  char *utf8;
  gsize n_bytes;
  int n_chars;
  GArray *breaks;      /* of int: offsets in the text that a line end was put before */
};

/* What the view can carry in place of @c. CR before LF becomes a blank, so
 * that the count stays and no empty line appears. */
static gunichar
replace_char (gunichar c, gunichar next)
{
  if (c == '\r')
    return next == '\n' ? ' ' : '\n';
  if (c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029)
    return '\n';
  if (c == '\t' || c == '\n')
    return c;
  if (c < 0x20)
    return 0x2400 + c;
  if (c == 0x7F)
    return 0x2421;
  if (c < 0xA0 && c > 0x7F)
    return 0xFFFD;
  return c == 0xFFFC ? 0xFFFD : c;
}

static GArray *
read_chars (LesText *text)
{
  GArray *chars = g_array_sized_new (FALSE, FALSE, sizeof (gunichar), les_text_get_n_chars (text));
  const char *end = les_text_get_utf8 (text) + les_text_get_n_bytes (text);

  for (const char *p = les_text_get_utf8 (text); p < end; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = replace_char (g_utf8_get_char (p), next < end ? g_utf8_get_char (next) : 0);

      g_array_append_val (chars, c);
    }
  return chars;
}

/* Where to break a line that starts at @from and is too long. */
static int
find_break (LesText *text, const gunichar *chars, int from)
{
  int at = from + LES_LIMIT_DISPLAY_LINE_CHARS;
  int gap;

  for (int i = at; i > at - MAX_WORD_CHARS; i--)
    if (g_unichar_isspace (chars[i - 1]))
      return i;
  gap = les_words_snap_graphemes (text, LES_TEXT_RANGE (at, at + 1)).start;
  return gap > from ? gap : at;
}

static void
find_breaks (LesDisplayText *self, LesText *text, const gunichar *chars)
{
  int line = 0;

  for (int i = 0; i < self->n_chars; i++)
    if (chars[i] == '\n')
      line = i + 1;
    else if (i - line >= LES_LIMIT_DISPLAY_LINE_CHARS)
      {
        line = find_break (text, chars, line);
        g_array_append_val (self->breaks, line);
        i = MAX (i, line) - 1;
      }
}

static void
write_utf8 (LesDisplayText *self, const gunichar *chars, gsize size_hint)
{
  GString *utf8 = g_string_sized_new (size_hint + self->breaks->len + 1);
  guint next = 0;

  for (int i = 0; i < self->n_chars; i++)
    {
      if (next < self->breaks->len && g_array_index (self->breaks, int, next) == i)
        {
          g_string_append_c (utf8, '\n');
          next++;
        }
      if (chars[i] < 0x80)
        g_string_append_c (utf8, chars[i]);
      else
        g_string_append_unichar (utf8, chars[i]);
    }
  self->n_bytes = utf8->len;
  self->utf8 = g_string_free (utf8, FALSE);
}

/**
 * les_display_text_new:
 * @text: any text
 *
 * Cost: linear; 4 bytes for each character while it runs.
 *
 * Returns: (transfer full): @text in a form that a text view can carry
 */
LesDisplayText *
les_display_text_new (LesText *text)
{
  LesDisplayText *self = g_new0 (LesDisplayText, 1);
  g_autoptr (GArray) chars = read_chars (text);

  self->n_chars = chars->len;
  self->breaks = g_array_new (FALSE, FALSE, sizeof (int));
  find_breaks (self, text, (gconstpointer) chars->data);
  write_utf8 (self, (gconstpointer) chars->data, les_text_get_n_bytes (text));
  return self;
}

void
les_display_text_free (LesDisplayText *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->breaks);
  g_free (self->utf8);
  g_free (self);
}

/** Returns: (transfer none): what the view shows, ended by NUL */
const char *
les_display_text_get_utf8 (LesDisplayText *self)
{
  return self->utf8;
}

gsize
les_display_text_get_n_bytes (LesDisplayText *self)
{
  return self->n_bytes;
}

/** Returns: whether line ends were added, so that offsets differ */
gboolean
les_display_text_is_broken (LesDisplayText *self)
{
  return self->breaks->len > 0;
}

/* How many breaks stand at or before @offset of the text. */
static int
count_breaks (GArray *breaks, int offset)
{
  int low = 0;
  int high = breaks->len;

  while (low < high)
    {
      int middle = (low + high) / 2;

      if (g_array_index (breaks, int, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * les_display_text_from_text:
 * @offset: Unicode characters of the text; clamped to it
 *
 * Returns: where that character is shown, in Unicode characters. Cost: logarithmic.
 */
int
les_display_text_from_text (LesDisplayText *self, int offset)
{
  offset = CLAMP (offset, 0, self->n_chars);
  return offset + count_breaks (self->breaks, offset);
}

/**
 * les_display_text_to_text:
 * @display_offset: Unicode characters of what is shown; clamped to it
 *
 * Returns: the character of the text that is shown there, in Unicode
 *   characters; for an added line end the one behind it. Cost: logarithmic.
 */
int
les_display_text_to_text (LesDisplayText *self, int display_offset)
{
  int low = 0;
  int high = self->breaks->len;

  display_offset = CLAMP (display_offset, 0, self->n_chars + high);
  while (low < high)
    {
      int middle = (low + high) / 2;

      /* The added line end itself is shown at break + middle. */
      if (g_array_index (self->breaks, int, middle) + middle < display_offset)
        low = middle + 1;
      else
        high = middle;
    }
  return display_offset - low;
}
