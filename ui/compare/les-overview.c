/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-overview.h"

#include <glib/gi18n.h>

#include "les-ink.h"

#define WIDTH 16
#define MATCH_X 3.0
#define MATCH_WIDTH 6.0
#define NOTE_X 10.0
#define NOTE_WIDTH 3.0

/**
 * LesOverview:
 *
 * The whole article as a strip: where its matches, annotations, hits and
 * passages without counterpart lie, and which part is in view. Takes the place
 * of the scrollbar: a click or drag goes there. Drawn again only when what it
 * shows changes; the part in view is laid over it.
 */
struct _LesOverview
{
  GtkWidget parent_instance;

  /* Owned */
  LesReader *reader;
  GskRenderNode *picture;     /* the strip without the part in view */

  /* State */
  double picture_height;
  int picture_pixels;
};

enum
{
  SCROLLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesOverview, les_overview, GTK_TYPE_WIDGET)

static void
forget_picture (LesOverview *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Position of a passage on the strip, by what is known of the layout. */
static void
place (LesOverview *self, LesTextRange range, double *top, double *height)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->reader);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  double scale = gtk_widget_get_height (GTK_WIDGET (self)) / MAX (1.0, les_reader_get_height (self->reader));
  double ys[2];
  int offsets[2] = { range.start, range.end };

  for (guint i = 0; i < G_N_ELEMENTS (ys); i++)
    {
      GtkTextIter iter;
      int y;
      int line_height;
      int n_chars;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter, offsets[i]);
      gtk_text_view_get_line_yrange (view, &iter, &y, &line_height);
      n_chars = MAX (1, gtk_text_iter_get_chars_in_line (&iter));
      ys[i] = y + line_height * (double) gtk_text_iter_get_line_offset (&iter) / n_chars;
    }
  *top = (ys[0] + gtk_text_view_get_top_margin (view)) * scale;
  *height = MAX (2.0, (ys[1] - ys[0]) * scale);
}

static void
append_bar (GtkSnapshot *snapshot, double x, double y, double width, double height, const GdkRGBA *color)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* Whether a bar adds nothing to those above it: in a long article thousands lie
 * on a few hundred pixels, and each would be drawn again in every frame. */
static gboolean
is_covered (double y, double height, double *free_y)
{
  if (y + height < *free_y + 1.0)
    return TRUE;
  *free_y = MAX (*free_y, y + height);
  return FALSE;
}

static void
draw_matches (LesOverview *self, GtkSnapshot *snapshot, LesInk ink)
{
  LesMarks *marks = les_reader_get_marks (self->reader);
  LesSession *session = les_marks_get_session (marks);
  LesRangeIndex *index = les_marks_get_matches (marks);
  int current = les_session_get_current_match (session);
  double free_y = -1.0;

  for (guint i = 0; i < les_range_index_get_n (index); i++)
    {
      const LesRangeEntry *entry = les_range_index_get (index, i);
      gboolean strong = (int) entry->id == current;
      LesMatchGrade grade = les_session_get_shown (session, entry->id)->grade;
      GdkRGBA color = les_ink_match (ink, entry->id, strong ? 1.0 : grade == LES_GRADE_ASSERTED ? 0.6 : 0.3);
      double y;
      double height;

      place (self, entry->range, &y, &height);
      if (is_covered (y, height, &free_y) && !strong)
        continue;
      append_bar (snapshot, strong ? MATCH_X - 2 : MATCH_X, y, strong ? MATCH_WIDTH + 4 : MATCH_WIDTH, height, &color);
    }
}

static void
draw_ranges (LesOverview *self, GtkSnapshot *snapshot, LesRangeIndex *index, double x, double width, GdkRGBA color)
{
  double free_y = -1.0;

  for (guint i = 0; i < les_range_index_get_n (index); i++)
    {
      double y;
      double height;

      place (self, les_range_index_get (index, i)->range, &y, &height);
      if (is_covered (y, height, &free_y))
        continue;
      append_bar (snapshot, x, y, width, height, &color);
    }
}

/* The annotation that is drawn in each pixel of the strip: of those that lie there the last one. */
static const LesAnnotationMark **
collect_pixels (LesOverview *self, int n_pixels)
{
  LesMarks *marks = les_reader_get_marks (self->reader);
  LesRangeIndex *index = les_marks_get_annotations (marks);
  const LesAnnotationMark **pixels = g_new0 (const LesAnnotationMark *, n_pixels + 1);

  for (guint i = 0; i < les_range_index_get_n (index); i++)
    {
      const LesRangeEntry *entry = les_range_index_get (index, i);
      double y;
      double height;

      place (self, entry->range, &y, &height);
      for (int pixel = MAX ((int) y, 0); pixel < MIN ((int) (y + height + 0.5), n_pixels); pixel++)
        pixels[pixel] = les_marks_get_annotation (marks, entry->id);
    }
  return pixels;
}

/* One bar for each run of pixels: the picture is as large as the strip, however many annotations there are. */
static void
draw_annotations (LesOverview *self, GtkSnapshot *snapshot, LesInk ink)
{
  int n_pixels = gtk_widget_get_height (GTK_WIDGET (self));
  g_autofree const LesAnnotationMark **pixels = collect_pixels (self, n_pixels);
  int first = 0;

  for (int pixel = 1; pixel <= n_pixels; pixel++)
    {
      GdkRGBA color;

      if (pixel < n_pixels && pixels[pixel] == pixels[first])
        continue;
      if (pixels[first] != NULL)
        {
          color = les_ink_tag (ink, pixels[first]->colors->len > 0 ? pixels[first]->colors->pdata[0] : NULL);
          append_bar (snapshot, NOTE_X, first, NOTE_WIDTH, pixel - first, &color);
        }
      first = pixel;
    }
}

static void
draw_picture (LesOverview *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  LesMarks *marks = les_reader_get_marks (self->reader);
  LesInk ink = les_ink_get ();

  self->picture_height = les_reader_get_height (self->reader);
  self->picture_pixels = gtk_widget_get_height (GTK_WIDGET (self));
  draw_ranges (self, snapshot, les_marks_get_unmatched (marks), 1.0, 1.0,
               les_ink_text (ink, ink.high_contrast ? 0.9 : 0.4));
  draw_matches (self, snapshot, ink);
  draw_annotations (self, snapshot, ink);
  draw_ranges (self, snapshot, les_marks_get_hits (marks), MATCH_X, MATCH_WIDTH + NOTE_WIDTH, les_ink_hit (ink, 1.0));
  self->picture = gtk_snapshot_free_to_node (snapshot);
}

static void
draw_view (LesOverview *self, GtkSnapshot *snapshot)
{
  GtkAdjustment *adjustment = les_reader_get_adjustment (self->reader);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double upper = MAX (1.0, gtk_adjustment_get_upper (adjustment));
  double top = gtk_adjustment_get_value (adjustment) / upper * height;
  double part = gtk_adjustment_get_page_size (adjustment) / upper * height;
  LesInk ink = les_ink_get ();
  GdkRGBA fill = les_ink_text (ink, 0.07);
  GdkRGBA edge = les_ink_text (ink, ink.high_contrast ? 0.8 : 0.28);
  GskRoundedRect shape;

  if (part >= height - 1)
    return;
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0.5f, (float) top, WIDTH - 1.0f,
                                                                (float) MAX (part, 12.0)), 5.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &fill, &shape.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &shape, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
les_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LesOverview *self = LES_OVERVIEW (widget);

  if (self->reader == NULL || les_reader_get_document (self->reader) == NULL
      || les_reader_get_marks (self->reader) == NULL || les_reader_get_adjustment (self->reader) == NULL)
    return;
  if (self->picture == NULL || self->picture_height != les_reader_get_height (self->reader)
      || self->picture_pixels != gtk_widget_get_height (widget))
    {
      g_clear_pointer (&self->picture, gsk_render_node_unref);
      draw_picture (self);
    }
  if (self->picture != NULL)
    gtk_snapshot_append_node (snapshot, self->picture);
  draw_view (self, snapshot);
}

static void
les_overview_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static void
scroll_to (LesOverview *self, double y)
{
  GtkAdjustment *adjustment;
  double height = MAX (1.0, gtk_widget_get_height (GTK_WIDGET (self)));

  if (self->reader == NULL)
    return;
  adjustment = les_reader_get_adjustment (self->reader);
  les_reader_release (self->reader);
  gtk_adjustment_set_value (adjustment, (int) (y / height * gtk_adjustment_get_upper (adjustment)
                                               - gtk_adjustment_get_page_size (adjustment) / 2));
}

static void
drag_begin_cb (LesOverview *self, double x, double y)
{
  g_signal_emit (self, signals[SCROLLED], 0);
  scroll_to (self, y);
}

static void
drag_update_cb (LesOverview *self, double dx, double dy, GtkGestureDrag *drag)
{
  double x;
  double y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    scroll_to (self, y + dy);
}

static gboolean
scroll_cb (LesOverview *self, double dx, double dy)
{
  GtkAdjustment *adjustment;

  if (self->reader == NULL)
    return FALSE;
  adjustment = les_reader_get_adjustment (self->reader);
  g_signal_emit (self, signals[SCROLLED], 0);
  les_reader_release (self->reader);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                        + (int) (dy * gtk_adjustment_get_step_increment (adjustment)));
  return TRUE;
}

static void
les_overview_dispose (GObject *object)
{
  les_overview_set_reader (LES_OVERVIEW (object), NULL);

  G_OBJECT_CLASS (les_overview_parent_class)->dispose (object);
}

static void
les_overview_class_init (LesOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_overview_dispose;
  widget_class->snapshot = les_overview_snapshot;
  widget_class->measure = les_overview_measure;
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  /* The user takes the strip: what follows is this side's own scrolling. */
  signals[SCROLLED] = g_signal_new ("scrolled", LES_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
les_overview_init (LesOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Overview of the whole article"), -1);
}

static void
follow_reader (LesOverview *self)
{
  GtkAdjustment *adjustment = les_reader_get_adjustment (self->reader);

  if (les_reader_get_marks (self->reader) != NULL)
    g_signal_connect_object (les_reader_get_marks (self->reader), "changed", G_CALLBACK (forget_picture), self,
                             G_CONNECT_SWAPPED);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/** @reader: (nullable): with its marks and its place in a scrolled window */
void
les_overview_set_reader (LesOverview *self, LesReader *reader)
{
  forget_picture (self);
  if (self->reader != NULL)
    {
      GtkAdjustment *adjustment = les_reader_get_adjustment (self->reader);

      if (les_reader_get_marks (self->reader) != NULL)
        g_signal_handlers_disconnect_by_data (les_reader_get_marks (self->reader), self);
      if (adjustment != NULL)
        g_signal_handlers_disconnect_by_data (adjustment, self);
    }
  g_set_object (&self->reader, reader);
  if (reader != NULL)
    follow_reader (self);
}
