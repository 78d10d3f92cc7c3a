/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-fine-diff.h"

#include "les-quote-marks.h"
#include "les-tokens.h"

/*
 * Words decide whether passages are the same, whatever their capitals and the
 * quotation marks around them. Who wants to see these too has them found between
 * the differences, where the words of both sides go in pairs.
 */

/* One of the two texts, and where in it we are. */
typedef struct
{
  LesText *text;
  LesTokens *tokens;
  guint near;
} Side;

typedef struct
{
  Side sides[2];
  LesFineDiff wanted;
  GArray *differences;          /* of LesDifference: what the match will have */
} FineDiff;

static void
append (FineDiff *self, LesTextRange left, LesTextRange right)
{
  LesDifference difference = { left, right, FALSE };

  g_array_append_val (self->differences, difference);
}

/* Goes to the first quotation mark from @start on. */
static gboolean
find_mark (LesText *text, int start, int end, int *place)
{
  for (*place = start; *place < end; (*place)++)
    if (les_is_quote_mark (les_text_get_char (text, *place)))
      return TRUE;
  return FALSE;
}

static LesTextRange
get_mark (int place, gboolean is_there)
{
  return LES_TEXT_RANGE (place, place + (is_there ? 1 : 0));
}

/* Two stretches between words: their marks go in pairs. */
static void
compare_marks (FineDiff *self, LesTextRange left, LesTextRange right)
{
  while (left.start < left.end || right.start < right.end)
    {
      int places[2];
      gboolean is_left = find_mark (self->sides[0].text, left.start, left.end, &places[0]);
      gboolean is_right = find_mark (self->sides[1].text, right.start, right.end, &places[1]);

      if (!is_left && !is_right)
        return;
      if (is_left != is_right)
        append (self, is_left ? get_mark (places[0], TRUE) : LES_TEXT_RANGE (left.start, left.start),
                is_right ? get_mark (places[1], TRUE) : LES_TEXT_RANGE (right.start, right.start));
      else if (les_text_get_char (self->sides[0].text, places[0]) != les_text_get_char (self->sides[1].text, places[1]))
        append (self, get_mark (places[0], TRUE), get_mark (places[1], TRUE));
      left.start = is_left ? places[0] + 1 : left.start;
      right.start = is_right ? places[1] + 1 : right.start;
    }
}

static gboolean
has_capital_behind (LesText *text, LesTextRange word)
{
  const char *p = les_text_peek (text, word.start);

  for (int i = word.start + 1; i < word.end; i++)
    {
      p = g_utf8_next_char (p);
      if (g_unichar_isupper (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
starts_with_capital (LesText *text, LesTextRange word)
{
  return g_unichar_isupper (les_text_get_char (text, word.start));
}

/* Spelled differently ("Straße", "STRASSE") they are compared by where they have capitals. */
static gboolean
differs_in_case (FineDiff *self, LesTextRange left, LesTextRange right)
{
  LesText *a = self->sides[0].text;
  LesText *b = self->sides[1].text;
  const char *p = les_text_peek (a, left.start);
  const char *q = les_text_peek (b, right.start);

  if (les_text_range_length (left) != les_text_range_length (right))
    return starts_with_capital (a, left) != starts_with_capital (b, right)
           || has_capital_behind (a, left) != has_capital_behind (b, right);
  for (int i = left.start; i < left.end; i++, p = g_utf8_next_char (p), q = g_utf8_next_char (q))
    {
      gunichar x = g_utf8_get_char (p);
      gunichar y = g_utf8_get_char (q);

      if (x != y && g_unichar_tolower (x) == g_unichar_tolower (y))
        return TRUE;
    }
  return FALSE;
}

/* Words one behind the other are one difference. */
static void
compare_case (FineDiff *self, const LesToken *left, const LesToken *right, gboolean follows)
{
  LesTextRange ranges[2] = { { left->start, left->end }, { right->start, right->end } };
  LesDifference *last = self->differences->len > 0
                          ? &g_array_index (self->differences, LesDifference, self->differences->len - 1) : NULL;

  if (!differs_in_case (self, ranges[0], ranges[1]))
    return;
  if (follows && last != NULL && left > self->sides[0].tokens->items && right > self->sides[1].tokens->items
      && last->left.end == left[-1].end && last->right.end == right[-1].end)
    {
      last->left.end = ranges[0].end;
      last->right.end = ranges[1].end;
      return;
    }
  append (self, ranges[0], ranges[1]);
}

static guint
find_words (Side *side, LesTextRange range, guint *n)
{
  guint first = side->near = les_tokens_find_near (side->tokens, range.start, side->near);

  for (*n = 0; first + *n < side->tokens->n && side->tokens->items[first + *n].start < range.end;)
    (*n)++;
  return first;
}

/* Two stretches that have the same words. Where they do not go in pairs nothing is said. */
static void
compare_equal (FineDiff *self, LesTextRange left, LesTextRange right)
{
  guint n_left;
  guint n_right;
  guint first_left = find_words (&self->sides[0], left, &n_left);
  guint first_right = find_words (&self->sides[1], right, &n_right);

  if (n_left != n_right)
    return;
  for (guint i = 0; i <= n_left; i++)
    {
      const LesToken *a = &self->sides[0].tokens->items[first_left + i];
      const LesToken *b = &self->sides[1].tokens->items[first_right + i];
      guint n_before = self->differences->len;

      if (self->wanted & LES_FINE_DIFF_MARKS)
        compare_marks (self, LES_TEXT_RANGE (left.start, i < n_left ? a->start : left.end),
                       LES_TEXT_RANGE (right.start, i < n_left ? b->start : right.end));
      if (i == n_left)
        break;
      if (self->wanted & LES_FINE_DIFF_CASE)
        compare_case (self, a, b, i > 0 && self->differences->len == n_before);
      left.start = a->end;
      right.start = b->end;
    }
}

static void
add_to_match (FineDiff *self, LesMatch *match)
{
  LesTextRange left = match->left;
  LesTextRange right = match->right;

  g_array_set_size (self->differences, 0);
  for (guint i = 0; i < match->differences->len; i++)
    {
      const LesDifference *difference = &g_array_index (match->differences, LesDifference, i);

      compare_equal (self, LES_TEXT_RANGE (left.start, MAX (left.start, difference->left.start)),
                     LES_TEXT_RANGE (right.start, MAX (right.start, difference->right.start)));
      g_array_append_val (self->differences, *difference);
      left.start = MAX (left.start, difference->left.end);
      right.start = MAX (right.start, difference->right.end);
    }
  compare_equal (self, left, right);
  g_array_set_size (les_match_edit_differences (match), 0);
  g_array_append_vals (les_match_edit_differences (match), self->differences->data, self->differences->len);
}

/**
 * les_fine_diff_add:
 * @set: matches of these two texts that nobody else has seen yet
 * @wanted: of #LesFineDiff, which may be combined
 *
 * Adds to the differences of all that was taken over those that the comparison
 * passes over. Kinds, scores and shares stay. Cost: linear.
 */
void
les_fine_diff_add (LesMatchSet *set, LesDocument *left, LesDocument *right, LesFineDiff wanted)
{
  FineDiff self = { { { les_document_get_text (left), NULL, 0 }, { les_document_get_text (right), NULL, 0 } }, wanted, NULL };

  if (wanted == LES_FINE_DIFF_NONE)
    return;
  self.sides[0].tokens = les_tokens_new (left, NULL, NULL);
  self.sides[1].tokens = les_tokens_new (right, NULL, NULL);
  self.differences = g_array_new (FALSE, FALSE, sizeof (LesDifference));
  for (guint i = 0; i < les_match_set_get_n (set); i++)
    {
      LesMatch *match = (LesMatch *) les_match_set_get (set, i);

      if (match->kind != LES_MATCH_REWORDED)
        add_to_match (&self, match);
    }
  les_tokens_free (self.sides[0].tokens);
  les_tokens_free (self.sides[1].tokens);
  g_array_unref (self.differences);
}
