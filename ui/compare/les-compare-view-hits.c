/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-compare-view-private.h"

/* From place to place of what is searched for, through both texts. */

static int
find_hit (LesCompareView *self, LesSide side, int from, int step)
{
  LesRangeIndex *hits = les_marks_get_hits (les_reader_get_marks (les_compare_view_get_reader (self, side)));
  int n = (int) les_range_index_get_n (hits);

  if (step > 0)
    {
      for (int i = 0; i < n; i++)
        if (les_range_index_get (hits, (guint) i)->range.start >= from)
          return i;
      return -1;
    }
  for (int i = n; i-- > 0;)
    if (les_range_index_get (hits, (guint) i)->range.end <= from)
      return i;
  return -1;
}

static void
take_hit (LesCompareView *self, LesSide side, int hit)
{
  LesReader *reader = les_compare_view_get_reader (self, side);
  LesDisplayText *display = les_reader_get_display (reader);
  LesTextRange range = les_range_index_get (les_marks_get_hits (les_reader_get_marks (reader)), (guint) hit)->range;

  range = LES_TEXT_RANGE (les_display_text_to_text (display, range.start),
                          les_display_text_to_text (display, range.end));
  les_session_set_active_side (self->session, side);
  les_session_set_selection (self->session, side, range);
  les_session_reveal (self->session, side, range);
}

/* From the cursor on; then the other side, then round. */
static gboolean
step_hit (LesCompareView *self, int step)
{
  LesSide active = self->session != NULL ? les_session_get_active_side (self->session) : LES_SIDE_LEFT;
  const LesSide order[] = { active, !active, active };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      LesTextRange selection;
      int hit;

      if (!les_compare_view_is_open (self, order[i]))
        continue;
      selection = les_reader_to_display (les_compare_view_get_reader (self, order[i]),
                                         les_session_get_selection (self->session, order[i]));
      hit = find_hit (self, order[i],
                      i > 0 ? (step > 0 ? 0 : G_MAXINT) : step > 0 ? selection.end : selection.start, step);
      if (hit < 0)
        continue;
      take_hit (self, order[i], hit);
      return TRUE;
    }
  return FALSE;
}

/** Goes to the next place of the session's query in the open texts. Returns: whether there is one */
gboolean
les_compare_view_find_next_hit (LesCompareView *self)
{
  g_return_val_if_fail (LES_IS_COMPARE_VIEW (self), FALSE);

  return step_hit (self, 1);
}

/** Goes to the previous place of the session's query in the open texts. Returns: whether there is one */
gboolean
les_compare_view_find_previous_hit (LesCompareView *self)
{
  g_return_val_if_fail (LES_IS_COMPARE_VIEW (self), FALSE);

  return step_hit (self, -1);
}
