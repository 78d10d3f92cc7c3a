/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-compare-view-private.h"

#include "les-counterparts.h"

/* Where a passage is on the screen, and what the other report says about it, shown there. */

static gboolean
find_area (LesReader *reader, LesTextRange range, GdkRectangle *area)
{
  g_autoptr (GArray) boxes = les_reader_get_boxes (reader, les_reader_to_display (reader, range));
  GdkRectangle view;
  int top;

  if (boxes->len == 0)
    return FALSE;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (reader), &view);
  for (guint i = 0; i < boxes->len; i++)
    {
      const LesBox *box = &g_array_index (boxes, LesBox, i);
      GdkRectangle row = { (int) box->x0, (int) box->top, MAX (1, (int) (box->x1 - box->x0)),
                           MAX (1, (int) (box->bottom - box->top)) };

      if (i == 0)
        *area = row;
      else
        gdk_rectangle_union (area, &row, area);
    }
  if (!gdk_rectangle_intersect (area, &view, area))
    return FALSE;
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (reader), GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &area->x,
                                         &top);
  area->y = top;
  return TRUE;
}

/**
 * les_compare_view_get_passage_area:
 * @range: Unicode characters of the article's text
 * @relative_to: (out) (transfer none): a widget that can be the parent of a popover
 * @area: (out): what is visible of the passage, in coordinates of @relative_to
 *
 * Returns: whether any of the passage is in view
 */
gboolean
les_compare_view_get_passage_area (LesCompareView *self,
                                   LesSide         side,
                                   LesTextRange    range,
                                   GtkWidget     **relative_to,
                                   GdkRectangle   *area)
{
  graphene_point_t origin;
  LesReader *reader;

  g_return_val_if_fail (LES_IS_COMPARE_VIEW (self), FALSE);

  if (!les_compare_view_is_open (self, side))
    return FALSE;
  reader = les_compare_view_get_reader (self, side);
  if (!find_area (reader, range, area)
      || !gtk_widget_compute_point (GTK_WIDGET (reader), self->panes[side],
                                    &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y), &origin))
    return FALSE;
  area->x = (int) origin.x;
  area->y = (int) origin.y;
  *relative_to = self->panes[side];
  return TRUE;
}

/* Both places come to one height; the other one is selected, so that it is seen. */
static void
counterpart_chosen_cb (LesCompareView *self, int start, int end)
{
  LesSide side = self->asking_side;
  LesTextRange ranges[LES_N_SIDES];

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (!les_compare_view_is_comparing (self))
    return;
  ranges[side] = self->asking;
  ranges[!side] = LES_TEXT_RANGE (start, end);
  les_session_set_selection (self->session, !side, ranges[!side]);
  for (int i = 0; i < LES_N_SIDES; i++)
    ranges[i] = les_reader_to_display (les_compare_view_get_reader (self, i), ranges[i]);
  les_scroll_link_meet (self->link, side, ranges[LES_SIDE_LEFT], ranges[LES_SIDE_RIGHT]);
  gtk_widget_grab_focus (GTK_WIDGET (les_compare_view_get_reader (self, side)));
}

static LesCounterparts *
ensure_counterparts (LesCompareView *self)
{
  GtkWidget *counterparts;

  if (self->popover != NULL)
    return LES_COUNTERPARTS (gtk_popover_get_child (GTK_POPOVER (self->popover)));
  counterparts = les_counterparts_new ();
  g_signal_connect_object (counterparts, "chosen", G_CALLBACK (counterpart_chosen_cb), self, G_CONNECT_SWAPPED);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), counterparts);
  gtk_widget_add_css_class (self->popover, "counterparts");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  return LES_COUNTERPARTS (counterparts);
}

/**
 * les_compare_view_find_counterpart:
 *
 * Shows beside the selection of the active side what the other report says about
 * it. Nothing happens without a selection, or with one article.
 */
void
les_compare_view_find_counterpart (LesCompareView *self)
{
  GtkWidget *pane;
  graphene_point_t origin;
  GdkRectangle area = { 0, 0, 1, 1 };

  g_return_if_fail (LES_IS_COMPARE_VIEW (self));

  if (!les_compare_view_is_comparing (self))
    return;
  self->asking_side = les_session_get_active_side (self->session);
  self->asking = les_session_get_selection (self->session, self->asking_side);
  if (les_text_range_is_empty (self->asking))
    return;
  pane = self->panes[self->asking_side];
  if (!les_compare_view_get_passage_area (self, self->asking_side, self->asking, &pane, &area))
    {
      les_session_reveal (self->session, self->asking_side, self->asking);
      area = (GdkRectangle) { gtk_widget_get_width (pane) / 2, gtk_widget_get_height (pane) / 3, 1, 1 };
    }
  if (gtk_widget_compute_point (pane, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y), &origin))
    {
      area.x = (int) origin.x;
      area.y = (int) origin.y;
    }
  les_counterparts_find (ensure_counterparts (self), self->session, self->asking_side, self->asking);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
