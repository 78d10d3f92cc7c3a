/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-picker.h"

#include <glib/gi18n.h>

#include "les-annotating.h"
#include "les-note-height.h"
#include "les-note-rest.h"
#include "les-tag-chips.h"
#include "les-tag-row.h"
#include "les-tag-target.h"
#include "les-text-keys.h"

#define PAGE_ROWS 7

/**
 * LesTagPicker:
 *
 * Tags and note for a passage, by typing: the first letters of a tag, Enter.
 * Works on a selection, which becomes an annotation with the first tag or the
 * note, or on an annotation. Each tag is one step of undoing, with the tag and
 * the annotation that had to be made for it; the note is one from opening to
 * closing, and taken over whenever the typing rests.
 */
struct _LesTagPicker
{
  LesAnchoredPopover parent_instance;

  /* Template children */
  GtkWidget *heading;
  LesTagChips *chips;
  GtkEditable *entry;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkLabel *more;
  GtkWidget *note_box;
  GtkTextView *note;
  GtkWidget *placeholder;

  /* Owned */
  LesSession *session;
  LesTagChoices *choices;
  LesTagTarget *target;   /* NULL until it was opened */
  char *visit;            /* to the note, from opening to closing */

  /* State */
  gboolean navigated;     /* the row was chosen with the arrow keys */
  gboolean composing;     /* an input method is at work in the entry */
};

G_DEFINE_FINAL_TYPE (LesTagPicker, les_tag_picker, LES_TYPE_ANCHORED_POPOVER)

static LesTagChoice *
get_highlighted (LesTagPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? les_tag_row_get_choice (LES_TAG_ROW (gtk_list_box_row_get_child (row))) : NULL;
}

static LesTagChoice *
ref_highlighted (LesTagPicker *self)
{
  LesTagChoice *choice = get_highlighted (self);

  return choice != NULL ? g_object_ref (choice) : NULL;
}

static void
describe_highlighted (LesTagPicker *self)
{
  LesTagChoice *choice = get_highlighted (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  choice != NULL ? les_tag_choice_get_name (choice) : "", -1);
}

static void
scroll_to (LesTagPicker *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* @position: -1 for none */
static void
highlight (LesTagPicker *self, int position)
{
  GtkListBoxRow *row = position >= 0 ? gtk_list_box_get_row_at_index (self->list, position) : NULL;

  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    scroll_to (self, GTK_WIDGET (row));
  else
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  describe_highlighted (self);
}

static int
get_position (LesTagPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
show_more (LesTagPicker *self)
{
  guint n_found = les_tag_choices_get_n_found (self->choices);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->more), n_found > n_shown);
  gtk_widget_set_visible (self->scroller, n_shown > 0);
  if (n_found <= n_shown)
    return;
  /* Translators: below a list of tags that is cut off; %u is how many there are besides */
  words = g_strdup_printf (ngettext ("%u more tag, type to find it", "%u more tags, type to find them",
                                     n_found - n_shown), n_found - n_shown);
  gtk_label_set_text (self->more, words);
}

static void row_clicked_cb (GtkGestureClick *click,
                            int              n_press,
                            double           x,
                            double           y,
                            LesTagPicker    *self);

/* Rows are made once and used again: making them is what costs. */
static GtkWidget *
add_row (LesTagPicker *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *child = les_tag_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (row_clicked_cb), self, 0);
  gtk_widget_add_controller (child, GTK_EVENT_CONTROLLER (click));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
show_rows (LesTagPicker *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (guint i = 0; i < n; i++, row = gtk_widget_get_next_sibling (row))
    {
      g_autoptr (LesTagChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (row == NULL)
        row = add_row (self);
      les_tag_row_set_choice (LES_TAG_ROW (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), choice);
      gtk_widget_set_visible (row, TRUE);
    }
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      les_tag_row_set_choice (LES_TAG_ROW (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), NULL);
      gtk_widget_set_visible (row, FALSE);
    }
}

static void
show_query (LesTagPicker *self)
{
  const char *query = gtk_editable_get_text (self->entry);
  g_autofree char *clean = les_tag_name_dup_clean (query);

  les_tag_choices_set_query (self->choices, query);
  show_rows (self);
  self->navigated = FALSE;
  highlight (self, clean != NULL ? 0 : -1);
  show_more (self);
}

static void
show_tags (LesTagPicker *self)
{
  const char * const *tags = les_tag_target_get_tags (self->target);

  les_tag_chips_show (self->chips, les_session_get_project (self->session), tags);
  les_tag_choices_set_applied (self->choices, tags);
}

static void
reload (LesTagPicker *self)
{
  les_tag_choices_reload (self->choices);
  show_query (self);
  show_tags (self);
}

/* The project tells of an annotation before its id is known here; so look again. */
static void
take_choice (LesTagPicker *self, LesTagChoice *choice)
{
  les_tag_target_give (self->target, les_tag_choice_get_tag (choice), les_tag_choice_get_name (choice));
  show_tags (self);
}

static void
toggle_choice (LesTagPicker *self, LesTagChoice *toggled)
{
  g_autoptr (LesTagChoice) choice = g_object_ref (toggled);

  if (les_tag_choice_get_applied (choice))
    les_tag_target_take_off (self->target, les_tag_choice_get_tag (choice));
  else
    take_choice (self, choice);
}

static char *
dup_note (LesTagPicker *self)
{
  char *note;

  g_object_get (gtk_text_view_get_buffer (self->note), "text", &note, NULL);
  return g_strchomp (note);
}

static void
commit_note (LesTagPicker *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  g_autofree char *note = NULL;

  if (self->target == NULL || !gtk_text_buffer_get_modified (buffer))
    return;
  gtk_text_buffer_set_modified (buffer, FALSE);
  note = dup_note (self);
  les_tag_target_set_note (self->target, note, self->visit);
}

static void
show_note (LesTagPicker *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  LesAnnotation *annotation = les_tag_target_get_annotation (self->target);
  const char *note = annotation != NULL ? les_annotation_get (annotation, LES_ANNOTATION_NOTE) : NULL;

  gtk_text_buffer_set_text (buffer, note != NULL ? note : "", -1);
  gtk_text_buffer_set_modified (buffer, FALSE);
}

static void
clear_query (LesTagPicker *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    show_query (self);
}

static void
finish_with (LesTagPicker *self, LesTagChoice *choice)
{
  g_autoptr (LesTagChoice) kept = choice != NULL ? g_object_ref (choice) : NULL;

  if (kept != NULL)
    take_choice (self, kept);
  else
    les_tag_target_mark (self->target);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
toggle_and_stay (LesTagPicker *self)
{
  g_autoptr (LesTagChoice) choice = ref_highlighted (self);
  gboolean navigated = self->navigated;
  int position = get_position (self);

  if (choice == NULL)
    return;
  toggle_choice (self, choice);
  if (*gtk_editable_get_text (self->entry) != '\0' && !navigated)
    clear_query (self);
  else
    {
      highlight (self, position);
      self->navigated = navigated;
    }
}

static void
go_to_note (LesTagPicker *self)
{
  g_autoptr (LesTagChoice) choice = ref_highlighted (self);

  if (!les_tag_target_takes_note (self->target))
    return;
  if (choice != NULL && *gtk_editable_get_text (self->entry) != '\0')
    take_choice (self, choice);
  clear_query (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
move_highlight (LesTagPicker *self, int step)
{
  int n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  int selected = get_position (self);
  int position;

  if (n == 0)
    return;
  if (selected < 0)
    position = step > 0 ? 0 : n - 1;
  else if (ABS (step) == 1)
    position = (selected + step + n) % n;
  else
    position = CLAMP (selected + step, 0, n - 1);
  highlight (self, position);
  self->navigated = TRUE;
}

static gboolean
take_recent (LesTagPicker *self, guint number)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->choices)); i++)
    {
      g_autoptr (LesTagChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (les_tag_choice_get_number (choice) != number)
        continue;
      finish_with (self, choice);
      return TRUE;
    }
  return FALSE;
}

static gboolean
take_digit (LesTagPicker *self, guint keyval)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));

  return digit > 0 && *gtk_editable_get_text (self->entry) == '\0' && take_recent (self, digit);
}

static gboolean
drop_last_tag (LesTagPicker *self)
{
  const char * const *tags = les_tag_target_get_tags (self->target);
  guint n = g_strv_length ((char **) tags);
  g_autofree char *last = NULL;

  if (n == 0 || *gtk_editable_get_text (self->entry) != '\0')
    return FALSE;
  last = g_strdup (tags[n - 1]);
  les_tag_target_take_off (self->target, last);
  return TRUE;
}

static gboolean
edit_highlighted (LesTagPicker *self)
{
  LesTagChoice *choice = get_highlighted (self);

  if (choice == NULL || les_tag_choice_get_tag (choice) == NULL)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "picker.edit", "s", les_tag_choice_get_tag (choice));
  return TRUE;
}

static gboolean
handle_space (LesTagPicker *self)
{
  if (!self->navigated)
    return FALSE;
  toggle_and_stay (self);
  return TRUE;
}

/**
 * les_tag_picker_handle_key:
 * @keyval: a key that was pressed in the entry
 *
 * Returns: whether that key is the picker's; others go into the entry
 */
gboolean
les_tag_picker_handle_key (LesTagPicker *self, guint keyval, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  g_return_val_if_fail (LES_IS_TAG_PICKER (self), FALSE);

  if ((state & GDK_ALT_MASK) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_highlight (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_highlight (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
      move_highlight (self, PAGE_ROWS);
      return TRUE;
    case GDK_KEY_Page_Up:
      move_highlight (self, -PAGE_ROWS);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (control)
        toggle_and_stay (self);
      else
        finish_with (self, get_highlighted (self));
      return TRUE;
    case GDK_KEY_space:
      return handle_space (self);
    case GDK_KEY_Tab:
      go_to_note (self);
      return TRUE;
    case GDK_KEY_BackSpace:
      return drop_last_tag (self);
    case GDK_KEY_F2:
      return edit_highlighted (self);
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return TRUE;
    default:
      return !control && take_digit (self, keyval);
    }
}

static gboolean
entry_key_cb (LesTagPicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  return !self->composing && les_tag_picker_handle_key (self, keyval, state);
}

static void
preedit_changed_cb (LesTagPicker *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static gboolean
note_key_cb (LesTagPicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) != 0))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Escape && !(enter && (state & GDK_CONTROL_MASK) != 0))
    return GDK_EVENT_PROPAGATE;
  gtk_popover_popdown (GTK_POPOVER (self));
  return GDK_EVENT_STOP;
}

static void
note_changed_cb (LesTagPicker *self)
{
  gtk_widget_set_visible (self->placeholder,
                          gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->note)) == 0);
}

static void
entry_changed_cb (LesTagPicker *self)
{
  if (self->choices != NULL)
    show_query (self);
}

static void
remove_tag_cb (LesTagPicker *self, const char *tag)
{
  les_tag_target_take_off (self->target, tag);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
row_clicked_cb (GtkGestureClick *click, int n_press, double x, double y, LesTagPicker *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  LesTagChoice *choice = les_tag_row_get_choice (LES_TAG_ROW (row));

  if (choice == NULL)
    return;
  if ((state & GDK_CONTROL_MASK) != 0)
    toggle_choice (self, choice);
  else if (les_tag_choice_get_applied (choice))
    toggle_choice (self, choice);
  else
    finish_with (self, choice);
}

static void
project_changed_cb (LesTagPicker *self, LesChange *applied)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (les_change_touches (applied, LES_RECORD_TAG))
    reload (self);
  else
    show_tags (self);
}

static void
edit_tag_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_popover_popdown (GTK_POPOVER (widget));
  gtk_widget_activate_action_variant (widget, "win.edit-tag", parameter);
}

static void
les_tag_picker_closed (GtkPopover *popover)
{
  LesTagPicker *self = LES_TAG_PICKER (popover);

  commit_note (self);
  GTK_POPOVER_CLASS (les_tag_picker_parent_class)->closed (popover);
}

static void
drop_session (LesTagPicker *self)
{
  if (self->session == NULL)
    return;
  commit_note (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_handlers_disconnect_by_data (les_session_get_project (self->session), self);
  g_clear_pointer (&self->target, les_tag_target_free);
  g_clear_object (&self->choices);
  g_clear_object (&self->session);
}

static void
les_tag_picker_dispose (GObject *object)
{
  LesTagPicker *self = LES_TAG_PICKER (object);

  drop_session (self);

  G_OBJECT_CLASS (les_tag_picker_parent_class)->dispose (object);
}

static void
les_tag_picker_finalize (GObject *object)
{
  g_free (LES_TAG_PICKER (object)->visit);

  G_OBJECT_CLASS (les_tag_picker_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (LES_TYPE_TAG_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/annotations/les-tag-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, LesTagPicker, heading);
  gtk_widget_class_bind_template_child (widget_class, LesTagPicker, chips);
  gtk_widget_class_bind_template_child (widget_class, LesTagPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, LesTagPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, LesTagPicker, list);
  gtk_widget_class_bind_template_child (widget_class, LesTagPicker, more);
  gtk_widget_class_bind_template_child (widget_class, LesTagPicker, note_box);
  gtk_widget_class_bind_template_child (widget_class, LesTagPicker, note);
  gtk_widget_class_bind_template_child (widget_class, LesTagPicker, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_tag_cb);
}

static void
les_tag_picker_class_init (LesTagPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_tag_picker_dispose;
  object_class->finalize = les_tag_picker_finalize;
  GTK_POPOVER_CLASS (klass)->closed = les_tag_picker_closed;

  gtk_widget_class_install_action (widget_class, "picker.edit", "s", edit_tag_cb);
  bind_template (widget_class);
}

static void
add_keys (LesTagPicker *self, gpointer widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
  les_text_keys_come_first (widget);
}

static void
les_tag_picker_init (LesTagPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  les_tag_chips_set_removable (self->chips, TRUE);
  les_note_height_follow (self->note);
  les_note_rest_follow (self->note, G_OBJECT (self), G_CALLBACK (commit_note));
  add_keys (self, self->entry, G_CALLBACK (entry_key_cb));
  add_keys (self, self->note, G_CALLBACK (note_key_cb));
  g_signal_connect_object (gtk_editable_get_delegate (self->entry), "preedit-changed",
                           G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed",
                           G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
}

/** @session: (nullable) */
GtkWidget *
les_tag_picker_new (LesSession *session)
{
  LesTagPicker *self = g_object_new (LES_TYPE_TAG_PICKER, NULL);

  les_tag_picker_set_session (self, session);
  return GTK_WIDGET (self);
}

/** @session: (nullable): whose tags are given from now on; closes the picker */
void
les_tag_picker_set_session (LesTagPicker *self, LesSession *session)
{
  g_return_if_fail (LES_IS_TAG_PICKER (self));

  if (self->session == session)
    return;
  drop_session (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  self->choices = les_tag_choices_new (session);
  g_signal_connect_object (les_session_get_project (session), "changed",
                           G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
popup (LesTagPicker       *self,
       LesTagTarget       *target,
       GtkWidget          *relative_to,
       const GdkRectangle *pointing_to,
       gboolean            start_in_note)
{
  if (target == NULL)
    return FALSE;
  commit_note (self);
  g_clear_pointer (&self->target, les_tag_target_free);
  self->target = target;
  g_free (self->visit);
  self->visit = les_annotating_dup_visit ();
  les_anchored_popover_hang_on (LES_ANCHORED_POPOVER (self), relative_to);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), pointing_to);
  gtk_editable_set_text (self->entry, "");
  gtk_widget_set_visible (self->note_box, les_tag_target_takes_note (target));
  gtk_widget_set_visible (self->heading, !les_tag_target_takes_note (target));
  show_note (self);
  reload (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (start_in_note ? GTK_WIDGET (self->note) : GTK_WIDGET (self->entry));
  return TRUE;
}

/**
 * les_tag_picker_popup_for_selection:
 * @range: as selected, in Unicode characters; blanks at its ends are left out
 * @relative_to: the widget to hang on
 * @pointing_to: (nullable): where in @relative_to, in its coordinates
 * @start_in_note: whether the cursor starts in the note
 *
 * Returns: FALSE when there is nothing to tag
 */
gboolean
les_tag_picker_popup_for_selection (LesTagPicker       *self,
                                    LesSide             side,
                                    LesTextRange        range,
                                    GtkWidget          *relative_to,
                                    const GdkRectangle *pointing_to,
                                    gboolean            start_in_note)
{
  g_return_val_if_fail (LES_IS_TAG_PICKER (self) && GTK_IS_WIDGET (relative_to), FALSE);

  return popup (self, les_tag_target_new_for_selection (self->session, side, range),
                relative_to, pointing_to, start_in_note);
}

/**
 * les_tag_picker_popup_for_annotation:
 * @id: of the annotation
 *
 * As les_tag_picker_popup_for_selection().
 *
 * Returns: FALSE when there is no such annotation
 */
gboolean
les_tag_picker_popup_for_annotation (LesTagPicker       *self,
                                     const char         *id,
                                     GtkWidget          *relative_to,
                                     const GdkRectangle *pointing_to,
                                     gboolean            start_in_note)
{
  g_return_val_if_fail (LES_IS_TAG_PICKER (self) && GTK_IS_WIDGET (relative_to), FALSE);

  return popup (self, les_tag_target_new_for_annotation (self->session, id),
                relative_to, pointing_to, start_in_note);
}

/** As les_tag_picker_popup_for_selection(), but chooses the tag that every selection gets from now on. */
gboolean
les_tag_picker_popup_for_active_tag (LesTagPicker *self, GtkWidget *relative_to, const GdkRectangle *pointing_to)
{
  g_return_val_if_fail (LES_IS_TAG_PICKER (self) && GTK_IS_WIDGET (relative_to), FALSE);

  return popup (self, les_tag_target_new_for_active_tag (self->session), relative_to, pointing_to, FALSE);
}

/** Keeps a note that is being written, before the project is saved. */
void
les_tag_picker_commit (LesTagPicker *self)
{
  g_return_if_fail (LES_IS_TAG_PICKER (self));

  commit_note (self);
}
