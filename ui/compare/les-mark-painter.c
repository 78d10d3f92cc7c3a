/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-mark-painter.h"

#include <math.h>

#include "les-ink.h"

#define RADIUS 4.0
#define PAD 2.0
#define JOIN_GAP 10.0       /* rows that stand closer are one block */
#define MAX_UNDERLINES 3
#define VEIL_ALPHA 0.6
#define MAX_EDGED 30        /* matches in view of one text; more are drawn plainer */
#define UNDERLINE_STEP 3.0
#define KNOB_RADIUS 4.5
#define QUOTATION_ALPHA 0.06
#define CORNER 5.0

typedef struct
{
  double x;
  double y;
} Point;

static void
append_point (GArray *points, double x, double y)
{
  Point point = { x, y };

  g_array_append_val (points, point);
}

static double
get_distance (Point a, Point b)
{
  return fabs (a.x - b.x) + fabs (a.y - b.y);
}

/* A closed path through @points with its corners cut round. */
static void
trace_rounded (cairo_t *cr, GArray *points, double radius)
{
  guint n = points->len;

  for (guint i = 0; i < n; i++)
    {
      Point before = g_array_index (points, Point, (i + n - 1) % n);
      Point corner = g_array_index (points, Point, i);
      Point after = g_array_index (points, Point, (i + 1) % n);
      double in = MIN (radius, get_distance (before, corner) / 2);
      double out = MIN (radius, get_distance (corner, after) / 2);
      Point from = corner;
      Point to = corner;

      if (get_distance (before, corner) > 0.01)
        from = (Point) { corner.x + (before.x - corner.x) * in / get_distance (before, corner),
                         corner.y + (before.y - corner.y) * in / get_distance (before, corner) };
      if (get_distance (corner, after) > 0.01)
        to = (Point) { corner.x + (after.x - corner.x) * out / get_distance (corner, after),
                       corner.y + (after.y - corner.y) * out / get_distance (corner, after) };
      if (i == 0)
        cairo_move_to (cr, from.x, from.y);
      else
        cairo_line_to (cr, from.x, from.y);
      cairo_curve_to (cr, corner.x, corner.y, corner.x, corner.y, to.x, to.y);
    }
  cairo_close_path (cr);
}

static gboolean
joins (const LesBox *above, const LesBox *below)
{
  return below->top - above->bottom < JOIN_GAP && below->x0 < above->x1 && below->x1 > above->x0;
}

/* Boxes first to last (not included) hang together: one outline around them. */
static void
trace_block (cairo_t *cr, const LesBox *boxes, guint n, double radius)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));

  for (guint i = 0; i < n; i++)
    {
      double top = i == 0 ? boxes[i].top - PAD : (boxes[i - 1].bottom + boxes[i].top) / 2;
      double bottom = i + 1 == n ? boxes[i].bottom + PAD : (boxes[i].bottom + boxes[i + 1].top) / 2;

      append_point (points, boxes[i].x1 + PAD, top);
      append_point (points, boxes[i].x1 + PAD, bottom);
    }
  for (guint i = n; i-- > 0;)
    {
      double top = i == 0 ? boxes[i].top - PAD : (boxes[i - 1].bottom + boxes[i].top) / 2;
      double bottom = i + 1 == n ? boxes[i].bottom + PAD : (boxes[i].bottom + boxes[i + 1].top) / 2;

      append_point (points, boxes[i].x0 - PAD, bottom);
      append_point (points, boxes[i].x0 - PAD, top);
    }
  trace_rounded (cr, points, radius);
}

/* Adds to the path an outline for each group of @boxes (of #LesBox) that hang together. */
static void
trace_blocks (cairo_t *cr, GArray *boxes, double radius)
{
  guint first = 0;

  for (guint i = 1; i <= boxes->len; i++)
    if (i == boxes->len || !joins (&g_array_index (boxes, LesBox, i - 1), &g_array_index (boxes, LesBox, i)))
      {
        trace_block (cr, &g_array_index (boxes, LesBox, first), i - first, radius);
        first = i;
      }
}

static graphene_rect_t
get_bounds (GArray *boxes)
{
  LesBox all = g_array_index (boxes, LesBox, 0);

  for (guint i = 1; i < boxes->len; i++)
    {
      const LesBox *box = &g_array_index (boxes, LesBox, i);

      all.x0 = MIN (all.x0, box->x0);
      all.x1 = MAX (all.x1, box->x1);
      all.top = MIN (all.top, box->top);
      all.bottom = MAX (all.bottom, box->bottom);
    }
  return GRAPHENE_RECT_INIT ((float) all.x0 - 6, (float) all.top - 6, (float) (all.x1 - all.x0) + 12,
                             (float) (all.bottom - all.top) + 12);
}

static cairo_t *
open_cairo (GtkSnapshot *snapshot, GArray *boxes)
{
  graphene_rect_t bounds = get_bounds (boxes);

  return gtk_snapshot_append_cairo (snapshot, &bounds);
}

/* The margin between the column and the edge of the pane where the ribbon goes
 * on, over the height of a passage, in buffer coordinates. */
static LesBox
find_tail (LesReader *reader, LesTextRange range)
{
  gboolean to_right = les_reader_get_joined (reader) == LES_JOINED_RIGHT;
  double top_margin = gtk_text_view_get_top_margin (GTK_TEXT_VIEW (reader));
  LesBox tail;
  int left;
  int right;
  int x0;
  int x1;

  les_reader_get_column (reader, &left, &right);
  les_reader_get_extents (reader, range, &tail.top, &tail.bottom);
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (reader), GTK_TEXT_WINDOW_WIDGET,
                                         to_right ? right + 4 : 0, 0, &x0, NULL);
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (reader), GTK_TEXT_WINDOW_WIDGET,
                                         to_right ? gtk_widget_get_width (GTK_WIDGET (reader)) : left - 4, 0, &x1, NULL);
  tail.x0 = x0;
  tail.x1 = x1;
  tail.top -= top_margin + PAD;
  tail.bottom += PAD - top_margin;
  return tail;
}

static void
paint_tail (LesReader *reader, GtkSnapshot *snapshot, LesInk ink, const LesRangeEntry *entry, const LesMatch *match,
            gboolean current, gboolean crowded)
{
  LesBox tail = find_tail (reader, entry->range);
  GdkRGBA color = les_ink_match (ink, entry->id, les_ink_ribbon_strength (match->grade, current));
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) tail.x0, (float) tail.top, (float) (tail.x1 - tail.x0),
                                             (float) (tail.bottom - tail.top));
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &color, &area);
  if (!current && (crowded || (match->grade == LES_GRADE_ASSERTED && !ink.high_contrast)))
    return;
  graphene_rect_inset (&area, 0, -2);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_move_to (cr, tail.x0, tail.top);
  cairo_line_to (cr, tail.x1, tail.top);
  cairo_move_to (cr, tail.x0, tail.bottom);
  cairo_line_to (cr, tail.x1, tail.bottom);
  les_ink_stroke_match (ink, cr, entry->id, match->grade, current);
  cairo_destroy (cr);
}

/* Without round corners: cheap, and so many are too small to show them. */
static void
paint_plain (GtkSnapshot *snapshot, GArray *boxes, const GdkRGBA *color)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const LesBox *box = &g_array_index (boxes, LesBox, i);

      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT (floorf ((float) box->x0), (float) box->top,
                                                      ceilf ((float) (box->x1 - box->x0)), (float) (box->bottom - box->top)));
    }
}

static void
paint_match (LesReader *reader, GtkSnapshot *snapshot, LesInk ink, const LesRangeEntry *entry, gboolean crowded)
{
  LesSession *session = les_marks_get_session (les_reader_get_marks (reader));
  gboolean current = les_session_get_current_match (session) == (int) entry->id;
  const LesMatch *match = les_session_get_shown (session, entry->id);
  g_autoptr (GArray) boxes = les_reader_get_boxes (reader, entry->range);
  GdkRGBA color = les_ink_match (ink, entry->id, les_ink_match_strength (match->grade, current));
  cairo_t *cr;

  if (boxes->len == 0)
    return;
  if (les_reader_get_joined (reader) != LES_JOINED_NOT)
    paint_tail (reader, snapshot, ink, entry, match, current, crowded);
  if (crowded && !current && match->grade == LES_GRADE_ASSERTED && !ink.high_contrast)
    {
      paint_plain (snapshot, boxes, &color);
      return;
    }
  cr = open_cairo (snapshot, boxes);
  trace_blocks (cr, boxes, RADIUS);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_fill_preserve (cr);
  les_ink_stroke_match (ink, cr, entry->id, match->grade, current);
  cairo_destroy (cr);
}

static gboolean
has_many (LesRangeIndex *index, LesTextRange visible)
{
  LesRangeIter iter;
  guint n = 0;

  les_range_iter_init (&iter, index, visible);
  while (n <= MAX_EDGED && les_range_iter_next (&iter) != NULL)
    n++;
  return n > MAX_EDGED;
}

static void
paint_matches (LesReader *reader, GtkSnapshot *snapshot, LesInk ink, LesTextRange visible)
{
  LesSession *session = les_marks_get_session (les_reader_get_marks (reader));
  LesRangeIndex *index = les_marks_get_matches (les_reader_get_marks (reader));
  gboolean crowded = has_many (index, visible);
  int current = les_session_get_current_match (session);
  const LesRangeEntry *strong = NULL;
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, index, visible);
  while ((entry = les_range_iter_next (&iter)) != NULL)
    if ((int) entry->id == current)
      strong = entry;
    else
      paint_match (reader, snapshot, ink, entry, crowded);
  if (strong != NULL)
    paint_match (reader, snapshot, ink, strong, crowded);
}

/* What other articles have too stands back with its match: the ground is laid
 * over the match's tint, so that dimmed letters keep their contrast. */
static void
paint_shared (LesReader *reader, GtkSnapshot *snapshot, LesInk ink, LesTextRange visible)
{
  GdkRGBA veil = les_ink_ground (ink, VEIL_ALPHA);
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, les_marks_get_shared (les_reader_get_marks (reader)), visible);
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      g_autoptr (GArray) boxes = les_reader_get_boxes (reader, entry->range);
      cairo_t *cr;

      if (boxes->len == 0)
        continue;
      cr = open_cairo (snapshot, boxes);
      trace_blocks (cr, boxes, RADIUS);
      gdk_cairo_set_source_rgba (cr, &veil);
      cairo_fill (cr);
      cairo_destroy (cr);
    }
}

/* A corner above the first or the last letter, where no comma is in its way. */
static void
stroke_corner (GtkSnapshot *snapshot, LesInk ink, const LesBox *box, gboolean of_start)
{
  GdkRGBA color = les_ink_text (ink, ink.high_contrast ? 1.0 : 0.7);
  double x = floor (box->x0) + (of_start ? -0.5 : 0.5);
  double y = floor (box->top) - 0.5;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x - 8, (float) y - 2, 16.0f, 16.0f));

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, ink.high_contrast ? 2.0 : 1.0);
  cairo_move_to (cr, x + (of_start ? CORNER : -CORNER), y);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x, y + CORNER);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
paint_quotations (LesReader *reader, GtkSnapshot *snapshot, LesInk ink, LesTextRange visible)
{
  GdkRGBA tint = les_ink_text (ink, QUOTATION_ALPHA);
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, les_marks_get_quotations (les_reader_get_marks (reader)), visible);
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      g_autoptr (GArray) boxes = les_reader_get_boxes (reader, entry->range);
      gboolean to_left = les_reader_is_rtl (reader);
      LesBox end;

      paint_plain (snapshot, boxes, &tint);
      for (int of_start = 0; of_start < 2; of_start++)
        if (les_reader_get_handle (reader, entry->range, of_start, &end))
          stroke_corner (snapshot, ink, &end, of_start != to_left);
    }
}

static void
stroke_wave (cairo_t *cr, const LesBox *box)
{
  double y = box->bottom - 0.5;

  cairo_move_to (cr, box->x0, y);
  for (double x = box->x0; x < box->x1; x += 4.0)
    {
      cairo_curve_to (cr, x + 1.0, y - 2.0, x + 1.0, y - 2.0, x + 2.0, y);
      cairo_curve_to (cr, x + 3.0, y + 2.0, x + 3.0, y + 2.0, x + 4.0, y);
    }
  cairo_stroke (cr);
}

static void
stroke_line (cairo_t *cr, const LesBox *box, double y)
{
  cairo_move_to (cr, box->x0, y);
  cairo_line_to (cr, box->x1, y);
  cairo_stroke (cr);
}

static void
fill_caret (cairo_t *cr, const LesBox *box)
{
  cairo_move_to (cr, box->x0, box->bottom - 5.0);
  cairo_line_to (cr, box->x0 + 4.5, box->bottom + 2.0);
  cairo_line_to (cr, box->x0 - 4.5, box->bottom + 2.0);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
stroke_difference (cairo_t *cr, LesStroke stroke, const LesBox *box)
{
  const double dots[] = { 2.0, 2.5 };

  switch (stroke)
    {
    case LES_STROKE_CHANGED:
      stroke_wave (cr, box);
      break;
    case LES_STROKE_ONLY_HERE:
      stroke_line (cr, box, floor ((box->top + box->bottom) / 2) + 1.5);
      break;
    case LES_STROKE_ONLY_THERE:
      fill_caret (cr, box);
      break;
    case LES_STROKE_DETAIL:
      cairo_set_line_width (cr, 1.5);
      stroke_line (cr, box, box->bottom - 1.5);
      stroke_line (cr, box, box->bottom + 1.5);
      break;
    case LES_STROKE_MOVED:
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      stroke_line (cr, box, box->bottom - 0.5);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
paint_differences (LesReader *reader, GtkSnapshot *snapshot, LesInk ink, LesTextRange visible)
{
  LesMarks *marks = les_reader_get_marks (reader);
  int current = les_session_get_current_match (les_marks_get_session (marks));
  GdkRGBA color = les_ink_match (ink, MAX (current, 0), 1.0);
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, les_marks_get_differences (marks), visible);
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      g_autoptr (GArray) boxes = les_reader_get_boxes (reader, entry->range);
      cairo_t *cr;

      if (boxes->len == 0)
        continue;
      cr = open_cairo (snapshot, boxes);
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_set_line_width (cr, entry->id == LES_STROKE_ONLY_HERE ? 1.0 : 1.5);
      for (guint i = 0; i < boxes->len; i++)
        stroke_difference (cr, entry->id, &g_array_index (boxes, LesBox, i));
      cairo_destroy (cr);
    }
}

static void
paint_hits (LesReader *reader, GtkSnapshot *snapshot, LesInk ink, LesTextRange visible)
{
  GdkRGBA fill = les_ink_hit (ink, ink.dark ? 0.30 : 0.35);
  GdkRGBA edge = les_ink_hit (ink, 0.95);
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, les_marks_get_hits (les_reader_get_marks (reader)), visible);
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      g_autoptr (GArray) boxes = les_reader_get_boxes (reader, entry->range);
      cairo_t *cr;

      if (boxes->len == 0)
        continue;
      cr = open_cairo (snapshot, boxes);
      trace_blocks (cr, boxes, 3.0);
      gdk_cairo_set_source_rgba (cr, &fill);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, &edge);
      cairo_set_line_width (cr, 1.0);
      cairo_stroke (cr);
      cairo_destroy (cr);
    }
}

/* In the colour of the first tag; the lane in the margin has them all. */
static void
paint_underline (GtkSnapshot *snapshot, LesInk ink, const LesAnnotationMark *mark, const LesBox *box, double height)
{
  GdkRGBA color = les_ink_tag (ink, mark->colors->len > 0 ? mark->colors->pdata[0] : NULL);
  double y = floor (box->bottom - 1.0 + UNDERLINE_STEP * MIN (mark->lane, MAX_UNDERLINES - 1));

  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) box->x0, (float) y, (float) (box->x1 - box->x0),
                                                  (float) height));
}

static void
paint_current_annotation (GtkSnapshot *snapshot, LesInk ink, const LesAnnotationMark *mark, GArray *boxes)
{
  GdkRGBA color = les_ink_tag (ink, mark->colors->len > 0 ? mark->colors->pdata[0] : NULL);
  GdkRGBA fill = les_ink_fade (color, les_ink_tint_strength (ink));
  cairo_t *cr = open_cairo (snapshot, boxes);

  trace_blocks (cr, boxes, RADIUS);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* While an end is dragged, where it would be. */
static LesTextRange
get_current_range (LesMarks *marks, const LesAnnotationMark *mark)
{
  LesTextRange preview;

  return les_marks_get_held (marks, &preview) != LES_HELD_NONE && !les_text_range_is_empty (preview) ? preview
                                                                                                    : mark->range;
}

static void
paint_annotations (LesReader *reader, GtkSnapshot *snapshot, LesInk ink, LesTextRange visible)
{
  LesMarks *marks = les_reader_get_marks (reader);
  const char *current = les_session_get_annotation_id (les_marks_get_session (marks));
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, les_marks_get_annotations (marks), visible);
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      const LesAnnotationMark *mark = les_marks_get_annotation (marks, entry->id);
      gboolean is_current = g_strcmp0 (mark->id, current) == 0;
      g_autoptr (GArray) boxes = NULL;

      if (mark->lane >= MAX_UNDERLINES && !is_current)
        continue;
      boxes = les_reader_get_boxes (reader, is_current ? get_current_range (marks, mark) : entry->range);
      if (is_current && boxes->len > 0)
        paint_current_annotation (snapshot, ink, mark, boxes);
      for (guint i = 0; i < boxes->len; i++)
        paint_underline (snapshot, ink, mark, &g_array_index (boxes, LesBox, i), is_current ? 3.0 : 2.0);
    }
}

/**
 * les_mark_painter_paint:
 * @snapshot: in buffer coordinates
 *
 * Draws what lies below the letters: matches, quotations, hits, annotations, differences.
 */
void
les_mark_painter_paint (LesReader *reader, GtkSnapshot *snapshot)
{
  LesTextRange visible = les_reader_get_visible (reader);
  LesInk ink = les_ink_get ();

  paint_matches (reader, snapshot, ink, visible);
  paint_shared (reader, snapshot, ink, visible);
  paint_quotations (reader, snapshot, ink, visible);
  paint_hits (reader, snapshot, ink, visible);
  paint_annotations (reader, snapshot, ink, visible);
  paint_differences (reader, snapshot, ink, visible);
}

/* A stroke at the end of the words with a knob: above it for the start, below for the end. */
static void
paint_handle (GtkSnapshot *snapshot, LesInk ink, const LesAnnotationMark *mark, const LesBox *handle, gboolean of_start,
              gboolean held)
{
  GdkRGBA color = les_ink_tag (ink, mark->colors->len > 0 ? mark->colors->pdata[0] : NULL);
  GdkRGBA paper = les_ink_paper (ink);
  double y = of_start ? handle->top : handle->bottom;
  double reach = KNOB_RADIUS + 3.0;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT ((float) (handle->x0 - reach), (float) (handle->top - reach),
                                                                (float) (2 * reach),
                                                                (float) (handle->bottom - handle->top + 2 * reach)));

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 2.0);
  cairo_move_to (cr, handle->x0, handle->top);
  cairo_line_to (cr, handle->x0, handle->bottom);
  cairo_stroke (cr);
  cairo_arc (cr, handle->x0, y, held ? KNOB_RADIUS + 1.5 : KNOB_RADIUS, 0, 2 * G_PI);
  if (!held)
    gdk_cairo_set_source_rgba (cr, &paper);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * les_mark_painter_paint_handles:
 * @snapshot: in buffer coordinates
 *
 * Draws, above the letters, the ends of the current annotation; the one that is
 * held is filled.
 */
void
les_mark_painter_paint_handles (LesReader *reader, GtkSnapshot *snapshot)
{
  LesMarks *marks = les_reader_get_marks (reader);
  const LesAnnotationMark *mark = les_marks_get_current_annotation (marks);
  LesHeldBound ends[] = { LES_HELD_START, LES_HELD_END };
  LesTextRange preview;
  LesHeldBound held = les_marks_get_held (marks, &preview);
  LesInk ink = les_ink_get ();

  for (guint i = 0; mark != NULL && i < G_N_ELEMENTS (ends); i++)
    {
      gboolean of_start = ends[i] == LES_HELD_START;
      LesBox handle;

      if (les_reader_get_handle (reader, get_current_range (marks, mark), of_start, &handle))
        paint_handle (snapshot, ink, mark, &handle, of_start, held == ends[i]);
    }
}
