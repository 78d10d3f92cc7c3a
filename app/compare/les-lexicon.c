/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-lexicon.h"

#include "les-lexicon-data.h"
#include "les-stems.h"

#include <string.h>

/* A shorter title is not looked for at the end of a longer word. */
/* A title is shorter than this; with its ending than twice as much. */
#define MAX_TITLE_BYTES 128
#define MIN_ROLE_BYTES 6

static const char time_german[] =
  "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs donnerstags "
  "freitags samstags sonntags januar februar märz april mai juni juli august september oktober november dezember "
  "morgen vormittag mittag nachmittag abend nacht abends nachts morgens mittags heute gestern vorgestern wochenende woche wochen tag tage "
  "tagen tages monat monate monaten jahr jahre jahren jahres uhr stunde stunden minute minuten ende anfang mitte kommende kommenden "
  "vergangene vergangenen vergangener";
static const char time_english[] =
  "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
  "november december morning noon afternoon evening night yesterday tomorrow weekend week weeks day days month months year "
  "years hour hours minute minutes late early mid";

static const char months_german[] =
  "januar jänner februar märz april mai juni juli august september oktober november dezember";
static const char months_english[] =
  "january february march april june july august september october november december";
static const char weekdays_german[] =
  "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag";
static const char weekdays_english[] =
  "monday tuesday wednesday thursday friday saturday sunday";

struct _LesLexicon
{
  LesStemmer *stemmer;     /* used while it is made, then no more */
  GHashTable *entries;     /* stem -> LesLexiconEntry */
  GHashTable *roles;       /* folded word -> LesLexiconEntry of a title */
  GHashTable *stems;       /* folded word -> stem */
  GHashTable *classes;     /* folded word -> LesLexiconClass */
  GHashTable *titles;      /* set of folded words */
  GHashTable *marks;       /* folded word -> LesLexiconMarks */
  guint8 starts_title[256][256 / 8];  /* a bit: whether a title starts with these two bytes */
};

static LesLexiconEntry *
ensure_entry (LesLexicon *self, const char *word)
{
  char *stem = les_stemmer_dup_stem (self->stemmer, word, -1);
  LesLexiconEntry *entry = g_hash_table_lookup (self->entries, stem);

  g_hash_table_insert (self->stems, les_fold_dup (word, -1), g_strdup (stem));
  if (entry != NULL)
    {
      g_free (stem);
      return entry;
    }
  entry = g_new0 (LesLexiconEntry, 1);
  g_hash_table_insert (self->entries, stem, entry);
  return entry;
}

/* Titles have entries of their own: their stem is often that of a verb. */
static LesLexiconEntry *
ensure_role (LesLexicon *self, const char *folded)
{
  LesLexiconEntry *entry = g_hash_table_lookup (self->roles, folded);

  if (entry == NULL)
    {
      entry = g_new0 (LesLexiconEntry, 1);
      g_hash_table_insert (self->roles, g_strdup (folded), entry);
    }
  return entry;
}

static void
note_concept (LesLexiconEntry *entry, guint concept)
{
  for (guint i = 0; i < LES_LEXICON_MAX_CONCEPTS && entry->concepts[i] != concept; i++)
    if (entry->concepts[i] == 0)
      {
        entry->concepts[i] = concept;
        return;
      }
}

static void
add_concept (LesLexicon *self, const char *words, guint concept)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (char **word = list; *word != NULL; word++)
    {
      g_autofree char *folded = les_fold_dup (*word, -1);

      if (g_hash_table_contains (self->titles, folded))
        note_concept (ensure_role (self, folded), concept);
      else
        note_concept (ensure_entry (self, *word), concept);
    }
}

static void
add_place (LesLexicon *self, const char *words, guint place, gboolean is_seat)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (char **word = list; *word != NULL; word++)
    {
      LesLexiconEntry *entry = ensure_entry (self, *word);

      if (entry->place == 0)
        {
          entry->place = place;
          entry->is_seat = is_seat;
        }
    }
}

static void
add_class (LesLexicon *self, const char *words, LesLexiconClass class)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (char **word = list; *word != NULL; word++)
    g_hash_table_insert (self->classes, les_fold_dup (*word, -1), GINT_TO_POINTER (class));
}

static void
add_titles (LesLexicon *self)
{
  g_auto (GStrv) list = g_strsplit (les_lexicon_titles, " ", -1);

  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (char **word = list; *word != NULL; word++)
    {
      char *folded = les_fold_dup (*word, -1);

      if (*folded != '\0')
        self->starts_title[(guchar) folded[0]][(guchar) folded[1] / 8] |= 1 << ((guchar) folded[1] % 8);
      g_hash_table_add (self->titles, folded);
    }
}

static void
add_marks (LesLexicon *self, const char *words, LesLexiconMarks mark)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (char **word = list; *word != NULL; word++)
    {
      char *folded = les_fold_dup (*word, -1);
      guint marks = les_lexicon_get_marks (self, folded) | mark;

      g_hash_table_insert (self->marks, folded, GUINT_TO_POINTER (marks));
    }
}

static LesLexicon *
make_lexicon (const char *language, gboolean is_german)
{
  LesLexicon *self = g_new0 (LesLexicon, 1);

  self->stemmer = les_stemmer_new (language);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_marks (self, les_lexicon_pointers, LES_MARK_POINTER);
  add_marks (self, les_lexicon_fillers, LES_MARK_FILLER);
  add_marks (self, is_german ? les_lexicon_hedges_german : les_lexicon_hedges_english, LES_MARK_HEDGE);
  add_marks (self, is_german ? months_german : months_english, LES_MARK_MONTH);
  add_marks (self, is_german ? weekdays_german : weekdays_english, LES_MARK_WEEKDAY);
  add_titles (self);
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < les_n_lexicon_concepts; i++)
    add_concept (self, is_german ? les_lexicon_concepts[i].german : les_lexicon_concepts[i].english, i + 1);
  for (guint i = 0; i < les_n_lexicon_places; i++)
    {
      add_place (self, is_german ? les_lexicon_places[i].german : les_lexicon_places[i].english, i + 1, FALSE);
      if (les_lexicon_seats[i] != NULL)
        add_place (self, les_lexicon_seats[i], i + 1, TRUE);
    }
  add_class (self, is_german ? time_german : time_english, LES_LEXICON_TIME);
  add_class (self, is_german ? les_lexicon_frame_german : les_lexicon_frame_english, LES_LEXICON_FRAME);
  add_class (self, is_german ? les_lexicon_light_german : les_lexicon_light_english, LES_LEXICON_LIGHT);
  add_class (self, is_german ? les_lexicon_negation_german : les_lexicon_negation_english, LES_LEXICON_NEGATION);
  add_class (self, is_german ? les_lexicon_empty_german : les_lexicon_empty_english, LES_LEXICON_EMPTY);
  g_clear_pointer (&self->stemmer, les_stemmer_free);
  return self;
}

/**
 * les_lexicon_get:
 * @language: (nullable): "de", "en" or another code
 *
 * Returns: (transfer none): the lexicon for @language; for a language without
 *   one of its own the German one
 */
const LesLexicon *
les_lexicon_get (const char *language)
{
  static gsize german;
  static gsize english;

  if (language != NULL && g_ascii_strncasecmp (language, "en", 2) == 0)
    {
      if (g_once_init_enter (&english))
        g_once_init_leave (&english, (gsize) make_lexicon ("en", FALSE));
      return (const LesLexicon *) english;
    }
  if (g_once_init_enter (&german))
    g_once_init_leave (&german, (gsize) make_lexicon ("de", TRUE));
  return (const LesLexicon *) german;
}

/** Returns: (nullable) (transfer none): what is known of words with this stem */
const LesLexiconEntry *
les_lexicon_look_up (const LesLexicon *self, const char *stem)
{
  return g_hash_table_lookup (self->entries, stem);
}

/** Returns: (nullable) (transfer none): @stem as the lexicon keeps it, if it is known */
const char *
les_lexicon_find_stem (const LesLexicon *self, const char *stem)
{
  gpointer known = NULL;

  g_hash_table_lookup_extended (self->entries, stem, &known, NULL);
  return known;
}

/** Returns: (nullable) (transfer none): the stem of a folded word, if it is known */
const char *
les_lexicon_get_stem (const LesLexicon *self, const char *word)
{
  return g_hash_table_lookup (self->stems, word);
}

/**
 * les_lexicon_foreach_word:
 * @func: called with each word and each stem that the lexicon has, some twice
 */
void
les_lexicon_foreach_word (const LesLexicon *self, GHFunc func, gpointer data)
{
  g_hash_table_foreach (self->entries, func, data);
  g_hash_table_foreach (self->stems, func, data);
}

/** Returns: how often les_lexicon_foreach_word() calls */
guint
les_lexicon_get_n_words (const LesLexicon *self)
{
  return g_hash_table_size (self->entries) + g_hash_table_size (self->stems);
}

/** Returns: what sort of word the folded @word is */
LesLexiconClass
les_lexicon_classify (const LesLexicon *self, const char *word)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->classes, word));
}

/** Returns: what else is known of the folded @word */
LesLexiconMarks
les_lexicon_get_marks (const LesLexicon *self, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, word));
}

static gboolean
may_start_title (const LesLexicon *self, const char *p)
{
  return (self->starts_title[(guchar) p[0]][(guchar) p[1] / 8] >> ((guchar) p[1] % 8)) & 1;
}

/* The title that @word is, with its ending taken off, or NULL. */
static const char *
find_title (const LesLexicon *self, const char *word, char *buffer, gsize size)
{
  static const char *const endings[] = { "", "s", "n", "en", "r", "in", "innen" };
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if (length <= n || length - n >= size || strcmp (word + length - n, endings[i]) != 0)
        continue;
      memcpy (buffer, word, length - n);
      buffer[length - n] = '\0';
      if (g_hash_table_contains (self->titles, buffer))
        return buffer;
    }
  return NULL;
}

/**
 * les_lexicon_look_up_role:
 * @word: folded
 * @entry: (out) (nullable): what is known of it
 *
 * Returns: whether @word is what people are called by their office, or a
 *   compound with it ("Kremlsprecher")
 */
gboolean
les_lexicon_look_up_role (const LesLexicon *self, const char *word, const LesLexiconEntry **entry)
{
  char buffer[MAX_TITLE_BYTES];
  const char *end = word + strlen (word);
  const char *p = word;

  *entry = NULL;
  if (end - word > 2 * MAX_TITLE_BYTES)
    p = g_utf8_next_char (end - 2 * MAX_TITLE_BYTES);
  for (; p < end; p = g_utf8_next_char (p))
    {
      const char *title = NULL;

      if (may_start_title (self, p) && (p == word || end - p >= MIN_ROLE_BYTES))
        title = find_title (self, p, buffer, sizeof buffer);
      if (title != NULL)
        {
          *entry = g_hash_table_lookup (self->roles, title);
          return TRUE;
        }
    }
  return FALSE;
}
