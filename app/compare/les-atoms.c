/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-atoms.h"

#include <string.h>

#include "les-german-verbs.h"
#include "les-lexicon.h"
#include "les-name-key.h"
#include "les-part-filter.h"
#include "les-zeroed.h"

#define MIN_COMPOUND_BYTES 8
#define MIN_PART_BYTES 4
#define MAX_COMPOUND_BYTES LES_PART_FILTER_MAX_BYTES
#define MIN_NAME_BYTES 5
#define BEGINNING_BYTES 6
#define MAX_SHORT_NAME_BYTES 120

/* How much of a word its atoms are. */
#define HEAD_STRENGTH 0.8f
#define MODIFIER_STRENGTH 0.5f
#define CONCEPT_STRENGTH 0.8f
#define HEAD_CONCEPT_STRENGTH 0.65f
#define MODIFIER_CONCEPT_STRENGTH 0.3f
#define PLACE_STRENGTH 0.95f
#define SEAT_STRENGTH 0.8f
#define VERB_STRENGTH 0.9f
#define VERBAL_NOUN_STRENGTH 0.8f
#define BARE_VERB_STRENGTH 0.6f
#define NAME_STRENGTH 0.95f
#define NUMBER_STRENGTH 1.0f
#define BEGINNING_STRENGTH 0.7f

/* What a word counts beside others of its rarity. */
#define FRAME_FACTOR 0.15f
#define TIME_FACTOR 0.6f
#define ROLE_FACTOR 0.5f
#define NAME_FACTOR 0.8f
#define NUMBER_FACTOR 1.0f
#define LIGHT_FACTOR 0.5f
#define NEGATION_FACTOR 0.8f

/* What is known of a word as a part of others. */
enum
{
  UNKNOWN,
  IS_NO_PART,
  MAY_BE_PART,
};

typedef struct
{
  LesAtoms *self;
  const LesTokens *tokens;
  LesWordBook *book;
  const LesLexicon *lexicon;
  LesVocabulary *words;
  LesVocabulary *names;    /* of the atoms */
  guint8 *parts;           /* for each word, whether this text has it and it may be a part */
  gboolean has_german_verbs;
  LesPartFilter *filter;   /* of these and the words of the lexicon */
} Builder;

static guint32
intern_name (Builder *builder, char kind, const char *name)
{
  gsize n = strlen (name);
  char buffer[MAX_SHORT_NAME_BYTES + 2];
  g_autofree char *full = NULL;

  if (n > MAX_SHORT_NAME_BYTES)
    {
      full = g_strdup_printf ("%c%s", kind, name);
      return les_vocabulary_intern (builder->names, full, n + 1);
    }
  buffer[0] = kind;
  memcpy (buffer + 1, name, n);
  return les_vocabulary_intern (builder->names, buffer, n + 1);
}

static void
add_atom (Builder *builder, LesWordInfo *info, char kind, const char *name, float strength)
{
  LesAtom atom = { intern_name (builder, kind, name), strength };

  for (guint i = 0; i < info->n; i++)
    if (g_array_index (builder->self->atoms, LesAtom, info->first + i).id == atom.id)
      return;
  g_array_append_val (builder->self->atoms, atom);
  info->n++;
}

static void
add_numbered_atom (Builder *builder, LesWordInfo *info, char kind, gint64 number, float strength)
{
  char name[32];

  g_snprintf (name, sizeof name, "%" G_GINT64_FORMAT, number);
  add_atom (builder, info, kind, name, strength);
}

static void
add_entry (Builder *builder, LesWordInfo *info, const LesLexiconEntry *entry, float strength)
{
  if (entry == NULL)
    return;
  for (guint i = 0; i < LES_LEXICON_MAX_CONCEPTS && entry->concepts[i] != 0; i++)
    add_numbered_atom (builder, info, 'c', entry->concepts[i], strength);
  if (entry->place != 0)
    add_numbered_atom (builder, info, 'p', entry->place,
                       (entry->is_seat ? SEAT_STRENGTH : PLACE_STRENGTH) * strength / CONCEPT_STRENGTH);
}

static void
add_meaning (Builder *builder, LesWordInfo *info, const char *stem, float strength)
{
  const LesLexiconEntry *entry = les_lexicon_look_up (builder->lexicon, stem);

  if (entry != NULL && entry->place != 0 && strength >= CONCEPT_STRENGTH)
    info->is_entity = TRUE;
  add_entry (builder, info, entry, strength);
}

/* The stem of a part of a compound: a word of the text or of the lexicon. */
static const char *
find_part (Builder *builder, const char *part)
{
  const char *known;
  guint id;

  if (les_vocabulary_look_up (builder->words, part, strlen (part), &id) && builder->parts[id] == MAY_BE_PART
      && les_word_book_get_facts (builder->book, id)->class != LES_LEXICON_EMPTY)
    return les_word_book_get_stem (builder->book, id);
  known = les_lexicon_find_stem (builder->lexicon, part);
  return known != NULL ? known : les_lexicon_get_stem (builder->lexicon, part);
}

/* The same for some bytes of the word that the filter has open. */
static const char *
find_stretch (Builder *builder, const char *word, gsize start, gsize end)
{
  char part[MAX_COMPOUND_BYTES + 1];

  if (start >= end || !les_part_filter_may_have (builder->filter, start, end))
    return NULL;
  memcpy (part, word + start, end - start);
  part[end - start] = '\0';
  return find_part (builder, part);
}

/* The part at the start of a word, where a letter or two may join it to the next. */
static const char *
find_modifier (Builder *builder, const char *start, gsize length)
{
  static const char *const joints[] = { "", "s", "es", "n", "en", "er", "e" };

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      gsize n = strlen (joints[i]);
      const char *stem;

      if (length < n + MIN_PART_BYTES || strncmp (start + length - n, joints[i], n) != 0)
        continue;
      stem = find_stretch (builder, start, 0, length - n);
      if (stem != NULL)
        return stem;
    }
  return NULL;
}

/* Finds the cut of a compound whose parts are best known, the longest last part
 * first. */
static void
cut_compound (Builder *builder, const char *stem, const char **modifier, const char **head)
{
  gsize length = strlen (stem);
  gboolean has_both = FALSE;

  *modifier = *head = NULL;
  if (length < MIN_COMPOUND_BYTES || length > MAX_COMPOUND_BYTES)
    return;
  les_part_filter_open_word (builder->filter, stem, length);
  for (gsize cut = MIN_PART_BYTES; cut + MIN_PART_BYTES <= length && !has_both; cut++)
    {
      const char *first;
      const char *last;

      if ((stem[cut] & 0xC0) == 0x80)
        continue;
      first = find_modifier (builder, stem, cut);
      last = les_part_filter_may_have (builder->filter, cut, length) ? find_part (builder, stem + cut) : NULL;
      has_both = first != NULL && last != NULL;
      if (has_both || (*head == NULL && last != NULL && length - cut > MIN_PART_BYTES))
        {
          *modifier = first;
          *head = last;
        }
      else if (*head == NULL && *modifier == NULL && first != NULL && cut > MIN_PART_BYTES)
        *modifier = first;
    }
}

static void
add_parts (Builder *builder, LesWordInfo *info, const char *stem)
{
  const char *modifier;
  const char *head;

  cut_compound (builder, stem, &modifier, &head);
  if (head != NULL)
    {
      add_atom (builder, info, 's', head, HEAD_STRENGTH);
      add_meaning (builder, info, head, HEAD_CONCEPT_STRENGTH);
    }
  if (modifier != NULL)
    {
      add_atom (builder, info, 's', modifier, MODIFIER_STRENGTH);
      add_meaning (builder, info, modifier, MODIFIER_CONCEPT_STRENGTH);
    }
}

/* German participles and third persons keep an ending that Snowball leaves on:
 * "verteidigt", "besetzten", "gefunden". */
static void
add_verb_form (Builder *builder, LesWordInfo *info, const char *stem)
{
  gsize length = strlen (stem);
  const char *known;

  if (length < 5 || length > MAX_COMPOUND_BYTES)
    return;
  les_part_filter_open_word (builder->filter, stem, length);
  if (stem[length - 1] == 't')
    length--;
  known = find_stretch (builder, stem, 0, length);
  if (known == NULL && stem[length - 1] == 'e')
    known = find_stretch (builder, stem, 0, --length);
  if (known == NULL && g_str_has_prefix (stem, "ge"))
    known = find_stretch (builder, stem, 2, length);
  if (known == NULL || strcmp (known, stem) == 0)
    return;
  add_atom (builder, info, 's', known, VERB_STRENGTH);
  add_meaning (builder, info, known, CONCEPT_STRENGTH * VERB_STRENGTH);
}

/* What the forms of a German verb have in common, and the noun made of it. */
static void
add_verb (Builder *builder, LesWordInfo *info, const char *word, gboolean is_noun)
{
  LesGermanVerb verb;

  if (is_noun ? !les_german_verb_read_noun (word, &verb) : !les_german_verb_read (word, &verb))
    return;
  add_atom (builder, info, 'v', verb.stem, is_noun ? VERBAL_NOUN_STRENGTH : VERB_STRENGTH);
  if (verb.base > 0)
    add_atom (builder, info, 'v', verb.stem + verb.base, BARE_VERB_STRENGTH);
}

static void
add_beginning (Builder *builder, LesWordInfo *info, const char *stem)
{
  char beginning[BEGINNING_BYTES + 1];
  gsize length = BEGINNING_BYTES;

  if (strlen (stem) < BEGINNING_BYTES)
    return;
  while ((stem[length] & 0xC0) == 0x80)
    length--;
  memcpy (beginning, stem, length);
  beginning[length] = '\0';
  add_atom (builder, info, 'b', beginning, BEGINNING_STRENGTH);
}

static void
add_number (Builder *builder, LesWordInfo *info, const LesWordFacts *facts)
{
  info->is_number = TRUE;
  info->factor = NUMBER_FACTOR;
  add_numbered_atom (builder, info, '#', facts->thousandths, NUMBER_STRENGTH);
  if (*facts->unit != '\0')
    add_atom (builder, info, 'u', facts->unit, HEAD_STRENGTH / 2);
}

static void
add_role (Builder *builder, LesWordInfo *info, const LesLexiconEntry *role, const char *stem)
{
  info->is_entity = TRUE;
  info->factor = ROLE_FACTOR;
  add_atom (builder, info, 'r', stem, 1);
  add_entry (builder, info, role, CONCEPT_STRENGTH);
}

static void
describe_word (Builder *builder, guint id, gboolean is_capital)
{
  LesWordInfo *info = &builder->self->words[id];
  const char *word = les_vocabulary_get_word (builder->words, id);
  const LesWordFacts *facts = les_word_book_get_facts (builder->book, id);
  LesLexiconClass class = facts->class;
  const char *stem;

  info->first = builder->self->atoms->len;
  info->factor = 1;
  info->is_frame = class == LES_LEXICON_FRAME;
  info->is_pointer = (facts->marks & LES_MARK_POINTER) != 0;
  info->is_filler = (facts->marks & LES_MARK_FILLER) != 0;
  if (class == LES_LEXICON_EMPTY)
    return;
  if (facts->is_number)
    {
      add_number (builder, info, facts);
      return;
    }

  if (class == LES_LEXICON_NEGATION)
    {
      info->factor = NEGATION_FACTOR;
      add_atom (builder, info, '!', "", 1);
      return;
    }
  stem = les_word_book_get_stem (builder->book, id);
  if (les_word_book_is_role (builder->book, id))
    {
      add_role (builder, info, les_word_book_get_role (builder->book, id), stem);
      return;
    }
  add_atom (builder, info, 's', stem, 1);
  if (class == LES_LEXICON_FRAME)
    info->factor = FRAME_FACTOR;
  if (class == LES_LEXICON_TIME)
    info->factor = TIME_FACTOR;
  if (class == LES_LEXICON_LIGHT)
    info->factor = LIGHT_FACTOR;
  if (info->is_name)
    {
      info->factor = NAME_FACTOR;
      info->is_entity = TRUE;
    }
  add_meaning (builder, info, stem, CONCEPT_STRENGTH);
  if (is_capital && strlen (word) >= MIN_NAME_BYTES)
    {
      g_autofree char *key = les_name_key_dup (stem);

      add_atom (builder, info, 'n', key, NAME_STRENGTH);
    }
  if (!is_capital)
    add_verb_form (builder, info, stem);
  if (builder->has_german_verbs && class != LES_LEXICON_FRAME)
    add_verb (builder, info, word, is_capital);
  add_parts (builder, info, stem);
  add_beginning (builder, info, stem);
}

static gboolean
is_title (Builder *builder, const LesToken *token)
{
  return les_word_book_is_role (builder->book, token->id);
}

static gboolean
may_be_name (Builder *builder, const LesToken *token)
{
  const LesWordFacts *facts;

  if (!token->is_capital)
    return FALSE;
  facts = les_word_book_get_facts (builder->book, token->id);
  return facts->class == LES_LEXICON_CONTENT
         && !facts->is_listed && !facts->is_number && !is_title (builder, token);
}

/* A capital right behind a title or another capital is a name; so is what stands
 * before it, unless it is a title. */
static void
find_names (Builder *builder)
{
  for (guint i = 0; i + 1 < builder->tokens->n; i++)
    {
      const LesToken *token = &builder->tokens->items[i];

      if (!token->is_capital || !token[1].is_joined || !token[1].is_capital || !may_be_name (builder, &token[1]))
        continue;
      if (is_title (builder, token))
        builder->self->words[token[1].id].is_name = TRUE;
      else if (!token->is_opening && may_be_name (builder, token))
        builder->self->words[token[0].id].is_name = builder->self->words[token[1].id].is_name = TRUE;
    }
}

static void
add_lexicon (Builder *builder)
{
  guint n;
  const guint32 *hashes = les_lexicon_get_part_hashes (builder->lexicon, &n);

  builder->filter = les_part_filter_new (les_vocabulary_get_n (builder->words) + n);
  for (guint i = 0; i < n; i++)
    les_part_filter_add (builder->filter, hashes[i]);
}

static void
collect_parts (Builder *builder)
{
  for (guint i = 0; i < builder->tokens->n; i++)
    {
      guint id = builder->tokens->items[i].id;
      const char *word;
      guint32 hash;

      if (builder->parts[id] != UNKNOWN)
        continue;
      word = les_vocabulary_get_word (builder->words, id);
      builder->parts[id] = strlen (word) < MIN_PART_BYTES ? IS_NO_PART : MAY_BE_PART;
      if (builder->parts[id] == MAY_BE_PART && les_part_filter_hash (word, &hash))
        les_part_filter_add (builder->filter, hash);
    }
}

/**
 * les_atoms_new:
 * @tokens: the words of a text
 * @wanted: (nullable): for each token, whether its word is asked for
 * @book: what is known of the words in the language of the text
 * @names: where the atoms get their numbers; one for both texts
 *
 * Returns: (transfer full): what the words of this text consist of
 */
LesAtoms *
les_atoms_new (const LesTokens *tokens,
               const guint8    *wanted,
               LesWordBook     *book,
               LesVocabulary   *names)
{
  LesAtoms *self = g_new0 (LesAtoms, 1);
  LesVocabulary *words = les_word_book_get_words (book);
  Builder builder = { self, tokens, book, les_word_book_get_lexicon (book), words, names, NULL, FALSE, NULL };
  g_autofree guint8 *seen = les_new_zeroed (guint8, les_vocabulary_get_n (words) + 1);

  self->words = les_new_zeroed (LesWordInfo, les_vocabulary_get_n (words) + 1);
  self->atoms = g_array_new (FALSE, FALSE, sizeof (LesAtom));
  builder.has_german_verbs = builder.lexicon == les_lexicon_get ("de");
  if (wanted != NULL && tokens->n > 0 && memchr (wanted, 1, tokens->n) == NULL)
    return self;
  builder.parts = les_new_zeroed (guint8, les_vocabulary_get_n (words) + 1);
  add_lexicon (&builder);
  find_names (&builder);
  collect_parts (&builder);
  for (guint i = 0; i < tokens->n; i++)
    {
      guint id = tokens->items[i].id;

      if (!seen[id] && (wanted == NULL || wanted[i]))
        {
          seen[id] = 1;
          describe_word (&builder, id, tokens->items[i].is_capital);
        }
    }
  g_free (builder.parts);
  les_part_filter_free (builder.filter);
  return self;
}

/**
 * les_atoms_renumber:
 * @numbers: for each number that an atom has, another
 */
void
les_atoms_renumber (LesAtoms *self, const guint32 *numbers)
{
  for (guint i = 0; i < self->atoms->len; i++)
    {
      LesAtom *atom = &g_array_index (self->atoms, LesAtom, i);

      atom->id = numbers[atom->id];
    }
}

/**
 * les_atoms_get_likeness:
 * @left_word: number of a word of the left text
 * @right_word: number of a word of the right text
 *
 * Returns: how strong the best atom is that both share, 0 to 1; 0 if they share none
 */
float
les_atoms_get_likeness (const LesAtoms *left, guint32 left_word, const LesAtoms *right, guint32 right_word)
{
  const LesWordInfo *a = &left->words[left_word];
  const LesWordInfo *b = &right->words[right_word];
  float likeness = 0;

  for (guint i = 0; i < a->n; i++)
    for (guint j = 0; j < b->n; j++)
      {
        const LesAtom *x = &g_array_index (left->atoms, LesAtom, a->first + i);
        const LesAtom *y = &g_array_index (right->atoms, LesAtom, b->first + j);

        if (x->id == y->id)
          likeness = MAX (likeness, x->strength * y->strength);
      }
  return likeness;
}

void
les_atoms_free (LesAtoms *self)
{
  g_free (self->words);
  g_array_unref (self->atoms);
  g_free (self);
}
