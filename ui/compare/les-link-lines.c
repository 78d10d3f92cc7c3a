/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-link-lines.h"

#include <math.h>

#include <glib/gi18n.h>

#include "les-gap.h"
#include "les-ink.h"
#include "les-link-mark.h"
#include "les-link-words.h"
#include "les-linking.h"

#define MAX_LINES 60
#define DOT 3.5
#define INSET 5.0
#define MARK 8.0
#define CURRENT_MARK 10.0
/* So near to a line the pointer means it, in pixels. */
#define NEAR 6.0
#define HIT_STEPS 12

/**
 * LesLinkLines:
 *
 * The user's links over the gap between two readers: a thin line from one
 * passage to the other with a dot at each end and the mark of the relation in
 * the middle; dashed to the mark, which then stands at the other edge, where the
 * other report lacks the passage. Where an end is out of view the line leaves at that edge. Shows too
 * where a link that is being made starts. Between the lines the pointer goes
 * through to what lies below.
 *
 * Cost: what is in view, and what has an end there.
 */
typedef struct
{
  const char *id;             /* borrowed from links; NULL for the pending start */
  double y[LES_N_SIDES];      /* of the ends */
  gboolean has_end[LES_N_SIDES];
} Line;

struct _LesLinkLines
{
  GtkWidget parent_instance;

  /* Owned */
  LesGap gap;
  LesSession *session;
  GPtrArray *links;                       /* of LesLink, of the open pair */
  LesRangeIndex *ends[LES_N_SIDES];       /* text ranges -> index in links; built when needed */
  GArray *lines;                          /* of Line, as last drawn */

  /* State */
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (LesLinkLines, les_link_lines, GTK_TYPE_WIDGET)

static gboolean
shows_links (LesLinkLines *self)
{
  return (les_session_get_layers (self->session) & LES_LAYER_LINKS) != 0;
}

static double
get_middle (LesLinkLines *self, LesSide side, LesTextRange range)
{
  double top;
  double bottom;

  les_gap_get_extents (&self->gap, side, range, &top, &bottom);
  return (top + bottom) / 2;
}

static void
index_links (LesLinkLines *self)
{
  LesLinking *linking = les_linking_of (self->session);

  g_clear_pointer (&self->links, g_ptr_array_unref);
  self->links = les_linking_ref_links (linking);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      les_range_index_clear (self->ends[side]);
      for (guint i = 0; i < self->links->len; i++)
        {
          LesTextRange range;

          if (les_linking_find_place (linking, self->links->pdata[i], side, &range))
            les_range_index_add (self->ends[side], les_reader_to_display (self->gap.readers[side], range), i);
        }
    }
  self->stale = FALSE;
}

static Line
make_line (LesLinkLines *self, guint index)
{
  LesLink *link = self->links->pdata[index];
  LesLinking *linking = les_linking_of (self->session);
  Line line = { les_record_get_id (LES_RECORD (link)), };

  for (int side = 0; side < LES_N_SIDES; side++)
    {
      LesTextRange range;

      line.has_end[side] = les_linking_find_place (linking, link, side, &range);
      if (line.has_end[side])
        line.y[side] = get_middle (self, side, range);
    }
  for (int side = 0; side < LES_N_SIDES; side++)
    if (!line.has_end[side])
      line.y[side] = line.y[!side];
  return line;
}

static gboolean
is_in_view (LesLinkLines *self, const Line *line, LesSide side)
{
  return line->has_end[side] && les_gap_shows (&self->gap, side, line->y[side] - DOT, line->y[side] + DOT);
}

static void
add_visible (LesLinkLines *self, LesSide side, GHashTable *seen)
{
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, self->ends[side], les_reader_get_visible (self->gap.readers[side]));
  while (self->lines->len < MAX_LINES && (entry = les_range_iter_next (&iter)) != NULL)
    {
      Line line;

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (entry->id)))
        continue;
      line = make_line (self, entry->id);
      if (is_in_view (self, &line, LES_SIDE_LEFT) || is_in_view (self, &line, LES_SIDE_RIGHT))
        g_array_append_val (self->lines, line);
    }
}

static void
add_pending (LesLinkLines *self)
{
  Line line = { NULL, };
  LesTextRange range;
  LesSide side;

  if (!les_linking_get_start (les_linking_of (self->session), &side, &range))
    return;
  line.has_end[side] = TRUE;
  line.y[LES_SIDE_LEFT] = line.y[LES_SIDE_RIGHT] = get_middle (self, side, range);
  g_array_append_val (self->lines, line);
}

static void
collect_lines (LesLinkLines *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_array_set_size (self->lines, 0);
  if (!les_gap_is_ready (&self->gap, self->session))
    return;
  les_gap_measure (&self->gap);
  if (self->stale)
    index_links (self);
  for (int side = 0; shows_links (self) && side < LES_N_SIDES; side++)
    add_visible (self, side, seen);
  add_pending (self);
}

static LesLink *
get_link (LesLinkLines *self, const Line *line)
{
  return les_project_lookup (les_session_get_project (self->session), LES_RECORD_LINK, line->id);
}

static gboolean
is_current (LesLinkLines *self, const Line *line)
{
  return line->id != NULL
         && g_strcmp0 (line->id, les_linking_get_current_id (les_linking_of (self->session))) == 0;
}

/* Where the line runs: an end out of view is where the line leaves. */
static void
get_ends (LesLinkLines *self, const Line *line, double *y)
{
  for (int side = 0; side < LES_N_SIDES; side++)
    y[side] = line->has_end[side] ? les_gap_clamp (&self->gap, side, line->y[side], 2 * DOT) : line->y[side];
}

static gboolean
is_joined (const Line *line)
{
  return line->has_end[LES_SIDE_LEFT] && line->has_end[LES_SIDE_RIGHT];
}

static LesSide
get_only_side (const Line *line)
{
  return line->has_end[LES_SIDE_LEFT] ? LES_SIDE_LEFT : LES_SIDE_RIGHT;
}

static void
get_mark_place (LesLinkLines *self, const Line *line, const double *y, double *out_x, double *out_y)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (is_joined (line))
    les_gap_get_point (&self->gap, y, INSET, 0.5, out_x, out_y);
  else
    {
      *out_x = les_gap_get_x (&self->gap, get_only_side (line), 0.0) > 0.0 ? MARK + 1 : self->gap.width - MARK - 1;
      *out_y = y[get_only_side (line)];
    }
  *out_x = CLAMP (*out_x, MARK + 1, MAX (MARK + 1, self->gap.width - MARK - 1));
  *out_y = CLAMP (*out_y, MARK + 1, MAX (MARK + 1, height - MARK - 1));
}

static void
draw_dot (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* Dashed, and no dot at its end: there is nothing at the other side. */
static void
draw_stub (LesLinkLines *self, cairo_t *cr, const Line *line, const double *y)
{
  const double dashes[] = { 3.0, 3.0 };
  LesSide side = get_only_side (line);
  double from = les_gap_get_x (&self->gap, side, INSET);

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, from, y[side]);
  cairo_line_to (cr, self->gap.width - from, y[side]);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_curve (LesLinkLines *self, cairo_t *cr, const Line *line, const double *y)
{
  if (is_joined (line))
    {
      les_gap_trace (&self->gap, cr, y, INSET, FALSE, FALSE);
      cairo_stroke (cr);
    }
  else
    draw_stub (self, cr, line, y);
}

static void
draw_line (LesLinkLines *self, cairo_t *cr, LesInk ink, const Line *line)
{
  LesProject *project = les_session_get_project (self->session);
  LesLink *link = line->id != NULL ? get_link (self, line) : NULL;
  const char *relation = link != NULL ? les_link_get (link, LES_LINK_RELATION) : NULL;
  gboolean current = is_current (self, line) || line->id == NULL;
  GdkRGBA color = les_ink_tag (ink, relation != NULL ? les_relations_get_color (project, relation) : NULL);
  g_autofree char *mark = relation != NULL ? les_relations_dup_mark (project, relation) : g_strdup ("?");
  double y[LES_N_SIDES];
  double mark_x;
  double mark_y;

  get_ends (self, line, y);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, current ? 2.5 : ink.high_contrast ? 2.0 : 1.25);
  draw_curve (self, cr, line, y);
  for (int side = 0; side < LES_N_SIDES; side++)
    if (line->has_end[side] && (!self->gap.stacked || is_in_view (self, line, side)))
      draw_dot (cr, les_gap_get_x (&self->gap, side, INSET), y[side], current ? DOT + 1 : DOT);
  get_mark_place (self, line, y, &mark_x, &mark_y);
  les_link_mark_draw (GTK_WIDGET (self), cr, mark_x, mark_y,
                      current ? CURRENT_MARK : MARK,
                      relation != NULL ? les_relations_get_color (project, relation) : ink.dark ? "#c0c0c0" : "#404040", mark);
}

static void
les_link_lines_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LesLinkLines *self = LES_LINK_LINES (widget);
  LesInk ink = les_ink_get ();
  cairo_t *cr;

  collect_lines (self);
  if (self->lines->len == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                 (float) gtk_widget_get_height (widget)));
  for (int strong = 0; strong < 2; strong++)
    for (guint i = 0; i < self->lines->len; i++)
      {
        const Line *line = &g_array_index (self->lines, Line, i);

        if (is_current (self, line) == (strong == 1))
          draw_line (self, cr, ink, line);
      }
  cairo_destroy (cr);
}

static gboolean
is_near_stub (LesLinkLines *self, const Line *line, const double *y, double x, double at)
{
  return x >= 0.0 && x <= self->gap.width && ABS (at - y[get_only_side (line)]) <= NEAR;
}

static gboolean
is_near (LesLinkLines *self, const Line *line, double x, double at)
{
  double y[LES_N_SIDES];
  double mark_x;
  double mark_y;

  get_ends (self, line, y);
  get_mark_place (self, line, y, &mark_x, &mark_y);
  if (hypot (x - mark_x, at - mark_y) <= CURRENT_MARK)
    return TRUE;
  if (!is_joined (line))
    return is_near_stub (self, line, y, x, at);
  /* As many steps as are needed to leave no place between them that is further off. */
  for (int i = 0, n = HIT_STEPS + (int) (ABS (y[1] - y[0]) / NEAR); i <= n; i++)
    {
      double place_x;
      double place_y;

      les_gap_get_point (&self->gap, y, INSET, (double) i / n, &place_x, &place_y);
      if (hypot (x - place_x, at - place_y) <= NEAR)
        return TRUE;
    }
  return FALSE;
}

static const Line *
find_line (LesLinkLines *self, double x, double y)
{
  for (guint i = self->lines->len; i-- > 0;)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->id != NULL && is_near (self, line, x, y))
        return line;
    }
  return NULL;
}

static gboolean
les_link_lines_contains (GtkWidget *widget, double x, double y)
{
  return find_line (LES_LINK_LINES (widget), x, y) != NULL;
}

static void
les_link_lines_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
released_cb (LesLinkLines *self, int n_press, double x, double y)
{
  const Line *line = find_line (self, x, y);
  g_autofree char *id = line != NULL ? g_strdup (line->id) : NULL;

  if (id == NULL)
    return;
  les_session_set_active_side (self->session, les_gap_get_side_at (&self->gap, x, y));
  if (n_press == 1)
    les_linking_show (les_linking_of (self->session), id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-link", "s", id);
}

static gboolean
query_tooltip_cb (LesLinkLines *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const Line *line = find_line (self, x, y);
  LesLink *link = line != NULL ? get_link (self, line) : NULL;
  g_autofree char *words = NULL;

  if (link == NULL)
    return FALSE;
  words = les_link_words_dup_both (les_session_get_project (self->session), link);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static gboolean
scroll_cb (LesLinkLines *self, double dx, double dy)
{
  les_gap_scroll (&self->gap, self->session, dy);
  return GDK_EVENT_STOP;
}

static void
describe (LesLinkLines *self)
{
  LesLink *current = self->session != NULL ? les_linking_get_current (les_linking_of (self->session)) : NULL;
  g_autofree char *words = current != NULL ? les_link_words_dup_both (les_session_get_project (self->session), current)
                                           : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_links (LesLinkLines *self)
{
  g_array_set_size (self->lines, 0);
  self->stale = TRUE;
  describe (self);
}

static void
project_changed_cb (LesLinkLines *self, LesChange *applied)
{
  if (les_change_touches (applied, LES_RECORD_LINK) || les_change_touches (applied, LES_RECORD_RELATION)
      || les_change_touches (applied, LES_RECORD_ANNOTATION) || les_change_touches (applied, LES_RECORD_ARTICLE))
    forget_links (self);
}

static void
les_link_lines_dispose (GObject *object)
{
  LesLinkLines *self = LES_LINK_LINES (object);

  les_link_lines_set_session (self, NULL);
  les_gap_clear (&self->gap);

  G_OBJECT_CLASS (les_link_lines_parent_class)->dispose (object);
}

static void
les_link_lines_finalize (GObject *object)
{
  LesLinkLines *self = LES_LINK_LINES (object);

  g_array_unref (self->lines);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  for (int side = 0; side < LES_N_SIDES; side++)
    les_range_index_free (self->ends[side]);

  G_OBJECT_CLASS (les_link_lines_parent_class)->finalize (object);
}

static void
les_link_lines_class_init (LesLinkLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_link_lines_dispose;
  G_OBJECT_CLASS (klass)->finalize = les_link_lines_finalize;
  widget_class->snapshot = les_link_lines_snapshot;
  widget_class->measure = les_link_lines_measure;
  widget_class->contains = les_link_lines_contains;
  gtk_widget_class_set_css_name (widget_class, "linklines");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
les_link_lines_init (LesLinkLines *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  les_gap_init (&self->gap, GTK_WIDGET (self));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->stale = TRUE;
  for (int side = 0; side < LES_N_SIDES; side++)
    self->ends[side] = les_range_index_new ();
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Links"), -1);
}

/** Joins two readers that have their places in scrolled windows. Call once. */
void
les_link_lines_set_readers (LesLinkLines *self, LesReader *left, LesReader *right)
{
  les_gap_set_readers (&self->gap, left, right);
}

/** @stacked: whether the texts stand one above the other, and the lines to the left of both */
void
les_link_lines_set_stacked (LesLinkLines *self, gboolean stacked)
{
  les_gap_set_stacked (&self->gap, stacked);
}

/** @session: (nullable) */
void
les_link_lines_set_session (LesLinkLines *self, LesSession *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (les_session_get_project (self->session), self);
      g_signal_handlers_disconnect_by_data (les_linking_of (self->session), self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::left", G_CALLBACK (forget_links), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::right", G_CALLBACK (forget_links), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::layers", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (les_linking_of (session), "notify", G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (les_session_get_project (session), "changed", G_CALLBACK (project_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  forget_links (self);
}

/** Returns: how many lines the last drawing had, the pending one among them */
guint
les_link_lines_get_n_drawn (LesLinkLines *self)
{
  return self->lines->len;
}

/** Returns: (transfer none) (nullable): id of the link whose line is at that place of the widget */
const char *
les_link_lines_find (LesLinkLines *self, double x, double y)
{
  const Line *line = find_line (self, x, y);

  return line != NULL ? line->id : NULL;
}
