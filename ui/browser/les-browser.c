/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-browser-private.h"

#include <glib/gi18n.h>

#include "les-popovers.h"
#include "les-text-keys.h"
#include "les-wrap-layout.h"

#define CHIP_SPACING_PIXELS 6

enum
{
  PROP_0,
  PROP_SEARCH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char * const sort_names[LES_N_ARTICLE_SORTS] = {
  "added", "date", "heading", "source", "annotations",
};

G_DEFINE_FINAL_TYPE (LesBrowser, les_browser, LES_TYPE_PANEL)

/* What is selected */

static LesArticleItem *
get_item (LesBrowser *self, guint position)
{
  g_autoptr (LesArticleItem) item = g_list_model_get_item (G_LIST_MODEL (self->articles), position);

  return item;
}

static void
remember_selection (LesBrowser *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  g_hash_table_remove_all (self->selected);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_hash_table_add (self->selected, g_strdup (les_article_item_get_id (get_item (self, position))));
}

/* Sorting and filtering move articles about: the selection goes with them. */
static void
restore_selection (LesBrowser *self)
{
  g_autoptr (GtkBitset) bits = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->articles)));
  GHashTableIter iter;
  gpointer id;
  guint position;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (les_article_list_find (self->articles, id, &position))
      gtk_bitset_add (bits, position);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), bits, mask);
}

static void
update_selection_bar (LesBrowser *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n_selected = (guint) gtk_bitset_get_size (bits);
  g_autofree char *words = g_strdup_printf (ngettext ("%'u article selected", "%'u articles selected", n_selected),
                                            n_selected);

  gtk_label_set_text (self->selection_label, words);
  gtk_widget_set_visible (self->compare_button, n_selected == 2);
  gtk_widget_set_visible (self->selection_bar, n_selected > 1);
}

static void
selection_changed_cb (LesBrowser *self)
{
  if (self->refreshing)
    return;
  remember_selection (self);
  update_selection_bar (self);
}

/** Returns: (transfer none) (nullable): the row that has the focus */
LesArticleRow *
les_browser_find_focused_row (LesBrowser *self)
{
  GtkWidget *list_item = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  GtkWidget *row = list_item != NULL ? gtk_widget_get_first_child (list_item) : NULL;

  return LES_IS_ARTICLE_ROW (row) ? LES_ARTICLE_ROW (row) : NULL;
}

/** Returns: (transfer full): ids of what a command is for: the selection, else the row with the focus */
GStrv
les_browser_dup_target_ids (LesBrowser *self)
{
  GStrv ids = les_browser_dup_selected_ids (self);
  LesArticleRow *row = les_browser_find_focused_row (self);

  if (ids[0] != NULL || row == NULL || les_article_row_get_item (row) == NULL)
    return ids;
  g_strfreev (ids);
  return g_strdupv ((char *[]) { (char *) les_article_item_get_id (les_article_row_get_item (row)), NULL });
}

/* Opening */

static void
reveal_first_hit (LesBrowser *self, const char *id)
{
  const char *query = les_article_list_get_query (self->articles);
  LesSearchHit *hit;
  LesSide side;

  if (query == NULL || self->search == NULL || !les_session_find_side (self->session, id, &side))
    return;
  hit = les_search_describe (self->search, query, id);
  if (hit == NULL)
    return;
  if (hit->first.start >= 0)
    les_session_reveal (self->session, side, hit->first);
  les_search_hit_free (hit);
}

/* In a narrow window the browser leaves before GTK selects what was clicked. */
static void
select_opened (LesBrowser *self, const char *id)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint position;

  if (les_article_list_find (self->articles, id, &position) && !gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
}

/** Opens an article where the user reads, at the first place that was searched for. */
void
les_browser_open_article (LesBrowser *self, const char *id)
{
  g_autofree char *copy = g_strdup (id);

  select_opened (self, copy);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-article", "s", copy);
  if (self->session != NULL)
    reveal_first_hit (self, copy);
}

static void
list_activate_cb (LesBrowser *self, guint position)
{
  les_browser_open_article (self, les_article_item_get_id (get_item (self, position)));
}

/* What the list says about itself */

static void
update_page (LesBrowser *self)
{
  g_autofree char *note = les_browser_dup_no_hits (self->articles);

  gtk_label_set_text (self->no_hits_label, note);
  gtk_button_set_label (self->clear_button, les_browser_get_clear_label (self->articles));
  if (les_article_list_get_n_articles (self->articles) == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->articles)) == 0)
    gtk_stack_set_visible_child_name (self->stack, "no-hits");
  else
    gtk_stack_set_visible_child_name (self->stack, "articles");
}

static void
update_words (LesBrowser *self)
{
  g_autofree char *title = les_browser_dup_title (self->articles);
  gboolean any = les_article_list_get_n_articles (self->articles) > 0;

  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->title), any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filter_button), any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sort_button), any);
  if (les_filter_is_active (LES_FILTER (les_article_list_get_filter (self->articles))))
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "filtering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "filtering");
  update_page (self);
}

static void
articles_refreshed_cb (LesBrowser *self)
{
  self->refreshing = TRUE;
  restore_selection (self);
  self->refreshing = FALSE;
  update_selection_bar (self);
  update_words (self);
  les_filter_popover_show_chips (LES_FILTER_POPOVER (self->filter_popover), self->chips);
  self->search_stamp++;
  les_browser_queue_describing (self);
}

static void
scrolled_cb (LesBrowser *self)
{
  if (self->articles != NULL && les_article_list_get_query (self->articles) != NULL)
    les_browser_queue_describing (self);
}

static void
scroll_to_top (LesBrowser *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->articles)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
}

/* The search entry */

static void
search_changed_cb (LesBrowser *self)
{
  if (self->articles == NULL)
    return;
  les_article_list_set_query (self->articles, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  les_session_set_query (self->session, les_article_list_get_query (self->articles));
  scroll_to_top (self);
}

/* Somebody began to type in the list: the rest is typed in the entry. */
static void
search_started_cb (LesBrowser *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
entry_activate_cb (LesBrowser *self)
{
  search_changed_cb (self);
  if (self->articles != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->articles)) > 0)
    les_browser_open_article (self, les_article_item_get_id (get_item (self, 0)));
}

/** Empties the entry, or else goes to the texts. */
void
les_browser_stop_search (LesBrowser *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      search_changed_cb (self);
      return;
    }
  if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-left", NULL))
    les_browser_focus_list (self);
}

static void
next_match_cb (LesBrowser *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.find-next-hit", NULL);
}

static void
previous_match_cb (LesBrowser *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.find-previous-hit", NULL);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              LesBrowser            *self)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || (state & GDK_MODIFIER_MASK & ~GDK_LOCK_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  les_browser_focus_list (self);
  return GDK_EVENT_STOP;
}

static void
session_query_cb (LesBrowser *self)
{
  const char *query = les_session_get_query (self->session);
  const char *shown = self->articles != NULL ? les_article_list_get_query (self->articles) : NULL;

  if (g_strcmp0 (query, shown) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), query != NULL ? query : "");
}

/* Actions of the browser itself */

static void
set_state (LesBrowser *self, const char *name, const char *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (state));
}

static void
update_sort_state (LesBrowser *self)
{
  set_state (self, "sort", sort_names[les_article_list_get_sort (self->articles)]);
  set_state (self, "order", les_article_list_get_descending (self->articles) ? "descending" : "ascending");
}

static void
sort_by (LesBrowser *self, LesArticleSort sort, gboolean descending)
{
  les_article_list_set_sort (self->articles, sort, descending);
  update_sort_state (self);
  scroll_to_top (self);
}

static void
sort_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LesBrowser *self = user_data;
  const char *name = g_variant_get_string (parameter, NULL);

  for (int sort = 0; self->articles != NULL && sort < LES_N_ARTICLE_SORTS; sort++)
    if (g_str_equal (name, sort_names[sort]))
      /* The newest and the most worked on come first unless asked otherwise. */
      sort_by (self, (LesArticleSort) sort, sort == LES_ARTICLE_SORT_DATE || sort == LES_ARTICLE_SORT_ANNOTATIONS);
}

static void
order_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LesBrowser *self = user_data;

  if (self->articles != NULL)
    sort_by (self, les_article_list_get_sort (self->articles),
             g_str_equal (g_variant_get_string (parameter, NULL), "descending"));
}

static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  LesBrowser *self = user_data;

  if (self->articles == NULL)
    return;
  les_filter_clear (LES_FILTER (les_article_list_get_filter (self->articles)));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search_changed_cb (self);
  les_browser_focus_search (self);
}

static void
add_actions (LesBrowser *self)
{
  static const GActionEntry entries[] = {
    { "sort", sort_cb, "s", "'added'" },
    { "order", order_cb, "s", "'ascending'" },
    { "clear", clear_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "browser", G_ACTION_GROUP (self->actions));
}

/* What the articles have in common */

/* With one article open, those to set beside it. */
static void
update_similar (LesBrowser *self)
{
  LesArticle *article = NULL;

  if (self->session != NULL && !les_session_is_comparing (self->session))
    article = les_session_get_article (self->session, LES_SIDE_LEFT);
  les_similar_list_set_article (self->similar, self->session, article);
}

static void
similar_chosen_cb (LesBrowser *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-side", "(ss)", "right", id);
}

static void
count_copies (LesBrowser *self)
{
  LesRelated *related = les_session_get_related (self->session);

  for (guint i = 0; i < les_article_list_get_n_articles (self->articles); i++)
    {
      LesArticleItem *item = les_article_list_get_article_item (self->articles, i);
      GPtrArray *group = les_related_get_group (related, les_article_item_get_id (item));

      if (les_article_item_set_n_copies (item, group != NULL ? group->len - 1 : 0))
        les_article_item_notify_changed (item);
    }
}

static void
related_changed_cb (LesBrowser *self)
{
  LesArticleFilter *filter;
  const char *filtered;

  if (self->articles == NULL)
    return;
  count_copies (self);
  filter = les_article_list_get_filter (self->articles);
  filtered = les_article_filter_get_copies_of (filter);
  if (filtered != NULL && !les_browser_show_same_copy (self, filtered))
    les_article_filter_set_copies (filter, NULL, NULL);
}

/* Session and search */

static void
items_changed_cb (LesBrowser *self)
{
  self->refreshing = TRUE;
}

static void
drop_articles (LesBrowser *self)
{
  if (self->articles == NULL)
    return;
  g_clear_handle_id (&self->describe_idle, g_source_remove);
  gtk_list_view_set_model (self->list_view, NULL);
  les_article_filters_set_articles (self->filter_popover, NULL);
  g_signal_handlers_disconnect_by_data (self->articles, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->articles);
  g_hash_table_remove_all (self->selected);
}

static void
create_articles (LesBrowser *self)
{
  self->articles = les_article_list_new (les_session_get_project (self->session), self->search);
  /* Connected first: the selection model behind must not be taken for the user's hand. */
  g_signal_connect_object (self->articles, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->articles)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->articles, "refreshed", G_CALLBACK (articles_refreshed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  les_article_filters_set_articles (self->filter_popover, self->articles);
  update_sort_state (self);
  les_article_list_set_query (self->articles, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  count_copies (self);
  articles_refreshed_cb (self);
}

static void
reset_articles (LesBrowser *self)
{
  drop_articles (self);
  if (self->session != NULL)
    create_articles (self);
}

static void
les_browser_show_session (LesPanel *panel, LesSession *session)
{
  LesBrowser *self = LES_BROWSER (panel);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (les_session_get_related (self->session), self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->session = session;
  if (session != NULL)
    g_signal_connect_object (les_session_get_related (session), "changed", G_CALLBACK (related_changed_cb), self,
                             G_CONNECT_SWAPPED);
  reset_articles (self);
  update_similar (self);
  les_panel_set_session (LES_PANEL (self->comparisons), session);
}

static void
les_browser_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LesBrowser *self = LES_BROWSER (object);

  switch (prop_id)
    {
    case PROP_SEARCH:
      g_value_set_object (value, self->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_browser_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LesBrowser *self = LES_BROWSER (object);

  switch (prop_id)
    {
    case PROP_SEARCH:
      les_browser_set_search (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_browser_dispose (GObject *object)
{
  LesBrowser *self = LES_BROWSER (object);
  GtkWidget *child;

  les_panel_leave_session (LES_PANEL (self));
  g_clear_handle_id (&self->describe_idle, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->search);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), LES_TYPE_BROWSER);

  G_OBJECT_CLASS (les_browser_parent_class)->dispose (object);
}

static void
les_browser_finalize (GObject *object)
{
  LesBrowser *self = LES_BROWSER (object);

  g_clear_object (&self->actions);
  g_hash_table_unref (self->selected);

  G_OBJECT_CLASS (les_browser_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, entry);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, filter_button);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, sort_button);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, chips);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, title);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, list_view);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, no_hits_label);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, clear_button);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, selection_label);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, compare_button);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, similar);
  gtk_widget_class_bind_template_child (widget_class, LesBrowser, comparisons);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, les_browser_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, similar_chosen_cb);
}

static void
les_browser_class_init (LesBrowserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = les_browser_get_property;
  object_class->set_property = les_browser_set_property;
  object_class->dispose = les_browser_dispose;
  object_class->finalize = les_browser_finalize;
  LES_PANEL_CLASS (klass)->show_session = les_browser_show_session;

  properties[PROP_SEARCH] =
    g_param_spec_object ("search", NULL, NULL, LES_TYPE_SEARCH,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LES_TYPE_COMPARISONS);
  g_type_ensure (LES_TYPE_ARTICLE_FILTERS);
  g_type_ensure (LES_TYPE_SIMILAR_LIST);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "lesbrowser");
}

static void
les_browser_init (LesBrowser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  les_text_keys_come_first (GTK_WIDGET (self->entry));
  gtk_widget_set_layout_manager (self->chips, les_wrap_layout_new (CHIP_SPACING_PIXELS));
  add_actions (self);
  les_browser_add_list_keys (self);
  les_panel_follow_session (LES_PANEL (self), "notify::query", G_CALLBACK (session_query_cb));
  les_panel_follow_session (LES_PANEL (self), "notify::left", G_CALLBACK (update_similar));
  les_panel_follow_session (LES_PANEL (self), "notify::right", G_CALLBACK (update_similar));

  les_browser_show_rows (self);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list_view));

  self->menu = les_popovers_new_menu (NULL, GTK_WIDGET (self));
}

GtkWidget *
les_browser_new (void)
{
  return g_object_new (LES_TYPE_BROWSER, NULL);
}

/**
 * les_browser_set_search:
 * @search: (nullable): the search in the texts of the session's project; without
 *   it only headlines, sources and dates are searched
 */
void
les_browser_set_search (LesBrowser *self, LesSearch *search)
{
  g_return_if_fail (LES_IS_BROWSER (self));

  if (!g_set_object (&self->search, search))
    return;
  reset_articles (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

/**
 * les_browser_get_articles:
 *
 * Returns: (transfer none) (nullable): the articles as they are listed, NULL without a session
 */
LesArticleList *
les_browser_get_articles (LesBrowser *self)
{
  return self->articles;
}

/**
 * les_browser_dup_selected_ids:
 *
 * Returns: (transfer full): ids of the selected articles from top to bottom; may be empty
 */
GStrv
les_browser_dup_selected_ids (LesBrowser *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GtkBitset) bits = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->selection != NULL)
    {
      bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
      for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
           more = gtk_bitset_iter_next (&iter, &position))
        g_ptr_array_add (ids, g_strdup (les_article_item_get_id (get_item (self, position))));
    }
  g_ptr_array_add (ids, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

/**
 * les_browser_show_same_copy:
 * @id: an article
 *
 * Lists only the articles that carry the same agency copy as that one.
 *
 * Returns: whether there are any others; if not, nothing changes
 */
gboolean
les_browser_show_same_copy (LesBrowser *self, const char *id)
{
  g_autofree char *copy = g_strdup (id);
  GPtrArray *group;

  g_return_val_if_fail (LES_IS_BROWSER (self), FALSE);

  if (self->articles == NULL)
    return FALSE;
  group = les_related_get_group (les_session_get_related (self->session), copy);
  if (group != NULL)
    les_article_filter_set_copies (les_article_list_get_filter (self->articles), copy, group);
  return group != NULL;
}

void
les_browser_focus_search (LesBrowser *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * les_browser_focus_list:
 *
 * Moves the focus to the selected article, else to the first; selects it if
 * nothing is selected.
 */
void
les_browser_focus_list (LesBrowser *self)
{
  g_autoptr (GtkBitset) bits = NULL;

  if (self->articles == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->articles)) == 0)
    {
      les_browser_focus_search (self);
      return;
    }
  bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_is_empty (bits))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
