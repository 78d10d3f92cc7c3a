/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-browser-private.h"

#include "les-row-factory.h"

/* The rows of the article browser, and what a search found in them. */

/* As many as a tall screen shows. */
#define N_ROWS_AT_ONCE 16

static gboolean
is_stale (LesBrowser *self, LesArticleRow *row)
{
  return les_article_row_get_stamp (row) != self->search_stamp;
}

static void
show_hits (LesBrowser *self, LesArticleRow *row)
{
  const char *query = les_article_list_get_query (self->articles);
  LesArticleItem *item = les_article_row_get_item (row);
  LesSearchHit *hit = NULL;

  if (item == NULL)
    return;
  if (query != NULL && self->search != NULL && les_search_get_ready (self->search))
    hit = les_search_describe (self->search, query, les_article_item_get_id (item));
  les_article_row_set_stamp (row, self->search_stamp);
  if (hit == NULL)
    {
      les_article_row_set_hits (row, 0, NULL, NULL);
      return;
    }
  les_article_row_set_hits (row, hit->n_hits, hit->snippet, hit->snippet_hits);
  les_search_hit_free (hit);
}

static gboolean
is_in_view (LesBrowser *self, GtkWidget *row)
{
  graphene_rect_t bounds;
  int height = gtk_widget_get_height (GTK_WIDGET (self->list_view));

  return gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_view), &bounds)
         && bounds.origin.y + bounds.size.height > -height && bounds.origin.y < 2 * height;
}

/* A list view makes many more rows than can be seen, and finding words in a text
 * takes its time: only what is in view or close to it is described. */
static gboolean
describe_rows_cb (gpointer data)
{
  LesBrowser *self = data;

  self->describe_idle = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (LES_IS_ARTICLE_ROW (row) && is_stale (self, LES_ARTICLE_ROW (row)) && is_in_view (self, row))
        show_hits (self, LES_ARTICLE_ROW (row));
    }
  return G_SOURCE_REMOVE;
}

/** The rows are to say anew what was found in them: soon, those in view. */
void
les_browser_queue_describing (LesBrowser *self)
{
  if (self->describe_idle == 0)
    self->describe_idle = g_idle_add (describe_rows_cb, self);
}

static void
setup_row_cb (LesBrowser *self, GtkListItem *list_item)
{
  GtkWidget *row = les_article_row_new ();

  les_browser_listen_to_row (self, row);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (LesBrowser *self, GtkListItem *list_item)
{
  LesArticleRow *row = LES_ARTICLE_ROW (gtk_list_item_get_child (list_item));

  les_article_row_bind (row, gtk_list_item_get_item (list_item), self->session);
  if (les_article_list_get_query (self->articles) == NULL)
    les_article_row_set_stamp (row, self->search_stamp);
  else if (gtk_list_item_get_position (list_item) < N_ROWS_AT_ONCE)
    show_hits (self, row);
  else
    les_browser_queue_describing (self);
}

static void
unbind_row_cb (LesBrowser *self, GtkListItem *list_item)
{
  les_article_row_unbind (LES_ARTICLE_ROW (gtk_list_item_get_child (list_item)));
}

/** For the init of the browser: makes the rows of its list. */
void
les_browser_show_rows (LesBrowser *self)
{
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_row_cb),
                                                                G_CALLBACK (bind_row_cb), G_CALLBACK (unbind_row_cb));

  gtk_list_view_set_factory (self->list_view, factory);
}
