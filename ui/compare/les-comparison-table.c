/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-comparison-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-passage-cells.h"
#include "les-reading-face.h"
#include "les-row-factory.h"

#define PATIENCE_FRAMES 30
/* In which a list that has just come learns how high its rows are. */
#define SETTLING_FRAMES 4

/**
 * LesComparisonTable:
 *
 * The comparison as a table: passages in rows, left and right, and what has no
 * counterpart between them. Follows the session: its current match is the row
 * that is selected. A click or Enter goes to the passage in the texts.
 */
struct _LesComparisonTable
{
  LesPanel parent_instance;

  /* Template children */
  GtkStack *pages;
  AdwStatusPage *nothing;
  GtkWidget *again;
  GtkLabel *left_title;
  GtkLabel *right_title;
  GtkListView *list;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */

  /* Owned */
  GListStore *model;
  GtkSingleSelection *selection;
  gboolean syncing;         /* the selection follows the session, not the user's hand */
  guint patience;           /* frames to wait for the selected row; 0: nobody waits */
};

G_DEFINE_FINAL_TYPE (LesComparisonTable, les_comparison_table, LES_TYPE_PANEL)

static void
explain_nothing (LesComparisonTable *self)
{
  gboolean comparing = les_session_is_comparing (self->session);
  gboolean busy = les_session_get_busy (self->session);

  if (!comparing)
    {
      adw_status_page_set_title (self->nothing, _("Nothing to Compare"));
      adw_status_page_set_description (self->nothing, _("Open a second article beside this one to see what both say."));
    }
  else
    {
      adw_status_page_set_title (self->nothing, busy ? _("Comparing…") : _("Not Compared"));
      adw_status_page_set_description (self->nothing,
                                       busy ? NULL : _("The comparison was canceled. What both articles say is not known yet."));
    }
  gtk_widget_set_visible (self->again, comparing && !busy);
}

static void
set_title (GtkLabel *label, LesArticle *article)
{
  g_autofree char *heading = les_article_dup_heading (article);
  g_autofree char *source = les_article_dup_source (article);
  g_autofree char *words = NULL;

  /* Translators: an article: its headline, where it comes from */
  words = source != NULL ? g_strdup_printf (_("%s (%s)"), heading, source) : g_strdup (heading);
  gtk_label_set_text (label, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), words);
}

static guint
find_row (LesComparisonTable *self, const LesMatch *match)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  for (guint i = 0; match != NULL && i < n; i++)
    {
      g_autoptr (LesPassageItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (les_passage_item_get_row (item)->match == match)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
is_in_sight (GtkWidget *row, GtkWidget *list)
{
  graphene_rect_t box;

  return gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, list, &box) && box.size.height > 0
         && box.origin.y < (float) gtk_widget_get_height (list) && box.origin.y + box.size.height > 0;
}

static GtkWidget *
find_selected_widget (LesComparisonTable *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) && is_in_sight (row, list))
      return row;
  return NULL;
}

/* Takes the focus along if it is in the table, so that the arrow keys go on from there. */
static gboolean
reach_selected_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LesComparisonTable *self = LES_COMPARISON_TABLE (widget);
  guint position = gtk_single_selection_get_selected (self->selection);
  GtkWidget *row = find_selected_widget (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  self->patience = row != NULL ? MIN (self->patience - 1, SETTLING_FRAMES) : self->patience - 1;
  if (position != GTK_INVALID_LIST_POSITION && self->patience > 0)
    return G_SOURCE_CONTINUE;
  if (row != NULL && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (row);
  self->patience = 0;
  return G_SOURCE_REMOVE;
}

/* A row that is scrolled to is there only after a frame. */
static void
reach_selected (LesComparisonTable *self)
{
  if (self->patience == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), reach_selected_cb, NULL, NULL);
  self->patience = PATIENCE_FRAMES;
}

static void
show_current (LesComparisonTable *self)
{
  int current = les_session_get_current_match (self->session);
  guint row = find_row (self, current >= 0 ? les_session_get_shown (self->session, (guint) current) : NULL);

  /* While the user moves in the table, the row is the current one already. */
  if (self->syncing)
    return;
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, row);
  self->syncing = FALSE;
  if (row != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self)))
    reach_selected (self);
}

static void
fill (LesComparisonTable *self)
{
  g_autoptr (LesPassageTable) table = les_passage_table_new_for_session (self->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; table != NULL && i < les_passage_table_get_n_rows (table); i++)
    g_ptr_array_add (items, les_passage_item_new (table, i));
  self->syncing = TRUE;
  g_list_store_splice (self->model, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)), items->pdata, items->len);
  self->syncing = FALSE;
  if (table == NULL)
    explain_nothing (self);
  else
    {
      set_title (self->left_title, les_passage_table_get_article (table, LES_SIDE_LEFT));
      set_title (self->right_title, les_passage_table_get_article (table, LES_SIDE_RIGHT));
    }
  gtk_stack_set_visible_child_name (self->pages, table != NULL ? "table" : "nothing");
  show_current (self);
}

static int
find_shown (LesComparisonTable *self, const LesMatch *match)
{
  for (guint i = 0; match != NULL && i < les_session_get_n_shown (self->session); i++)
    if (les_session_get_shown (self->session, i) == match)
      return (int) i;
  return -1;
}

static void
selected_cb (LesComparisonTable *self)
{
  g_autoptr (LesPassageItem) item = NULL;
  guint row = gtk_single_selection_get_selected (self->selection);

  if (self->syncing || self->session == NULL)
    return;
  item = g_list_model_get_item (G_LIST_MODEL (self->model), row);
  self->syncing = TRUE;
  les_session_set_current_match (self->session,
                                 item != NULL ? find_shown (self, les_passage_item_get_row (item)->match) : -1);
  self->syncing = FALSE;
}

static void
go_to_passage (LesComparisonTable *self, const LesPassageRow *row)
{
  LesSide side = les_text_range_is_empty (row->left) ? LES_SIDE_RIGHT : LES_SIDE_LEFT;
  int index = find_shown (self, row->match);

  les_session_set_active_side (self->session, side);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "texts");
  les_session_set_current_match (self->session, -1);
  if (index >= 0)
    {
      les_session_set_current_match (self->session, index);
      return;
    }
  les_session_set_selection (self->session, side, les_passage_row_get_range (row, side));
  les_session_reveal (self->session, side, les_passage_row_get_range (row, side));
}

static void
activate_cb (LesComparisonTable *self, guint position)
{
  g_autoptr (LesPassageItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item != NULL)
    go_to_passage (self, les_passage_item_get_row (item));
}

static void
setup_row_cb (LesComparisonTable *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, les_passage_cells_new ());
}

static void
bind_row_cb (LesComparisonTable *self, GtkListItem *list_item)
{
  les_passage_cells_set_item (LES_PASSAGE_CELLS (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item));
}

static void
les_comparison_table_show_session (LesPanel *panel, LesSession *session)
{
  LesComparisonTable *self = LES_COMPARISON_TABLE (panel);

  self->session = session;
  self->syncing = TRUE;
  g_list_store_remove_all (self->model);
  self->syncing = FALSE;
  if (session != NULL)
    fill (self);
}

static void
les_comparison_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (les_comparison_table_parent_class)->map (widget);
  reach_selected (LES_COMPARISON_TABLE (widget));
}

static void
les_comparison_table_dispose (GObject *object)
{
  LesComparisonTable *self = LES_COMPARISON_TABLE (object);

  les_panel_leave_session (LES_PANEL (self));
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (object), LES_TYPE_COMPARISON_TABLE);

  G_OBJECT_CLASS (les_comparison_table_parent_class)->dispose (object);
}

static void
les_comparison_table_class_init (LesComparisonTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_comparison_table_dispose;
  widget_class->map = les_comparison_table_map;
  LES_PANEL_CLASS (klass)->show_session = les_comparison_table_show_session;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/compare/les-comparison-table.ui");
  gtk_widget_class_bind_template_child (widget_class, LesComparisonTable, pages);
  gtk_widget_class_bind_template_child (widget_class, LesComparisonTable, nothing);
  gtk_widget_class_bind_template_child (widget_class, LesComparisonTable, again);
  gtk_widget_class_bind_template_child (widget_class, LesComparisonTable, left_title);
  gtk_widget_class_bind_template_child (widget_class, LesComparisonTable, right_title);
  gtk_widget_class_bind_template_child (widget_class, LesComparisonTable, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
follow_session (LesPanel *panel)
{
  static const char * const fillers[] = { "notify::matches", "notify::layers", "notify::left", "notify::right",
                                          "notify::busy" };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    les_panel_follow_session (panel, fillers[i], G_CALLBACK (fill));
  les_panel_follow_session (panel, "notify::current-match", G_CALLBACK (show_current));
}

static void
les_comparison_table_init (LesComparisonTable *self)
{
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_row_cb),
                                                                G_CALLBACK (bind_row_cb), NULL);

  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  les_reading_face_follow (GTK_WIDGET (self));
  self->model = g_list_store_new (LES_TYPE_PASSAGE_ITEM);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  follow_session (LES_PANEL (self));
}

GtkWidget *
les_comparison_table_new (LesSession *session)
{
  return g_object_new (LES_TYPE_COMPARISON_TABLE, "session", session, NULL);
}
