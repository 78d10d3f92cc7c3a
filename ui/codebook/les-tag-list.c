/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-list-private.h"

#include <adwaita.h>

#include "les-codebook-edits.h"
#include "les-codebook.h"
#include "les-row-factory.h"
#include "les-tag-list-row.h"
#include "les-text-keys.h"

enum
{
  TAG_ACTIVATED,
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesTagList, les_tag_list, LES_TYPE_PANEL)

/* Rows */

GListModel *
les_tag_list_get_rows (LesTagList *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (self->list));
}

guint
les_tag_list_count_rows (LesTagList *self)
{
  GListModel *rows = les_tag_list_get_rows (self);

  return rows != NULL ? g_list_model_get_n_items (rows) : 0;
}

/** Returns: (transfer full) (nullable): NULL behind the last one */
GtkTreeListRow *
les_tag_list_ref_row (LesTagList *self, guint position)
{
  return g_list_model_get_item (les_tag_list_get_rows (self), position);
}

LesTagEntry *
les_tag_list_get_entry_at (LesTagList *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = position < les_tag_list_count_rows (self) ? les_tag_list_ref_row (self, position) : NULL;
  g_autoptr (LesTagEntry) entry = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return entry;
}

static gboolean
is_searching (LesTagList *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));

  return *words != '\0';
}

static void
remember_collapsed (LesTagList *self)
{
  for (guint i = 0; !is_searching (self) && i < les_tag_list_count_rows (self); i++)
    {
      g_autoptr (GtkTreeListRow) row = les_tag_list_ref_row (self, i);
      const char *id = les_tag_entry_get_id (les_tag_list_get_entry_at (self, i));

      if (!gtk_tree_list_row_is_expandable (row) || gtk_tree_list_row_get_expanded (row))
        g_hash_table_remove (self->collapsed, id);
      else
        g_hash_table_add (self->collapsed, g_strdup (id));
    }
}

/* All is open unless somebody closed it; what is looked for is always in sight. */
static void
expand (LesTagList *self)
{
  for (guint i = 0; i < les_tag_list_count_rows (self); i++)
    {
      g_autoptr (GtkTreeListRow) row = les_tag_list_ref_row (self, i);
      const char *id = les_tag_entry_get_id (les_tag_list_get_entry_at (self, i));

      if (gtk_tree_list_row_is_expandable (row))
        gtk_tree_list_row_set_expanded (row, is_searching (self) || !g_hash_table_contains (self->collapsed, id));
    }
}

/** Returns: (transfer full): the ids of the selected tags, from top to bottom */
char **
les_tag_list_dup_selected_ids (LesTagList *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GListModel *rows = les_tag_list_get_rows (self);
  g_autoptr (GtkBitset) selected = rows != NULL ? gtk_selection_model_get_selection (GTK_SELECTION_MODEL (rows)) : NULL;

  for (guint i = 0; selected != NULL && i < gtk_bitset_get_size (selected); i++)
    {
      LesTagEntry *entry = les_tag_list_get_entry_at (self, gtk_bitset_get_nth (selected, i));

      if (entry != NULL)
        g_strv_builder_add (ids, les_tag_entry_get_id (entry));
    }
  return g_strv_builder_end (ids);
}

/** Returns: where the first selected one is, or GTK_INVALID_LIST_POSITION */
guint
les_tag_list_find_selected (LesTagList *self)
{
  g_auto (GStrv) ids = les_tag_list_dup_selected_ids (self);

  for (guint i = 0; ids[0] != NULL && i < les_tag_list_count_rows (self); i++)
    if (g_str_equal (les_tag_entry_get_id (les_tag_list_get_entry_at (self, i)), ids[0]))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static guint
select_ids (LesTagList *self, const char * const *ids)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, les_tag_list_count_rows (self));
  guint first = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; ids[0] != NULL && i < les_tag_list_count_rows (self); i++)
    if (g_strv_contains (ids, les_tag_entry_get_id (les_tag_list_get_entry_at (self, i))))
      {
        gtk_bitset_add (selected, i);
        first = MIN (first, i);
      }
  if (les_tag_list_get_rows (self) != NULL)
    gtk_selection_model_set_selection (GTK_SELECTION_MODEL (les_tag_list_get_rows (self)), selected, all);
  return first;
}

static gboolean
has_focus (LesTagList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

static void
show_page (LesTagList *self)
{
  gboolean any = les_project_get_n_records (les_session_get_project (self->session), LES_RECORD_TAG) > 0;
  gboolean found = g_list_model_get_n_items (les_tag_tree_get_root (self->tree)) > 0;

  gtk_stack_set_visible_child_name (self->pages, found ? "list" : any ? "nothing" : "empty");
}

static void
fill (LesTagList *self)
{
  g_auto (GStrv) selected = NULL;
  gboolean focused;
  guint first;

  if (self->session == NULL)
    return;
  focused = has_focus (self);
  selected = les_tag_list_dup_selected_ids (self);
  les_tag_tree_fill (self->tree, gtk_editable_get_text (self->search), self->sort);
  expand (self);
  first = select_ids (self, (const char * const *) selected);
  show_page (self);
  if (focused && first != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", first);
}

static gboolean
refill_cb (gpointer data)
{
  LesTagList *self = data;

  self->refill_id = 0;
  remember_collapsed (self);
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Once for a group of changes, and only while somebody looks. */
static void
refill_soon (LesTagList *self)
{
  if (self->refill_id == 0 && self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refill_id = g_idle_add (refill_cb, self);
}

static void
search_changed_cb (LesTagList *self)
{
  fill (self);
}

static void
stop_search_cb (LesTagList *self)
{
  gtk_editable_set_text (self->search, "");
  les_tag_list_focus (self);
}

static void
project_changed_cb (LesTagList *self, LesChange *applied)
{
  if (les_change_touches (applied, LES_RECORD_TAG) || les_change_touches (applied, LES_RECORD_TAG_SET)
      || les_change_touches (applied, LES_RECORD_ANNOTATION))
    refill_soon (self);
}

static void
activate_cb (LesTagList *self, guint position)
{
  LesTagEntry *entry = les_tag_list_get_entry_at (self, position);

  if (entry != NULL)
    g_signal_emit (self, signals[TAG_ACTIVATED], 0, les_tag_entry_get_id (entry));
}

static void
selection_changed_cb (LesTagList *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* Dragging */

static LesChange *
make_drop (LesTagList *self, LesTagEntry *target, LesTagEntry *dragged, LesTagDrop where)
{
  g_auto (GStrv) selected = les_tag_list_dup_selected_ids (self);
  const char * const *ids = (const char * const *) selected;
  const char *alone[] = { les_tag_entry_get_id (dragged), NULL };
  const char *id = les_tag_entry_get_id (target);
  const char *parent = where == LES_TAG_DROP_INTO ? id : les_tag_get (les_tag_entry_get_tag (target), LES_TAG_PARENT);
  const char *before = where == LES_TAG_DROP_BEFORE ? id : NULL;
  g_autofree char *next = NULL;
  LesTagMove move;

  if (!g_strv_contains (ids, alone[0]))
    ids = alone;
  if (where == LES_TAG_DROP_AFTER)
    before = next = les_codebook_dup_next (les_session_get_project (self->session), id, ids);
  if (g_strv_contains (ids, id))
    return NULL;
  return les_codebook_move_tags (les_session_get_project (self->session), ids, parent, before, &move);
}

static gboolean
drop_allowed_cb (LesTagListRow *row, LesTagEntry *dragged, int where, LesTagList *self)
{
  LesChange *change = make_drop (self, les_tag_list_row_get_entry (row), dragged, where);
  gboolean allowed = change != NULL;

  g_clear_pointer (&change, les_change_unref);
  return allowed;
}

static gboolean
dropped_cb (LesTagListRow *row, LesTagEntry *dragged, int where, LesTagList *self)
{
  LesChange *change = make_drop (self, les_tag_list_row_get_entry (row), dragged, where);

  if (change == NULL)
    return FALSE;
  if (where == LES_TAG_DROP_INTO)
    g_hash_table_remove (self->collapsed, les_tag_entry_get_id (les_tag_list_row_get_entry (row)));
  les_session_perform (self->session, change);
  return TRUE;
}

/* Below all rows: to the end of the root. */
static gboolean
dropped_below_cb (LesTagList *self, const GValue *value)
{
  LesTagEntry *dragged = g_value_get_object (value);
  const char *ids[] = { les_tag_entry_get_id (dragged), NULL };
  LesTagMove move;
  LesChange *change = les_codebook_move_tags (les_session_get_project (self->session), ids, NULL, NULL, &move);

  if (change != NULL)
    les_session_perform (self->session, change);
  return change != NULL;
}

/* The list */

static void
setup_row_cb (LesTagList *self, GtkListItem *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *row = les_tag_list_row_new ();

  les_tag_list_listen_to_row (self, row);
  g_signal_connect_object (row, "drop-allowed", G_CALLBACK (drop_allowed_cb), self, 0);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_set_hexpand (row, TRUE);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  gtk_list_item_set_child (list_item, expander);
}

static void
bind_row_cb (LesTagList *self, GtkListItem *list_item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (LesTagEntry) entry = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  les_tag_list_row_set_entry (LES_TAG_LIST_ROW (gtk_tree_expander_get_child (expander)), entry);
}

static void
unbind_row_cb (LesTagList *self, GtkListItem *list_item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));

  gtk_tree_expander_set_list_row (expander, NULL);
  les_tag_list_row_set_entry (LES_TAG_LIST_ROW (gtk_tree_expander_get_child (expander)), NULL);
}

static GListModel *
create_children (gpointer entry, gpointer data)
{
  GListModel *children = G_LIST_MODEL (les_tag_entry_get_children (entry));

  return g_list_model_get_n_items (children) > 0 ? g_object_ref (children) : NULL;
}

static void
forget_session (LesTagList *self)
{
  g_clear_handle_id (&self->refill_id, g_source_remove);
  gtk_list_view_set_model (self->list, NULL);
  g_hash_table_remove_all (self->collapsed);
  g_clear_object (&self->tree);
}

static void
take_up_session (LesTagList *self)
{
  GtkTreeListModel *rows;
  g_autoptr (GtkMultiSelection) selection = NULL;

  self->tree = les_tag_tree_new (self->session);
  rows = gtk_tree_list_model_new (g_object_ref (les_tag_tree_get_root (self->tree)), FALSE, FALSE,
                                  create_children, NULL, NULL);
  selection = gtk_multi_selection_new (G_LIST_MODEL (rows));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
les_tag_list_show_session (LesPanel *panel, LesSession *session)
{
  LesTagList *self = LES_TAG_LIST (panel);

  if (self->session != NULL)
    forget_session (self);
  self->session = session;
  if (session != NULL)
    take_up_session (self);
}

static void
les_tag_list_dispose (GObject *object)
{
  LesTagList *self = LES_TAG_LIST (object);

  les_panel_leave_session (LES_PANEL (self));
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->collapsed, g_hash_table_unref);

  G_OBJECT_CLASS (les_tag_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/codebook/les-tag-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LesTagList, box);
  gtk_widget_class_bind_template_child (widget_class, LesTagList, search);
  gtk_widget_class_bind_template_child (widget_class, LesTagList, pages);
  gtk_widget_class_bind_template_child (widget_class, LesTagList, list);
  gtk_widget_class_bind_template_child (widget_class, LesTagList, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
les_tag_list_class_init (LesTagListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_tag_list_dispose;
  LES_PANEL_CLASS (klass)->show_session = les_tag_list_show_session;

  signals[TAG_ACTIVATED] = g_signal_new ("tag-activated", LES_TYPE_TAG_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", LES_TYPE_TAG_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  bind_template (widget_class);
}

static void
les_tag_list_init (LesTagList *self)
{
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_row_cb),
                                                                G_CALLBACK (bind_row_cb), G_CALLBACK (unbind_row_cb));
  GtkDropTarget *target = gtk_drop_target_new (LES_TYPE_TAG_ENTRY, GDK_ACTION_MOVE);

  self->collapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  les_text_keys_come_first (GTK_WIDGET (self->search));

  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (self, "map", G_CALLBACK (fill), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_below_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
  les_tag_list_install_keys (self);
  les_panel_follow_session (LES_PANEL (self), "notify::left", G_CALLBACK (refill_soon));
  les_panel_follow_session (LES_PANEL (self), "notify::right", G_CALLBACK (refill_soon));
  les_panel_follow_project (LES_PANEL (self), "changed", G_CALLBACK (project_changed_cb));
}

GtkWidget *
les_tag_list_new (LesSession *session)
{
  return g_object_new (LES_TYPE_TAG_LIST, "session", session, NULL);
}

/* Where Insert made the first tag there was nothing else to have the focus. */
static gboolean
has_focus_in_search (LesTagList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search));
}

/** Selects these tags and no others, and shows the first one. @ids: ended by NULL */
void
les_tag_list_select (LesTagList *self, const char * const *ids)
{
  guint first;

  g_return_if_fail (LES_IS_TAG_LIST (self));

  if (self->session == NULL)
    return;
  fill (self);
  first = select_ids (self, ids);
  if (first == GTK_INVALID_LIST_POSITION)
    return;
  if (has_focus_in_search (self))
    les_tag_list_focus (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", first);
}

/** Puts the focus into the tree and selects its first tag when none is; into the search while there is no tree. */
void
les_tag_list_focus (LesTagList *self)
{
  g_auto (GStrv) selected = les_tag_list_dup_selected_ids (self);

  if (les_tag_list_count_rows (self) == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->search));
      return;
    }
  if (selected[0] == NULL)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (les_tag_list_get_rows (self)), 0, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  if (les_tag_list_find_selected (self) != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", les_tag_list_find_selected (self));
}

void
les_tag_list_set_sort (LesTagList *self, LesTagSort sort)
{
  g_return_if_fail (LES_IS_TAG_LIST (self));

  if (self->sort == sort)
    return;
  self->sort = sort;
  if (self->session != NULL)
    {
      remember_collapsed (self);
      fill (self);
    }
}

/** @open: whether every tag shows those below it, or none does */
void
les_tag_list_expand_all (LesTagList *self, gboolean open)
{
  g_hash_table_remove_all (self->collapsed);
  expand (self);
  for (guint i = les_tag_list_count_rows (self); !open && i > 0; i--)
    {
      g_autoptr (GtkTreeListRow) row = les_tag_list_ref_row (self, i - 1);

      gtk_tree_list_row_set_expanded (row, FALSE);
    }
  remember_collapsed (self);
}
