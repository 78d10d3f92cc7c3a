/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-keys.h"

#include <glib/gi18n.h>

#include "les-codebook.h"
#include "les-tag-dot.h"

#define MAX_SHOWN 24

/**
 * LesTagKeys:
 *
 * Waits for the shortcut of a tag: a card that says which there are while the
 * keys go to it before anything else in the window. The focus stays where it is.
 * It goes away with the last key of a shortcut, with Escape, a click, or a key
 * with Ctrl or Alt.
 *
 * Signal "chosen" (id): a shortcut was typed to its end.
 */
struct _LesTagKeys
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *card;
  GtkLabel *prompt;           /* borrowed from card */
  GtkWidget *choices;         /* borrowed from card */
  LesSession *session;
  GString *typed;

  /* Borrowed from the window while we wait */
  GtkWidget *root;
  GtkEventController *keys;
  GtkGesture *click;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesTagKeys, les_tag_keys, GTK_TYPE_WIDGET)

static int
compare_shortcuts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (les_tag_get (*(LesTag * const *) a, LES_TAG_SHORTCUT),
                         les_tag_get (*(LesTag * const *) b, LES_TAG_SHORTCUT));
}

static GPtrArray *
list_answers (LesTagKeys *self)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (les_session_get_project (self->session), LES_RECORD_TAG);
  GPtrArray *answers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tags->len; i++)
    {
      const char *shortcut = les_tag_get (tags->pdata[i], LES_TAG_SHORTCUT);

      if (shortcut != NULL && g_str_has_prefix (shortcut, self->typed->str) && !les_tag_is_heading (tags->pdata[i]))
        g_ptr_array_add (answers, g_object_ref (tags->pdata[i]));
    }
  g_ptr_array_sort (answers, compare_shortcuts);
  return answers;
}

static GtkWidget *
create_choice (LesTag *tag)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *keys = g_utf8_strup (les_tag_get (tag, LES_TAG_SHORTCUT), -1);
  GtkWidget *cap = gtk_label_new (keys);
  GtkWidget *name = gtk_label_new (les_tag_get (tag, LES_TAG_NAME));

  gtk_widget_add_css_class (cap, "keycap-small");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 18);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), les_tag_dot_new (les_tag_get (tag, LES_TAG_COLOR)));
  gtk_box_append (GTK_BOX (box), name);
  return box;
}

static void
show_prompt (LesTagKeys *self, guint n_answers)
{
  g_autofree char *typed = g_utf8_strup (self->typed->str, -1);
  g_autofree char *words = NULL;

  if (n_answers == 0 && self->typed->len == 0)
    words = g_strdup (_("No tag has a shortcut yet. Give one where the tag is edited."));
  else if (n_answers == 0)
    /* Translators: %s is what was typed. */
    words = g_strdup_printf (_("No tag has the shortcut %s."), typed);
  else if (self->typed->len == 0)
    words = g_strdup (_("Type the shortcut of a tag"));
  else
    words = g_strdup_printf ("%s …", typed);
  gtk_label_set_text (self->prompt, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_answers (LesTagKeys *self)
{
  g_autoptr (GPtrArray) answers = list_answers (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->choices), child);
  for (guint i = 0; i < MIN (answers->len, MAX_SHOWN); i++)
    gtk_flow_box_append (GTK_FLOW_BOX (self->choices), create_choice (answers->pdata[i]));
  gtk_widget_set_visible (self->choices, answers->len > 0);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->choices), MIN (answers->len, 3));
  show_prompt (self, answers->len);
}

static gboolean
remove_cb (gpointer data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (data);

  if (widget != NULL)
    gtk_widget_remove_controller (widget, data);
  return G_SOURCE_REMOVE;
}

/* It may be at work just now; GTK 4.8 still asks it something afterwards. */
static void
retire (LesTagKeys *self, GtkEventController *controller)
{
  g_signal_handlers_disconnect_by_data (controller, self);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_cb, g_object_ref (controller), g_object_unref);
}

/* Waits no longer. */
static void
stop (LesTagKeys *self)
{
  if (self->root == NULL)
    return;
  retire (self, g_steal_pointer (&self->keys));
  retire (self, GTK_EVENT_CONTROLLER (g_steal_pointer (&self->click)));
  self->root = NULL;
  g_clear_object (&self->session);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
judge (LesTagKeys *self)
{
  gboolean may_go_on;
  LesTag *tag = les_codebook_find_shortcut (les_session_get_project (self->session), self->typed->str, &may_go_on);
  g_autofree char *id = tag != NULL ? g_strdup (les_record_get_id (LES_RECORD (tag))) : NULL;

  show_answers (self);
  if (id != NULL)
    {
      stop (self);
      g_signal_emit (self, signals[CHOSEN], 0, id);
    }
  else if (!may_go_on)
    g_string_truncate (self->typed, 0);
}

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) || keyval == GDK_KEY_ISO_Level3_Shift;
}

/**
 * les_tag_keys_take:
 * @keyval: a key that was pressed
 *
 * Returns: whether it was taken; a key with Ctrl or Alt is not, and ends the waiting
 */
gboolean
les_tag_keys_take (LesTagKeys *self, guint keyval, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (is_modifier (keyval))
    return FALSE;
  if (keyval == GDK_KEY_Escape || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    {
      stop (self);
      return keyval == GDK_KEY_Escape;
    }
  if (keyval == GDK_KEY_BackSpace)
    g_string_truncate (self->typed, 0);
  else if (letter != 0 && g_unichar_isalnum (letter))
    g_string_append_unichar (self->typed, g_unichar_tolower (letter));
  else
    return TRUE;
  judge (self);
  return TRUE;
}

static gboolean
key_pressed_cb (LesTagKeys *self, guint keyval, guint keycode, GdkModifierType state)
{
  return les_tag_keys_take (self, keyval, state);
}

static void
clicked_cb (LesTagKeys *self)
{
  stop (self);
}

static void
create_card (LesTagKeys *self)
{
  GtkWidget *prompt = gtk_label_new (NULL);

  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->card, "tag-keys");
  gtk_widget_add_css_class (prompt, "heading");
  gtk_label_set_wrap (GTK_LABEL (prompt), TRUE);
  self->prompt = GTK_LABEL (prompt);
  self->choices = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->choices), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->choices), 4);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->choices), 12);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_box_append (GTK_BOX (self->card), prompt);
  gtk_box_append (GTK_BOX (self->card), self->choices);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
}

static void
les_tag_keys_dispose (GObject *object)
{
  LesTagKeys *self = LES_TAG_KEYS (object);

  stop (self);
  g_clear_pointer (&self->card, gtk_widget_unparent);

  G_OBJECT_CLASS (les_tag_keys_parent_class)->dispose (object);
}

static void
les_tag_keys_finalize (GObject *object)
{
  g_string_free (LES_TAG_KEYS (object)->typed, TRUE);

  G_OBJECT_CLASS (les_tag_keys_parent_class)->finalize (object);
}

static void
les_tag_keys_unroot (GtkWidget *widget)
{
  stop (LES_TAG_KEYS (widget));

  GTK_WIDGET_CLASS (les_tag_keys_parent_class)->unroot (widget);
}

static void
les_tag_keys_class_init (LesTagKeysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_tag_keys_dispose;
  G_OBJECT_CLASS (klass)->finalize = les_tag_keys_finalize;
  widget_class->unroot = les_tag_keys_unroot;

  signals[CHOSEN] = g_signal_new ("chosen", LES_TYPE_TAG_KEYS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
les_tag_keys_init (LesTagKeys *self)
{
  self->typed = g_string_new (NULL);
  create_card (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/** Waits for a shortcut from now on. */
void
les_tag_keys_start (LesTagKeys *self, LesSession *session)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (LES_IS_TAG_KEYS (self) && root != NULL);

  stop (self);
  self->session = g_object_ref (session);
  g_string_truncate (self->typed, 0);
  self->root = GTK_WIDGET (root);
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->root, self->keys);
  self->click = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (self->root, GTK_EVENT_CONTROLLER (self->click));
  show_answers (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

gboolean
les_tag_keys_get_started (LesTagKeys *self)
{
  return self->root != NULL;
}
