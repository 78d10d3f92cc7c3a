/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-similar-list.h"

#include <glib/gi18n.h>

#include "les-article-row.h"

/**
 * LesSimilarList:
 *
 * The articles that share most with one article, with how much it is, then
 * those on the same subject. Hidden while there are none, or none are known yet.
 *
 * Emits "chosen" with the id of an article, "filled" when other rows are shown.
 */
struct _LesSimilarList
{
  GtkWidget parent_instance;

  /* Template children */
  GtkToggleButton *heading;
  GtkImage *arrow;
  GtkLabel *title;
  GtkScrolledWindow *scroller;
  GtkListBox *list_box;

  /* Owned */
  LesSession *session;
  LesArticle *article;
  GSignalGroup *related_signals;
  char *summary;           /* of what is shown */
};

enum
{
  CHOSEN,
  FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesSimilarList, les_similar_list, GTK_TYPE_WIDGET)

static LesArticleRow *
get_article_row (GtkListBoxRow *row)
{
  return LES_ARTICLE_ROW (gtk_list_box_row_get_child (row));
}

static const char *
get_id (GtkListBoxRow *row)
{
  return les_article_item_get_id (les_article_row_get_item (get_article_row (row)));
}

static void
clear_rows (LesSimilarList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
}

static int
get_percent (int thousandths)
{
  return MAX (1, (thousandths + 5) / 10);
}

static char *
dup_note (const LesLikeness *likeness)
{
  if (likeness->subject != NULL)
    /* Translators: two articles have no passage in common, but report on the same; %s are names
     * and nouns that both have. Short, the row is narrow. */
    return g_strdup_printf (_("Same subject: %s"), likeness->subject);
  /* Translators: how much of the article in this row stands in the open one too; short, the row is narrow.
   * The second number is a percentage. */
  return g_strdup_printf (ngettext ("%'d word in common · %d %%", "%'d words in common · %d %%",
                                    (gulong) likeness->n_words),
                          likeness->n_words, get_percent (likeness->other_share));
}

static char *
dup_note_tooltip (const LesLikeness *likeness)
{
  if (likeness->subject != NULL)
    return g_strdup (_("No passage in common, but many of the names, nouns and numbers that few other articles have"));
  /* Translators: how much two articles have in common */
  return g_strdup_printf (_("%d %% of the words of this report, %d %% of the open one"),
                          get_percent (likeness->other_share), get_percent (likeness->share));
}

static void
append_row (LesSimilarList *self, const LesLikeness *likeness)
{
  LesArticle *article = les_project_get_article (les_session_get_project (self->session), likeness->article);
  g_autoptr (LesArticleItem) item = NULL;
  g_autofree char *note = NULL;
  g_autofree char *tooltip = NULL;
  GtkWidget *row;

  if (article == NULL)
    return;
  item = les_article_item_new (article);
  note = dup_note (likeness);
  tooltip = dup_note_tooltip (likeness);
  row = les_article_row_new ();
  les_article_row_bind (LES_ARTICLE_ROW (row), item, self->session);
  les_article_row_set_note (LES_ARTICLE_ROW (row), note, tooltip);
  gtk_list_box_append (self->list_box, row);
}

static guint
count_rows (LesSimilarList *self)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (self->list_box, (int) n) != NULL)
    n++;
  return n;
}

static void
update_title (LesSimilarList *self, guint n_rows)
{
  /* Translators: heading above the articles that share passages with the open one */
  g_autofree char *title = g_strdup_printf (ngettext ("%'u Report Like This One", "%'u Reports Like This One", n_rows),
                                            n_rows);

  gtk_label_set_text (self->title, title);
}

/* Tells one answer from another. */
static char *
dup_summary (GArray *similar)
{
  GString *summary = g_string_new (NULL);

  for (guint i = 0; similar != NULL && i < similar->len; i++)
    {
      const LesLikeness *likeness = &g_array_index (similar, LesLikeness, i);

      g_string_append_printf (summary, "%s %d %d\n", likeness->article, likeness->n_words, likeness->other_share);
    }
  return g_string_free (summary, FALSE);
}

static void
show_similar (LesSimilarList *self, GArray *similar)
{
  clear_rows (self);
  for (guint i = 0; similar != NULL && i < similar->len; i++)
    append_row (self, &g_array_index (similar, LesLikeness, i));
  update_title (self, count_rows (self));
  gtk_widget_set_visible (GTK_WIDGET (self), count_rows (self) > 0);
  g_signal_emit (self, signals[FILLED], 0);
}

/* While an answer is worked out anew the rows stay, and the focus with them. */
static void
fill (LesSimilarList *self)
{
  GArray *similar = NULL;
  g_autofree char *summary = NULL;

  if (self->article != NULL)
    {
      similar = les_related_get_similar (les_session_get_related (self->session), self->article);
      if (similar == NULL)
        return;
    }
  summary = dup_summary (similar);
  if (g_strcmp0 (summary, self->summary) == 0)
    return;
  g_free (self->summary);
  self->summary = g_steal_pointer (&summary);
  show_similar (self, similar);
}

static void
heading_toggled_cb (LesSimilarList *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->heading);

  gtk_widget_set_visible (GTK_WIDGET (self->scroller), shown);
  gtk_image_set_from_icon_name (self->arrow, shown ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_STATE_EXPANDED, shown, -1);
}

static void
row_activated_cb (LesSimilarList *self, GtkListBoxRow *row)
{
  /* The rows may be gone before everybody has read the id. */
  g_autofree char *id = g_strdup (get_id (row));

  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
les_similar_list_dispose (GObject *object)
{
  LesSimilarList *self = LES_SIMILAR_LIST (object);
  GtkWidget *child;

  g_clear_object (&self->related_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->article);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), LES_TYPE_SIMILAR_LIST);

  G_OBJECT_CLASS (les_similar_list_parent_class)->dispose (object);
}

static void
les_similar_list_finalize (GObject *object)
{
  g_free (LES_SIMILAR_LIST (object)->summary);

  G_OBJECT_CLASS (les_similar_list_parent_class)->finalize (object);
}

static void
les_similar_list_class_init (LesSimilarListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_similar_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = les_similar_list_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FILLED] = g_signal_new ("filled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-similar-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LesSimilarList, heading);
  gtk_widget_class_bind_template_child (widget_class, LesSimilarList, arrow);
  gtk_widget_class_bind_template_child (widget_class, LesSimilarList, title);
  gtk_widget_class_bind_template_child (widget_class, LesSimilarList, scroller);
  gtk_widget_class_bind_template_child (widget_class, LesSimilarList, list_box);
  gtk_widget_class_bind_template_callback (widget_class, heading_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
les_similar_list_init (LesSimilarList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->related_signals = g_signal_group_new (LES_TYPE_RELATED);
  g_signal_group_connect_swapped (self->related_signals, "changed", G_CALLBACK (fill), self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * les_similar_list_set_article:
 * @session: (nullable): whose project is looked through
 * @article: (nullable): NULL shows nothing
 *
 * Shows what is like @article, as soon as it is known.
 */
void
les_similar_list_set_article (LesSimilarList *self, LesSession *session, LesArticle *article)
{
  g_return_if_fail (LES_IS_SIMILAR_LIST (self));
  g_return_if_fail (session != NULL || article == NULL);

  if (self->session == session && self->article == article)
    return;
  show_similar (self, NULL);
  g_clear_pointer (&self->summary, g_free);
  g_set_object (&self->session, session);
  g_set_object (&self->article, article);
  g_signal_group_set_target (self->related_signals, article != NULL ? les_session_get_related (session) : NULL);
  fill (self);
}

/** Returns: whether that article is shown */
gboolean
les_similar_list_has (LesSimilarList *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    if (g_str_equal (get_id (row), id))
      return TRUE;
  return FALSE;
}

/** Returns: how many articles are shown */
guint
les_similar_list_get_n (LesSimilarList *self)
{
  return count_rows (self);
}

/** Gives the first article the keyboard focus. Returns: whether there is one in view */
gboolean
les_similar_list_focus (LesSimilarList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, 0);

  return row != NULL && gtk_toggle_button_get_active (self->heading) && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/** Chooses what is most like the article, if anything is shown. */
void
les_similar_list_activate_first (LesSimilarList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

/** @height: in pixels, of as many rows as are shown at once; below the browser it is small */
void
les_similar_list_set_max_height (LesSimilarList *self, int height)
{
  gtk_scrolled_window_set_max_content_height (self->scroller, height);
}
