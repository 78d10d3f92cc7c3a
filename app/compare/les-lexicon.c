/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-lexicon.h"

#include "les-lexicon-data.h"
#include "les-part-filter.h"
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
  GHashTable *words;       /* folded word -> LesLexiconWord */
  GHashTable *titles;      /* set of folded words */
  GArray *part_hashes;     /* of guint32 */
  guint8 starts_title[256][256 / 8];  /* a bit: whether a title starts with these two bytes */
};

static void
free_word (gpointer data)
{
  LesLexiconWord *word = data;

  g_free (word->stem);
  g_free (word);
}

/* What is to be known of @word, which need not be folded. */
static LesLexiconWord *
ensure_word (LesLexicon *self, const char *word)
{
  char *folded = les_fold_dup (word, -1);
  LesLexiconWord *known = g_hash_table_lookup (self->words, folded);

  if (known == NULL)
    {
      known = g_new0 (LesLexiconWord, 1);
      g_hash_table_insert (self->words, folded, known);
    }
  else
    g_free (folded);
  return known;
}

static LesLexiconEntry *
ensure_entry (LesLexicon *self, const char *word)
{
  char *stem = les_stemmer_dup_stem (self->stemmer, word, -1);
  LesLexiconEntry *entry = g_hash_table_lookup (self->entries, stem);
  LesLexiconWord *known = ensure_word (self, word);

  g_free (known->stem);
  known->stem = g_strdup (stem);
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
    ensure_word (self, *word)->class = class;
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
    ensure_word (self, *word)->marks |= mark;
}

static void
add_part (LesLexicon *self, const char *word)
{
  guint32 hash;

  if (les_part_filter_hash (word, &hash))
    g_array_append_val (self->part_hashes, hash);
}

/* Stems, and words that have one, are what compounds may consist of. */
static void
collect_parts (LesLexicon *self)
{
  GHashTableIter iter;
  gpointer word;
  gpointer known;

  self->part_hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    add_part (self, word);
  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &word, &known))
    if (((LesLexiconWord *) known)->stem != NULL)
      add_part (self, word);
}

static LesLexicon *
make_lexicon (const char *language, gboolean is_german)
{
  LesLexicon *self = g_new0 (LesLexicon, 1);

  self->stemmer = les_stemmer_new (language);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_word);
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
  collect_parts (self);
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
  const LesLexiconWord *known = g_hash_table_lookup (self->words, word);

  return known != NULL ? known->stem : NULL;
}

/**
 * les_lexicon_get_part_hashes:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): for a part filter, the words and stems
 *   that compounds may consist of, some twice
 */
const guint32 *
les_lexicon_get_part_hashes (const LesLexicon *self, guint *n)
{
  *n = self->part_hashes->len;
  return (const guint32 *) (gpointer) self->part_hashes->data;
}

/** Returns: (nullable) (transfer none): what is known of the folded @word by itself */
const LesLexiconWord *
les_lexicon_look_up_word (const LesLexicon *self, const char *word)
{
  return g_hash_table_lookup (self->words, word);
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
