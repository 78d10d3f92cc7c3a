/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-link-list.h"

#include <glib/gi18n.h>

#include "les-link-mark.h"
#include "les-link-words.h"

/* More of a passage is never seen in two lines. */
#define WORDS_CHARS 200

/**
 * LesLinkList:
 *
 * The links of one annotation, for its card: what each says and the passage at
 * its other end; both in full in the tooltip. A click goes there.
 */
struct _LesLinkList
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (LesLinkList, les_link_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_passage (const char *words)
{
  GtkWidget *label = make_label (words, "reading");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  return label;
}

static GtkWidget *
make_tool (const char *icon, const char *words, const char *action, const char *link)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-tool");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", link);
  return button;
}

static GtkWidget *
make_go_button (LesProject *project, LesLink *link, const char *annotation)
{
  const char *from = les_link_get (link, LES_LINK_FROM);
  const char *to = les_link_get (link, LES_LINK_TO);
  g_autofree char *heading = les_link_words_dup_heading (project, link, annotation);
  g_autofree char *words = les_link_words_dup_passage (project, g_strcmp0 (from, annotation) == 0 ? to : from, WORDS_CHARS);
  g_autofree char *both = les_link_words_dup_both (project, link);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = les_link_mark_new ();

  les_link_mark_show (LES_LINK_MARK (mark), project, les_link_get (link, LES_LINK_RELATION));
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), make_label (heading, "caption-heading"));
  gtk_box_append (GTK_BOX (box), line);
  if (*words != '\0')
    gtk_box_append (GTK_BOX (box), make_passage (words));
  if (les_link_get (link, LES_LINK_NOTE) != NULL)
    gtk_box_append (GTK_BOX (box), make_label (les_link_get (link, LES_LINK_NOTE), "dim-label"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-go");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, both);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.select-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", les_record_get_id (LES_RECORD (link)));
  return button;
}

static GtkWidget *
make_row (LesProject *project, LesLink *link, const char *annotation, gboolean editable)
{
  const char *id = les_record_get_id (LES_RECORD (link));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (row), make_go_button (project, link, annotation));
  if (editable)
    {
      gtk_box_append (GTK_BOX (row), make_tool ("document-edit-symbolic", _("Edit Link"), "win.edit-link", id));
      gtk_box_append (GTK_BOX (row), make_tool ("user-trash-symbolic", _("Delete Link"), "win.remove-link", id));
    }
  return row;
}

static void
les_link_list_dispose (GObject *object)
{
  g_clear_pointer (&LES_LINK_LIST (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_link_list_parent_class)->dispose (object);
}

static void
les_link_list_class_init (LesLinkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_link_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "linklist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
les_link_list_init (LesLinkList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Links"), -1);
}

GtkWidget *
les_link_list_new (void)
{
  return g_object_new (LES_TYPE_LINK_LIST, NULL);
}

/**
 * les_link_list_show:
 * @annotation: id
 * @editable: whether links can be edited and deleted here
 *
 * Shows the links of that annotation as they are now; hides when it has none.
 * Cost: linear in the links of the project.
 */
void
les_link_list_show (LesLinkList *self, LesSession *session, const char *annotation, gboolean editable)
{
  LesProject *project = les_session_get_project (session);
  g_autoptr (GPtrArray) links = les_project_ref_records (project, LES_RECORD_LINK);
  GtkWidget *child;

  g_return_if_fail (LES_IS_LINK_LIST (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < links->len; i++)
    if (g_strcmp0 (les_link_get (links->pdata[i], LES_LINK_FROM), annotation) == 0
        || g_strcmp0 (les_link_get (links->pdata[i], LES_LINK_TO), annotation) == 0)
      gtk_box_append (GTK_BOX (self->box), make_row (project, links->pdata[i], annotation, editable));
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->box) != NULL);
}
