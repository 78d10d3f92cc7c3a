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

  /* Owned */
  GPtrArray *shown;     /* of GObject: the records that the rows were made from */
  gboolean editable;
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
les_link_list_finalize (GObject *object)
{
  g_ptr_array_unref (LES_LINK_LIST (object)->shown);

  G_OBJECT_CLASS (les_link_list_parent_class)->finalize (object);
}

static void
les_link_list_class_init (LesLinkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_link_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = les_link_list_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "linklist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
les_link_list_init (LesLinkList *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Links"), -1);
}

/* Notes what a row is made from. Records never change, so that the same ones make the same row. */
static void
note_record (GPtrArray *records, LesProject *project, LesRecordKind kind, const char *id)
{
  gpointer record = les_project_lookup (project, kind, id);

  if (record != NULL)
    g_ptr_array_add (records, g_object_ref (record));
}

static void
note_end (GPtrArray *records, LesProject *project, const char *id)
{
  LesAnnotation *annotation = les_project_get_annotation (project, id);

  note_record (records, project, LES_RECORD_ANNOTATION, id);
  if (annotation != NULL)
    note_record (records, project, LES_RECORD_ARTICLE, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
}

static GPtrArray *
note_records (LesProject *project, GPtrArray *links, const char *annotation)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  /* A link looks different from its other end. */
  if (links->len > 0)
    note_record (records, project, LES_RECORD_ANNOTATION, annotation);
  for (guint i = 0; i < links->len; i++)
    {
      g_ptr_array_add (records, g_object_ref (links->pdata[i]));
      note_end (records, project, les_link_get (links->pdata[i], LES_LINK_FROM));
      note_end (records, project, les_link_get (links->pdata[i], LES_LINK_TO));
      note_record (records, project, LES_RECORD_ARTICLE, les_link_get (links->pdata[i], LES_LINK_MISSING_IN));
      note_record (records, project, LES_RECORD_RELATION, les_link_get (links->pdata[i], LES_LINK_RELATION));
    }
  return records;
}

static gboolean
same_records (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

static GPtrArray *
ref_links_of (LesProject *project, const char *annotation)
{
  g_autoptr (GPtrArray) all = les_project_ref_records (project, LES_RECORD_LINK);
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (les_link_get (all->pdata[i], LES_LINK_FROM), annotation) == 0
        || g_strcmp0 (les_link_get (all->pdata[i], LES_LINK_TO), annotation) == 0)
      g_ptr_array_add (links, g_object_ref (all->pdata[i]));
  return links;
}

/**
 * les_link_list_show:
 * @annotation: id
 * @editable: whether links can be edited and deleted here
 *
 * Shows the links of that annotation as they are now; hides when it has none.
 * Cost: linear in the links of the project; widgets are made only for what is
 * another than it was.
 */
void
les_link_list_show (LesLinkList *self, LesSession *session, const char *annotation, gboolean editable)
{
  LesProject *project = les_session_get_project (session);
  g_autoptr (GPtrArray) links = ref_links_of (project, annotation);
  g_autoptr (GPtrArray) records = note_records (project, links, annotation);
  GtkWidget *child;

  g_return_if_fail (LES_IS_LINK_LIST (self));

  if (same_records (records, self->shown) && editable == self->editable)
    return;
  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&records);
  self->editable = editable;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < links->len; i++)
    gtk_box_append (GTK_BOX (self->box), make_row (project, links->pdata[i], annotation, editable));
  gtk_widget_set_visible (GTK_WIDGET (self), links->len > 0);
}
