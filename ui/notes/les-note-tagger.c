/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-tagger.h"

#include <glib/gi18n.h>

#include "les-tag-choices.h"
#include "les-tag-dot.h"
#include "les-text-keys.h"

/**
 * LesNoteTagger:
 *
 * Finds one tag by typing, for many annotations at once: the first letters,
 * Enter. With all tags to give one, also a new one; or with those that are
 * there to be taken off.
 *
 * Signal "picked" (id, name): the tag, or NULL and the name of a new one.
 */
struct _LesNoteTagger
{
  GtkPopover parent_instance;

  /* Template children */
  GtkEditable *entry;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *empty;

  /* Owned */
  LesTagChoices *choices;
};

enum
{
  PICKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesNoteTagger, les_note_tagger, GTK_TYPE_POPOVER)

static guint signals[N_SIGNALS];

static GtkWidget *
new_label (const char *words, gboolean small)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  if (small)
    gtk_widget_set_css_classes (label, (const char *[]) { "caption", "dim-label", "numeric", NULL });
  return label;
}

static void
append_tag (GtkWidget *row, LesTagChoice *choice)
{
  GtkWidget *above = new_label (les_tag_choice_get_above (choice), TRUE);
  g_autofree char *uses = g_strdup_printf ("%'u", les_tag_choice_get_n_uses (choice));

  gtk_widget_set_hexpand (above, TRUE);
  gtk_box_append (GTK_BOX (row), les_tag_dot_new (les_tag_choice_get_color (choice)));
  gtk_box_append (GTK_BOX (row), new_label (les_tag_choice_get_name (choice), FALSE));
  gtk_box_append (GTK_BOX (row), above);
  gtk_box_append (GTK_BOX (row), new_label (uses, TRUE));
}

static void
append_offer (GtkWidget *row, LesTagChoice *choice)
{
  /* Translators: %s is the name that a new tag would get */
  g_autofree char *words = g_strdup_printf (_("Create “%s”"), les_tag_choice_get_name (choice));

  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (row), new_label (words, FALSE));
}

static GtkWidget *
create_row_cb (gpointer item, gpointer data)
{
  LesTagChoice *choice = item;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (les_tag_choice_get_tag (choice) != NULL)
    append_tag (row, choice);
  else
    append_offer (row, choice);
  gtk_widget_set_tooltip_text (row, les_tag_choice_get_name (choice));
  return row;
}

static guint
count_rows (LesNoteTagger *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->choices));
}

static int
get_position (LesNoteTagger *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
highlight (LesNoteTagger *self, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);
  g_autoptr (LesTagChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), MAX (position, 0));
  graphene_rect_t bounds;

  gtk_list_box_select_row (self->list, row);
  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                               bounds.origin.y, bounds.origin.y + bounds.size.height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  row != NULL && choice != NULL ? les_tag_choice_get_name (choice) : "", -1);
}

static void
show_answers (LesNoteTagger *self)
{
  if (self->choices == NULL)
    return;
  les_tag_choices_set_query (self->choices, gtk_editable_get_text (self->entry));
  gtk_widget_set_visible (self->scroller, count_rows (self) > 0);
  gtk_widget_set_visible (self->empty, count_rows (self) == 0);
  highlight (self, 0);
}

static void
pick (LesNoteTagger *self, guint position)
{
  g_autoptr (LesTagChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), position);

  if (choice == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, les_tag_choice_get_tag (choice), les_tag_choice_get_name (choice));
}

static void
entry_activate_cb (LesNoteTagger *self)
{
  if (get_position (self) >= 0)
    pick (self, get_position (self));
}

static void
row_activated_cb (LesNoteTagger *self, GtkListBoxRow *row)
{
  pick (self, gtk_list_box_row_get_index (row));
}

static gboolean
key_pressed_cb (LesNoteTagger *self, guint keyval)
{
  int n = self->choices != NULL ? (int) count_rows (self) : 0;

  if (n == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;
  highlight (self, (get_position (self) + (keyval == GDK_KEY_Down ? 1 : n - 1) + n) % n);
  return GDK_EVENT_STOP;
}

static void
les_note_tagger_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (les_note_tagger_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (LES_NOTE_TAGGER (widget)->entry));
}

static void
les_note_tagger_dispose (GObject *object)
{
  g_clear_object (&LES_NOTE_TAGGER (object)->choices);

  G_OBJECT_CLASS (les_note_tagger_parent_class)->dispose (object);
}

static void
les_note_tagger_class_init (LesNoteTaggerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_note_tagger_dispose;
  widget_class->map = les_note_tagger_map;

  signals[PICKED] = g_signal_new ("picked", LES_TYPE_NOTE_TAGGER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/notes/les-note-tagger.ui");
  gtk_widget_class_bind_template_child (widget_class, LesNoteTagger, entry);
  gtk_widget_class_bind_template_child (widget_class, LesNoteTagger, scroller);
  gtk_widget_class_bind_template_child (widget_class, LesNoteTagger, list);
  gtk_widget_class_bind_template_child (widget_class, LesNoteTagger, empty);
  gtk_widget_class_bind_template_callback (widget_class, show_answers);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
les_note_tagger_init (LesNoteTagger *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  les_text_keys_come_first (GTK_WIDGET (self->entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * les_note_tagger_prepare:
 * @only: (nullable): id of a tag -> number: those that can be taken off; NULL
 *   for all tags and new ones
 *
 * To be called before the popover opens.
 */
void
les_note_tagger_prepare (LesNoteTagger *self, LesSession *session, GHashTable *only)
{
  const char *words = only != NULL ? _("Find a tag to remove") : _("Find or create a tag");

  g_return_if_fail (LES_IS_NOTE_TAGGER (self));

  g_clear_object (&self->choices);
  self->choices = les_tag_choices_new (session);
  les_tag_choices_reload (self->choices);
  if (only != NULL)
    les_tag_choices_limit (self->choices, only);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->choices), create_row_cb, NULL, NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_editable_set_text (self->entry, "");
  show_answers (self);
}
