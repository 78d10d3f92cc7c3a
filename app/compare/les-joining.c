/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-joining.h"

#include <string.h>

/*
 * The engine gives a match for each sentence that was taken over, and so they are
 * scored. A reader sees one passage where several follow each other in both texts.
 */

/* Thousandths of equal words: a sentence that was changed more stands for itself. */
#define MIN_SCORE 500

/* A passage of so many characters ends with its paragraph, one of twice as many with
 * its sentence: a list or table of passages is to be read. */
#define LONG_CHARS 4000

/* @next: for each match that of the next sentence of its passage, -1 for none. */
typedef struct
{
  LesMatchSet *found;
  LesDocument *documents[2];
  int *next;
  guint8 *dropped;
  guint8 *done;
} Joining;

static const LesMatch *
get_match (Joining *self, int index)
{
  return les_match_set_get (self->found, (guint) index);
}

static gboolean
is_taken_over (const LesMatch *match)
{
  return match->grade == LES_GRADE_ASSERTED && match->kind != LES_MATCH_REWORDED && match->score >= MIN_SCORE;
}

static gboolean
is_prose (LesDocument *document, int offset)
{
  const LesBlock *block = les_document_get_block_at (document, offset);

  return block != NULL && les_block_role_is_prose (block->role);
}

/* Whether no word stands between two passages of one text, nor the end of a heading. */
static gboolean
follows (LesDocument *document, LesTextRange before, LesTextRange range)
{
  LesText *text = les_document_get_text (document);

  if (range.start < before.end)
    return FALSE;
  for (int i = before.end; i < range.start; i++)
    if (g_unichar_isalnum (les_text_get_char (text, i)))
      return FALSE;
  return is_prose (document, before.start) && is_prose (document, range.start);
}

static gboolean
can_join (Joining *self, const LesMatch *before, const LesMatch *match)
{
  return before->moved == match->moved
         && follows (self->documents[0], before->left, match->left)
         && follows (self->documents[1], before->right, match->right);
}

static gboolean
starts_line (LesDocument *document, int before, int offset)
{
  LesText *text = les_document_get_text (document);

  while (offset > before && les_text_get_char (text, offset - 1) != '\n')
    offset--;
  return offset > before;
}

/* Whether the passage that begins with @first is long enough at the end of @before. */
static gboolean
is_long (Joining *self, const LesMatch *first, const LesMatch *before, const LesMatch *match)
{
  int n = MAX (before->left.end - first->left.start, before->right.end - first->right.start);

  return n > 2 * LONG_CHARS
         || (n > LONG_CHARS && starts_line (self->documents[0], before->left.end, match->left.start));
}

static void
find_next (Joining *self)
{
  int first = -1;
  int last = -1;

  for (int i = 0; i < (int) les_match_set_get_n (self->found); i++)
    {
      const LesMatch *match = get_match (self, i);

      self->next[i] = -1;
      if (!is_taken_over (match))
        continue;
      if (last >= 0 && can_join (self, get_match (self, last), match)
          && !is_long (self, get_match (self, first), get_match (self, last), match))
        self->next[last] = i;
      else
        first = i;
      last = i;
    }
}

/* The first match that starts at @start or behind it in the left text. */
static int
find_start (Joining *self, int start)
{
  int low = 0;
  int high = (int) les_match_set_get_n (self->found);

  while (low < high)
    {
      int middle = (low + high) / 2;

      if (get_match (self, middle)->left.start < start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The last match of those that together are exactly these two passages, from @first on; -1 if there is none. */
static int
find_last (Joining *self, int first, const LesMatchEnds *ends)
{
  if (get_match (self, first)->right.start != ends->right.start)
    return -1;
  for (int i = first; i >= 0 && get_match (self, i)->left.end <= ends->left.end; i = self->next[i])
    if (get_match (self, i)->left.end == ends->left.end && get_match (self, i)->right.end == ends->right.end)
      return i;
  return -1;
}

static LesMatch *
copy_match (const LesMatch *match)
{
  LesMatch *copy = les_match_new (match->left, match->right, match->kind, match->grade, match->score);

  copy->moved = match->moved;
  copy->evidence = g_strdup (match->evidence);
  g_array_append_vals (les_match_edit_differences (copy), match->differences->data, match->differences->len);
  g_array_append_vals (les_match_edit_details (copy), match->details->data, match->details->len);
  return copy;
}

static gint64
weigh (const LesMatchEnds *ends)
{
  return les_text_range_length (ends->left) + les_text_range_length (ends->right);
}

static void
add_part (LesMatch *match, const LesMatch *part)
{
  LesMatchEnds ends = { part->left, part->right };

  if (match->parts == NULL)
    {
      LesMatchEnds first = { match->left, match->right };

      match->parts = g_array_new (FALSE, FALSE, sizeof (LesMatchEnds));
      g_array_append_val (match->parts, first);
      g_clear_pointer (&match->evidence, g_free);
    }
  g_array_append_val (match->parts, ends);
  match->left.end = part->left.end;
  match->right.end = part->right.end;
  if (part->kind != LES_MATCH_VERBATIM)
    match->kind = LES_MATCH_EDITED;
  g_array_append_vals (les_match_edit_differences (match), part->differences->data, part->differences->len);
  g_array_append_vals (les_match_edit_details (match), part->details->data, part->details->len);
}

/* One match of those from @first to @last; with @last -1 as far as none was dropped. */
static LesMatch *
join (Joining *self, int first, int last)
{
  LesMatch *match = copy_match (get_match (self, first));
  gint64 total = (gint64) match->score * weigh (&(LesMatchEnds) { match->left, match->right });
  gint64 weight = weigh (&(LesMatchEnds) { match->left, match->right });

  self->done[first] = TRUE;
  for (int i = first; i != last && self->next[i] >= 0;)
    {
      const LesMatch *part = get_match (self, self->next[i]);
      LesMatchEnds ends = { part->left, part->right };

      i = self->next[i];
      if (last < 0 && self->dropped[i])
        break;
      self->done[i] = TRUE;
      add_part (match, part);
      total += part->score * weigh (&ends);
      weight += weigh (&ends);
    }
  if (match->parts != NULL)
    match->score = (int) (total / MAX (1, weight));
  return match;
}

static void
drop (Joining *self, const LesMatchEnds *ends, LesMatchSet *dropped)
{
  int n = (int) les_match_set_get_n (self->found);

  for (int first = find_start (self, ends->left.start);
       first < n && get_match (self, first)->left.start == ends->left.start; first++)
    {
      int last = find_last (self, first, ends);

      if (last < 0)
        continue;
      for (int i = first; i != last; i = self->next[i])
        self->dropped[i] = TRUE;
      self->dropped[last] = TRUE;
      les_match_set_take (dropped, join (self, first, last));
    }
}

static LesMatchSet *
keep (Joining *self)
{
  LesMatchSet *kept = les_match_set_new ();
  guint n = les_match_set_get_n (self->found);

  memset (self->done, 0, n);
  for (guint i = 0; i < n; i++)
    if (!self->dropped[i] && !self->done[i])
      les_match_set_take (kept, join (self, (int) i, -1));
  les_match_set_set_shared (kept, les_match_set_get_shared_left (self->found),
                            les_match_set_get_shared_right (self->found));
  les_match_set_set_shares (kept, les_match_set_get_shares (self->found));
  return kept;
}

/**
 * les_joining_join:
 * @found: what les_compare() found in these two texts
 * @dropped: (nullable): pairs of passages that are not wanted: matches of @found, or
 *   such as were joined from several
 * @out_dropped: (out) (transfer full): those of @dropped that were found, as matches
 *
 * What was taken over sentence by sentence becomes one match where the sentences
 * follow each other in both texts with no word and no heading between and half of
 * their words are the same. A sentence that was dropped for itself belongs to no
 * passage; a passage that was dropped stays so whatever is dropped or restored
 * beside it. Where very much was taken over it is cut at the ends of paragraphs.
 * Cost: linear, and the logarithm for each of @dropped.
 *
 * Returns: (transfer full): what is left, in the order of the left text. The shares
 *   are those of @found.
 */
LesMatchSet *
les_joining_join (LesMatchSet        *found,
                  LesDocument        *left,
                  LesDocument        *right,
                  const LesMatchEnds *dropped,
                  guint               n_dropped,
                  LesMatchSet       **out_dropped)
{
  guint n = les_match_set_get_n (found);
  g_autofree int *next = g_new (int, n + 1);
  g_autofree guint8 *is_dropped = g_new0 (guint8, n + 1);
  g_autofree guint8 *done = g_new0 (guint8, n + 1);
  Joining self = { found, { left, right }, next, is_dropped, done };

  find_next (&self);
  *out_dropped = les_match_set_new ();
  for (guint i = 0; i < n_dropped; i++)
    drop (&self, &dropped[i], *out_dropped);
  return keep (&self);
}
