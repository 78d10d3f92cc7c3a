/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-pane.h"

#include <glib/gi18n.h>

#include "les-bound-handles.h"
#include "les-linking.h"
#include "les-overview.h"
#include "les-letter-key.h"
#include "les-popovers.h"
#include "les-reader-binding.h"
#include "les-selection-bar.h"
#include "les-source-words.h"

#define BAR_GAP 8

/**
 * LesPane:
 *
 * One article: what it is above, its text, the overview strip at the outer edge,
 * and the bar that appears at a selection. Emits "lead" when the user scrolls
 * here or is about to.
 */
struct _LesPane
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkWidget *header;
  GtkLabel *publisher;
  GtkLabel *details;
  GtkLabel *language;
  GtkWidget *compare_button;
  GtkMenuButton *menu_button;
  GtkWidget *content;
  GtkOverlay *overlay;
  GtkScrolledWindow *scroller;
  LesReader *reader;
  LesSelectionBar *bar;
  LesOverview *overview;
  GtkLabel *hint;
  GMenuModel *text_menu;

  /* Owned */
  LesSession *session;
  LesReaderBinding *binding;
  LesBoundHandles *handles;
  GtkWidget *popover;

  /* State */
  LesSide side;
};

enum
{
  LEAD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesPane, les_pane, GTK_TYPE_WIDGET)

static LesArticle *
get_article (LesPane *self)
{
  return self->session != NULL ? les_session_get_article (self->session, self->side) : NULL;
}

static const char *
get_side_name (LesPane *self)
{
  return self->side == LES_SIDE_LEFT ? "left" : "right";
}

static void
append_targeted (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_article_menu (LesPane *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  append_targeted (first, _("_Choose Another Article…"), "win.choose-article",
                   g_variant_new_string (get_side_name (self)));
  append_targeted (first, _("_Edit Details…"), "win.edit-details",
                   g_variant_new_string (les_session_get_article_id (self->session, self->side)));
  append_targeted (first, _("Edit _Text…"), "win.edit-text",
                   g_variant_new_string (les_session_get_article_id (self->session, self->side)));
  append_targeted (first, _("Replace by a _Newer Version…"), "win.add-version",
                   g_variant_new_string (les_session_get_article_id (self->session, self->side)));
  append_targeted (second, _("_Swap Sides"), "win.swap-sides", NULL);
  append_targeted (second, _("C_lose This Side"), "pane.close", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  return G_MENU_MODEL (menu);
}

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
update_header (LesPane *self, LesArticle *article)
{
  g_autofree char *publisher = les_source_words_dup_publisher (article);
  g_autofree char *details = les_source_words_dup_details (article);
  g_autofree char *heading = les_article_dup_heading (article);
  g_autofree char *label = NULL;
  g_autoptr (GMenuModel) menu = make_article_menu (self);
  const char *language = les_article_get (article, LES_ARTICLE_LANGUAGE);
  g_autofree char *code = g_utf8_strup (language != NULL ? language : "", -1);

  set_label (self->publisher, publisher);
  set_label (self->details, details);
  set_label (self->language, code);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->language), _("Language of the Article"));
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  /* Translators: %s is the headline of the article. */
  label = g_strdup_printf (self->side == LES_SIDE_LEFT ? _("Left text: %s") : _("Right text: %s"), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reader), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
article_changed_cb (LesPane *self)
{
  LesArticle *article = get_article (self);

  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  if (article != NULL)
    update_header (self, article);
  les_reader_set_document (self->reader, article != NULL ? les_article_get_document (article) : NULL);
}

static void
sides_changed_cb (LesPane *self)
{
  gboolean comparing = self->session != NULL && les_session_is_comparing (self->session);
  gboolean active = comparing && les_session_get_active_side (self->session) == self->side;

  gtk_widget_set_visible (self->compare_button, self->side == LES_SIDE_LEFT && !comparing);
  les_selection_bar_set_comparing (self->bar, comparing);
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}

/* With an active tag a finished selection is tagged, not asked about. */
static void
selected_cb (LesPane *self, gboolean selected)
{
  if (selected && les_session_get_active_tag (self->session) != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tag-active", "b",
                                  les_reader_binding_is_by_keys (self->binding));
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->bar), selected);
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

/* Above the selection, below it, or not at all: never on it. */
static gboolean
place_bar (LesPane *self, int width, int height, GdkRectangle *place)
{
  LesTextRange selection = les_reader_to_display (self->reader, les_reader_get_selection (self->reader));
  g_autoptr (GArray) boxes = les_reader_get_boxes (self->reader, selection);
  int page = gtk_widget_get_height (GTK_WIDGET (self->scroller));
  int last = gtk_widget_get_width (GTK_WIDGET (self->scroller)) - width;
  const LesBox *first_box;
  const LesBox *last_box;
  int top;
  int bottom;
  int x;

  if (boxes->len == 0)
    return FALSE;
  first_box = &g_array_index (boxes, LesBox, 0);
  last_box = &g_array_index (boxes, LesBox, boxes->len - 1);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->reader), GTK_TEXT_WINDOW_WIDGET, (int) first_box->x0,
                                         (int) first_box->top, &x, &top);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->reader), GTK_TEXT_WINDOW_WIDGET, (int) last_box->x0,
                                         (int) last_box->bottom, NULL, &bottom);
  if (top - BAR_GAP - height >= 0)
    *place = (GdkRectangle) { x, top - BAR_GAP - height, width, height };
  else if (bottom + BAR_GAP + height <= page)
    *place = (GdkRectangle) { x, bottom + BAR_GAP, width, height };
  else
    return FALSE;
  place->x = CLAMP (place->x, 0, MAX (last, 0));
  return TRUE;
}

static gboolean
place_bar_cb (LesPane *self, GtkWidget *child, GdkRectangle *place)
{
  GtkRequisition size;

  if (child != GTK_WIDGET (self->bar))
    return FALSE;
  gtk_widget_get_preferred_size (child, NULL, &size);
  size.width = MIN (size.width, gtk_widget_get_width (GTK_WIDGET (self->scroller)));
  gtk_widget_set_child_visible (child, place_bar (self, size.width, size.height, place));
  if (!gtk_widget_get_child_visible (child))
    *place = (GdkRectangle) { 0, 0, size.width, size.height };
  return TRUE;
}

static void
scrolled_cb (LesPane *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->bar)))
    gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

static void
lead (LesPane *self)
{
  g_signal_emit (self, signals[LEAD], 0);
}

static gboolean
event_cb (LesPane *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_SCROLL || type == GDK_BUTTON_PRESS || type == GDK_KEY_PRESS || type == GDK_TOUCH_BEGIN
      || type == GDK_TOUCHPAD_HOLD)
    lead (self);
  return GDK_EVENT_PROPAGATE;
}

static void
show_menu (LesPane *self, const GdkRectangle *at)
{
  if (get_article (self) == NULL)
    return;
  if (self->popover == NULL)
    self->popover = les_popovers_new_menu (self->text_menu, GTK_WIDGET (self));
  les_popovers_open (self->popover, at);
}

/* The menu is about the place where it opens, unless that is selected. */
static void
move_cursor_to (LesPane *self, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->reader);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter place;
  GtkTextIter start;
  GtkTextIter end;
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &place, buffer_x, buffer_y);
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end) || !gtk_text_iter_in_range (&place, &start, &end))
    gtk_text_buffer_place_cursor (buffer, &place);
}

static void
secondary_pressed_cb (LesPane *self, int n_press, double x, double y, GtkGesture *gesture)
{
  graphene_point_t point;
  GdkRectangle place;

  if (!gtk_widget_compute_point (GTK_WIDGET (self->reader), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  move_cursor_to (self, x, y);
  place = les_popovers_get_place_of_pointer (point.x, point.y);
  show_menu (self, &place);
}

static gboolean
popup_menu_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LesPane *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->reader));
  graphene_point_t point;
  GdkRectangle box;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->reader), &iter, &box);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->reader), GTK_TEXT_WINDOW_WIDGET, box.x, box.y, &box.x,
                                         &box.y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->reader), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) box.x, (float) box.y), &point))
    return FALSE;
  show_menu (self, &(GdkRectangle) { (int) point.x, (int) point.y, 1, box.height });
  return TRUE;
}

static void
held_cb (LesPane *self)
{
  LesHeldBound held = les_bound_handles_get_held (self->handles);

  gtk_widget_set_visible (GTK_WIDGET (self->hint), held != LES_HELD_NONE);
  if (held == LES_HELD_START)
    gtk_label_set_text (self->hint, _("Moving the start: ← → letter, Ctrl word, ↑ ↓ sentence\nTab: the end · Enter: done"));
  else if (held == LES_HELD_END)
    gtk_label_set_text (self->hint, _("Moving the end: ← → letter, Ctrl word, ↑ ↓ sentence\nTab: the start · Enter: done"));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  LesPane *self = data;

  if (les_bound_handles_finish (self->handles))
    return GDK_EVENT_STOP;
  if (self->session != NULL && les_linking_get_pending (les_linking_of (self->session)))
    {
      les_linking_cancel (les_linking_of (self->session));
      return GDK_EVENT_STOP;
    }
  return les_reader_binding_escape (self->binding);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *target)
{
  g_signal_emit_by_name (LES_PANE (widget)->reader, "copy-clipboard");
}

static void
copy_with_source (GtkWidget *widget, const char *action, GVariant *target)
{
  LesPane *self = LES_PANE (widget);
  LesTextRange selection = les_reader_get_selection (self->reader);
  g_autofree char *words = NULL;
  g_autofree char *citation = NULL;

  if (get_article (self) == NULL || les_text_range_is_empty (selection))
    return;
  words = les_text_dup_range (les_article_get_text (get_article (self)), selection);
  citation = les_source_words_dup_citation (get_article (self), words);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
}

static void
close_side (GtkWidget *widget, const char *action, GVariant *target)
{
  LesPane *self = LES_PANE (widget);

  if (self->session != NULL)
    les_session_open_article (self->session, self->side, NULL);
}

static gboolean
letter_cb (GtkWidget *widget, GVariant *target, gpointer data)
{
  LesPane *self = LES_PANE (gtk_widget_get_ancestor (widget, LES_TYPE_PANE));

  return les_letter_key_activate (widget, self->session, data, target);
}

/* @action: a literal */
static void
add_letter (GtkShortcutController *keys, guint key, const char *action, GVariant *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0),
                                            gtk_callback_action_new (letter_cb, (gpointer) action, NULL));

  if (target != NULL)
    gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

/* With Shift backwards. */
static void
add_unit (GtkShortcutController *keys, guint key, const char *unit)
{
  GtkShortcut *back = gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_SHIFT_MASK),
                                        gtk_named_action_new ("win.select-unit"));

  add_letter (keys, key, "win.select-unit", g_variant_new ("(si)", unit, 1));
  gtk_shortcut_set_arguments (back, g_variant_new ("(si)", unit, -1));
  gtk_shortcut_controller_add_shortcut (keys, back);
}

static void
add_callback (LesPane *self, GtkShortcutController *keys, guint key, GdkModifierType modifiers, GtkShortcutFunc callback)
{
  gtk_shortcut_controller_add_shortcut (keys, gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                                                gtk_callback_action_new (callback, self, NULL)));
}

/* Plain letters work while the text has the focus: it is not editable. */
static void
install_keys (LesPane *self)
{
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (keys), GTK_PHASE_CAPTURE);
  add_letter (keys, GDK_KEY_t, "win.annotate", NULL);
  add_letter (keys, GDK_KEY_n, "win.annotate-note", NULL);
  add_letter (keys, GDK_KEY_r, "win.repeat-tag", NULL);
  add_letter (keys, GDK_KEY_a, "win.active-tag", NULL);
  add_letter (keys, GDK_KEY_b, "win.set-bounds", NULL);
  add_letter (keys, GDK_KEY_i, "win.cycle-importance", NULL);
  add_letter (keys, GDK_KEY_o, "win.cycle-annotation", NULL);
  add_unit (keys, GDK_KEY_w, "word");
  add_unit (keys, GDK_KEY_s, "sentence");
  add_unit (keys, GDK_KEY_p, "paragraph");
  add_letter (keys, GDK_KEY_l, "win.link", NULL);
  add_letter (keys, GDK_KEY_m, "win.link-missing", NULL);
  add_letter (keys, GDK_KEY_k, "win.link-match", NULL);
  add_letter (keys, GDK_KEY_comma, "win.type-shortcut", NULL);
  add_letter (keys, GDK_KEY_f, "win.find-counterpart", NULL);
  for (int i = 1; i <= 9; i++)
    {
      add_letter (keys, GDK_KEY_0 + (guint) i, "win.tag-recent", g_variant_new_int32 (i));
      add_letter (keys, GDK_KEY_KP_0 + (guint) i, "win.tag-recent", g_variant_new_int32 (i));
    }
  add_callback (self, keys, GDK_KEY_Escape, 0, escape_cb);
  add_callback (self, keys, GDK_KEY_Menu, 0, popup_menu_cb);
  add_callback (self, keys, GDK_KEY_F10, GDK_SHIFT_MASK, popup_menu_cb);
  gtk_widget_add_controller (GTK_WIDGET (self->reader), GTK_EVENT_CONTROLLER (keys));
}

static void
les_pane_dispose (GObject *object)
{
  LesPane *self = LES_PANE (object);

  if (self->reader != NULL)
    les_pane_set_session (self, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->overview != NULL)
    les_overview_set_reader (self->overview, NULL);
  g_clear_object (&self->handles);
  g_clear_object (&self->binding);
  gtk_widget_dispose_template (GTK_WIDGET (object), LES_TYPE_PANE);

  G_OBJECT_CLASS (les_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/compare/les-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LesPane, box);
  gtk_widget_class_bind_template_child (widget_class, LesPane, header);
  gtk_widget_class_bind_template_child (widget_class, LesPane, publisher);
  gtk_widget_class_bind_template_child (widget_class, LesPane, details);
  gtk_widget_class_bind_template_child (widget_class, LesPane, language);
  gtk_widget_class_bind_template_child (widget_class, LesPane, compare_button);
  gtk_widget_class_bind_template_child (widget_class, LesPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LesPane, content);
  gtk_widget_class_bind_template_child (widget_class, LesPane, overlay);
  gtk_widget_class_bind_template_child (widget_class, LesPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, LesPane, reader);
  gtk_widget_class_bind_template_child (widget_class, LesPane, bar);
  gtk_widget_class_bind_template_child (widget_class, LesPane, overview);
  gtk_widget_class_bind_template_child (widget_class, LesPane, hint);
  gtk_widget_class_bind_template_child (widget_class, LesPane, text_menu);
}

static void
les_pane_class_init (LesPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_pane_dispose;

  g_type_ensure (LES_TYPE_READER);
  g_type_ensure (LES_TYPE_OVERVIEW);
  g_type_ensure (LES_TYPE_SELECTION_BAR);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "pane.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "pane.copy-with-source", NULL, copy_with_source);
  gtk_widget_class_install_action (widget_class, "pane.close", NULL, close_side);

  signals[LEAD] = g_signal_new ("lead", LES_TYPE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
les_pane_init (LesPane *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  install_keys (self);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), events);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->reader), GTK_EVENT_CONTROLLER (secondary));
  g_signal_connect_swapped (self->overlay, "get-child-position", G_CALLBACK (place_bar_cb), self);
  g_signal_connect_swapped (self->overview, "scrolled", G_CALLBACK (lead), self);
  g_signal_connect_swapped (les_reader_get_adjustment (self->reader), "value-changed", G_CALLBACK (scrolled_cb), self);
}

/** @side: which article of the session is shown */
GtkWidget *
les_pane_new (LesSide side)
{
  LesPane *self = g_object_new (LES_TYPE_PANE, NULL);

  self->side = side;
  self->binding = les_reader_binding_new (self->reader, side);
  g_signal_connect_object (self->binding, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  self->handles = les_bound_handles_new (self->reader);
  g_signal_connect_object (self->handles, "held", G_CALLBACK (held_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self), get_side_name (self));
  return GTK_WIDGET (self);
}

static void
follow_session (LesPane *self)
{
  const char *article = self->side == LES_SIDE_LEFT ? "notify::left" : "notify::right";

  g_signal_connect_object (self->session, article, G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::left", G_CALLBACK (sides_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::right", G_CALLBACK (sides_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::active-side", G_CALLBACK (sides_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/** @session: (nullable) */
void
les_pane_set_session (LesPane *self, LesSession *session)
{
  g_autoptr (LesMarks) marks = NULL;

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  les_overview_set_reader (self->overview, NULL);
  g_set_object (&self->session, session);
  if (session != NULL)
    marks = les_marks_new (session, self->side);
  les_bound_handles_set_session (self->handles, NULL);
  les_reader_set_marks (self->reader, marks);
  les_bound_handles_set_session (self->handles, session);
  les_selection_bar_set_session (self->bar, session);
  les_reader_binding_set_session (self->binding, session);
  article_changed_cb (self);
  if (session == NULL)
    return;
  les_overview_set_reader (self->overview, self->reader);
  follow_session (self);
  sides_changed_cb (self);
}

LesReader *
les_pane_get_reader (LesPane *self)
{
  return self->reader;
}

/** Returns: (transfer none): what lies below the header */
GtkWidget *
les_pane_get_content (LesPane *self)
{
  return self->content;
}

/** @first: whether the overview strip is where lines begin, or where they end */
void
les_pane_set_overview_first (LesPane *self, gboolean first)
{
  gboolean is_first = gtk_widget_get_first_child (self->content) == GTK_WIDGET (self->overview);

  if (is_first == first)
    return;
  gtk_box_reorder_child_after (GTK_BOX (self->content), GTK_WIDGET (self->overview),
                               first ? NULL : GTK_WIDGET (self->overlay));
}

/** From now on the keys move the ends of the current annotation, until Enter or Esc. */
void
les_pane_adjust_bounds (LesPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
  les_bound_handles_adjust (self->handles);
}
