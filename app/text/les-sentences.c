/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-sentences.h"

#include <string.h>
#include <unicode/uchar.h>

/* A line shorter than this that ends without a full stop is a heading, even
 * if the next line goes on in small letters. */
#define WRAPPED_LINE_CHARS 40
#define LONGEST_WORD_CHARS 24
#define LONGEST_ABBREVIATION_CHARS 8
#define CANCEL_CHECK_STOPS 1024
#define BLOCK_BYTES 32

/* Abbreviations before whose full stop no sentence ends, unless a word follows
 * that is set in capitals only at the start of one. */
static const char *const abbreviations[] = {
  /* German */
  "abs", "abt", "abw", "allg", "anm", "art", "aufl", "bd", "best", "betr", "bez", "bspw",
  "bzgl", "bzw", "ca", "dgl", "dipl", "ebd", "ehem", "einschl", "etc", "evtl", "exkl", "fr",
  "frhr", "geb", "gegr", "gem", "ges", "gest", "gez", "ggf", "hg", "hl", "hptm", "hr", "hrsg",
  "inkl", "insb", "insbes", "jg", "jh", "jhd", "jhdt", "kap", "lfd", "lt", "max", "mind",
  "mio", "mrd", "nachf", "nr", "obb", "oblt", "phil", "pos", "red", "reg", "rd", "sog", "st",
  "std", "stellv", "str", "tel", "tsd", "ungef", "usf", "usw", "verh", "vgl", "vors", "wg",
  "zit", "zzgl", "zz", "ing", "rer", "nat", "habil",
  /* English */
  "adm", "apt", "approx", "assn", "asst", "ave", "blvd", "bros", "brig", "capt", "cf", "cmdr",
  "co", "col", "corp", "cpl", "dept", "dist", "ed", "eds", "est", "fig", "ft", "gen", "gov",
  "inc", "jr", "lieut", "ltd", "maj", "messrs", "mr", "mrs", "ms", "mt", "no", "pp", "pres",
  "pvt", "rep", "reps", "ret", "rev", "sen", "sens", "sgt", "sr", "supt", "univ", "viz", "vol",
  "vs",
  /* both */
  "al", "dr", "med", "min", "prof",
  "jan", "feb", "febr", "mär", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct",
  "nov", "dez", "dec", "mo", "di", "mi", "do", "sa", "so", "mon", "tue", "tues", "wed", "thu",
  "thur", "thurs", "fri", "sat",
};

/* Words with a capital only where a sentence begins: they decide after a
 * number, an initial or an abbreviation. */
static const char *const german_openers[] = {
  "aber", "all", "alle", "allerdings", "als", "also", "am", "an", "anders", "angesichts", "auch",
  "auf", "aus", "außerdem", "bei", "beide", "beim", "bereits", "bis", "bisher", "da", "dabei",
  "dadurch", "dafür", "dagegen", "daher", "damals", "damit", "danach", "daneben", "dann",
  "daraufhin", "darin", "darüber", "darum", "das", "dass", "davon", "davor", "dazu", "dem",
  "demnach", "den", "denn", "dennoch", "der", "deren", "des", "deshalb", "dessen", "deswegen",
  "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "doch", "dort", "durch", "ein",
  "eine", "einem", "einen", "einer", "eines", "er", "erst", "es", "etwa", "für", "gegen", "hier",
  "hinter", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "im", "immer",
  "in", "inzwischen", "ist", "jedoch", "jetzt", "kein", "keine", "laut", "man", "mehr", "mit",
  "nach", "nachdem", "neben", "nicht", "noch", "nun", "nur", "ob", "obwohl", "ohne", "schon",
  "seit", "sein", "seine", "seinem", "seinen", "seiner", "sie", "so", "solche", "sondern",
  "später", "statt", "trotz", "trotzdem", "über", "um", "und", "unter", "viele", "vom", "von",
  "vor", "während", "was", "wegen", "weil", "weiter", "wenn", "wer", "wie", "wir", "wo", "zu",
  "zudem", "zuletzt", "zum", "zur", "zuvor", "zwar", "zwischen",
};

static const char *const english_openers[] = {
  "a", "after", "all", "also", "although", "an", "and", "another", "as", "at", "because",
  "before", "both", "but", "by", "during", "each", "earlier", "for", "from", "he", "her", "his",
  "how", "however", "i", "if", "in", "instead", "it", "its", "later", "many", "meanwhile",
  "most", "no", "not", "on", "one", "other", "others", "our", "she", "since", "so", "some",
  "that", "the", "their", "then", "there", "these", "they", "this", "those", "though", "to",
  "under", "we", "what", "when", "where", "while", "who", "why", "with", "yet", "you",
};

/* Bytes that a terminator or a line end may begin with: all others are passed over. */
static const guint8 stops[256] = {
  ['\n'] = 1, ['\r'] = 1, [0x0B] = 1, [0x0C] = 1, ['.'] = 1, ['!'] = 1, ['?'] = 1,
  [0xC2] = 1,              /* U+0085 */
  [0xD4 ... 0xFF] = 1,     /* U+0500 and above */
};

/* Where the splitter stands: the same place as pointer and as offset. */
typedef struct
{
  const char *text;    /* where the stretch begins */
  const char *p;
  const char *end;
  int offset;          /* Unicode characters */
  gboolean german;
  gboolean english;
} Cursor;

static void
advance (Cursor *cursor)
{
  cursor->p = g_utf8_next_char (cursor->p);
  cursor->offset++;
}

static gunichar
peek_char (const Cursor *cursor)
{
  return cursor->p < cursor->end ? g_utf8_get_char (cursor->p) : 0;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static gboolean
is_terminator (gunichar c)
{
  if (c < 0x80)
    return c == '.' || c == '!' || c == '?';
  if (c < 0x500)
    return FALSE;
  return c == 0x2026 || u_hasBinaryProperty (c, UCHAR_S_TERM);
}

/* Moves over one line end; CR LF is one. */
static void
advance_line_end (Cursor *cursor)
{
  gboolean is_cr = *cursor->p == '\r';

  advance (cursor);
  if (is_cr && peek_char (cursor) == '\n')
    advance (cursor);
}

static gboolean
is_closer (gunichar c)
{
  if (c == '"' || c == '\'' || c == ')' || c == ']')
    return TRUE;
  if (c < 0x80)
    return FALSE;
  return u_hasBinaryProperty (c, UCHAR_QUOTATION_MARK) || u_charType (c) == U_END_PUNCTUATION;
}

static gboolean
is_opener (gunichar c)
{
  if (c == '"' || c == '\'' || c == '(' || c == '[' || c == '-')
    return TRUE;
  if (c < 0x80)
    return FALSE;
  return u_hasBinaryProperty (c, UCHAR_QUOTATION_MARK) || u_hasBinaryProperty (c, UCHAR_DASH)
         || u_charType (c) == U_START_PUNCTUATION;
}

/* The lists above, to look words up in. */
typedef struct
{
  GHashTable *abbreviations;
  GHashTable *german_openers;
  GHashTable *english_openers;
} Lists;

static GHashTable *
index_list (const char *const *list, gsize n)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < n; i++)
    g_hash_table_add (words, (char *) list[i]);
  return words;
}

static gpointer
index_lists (gpointer data G_GNUC_UNUSED)
{
  Lists *lists = g_new (Lists, 1);

  lists->abbreviations = index_list (abbreviations, G_N_ELEMENTS (abbreviations));
  lists->german_openers = index_list (german_openers, G_N_ELEMENTS (german_openers));
  lists->english_openers = index_list (english_openers, G_N_ELEMENTS (english_openers));
  return lists;
}

static const Lists *
get_lists (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, index_lists, NULL);
}

/* Copies @start to @end in small letters; "" if there are too many bytes. */
static void
copy_lower (const char *start, const char *end, char *word, gsize size)
{
  gsize length = end - start;
  g_autofree char *lower = NULL;
  gsize i;

  for (i = 0; i < length && i + 1 < size && (guchar) start[i] < 0x80; i++)
    word[i] = g_ascii_tolower (start[i]);
  word[i] = '\0';
  if (i == length)
    return;
  word[0] = '\0';
  lower = g_utf8_strdown (start, length);
  if (strlen (lower) < size)
    strcpy (word, lower);
}

/* The letters or digits that end at @end, in small letters; "" if there are
 * none or too many. */
static void
copy_word_before (const Cursor *cursor, const char *end, char *word, gsize size)
{
  const char *start = end;
  int n = 0;

  while (start > cursor->text && n++ < LONGEST_WORD_CHARS)
    {
      const char *previous = g_utf8_prev_char (start);

      if (!g_unichar_isalnum (g_utf8_get_char (previous)))
        break;
      start = previous;
    }
  copy_lower (start, end, word, size);
}

static void
copy_word_at (const Cursor *cursor, const char *start, char *word, gsize size)
{
  const char *end = start;
  int n = 0;

  while (end < cursor->end && n++ < LONGEST_WORD_CHARS && g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  copy_lower (start, end, word, size);
}

static gboolean
opens_sentence (const Cursor *cursor, const char *start)
{
  char word[4 * LONGEST_WORD_CHARS + 1];

  copy_word_at (cursor, start, word, sizeof word);
  if (cursor->german && g_hash_table_contains (get_lists ()->german_openers, word))
    return TRUE;
  return cursor->english && g_hash_table_contains (get_lists ()->english_openers, word);
}

/* Whether so many letters or digits stand before @stop that they are no
 * abbreviation. */
static gboolean
is_behind_long_word (const Cursor *cursor, const char *stop)
{
  const char *p = stop;
  int n = 0;

  while (p > cursor->text && n <= LONGEST_ABBREVIATION_CHARS)
    {
      p = g_utf8_prev_char (p);
      if (!((guchar) *p < 0x80 ? g_ascii_isalnum (*p) : g_unichar_isalnum (g_utf8_get_char (p))))
        return FALSE;
      n++;
    }
  return n > LONGEST_ABBREVIATION_CHARS;
}

/* Whether the full stop at @stop belongs to an abbreviation, an initial or a
 * German ordinal rather than to a sentence. */
static gboolean
is_stop_of_word (const Cursor *cursor, const char *stop)
{
  char word[4 * LONGEST_WORD_CHARS + 1];
  glong n_chars;

  if (is_behind_long_word (cursor, stop))
    return FALSE;
  copy_word_before (cursor, stop, word, sizeof word);
  if (word[0] == '\0')
    return FALSE;
  n_chars = g_utf8_strlen (word, -1);
  if (g_ascii_isdigit (word[0]))
    return cursor->german && n_chars <= 2 && strspn (word, "0123456789") == strlen (word);
  if (n_chars == 1)
    return TRUE;
  return g_hash_table_contains (get_lists ()->abbreviations, word);
}

/* @cursor stands behind terminators and closers: does a new sentence follow? */
static gboolean
is_followed_by_start (const Cursor *cursor, const char *stop, gboolean single_stop)
{
  Cursor next = *cursor;
  gunichar c = peek_char (&next);

  if (c == 0 || is_line_end (c))
    return TRUE;
  if (!g_unichar_isspace (c))
    return g_utf8_get_char (stop) >= 0x3000;      /* no blanks in that script */

  while ((c = peek_char (&next)) != 0 && !is_line_end (c)
         && (g_unichar_isspace (c) || is_opener (c)))
    advance (&next);
  if (c == 0 || is_line_end (c))
    return TRUE;
  if (g_unichar_islower (c))
    return FALSE;
  if (!single_stop || !is_stop_of_word (cursor, stop))
    return TRUE;
  return opens_sentence (cursor, next.p);
}

/* Moves over terminators and what closes behind them. Returns whether the
 * sentence ends there. */
static gboolean
pass_terminators (Cursor *cursor)
{
  const char *stop = cursor->p;
  gboolean single_stop = *stop == '.';

  advance (cursor);
  while (is_terminator (peek_char (cursor)))
    {
      single_stop = FALSE;
      advance (cursor);
    }
  while (is_closer (peek_char (cursor)))
    advance (cursor);
  return is_followed_by_start (cursor, stop, single_stop);
}

/* @cursor stands at a line end: does the sentence go on in the next line, as
 * where a mail program has broken it? */
static gboolean
is_wrapped (const Cursor *cursor, int line_start)
{
  Cursor next = *cursor;
  int n_ends = 0;
  gunichar c = 0;

  if (cursor->offset - line_start < WRAPPED_LINE_CHARS)
    return FALSE;
  while (n_ends < 2 && (c = peek_char (&next)) != 0 && (is_line_end (c) || g_unichar_isspace (c)))
    {
      n_ends += is_line_end (c);
      advance_line_end (&next);
    }
  return n_ends == 1 && g_unichar_islower (c);
}

/* Whether none of the bytes at @p is in stops; counts the characters that begin
 * there. One least value for all tests, each 0 for what is found: so the compiler
 * looks at sixteen bytes at once. */
static gboolean
is_plain_block (const char *p, int *n_chars)
{
  guint8 least = G_MAXUINT8;
  guint8 n_within = 0;

  for (guint i = 0; i < BLOCK_BYTES; i++)
    {
      guint8 byte = p[i];
      guint8 from_stop = byte ^ '.';
      guint8 from_call = byte ^ '!';
      guint8 from_question = byte ^ '?';
      guint8 from_next_line = byte ^ 0xC2;
      guint8 from_line_end = (guint8) (byte - '\n') >> 2;      /* up to '\r' */
      guint8 is_low = byte < 0xD4;

      least = MIN (least, from_stop);
      least = MIN (least, from_call);
      least = MIN (least, from_question);
      least = MIN (least, from_next_line);
      least = MIN (least, from_line_end);
      least = MIN (least, is_low);
      n_within += (byte & 0xC0) == 0x80;
    }
  *n_chars = BLOCK_BYTES - n_within;
  return least > 0;
}

/* Moves to the next byte that may end a sentence or a line. */
static void
skip_plain (Cursor *cursor)
{
  const char *p = cursor->p;
  int offset = cursor->offset;
  int n_chars;

  for (; cursor->end - p >= BLOCK_BYTES && is_plain_block (p, &n_chars); p += BLOCK_BYTES)
    offset += n_chars;
  for (; p < cursor->end && !stops[(guchar) *p]; p++)
    offset += (*p & 0xC0) != 0x80;
  cursor->p = p;
  cursor->offset = offset;
}

/* Appends what lies between both cursors, without white space at its ends. */
static void
append_trimmed (GArray *sentences, Cursor start, const Cursor *end)
{
  LesTextRange range;
  const char *last = end->p;

  while (start.p < last && g_unichar_isspace (g_utf8_get_char (start.p)))
    advance (&start);
  range = LES_TEXT_RANGE (start.offset, end->offset);
  while (last > start.p)
    {
      last = g_utf8_prev_char (last);
      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      range.end--;
    }
  if (!les_text_range_is_empty (range))
    g_array_append_val (sentences, range);
}

static gboolean
has_prefix_code (const char *language, const char *code)
{
  return language != NULL && g_ascii_strncasecmp (language, code, 2) == 0;
}

static Cursor
open_cursor (LesText *text, LesTextRange within, const char *language)
{
  Cursor cursor;

  cursor.text = les_text_peek (text, within.start);
  cursor.p = cursor.text;
  cursor.end = les_text_peek (text, within.end);
  cursor.offset = within.start;
  cursor.english = !has_prefix_code (language, "de");
  cursor.german = !has_prefix_code (language, "en");
  return cursor;
}

/**
 * les_sentences_append:
 * @sentences: (element-type LesTextRange): where to append
 * @within: Unicode characters; clamped to the text
 * @language: (nullable): as for les_sentences_split()
 * @cancellable: (nullable): what it stops by
 *
 * Does what les_sentences_split() does.
 *
 * Returns: %FALSE when cancelled; some of the sentences are there then
 */
gboolean
les_sentences_append (GArray *sentences, LesText *text, LesTextRange within, const char *language, GCancellable *cancellable)
{
  Cursor cursor;
  Cursor start;
  int line_start;
  guint n_stops = 0;

  within = les_text_range_intersect (within, les_text_get_range (text));
  start = cursor = open_cursor (text, within, language);
  line_start = within.start;

  for (skip_plain (&cursor); cursor.p < cursor.end; skip_plain (&cursor))
    {
      gunichar c = g_utf8_get_char (cursor.p);
      gboolean ends = FALSE;

      if (is_line_end (c))
        {
          ends = !is_wrapped (&cursor, line_start);
          advance_line_end (&cursor);
          line_start = cursor.offset;
        }
      else if (is_terminator (c))
        ends = pass_terminators (&cursor);
      else
        advance (&cursor);

      if (ends)
        {
          append_trimmed (sentences, start, &cursor);
          start = cursor;
        }
      if (n_stops++ % CANCEL_CHECK_STOPS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
    }
  append_trimmed (sentences, start, &cursor);
  return TRUE;
}

/**
 * les_sentences_split:
 * @within: Unicode characters; clamped to the text
 * @language: (nullable): "de", "en"; decides over ordinals such as "14."
 *
 * Cuts a stretch into sentences: a quotation mark or bracket behind the full
 * stop belongs to the sentence; abbreviations, initials, ordinals and decimal
 * numbers do not end one; a line end always does, except where a line was
 * visibly wrapped.
 *
 * Returns: (transfer full) (element-type LesTextRange): trimmed, in text order.
 *   Any thread. Cost: linear.
 */
GArray *
les_sentences_split (LesText *text, LesTextRange within, const char *language)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (LesTextRange));

  les_sentences_append (sentences, text, within, language, NULL);
  return sentences;
}
