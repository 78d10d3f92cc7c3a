/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-match-item.h"

#include <glib/gi18n.h>

/* More of a passage is never seen in two lines. */
#define WORDS_CHARS 300

/**
 * LesMatchItem:
 *
 * A row of the match list: one of the shown matches with the texts it was
 * found in, which stay although the session may have gone on.
 */
struct _LesMatchItem
{
  GObject parent_instance;

  LesMatchSet *matches;     /* owns the match */
  const LesMatch *match;
  LesText *texts[LES_N_SIDES];
  guint index;
};

G_DEFINE_FINAL_TYPE (LesMatchItem, les_match_item, G_TYPE_OBJECT)

static void
les_match_item_finalize (GObject *object)
{
  LesMatchItem *self = LES_MATCH_ITEM (object);

  g_clear_pointer (&self->matches, les_match_set_unref);
  for (int side = 0; side < LES_N_SIDES; side++)
    g_clear_pointer (&self->texts[side], les_text_unref);

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

/** @index: of a match that @session shows now, two articles being open */
LesMatchItem *
les_match_item_new (LesSession *session, guint index)
{
  LesMatchItem *self = g_object_new (LES_TYPE_MATCH_ITEM, NULL);

  self->matches = les_match_set_ref (les_session_get_matches (session));
  self->match = les_session_get_shown (session, index);
  self->index = index;
  for (int side = 0; side < LES_N_SIDES; side++)
    self->texts[side] = les_text_ref (les_article_get_text (les_session_get_article (session, side)));
  return self;
}

guint
les_match_item_get_index (LesMatchItem *self)
{
  return self->index;
}

/** Returns: (transfer full): the passage of that side as one paragraph */
char *
les_match_item_dup_words (LesMatchItem *self, LesSide side)
{
  LesTextRange range = les_match_get_range (self->match, side);

  range.end = MIN (range.end, range.start + WORDS_CHARS);
  return g_strdelimit (les_text_dup_range (self->texts[side], range), "\n\r\t", ' ');
}

static const char *
get_kind_words (LesMatchKind kind)
{
  switch (kind)
    {
    case LES_MATCH_VERBATIM:
      return _("Word for word");
    case LES_MATCH_EDITED:
      return _("Taken over with changes");
    case LES_MATCH_REWORDED:
      return _("In other words");
    default:
      g_assert_not_reached ();
    }
}

static const char *
get_grade_words (LesMatchGrade grade)
{
  switch (grade)
    {
    case LES_GRADE_ASSERTED:
      return NULL;
    case LES_GRADE_PROBABLE:
      return _("probable");
    case LES_GRADE_POSSIBLE:
      return _("possible");
    default:
      g_assert_not_reached ();
    }
}

/** Returns: (transfer full): kind, grade and whether it stands elsewhere, for people */
char *
les_match_item_dup_kind (LesMatchItem *self)
{
  const char *parts[4] = { get_kind_words (self->match->kind) };
  int n = 1;

  if (get_grade_words (self->match->grade) != NULL)
    parts[n++] = get_grade_words (self->match->grade);
  if (self->match->moved)
    parts[n++] = _("moved");
  return g_strjoinv (" · ", (char **) parts);
}

/** Returns: (transfer full): how alike both passages are, as "87 %" */
char *
les_match_item_dup_score (LesMatchItem *self)
{
  /* Translators: how alike two passages are; %d is a number from 0 to 100, %% is the percent sign */
  return g_strdup_printf (_("%d %%"), CLAMP ((self->match->score + 5) / 10, 0, 100));
}
