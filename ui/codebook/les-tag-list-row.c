/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-list-row.h"

#include <glib/gi18n.h>

#include "les-tag-dot.h"

/**
 * LesTagListRow:
 *
 * A tag in the tree of all tags. It can be dragged, and dropped on the upper or
 * lower edge of another one (beside it) or on its middle (below it).
 *
 * Signal "dropped" (LesTagEntry *dragged, LesTagDrop where) -> gboolean: TRUE when
 * it was moved. Signal "drop-allowed", likewise: whether it may be.
 */
struct _LesTagListRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  LesTagDot *dot;
  GtkLabel *name;
  GtkLabel *description;
  GtkLabel *shortcut;
  GtkLabel *here;
  GtkLabel *uses;

  /* Owned */
  LesTagEntry *entry;
};

enum
{
  DROPPED,
  DROP_ALLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesTagListRow, les_tag_list_row, GTK_TYPE_WIDGET)

/* Words */

static void
show_description (LesTagListRow *self)
{
  const char *description = les_tag_get (les_tag_entry_get_tag (self->entry), LES_TAG_DESCRIPTION);
  g_autofree char *line = g_strdup (description != NULL ? description : "");

  g_strdelimit (line, "\r\n\t", ' ');
  gtk_label_set_text (self->description, line);
  gtk_widget_set_visible (GTK_WIDGET (self->description), description != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->description), description);
}

static void
show_here (LesTagListRow *self, const LesTagUses *uses)
{
  g_autofree char *words = NULL;
  g_autofree char *tooltip = NULL;

  if (uses->right >= 0)
    {
      words = g_strdup_printf ("%d ↔ %d", MAX (uses->left, 0), uses->right);
      /* Translators: how often a tag is used in the two articles that are open. */
      tooltip = g_strdup_printf (_("On the left: %d, on the right: %d"), MAX (uses->left, 0), uses->right);
    }
  else
    {
      words = g_strdup_printf ("%d", uses->left);
      tooltip = g_strdup_printf (_("In the open article: %d"), uses->left);
    }
  gtk_label_set_text (self->here, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->here), tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->here), uses->left > 0 || uses->right > 0);
}

static char *
dup_uses_words (const LesTagUses *uses)
{
  g_autofree char *own = g_strdup_printf (ngettext ("%d annotation", "%d annotations", uses->all), uses->all);
  /* Translators: the first %s is "5 annotations"; %d is a number of articles. */
  g_autofree char *spread = g_strdup_printf (ngettext ("%s in %d article", "%s in %d articles", uses->n_articles),
                                             own, uses->n_articles);

  if (uses->below == uses->all)
    return g_strdup (uses->all == 0 ? own : spread);
  /* Translators: %s is "5 annotations in 2 articles", %d counts those with a tag below it too. */
  return g_strdup_printf (_("%s; %d with the tags below it"), uses->all == 0 ? own : spread, uses->below);
}

static void
show_uses (LesTagListRow *self)
{
  const LesTagUses *uses = les_tag_entry_get_uses (self->entry);
  g_autofree char *number = uses->below == uses->all ? g_strdup_printf ("%d", uses->all)
                                                     : g_strdup_printf ("%d (%d)", uses->all, uses->below);
  g_autofree char *words = dup_uses_words (uses);

  show_here (self, uses);
  gtk_label_set_text (self->uses, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->uses), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, les_tag_get (les_tag_entry_get_tag (self->entry), LES_TAG_NAME),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
show_entry (LesTagListRow *self)
{
  LesTag *tag = les_tag_entry_get_tag (self->entry);
  const char *shortcut = les_tag_get (tag, LES_TAG_SHORTCUT);
  g_autofree char *keys = shortcut != NULL ? g_utf8_strup (shortcut, -1) : NULL;
  /* Translators: %s is one or two letters that give a tag. */
  g_autofree char *tooltip = keys != NULL ? g_strdup_printf (_("Shortcut: comma, then %s"), keys) : NULL;

  les_tag_dot_set_color (self->dot, les_tag_get (tag, LES_TAG_COLOR));
  gtk_label_set_text (self->name, les_tag_get (tag, LES_TAG_NAME));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), les_tag_entry_get_path (self->entry));
  if (les_tag_is_heading (tag))
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "tag-heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "tag-heading");
  gtk_label_set_text (self->shortcut, keys != NULL ? keys : "");
  gtk_widget_set_visible (GTK_WIDGET (self->shortcut), keys != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->shortcut), tooltip);
  show_description (self);
  show_uses (self);
}

/* Dragging */

static GdkContentProvider *
prepare_cb (LesTagListRow *self)
{
  return self->entry != NULL ? gdk_content_provider_new_typed (LES_TYPE_TAG_ENTRY, self->entry) : NULL;
}

static void
drag_begin_cb (LesTagListRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->box);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static LesTagDrop
find_drop (LesTagListRow *self, double y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  return y < height * 0.25 ? LES_TAG_DROP_BEFORE : y > height * 0.75 ? LES_TAG_DROP_AFTER : LES_TAG_DROP_INTO;
}

static void
show_drop (LesTagListRow *self, int where)
{
  static const char * const classes[] = { "drop-before", "drop-into", "drop-after" };

  for (int i = 0; i < (int) G_N_ELEMENTS (classes); i++)
    if (i == where)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
}

static gboolean
ask (LesTagListRow *self, guint signal, LesTagEntry *dragged, LesTagDrop where)
{
  gboolean answer = FALSE;

  if (dragged != NULL && self->entry != NULL)
    g_signal_emit (self, signals[signal], 0, dragged, where, &answer);
  return answer;
}

static GdkDragAction
motion_cb (LesTagListRow *self, double x, double y, GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  LesTagDrop where = find_drop (self, y);
  gboolean allowed = value != NULL && ask (self, DROP_ALLOWED, g_value_get_object (value), where);

  show_drop (self, allowed ? (int) where : -1);
  return allowed ? GDK_ACTION_MOVE : 0;
}

static void
leave_cb (LesTagListRow *self)
{
  show_drop (self, -1);
}

static gboolean
drop_cb (LesTagListRow *self, const GValue *value, double x, double y)
{
  show_drop (self, -1);
  return ask (self, DROPPED, g_value_get_object (value), find_drop (self, y));
}

static void
install_drag_and_drop (LesTagListRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (LES_TYPE_TAG_ENTRY, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
les_tag_list_row_dispose (GObject *object)
{
  LesTagListRow *self = LES_TAG_LIST_ROW (object);

  les_tag_list_row_set_entry (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_tag_list_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (LES_TYPE_TAG_DOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/codebook/les-tag-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, box);
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, dot);
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, name);
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, description);
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, shortcut);
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, here);
  gtk_widget_class_bind_template_child (widget_class, LesTagListRow, uses);
}

static void
les_tag_list_row_class_init (LesTagListRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_tag_list_row_dispose;

  signals[DROPPED] = g_signal_new ("dropped", LES_TYPE_TAG_LIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_BOOLEAN, 2, LES_TYPE_TAG_ENTRY, G_TYPE_INT);
  signals[DROP_ALLOWED] = g_signal_new ("drop-allowed", LES_TYPE_TAG_LIST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_BOOLEAN, 2, LES_TYPE_TAG_ENTRY, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "taglistrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
les_tag_list_row_init (LesTagListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  install_drag_and_drop (self);
}

GtkWidget *
les_tag_list_row_new (void)
{
  return g_object_new (LES_TYPE_TAG_LIST_ROW, NULL);
}

/** @entry: (nullable): what to show, and to follow from now on */
void
les_tag_list_row_set_entry (LesTagListRow *self, LesTagEntry *entry)
{
  g_return_if_fail (LES_IS_TAG_LIST_ROW (self));

  if (self->entry == entry)
    return;
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, show_entry, self);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;
  g_signal_connect_object (entry, "changed", G_CALLBACK (show_entry), self, G_CONNECT_SWAPPED);
  show_entry (self);
}

/** Returns: (transfer none) (nullable) */
LesTagEntry *
les_tag_list_row_get_entry (LesTagListRow *self)
{
  return self->entry;
}
