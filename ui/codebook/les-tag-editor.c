/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-editor.h"

#include <glib/gi18n.h>

#include "les-edits.h"
#include "les-tag-dot.h"
#include "les-tag-names.h"

#define MAX_COLORS 24

/**
 * LesTagEditor:
 *
 * Name, description and colour of one tag, and a way to delete it. What is
 * applied is one step of undoing; so is deleting, which tells how many
 * annotations lose the tag.
 */
struct _LesTagEditor
{
  AdwWindow parent_instance;

  /* Template children */
  GtkWidget *apply;
  GtkEditable *name;
  GtkEditable *explanation;
  GtkWidget *complaint;
  GtkBox *colors;
  GtkWidget *removal;
  GtkLabel *uses;

  /* Owned */
  LesSession *session;
  char *tag;              /* id; NULL for a new one */
  char *color;
};

G_DEFINE_FINAL_TYPE (LesTagEditor, les_tag_editor, ADW_TYPE_WINDOW)

static LesTag *
get_tag (LesTagEditor *self)
{
  return les_project_get_tag (les_session_get_project (self->session), self->tag);
}

static const char *
get_field (LesTagEditor *self, LesTagField field)
{
  LesTag *tag = get_tag (self);

  return tag != NULL ? les_tag_get (tag, field) : NULL;
}

/* Whether another tag below the same parent has this name. */
static gboolean
is_taken (LesTagEditor *self, const char *name)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (les_session_get_project (self->session), LES_RECORD_TAG);

  for (guint i = 0; i < tags->len; i++)
    {
      LesTag *tag = g_ptr_array_index (tags, i);

      if (g_strcmp0 (self->tag, les_record_get_id (LES_RECORD (tag))) != 0
          && g_strcmp0 (get_field (self, LES_TAG_PARENT), les_tag_get (tag, LES_TAG_PARENT)) == 0
          && les_tag_name_equal (name, les_tag_get (tag, LES_TAG_NAME)))
        return TRUE;
    }
  return FALSE;
}

static void
name_changed_cb (LesTagEditor *self)
{
  g_autofree char *clean = NULL;
  gboolean taken;

  if (self->session == NULL)
    return;
  clean = les_tag_name_dup_clean (gtk_editable_get_text (self->name));
  taken = clean != NULL && is_taken (self, clean);
  gtk_widget_set_visible (self->complaint, taken);
  gtk_widget_set_sensitive (self->apply, clean != NULL && !taken);
}

static char *
dup_edited_id (LesTagEditor *self, const char *name)
{
  char *id = NULL;

  if (get_tag (self) != NULL)
    return g_strdup (self->tag);
  les_session_perform (self->session,
                       les_edits_add_tag (les_session_get_project (self->session), name, NULL, &id));
  return id;
}

static void
apply_cb (LesTagEditor *self)
{
  LesHistory *history = les_session_get_history (self->session);
  g_autofree char *clean = les_tag_name_dup_clean (gtk_editable_get_text (self->name));
  g_autofree char *id = NULL;
  g_autoptr (LesTag) copy = NULL;

  if (clean == NULL || is_taken (self, clean))
    return;
  les_history_begin_group (history, get_tag (self) != NULL ? LES_CHANGE_EDIT_TAG : LES_CHANGE_ADD_TAG);
  id = dup_edited_id (self, clean);
  copy = les_record_copy (les_project_get_tag (les_session_get_project (self->session), id));
  les_tag_set (copy, LES_TAG_NAME, clean);
  les_tag_set (copy, LES_TAG_COLOR, self->color);
  les_tag_set (copy, LES_TAG_DESCRIPTION, gtk_editable_get_text (self->explanation));
  les_session_perform (self->session, les_edits_replace_tag (copy));
  les_history_end_group (history);
  gtk_window_close (GTK_WINDOW (self));
}

static void
delete_cb (LesTagEditor *self)
{
  les_session_perform (self->session,
                       les_edits_remove_tag (les_session_get_project (self->session), self->tag));
  gtk_window_close (GTK_WINDOW (self));
}

static void
color_toggled_cb (GtkToggleButton *button, LesTagEditor *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  g_free (self->color);
  self->color = g_strdup (g_object_get_data (G_OBJECT (button), "color"));
}

/* Colours are offered with a name, for those who do not see them. */
static const char *
get_color_name (guint index)
{
  static const char * const names[] = {
    N_("Blue"), N_("Orange"), N_("Green"), N_("Pink"), N_("Ochre"),
    N_("Light Blue"), N_("Violet"), N_("Brown"), N_("Gray"), N_("Red"),
  };

  return index < G_N_ELEMENTS (names) ? _(names[index]) : _("Own Color");
}

static GtkWidget *
add_color (LesTagEditor *self, const char *color, const char *name)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->colors));

  gtk_button_set_child (GTK_BUTTON (button), les_tag_dot_new (color));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "color-choice");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "color", g_strdup (color), g_free);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_object (button, "toggled", G_CALLBACK (color_toggled_cb), self, 0);
  gtk_box_append (self->colors, button);
  return button;
}

static guint
count_colors (void)
{
  guint n = 1;

  while (n < MAX_COLORS && !g_str_equal (les_tag_palette_color (n), les_tag_palette_color (0)))
    n++;
  return n;
}

static void
fill_colors (LesTagEditor *self, const char *color)
{
  gboolean found = FALSE;

  for (guint i = 0; i < count_colors (); i++)
    {
      GtkWidget *button = add_color (self, les_tag_palette_color (i), get_color_name (i));

      if (g_ascii_strcasecmp (color, les_tag_palette_color (i)) != 0)
        continue;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      found = TRUE;
    }
  if (!found)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (add_color (self, color, _("Own Color"))), TRUE);
}

static void
show_uses (LesTagEditor *self)
{
  g_autoptr (GHashTable) uses = les_tag_count_uses (les_session_get_project (self->session));
  guint n = les_tag_get_n_uses (uses, self->tag);
  g_autofree char *words = NULL;

  words = n == 0 ? g_strdup (_("No annotation carries this tag."))
                 : g_strdup_printf (ngettext ("%u annotation carries this tag. It is kept when the tag is deleted.",
                                              "%u annotations carry this tag. They are kept when the tag is deleted.", n), n);
  gtk_label_set_text (self->uses, words);
}

static void
show_tag (LesTagEditor *self)
{
  LesTag *tag = get_tag (self);
  const char *description = get_field (self, LES_TAG_DESCRIPTION);
  guint n_tags = les_project_get_n_records (les_session_get_project (self->session), LES_RECORD_TAG);

  gtk_window_set_title (GTK_WINDOW (self), tag != NULL ? _("Edit Tag") : _("New Tag"));
  fill_colors (self, tag != NULL ? les_tag_get (tag, LES_TAG_COLOR) : les_tag_palette_color (n_tags));
  gtk_editable_set_text (self->name, tag != NULL ? les_tag_get (tag, LES_TAG_NAME) : "");
  gtk_editable_set_text (self->explanation, description != NULL ? description : "");
  gtk_widget_set_visible (self->removal, tag != NULL);
  if (tag != NULL)
    show_uses (self);
  name_changed_cb (self);
}

static void
les_tag_editor_finalize (GObject *object)
{
  LesTagEditor *self = LES_TAG_EDITOR (object);

  g_clear_object (&self->session);
  g_free (self->tag);
  g_free (self->color);

  G_OBJECT_CLASS (les_tag_editor_parent_class)->finalize (object);
}

static void
les_tag_editor_class_init (LesTagEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_tag_editor_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/codebook/les-tag-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, apply);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, name);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, explanation);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, complaint);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, colors);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, removal);
  gtk_widget_class_bind_template_child (widget_class, LesTagEditor, uses);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
}

static void
les_tag_editor_init (LesTagEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** @tag: (nullable): id of the tag to edit, NULL for a new one */
GtkWidget *
les_tag_editor_new (LesSession *session, const char *tag)
{
  LesTagEditor *self = g_object_new (LES_TYPE_TAG_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->tag = g_strdup (tag);
  show_tag (self);
  return GTK_WIDGET (self);
}

/** Shows the editor over @parent. @tag: (nullable): id, NULL for a new tag */
void
les_tag_editor_present (LesSession *session, const char *tag, GtkWindow *parent)
{
  GtkWidget *editor = les_tag_editor_new (session, tag);

  gtk_window_set_transient_for (GTK_WINDOW (editor), parent);
  gtk_window_present (GTK_WINDOW (editor));
}
