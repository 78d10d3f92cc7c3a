/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match-item.h"

#include <glib/gi18n.h>

#include "les-common-words.h"
#include "les-match-terms.h"
#include "les-passage-pieces.h"
#include "les-word-pairs.h"

/* More of a passage is not wanted in a row. */
#define WORDS_CHARS 300

/* Longer passages share so many words that a list of them says nothing. */
#define MAX_WORDS 12

/**
 * LesMatchItem:
 *
 * A row of the match list: one of the shown or rejected matches with the texts
 * it was found in, which stay although the session may have gone on. A rejected
 * one may not have been found again: then there is no match, only its passages.
 */
struct _LesMatchItem
{
  GObject parent_instance;

  LesMatchSet *matches;     /* owns the match */
  const LesMatch *match;    /* nullable */
  LesDocument *documents[LES_N_SIDES];
  LesTextRange ranges[LES_N_SIDES];
  guint index;
};

G_DEFINE_FINAL_TYPE (LesMatchItem, les_match_item, G_TYPE_OBJECT)

static void
les_match_item_finalize (GObject *object)
{
  LesMatchItem *self = LES_MATCH_ITEM (object);

  g_clear_pointer (&self->matches, les_match_set_unref);
  for (int side = 0; side < LES_N_SIDES; side++)
    g_clear_pointer (&self->documents[side], les_document_unref);

  G_OBJECT_CLASS (les_match_item_parent_class)->finalize (object);
}

static void
les_match_item_class_init (LesMatchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_match_item_finalize;
}

static void
les_match_item_init (LesMatchItem *self)
{
}

static LesMatchItem *
make_item (LesSession *session, LesMatchSet *matches, guint index, LesTextRange left, LesTextRange right)
{
  LesMatchItem *self = g_object_new (LES_TYPE_MATCH_ITEM, NULL);
  const LesTextRange ranges[LES_N_SIDES] = { left, right };

  self->index = index;
  if (matches != NULL)
    self->matches = les_match_set_ref (matches);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      LesDocument *document = les_article_get_document (les_session_get_article (session, side));

      self->documents[side] = les_document_ref (document);
      self->ranges[side] = les_text_range_intersect (ranges[side],
                                                     les_text_get_range (les_document_get_text (document)));
    }
  return self;
}

/** @index: of a match that @session shows now, two articles being open */
LesMatchItem *
les_match_item_new (LesSession *session, guint index)
{
  const LesMatch *match = les_session_get_shown (session, index);
  LesMatchItem *self = make_item (session, les_session_get_matches (session), index, match->left, match->right);

  self->match = match;
  return self;
}

/** @index: of a match that the user has rejected, two articles being open */
LesMatchItem *
les_match_item_new_rejected (LesSession *session, guint index)
{
  LesRejection rejected = les_session_get_rejected (session, index);
  LesMatchItem *self = make_item (session, les_session_get_rejected_matches (session), index, rejected.left,
                                  rejected.right);

  for (guint i = 0; self->matches != NULL && i < les_match_set_get_n (self->matches); i++)
    {
      const LesMatch *match = les_match_set_get (self->matches, i);

      if (les_text_range_equal (match->left, rejected.left) && les_text_range_equal (match->right, rejected.right))
        self->match = match;
    }
  return self;
}

/** Returns: among the shown, or the rejected, matches of the session */
guint
les_match_item_get_index (LesMatchItem *self)
{
  return self->index;
}

/** Returns: (transfer none) (nullable) */
const LesMatch *
les_match_item_get_match (LesMatchItem *self)
{
  return self->match;
}

/** Returns: Unicode characters of that side's text */
LesTextRange
les_match_item_get_range (LesMatchItem *self, LesSide side)
{
  return self->ranges[side];
}

/** Returns: (transfer none) */
LesText *
les_match_item_get_text (LesMatchItem *self, LesSide side)
{
  return les_document_get_text (self->documents[side]);
}

/** Returns: (transfer full) (element-type LesPiece) */
GArray *
les_match_item_dup_pieces (LesMatchItem *self, LesSide side)
{
  if (self->match == NULL)
    return les_passage_pieces_new_plain (self->ranges[side]);
  return les_passage_pieces_new (self->match, side);
}

/** Returns: (transfer full): the passage of that side as one paragraph */
char *
les_match_item_dup_words (LesMatchItem *self, LesSide side)
{
  LesTextRange range = self->ranges[side];

  range.end = MIN (range.end, range.start + WORDS_CHARS);
  return g_strdelimit (les_text_dup_range (les_match_item_get_text (self, side), range), "\n\r\t", ' ');
}

/** Returns: what kind of match it is, for people */
const char *
les_match_item_get_kind (LesMatchItem *self)
{
  return self->match != NULL ? les_match_terms_get_kind (self->match->kind) : _("Not found any more");
}

/** Returns: (transfer full): how sure it is and whether it stands elsewhere, for people; empty if it was not found */
char *
les_match_item_dup_grade (LesMatchItem *self)
{
  if (self->match == NULL)
    return g_strdup ("");
  if (!self->match->moved)
    return g_strdup (les_match_terms_get_grade (self->match->grade));
  /* Translators: how sure a match is, and that it stands in another order there: "probable · moved" */
  return g_strdup_printf (_("%s · moved"), les_match_terms_get_grade (self->match->grade));
}

/** Returns: (transfer full): how alike both passages are, as "87 %" */
char *
les_match_item_dup_score (LesMatchItem *self)
{
  return self->match != NULL ? les_match_terms_dup_score (self->match) : g_strdup ("");
}

static char *
join_words (GPtrArray *words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < MIN (words->len, MAX_WORDS); i++)
    /* Translators: between two words of a list */
    g_string_append_printf (joined, "%s%s", i > 0 ? _(", ") : "", (const char *) words->pdata[i]);
  if (words->len > MAX_WORDS)
    g_string_append (joined, " …");
  return g_string_free (joined, FALSE);
}

static char *
dup_common_words (LesMatchItem *self)
{
  g_autoptr (LesCommonWords) common = les_common_words_new (self->documents[LES_SIDE_LEFT], self->ranges[LES_SIDE_LEFT],
                                                            self->documents[LES_SIDE_RIGHT], self->ranges[LES_SIDE_RIGHT]);
  g_autofree char *telling = join_words (common->telling);

  if (common->n_common == 0)
    return g_strdup_printf (ngettext ("No word in common (of %d and %d)", "No words in common (of %d and %d)",
                                      (gulong) common->n_right), common->n_left, common->n_right);
  if (*telling == '\0')
    /* Translators: how many words two passages share, then how many each has */
    return g_strdup_printf (ngettext ("%d word in common (of %d and %d)", "%d words in common (of %d and %d)",
                                      (gulong) common->n_common), common->n_common, common->n_left, common->n_right);
  if ((int) common->telling->len < (int) common->n_common)
    /* Translators: as above, then those of the words that say something: "and", "the" are left out */
    return g_strdup_printf (ngettext ("%d word in common (of %d and %d), among them %s",
                                      "%d words in common (of %d and %d), among them %s", (gulong) common->n_common),
                            common->n_common, common->n_left, common->n_right, telling);
  /* Translators: as above, then the words themselves */
  return g_strdup_printf (ngettext ("%d word in common (of %d and %d): %s", "%d words in common (of %d and %d): %s",
                                    (gulong) common->n_common),
                          common->n_common, common->n_left, common->n_right, telling);
}

/** Returns: (transfer full): what speaks for the match: the words that both passages
 *   have, and those that say the same otherwise, on a line of their own */
char *
les_match_item_dup_common (LesMatchItem *self)
{
  g_autoptr (GPtrArray) pairs = les_word_pairs_list (self->documents[LES_SIDE_LEFT], self->ranges[LES_SIDE_LEFT],
                                                     self->documents[LES_SIDE_RIGHT], self->ranges[LES_SIDE_RIGHT]);
  g_autofree char *common = dup_common_words (self);
  g_autofree char *alike = join_words (pairs);

  if (pairs->len == 0)
    return g_steal_pointer (&common);
  /* Translators: the words that two passages share; below, pairs of words that say the same otherwise: "died ~ killed" */
  return g_strdup_printf (_("%s\nSame in other words: %s"), common, alike);
}

static char *
dup_side (LesMatchItem *self, LesSide side, LesTextRange range)
{
  if (les_text_range_is_empty (range))
    /* Translators: one side of a detail that differs, where the passage says nothing of the kind */
    return g_strdup (_("(nothing)"));
  return g_strdelimit (les_text_dup_range (les_match_item_get_text (self, side), range), "\n\r\t", ' ');
}

/** Returns: (transfer full): a detail that differs, "Number: sixth ↔ fifth" */
char *
les_match_item_dup_detail (LesMatchItem *self, guint index)
{
  const LesDetail *detail;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  g_return_val_if_fail (self->match != NULL && index < self->match->details->len, NULL);

  detail = &g_array_index (self->match->details, LesDetail, index);
  left = dup_side (self, LES_SIDE_LEFT, detail->left);
  right = dup_side (self, LES_SIDE_RIGHT, detail->right);
  /* Translators: what disagrees ("Number"), the words on the left, the words on the right */
  return g_strdup_printf (_("%s: %s ↔ %s"), les_match_terms_get_detail (detail->kind), left, right);
}
