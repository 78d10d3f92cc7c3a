/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-rebase.h"

#include <string.h>

#include "les-words.h"

/* So much of a passage, in percent of its characters, must be left for it to be
 * the same passage. */
#define MIN_KEPT_PERCENT 50

struct _LesRebase
{
  LesText *before;
  LesText *after;
  LesKeptSet *kept;
  int *sums;           /* of each piece in order: how many characters are kept before it */
};

/* The characters from one kept piece to the next, empty on one side perhaps. */
typedef struct
{
  LesTextRange before;
  LesTextRange after;
} Gap;

static const LesKept *
get_piece (const GArray *pieces, guint index)
{
  return &g_array_index (pieces, LesKept, index);
}

/* The first piece that ends behind @offset of the old text; their number if
 * there is none. */
static guint
find_piece (const GArray *pieces, int offset)
{
  guint low = 0;
  guint high = pieces->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const LesKept *piece = get_piece (pieces, middle);

      if (piece->before + piece->n <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The gap in front of piece @index in order. */
static Gap
get_gap (LesRebase *self, guint index)
{
  const GArray *pieces = self->kept->in_order;
  Gap gap = { { 0, les_text_get_n_chars (self->before) }, { 0, les_text_get_n_chars (self->after) } };

  if (index > 0)
    {
      const LesKept *last = get_piece (pieces, index - 1);

      gap.before.start = last->before + last->n;
      gap.after.start = last->after + last->n;
    }
  if (index < pieces->len)
    {
      gap.before.end = get_piece (pieces, index)->before;
      gap.after.end = get_piece (pieces, index)->after;
    }
  return gap;
}

/* How many characters before @offset of the old text are kept in order. */
static int
count_kept_before (LesRebase *self, int offset)
{
  const GArray *pieces = self->kept->in_order;
  guint index = find_piece (pieces, offset);

  if (index == pieces->len)
    return self->sums[index];
  return self->sums[index] + MAX (0, offset - get_piece (pieces, index)->before);
}

static gboolean
is_same (LesRebase *self, LesTextRange before, LesTextRange after)
{
  gsize a = les_text_char_to_byte (self->before, before.start);
  gsize b = les_text_char_to_byte (self->after, after.start);
  gsize n = les_text_char_to_byte (self->before, before.end) - a;

  return n == les_text_char_to_byte (self->after, after.end) - b
         && memcmp (les_text_get_utf8 (self->before) + a, les_text_get_utf8 (self->after) + b, n) == 0;
}

static const char *
skip_space (const char *p, const char *end)
{
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Whether both say the same when white space is left out. */
static gboolean
is_same_but_for_space (LesRebase *self, LesTextRange before, LesTextRange after)
{
  const char *a = les_text_peek (self->before, before.start);
  const char *b = les_text_peek (self->after, after.start);
  const char *a_end = les_text_peek (self->before, before.end);
  const char *b_end = les_text_peek (self->after, after.end);

  for (;;)
    {
      a = skip_space (a, a_end);
      b = skip_space (b, b_end);
      if (a == a_end || b == b_end)
        return a == a_end && b == b_end;
      if (g_utf8_get_char (a) != g_utf8_get_char (b))
        return FALSE;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
}

static gboolean
is_letter (LesText *text, int offset)
{
  return g_unichar_isalnum (les_text_get_char (text, offset));
}

static gboolean
is_inside_word (LesText *text, int offset)
{
  return is_letter (text, offset - 1) && is_letter (text, offset);
}

/* Letters that were joined to a passage belong to it: what was a word is a
 * part of one now. */
static LesTextRange
take_joined_letters (LesRebase *self, LesTextRange before, LesTextRange after)
{
  if (is_inside_word (self->after, after.start) && !is_inside_word (self->before, before.start))
    after.start = MIN (after.start, les_words_at (self->after, after.start).start);
  if (is_inside_word (self->after, after.end) && !is_inside_word (self->before, before.end))
    after.end = MAX (after.end, les_words_at (self->after, after.end).end);
  return after;
}

static gboolean
try_shift (LesRebase *self, LesTextRange range, int shift, LesTextRange *moved)
{
  *moved = LES_TEXT_RANGE (range.start + shift, range.end + shift);
  return moved->start >= 0 && moved->end <= les_text_get_n_chars (self->after)
         && is_same (self, range, *moved);
}

/* Whether the same words stand where the text before or behind the passage
 * says that it is. */
static gboolean
find_same (LesRebase *self, LesTextRange range, LesTextRange *moved)
{
  const GArray *pieces = self->kept->in_order;
  guint first = find_piece (pieces, range.start);
  guint last = find_piece (pieces, range.end - 1);
  gboolean starts_inside = first < pieces->len && get_piece (pieces, first)->before <= range.start;
  int shift;

  if (starts_inside || first > 0)
    {
      const LesKept *piece = get_piece (pieces, starts_inside ? first : first - 1);

      shift = piece->after - piece->before;
    }
  else
    shift = 0;
  if (try_shift (self, range, shift, moved))
    return TRUE;
  if (last < pieces->len)
    shift = get_piece (pieces, last)->after - get_piece (pieces, last)->before;
  else
    shift = les_text_get_n_chars (self->after) - les_text_get_n_chars (self->before);
  return try_shift (self, range, shift, moved);
}

/* The place in the gap of the new text that is as far along as @offset. */
static int
scale (Gap gap, int offset)
{
  gint64 along = offset - gap.before.start;

  return gap.after.start + (int) (along * les_text_range_length (gap.after) / les_text_range_length (gap.before));
}

static int
map_start (LesRebase *self, int offset)
{
  const GArray *pieces = self->kept->in_order;
  guint index = find_piece (pieces, offset);
  Gap gap = get_gap (self, index);

  if (offset >= gap.before.end)
    return gap.after.end + (offset - gap.before.end);
  if (offset == gap.before.start || les_text_range_is_empty (gap.after))
    return gap.after.start;
  return MAX (gap.after.start, les_words_at (self->after, scale (gap, offset)).start);
}

static int
map_end (LesRebase *self, int offset)
{
  const GArray *pieces = self->kept->in_order;
  guint index = find_piece (pieces, offset - 1);
  Gap gap = get_gap (self, index);

  if (offset - 1 >= gap.before.end)
    return gap.after.end + (offset - gap.before.end);
  if (offset == gap.before.end || les_text_range_is_empty (gap.after))
    return gap.after.end;
  return MIN (gap.after.end, les_words_at (self->after, scale (gap, offset)).end);
}

static gboolean
find_changed (LesRebase *self, LesTextRange range, LesTextRange *changed)
{
  int n_kept = count_kept_before (self, range.end) - count_kept_before (self, range.start);

  if ((gint64) n_kept * 100 < (gint64) les_text_range_length (range) * MIN_KEPT_PERCENT)
    return FALSE;
  *changed = LES_TEXT_RANGE (map_start (self, range.start), map_end (self, range.end));
  *changed = take_joined_letters (self, range, *changed);
  *changed = les_text_trim (self->after, *changed);
  return !les_text_range_is_empty (*changed);
}

static LesTextRange
intersect (LesTextRange range, const LesKept *piece)
{
  return les_text_range_intersect (range, LES_TEXT_RANGE (piece->before, piece->before + piece->n));
}

/* The longest piece of the passage that stands elsewhere, and how much of the
 * passage went with it. */
static const LesKept *
find_moved_piece (LesRebase *self, LesTextRange range, int *n_moved)
{
  const GArray *pieces = self->kept->moved;
  const LesKept *longest = NULL;
  int most = 0;

  *n_moved = 0;
  for (guint i = find_piece (pieces, range.start);
       i < pieces->len && get_piece (pieces, i)->before < range.end; i++)
    {
      int n = les_text_range_length (intersect (range, get_piece (pieces, i)));

      if (n > most)
        {
          most = n;
          longest = get_piece (pieces, i);
        }
    }
  if (longest != NULL)
    *n_moved = most;
  return longest;
}

/* Other pieces of the passage that went to about the same place. */
static LesTextRange
join_neighbours (LesRebase *self, LesTextRange range, const LesKept *longest, LesTextRange moved, int *n_moved)
{
  const GArray *pieces = self->kept->moved;
  int reach = les_text_range_length (range);

  for (guint i = find_piece (pieces, range.start);
       i < pieces->len && get_piece (pieces, i)->before < range.end; i++)
    {
      const LesKept *piece = get_piece (pieces, i);
      LesTextRange part = intersect (range, piece);
      int shift = piece->after - piece->before;

      if (piece == longest || les_text_range_is_empty (part)
          || ABS (shift - (longest->after - longest->before)) > reach)
        continue;
      *n_moved += les_text_range_length (part);
      moved = les_text_range_join (moved, LES_TEXT_RANGE (part.start + shift, part.end + shift));
    }
  return moved;
}

static gboolean
find_moved (LesRebase *self, LesTextRange range, LesTextRange *moved)
{
  int n_moved;
  const LesKept *longest = find_moved_piece (self, range, &n_moved);
  LesTextRange part;
  int shift;

  if (longest == NULL)
    return FALSE;
  shift = longest->after - longest->before;
  if (try_shift (self, range, shift, moved))
    return TRUE;
  part = intersect (range, longest);
  *moved = join_neighbours (self, range, longest, LES_TEXT_RANGE (part.start + shift, part.end + shift), &n_moved);
  *moved = les_text_trim (self->after, *moved);
  return (gint64) n_moved * 100 >= (gint64) les_text_range_length (range) * MIN_KEPT_PERCENT
         && !les_text_range_is_empty (*moved);
}

static LesRebased
give_up (LesRebase *self, LesTextRange range)
{
  int place = map_start (self, range.start);

  place = CLAMP (place, 0, les_text_get_n_chars (self->after));
  return (LesRebased) { LES_TEXT_RANGE (place, place), LES_REBASE_UNPLACED };
}

/**
 * les_rebase_new:
 * @before: the old text
 * @after: the new text
 * @cancellable: (nullable): what it stops by
 *
 * Any thread. Cost: as les_kept_set_new().
 *
 * Returns: (transfer full) (nullable): NULL when cancelled
 */
LesRebase *
les_rebase_new (LesText *before, LesText *after, GCancellable *cancellable)
{
  LesKeptSet *kept = les_kept_set_new (before, after, cancellable);
  LesRebase *self;
  int sum = 0;

  if (kept == NULL)
    return NULL;
  self = g_new0 (LesRebase, 1);
  self->before = les_text_ref (before);
  self->after = les_text_ref (after);
  self->kept = kept;
  self->sums = g_new (int, kept->in_order->len + 1);
  for (guint i = 0; i < kept->in_order->len; i++)
    {
      self->sums[i] = sum;
      sum += get_piece (kept->in_order, i)->n;
    }
  self->sums[kept->in_order->len] = sum;
  return self;
}

void
les_rebase_free (LesRebase *self)
{
  les_text_unref (self->before);
  les_text_unref (self->after);
  les_kept_set_free (self->kept);
  g_free (self->sums);
  g_free (self);
}

/** Returns: (transfer none): what the new text kept of the old one */
const LesKeptSet *
les_rebase_get_kept (LesRebase *self)
{
  return self->kept;
}

/**
 * les_rebase_range:
 * @range: Unicode characters of the old text; clamped to it
 *
 * Finds a passage again. What is inserted at its edge does not become part of
 * it, unless it makes another word of the one at the edge; what replaces its
 * first or last words does. White space alone changes nothing. Any thread.
 * Cost: logarithmic in the number of edits, linear in the length of @range.
 */
LesRebased
les_rebase_range (LesRebase *self, LesTextRange range)
{
  LesTextRange found;

  range.start = CLAMP (range.start, 0, les_text_get_n_chars (self->before));
  range.end = CLAMP (range.end, range.start, les_text_get_n_chars (self->before));
  if (les_text_range_is_empty (range))
    return give_up (self, range);

  if (find_same (self, range, &found))
    {
      LesTextRange whole = take_joined_letters (self, range, found);

      return (LesRebased) { whole, les_text_range_equal (whole, found) ? LES_REBASE_KEPT : LES_REBASE_CHANGED };
    }
  if (find_changed (self, range, &found))
    {
      if (is_same_but_for_space (self, range, found))
        return (LesRebased) { found, LES_REBASE_KEPT };
      return (LesRebased) { les_words_snap_graphemes (self->after, found), LES_REBASE_CHANGED };
    }
  if (find_moved (self, range, &found))
    return (LesRebased) { found, LES_REBASE_MOVED };
  return give_up (self, range);
}
