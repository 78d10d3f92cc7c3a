/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <stdlib.h>

#include "les-article-item.h"
#include "les-article-row.h"
#include "les-partial-date.h"
#include "les-row-factory.h"
#include "les-similar-list.h"

#define LES_TYPE_ARTICLE_CHOOSER (les_article_chooser_get_type ())
G_DECLARE_FINAL_TYPE (LesArticleChooser, les_article_chooser, LES, ARTICLE_CHOOSER, AdwWindow)

/**
 * LesArticleChooser:
 *
 * Lets the user choose the article of one side. On top stand those that share
 * most with the one on the other side; then come the articles of nearly the
 * same day, last those that are open.
 */
struct _LesArticleChooser
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkSearchEntry *entry;
  LesSimilarList *similar;
  GtkWidget *rest;
  GtkStack *stack;
  GtkListView *list_view;

  /* Owned */
  LesSession *session;
  GPtrArray *items;
  GListStore *shown;
  GtkSingleSelection *selection;

  /* State */
  LesSide side;
};

G_DEFINE_FINAL_TYPE (LesArticleChooser, les_article_chooser, ADW_TYPE_WINDOW)

#define FAR_AWAY_DAYS 1000000
/* In pixels; leaves room for two other articles in the window. */
#define SIMILAR_HEIGHT 336

typedef struct
{
  LesArticleItem *item;
  gboolean open;
  int days;
  guint position;
} Candidate;

static int
get_julian_day (const char *date)
{
  g_autofree char *first = NULL;
  GDate day;
  int year;
  int month;
  int day_of_month;

  if (!les_partial_date_is_valid (date))
    return -1;
  first = les_partial_date_dup_first (date);
  if (sscanf (first, "%d-%d-%d", &year, &month, &day_of_month) != 3)
    return -1;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&day);
}

static int
count_days_between (const char *a, const char *b)
{
  int day_a = get_julian_day (a);
  int day_b = get_julian_day (b);

  return day_a >= 0 && day_b >= 0 ? abs (day_a - day_b) : FAR_AWAY_DAYS;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->open != other->open)
    return one->open ? 1 : -1;
  if (one->days != other->days)
    return one->days < other->days ? -1 : 1;
  return one->position < other->position ? -1 : 1;
}

static void
add_candidate (LesArticleChooser *self, GArray *candidates, LesArticle *article, LesArticle *other)
{
  LesSide side;
  Candidate candidate = {
    .item = les_article_item_new (article),
    .open = les_session_find_side (self->session, les_record_get_id (LES_RECORD (article)), &side),
    .days = FAR_AWAY_DAYS,
    .position = candidates->len,
  };

  if (other != NULL)
    candidate.days = count_days_between (les_article_get (article, LES_ARTICLE_DATE),
                                         les_article_get (other, LES_ARTICLE_DATE));
  g_array_append_val (candidates, candidate);
}

static LesArticle *
get_other (LesArticleChooser *self)
{
  return les_session_get_article (self->session, self->side == LES_SIDE_LEFT ? LES_SIDE_RIGHT : LES_SIDE_LEFT);
}

static void
collect_items (LesArticleChooser *self)
{
  LesProject *project = les_session_get_project (self->session);
  LesArticle *other = get_other (self);
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < articles->len; i++)
    add_candidate (self, candidates, articles->pdata[i], other);
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      LesArticleItem *item = g_array_index (candidates, Candidate, i).item;

      les_article_item_set_n_annotations (item, les_project_get_n_annotations_of (project, les_article_item_get_id (item)));
      g_ptr_array_add (self->items, item);
    }
}

static gboolean
is_searching (LesArticleChooser *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';
}

static gboolean
has_similar (LesArticleChooser *self)
{
  return les_similar_list_get_n (self->similar) > 0;
}

/* What is found stands in one list; before, what is alike stands above the rest. */
static gboolean
is_listed (LesArticleChooser *self, LesArticleItem *item, const char *typed)
{
  if (*typed != '\0')
    return les_article_item_matches_words (item, typed);
  return !les_similar_list_has (self->similar, les_article_item_get_id (item));
}

static void
search_changed_cb (LesArticleChooser *self)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  gboolean two_lists = has_similar (self) && !is_searching (self);

  for (guint i = 0; i < self->items->len; i++)
    if (is_listed (self, self->items->pdata[i], typed))
      g_ptr_array_add (found, self->items->pdata[i]);
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), found->pdata, found->len);
  /* What is selected is what Enter opens. */
  gtk_single_selection_set_selected (self->selection, two_lists ? GTK_INVALID_LIST_POSITION : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->similar), two_lists);
  gtk_widget_set_visible (self->rest, two_lists && found->len > 0);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 || two_lists ? "articles" : "nothing");
}

static void
choose (LesArticleChooser *self, const char *id)
{
  les_session_open_article (self->session, self->side, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
list_activate_cb (LesArticleChooser *self, guint position)
{
  g_autoptr (LesArticleItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item != NULL)
    choose (self, les_article_item_get_id (item));
}

static void
entry_activate_cb (LesArticleChooser *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->similar)))
    les_similar_list_activate_first (self->similar);
  else
    list_activate_cb (self, 0);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              LesArticleChooser     *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_get_visible (GTK_WIDGET (self->similar)) && les_similar_list_focus (self->similar))
    return GDK_EVENT_STOP;
  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
setup_row_cb (LesArticleChooser *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, les_article_row_new ());
}

static void
bind_row_cb (LesArticleChooser *self, GtkListItem *list_item)
{
  les_article_row_bind (LES_ARTICLE_ROW (gtk_list_item_get_child (list_item)),
                        gtk_list_item_get_item (list_item), self->session);
}

static void
unbind_row_cb (LesArticleChooser *self, GtkListItem *list_item)
{
  les_article_row_unbind (LES_ARTICLE_ROW (gtk_list_item_get_child (list_item)));
}

static void
les_article_chooser_dispose (GObject *object)
{
  LesArticleChooser *self = LES_ARTICLE_CHOOSER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (les_article_chooser_parent_class)->dispose (object);
}

static void
les_article_chooser_class_init (LesArticleChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_article_chooser_dispose;

  g_type_ensure (LES_TYPE_SIMILAR_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-article-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, LesArticleChooser, window_title);
  gtk_widget_class_bind_template_child (widget_class, LesArticleChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, LesArticleChooser, similar);
  gtk_widget_class_bind_template_child (widget_class, LesArticleChooser, rest);
  gtk_widget_class_bind_template_child (widget_class, LesArticleChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, LesArticleChooser, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
les_article_chooser_init (LesArticleChooser *self)
{
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_row_cb),
                                                                G_CALLBACK (bind_row_cb), G_CALLBACK (unbind_row_cb));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  les_similar_list_set_max_height (self->similar, SIMILAR_HEIGHT);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_list_store_new (LES_TYPE_ARTICLE_ITEM);

  gtk_list_view_set_factory (self->list_view, factory);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list_view));
}

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * les_article_chooser_present:
 * @parent: a widget of the window that asks
 * @side: where the chosen article is opened
 *
 * Lets the user choose the article of one side.
 */
void
les_article_chooser_present (GtkWidget *parent, LesSession *session, LesSide side)
{
  LesArticleChooser *self = g_object_new (LES_TYPE_ARTICLE_CHOOSER, "transient-for", find_window (parent), NULL);

  self->session = g_object_ref (session);
  self->side = side;
  gtk_window_set_title (GTK_WINDOW (self), side == LES_SIDE_LEFT ? _("Article on the Left") : _("Article on the Right"));
  adw_window_title_set_title (self->window_title, gtk_window_get_title (GTK_WINDOW (self)));
  collect_items (self);
  les_similar_list_set_article (self->similar, session, get_other (self));
  search_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
