/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-compare-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-counterparts.h"
#include "les-link-lines.h"
#include "les-linking.h"
#include "les-pane.h"
#include "les-ribbons.h"
#include "les-scroll-link.h"
#include "les-typography.h"

#define STACK_WIDTH 600

/**
 * LesCompareView:
 *
 * One article to read, or two side by side with ribbons between them; where there
 * is no room for that, one above the other with ribbons beside them. Follows the session: what is open,
 * the current match, what is to be revealed. Takes how the text looks from the
 * settings of the program.
 */
struct _LesCompareView
{
  LesPanel parent_instance;

  /* Template */
  GtkWidget *empty;
  LesRibbons *ribbons;
  LesLinkLines *links;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */

  /* Owned */
  GtkWidget *panes[LES_N_SIDES];
  LesScrollLink *link;
  GSettings *settings;
  char *reading_font;
  GtkWidget *popover;           /* with what the other report says; nullable */

  /* State */
  LesSide asking_side;
  LesTextRange asking;          /* what the popover is about */
  int text_size;
  int text_measure;
  gboolean stacked;
  LesTextRange current[LES_N_SIDES];   /* what was brought to one height: a match or a part of it; empty for none */
};

enum
{
  PROP_0,
  PROP_TEXT_SIZE,
  PROP_TEXT_MEASURE,
  PROP_READING_FONT,
  PROP_WHOLE_WORDS,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (LesCompareView, les_compare_view, LES_TYPE_PANEL)

static GParamSpec *properties[N_PROPS];

static LesReader *
get_reader (LesCompareView *self, LesSide side)
{
  return les_pane_get_reader (LES_PANE (self->panes[side]));
}

static gboolean
is_open (LesCompareView *self, LesSide side)
{
  return self->session != NULL && les_session_get_article (self->session, side) != NULL;
}

static gboolean
is_comparing (LesCompareView *self)
{
  return is_open (self, LES_SIDE_LEFT) && is_open (self, LES_SIDE_RIGHT);
}

static void
update_typography (LesCompareView *self)
{
  g_autofree char *family = les_typography_dup_family (self->reading_font);

  for (int side = 0; side < LES_N_SIDES; side++)
    les_reader_set_typography (get_reader (self, side), family, self->text_size, self->text_measure);
}

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
}

static LesJoined
get_joined (LesCompareView *self, LesSide side)
{
  if (!is_comparing (self))
    return LES_JOINED_NOT;
  if (self->stacked)
    return LES_JOINED_STACKED;
  return side == LES_SIDE_LEFT ? LES_JOINED_RIGHT : LES_JOINED_LEFT;
}

/* Side by side the ribbons run between the texts and the strips stand at both outer
 * edges; one above the other, ribbons go round on the left and strips stand on the right. */
static void
arrange (LesCompareView *self)
{
  gboolean stacked = self->stacked && is_comparing (self);
  int room = 0;

  if (self->stacked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stacked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stacked");
  les_ribbons_set_stacked (self->ribbons, self->stacked);
  les_link_lines_set_stacked (self->links, self->stacked);
  if (stacked)
    measure_child (GTK_WIDGET (self->ribbons), GTK_ORIENTATION_HORIZONTAL, &room, &room);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      les_reader_set_joined (get_reader (self, side), get_joined (self, side));
      gtk_widget_set_margin_start (les_pane_get_content (LES_PANE (self->panes[side])), room);
    }
  les_pane_set_overview_first (LES_PANE (self->panes[LES_SIDE_LEFT]), is_comparing (self) && !stacked);
}

static void
articles_changed_cb (LesCompareView *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  for (int side = 0; side < LES_N_SIDES; side++)
    gtk_widget_set_visible (self->panes[side], is_open (self, side));
  gtk_widget_set_visible (self->empty, !is_open (self, LES_SIDE_LEFT) && !is_open (self, LES_SIDE_RIGHT));
  gtk_widget_set_visible (GTK_WIDGET (self->ribbons), is_comparing (self));
  gtk_widget_set_visible (GTK_WIDGET (self->links), is_comparing (self));
  arrange (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

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
  LesTextRange left = les_reader_to_display (get_reader (self, LES_SIDE_LEFT), part.left);
  LesTextRange right = les_reader_to_display (get_reader (self, LES_SIDE_RIGHT), part.right);

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

  if (current < 0 || !is_comparing (self))
    {
      take_match (self, part.left, part.right);
      return;
    }
  part = find_part (self, les_session_get_shown (self->session, current), side);
  if (take_match (self, part.left, part.right))
    level_part (self, side, part, les_reader_is_stepping (get_reader (self, side)));
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

  if (current < 0 || !is_comparing (self) || !les_text_range_is_empty (selection))
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
  if (side < 0 || side >= LES_N_SIDES || !is_open (self, side))
    return;
  les_scroll_link_reveal (self->link, side,
                          les_reader_to_display (get_reader (self, side), LES_TEXT_RANGE (start, end)));
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
      has_end[side] = is_open (self, side) && les_linking_find_place (linking, link, side, &ranges[side]);
      if (has_end[side])
        ranges[side] = les_reader_to_display (get_reader (self, side), ranges[side]);
    }
  if (has_end[LES_SIDE_LEFT] && has_end[LES_SIDE_RIGHT])
    les_scroll_link_meet (self->link, active, ranges[LES_SIDE_LEFT], ranges[LES_SIDE_RIGHT]);
  else if (has_end[LES_SIDE_LEFT] || has_end[LES_SIDE_RIGHT])
    {
      LesSide side = has_end[LES_SIDE_LEFT] ? LES_SIDE_LEFT : LES_SIDE_RIGHT;

      les_scroll_link_reveal (self->link, side, ranges[side]);
    }
}

static void
lead_cb (GtkWidget *pane, LesCompareView *self)
{
  les_scroll_link_lead (self->link, pane == self->panes[LES_SIDE_LEFT] ? LES_SIDE_LEFT : LES_SIDE_RIGHT);
}

/* Wide enough for one pane is enough: two can stack. */
static void
les_compare_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  LesCompareView *self = LES_COMPARE_VIEW (widget);
  int least;
  int liked;

  measure_child (self->empty, orientation, minimum, natural);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      measure_child (self->panes[side], orientation, &least, &liked);
      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*minimum, least) : *minimum + least;
      *natural += liked;
    }
  measure_child (GTK_WIDGET (self->ribbons), orientation, &least, &liked);
  measure_child (GTK_WIDGET (self->links), orientation, &least, &liked);
  *natural = MAX (*natural, *minimum);
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  int least_width;
  int least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least_width), &least_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, least_width), MAX (height, least_height) }, -1);
}

/* How high the headers of the panes are. */
static int
get_content_top (LesCompareView *self)
{
  graphene_point_t origin;

  if (!gtk_widget_compute_point (les_pane_get_content (LES_PANE (self->panes[LES_SIDE_LEFT])),
                                 self->panes[LES_SIDE_LEFT], &GRAPHENE_POINT_INIT (0, 0), &origin))
    return 0;
  return (int) origin.y;
}

static void
allocate_pair (LesCompareView *self, int width, int height)
{
  int gap;
  int side_width;
  int top;

  measure_child (GTK_WIDGET (self->ribbons), GTK_ORIENTATION_HORIZONTAL, &gap, &gap);
  side_width = (width - gap) / 2;
  allocate (self->panes[LES_SIDE_LEFT], 0, 0, side_width, height);
  allocate (self->panes[LES_SIDE_RIGHT], width - side_width, 0, side_width, height);
  top = get_content_top (self);
  allocate (GTK_WIDGET (self->ribbons), side_width, top, width - 2 * side_width, height - top);
  allocate (GTK_WIDGET (self->links), side_width, top, width - 2 * side_width, height - top);
}

static void
allocate_stack (LesCompareView *self, int width, int height)
{
  int room;
  int top;

  allocate (self->panes[LES_SIDE_LEFT], 0, 0, width, height / 2);
  allocate (self->panes[LES_SIDE_RIGHT], 0, height / 2, width, height - height / 2);
  measure_child (GTK_WIDGET (self->ribbons), GTK_ORIENTATION_HORIZONTAL, &room, &room);
  top = get_content_top (self);
  allocate (GTK_WIDGET (self->ribbons), 0, top, room, height - top);
  allocate (GTK_WIDGET (self->links), 0, top, room, height - top);
}

static void
les_compare_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LesCompareView *self = LES_COMPARE_VIEW (widget);

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (gtk_widget_should_layout (self->empty))
    allocate (self->empty, 0, 0, width, height);
  if (!is_comparing (self))
    {
      for (int side = 0; side < LES_N_SIDES; side++)
        if (gtk_widget_should_layout (self->panes[side]))
          allocate (self->panes[side], 0, 0, width, height);
      return;
    }
  if (self->stacked != (width < STACK_WIDTH))
    {
      self->stacked = !self->stacked;
      arrange (self);
    }
  if (self->stacked)
    allocate_stack (self, width, height);
  else
    allocate_pair (self, width, height);
}

static gboolean
les_compare_view_grab_focus (GtkWidget *widget)
{
  LesCompareView *self = LES_COMPARE_VIEW (widget);
  LesSide side = self->session != NULL ? les_session_get_active_side (self->session) : LES_SIDE_LEFT;

  return is_open (self, side) && gtk_widget_grab_focus (GTK_WIDGET (get_reader (self, side)));
}

static void
les_compare_view_show_session (LesPanel *panel, LesSession *session)
{
  LesCompareView *self = LES_COMPARE_VIEW (panel);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (les_linking_of (self->session), self);
  self->session = session;
  for (int side = 0; side < LES_N_SIDES; side++)
    les_pane_set_session (LES_PANE (self->panes[side]), session);
  les_ribbons_set_session (self->ribbons, session);
  les_link_lines_set_session (self->links, session);
  les_scroll_link_set_session (self->link, session);
  if (session != NULL)
    g_signal_connect_object (les_linking_of (session), "show", G_CALLBACK (show_link_cb), self, G_CONNECT_SWAPPED);
  articles_changed_cb (self);
}

static void
les_compare_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LesCompareView *self = LES_COMPARE_VIEW (object);

  switch (prop_id)
    {
    case PROP_TEXT_SIZE:
      g_value_set_int (value, self->text_size);
      break;
    case PROP_TEXT_MEASURE:
      g_value_set_int (value, self->text_measure);
      break;
    case PROP_READING_FONT:
      g_value_set_string (value, self->reading_font);
      break;
    case PROP_WHOLE_WORDS:
      g_value_set_boolean (value, les_reader_get_whole_words (get_reader (self, LES_SIDE_LEFT)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_number (LesCompareView *self, int *field, int value, GParamSpec *pspec)
{
  if (*field == value)
    return;
  *field = value;
  update_typography (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_reading_font (LesCompareView *self, const char *font)
{
  char *copy;

  if (g_strcmp0 (self->reading_font, font) == 0)
    return;
  copy = g_strdup (font);
  g_free (self->reading_font);
  self->reading_font = copy;
  update_typography (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING_FONT]);
}

static void
les_compare_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LesCompareView *self = LES_COMPARE_VIEW (object);

  switch (prop_id)
    {
    case PROP_TEXT_SIZE:
      set_number (self, &self->text_size, g_value_get_int (value), pspec);
      break;
    case PROP_TEXT_MEASURE:
      set_number (self, &self->text_measure, g_value_get_int (value), pspec);
      break;
    case PROP_READING_FONT:
      set_reading_font (self, g_value_get_string (value));
      break;
    case PROP_WHOLE_WORDS:
      for (int side = 0; side < LES_N_SIDES; side++)
        les_reader_set_whole_words (get_reader (self, side), g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_compare_view_dispose (GObject *object)
{
  LesCompareView *self = LES_COMPARE_VIEW (object);

  les_panel_leave_session (LES_PANEL (self));
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->link);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), LES_TYPE_COMPARE_VIEW);
  for (int side = 0; side < LES_N_SIDES; side++)
    g_clear_pointer (&self->panes[side], gtk_widget_unparent);

  G_OBJECT_CLASS (les_compare_view_parent_class)->dispose (object);
}

static void
les_compare_view_finalize (GObject *object)
{
  g_free (LES_COMPARE_VIEW (object)->reading_font);

  G_OBJECT_CLASS (les_compare_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_TEXT_SIZE] = g_param_spec_int ("text-size", NULL, NULL, 4, 96, 13, flags);
  properties[PROP_TEXT_MEASURE] = g_param_spec_int ("text-measure", NULL, NULL, 20, 200, 68, flags);
  properties[PROP_READING_FONT] = g_param_spec_string ("reading-font", NULL, NULL, "document", flags);
  properties[PROP_WHOLE_WORDS] = g_param_spec_boolean ("whole-words", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
les_compare_view_class_init (LesCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = les_compare_view_get_property;
  object_class->set_property = les_compare_view_set_property;
  object_class->dispose = les_compare_view_dispose;
  object_class->finalize = les_compare_view_finalize;
  LES_PANEL_CLASS (klass)->show_session = les_compare_view_show_session;
  install_properties (object_class);
  widget_class->measure = les_compare_view_measure;
  widget_class->size_allocate = les_compare_view_size_allocate;
  widget_class->grab_focus = les_compare_view_grab_focus;

  g_type_ensure (LES_TYPE_LINK_LINES);
  g_type_ensure (LES_TYPE_RIBBONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/compare/les-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LesCompareView, empty);
  gtk_widget_class_bind_template_child (widget_class, LesCompareView, ribbons);
  gtk_widget_class_bind_template_child (widget_class, LesCompareView, links);
}

static void
follow_session (LesCompareView *self)
{
  LesPanel *panel = LES_PANEL (self);

  les_panel_follow_session (panel, "notify::left", G_CALLBACK (articles_changed_cb));
  les_panel_follow_session (panel, "notify::right", G_CALLBACK (articles_changed_cb));
  les_panel_follow_session (panel, "notify::current-match", G_CALLBACK (current_match_changed_cb));
  les_panel_follow_session (panel, "notify::selection", G_CALLBACK (selection_changed_cb));
  les_panel_follow_session (panel, "reveal", G_CALLBACK (reveal_cb));
}

static void
les_compare_view_init (LesCompareView *self)
{
  self->text_size = 13;
  self->text_measure = 68;
  self->reading_font = g_strdup ("document");
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      self->panes[side] = les_pane_new (side);
      gtk_widget_insert_before (self->panes[side], GTK_WIDGET (self), GTK_WIDGET (self->ribbons));
      g_signal_connect_object (self->panes[side], "lead", G_CALLBACK (lead_cb), self, 0);
    }
  les_ribbons_set_readers (self->ribbons, get_reader (self, LES_SIDE_LEFT), get_reader (self, LES_SIDE_RIGHT));
  les_link_lines_set_readers (self->links, get_reader (self, LES_SIDE_LEFT), get_reader (self, LES_SIDE_RIGHT));
  self->link = les_scroll_link_new (get_reader (self, LES_SIDE_LEFT), get_reader (self, LES_SIDE_RIGHT));
  self->settings = g_settings_new (LES_APP_ID);
  g_settings_bind (self->settings, "text-size", self, "text-size", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "text-measure", self, "text-measure", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "reading-font", self, "reading-font", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "whole-words", self, "whole-words", G_SETTINGS_BIND_GET);
  update_typography (self);
  follow_session (self);
  articles_changed_cb (self);
}

GtkWidget *
les_compare_view_new (void)
{
  return g_object_new (LES_TYPE_COMPARE_VIEW, NULL);
}

/** Gives the text of that side the keyboard focus, and makes it the active one. */
void
les_compare_view_focus_side (LesCompareView *self, LesSide side)
{
  g_return_if_fail (LES_IS_COMPARE_VIEW (self));

  if (!is_open (self, side))
    return;
  les_session_set_active_side (self->session, side);
  gtk_widget_grab_focus (GTK_WIDGET (get_reader (self, side)));
}

/** From now on the keys move the ends of the current annotation in the text of that side, until Enter or Esc. */
void
les_compare_view_adjust_bounds (LesCompareView *self, LesSide side)
{
  g_return_if_fail (LES_IS_COMPARE_VIEW (self));

  les_compare_view_focus_side (self, side);
  if (is_open (self, side))
    les_pane_adjust_bounds (LES_PANE (self->panes[side]));
}

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

  if (!is_open (self, side))
    return FALSE;
  reader = get_reader (self, side);
  if (!find_area (reader, range, area)
      || !gtk_widget_compute_point (GTK_WIDGET (reader), self->panes[side],
                                    &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y), &origin))
    return FALSE;
  area->x = (int) origin.x;
  area->y = (int) origin.y;
  *relative_to = self->panes[side];
  return TRUE;
}

static int
find_hit (LesCompareView *self, LesSide side, int from, int step)
{
  LesRangeIndex *hits = les_marks_get_hits (les_reader_get_marks (get_reader (self, side)));
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
  LesReader *reader = get_reader (self, side);
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

      if (!is_open (self, order[i]))
        continue;
      selection = les_reader_to_display (get_reader (self, order[i]), les_session_get_selection (self->session, order[i]));
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

/* Both places come to one height; the other one is selected, so that it is seen. */
static void
counterpart_chosen_cb (LesCompareView *self, int start, int end)
{
  LesSide side = self->asking_side;
  LesTextRange ranges[LES_N_SIDES];

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (!is_comparing (self))
    return;
  ranges[side] = self->asking;
  ranges[!side] = LES_TEXT_RANGE (start, end);
  les_session_set_selection (self->session, !side, ranges[!side]);
  for (int i = 0; i < LES_N_SIDES; i++)
    ranges[i] = les_reader_to_display (get_reader (self, i), ranges[i]);
  les_scroll_link_meet (self->link, side, ranges[LES_SIDE_LEFT], ranges[LES_SIDE_RIGHT]);
  gtk_widget_grab_focus (GTK_WIDGET (get_reader (self, side)));
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

  if (!is_comparing (self))
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

static GVariant *
make_place (LesCompareView *self, LesSide side)
{
  LesReader *reader = get_reader (self, side);
  double fraction;
  int offset = les_reader_get_offset_at (reader, gtk_adjustment_get_value (les_reader_get_adjustment (reader)),
                                         &fraction);

  return g_variant_new ("(id)", les_display_text_to_text (les_reader_get_display (reader), offset), fraction);
}

/** Returns: (transfer full): a{sv}: for each open side the character at the top edge and how far into its row */
GVariant *
les_compare_view_dup_state (LesCompareView *self)
{
  GVariantDict dict;

  g_return_val_if_fail (LES_IS_COMPARE_VIEW (self), NULL);

  g_variant_dict_init (&dict, NULL);
  if (is_open (self, LES_SIDE_LEFT))
    g_variant_dict_insert_value (&dict, "left", make_place (self, LES_SIDE_LEFT));
  if (is_open (self, LES_SIDE_RIGHT))
    g_variant_dict_insert_value (&dict, "right", make_place (self, LES_SIDE_RIGHT));
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static void
restore_place (LesCompareView *self, GVariantDict *dict, LesSide side)
{
  LesReader *reader = get_reader (self, side);
  double fraction;
  int offset;

  if (!is_open (self, side)
      || !g_variant_dict_lookup (dict, side == LES_SIDE_LEFT ? "left" : "right", "(id)", &offset, &fraction))
    return;
  offset = les_reader_to_display (reader, LES_TEXT_RANGE (offset, offset)).start;
  les_reader_hold (reader, offset, CLAMP (fraction, -10.0, 10.0), 0.0);
}

/** @state: of les_compare_view_dup_state(); anything else is passed over. Open the articles first. */
void
les_compare_view_restore_state (LesCompareView *self, GVariant *state)
{
  GVariantDict dict;

  g_return_if_fail (LES_IS_COMPARE_VIEW (self));

  if (!g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT))
    return;
  g_variant_dict_init (&dict, state);
  for (int side = 0; side < LES_N_SIDES; side++)
    restore_place (self, &dict, side);
  g_variant_dict_clear (&dict);
  les_scroll_link_forget (self->link);
}

/** Returns: whether two articles stand one above the other */
gboolean
les_compare_view_is_stacked (LesCompareView *self)
{
  g_return_val_if_fail (LES_IS_COMPARE_VIEW (self), FALSE);

  return self->stacked && is_comparing (self);
}

/** Returns: (transfer none): the text of that side, for tests */
GtkTextView *
les_compare_view_get_text_view (LesCompareView *self, LesSide side)
{
  g_return_val_if_fail (LES_IS_COMPARE_VIEW (self), NULL);

  return GTK_TEXT_VIEW (get_reader (self, side));
}
