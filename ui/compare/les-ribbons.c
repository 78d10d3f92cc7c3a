/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-ribbons.h"

#include <glib/gi18n.h>

#include "les-gap.h"
#include "les-ink.h"
#include "les-match-words.h"

#define WIDTH 52
#define STACKED_WIDTH 30
#define MAX_RIBBONS 60
#define BRACKET 11.0
#define MIN_HEIGHT 3.0

/**
 * LesRibbons:
 *
 * The gap between two readers, where each match is a band from its passage on
 * the left to its passage on the right. Where the other end is out of view a
 * bracket with an arrow says in which direction it lies. A click takes the match.
 * Where the texts stand one above the other, the gap is to the left of both and
 * the bands go round.
 */
struct _LesRibbons
{
  GtkWidget parent_instance;

  /* Owned */
  LesGap gap;
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

static LesRangeIndex *
get_index (LesRibbons *self, LesSide side)
{
  return les_marks_get_matches (les_reader_get_marks (self->gap.readers[side]));
}

static Ribbon
make_ribbon (LesRibbons *self, guint index)
{
  const LesMatch *match = les_session_get_shown (self->session, index);
  Ribbon ribbon = { (int) index, match->grade, };

  for (int side = 0; side < LES_N_SIDES; side++)
    {
      les_gap_get_extents (&self->gap, side, les_match_get_range (match, side), &ribbon.top[side], &ribbon.bottom[side]);
      ribbon.top[side] -= 2;
      ribbon.bottom[side] = MAX (ribbon.bottom[side] + 2, ribbon.top[side] + MIN_HEIGHT);
    }
  return ribbon;
}

static gboolean
is_visible (LesRibbons *self, const Ribbon *ribbon, LesSide side)
{
  return les_gap_shows (&self->gap, side, ribbon->top[side], ribbon->bottom[side]);
}

static int
compare_ribbons (gconstpointer a, gconstpointer b)
{
  return ((const Ribbon *) a)->match - ((const Ribbon *) b)->match;
}

static void
add_visible (LesRibbons *self, LesSide side, GHashTable *seen)
{
  LesTextRange visible = les_reader_get_visible (self->gap.readers[side]);
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
  if (!les_gap_is_ready (&self->gap, self->session))
    return;
  les_gap_measure (&self->gap);
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

/* Beside stacked texts an end reaches no further than its text is in view. */
static void
get_edge (LesRibbons *self, const Ribbon *ribbon, gboolean lower, double *y)
{
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      /* Going round, the band turns over: its outer edge is above in the one and below in the other. */
      gboolean bottom = lower != (self->gap.stacked && side == LES_SIDE_RIGHT);

      y[side] = bottom ? ribbon->bottom[side] : ribbon->top[side];
      if (self->gap.stacked)
        y[side] = les_gap_clamp (&self->gap, side, y[side], 0.0);
    }
}

static void
trace_band (LesRibbons *self, cairo_t *cr, const Ribbon *ribbon)
{
  double upper[LES_N_SIDES];
  double lower[LES_N_SIDES];

  get_edge (self, ribbon, FALSE, upper);
  get_edge (self, ribbon, TRUE, lower);
  les_gap_trace (&self->gap, cr, upper, 0.0, FALSE, FALSE);
  les_gap_trace (&self->gap, cr, lower, 0.0, TRUE, TRUE);
  cairo_close_path (cr);
}

static void
trace_edges (LesRibbons *self, cairo_t *cr, const Ribbon *ribbon)
{
  for (int lower = 0; lower < 2; lower++)
    {
      double y[LES_N_SIDES];

      get_edge (self, ribbon, lower, y);
      les_gap_trace (&self->gap, cr, y, 0.0, lower, FALSE);
    }
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
  double beyond = self->gap.stacked ? 0.0 : 8.0;
  double top = les_gap_clamp (&self->gap, side, ribbon->top[side], beyond);
  double bottom = les_gap_clamp (&self->gap, side, ribbon->bottom[side], beyond);
  double x = les_gap_get_x (&self->gap, side, 0.0);
  double out = x > 0.0 ? -1.0 : 1.0;
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
  fill_arrow (cr, x + out * (BRACKET + 6.0), les_gap_clamp (&self->gap, side, (top + bottom) / 2, -6.0),
              ribbon->bottom[!side] <= self->gap.top[!side]);
}

static void
draw_band (LesRibbons *self, cairo_t *cr, LesInk ink, const Ribbon *ribbon, gboolean current)
{
  GdkRGBA fill = les_ink_match (ink, ribbon->match, les_ink_ribbon_strength (ribbon->grade, current));

  trace_band (self, cr, ribbon);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill (cr);
  if (!current && is_crowded (self))
    return;
  trace_edges (self, cr, ribbon);
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
  int width = LES_RIBBONS (widget)->gap.stacked ? STACKED_WIDTH : WIDTH;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : 0;
}

/* Whether a place lies in the band, as it is drawn. */
static gboolean
is_in_band (LesRibbons *self, const Ribbon *ribbon, double x, double y)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  gboolean inside;

  trace_band (self, cr, ribbon);
  inside = cairo_in_fill (cr, x, y);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return inside;
}

static gboolean
is_in_bracket (LesRibbons *self, const Ribbon *ribbon, LesSide side, double x, double y)
{
  return y >= ribbon->top[side] && y < ribbon->bottom[side] && les_gap_shows (&self->gap, side, y, y)
         && ABS (x - les_gap_get_x (&self->gap, side, 0.0)) < BRACKET + 10.0;
}

static int
find_match (LesRibbons *self, double x, double y)
{
  for (guint i = self->ribbons->len; i-- > 0;)
    {
      const Ribbon *ribbon = &g_array_index (self->ribbons, Ribbon, i);
      gboolean left = is_visible (self, ribbon, LES_SIDE_LEFT);
      gboolean right = is_visible (self, ribbon, LES_SIDE_RIGHT);

      if (left && right ? is_in_band (self, ribbon, x, y)
                        : is_in_bracket (self, ribbon, left ? LES_SIDE_LEFT : LES_SIDE_RIGHT, x, y))
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
  les_session_set_active_side (self->session, les_gap_get_side_at (&self->gap, x, y));
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

  if (match < 0 || !les_gap_is_ready (&self->gap, self->session) || match >= (int) les_session_get_n_shown (self->session))
    return FALSE;
  words = les_match_words_dup (les_session_get_shown (self->session, match), match);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static gboolean
scroll_cb (LesRibbons *self, double dx, double dy)
{
  les_gap_scroll (&self->gap, self->session, dy);
  return GDK_EVENT_STOP;
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
  les_gap_clear (&self->gap);

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

  les_gap_init (&self->gap, GTK_WIDGET (self));
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
  les_gap_set_readers (&self->gap, left, right);
}

/** @stacked: whether the texts stand one above the other, and the ribbons to the left of both */
void
les_ribbons_set_stacked (LesRibbons *self, gboolean stacked)
{
  les_gap_set_stacked (&self->gap, stacked);
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
