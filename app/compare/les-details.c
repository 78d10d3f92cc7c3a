/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-details.h"

#include <string.h>

/* A longer passage is not looked through. */
#define MAX_TOKENS 400
#define MIN_NAME_BYTES 5
#define FIRST_YEAR 1500
#define LAST_YEAR 2199
#define MIN_QUOTED_WORDS 3
#define SAME_QUOTATION_PERCENT 50
/* So far behind a negation stands what it denies. */
#define NEGATION_REACH_TOKENS 3

/* Two passages that say the same in other words disagree only where they plainly
 * speak of one thing: so many of the words that state something are shared, and so
 * many hundredths of those of the shorter one. */
#define MIN_SHARED_WORDS 2
#define SHARED_PERCENT 40

/* What can be set against what. */
typedef enum
{
  SORT_ANY,
  SORT_YEAR,
  SORT_DAY,
  SORT_MONTH,
  SORT_WEEKDAY,
  N_SORTS,
} Sort;

/* Something in a passage that can disagree. */
typedef struct
{
  LesDetailKind kind;
  Sort sort;
  guint64 value;       /* equal for what agrees */
  guint first;         /* token */
  guint last;          /* token */
} Item;

typedef struct
{
  const LesDetailSide *side;
  guint first;         /* token */
  guint end;           /* token, one behind */
} Passage;

static const char *
get_word (const Passage *passage, guint token)
{
  return les_vocabulary_get_word (les_word_book_get_words (passage->side->book), passage->side->tokens->items[token].id);
}

static const LesWordFacts *
get_facts (const Passage *passage, guint token)
{
  return les_word_book_get_facts (passage->side->book, passage->side->tokens->items[token].id);
}

static LesTextRange
get_range (const Passage *passage, const Item *item)
{
  const LesToken *tokens = passage->side->tokens->items;

  return LES_TEXT_RANGE (tokens[item->first].start, tokens[item->last].end);
}

static Passage
open_passage (const LesDetailSide *side, LesTextRange range)
{
  Passage passage = { side, 0, 0 };

  passage.first = les_tokens_find ((LesTokens *) side->tokens, range.start);
  passage.end = passage.first;
  while (passage.end < side->tokens->n && side->tokens->items[passage.end].start < range.end)
    passage.end++;
  return passage;
}

static void
add_item (GArray *items, LesDetailKind kind, Sort sort, guint64 value, guint token)
{
  Item item = { kind, sort, value, token, token };

  g_array_append_val (items, item);
}

/* What sort of number stands there: a day before a month, a year, or any. */
static Sort
get_number_sort (const Passage *passage, guint token, gint64 thousandths)
{
  const LesToken *item = &passage->side->tokens->items[token];

  if (token + 1 < passage->end && (get_facts (passage, token + 1)->marks & LES_MARK_MONTH))
    return SORT_DAY;
  if (item->end - item->start == 4 && item->is_number
      && thousandths >= FIRST_YEAR * 1000 && thousandths <= LAST_YEAR * 1000)
    return SORT_YEAR;
  return SORT_ANY;
}

static void
add_number (const Passage *passage, guint token, gint64 thousandths, GArray *items)
{
  Sort sort = get_number_sort (passage, token, thousandths);

  add_item (items, sort == SORT_ANY ? LES_DETAIL_NUMBER : LES_DETAIL_DATE, sort, thousandths, token);
}

static void
collect_values (const Passage *passage, GArray *items)
{
  for (guint i = passage->first; i < passage->end; i++)
    {
      const LesWordFacts *facts = get_facts (passage, i);

      if (facts->is_number)
        add_number (passage, i, facts->thousandths, items);
      else if (facts->marks & LES_MARK_MONTH)
        add_item (items, LES_DETAIL_DATE, SORT_MONTH, g_str_hash (get_word (passage, i)), i);
      else if (facts->marks & LES_MARK_WEEKDAY)
        add_item (items, LES_DETAIL_DATE, SORT_WEEKDAY, g_str_hash (get_word (passage, i)), i);
      else if (facts->class == LES_LEXICON_NEGATION)
        add_item (items, LES_DETAIL_NEGATION, SORT_ANY, 0, i);
      else if (facts->marks & LES_MARK_HEDGE)
        add_item (items, LES_DETAIL_HEDGE, SORT_ANY, 0, i);
    }
}

static gboolean
has_value (const GArray *items, const Item *wanted)
{
  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      if (item->kind == wanted->kind && item->sort == wanted->sort && item->value == wanted->value)
        return TRUE;
    }
  return FALSE;
}

static const Item *
find_unmet (const GArray *items, LesDetailKind kind, Sort sort, const GArray *others, guint *from)
{
  for (; *from < items->len; (*from)++)
    {
      const Item *item = &g_array_index (items, Item, *from);

      if (item->kind == kind && item->sort == sort && !has_value (others, item))
        return &g_array_index (items, Item, (*from)++);
    }
  return NULL;
}

static void
add_detail (LesMatch *match, LesDetailKind kind, LesTextRange left, LesTextRange right)
{
  LesDetail detail = { kind, left, right };

  g_array_append_val (les_match_edit_details (match), detail);
}

/* Values that stand on one side only, set against each other in order. What has
 * nothing against it is more detail, not another. */
static void
compare_values (const Passage *left, const GArray *left_items, const Passage *right, const GArray *right_items,
                LesDetailKind kind, Sort sort, LesMatch *match)
{
  guint i = 0;
  guint j = 0;

  for (;;)
    {
      const Item *a = find_unmet (left_items, kind, sort, right_items, &i);
      const Item *b = find_unmet (right_items, kind, sort, left_items, &j);

      if (a == NULL || b == NULL)
        return;
      add_detail (match, kind, get_range (left, a), get_range (right, b));
    }
}

static const Item *
find_kind (const GArray *items, LesDetailKind kind)
{
  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, Item, i).kind == kind)
      return &g_array_index (items, Item, i);
  return NULL;
}

static int
find_token (const Passage *passage, guint32 id)
{
  for (guint i = passage->first; i < passage->end; i++)
    if (passage->side->tokens->items[i].id == id)
      return i;
  return -1;
}

/* The word that a negation or hedge belongs to, as it stands in the other
 * passage, or -1. */
static int
find_ground (const Passage *passage, const Item *item, const Passage *other)
{
  for (guint i = item->last + 1; i < passage->end && i <= item->last + NEGATION_REACH_TOKENS; i++)
    {
      int token;

      if (get_facts (passage, i)->class == LES_LEXICON_EMPTY)
        continue;
      token = find_token (other, passage->side->tokens->items[i].id);
      if (token >= 0)
        return token;
    }
  return -1;
}

/* A negation or hedge in one passage only, before a word that both have. */
static void
compare_marks (const Passage *left, const GArray *left_items, const Passage *right, const GArray *right_items,
               LesDetailKind kind, LesMatch *match)
{
  const Item *a = find_kind (left_items, kind);
  const Item *b = find_kind (right_items, kind);
  LesTextRange place;
  int token;

  if ((a == NULL) == (b == NULL))
    return;
  token = a != NULL ? find_ground (left, a, right) : find_ground (right, b, left);
  if (token < 0)
    return;
  if (a != NULL)
    {
      place.start = place.end = right->side->tokens->items[token].start;
      add_detail (match, kind, get_range (left, a), place);
    }
  else
    {
      place.start = place.end = left->side->tokens->items[token].start;
      add_detail (match, kind, place, get_range (right, b));
    }
}

/* Whether a word may be the name of somebody or something. */
static gboolean
may_be_name (const Passage *passage, guint token)
{
  const LesWordFacts *facts = get_facts (passage, token);

  return passage->side->tokens->items[token].is_capital && facts->class == LES_LEXICON_CONTENT
         && !facts->is_listed;
}

static gboolean
is_name_like (const Passage *passage, guint token)
{
  return may_be_name (passage, token) && strlen (get_word (passage, token)) >= MIN_NAME_BYTES;
}

static gboolean
is_role (const Passage *passage, guint token)
{
  return les_word_book_is_role (passage->side->book, passage->side->tokens->items[token].id);
}

/* Whether @b is @a with another ending. */
static gboolean
is_inflection_of (const char *a, const char *b)
{
  static const char *const endings[] = { "", "e", "en", "er", "es", "em", "n", "s", "m", "r" };
  gsize length = 0;
  guint n_found = 0;

  while (a[length] != '\0' && a[length] == b[length])
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    n_found += (strcmp (a + length, endings[i]) == 0) + (strcmp (b + length, endings[i]) == 0);
  return length >= 3 && n_found == 2;
}

/* Whether both words are one name in two spellings. */
static gboolean
is_spelling_of (const Passage *left, guint i, const Passage *right, guint j)
{
  const char *a = les_word_book_get_name_key (left->side->book, left->side->tokens->items[i].id);
  const char *b = les_word_book_get_name_key (right->side->book, right->side->tokens->items[j].id);

  return strcmp (a, b) == 0 && !is_inflection_of (get_word (left, i), get_word (right, j));
}

/* Whether both tokens are first names before the same surname. */
static gboolean
differ_in_first_name (const Passage *left, guint i, const Passage *right, guint j)
{
  const LesToken *a = &left->side->tokens->items[i];
  const LesToken *b = &right->side->tokens->items[j];

  if (i + 1 >= left->end || j + 1 >= right->end || a[0].id == b[0].id || a[1].id != b[1].id)
    return FALSE;
  return a[1].is_joined && b[1].is_joined && is_name_like (left, i + 1)
         && may_be_name (left, i) && may_be_name (right, j)
         && !is_inflection_of (get_word (left, i), get_word (right, j))
         && !is_role (left, i) && !is_role (right, j);
}

static void
compare_names (const Passage *left, const Passage *right, LesMatch *match)
{
  for (guint i = left->first; i < left->end; i++)
    for (guint j = right->first; j < right->end; j++)
      {
        const LesToken *a = &left->side->tokens->items[i];
        const LesToken *b = &right->side->tokens->items[j];

        if (!a->is_capital || !b->is_capital || a->id == b->id
            || find_token (left, b->id) >= 0 || find_token (right, a->id) >= 0)
          continue;
        if (differ_in_first_name (left, i, right, j)
            || (is_name_like (left, i) && is_name_like (right, j)
                && is_spelling_of (left, i, right, j)))
          add_detail (match, LES_DETAIL_NAME, LES_TEXT_RANGE (a->start, a->end), LES_TEXT_RANGE (b->start, b->end));
      }
}

/* The first quotation of some length in a passage. */
static gboolean
find_quotation (const Passage *passage, Item *quotation)
{
  int start = -1;

  for (guint i = passage->first; i < passage->end; i++)
    {
      if (passage->side->tokens->items[i].opens_quotation)
        start = i;
      if (start < 0 || !passage->side->tokens->items[i].closes_quotation)
        continue;
      if (i - start + 1 >= MIN_QUOTED_WORDS)
        {
          *quotation = (Item) { LES_DETAIL_QUOTATION, SORT_ANY, 0, start, i };
          return TRUE;
        }
      start = -1;
    }
  return FALSE;
}

static void
compare_quotations (const Passage *left, const Passage *right, LesMatch *match)
{
  Item a;
  Item b;
  guint n_shared = 0;
  guint n_words;

  if (!find_quotation (left, &a) || !find_quotation (right, &b))
    return;
  n_words = MAX (a.last - a.first, b.last - b.first) + 1;
  for (guint i = a.first; i <= a.last; i++)
    for (guint j = b.first; j <= b.last; j++)
      if (left->side->tokens->items[i].id == right->side->tokens->items[j].id)
        {
          n_shared++;
          break;
        }
  if (n_shared < n_words && n_shared * 100 >= n_words * SAME_QUOTATION_PERCENT)
    add_detail (match, LES_DETAIL_QUOTATION, get_range (left, &a), get_range (right, &b));
}

static gboolean
states_something (const Passage *passage, guint token)
{
  const LesWordFacts *facts = get_facts (passage, token);

  return facts->class != LES_LEXICON_EMPTY && facts->class != LES_LEXICON_FRAME
         && facts->class != LES_LEXICON_NEGATION && !facts->is_number && (facts->marks & LES_MARK_HEDGE) == 0;
}

static const char *
get_stem (const Passage *passage, guint token)
{
  return les_word_book_get_stem (passage->side->book, passage->side->tokens->items[token].id);
}

static gboolean
has_stem (const Passage *passage, const char *stem)
{
  for (guint i = passage->first; i < passage->end; i++)
    if (strcmp (get_stem (passage, i), stem) == 0)
      return TRUE;
  return FALSE;
}

static guint
count_statements (const Passage *passage)
{
  guint n = 0;

  for (guint i = passage->first; i < passage->end; i++)
    n += states_something (passage, i);
  return n;
}

/* Whether two passages share enough for what differs to be a disagreement. */
static gboolean
speak_of_one_thing (const Passage *left, const Passage *right)
{
  guint n_words = MIN (count_statements (left), count_statements (right));
  guint n_shared = 0;

  for (guint i = left->first; i < left->end; i++)
    n_shared += states_something (left, i) && has_stem (right, get_stem (left, i));
  return n_shared >= MIN_SHARED_WORDS && n_shared * 100 >= n_words * SHARED_PERCENT;
}

/**
 * les_details_find:
 * @match: a match of the two; its details are added
 *
 * Looks for what both passages say otherwise: numbers, dates, names, denials,
 * words of distance, the wording of a quotation. What only one of them says is
 * left out.
 */
void
les_details_find (const LesDetailSide *left, const LesDetailSide *right, LesMatch *match)
{
  Passage a;
  Passage b;
  g_autoptr (GArray) left_items = NULL;
  g_autoptr (GArray) right_items = NULL;

  if (match->kind == LES_MATCH_VERBATIM)
    return;
  a = open_passage (left, match->left);
  b = open_passage (right, match->right);
  if (a.end - a.first > MAX_TOKENS || b.end - b.first > MAX_TOKENS)
    return;

  left_items = g_array_new (FALSE, FALSE, sizeof (Item));
  right_items = g_array_new (FALSE, FALSE, sizeof (Item));
  if (match->kind != LES_MATCH_REWORDED || speak_of_one_thing (&a, &b))
    {
      collect_values (&a, left_items);
      collect_values (&b, right_items);
      compare_values (&a, left_items, &b, right_items, LES_DETAIL_NUMBER, SORT_ANY, match);
      for (Sort sort = SORT_YEAR; sort < N_SORTS; sort++)
        compare_values (&a, left_items, &b, right_items, LES_DETAIL_DATE, sort, match);
      compare_marks (&a, left_items, &b, right_items, LES_DETAIL_NEGATION, match);
      compare_marks (&a, left_items, &b, right_items, LES_DETAIL_HEDGE, match);
    }
  compare_names (&a, &b, match);
  compare_quotations (&a, &b, match);
}
