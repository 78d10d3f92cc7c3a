/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-claims-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-article-words.h"
#include "les-claim-cell-view.h"
#include "les-claim-filters.h"
#include "les-column-heads.h"
#include "les-reading-face.h"
#include "les-relations.h"
#include "les-row-factory.h"
#include "les-tag-names.h"

#define COLUMN_WIDTH 210
#define NUMBER_WIDTH 42

typedef enum
{
  SORT_TEXT,
  SORT_REPORTS,
  SORT_RELATION,
  SORT_SPEAKER,
} SortOrder;

/**
 * LesClaimsView:
 *
 * The claims table of the project: each statement a row, each article a column.
 * Filtered by words, tag, speaker and relation, sorted in several ways. A
 * passage that is clicked or activated is shown in the texts. Follows the
 * project while it is in view, and catches up when it comes into view.
 */
struct _LesClaimsView
{
  LesPanel parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkEditable *search;
  GtkDropDown *tag;
  GtkDropDown *speaker;
  GtkDropDown *relation;
  GtkDropDown *sort;
  GtkLabel *count;
  GtkStack *pages;
  GtkColumnView *table;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */

  /* Owned */
  GListStore *store;
  GtkCustomFilter *filter;
  GtkCustomSorter *sorter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  char *key;                  /* words; NULL for any */
  LesClaimFilters filters;
  GPtrArray *columns;         /* ids of the articles that have one now */

  /* State */
  gboolean stale;
  gboolean renamed;           /* a relation is called otherwise */
  gboolean filling;
  guint fit_id;               /* the columns will be fitted */
};

G_DEFINE_FINAL_TYPE (LesClaimsView, les_claims_view, LES_TYPE_PANEL)

static gboolean
passes (gpointer data, gpointer user_data)
{
  LesClaimItem *item = data;
  LesClaimsView *self = user_data;

  return les_claim_filters_accept (&self->filters, les_claim_item_get_claim (item))
         && (self->key == NULL || les_claim_item_has_words (item, self->key));
}

static const char *
get_first_relation (LesClaimItem *item)
{
  GPtrArray *links = les_claim_item_get_claim (item)->links;

  return links->len > 0 ? les_relations_get_name (les_claim_item_get_project (item),
                                                  les_link_get (links->pdata[0], LES_LINK_RELATION)) : "";
}

static int
compare_words (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return g_utf8_collate (a, b);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  LesClaimsView *self = user_data;
  LesClaimItem *first = (LesClaimItem *) a;
  LesClaimItem *second = (LesClaimItem *) b;
  int order = 0;

  switch (gtk_drop_down_get_selected (self->sort))
    {
    case SORT_REPORTS:
      order = (int) les_claim_item_get_n_reports (second) - (int) les_claim_item_get_n_reports (first);
      break;
    case SORT_RELATION:
      order = compare_words (get_first_relation (first), get_first_relation (second));
      break;
    case SORT_SPEAKER:
      order = compare_words (les_claim_item_get_speaker (first), les_claim_item_get_speaker (second));
      break;
    case SORT_TEXT:
    default:
      break;
    }
  if (order == 0)
    order = (int) les_claim_item_get_index (first) - (int) les_claim_item_get_index (second);
  return order < 0 ? GTK_ORDERING_SMALLER : order > 0 ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static void
show_count (LesClaimsView *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  g_autofree char *words = NULL;

  if (n == n_all)
    words = g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
  else
    /* Translators: how many statements the filters let through, and of how many: "3 of 14 statements" */
    words = g_strdup_printf (ngettext ("%u of %u claim", "%u of %u claims", n_all), n, n_all);
  gtk_label_set_text (self->count, words);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n_all > 0);
  gtk_stack_set_visible_child_name (self->pages, n_all == 0 ? "empty" : n == 0 ? "nothing" : "table");
}

static void
refilter (LesClaimsView *self)
{
  if (self->filling || self->session == NULL)
    return;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

static void
search_changed_cb (LesClaimsView *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  g_clear_pointer (&self->key, g_free);
  if (*words != '\0')
    self->key = les_tag_dup_key (words);
  refilter (self);
}

/* Enter: from the words to the rows that have them. */
static void
search_activate_cb (LesClaimsView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Escape: first the words go, then the table. */
static void
stop_search_cb (LesClaimsView *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "texts");
}

static void
filter_cb (LesClaimsView *self)
{
  refilter (self);
}

static void
sort_cb (LesClaimsView *self)
{
  if (self->sorter != NULL)
    gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
clear_filters_cb (LesClaimsView *self)
{
  les_claim_filters_reset (&self->filters);
  gtk_editable_set_text (self->search, "");
}

static void
setup_number_cb (LesClaimsView *self, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "claim-number");
  gtk_list_item_set_child (list_item, label);
}

static void
show_number (GtkListItem *list_item)
{
  g_autofree char *words = g_strdup_printf ("%u", les_claim_item_get_index (gtk_list_item_get_item (list_item)) + 1);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), words);
}

static void
bind_number_cb (LesClaimsView *self, GtkListItem *list_item)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "renumbered", G_CALLBACK (show_number), list_item,
                           G_CONNECT_SWAPPED);
  show_number (list_item);
}

static void
unbind_number_cb (LesClaimsView *self, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_number, list_item);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  gtk_list_item_set_child (list_item, les_claim_cell_view_new (GPOINTER_TO_UINT (column)));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  les_claim_cell_view_show (LES_CLAIM_CELL_VIEW (gtk_list_item_get_child (list_item)),
                            gtk_list_item_get_item (list_item));
}

static void
add_column (LesClaimsView *self, GPtrArray *articles, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = les_article_words_dup_among (articles->pdata[index], articles);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GUINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (title, factory);
  /* A width that is known is not measured, in two hundred rows. */
  gtk_column_view_column_set_fixed_width (column, COLUMN_WIDTH);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->table, column);
}

static void
add_number_column (LesClaimsView *self)
{
  GtkListItemFactory *factory = les_row_factory_new (self, G_CALLBACK (setup_number_cb), G_CALLBACK (bind_number_cb),
                                                     G_CALLBACK (unbind_number_cb));
  g_autoptr (GtkColumnViewColumn) column = NULL;

  /* Translators: heading of a column with the numbers of statements */
  column = gtk_column_view_column_new (_("No."), factory);
  gtk_column_view_column_set_fixed_width (column, NUMBER_WIDTH);
  gtk_column_view_append_column (self->table, column);
}

static gboolean
has_columns (LesClaimsView *self, GPtrArray *articles)
{
  if (articles->len != self->columns->len)
    return FALSE;
  for (guint i = 0; i < articles->len; i++)
    if (self->columns->pdata[i] != articles->pdata[i])
      return FALSE;
  return TRUE;
}

/* A row is measured at the fixed width of its columns, not at what they get by
 * expanding: left alone, rows would be higher than their texts. */
static gboolean
fit_columns_cb (gpointer data)
{
  LesClaimsView *self = data;
  GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->table));
  GListModel *columns = gtk_column_view_get_columns (self->table);
  guint n = g_list_model_get_n_items (columns);
  int width;

  self->fit_id = 0;
  if (across == NULL || n < 2)
    return G_SOURCE_REMOVE;
  width = ((int) gtk_adjustment_get_page_size (across) - NUMBER_WIDTH) / (int) (n - 1);
  for (guint i = 1; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_fixed_width (column, MAX (COLUMN_WIDTH, width));
    }
  return G_SOURCE_REMOVE;
}

static void
fit_columns (LesClaimsView *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fit_columns_cb, self, NULL);
}

static void
fill_columns (LesClaimsView *self, GPtrArray *articles)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  if (has_columns (self, articles))
    return;
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
  g_ptr_array_set_size (self->columns, 0);
  add_number_column (self);
  for (guint i = 0; i < articles->len; i++)
    {
      add_column (self, articles, i);
      g_ptr_array_add (self->columns, g_object_ref (articles->pdata[i]));
    }
  les_column_heads_ellipsize (self->table);
  fit_columns (self);
}

static gboolean
is_shown_at (LesClaimsView *self, guint position, const LesClaim *claim)
{
  g_autoptr (LesClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return les_claim_equal (les_claim_item_get_claim (item), claim);
}

static void
renumber (LesClaimsView *self, guint from)
{
  for (guint i = from; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (LesClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      les_claim_item_set_index (item, i);
    }
}

/* Puts in place of the rows what is another now; the others, and with them
 * their widgets, stay. */
static void
fill_rows (LesClaimsView *self, LesClaims *claims)
{
  LesProject *project = les_session_get_project (self->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint n_new = les_claims_get_n (claims);
  guint first = 0;
  guint last = 0;

  while (first < MIN (n_old, n_new) && is_shown_at (self, first, les_claims_get (claims, first)))
    first++;
  while (last < MIN (n_old, n_new) - first
         && is_shown_at (self, n_old - 1 - last, les_claims_get (claims, n_new - 1 - last)))
    last++;
  for (guint i = first; i < n_new - last; i++)
    g_ptr_array_add (items, les_claim_item_new (claims, project, i));
  g_list_store_splice (self->store, first, n_old - first - last, items->pdata, items->len);
  if (n_old != n_new)
    renumber (self, n_new - last);
}

static void
fill (LesClaimsView *self)
{
  g_autoptr (LesClaims) claims = les_claims_new (les_session_get_project (self->session));
  gboolean lost;

  self->filling = TRUE;
  if (self->renamed || !has_columns (self, les_claims_get_articles (claims)))
    g_list_store_remove_all (self->store);
  self->stale = FALSE;
  self->renamed = FALSE;
  fill_columns (self, les_claims_get_articles (claims));
  lost = les_claim_filters_fill (&self->filters, les_session_get_project (self->session), claims);
  fill_rows (self, claims);
  self->filling = FALSE;
  if (lost)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

static void
fill_if_seen (LesClaimsView *self)
{
  if (self->session != NULL && self->stale && gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
project_changed_cb (LesClaimsView *self, LesChange *applied)
{
  const LesRecordKind kinds[] = { LES_RECORD_ARTICLE, LES_RECORD_TAG, LES_RECORD_RELATION, LES_RECORD_ANNOTATION,
                                  LES_RECORD_LINK };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (les_change_touches (applied, kinds[i]))
      self->stale = TRUE;
  if (les_change_touches (applied, LES_RECORD_RELATION))
    self->renamed = TRUE;
  fill_if_seen (self);
}

/* Both articles side by side, where they are not yet; the passage in view. */
static void
show_passage (LesClaimsView *self, const char *annotation, const char *other)
{
  LesProject *project = les_session_get_project (self->session);
  LesAnnotation *record = les_project_get_annotation (project, annotation);
  const char *article = record != NULL ? les_annotation_get (record, LES_ANNOTATION_ARTICLE) : NULL;
  LesSide side;

  if (article == NULL)
    return;
  if (!les_session_find_side (self->session, article, &side) || !les_session_find_side (self->session, other, &side))
    {
      if (g_strcmp0 (article, other) == 0)
        les_session_open_pair (self->session, article, NULL);
      else
        les_session_open_pair (self->session, article, other);
    }
  if (!les_session_find_side (self->session, article, &side))
    return;
  les_session_set_active_side (self->session, side);
  les_session_set_annotation_id (self->session, annotation);
  les_session_reveal (self->session, side, les_annotation_get_range (record));
}

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *annotation;
  const char *other;

  g_variant_get (parameter, "(&s&s)", &annotation, &other);
  show_passage (LES_CLAIMS_VIEW (widget), annotation, other);
}

static void
activate_cb (LesClaimsView *self, guint position)
{
  g_autoptr (LesClaimItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const LesClaim *claim = item != NULL ? les_claim_item_get_claim (item) : NULL;
  guint other;

  if (claim == NULL)
    return;
  for (other = claim->first + 1; other < claim->cells->len; other++)
    if (les_claim_get_cell (claim, other)->annotations->len > 0 || les_claim_get_cell (claim, other)->missing)
      break;
  if (other == claim->cells->len)
    other = claim->first;
  show_passage (self, les_record_get_id (les_claim_get_cell (claim, claim->first)->annotations->pdata[0]),
                les_record_get_id (self->columns->pdata[other]));
}

static void
les_claims_view_show_session (LesPanel *panel, LesSession *session)
{
  LesClaimsView *self = LES_CLAIMS_VIEW (panel);

  g_list_store_remove_all (self->store);
  self->session = session;
  self->stale = TRUE;
  fill_if_seen (self);
}

static void
les_claims_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (les_claims_view_parent_class)->map (widget);
  fill_if_seen (LES_CLAIMS_VIEW (widget));
}

static gboolean
les_claims_view_grab_focus (GtkWidget *widget)
{
  LesClaimsView *self = LES_CLAIMS_VIEW (widget);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->table))
           || gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
les_claims_view_dispose (GObject *object)
{
  LesClaimsView *self = LES_CLAIMS_VIEW (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->box != NULL)
    {
      les_panel_leave_session (LES_PANEL (self));
      gtk_column_view_set_model (self->table, NULL);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->store);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_claims_view_parent_class)->dispose (object);
}

static void
les_claims_view_finalize (GObject *object)
{
  LesClaimsView *self = LES_CLAIMS_VIEW (object);

  g_free (self->key);
  les_claim_filters_clear (&self->filters);
  g_ptr_array_unref (self->columns);

  G_OBJECT_CLASS (les_claims_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/claims/les-claims-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LesClaimsView, box);
  gtk_widget_class_bind_template_child (widget_class, LesClaimsView, search);
  gtk_widget_class_bind_template_child (widget_class, LesClaimsView, tag);
  gtk_widget_class_bind_template_child (widget_class, LesClaimsView, speaker);
  gtk_widget_class_bind_template_child (widget_class, LesClaimsView, relation);
  gtk_widget_class_bind_template_child (widget_class, LesClaimsView, sort);
  gtk_widget_class_bind_template_child (widget_class, LesClaimsView, count);
  gtk_widget_class_bind_template_child (widget_class, LesClaimsView, pages);
  gtk_widget_class_bind_template_child (widget_class, LesClaimsView, table);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
les_claims_view_class_init (LesClaimsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_claims_view_dispose;
  object_class->finalize = les_claims_view_finalize;
  widget_class->map = les_claims_view_map;
  widget_class->grab_focus = les_claims_view_grab_focus;
  LES_PANEL_CLASS (klass)->show_session = les_claims_view_show_session;

  gtk_widget_class_install_action (widget_class, "claims.show", "(ss)", show_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  bind_template (widget_class);
}

static void
les_claims_view_init (LesClaimsView *self)
{
  GtkSortListModel *sorted;

  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  les_claim_filters_init (&self->filters, self->tag, self->speaker, self->relation);
  les_reading_face_follow (GTK_WIDGET (self));

  self->store = g_list_store_new (LES_TYPE_CLAIM_ITEM);
  self->filter = gtk_custom_filter_new (passes, self, NULL);
  self->sorter = gtk_custom_sorter_new (compare, self, NULL);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                              g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                    g_object_ref (GTK_SORTER (self->sorter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->table)), "notify::page-size",
                           G_CALLBACK (fit_columns), self, G_CONNECT_SWAPPED);
  les_panel_follow_project (LES_PANEL (self), "changed", G_CALLBACK (project_changed_cb));
}

GtkWidget *
les_claims_view_new (LesSession *session)
{
  return g_object_new (LES_TYPE_CLAIMS_VIEW, "session", session, NULL);
}

/** Returns: (transfer none): the rows that are shown, in their order, each a #LesClaimItem; for tests */
GListModel *
les_claims_view_get_rows (LesClaimsView *self)
{
  return G_LIST_MODEL (self->selection);
}

void
les_claims_view_focus_search (LesClaimsView *self)
{
  g_return_if_fail (LES_IS_CLAIMS_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
