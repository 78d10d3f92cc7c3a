/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-compare-view-private.h"

#include "les-linking.h"

/* What the session points at is brought into view, in both texts to one height. */

/* Returns: whether it is another one; the session says so also when its number may have changed. */
static gboolean
take_match (LesCompareView *self, LesTextRange left, LesTextRange right)
{
  gboolean same = les_text_range_equal (self->current[LES_SIDE_LEFT], left)
                  && les_text_range_equal (self->current[LES_SIDE_RIGHT], right);

  self->current[LES_SIDE_LEFT] = left;
  self->current[LES_SIDE_RIGHT] = right;
  return !same;
}

/* Of a passage of several sentences the one where the cursor is, else its first. */
static LesMatchEnds
find_part (LesCompareView *self, const LesMatch *match, LesSide side)
{
  int cursor = les_session_get_selection (self->session, side).start;
  LesMatchEnds found = { match->left, match->right };

  if (match->parts == NULL)
    return found;
  found = g_array_index (match->parts, LesMatchEnds, 0);
  if (!les_text_range_contains (les_match_get_range (match, side), cursor))
    return found;
  for (guint i = 1; i < match->parts->len; i++)
    {
      const LesMatchEnds *part = &g_array_index (match->parts, LesMatchEnds, i);

      if ((side == LES_SIDE_LEFT ? part->left : part->right).start <= cursor)
        found = *part;
    }
  return found;
}

/* @stay: whether the side that is read must not move at all */
static void
level_part (LesCompareView *self, LesSide side, LesMatchEnds part, gboolean stay)
{
  LesTextRange left = les_reader_to_display (les_compare_view_get_reader (self, LES_SIDE_LEFT), part.left);
  LesTextRange right = les_reader_to_display (les_compare_view_get_reader (self, LES_SIDE_RIGHT), part.right);

  if (stay)
    les_scroll_link_join (self->link, side, left, right);
  else
    les_scroll_link_meet (self->link, side, left, right);
}

static void
current_match_changed_cb (LesCompareView *self)
{
  int current = les_session_get_current_match (self->session);
  LesSide side = les_session_get_active_side (self->session);
  LesMatchEnds part = { { 0, 0 }, { 0, 0 } };

  if (current < 0 || !les_compare_view_is_comparing (self))
    {
      take_match (self, part.left, part.right);
      return;
    }
  part = find_part (self, les_session_get_shown (self->session, current), side);
  if (take_match (self, part.left, part.right))
    level_part (self, side, part, les_reader_is_stepping (les_compare_view_get_reader (self, side)));
}

/* The cursor goes from sentence to sentence of one passage: the other text goes along. */
static void
selection_changed_cb (LesCompareView *self)
{
  int current = les_session_get_current_match (self->session);
  LesSide side = les_session_get_active_side (self->session);
  LesTextRange selection = les_session_get_selection (self->session, side);
  const LesMatch *match;
  LesMatchEnds part;

  if (current < 0 || !les_compare_view_is_comparing (self) || !les_text_range_is_empty (selection))
    return;
  match = les_session_get_shown (self->session, current);
  if (match->parts == NULL || !les_text_range_contains (les_match_get_range (match, side), selection.start))
    return;
  part = find_part (self, match, side);
  if (take_match (self, part.left, part.right))
    level_part (self, side, part, TRUE);
}

static void
reveal_cb (LesCompareView *self, int side, int start, int end)
{
  LesTextRange range = LES_TEXT_RANGE (start, end);

  if (side < 0 || side >= LES_N_SIDES || !les_compare_view_is_open (self, side))
    return;
  les_scroll_link_reveal (self->link, side, les_reader_to_display (les_compare_view_get_reader (self, side), range));
}

/* Both ends of the current link come to one height, or its only one into view. */
static void
show_link_cb (LesCompareView *self)
{
  LesLinking *linking = les_linking_of (self->session);
  LesLink *link = les_linking_get_current (linking);
  LesSide active = les_session_get_active_side (self->session);
  LesTextRange ranges[LES_N_SIDES];
  gboolean has_end[LES_N_SIDES];

  if (link == NULL)
    return;
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      has_end[side] = les_compare_view_is_open (self, side)
                      && les_linking_find_place (linking, link, side, &ranges[side]);
      if (has_end[side])
        ranges[side] = les_reader_to_display (les_compare_view_get_reader (self, side), ranges[side]);
    }
  if (has_end[LES_SIDE_LEFT] && has_end[LES_SIDE_RIGHT])
    les_scroll_link_meet (self->link, active, ranges[LES_SIDE_LEFT], ranges[LES_SIDE_RIGHT]);
  else if (has_end[LES_SIDE_LEFT] || has_end[LES_SIDE_RIGHT])
    {
      LesSide side = has_end[LES_SIDE_LEFT] ? LES_SIDE_LEFT : LES_SIDE_RIGHT;

      les_scroll_link_reveal (self->link, side, ranges[side]);
    }
}

/** For the init of the view. */
void
les_compare_view_follow_session (LesCompareView *self)
{
  LesPanel *panel = LES_PANEL (self);

  les_panel_follow_session (panel, "notify::current-match", G_CALLBACK (current_match_changed_cb));
  les_panel_follow_session (panel, "notify::selection", G_CALLBACK (selection_changed_cb));
  les_panel_follow_session (panel, "reveal", G_CALLBACK (reveal_cb));
}

/** To be called when there is another session. */
void
les_compare_view_follow_links (LesCompareView *self)
{
  if (self->session != NULL)
    g_signal_connect_object (les_linking_of (self->session), "show", G_CALLBACK (show_link_cb), self,
                             G_CONNECT_SWAPPED);
}

/** To be called before there is another session. */
void
les_compare_view_unfollow_links (LesCompareView *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (les_linking_of (self->session), self);
}
