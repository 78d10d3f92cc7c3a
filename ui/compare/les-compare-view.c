/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-compare-view-private.h"

#include "les-typography.h"

#define STACK_WIDTH 600

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

/** Returns: (transfer none): the text of that side */
LesReader *
les_compare_view_get_reader (LesCompareView *self, LesSide side)
{
  return les_pane_get_reader (LES_PANE (self->panes[side]));
}

/** Returns: whether there is an article on that side */
gboolean
les_compare_view_is_open (LesCompareView *self, LesSide side)
{
  return self->session != NULL && les_session_get_article (self->session, side) != NULL;
}

/** Returns: whether there are articles on both sides */
gboolean
les_compare_view_is_comparing (LesCompareView *self)
{
  return les_compare_view_is_open (self, LES_SIDE_LEFT) && les_compare_view_is_open (self, LES_SIDE_RIGHT);
}

static void
update_typography (LesCompareView *self)
{
  g_autofree char *family = les_typography_dup_family (self->reading_font);

  for (int side = 0; side < LES_N_SIDES; side++)
    les_reader_set_typography (les_compare_view_get_reader (self, side), family, self->text_size, self->text_measure);
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
  if (!les_compare_view_is_comparing (self))
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
  gboolean stacked = self->stacked && les_compare_view_is_comparing (self);
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
      les_reader_set_joined (les_compare_view_get_reader (self, side), get_joined (self, side));
      gtk_widget_set_margin_start (les_pane_get_content (LES_PANE (self->panes[side])), room);
    }
  les_pane_set_overview_first (LES_PANE (self->panes[LES_SIDE_LEFT]), les_compare_view_is_comparing (self) && !stacked);
}

static void
articles_changed_cb (LesCompareView *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  for (int side = 0; side < LES_N_SIDES; side++)
    gtk_widget_set_visible (self->panes[side], les_compare_view_is_open (self, side));
  gtk_widget_set_visible (self->empty, !les_compare_view_is_open (self, LES_SIDE_LEFT)
                                       && !les_compare_view_is_open (self, LES_SIDE_RIGHT));
  gtk_widget_set_visible (GTK_WIDGET (self->ribbons), les_compare_view_is_comparing (self));
  gtk_widget_set_visible (GTK_WIDGET (self->links), les_compare_view_is_comparing (self));
  arrange (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
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
  if (!les_compare_view_is_comparing (self))
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

  return les_compare_view_is_open (self, side)
         && gtk_widget_grab_focus (GTK_WIDGET (les_compare_view_get_reader (self, side)));
}

static void
les_compare_view_show_session (LesPanel *panel, LesSession *session)
{
  LesCompareView *self = LES_COMPARE_VIEW (panel);

  les_compare_view_unfollow_links (self);
  self->session = session;
  for (int side = 0; side < LES_N_SIDES; side++)
    les_pane_set_session (LES_PANE (self->panes[side]), session);
  les_ribbons_set_session (self->ribbons, session);
  les_link_lines_set_session (self->links, session);
  les_scroll_link_set_session (self->link, session);
  les_compare_view_follow_links (self);
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
      g_value_set_boolean (value, les_reader_get_whole_words (les_compare_view_get_reader (self, LES_SIDE_LEFT)));
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
        les_reader_set_whole_words (les_compare_view_get_reader (self, side), g_value_get_boolean (value));
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
make_panes (LesCompareView *self)
{
  LesReader *readers[LES_N_SIDES];

  for (int side = 0; side < LES_N_SIDES; side++)
    {
      self->panes[side] = les_pane_new (side);
      gtk_widget_insert_before (self->panes[side], GTK_WIDGET (self), GTK_WIDGET (self->ribbons));
      g_signal_connect_object (self->panes[side], "lead", G_CALLBACK (lead_cb), self, 0);
      readers[side] = les_compare_view_get_reader (self, side);
    }
  les_ribbons_set_readers (self->ribbons, readers[LES_SIDE_LEFT], readers[LES_SIDE_RIGHT]);
  les_link_lines_set_readers (self->links, readers[LES_SIDE_LEFT], readers[LES_SIDE_RIGHT]);
  self->link = les_scroll_link_new (readers[LES_SIDE_LEFT], readers[LES_SIDE_RIGHT]);
}

static void
les_compare_view_init (LesCompareView *self)
{
  self->text_size = 13;
  self->text_measure = 68;
  self->reading_font = g_strdup ("document");
  gtk_widget_init_template (GTK_WIDGET (self));
  make_panes (self);
  self->settings = g_settings_new (LES_APP_ID);
  g_settings_bind (self->settings, "text-size", self, "text-size", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "text-measure", self, "text-measure", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "reading-font", self, "reading-font", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "whole-words", self, "whole-words", G_SETTINGS_BIND_GET);
  update_typography (self);
  les_panel_follow_session (LES_PANEL (self), "notify::left", G_CALLBACK (articles_changed_cb));
  les_panel_follow_session (LES_PANEL (self), "notify::right", G_CALLBACK (articles_changed_cb));
  les_compare_view_follow_session (self);
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

  if (!les_compare_view_is_open (self, side))
    return;
  les_session_set_active_side (self->session, side);
  gtk_widget_grab_focus (GTK_WIDGET (les_compare_view_get_reader (self, side)));
}

/** From now on the keys move the ends of the current annotation in the text of that side, until Enter or Esc. */
void
les_compare_view_adjust_bounds (LesCompareView *self, LesSide side)
{
  g_return_if_fail (LES_IS_COMPARE_VIEW (self));

  les_compare_view_focus_side (self, side);
  if (les_compare_view_is_open (self, side))
    les_pane_adjust_bounds (LES_PANE (self->panes[side]));
}

static GVariant *
make_place (LesCompareView *self, LesSide side)
{
  LesReader *reader = les_compare_view_get_reader (self, side);
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
  if (les_compare_view_is_open (self, LES_SIDE_LEFT))
    g_variant_dict_insert_value (&dict, "left", make_place (self, LES_SIDE_LEFT));
  if (les_compare_view_is_open (self, LES_SIDE_RIGHT))
    g_variant_dict_insert_value (&dict, "right", make_place (self, LES_SIDE_RIGHT));
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static void
restore_place (LesCompareView *self, GVariantDict *dict, LesSide side)
{
  LesReader *reader = les_compare_view_get_reader (self, side);
  double fraction;
  int offset;

  if (!les_compare_view_is_open (self, side)
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

  return self->stacked && les_compare_view_is_comparing (self);
}

/** Returns: (transfer none): the text of that side, for tests */
GtkTextView *
les_compare_view_get_text_view (LesCompareView *self, LesSide side)
{
  g_return_val_if_fail (LES_IS_COMPARE_VIEW (self), NULL);

  return GTK_TEXT_VIEW (les_compare_view_get_reader (self, side));
}
