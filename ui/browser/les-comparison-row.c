/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparison-row.h"

#include <glib/gi18n.h>

#include "les-article-row.h"

/**
 * LesComparisonRow:
 *
 * Two articles that were set side by side: both headlines, one above the
 * other, each with its source.
 */
struct _LesComparisonRow
{
  GtkListBoxRow parent_instance;

  /* Template children */
  GtkLabel *left_heading;
  GtkLabel *left_meta;
  GtkLabel *right_heading;
  GtkLabel *right_meta;
  GtkImage *open_image;

  /* Owned */
  LesComparison *comparison;
  LesSession *session;
};

G_DEFINE_FINAL_TYPE (LesComparisonRow, les_comparison_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_article (LesComparisonRow *self, const char *id, GtkLabel *heading, GtkLabel *meta)
{
  LesArticle *article = les_project_get_article (les_session_get_project (self->session), id);
  g_autoptr (LesArticleItem) item = NULL;
  g_autofree char *words = NULL;
  const char *title;

  if (article == NULL)
    return;
  item = les_article_item_new (article);
  words = les_article_row_dup_meta (item, FALSE);
  title = les_article_item_get_heading (item);
  gtk_label_set_text (heading, *title != '\0' ? title : _("Untitled Article"));
  gtk_label_set_text (meta, words);
  gtk_widget_set_visible (GTK_WIDGET (meta), *words != '\0');
}

static void
update_open (LesComparisonRow *self)
{
  gboolean open =
    g_strcmp0 (les_session_get_article_id (self->session, LES_SIDE_LEFT),
               les_comparison_get (self->comparison, LES_COMPARISON_LEFT)) == 0
    && g_strcmp0 (les_session_get_article_id (self->session, LES_SIDE_RIGHT),
                  les_comparison_get (self->comparison, LES_COMPARISON_RIGHT)) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->open_image), open);
}

static void
update_words (LesComparisonRow *self)
{
  g_autofree char *all = NULL;

  show_article (self, les_comparison_get (self->comparison, LES_COMPARISON_LEFT),
                self->left_heading, self->left_meta);
  show_article (self, les_comparison_get (self->comparison, LES_COMPARISON_RIGHT),
                self->right_heading, self->right_meta);
  /* Translators: two headlines that are compared, for the tooltip and the screen reader */
  all = g_strdup_printf (_("“%s” and “%s”"), gtk_label_get_text (self->left_heading),
                         gtk_label_get_text (self->right_heading));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
}

static void
les_comparison_row_dispose (GObject *object)
{
  LesComparisonRow *self = LES_COMPARISON_ROW (object);

  g_clear_object (&self->comparison);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (les_comparison_row_parent_class)->dispose (object);
}

static void
les_comparison_row_class_init (LesComparisonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_comparison_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-comparison-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LesComparisonRow, left_heading);
  gtk_widget_class_bind_template_child (widget_class, LesComparisonRow, left_meta);
  gtk_widget_class_bind_template_child (widget_class, LesComparisonRow, right_heading);
  gtk_widget_class_bind_template_child (widget_class, LesComparisonRow, right_meta);
  gtk_widget_class_bind_template_child (widget_class, LesComparisonRow, open_image);
}

static void
les_comparison_row_init (LesComparisonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
les_comparison_row_new (LesComparison *comparison, LesSession *session)
{
  LesComparisonRow *self = g_object_new (LES_TYPE_COMPARISON_ROW, NULL);

  self->comparison = g_object_ref (comparison);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::left", G_CALLBACK (update_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::right", G_CALLBACK (update_open), self, G_CONNECT_SWAPPED);
  update_words (self);
  update_open (self);
  return GTK_WIDGET (self);
}

LesComparison *
les_comparison_row_get_comparison (LesComparisonRow *self)
{
  return self->comparison;
}
