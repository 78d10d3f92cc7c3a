/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-relation-editor.h"

#include <glib/gi18n.h>

#include "les-color-choice.h"
#include "les-link-edits.h"

/**
 * LesRelationEditor:
 *
 * Name, colour and direction of a relation of the user's own, and a way to
 * delete it. What is applied is one step of undoing; so is deleting, which
 * tells how many links keep the name as a word.
 */
struct _LesRelationEditor
{
  AdwWindow parent_instance;

  /* Template children */
  GtkWidget *apply;
  GtkEditable *name;
  GtkSwitch *directed;
  GtkWidget *complaint;
  LesColorChoice *colors;
  GtkWidget *removal;
  GtkLabel *uses;

  /* Owned */
  LesSession *session;
  char *relation;         /* id; NULL for a new one */
};

G_DEFINE_FINAL_TYPE (LesRelationEditor, les_relation_editor, ADW_TYPE_WINDOW)

static LesProject *
get_project (LesRelationEditor *self)
{
  return les_session_get_project (self->session);
}

static LesRelation *
get_relation (LesRelationEditor *self)
{
  return les_project_lookup (get_project (self), LES_RECORD_RELATION, self->relation);
}

static gboolean
is_taken (LesRelationEditor *self, const char *name)
{
  const char *other = les_relations_find (get_project (self), name);

  return other != NULL && g_strcmp0 (other, self->relation) != 0;
}

static void
name_changed_cb (LesRelationEditor *self)
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
dup_edited_id (LesRelationEditor *self, const char *name)
{
  char *id = NULL;

  if (get_relation (self) != NULL)
    return g_strdup (self->relation);
  les_session_perform (self->session, les_link_edits_add_relation (get_project (self), name, &id));
  return id;
}

static void
apply_cb (LesRelationEditor *self)
{
  LesHistory *history = les_session_get_history (self->session);
  g_autofree char *clean = les_tag_name_dup_clean (gtk_editable_get_text (self->name));
  g_autofree char *id = NULL;
  g_autoptr (LesRelation) copy = NULL;

  if (clean == NULL || is_taken (self, clean))
    return;
  les_history_begin_group (history, LES_CHANGE_EDIT_RELATIONS);
  id = dup_edited_id (self, clean);
  copy = les_record_copy (les_project_lookup (get_project (self), LES_RECORD_RELATION, id));
  les_relation_set (copy, LES_RELATION_NAME, clean);
  les_relation_set (copy, LES_RELATION_COLOR, les_color_choice_get_color (self->colors));
  les_relation_set (copy, LES_RELATION_DIRECTION, gtk_switch_get_active (self->directed) ? LES_RELATION_ONE_WAY : NULL);
  les_session_perform (self->session, les_link_edits_replace_relation (copy));
  les_history_end_group (history);
  gtk_window_close (GTK_WINDOW (self));
}

static void
delete_cb (LesRelationEditor *self)
{
  les_session_perform (self->session, les_link_edits_remove_relation (get_project (self), self->relation));
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_uses (LesRelationEditor *self)
{
  g_autoptr (GPtrArray) links = les_project_ref_records (get_project (self), LES_RECORD_LINK);
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < links->len; i++)
    n += g_strcmp0 (les_link_get (links->pdata[i], LES_LINK_RELATION), self->relation) == 0;
  words = n == 0 ? g_strdup (_("No link has this relation."))
                 : g_strdup_printf (ngettext ("%u link has this relation. When it is deleted, the link keeps its name.",
                                              "%u links have this relation. When it is deleted, the links keep its name.", n), n);
  gtk_label_set_text (self->uses, words);
}

static void
show_relation (LesRelationEditor *self)
{
  LesRelation *relation = get_relation (self);
  guint n = les_project_get_n_records (get_project (self), LES_RECORD_RELATION);
  const char *color = relation != NULL ? les_relation_get (relation, LES_RELATION_COLOR)
                                       : les_tag_palette_color (n + 3);

  gtk_window_set_title (GTK_WINDOW (self), relation != NULL ? _("Edit Relation") : _("New Relation"));
  les_color_choice_offer (self->colors, color);
  les_color_choice_set_color (self->colors, color);
  gtk_editable_set_text (self->name, relation != NULL ? les_relation_get (relation, LES_RELATION_NAME) : "");
  gtk_switch_set_active (self->directed, relation != NULL && les_relation_is_directed (relation));
  gtk_widget_set_visible (self->removal, relation != NULL);
  if (relation != NULL)
    show_uses (self);
  name_changed_cb (self);
}

static void
les_relation_editor_finalize (GObject *object)
{
  LesRelationEditor *self = LES_RELATION_EDITOR (object);

  g_clear_object (&self->session);
  g_free (self->relation);

  G_OBJECT_CLASS (les_relation_editor_parent_class)->finalize (object);
}

static void
les_relation_editor_class_init (LesRelationEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_relation_editor_finalize;

  g_type_ensure (LES_TYPE_COLOR_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/links/les-relation-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LesRelationEditor, apply);
  gtk_widget_class_bind_template_child (widget_class, LesRelationEditor, name);
  gtk_widget_class_bind_template_child (widget_class, LesRelationEditor, directed);
  gtk_widget_class_bind_template_child (widget_class, LesRelationEditor, complaint);
  gtk_widget_class_bind_template_child (widget_class, LesRelationEditor, colors);
  gtk_widget_class_bind_template_child (widget_class, LesRelationEditor, removal);
  gtk_widget_class_bind_template_child (widget_class, LesRelationEditor, uses);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
}

static void
les_relation_editor_init (LesRelationEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** @relation: (nullable): id of one of the user's own; NULL for a new one */
GtkWidget *
les_relation_editor_new (LesSession *session, const char *relation)
{
  LesRelationEditor *self = g_object_new (LES_TYPE_RELATION_EDITOR, NULL);

  self->session = g_object_ref (session);
  self->relation = g_strdup (relation);
  show_relation (self);
  return GTK_WIDGET (self);
}

/** Shows the editor over @parent. @relation: (nullable): as for les_relation_editor_new() */
void
les_relation_editor_present (LesSession *session, const char *relation, GtkWindow *parent)
{
  GtkWidget *editor = les_relation_editor_new (session, relation);

  gtk_window_set_transient_for (GTK_WINDOW (editor), parent);
  gtk_widget_grab_focus (GTK_WIDGET (LES_RELATION_EDITOR (editor)->name));
  gtk_window_present (GTK_WINDOW (editor));
}
