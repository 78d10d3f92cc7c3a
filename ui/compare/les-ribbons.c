/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-ribbons.h"

#include <glib/gi18n.h>
#include <math.h>

#include "les-ink.h"
#include "les-match-words.h"

#define WIDTH 52
#define MAX_RIBBONS 60
#define BRACKET 11.0
#define MIN_HEIGHT 3.0

/**
 * LesRibbons:
 *
 * The gap between two readers, where each match is a band from its passage on
 * the left to its passage on the right. Where the other end is out of view a
 * bracket with an arrow says in which direction it lies. A click takes the match.
 */
struct _LesRibbons
{
  GtkWidget parent_instance;

  /* Owned */
  LesReader *readers[LES_N_SIDES];
  LesSession *session;
  GArray *ribbons;            /* of Ribbon, as last drawn */

  /* State */
  guint n_visible;            /* before neighbours were merged */
};

typedef struct
{
  int match;
  LesMatchGrade grade;
  double top[LES_N_SIDES];
  double bottom[LES_N_SIDES];
} Ribbon;

G_DEFINE_FINAL_TYPE (LesRibbons, les_ribbons, GTK_TYPE_WIDGET)

static gboolean
is_ready (LesRibbons *self)
{
  return self->session != NULL && les_session_is_comparing (self->session)
         && self->readers[LES_SIDE_LEFT] != NULL && self->readers[LES_SIDE_RIGHT] != NULL
         && les_reader_get_document (self->readers[LES_SIDE_LEFT]) != NULL
         && les_reader_get_document (self->readers[LES_SIDE_RIGHT]) != NULL;
}

/* What is to be added to a height in the text to get one in this widget. */
static double
get_shift (LesRibbons *self, LesSide side)
{
  GtkAdjustment *adjustment = les_reader_get_adjustment (self->readers[side]);
  graphene_point_t origin;

  if (!gtk_widget_compute_point (GTK_WIDGET (self->readers[side]), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (0, 0), &origin))
    return 0.0;
  return origin.y - (adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0.0);
}

static LesRangeIndex *
get_index (LesRibbons *self, LesSide side)
{
  return les_marks_get_matches (les_reader_get_marks (self->readers[side]));
}

static Ribbon
make_ribbon (LesRibbons *self, guint index)
{
  const LesMatch *match = les_session_get_shown (self->session, index);
  Ribbon ribbon = { (int) index, match->grade, };

  for (int side = 0; side < LES_N_SIDES; side++)
    {
      LesTextRange range = les_reader_to_display (self->readers[side], les_match_get_range (match, side));
      double shift = get_shift (self, side);

      les_reader_get_extents (self->readers[side], range, &ribbon.top[side], &ribbon.bottom[side]);
      ribbon.top[side] += shift - 2;
      ribbon.bottom[side] = MAX (ribbon.bottom[side] + shift + 2, ribbon.top[side] + MIN_HEIGHT);
    }
  return ribbon;
}

static gboolean
is_visible (LesRibbons *self, const Ribbon *ribbon, LesSide side)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  return ribbon->bottom[side] > 0.0 && ribbon->top[side] < height;
}

static int
compare_ribbons (gconstpointer a, gconstpointer b)
{
  return ((const Ribbon *) a)->match - ((const Ribbon *) b)->match;
}

static void
add_visible (LesRibbons *self, LesSide side, GHashTable *seen)
{
  LesTextRange visible = les_reader_get_visible (self->readers[side]);
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, get_index (self, side), visible);
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      Ribbon ribbon;

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (entry->id)))
        continue;
      ribbon = make_ribbon (self, entry->id);
      if (is_visible (self, &ribbon, LES_SIDE_LEFT) || is_visible (self, &ribbon, LES_SIDE_RIGHT))
        g_array_append_val (self->ribbons, ribbon);
    }
}

static gboolean
can_merge (LesRibbons *self, const Ribbon *above, const Ribbon *below, double gap)
{
  int current = les_session_get_current_match (self->session);

  if (above->match == current || below->match == current || above->grade != below->grade)
    return FALSE;
  for (int side = 0; side < LES_N_SIDES; side++)
    if (below->top[side] < above->top[side] || below->top[side] - above->bottom[side] > gap)
      return FALSE;
  return TRUE;
}

/* Too many to be told apart, and too dear: neighbours become one band. */
static void
merge_neighbours (LesRibbons *self)
{
  for (double gap = 8.0; self->ribbons->len > MAX_RIBBONS && gap < 4000.0; gap *= 2.0)
    {
      guint kept = 0;

      for (guint i = 1; i < self->ribbons->len; i++)
        {
          Ribbon *last = &g_array_index (self->ribbons, Ribbon, kept);
          Ribbon ribbon = g_array_index (self->ribbons, Ribbon, i);

          if (can_merge (self, last, &ribbon, gap))
            for (int side = 0; side < LES_N_SIDES; side++)
              last->bottom[side] = MAX (last->bottom[side], ribbon.bottom[side]);
          else
            g_array_index (self->ribbons, Ribbon, ++kept) = ribbon;
        }
      g_array_set_size (self->ribbons, kept + 1);
    }
  if (self->ribbons->len > MAX_RIBBONS)
    g_array_set_size (self->ribbons, MAX_RIBBONS);
}

static void
collect_ribbons (LesRibbons *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_array_set_size (self->ribbons, 0);
  if (!is_ready (self))
    return;
  for (int side = 0; side < LES_N_SIDES; side++)
    add_visible (self, side, seen);
  self->n_visible = self->ribbons->len;
  g_array_sort (self->ribbons, compare_ribbons);
  if (self->ribbons->len > MAX_RIBBONS)
    merge_neighbours (self);
}

/* Edges beside edges cost most and can no longer be told apart. */
static gboolean
is_crowded (LesRibbons *self)
{
  return self->n_visible > MAX_RIBBONS;
}

static void
trace_band (cairo_t *cr, const Ribbon *ribbon, double width)
{
  double middle = width / 2;

  cairo_move_to (cr, 0, ribbon->top[0]);
  cairo_curve_to (cr, middle, ribbon->top[0], middle, ribbon->top[1], width, ribbon->top[1]);
  cairo_line_to (cr, width, ribbon->bottom[1]);
  cairo_curve_to (cr, middle, ribbon->bottom[1], middle, ribbon->bottom[0], 0, ribbon->bottom[0]);
  cairo_close_path (cr);
}

static void
trace_edges (cairo_t *cr, const Ribbon *ribbon, double width)
{
  double middle = width / 2;

  cairo_move_to (cr, 0, ribbon->top[0]);
  cairo_curve_to (cr, middle, ribbon->top[0], middle, ribbon->top[1], width, ribbon->top[1]);
  cairo_move_to (cr, 0, ribbon->bottom[0]);
  cairo_curve_to (cr, middle, ribbon->bottom[0], middle, ribbon->bottom[1], width, ribbon->bottom[1]);
}

static void
trace_bracket (cairo_t *cr, double x, double out, double top, double bottom)
{
  double radius = MIN (7.0, (bottom - top) / 2);

  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x + out * (BRACKET - radius), top);
  cairo_curve_to (cr, x + out * BRACKET, top, x + out * BRACKET, top, x + out * BRACKET, top + radius);
  cairo_line_to (cr, x + out * BRACKET, bottom - radius);
  cairo_curve_to (cr, x + out * BRACKET, bottom, x + out * BRACKET, bottom, x + out * (BRACKET - radius), bottom);
  cairo_line_to (cr, x, bottom);
}

/* Points to where the other end lies, above or below. */
static void
fill_arrow (cairo_t *cr, double x, double y, gboolean up)
{
  double tip = up ? -4.0 : 4.0;

  cairo_move_to (cr, x, y + tip);
  cairo_line_to (cr, x + 3.5, y - tip * 0.4);
  cairo_line_to (cr, x - 3.5, y - tip * 0.4);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_bracket (LesRibbons *self, cairo_t *cr, LesInk ink, const Ribbon *ribbon, LesSide side, gboolean current)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double top = MAX (ribbon->top[side], -8.0);
  double bottom = MIN (ribbon->bottom[side], height + 8.0);
  double x = side == LES_SIDE_LEFT ? 0.0 : width;
  double out = side == LES_SIDE_LEFT ? 1.0 : -1.0;
  GdkRGBA fill = les_ink_match (ink, ribbon->match, les_ink_ribbon_strength (ribbon->grade, current));
  GdkRGBA arrow = les_ink_match (ink, ribbon->match, current ? 1.0 : 0.75);

  if (bottom - top < 2.0)
    return;
  trace_bracket (cr, x, out, top, bottom);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);
  if (current || !is_crowded (self))
    les_ink_stroke_match (ink, cr, ribbon->match, ribbon->grade, current);
  cairo_new_path (cr);
  gdk_cairo_set_source_rgba (cr, &arrow);
  fill_arrow (cr, x + out * (BRACKET + 6.0), CLAMP ((top + bottom) / 2, 6.0, height - 6.0),
              ribbon->bottom[!side] <= 0.0);
}

static void
draw_band (LesRibbons *self, cairo_t *cr, LesInk ink, const Ribbon *ribbon, gboolean current)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  GdkRGBA fill = les_ink_match (ink, ribbon->match, les_ink_ribbon_strength (ribbon->grade, current));

  trace_band (cr, ribbon, width);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill (cr);
  if (!current && is_crowded (self))
    return;
  trace_edges (cr, ribbon, width);
  les_ink_stroke_match (ink, cr, ribbon->match, ribbon->grade, current);
}

static void
draw_ribbon (LesRibbons *self, cairo_t *cr, LesInk ink, const Ribbon *ribbon, gboolean current)
{
  gboolean left = is_visible (self, ribbon, LES_SIDE_LEFT);
  gboolean right = is_visible (self, ribbon, LES_SIDE_RIGHT);

  if (left && right)
    draw_band (self, cr, ink, ribbon, current);
  else
    draw_bracket (self, cr, ink, ribbon, left ? LES_SIDE_LEFT : LES_SIDE_RIGHT, current);
}

static void
les_ribbons_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LesRibbons *self = LES_RIBBONS (widget);
  LesInk ink = les_ink_get ();
  const Ribbon *strong = NULL;
  int current;
  cairo_t *cr;

  collect_ribbons (self);
  if (self->ribbons->len == 0)
    return;
  current = les_session_get_current_match (self->session);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                 (float) gtk_widget_get_height (widget)));
  for (guint i = 0; i < self->ribbons->len; i++)
    {
      const Ribbon *ribbon = &g_array_index (self->ribbons, Ribbon, i);

      if (ribbon->match == current)
        strong = ribbon;
      else
        draw_ribbon (self, cr, ink, ribbon, FALSE);
    }
  if (strong != NULL)
    draw_ribbon (self, cr, ink, strong, TRUE);
  cairo_destroy (cr);
}

static void
les_ribbons_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

/* The edge of a band at a place, along the same curve as it is drawn. */
static double
get_edge (double from, double to, double t)
{
  double s = t * t * (3.0 - 2.0 * t);

  return from + s * (to - from);
}

static int
find_match (LesRibbons *self, double x, double y)
{
  double t = CLAMP (x / MAX (1.0, gtk_widget_get_width (GTK_WIDGET (self))), 0.0, 1.0);

  for (guint i = self->ribbons->len; i-- > 0;)
    {
      const Ribbon *ribbon = &g_array_index (self->ribbons, Ribbon, i);
      gboolean left = is_visible (self, ribbon, LES_SIDE_LEFT);
      gboolean right = is_visible (self, ribbon, LES_SIDE_RIGHT);
      LesSide side = left ? LES_SIDE_LEFT : LES_SIDE_RIGHT;

      if (left && right)
        {
          if (y >= get_edge (ribbon->top[0], ribbon->top[1], t) && y < get_edge (ribbon->bottom[0], ribbon->bottom[1], t))
            return ribbon->match;
        }
      else if (y >= ribbon->top[side] && y < ribbon->bottom[side] && (left ? t < 0.4 : t > 0.6))
        return ribbon->match;
    }
  return -1;
}

static void
released_cb (LesRibbons *self, int n_press, double x, double y)
{
  int match = find_match (self, x, y);

  if (match < 0)
    return;
  les_session_set_active_side (self->session,
                               2 * x < gtk_widget_get_width (GTK_WIDGET (self)) ? LES_SIDE_LEFT : LES_SIDE_RIGHT);
  les_session_set_current_match (self->session, match);
}

static void
motion_cb (LesRibbons *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_match (self, x, y) >= 0 ? "pointer" : "default");
}

static gboolean
query_tooltip_cb (LesRibbons *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *words = NULL;
  int match = find_match (self, x, y);

  if (match < 0 || !is_ready (self) || match >= (int) les_session_get_n_shown (self->session))
    return FALSE;
  words = les_match_words_dup (les_session_get_shown (self->session, match), match);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* The wheel over the gap scrolls the active side. */
static gboolean
scroll_cb (LesRibbons *self, double dx, double dy)
{
  GtkAdjustment *adjustment;

  if (!is_ready (self))
    return FALSE;
  adjustment = les_reader_get_adjustment (self->readers[les_session_get_active_side (self->session)]);
  for (int side = 0; side < LES_N_SIDES; side++)
    les_reader_release (self->readers[side]);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                        + (int) (dy * gtk_adjustment_get_step_increment (adjustment)));
  return TRUE;
}

static void
update_label (LesRibbons *self)
{
  guint n = self->session != NULL ? les_session_get_n_shown (self->session) : 0;
  g_autofree char *label = NULL;

  label = g_strdup_printf (ngettext ("%u passage in both articles", "%u passages in both articles", n), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
session_changed_cb (LesRibbons *self)
{
  g_array_set_size (self->ribbons, 0);
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
les_ribbons_dispose (GObject *object)
{
  LesRibbons *self = LES_RIBBONS (object);

  les_ribbons_set_session (self, NULL);
  for (int side = 0; side < LES_N_SIDES; side++)
    g_clear_object (&self->readers[side]);

  G_OBJECT_CLASS (les_ribbons_parent_class)->dispose (object);
}

static void
les_ribbons_finalize (GObject *object)
{
  g_array_unref (LES_RIBBONS (object)->ribbons);

  G_OBJECT_CLASS (les_ribbons_parent_class)->finalize (object);
}

static void
les_ribbons_class_init (LesRibbonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_ribbons_dispose;
  G_OBJECT_CLASS (klass)->finalize = les_ribbons_finalize;
  widget_class->snapshot = les_ribbons_snapshot;
  widget_class->measure = les_ribbons_measure;
  gtk_widget_class_set_css_name (widget_class, "ribbons");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
les_ribbons_init (LesRibbons *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->ribbons = g_array_new (FALSE, FALSE, sizeof (Ribbon));
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  update_label (self);
}

/** Joins two readers that have their places in scrolled windows. Call once. */
void
les_ribbons_set_readers (LesRibbons *self, LesReader *left, LesReader *right)
{
  LesReader *readers[LES_N_SIDES] = { left, right };

  for (int side = 0; side < LES_N_SIDES; side++)
    {
      GtkAdjustment *adjustment = les_reader_get_adjustment (readers[side]);

      g_set_object (&self->readers[side], readers[side]);
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
    }
}

/** @session: (nullable) */
void
les_ribbons_set_session (LesRibbons *self, LesSession *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::matches", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::layers", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::current-match", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
    }
  session_changed_cb (self);
}

/** Returns: how many bands and brackets the last drawing had */
guint
les_ribbons_get_n_drawn (LesRibbons *self)
{
  return self->ribbons->len;
}

/** Returns: how many matches have an end in view, merged or not, at the last drawing */
guint
les_ribbons_get_n_visible (LesRibbons *self)
{
  return self->n_visible;
}
