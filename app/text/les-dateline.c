/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-dateline.h"

#include "les-agencies.h"
#include "les-dates.h"
#include "les-pattern.h"

#define WINDOW_BYTES 160
/* What follows a dateline that names no agency must be running text. */
#define MIN_PROSE_CHARS 60

#define NAME "\\p{Lu}[\\p{L}.'’-]*"
#define PARTICLE "(?: am | an\\ der | auf | im | in\\ der | bei | ob\\ der | ob | unter | upon | on | the | of | de | do | da | del | la | le | el | al )"
#define ONE_PLACE NAME "(?: \\s (?: " PARTICLE "\\s )? " NAME "){0,3}"
#define PLACES "(" ONE_PLACE "(?: \\s?/\\s? " ONE_PLACE "){0,3}" ")"
#define DAY \
  "( (?: \\d{1,2}\\.?\\s* (?: " LES_DATES_MONTH "\\b\\.? | \\d{1,2}\\. ) | " LES_DATES_MONTH "\\b\\.?\\s+\\d{1,2} )" \
  " (?: ,?\\s*\\d{4} )? | \\d{4}-\\d\\d-\\d\\d )"
#define REGION "(?: ,\\s \\p{Lu}[\\p{L}.]* )?"
#define BRACKETS "\\( ([^()\\n]{2,50}) \\)"
#define DASH "(?: \\s*[-–—]{1,2}(?=\\s) | \\s*[–—] )"

/* In which group a form has what. */
typedef struct
{
  LesPattern pattern;
  guint8 place;
  guint8 day;
  guint8 agency;
  guint8 dash;
} DatelineForm;

static DatelineForm dateline_forms[] = {
  /* BERLIN, 3 March (AP) - ; Wien (APA) */
  { LES_PATTERN ("^ " PLACES "(?: ,\\s* " DAY " | " REGION ") ,?\\s* " BRACKETS " (?: (" DASH ") | :(?=\\s) )?"), 1, 2, 3, 4 },
  /* Nov 27 (Reuters) - ; (dpa) - */
  { LES_PATTERN ("^ (?: " DAY " \\s* )? " BRACKETS " (" DASH ")"), 0, 1, 2, 3 },
  /* BERLIN afp | */
  { LES_PATTERN ("^ " PLACES " \\s+ (\\p{L}[\\p{L}/-]{1,20}) \\s* (\\|)"), 1, 0, 2, 3 },
  /* Bern, 12.03.2025 - ; LONDON - */
  { LES_PATTERN ("^ " PLACES " (?: ,\\s* (?:den\\s+)? " DAY " )? (" DASH ")"), 1, 2, 0, 3 },
};

/* Capitals that are read letter by letter, so no town. */
static gboolean
is_initialism (LesSlice place)
{
  static const char * const names[] = {
    "nato", "opec", "osze", "osce", "unesco", "unicef", "uefa", "fifa", "nasa", "unhcr", "asean", "mercosur",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (les_slice_equals (place, names[i]))
      return TRUE;
  return les_slice_n_chars (place) < 4;
}

static gboolean
starts_sentence (LesSlice rest)
{
  gunichar c = les_slice_first_char (rest);

  return (g_unichar_isalnum (c) && !g_unichar_islower (c))
         || (c != 0 && g_utf8_strchr ("\"'«»„“”‘‚‹›([…¿¡", -1, c) != NULL);
}

static gboolean
is_running_text (LesSlice rest)
{
  rest = les_slice_trim (rest);
  return les_slice_n_chars (les_slice_first (rest, 4 * MIN_PROSE_CHARS)) >= MIN_PROSE_CHARS
         && les_slice_ends_sentence (les_slice_trim (rest));
}

/* Small letters only: "nna"; a party or an age behind a name looks otherwise. */
static gboolean
is_house_sign (LesSlice agency)
{
  static LesPattern sign = LES_PATTERN ("^ \\p{Ll}{2,5} (?: [/-] [\\p{L}]{2,5} )* $");

  return les_pattern_match (&sign, agency, NULL, 0);
}

/* An agency that is known needs no dash; one that is not needs a place in capitals. */
static gboolean
proves_dateline (const DatelineForm *form, const LesSlice *groups, LesSlice rest)
{
  LesSlice place = form->place != 0 ? groups[form->place] : LES_SLICE (rest.end, rest.end);
  gboolean has_dash = !les_slice_is_empty (groups[form->dash]);
  gboolean capitals = les_slice_is_all_capitals (place);

  if (form->agency != 0 && les_agencies_are (groups[form->agency]))
    return TRUE;
  if (!has_dash || form->place == 0)
    return FALSE;
  if (form->agency != 0)
    return (capitals || is_house_sign (groups[form->agency]))
           && les_slice_count_words (groups[form->agency]) <= 2
           && *groups[form->dash].start != '|' && is_running_text (rest);
  if (!is_running_text (rest))
    return FALSE;
  if (form->day != 0 && !les_slice_is_empty (groups[form->day]))
    return TRUE;
  return capitals && !is_initialism (place)
         && !les_slice_is_all_capitals (les_slice_next_word (&(LesSlice) { rest.start, rest.end }));
}

static char *
read_day (LesSlice day)
{
  return les_slice_is_empty (day) ? NULL : les_dates_match_whole (day);
}

/**
 * les_dateline_match:
 * @self: (out caller-allocates): filled when it matches; clear it afterwards
 * @paragraph: a paragraph, trimmed
 * @rest: (out): the paragraph behind the dateline, trimmed
 *
 * Returns: whether the paragraph begins with place, day, agency as agencies set them
 */
gboolean
les_dateline_match (LesDateline *self, LesSlice paragraph, LesSlice *rest)
{
  LesSlice window = les_slice_first (paragraph, WINDOW_BYTES);
  LesSlice groups[5];

  for (guint i = 0; i < G_N_ELEMENTS (dateline_forms); i++)
    {
      const DatelineForm *form = &dateline_forms[i];

      if (!les_pattern_match (&dateline_forms[i].pattern, window, groups, 5))
        continue;
      *rest = les_slice_trim (LES_SLICE (groups[0].end, paragraph.end));
      if (!starts_sentence (*rest) || !proves_dateline (form, groups, *rest))
        continue;
      self->place = form->place != 0 ? les_dateline_dup_place (groups[form->place]) : NULL;
      self->agency = form->agency != 0 ? les_slice_dup (les_slice_trim (groups[form->agency])) : NULL;
      self->date = form->day != 0 ? read_day (groups[form->day]) : NULL;
      return TRUE;
    }
  return FALSE;
}

void
les_dateline_clear (LesDateline *self)
{
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->agency, g_free);
  g_clear_pointer (&self->date, g_free);
}

static gboolean
stays_small (const char *word)
{
  static const char * const particles[] = {
    "am", "an", "auf", "bei", "da", "de", "del", "der", "do", "el", "im", "in", "la", "le",
    "ob", "of", "on", "the", "unter", "upon", NULL,
  };

  return g_strv_contains (particles, word);
}

/* "FRANKFURT" -> "Frankfurt", "AM" -> "am", "BADEN-BADEN" -> "Baden-Baden" */
static void
append_word (GString *place, const char *word, gboolean first)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  gboolean starts = TRUE;

  if (!first && stays_small (lower))
    {
      g_string_append (place, lower);
      return;
    }
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (place, starts ? g_unichar_toupper (c) : c);
      starts = !g_unichar_isalpha (c);
    }
}

/**
 * les_dateline_dup_place:
 * @place: "ZÜRICH", "FRANKFURT AM MAIN"
 *
 * Returns: (transfer full): the place as it is set in running text
 */
char *
les_dateline_dup_place (LesSlice place)
{
  static const char * const kept[] = { "USA", "UK", "UN", "EU", "UAE", NULL };
  g_autofree char *name = les_slice_dup (les_slice_trim (place));
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) set = NULL;

  if (!les_slice_is_all_capitals (place) || g_strv_contains (kept, name))
    return g_steal_pointer (&name);

  words = g_strsplit (name, " ", -1);
  set = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (set, ' ');
      append_word (set, words[i], i == 0);
    }
  return g_string_free (g_steal_pointer (&set), FALSE);
}
