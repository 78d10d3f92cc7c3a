/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-gutter.h"

#include <glib/gi18n.h>
#include <math.h>

#include "les-ink.h"
#include "les-match-numbers.h"
#include "les-match-words.h"

#define NUMBER_WIDTH 22
#define NUMBER_GAP 4
#define PILL_ROOM 3
#define MAX_TOLD 6
#define LANES_WIDTH 24
#define LANE_GAP 2
#define LEAST_LANES 4
#define AIMED_LANE 5.0      /* pixels of a lane that a pointer can be put on */
#define UNMATCHED_WIDTH 5

/**
 * LesGutter:
 *
 * The margin beside the text column. From the outside in: the number of each
 * match where it starts (two in a row of text one above the other, of more the
 * first and how many there are besides), a lane for each annotation among those that overlap,
 * a dashed line along passages without counterpart, a thin one along what other
 * articles have too. A click takes what is there:
 * the annotation of the lane, or where lanes are too thin for that the shortest,
 * and with each further click the next longer one.
 * There is always room for four lanes, and more of them share it: an annotation
 * must not wrap the text anew.
 */
struct _LesGutter
{
  GtkWidget parent_instance;

  /* Borrowed: it is the parent */
  LesReader *reader;
};

G_DEFINE_FINAL_TYPE (LesGutter, les_gutter, GTK_TYPE_WIDGET)

static LesMarks *
get_marks (LesGutter *self)
{
  return les_reader_get_document (self->reader) != NULL ? les_reader_get_marks (self->reader) : NULL;
}

static double
get_scroll (LesGutter *self)
{
  GtkAdjustment *adjustment = les_reader_get_adjustment (self->reader);

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0.0;
}

static double
get_lane_step (const LesAnnotationMark *mark)
{
  return LANES_WIDTH / (double) MAX (LEAST_LANES, mark->n_lanes);
}

static double
get_lane_width (const LesAnnotationMark *mark)
{
  double step = get_lane_step (mark);

  return step - MIN (LANE_GAP, step * 0.34);
}

/* Lanes are counted from the text outwards. */
static double
get_lane_x (LesGutter *self, const LesAnnotationMark *mark)
{
  double inside = UNMATCHED_WIDTH + get_lane_step (mark) * (double) mark->lane;

  if (les_reader_is_rtl (self->reader))
    return inside;
  return gtk_widget_get_width (GTK_WIDGET (self)) - inside - get_lane_width (mark);
}

static gboolean
is_on_lane (LesGutter *self, const LesAnnotationMark *mark, double x)
{
  double left = get_lane_x (self, mark) - LANE_GAP / 2.0;

  return x >= left && x < left + get_lane_step (mark);
}

static void
paint_lane (LesGutter *self, GtkSnapshot *snapshot, LesInk ink, const LesAnnotationMark *mark, gboolean current)
{
  guint n = MAX (mark->colors->len, 1);
  double x = get_lane_x (self, mark);
  double width = get_lane_width (mark) + (current ? 1.0 : 0.0);
  double top;
  double bottom;
  GskRoundedRect shape;

  les_reader_get_extents (self->reader, mark->range, &top, &bottom);
  top -= get_scroll (self);
  bottom -= get_scroll (self);
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT ((float) x, (float) top, (float) width,
                                                                (float) (bottom - top)), 1.5f);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  for (guint i = 0; i < n; i++)
    {
      GdkRGBA color = les_ink_tag (ink, mark->colors->len > 0 ? mark->colors->pdata[i] : NULL);

      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((float) x, (float) (top + (bottom - top) * i / n), (float) width,
                                                      (float) ((bottom - top) / n)));
    }
  gtk_snapshot_pop (snapshot);
}

static void
paint_lanes (LesGutter *self, GtkSnapshot *snapshot, LesInk ink, LesTextRange visible)
{
  LesMarks *marks = get_marks (self);
  const char *current = les_session_get_annotation_id (les_marks_get_session (marks));
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, les_marks_get_annotations (marks), visible);
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      const LesAnnotationMark *mark = les_marks_get_annotation (marks, entry->id);

      paint_lane (self, snapshot, ink, mark, g_strcmp0 (mark->id, current) == 0);
    }
}

static void
paint_unmatched (LesGutter *self, GtkSnapshot *snapshot, LesInk ink, LesTextRange visible)
{
  double x = les_reader_is_rtl (self->reader) ? 1.0 : gtk_widget_get_width (GTK_WIDGET (self)) - 3.0;
  GdkRGBA color = les_ink_text (ink, ink.high_contrast ? 0.9 : 0.5);
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, les_marks_get_unmatched (get_marks (self)), visible);
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      double top;
      double bottom;

      les_reader_get_extents (self->reader, entry->range, &top, &bottom);
      top = MAX (top - get_scroll (self), -6.0);
      bottom = MIN (bottom - get_scroll (self), gtk_widget_get_height (GTK_WIDGET (self)) + 6.0);
      for (double y = top; y < bottom; y += 6.0)
        gtk_snapshot_append_color (snapshot, &color,
                                   &GRAPHENE_RECT_INIT ((float) x, (float) y, 2.0f, (float) MIN (3.0, bottom - y)));
    }
}

/* Beside the letters that stand back: a reader must not have to tell two greys apart. */
static void
paint_shared (LesGutter *self, GtkSnapshot *snapshot, LesInk ink, LesTextRange visible)
{
  double x = les_reader_is_rtl (self->reader) ? 0.0 : gtk_widget_get_width (GTK_WIDGET (self)) - 1.0;
  GdkRGBA color = les_ink_text (ink, ink.high_contrast ? 0.9 : 0.5);
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, les_marks_get_shared (get_marks (self)), visible);
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      double top;
      double bottom;

      les_reader_get_extents (self->reader, entry->range, &top, &bottom);
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT ((float) x, (float) (top - get_scroll (self)), 1.0f,
                                                      (float) (bottom - top)));
    }
}

static LesMatchNumbers
collect_numbers (LesGutter *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  LesMatchNumbers numbers;
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  les_match_numbers_init (&numbers, self->reader, height);
  return numbers;
}

/* Where among those of the label the current match is; -1 if it is not. */
static int
find_current (LesGutter *self, const LesMatchNumbers *numbers, const LesMatchLabel *label)
{
  LesSession *session = les_marks_get_session (get_marks (self));

  return les_match_numbers_find_index (numbers, label, les_session_get_current_match (session));
}

static void
paint_words (LesGutter *self, GtkSnapshot *snapshot, LesInk ink, const char *text, guint id, gboolean current, double y)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA color = les_ink_match (ink, id, 1.0);
  GdkRGBA paper = ink.dark ? (GdkRGBA) { 0.1f, 0.1f, 0.1f, 1.0f } : (GdkRGBA) { 1.0f, 1.0f, 1.0f, 1.0f };
  double x;
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = les_reader_is_rtl (self->reader) ? gtk_widget_get_width (GTK_WIDGET (self)) - NUMBER_WIDTH + NUMBER_GAP
                                       : MAX (0, NUMBER_WIDTH - NUMBER_GAP - width);
  if (current)
    {
      GskRoundedRect pill;

      gsk_rounded_rect_init_from_rect (&pill, &GRAPHENE_RECT_INIT ((float) x - 4, (float) y - 1, (float) width + 8,
                                                                   (float) height + 2), 7.0f);
      gtk_snapshot_push_rounded_clip (snapshot, &pill);
      gtk_snapshot_append_color (snapshot, &color, &pill.bounds);
      gtk_snapshot_pop (snapshot);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, current ? &paper : &color);
  gtk_snapshot_restore (snapshot);
}

static void
paint_number (LesGutter *self, GtkSnapshot *snapshot, LesInk ink, guint id, gboolean current, double y)
{
  /* Translators: number of a match in the margin of the text. */
  g_autofree char *text = g_strdup_printf (_("%u"), id + 1);

  paint_words (self, snapshot, ink, text, id, current, y);
}

/* Beside the pill of the current one its neighbour makes room. */
static void
paint_label (LesGutter             *self,
             GtkSnapshot           *snapshot,
             LesInk                 ink,
             const LesMatchNumbers *numbers,
             const LesMatchLabel   *label)
{
  int current = find_current (self, numbers, label);
  guint shown = label->n > 2 ? (guint) MAX (current, 0) : 0;
  double above = label->top - (label->n == 2 && current == 1 ? PILL_ROOM : 0);
  double below = label->top + floor (numbers->number_height * LES_MATCH_NUMBERS_STEP)
                 + (current == (int) shown ? PILL_ROOM : 0);

  paint_number (self, snapshot, ink, les_match_numbers_get_id (numbers, label, shown), current == (int) shown, above);
  if (label->n > 2)
    {
      /* Translators: in the margin below the number of a match: how many more start in the same row. At most four letters. */
      g_autofree char *more = g_strdup_printf (_("+%u"), label->n - 1);

      paint_words (self, snapshot, ink, more, les_match_numbers_get_id (numbers, label, shown), FALSE, below);
    }
  else if (label->n == 2)
    paint_number (self, snapshot, ink, les_match_numbers_get_id (numbers, label, 1), current == 1, below);
}

static void
paint_numbers (LesGutter *self, GtkSnapshot *snapshot, LesInk ink)
{
  g_auto (LesMatchNumbers) numbers = collect_numbers (self);

  for (guint i = 0; i < numbers.labels->len; i++)
    paint_label (self, snapshot, ink, &numbers, &g_array_index (numbers.labels, LesMatchLabel, i));
}

static void
les_gutter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LesGutter *self = LES_GUTTER (widget);
  LesInk ink = les_ink_get ();
  LesTextRange visible;

  if (get_marks (self) == NULL)
    return;
  visible = les_reader_get_visible (self->reader);
  paint_unmatched (self, snapshot, ink, visible);
  paint_shared (self, snapshot, ink, visible);
  paint_lanes (self, snapshot, ink, visible);
  paint_numbers (self, snapshot, ink);
}

static void
les_gutter_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = NUMBER_WIDTH + LANES_WIDTH + UNMATCHED_WIDTH;
}

/* Of two the one that is pointed at; of more each click takes the next. */
static guint
find_index (LesGutter *self, const LesMatchNumbers *numbers, const LesMatchLabel *label, double y)
{
  if (label->n <= 2)
    return label->n == 2 && y >= (label->top + label->bottom) / 2;
  return (guint) (find_current (self, numbers, label) + 1) % label->n;
}

/* Returns: (nullable): what the numbers at a height of the widget stand for, the clicked one first */
static char *
dup_number_words (LesGutter *self, double y)
{
  g_auto (LesMatchNumbers) numbers = collect_numbers (self);
  const LesMatchLabel *label = les_match_numbers_find_label (&numbers, y);
  LesSession *session = les_marks_get_session (get_marks (self));
  GString *lines;
  guint first;

  if (label == NULL)
    return NULL;
  first = find_index (self, &numbers, label, y);
  lines = g_string_new (NULL);
  for (guint i = 0; i < (label->n > 2 ? MIN (label->n, MAX_TOLD) : 1); i++)
    {
      guint id = les_match_numbers_get_id (&numbers, label, (first + i) % label->n);
      g_autofree char *words = les_match_words_dup (les_session_get_shown (session, id), id);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", words);
    }
  if (label->n > MAX_TOLD)
    g_string_append (lines, "\n…");
  return g_string_free (lines, FALSE);
}

/* How many other articles have what stands at a height of the widget. */
static guint
count_sharing (LesGutter *self, double y)
{
  const LesRangeEntry *entry;
  LesRangeIter iter;
  guint n = 0;

  les_range_iter_init (&iter, les_marks_get_shared (get_marks (self)), les_reader_get_visible (self->reader));
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      double top;
      double bottom;

      les_reader_get_extents (self->reader, entry->range, &top, &bottom);
      if (y >= top - get_scroll (self) && y < bottom - get_scroll (self))
        n = MAX (n, entry->id);
    }
  return n;
}

static void
append_sharing (LesGutter *self, double y, GString *text)
{
  guint n = count_sharing (self, y);

  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: said of a passage: how many other articles of the project have it */
  g_string_append_printf (text, ngettext ("Also in %'u other article", "Also in %'u other articles", n), n);
}

static GPtrArray *
find_lanes (LesGutter *self, double y)
{
  GPtrArray *there = g_ptr_array_new ();
  const LesRangeEntry *entry;
  LesRangeIter iter;

  les_range_iter_init (&iter, les_marks_get_annotations (get_marks (self)), les_reader_get_visible (self->reader));
  while ((entry = les_range_iter_next (&iter)) != NULL)
    {
      double top;
      double bottom;

      les_reader_get_extents (self->reader, entry->range, &top, &bottom);
      if (y >= top - get_scroll (self) && y < bottom - get_scroll (self))
        g_ptr_array_add (there, (gpointer) les_marks_get_annotation (get_marks (self), entry->id));
    }
  return there;
}

static gboolean
is_number_column (LesGutter *self, double x)
{
  if (les_reader_is_rtl (self->reader))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  return x < NUMBER_WIDTH;
}

static const LesAnnotationMark *
find_aimed (LesGutter *self, GPtrArray *there, double x)
{
  for (guint i = 0; i < there->len; i++)
    if (is_on_lane (self, there->pdata[i], x) && get_lane_step (there->pdata[i]) >= AIMED_LANE)
      return there->pdata[i];
  return NULL;
}

/* The lane that was aimed at; else the shortest annotation there. With each further click the next longer one. */
static void
take_annotation (LesGutter *self, double x, double y)
{
  LesSession *session = les_marks_get_session (get_marks (self));
  const char *current = les_session_get_annotation_id (session);
  g_autoptr (GPtrArray) there = find_lanes (self, y);
  const LesAnnotationMark *aimed = find_aimed (self, there, x);
  g_autofree char *id = NULL;

  if (there->len == 0)
    return;
  if (aimed != NULL && g_strcmp0 (aimed->id, current) != 0)
    id = g_strdup (aimed->id);
  else
    id = g_strdup (les_marks_pick_among (get_marks (self), there, TRUE));
  les_session_set_active_side (session, les_marks_get_side (get_marks (self)));
  les_session_set_annotation_id (session, id);
}

static void
released_cb (LesGutter *self, int n_press, double x, double y)
{
  LesSession *session;
  int match;

  if (get_marks (self) == NULL)
    return;
  session = les_marks_get_session (get_marks (self));
  if (!is_number_column (self, x))
    {
      take_annotation (self, x, y);
      return;
    }
  match = les_gutter_find_match (self, y);
  if (match < 0)
    return;
  les_session_set_active_side (session, les_marks_get_side (get_marks (self)));
  les_session_set_current_match (session, match);
}

/* All that lie there, the longest first as the lanes do; the one that is pointed at stands out. */
static char *
dup_names (LesGutter *self, GPtrArray *there, double x)
{
  const LesAnnotationMark *aimed = find_aimed (self, there, x);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < there->len; i++)
    {
      const LesAnnotationMark *mark = there->pdata[i];
      g_autofree char *name = g_markup_printf_escaped (mark == aimed && there->len > 1 ? "<b>%s</b>" : "%s", mark->names);

      g_string_append_printf (markup, "%s%s", i > 0 ? "\n" : "", name);
    }
  return g_string_free (markup, FALSE);
}

static gboolean
query_tooltip_cb (LesGutter *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GString) text = NULL;
  g_autofree char *names = NULL;

  if (get_marks (self) == NULL)
    return FALSE;
  if (is_number_column (self, x))
    {
      g_autofree char *words = dup_number_words (self, y);

      gtk_tooltip_set_text (tooltip, words);
      return words != NULL;
    }
  there = find_lanes (self, y);
  names = dup_names (self, there, x);
  text = g_string_new (names);
  append_sharing (self, y, text);
  gtk_tooltip_set_markup (tooltip, text->str);
  return text->len > 0;
}

static void
motion_cb (LesGutter *self, double x, double y)
{
  g_autoptr (GPtrArray) there = NULL;
  gboolean hot;

  if (get_marks (self) == NULL)
    return;
  there = find_lanes (self, y);
  hot = is_number_column (self, x) ? les_gutter_find_match (self, y) >= 0 : there->len > 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hot ? "pointer" : "default");
}

static void
les_gutter_class_init (LesGutterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = les_gutter_snapshot;
  widget_class->measure = les_gutter_measure;
  gtk_widget_class_set_css_name (widget_class, "gutter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
les_gutter_init (LesGutter *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Numbers of the matches and tags of the annotations"), -1);
}

/** @reader: borrowed; becomes the parent */
GtkWidget *
les_gutter_new (LesReader *reader)
{
  LesGutter *self = g_object_new (LES_TYPE_GUTTER, NULL);

  self->reader = reader;
  return GTK_WIDGET (self);
}

/** Returns: which match a click on the numbers at a height of the widget takes, -1 for none: of many in one place the next */
int
les_gutter_find_match (LesGutter *self, double y)
{
  g_auto (LesMatchNumbers) numbers = collect_numbers (self);
  const LesMatchLabel *label = les_match_numbers_find_label (&numbers, y);

  return label != NULL ? (int) les_match_numbers_get_id (&numbers, label, find_index (self, &numbers, label, y)) : -1;
}
