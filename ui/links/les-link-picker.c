/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-link-picker.h"

#include <string.h>

#include "les-link-words.h"
#include "les-linking.h"
#include "les-relation-row.h"
#include "les-tag-names.h"
#include "les-text-keys.h"

/* So much of each passage is shown above the choice. */
#define WORDS_CHARS 160

/**
 * LesLinkPicker:
 *
 * Asks for the relation of a link: a digit, or the first letters and Enter. A
 * name that there is not becomes a relation of the user's own. Either the
 * session's pending start is linked with what is selected now, or a link that
 * there is gets another relation or note, is turned round, or deleted. Taking a
 * relation is one step of undoing, with all that has to be made for it.
 */
struct _LesLinkPicker
{
  LesAnchoredPopover parent_instance;

  /* Template children */
  GtkLabel *from;
  GtkLabel *direction;
  GtkLabel *to;
  GtkEditable *entry;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkEditable *note;
  GtkWidget *tools;
  GtkWidget *turn;

  /* Owned */
  LesSession *session;
  char *link;             /* id; NULL while a new one is made */
};

G_DEFINE_FINAL_TYPE (LesLinkPicker, les_link_picker, LES_TYPE_ANCHORED_POPOVER)

static LesProject *
get_project (LesLinkPicker *self)
{
  return les_session_get_project (self->session);
}

static LesLink *
get_link (LesLinkPicker *self)
{
  return les_project_lookup (get_project (self), LES_RECORD_LINK, self->link);
}

static gboolean
is_missing_link (LesLinkPicker *self)
{
  LesLink *link = get_link (self);

  return link != NULL && les_link_get (link, LES_LINK_TO) == NULL;
}

static void
scroll_to (LesLinkPicker *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
highlight (LesLinkPicker *self, int position)
{
  GtkListBoxRow *row = position >= 0 ? gtk_list_box_get_row_at_index (self->list, position) : NULL;
  const char *relation = row != NULL ? les_relation_row_get_relation (LES_RELATION_ROW (row)) : NULL;

  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    scroll_to (self, GTK_WIDGET (row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  relation != NULL ? les_relations_get_name (get_project (self), relation) : "", -1);
}

static gboolean
answers (LesLinkPicker *self, const char *relation, const char *key)
{
  g_autofree char *name = les_tag_dup_key (les_relations_get_name (get_project (self), relation));

  return strstr (name, key) != NULL;
}

static GtkListBoxRow *
get_row (LesLinkPicker *self, int position)
{
  return gtk_list_box_get_row_at_index (self->list, position);
}

static const char *
get_relation_at (LesLinkPicker *self, int position)
{
  return les_relation_row_get_relation (LES_RELATION_ROW (get_row (self, position)));
}

static int
find_current (LesLinkPicker *self)
{
  LesLink *link = self->link != NULL ? get_link (self) : NULL;

  for (int i = 0; link != NULL && get_row (self, i) != NULL; i++)
    if (g_strcmp0 (get_relation_at (self, i), les_link_get (link, LES_LINK_RELATION)) == 0)
      return i;
  return 0;
}

/* The next visible row from @position on, -1 when there is none. */
static int
find_visible (LesLinkPicker *self, int position, int step)
{
  for (; position >= 0 && get_row (self, position) != NULL; position += step)
    if (gtk_widget_get_visible (GTK_WIDGET (get_row (self, position))))
      return position;
  return -1;
}

/* Rows are hidden and shown while one types: the pointer may stand on them. */
static void
show_query (LesLinkPicker *self)
{
  g_autofree char *clean = les_tag_name_dup_clean (gtk_editable_get_text (self->entry));
  g_autofree char *key = les_tag_dup_key (clean != NULL ? clean : "");
  gboolean is_new = clean != NULL && les_relations_find (get_project (self), clean) == NULL;

  for (int i = 0; get_row (self, i) != NULL; i++)
    if (get_relation_at (self, i) != NULL)
      gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)), answers (self, get_relation_at (self, i), key));
    else
      {
        gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)), is_new);
        if (is_new)
          les_relation_row_set_name (LES_RELATION_ROW (get_row (self, i)), clean);
      }
  highlight (self, clean == NULL ? find_current (self) : find_visible (self, 0, 1));
}

static void
fill (LesLinkPicker *self)
{
  g_auto (GStrv) relations = les_relations_list (get_project (self));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (int i = 0; relations[i] != NULL; i++)
    gtk_list_box_append (self->list, les_relation_row_new (get_project (self), relations[i], i + 1));
  gtk_list_box_append (self->list, les_relation_row_new_create ());
  show_query (self);
}

/* Returns: (transfer full): id of the relation of that row, made if need be */
static char *
ensure_relation (LesLinkPicker *self, const char *relation, const char *name)
{
  char *id = NULL;

  if (relation != NULL)
    return g_strdup (relation);
  les_session_perform (self->session, les_link_edits_add_relation (get_project (self), name, &id));
  return id;
}

static gboolean
note_is_another (LesLinkPicker *self, const char *link)
{
  LesLink *record = les_project_lookup (get_project (self), LES_RECORD_LINK, link);
  const char *old = record != NULL ? les_link_get (record, LES_LINK_NOTE) : NULL;

  return record != NULL && g_strcmp0 (old != NULL ? old : "", gtk_editable_get_text (self->note)) != 0;
}

static void
keep_note (LesLinkPicker *self, const char *link)
{
  if (note_is_another (self, link))
    les_session_perform (self->session, les_link_edits_set_note (get_project (self), link,
                                                                 gtk_editable_get_text (self->note)));
}

/* @relation: (nullable): NULL makes one called @name */
static void
take (LesLinkPicker *self, const char *relation, const char *name)
{
  LesHistory *history = les_session_get_history (self->session);
  gboolean editing = self->link != NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *link = NULL;

  les_history_begin_group (history, editing ? LES_CHANGE_EDIT_LINK : LES_CHANGE_ADD_LINK);
  chosen = ensure_relation (self, relation, name);
  if (!editing)
    link = les_linking_finish (les_linking_of (self->session), chosen);
  else if (get_link (self) != NULL)
    {
      link = g_strdup (self->link);
      if (g_strcmp0 (les_link_get (get_link (self), LES_LINK_RELATION), chosen) != 0)
        les_session_perform (self->session, les_link_edits_set_relation (get_project (self), link, chosen));
    }
  if (link != NULL && (editing || *gtk_editable_get_text (self->note) != '\0'))
    keep_note (self, link);
  les_history_end_group (history);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
take_row (LesLinkPicker *self, GtkListBoxRow *row)
{
  g_autofree char *relation = NULL;
  g_autofree char *name = les_tag_name_dup_clean (gtk_editable_get_text (self->entry));

  if (is_missing_link (self))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  if (row == NULL)
    return;
  relation = g_strdup (les_relation_row_get_relation (LES_RELATION_ROW (row)));
  if (relation != NULL || name != NULL)
    take (self, relation, name);
}

static void
move_highlight (LesLinkPicker *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int n = 0;
  int position;

  while (get_row (self, n) != NULL)
    n++;
  position = find_visible (self, row == NULL ? 0 : gtk_list_box_row_get_index (row) + step, step);
  if (position < 0)
    position = find_visible (self, step > 0 ? 0 : n - 1, step);
  highlight (self, position);
}

static gboolean
take_digit (LesLinkPicker *self, guint keyval)
{
  int digit = g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
  GtkListBoxRow *row = digit > 0 ? gtk_list_box_get_row_at_index (self->list, digit - 1) : NULL;

  if (row == NULL || !gtk_widget_get_visible (GTK_WIDGET (row)) || *gtk_editable_get_text (self->entry) != '\0')
    return FALSE;
  take_row (self, row);
  return TRUE;
}

static gboolean
edit_highlighted (LesLinkPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const char *relation = row != NULL ? les_relation_row_get_relation (LES_RELATION_ROW (row)) : NULL;

  if (relation == NULL || !les_relations_is_own (get_project (self), relation))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "link-picker.edit", "s", relation);
  return TRUE;
}

/**
 * les_link_picker_handle_key:
 * @keyval: a key that was pressed where the relation is typed
 *
 * Returns: whether that key is the picker's; others go into the entry
 */
gboolean
les_link_picker_handle_key (LesLinkPicker *self, guint keyval, GdkModifierType state)
{
  g_return_val_if_fail (LES_IS_LINK_PICKER (self), FALSE);

  if ((state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
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
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      take_row (self, gtk_list_box_get_selected_row (self->list));
      return TRUE;
    case GDK_KEY_Tab:
      gtk_widget_grab_focus (GTK_WIDGET (self->note));
      return TRUE;
    case GDK_KEY_F2:
      return edit_highlighted (self);
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return TRUE;
    default:
      return take_digit (self, keyval);
    }
}

static gboolean
entry_key_cb (LesLinkPicker *self, guint keyval, guint keycode, GdkModifierType state)
{
  return les_link_picker_handle_key (self, keyval, state);
}

/* Enter in the note takes the highlighted relation, as the note belongs to it. */
static void
note_activate_cb (LesLinkPicker *self)
{
  take_row (self, gtk_list_box_get_selected_row (self->list));
}

static void
entry_changed_cb (LesLinkPicker *self)
{
  if (self->session != NULL)
    show_query (self);
}

static void
row_activated_cb (LesLinkPicker *self, GtkListBoxRow *row)
{
  take_row (self, row);
}

static void
show_passages (LesLinkPicker *self, const char *from, const char *to, const char *arrow)
{
  gtk_label_set_text (self->from, from);
  gtk_label_set_text (self->to, to);
  gtk_label_set_text (self->direction, arrow);
}

static char *
dup_range_words (LesLinkPicker *self, LesSide side, LesTextRange range)
{
  LesArticle *article = les_session_get_article (self->session, side);
  gboolean cut = les_text_range_length (range) > WORDS_CHARS;
  g_autofree char *words = NULL;

  range.end = MIN (range.end, range.start + WORDS_CHARS);
  words = les_text_dup_range (les_article_get_text (article), range);
  g_strdelimit (words, "\n\r\t", ' ');
  return g_strconcat (words, cut ? "…" : "", NULL);
}

static void
show_pending (LesLinkPicker *self)
{
  LesLinking *linking = les_linking_of (self->session);
  g_autofree char *from = les_linking_dup_start_words (linking);
  g_autofree char *to = NULL;
  LesTextRange range;
  LesSide side;

  if (les_linking_find_end (linking, &side, &range))
    to = dup_range_words (self, side, range);
  show_passages (self, from, to != NULL ? to : "", "→");
}

static void
show_link (LesLinkPicker *self)
{
  LesLink *link = get_link (self);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean missing = is_missing_link (self);

  if (link == NULL)
    return;
  from = les_link_words_dup_passage (get_project (self), les_link_get (link, LES_LINK_FROM), WORDS_CHARS);
  to = missing ? les_link_words_dup_heading (get_project (self), link, NULL)
               : les_link_words_dup_passage (get_project (self), les_link_get (link, LES_LINK_TO), WORDS_CHARS);
  show_passages (self, from, to, missing ? "∅"
                                 : les_relations_is_directed (get_project (self), les_link_get (link, LES_LINK_RELATION)) ? "→" : "↔");
  gtk_editable_set_text (self->note, les_link_get (link, LES_LINK_NOTE) != NULL ? les_link_get (link, LES_LINK_NOTE) : "");
}

static void
turn_cb (LesLinkPicker *self)
{
  les_session_perform (self->session, les_link_edits_turn (get_project (self), self->link));
  show_link (self);
}

static void
delete_cb (LesLinkPicker *self)
{
  g_autofree char *link = g_steal_pointer (&self->link);

  les_session_perform (self->session, les_link_edits_remove (get_project (self), link));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
les_link_picker_closed (GtkPopover *popover)
{
  LesLinkPicker *self = LES_LINK_PICKER (popover);

  les_link_picker_commit (self);
  g_clear_pointer (&self->link, g_free);
  GTK_POPOVER_CLASS (les_link_picker_parent_class)->closed (popover);
}

static void
edit_relation_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_popover_popdown (GTK_POPOVER (widget));
  gtk_widget_activate_action_variant (widget, "win.edit-relation", parameter);
}

/* Another relation to choose from, or the link is gone. */
static void
project_changed_cb (LesLinkPicker *self, LesChange *applied)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (self->link != NULL && get_link (self) == NULL)
    gtk_popover_popdown (GTK_POPOVER (self));
  else if (les_change_touches (applied, LES_RECORD_RELATION))
    fill (self);
}

static void
drop_session (LesLinkPicker *self)
{
  if (self->session == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_clear_pointer (&self->link, g_free);
  g_signal_handlers_disconnect_by_data (get_project (self), self);
  g_clear_object (&self->session);
}

static void
les_link_picker_dispose (GObject *object)
{
  LesLinkPicker *self = LES_LINK_PICKER (object);

  drop_session (self);

  G_OBJECT_CLASS (les_link_picker_parent_class)->dispose (object);
}

static void
les_link_picker_finalize (GObject *object)
{
  g_free (LES_LINK_PICKER (object)->link);

  G_OBJECT_CLASS (les_link_picker_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/links/les-link-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, LesLinkPicker, from);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPicker, direction);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPicker, to);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPicker, list);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPicker, note);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPicker, tools);
  gtk_widget_class_bind_template_child (widget_class, LesLinkPicker, turn);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, turn_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
les_link_picker_class_init (LesLinkPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = les_link_picker_dispose;
  object_class->finalize = les_link_picker_finalize;
  GTK_POPOVER_CLASS (klass)->closed = les_link_picker_closed;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "link-picker.edit", "s", edit_relation_cb);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
les_link_picker_init (LesLinkPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  les_text_keys_come_first (GTK_WIDGET (self->entry));
  les_text_keys_come_first (GTK_WIDGET (self->note));
}

/** @session: (nullable) */
GtkWidget *
les_link_picker_new (LesSession *session)
{
  LesLinkPicker *self = g_object_new (LES_TYPE_LINK_PICKER, NULL);

  les_link_picker_set_session (self, session);
  return GTK_WIDGET (self);
}

/** @session: (nullable): whose passages are linked from now on; closes the picker */
void
les_link_picker_set_session (LesLinkPicker *self, LesSession *session)
{
  g_return_if_fail (LES_IS_LINK_PICKER (self));

  if (self->session == session)
    return;
  drop_session (self);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_object (get_project (self), "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
popup (LesLinkPicker *self, GtkWidget *relative_to, const GdkRectangle *pointing_to)
{
  gboolean missing = is_missing_link (self);

  les_anchored_popover_hang_on (LES_ANCHORED_POPOVER (self), relative_to);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), pointing_to);
  gtk_widget_set_visible (self->tools, self->link != NULL);
  gtk_widget_set_visible (self->turn, !missing);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !missing);
  gtk_widget_set_visible (self->scroller, !missing);
  gtk_editable_set_text (self->entry, "");
  fill (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (missing ? GTK_WIDGET (self->note) : GTK_WIDGET (self->entry));
}

/**
 * les_link_picker_popup_new:
 * @relative_to: the widget to hang on
 * @pointing_to: where in @relative_to, in its coordinates
 *
 * Asks for the relation between the session's pending start and its end.
 */
void
les_link_picker_popup_new (LesLinkPicker *self, GtkWidget *relative_to, const GdkRectangle *pointing_to)
{
  g_return_if_fail (LES_IS_LINK_PICKER (self) && self->session != NULL);

  les_link_picker_commit (self);
  g_clear_pointer (&self->link, g_free);
  gtk_editable_set_text (self->note, "");
  show_pending (self);
  popup (self, relative_to, pointing_to);
}

/** Edits the link with that id; as les_link_picker_popup_new(). */
void
les_link_picker_popup_edit (LesLinkPicker      *self,
                            const char         *link,
                            GtkWidget          *relative_to,
                            const GdkRectangle *pointing_to)
{
  g_return_if_fail (LES_IS_LINK_PICKER (self) && self->session != NULL);

  if (les_project_lookup (get_project (self), LES_RECORD_LINK, link) == NULL)
    return;
  les_link_picker_commit (self);
  g_free (self->link);
  self->link = g_strdup (link);
  show_link (self);
  popup (self, relative_to, pointing_to);
}

/** Keeps the note of a link that is being edited, before the project is saved. */
void
les_link_picker_commit (LesLinkPicker *self)
{
  g_return_if_fail (LES_IS_LINK_PICKER (self));

  if (self->link != NULL)
    keep_note (self, self->link);
}
