/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-review-panel.h"

#include <adwaita.h>

#include "les-annotating.h"
#include "les-reading-face.h"
#include "les-review-row.h"
#include "les-row-factory.h"
#include "les-text-edits.h"
#include "les-words.h"

/**
 * LesReviewPanel:
 *
 * The annotations of the project that a person should look at since their text
 * was edited, here or in the file: to be placed, changed, moved. What is left open stays in the list,
 * also after saving and opening again. Going to one shows it in its text; for
 * one to be placed, the passage that is most like it is selected there.
 *
 * Property "n-open" (uint): how many there are.
 */
struct _LesReviewPanel
{
  LesPanel parent_instance;

  /* Template children */
  GtkStack *pages;
  GtkWidget *accept_all;
  GtkListView *list;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */

  /* Owned */
  GListStore *model;
  GtkSingleSelection *selection;

  /* State */
  gboolean syncing;
};

enum
{
  PROP_0,
  PROP_N_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LesReviewPanel, les_review_panel, LES_TYPE_PANEL)

/* Returns: (transfer none): the model holds it */
static LesReviewItem *
get_item (LesReviewPanel *self, guint position)
{
  g_autoptr (LesReviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  return item;
}

static LesReviewItem *
get_current (LesReviewPanel *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static guint
find_position (LesReviewPanel *self, const char *id)
{
  for (guint i = 0; id != NULL && i < les_review_panel_get_n (self); i++)
    if (g_str_equal (les_review_item_get_id (get_item (self, i)), id))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* Filling */

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  LesReview x = les_annotation_get_review (*(LesAnnotation * const *) a);
  LesReview y = les_annotation_get_review (*(LesAnnotation * const *) b);

  return (int) x - (int) y;
}

/* By kind; in each the articles in their order, the annotations in text order. */
static GPtrArray *
ref_open_annotations (LesSession *session)
{
  LesProject *project = les_session_get_project (session);
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < articles->len; i++)
    {
      g_autoptr (GPtrArray) annotations = les_project_ref_annotations_of (project, les_record_get_id (articles->pdata[i]));

      for (guint k = 0; k < annotations->len; k++)
        if (les_annotation_get_review (annotations->pdata[k]) != LES_REVIEW_NONE)
          g_ptr_array_add (open, g_object_ref (annotations->pdata[k]));
    }
  g_ptr_array_sort (open, compare_reviews);
  return open;
}

static GPtrArray *
create_items (LesReviewPanel *self)
{
  g_autoptr (GPtrArray) open = ref_open_annotations (self->session);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  LesReview last = LES_REVIEW_NONE;

  for (guint i = 0; i < open->len; i++)
    {
      LesReview review = les_annotation_get_review (open->pdata[i]);

      g_ptr_array_add (items, les_review_item_new (self->session, open->pdata[i], review != last));
      last = review;
    }
  return items;
}

static gboolean
is_acceptable (LesReviewItem *item)
{
  return les_review_item_get_review (item) != LES_REVIEW_UNPLACED;
}

static void
show_page (LesReviewPanel *self)
{
  guint n = les_review_panel_get_n (self);

  gtk_stack_set_visible_child_name (self->pages, n > 0 ? "list" : "none");
  gtk_widget_set_sensitive (self->accept_all, n > 0 && is_acceptable (get_item (self, n - 1)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OPEN]);
}

static gboolean
is_same (LesReviewPanel *self, guint position, LesReviewItem *item)
{
  LesReviewItem *other = get_item (self, position);

  return les_review_item_get_annotation (other) == les_review_item_get_annotation (item)
         && les_review_item_get_leads (other) == les_review_item_get_leads (item);
}

/* Only what is another one is exchanged, so that the focus stays where it is. */
static void
exchange (LesReviewPanel *self, GPtrArray *items)
{
  guint n = les_review_panel_get_n (self);
  guint head = 0;
  guint tail = 0;

  while (head < n && head < items->len && is_same (self, head, items->pdata[head]))
    head++;
  while (tail < n - head && tail < items->len - head && is_same (self, n - 1 - tail, items->pdata[items->len - 1 - tail]))
    tail++;
  g_list_store_splice (self->model, head, n - head - tail, items->pdata + head, items->len - head - tail);
}

/* The selected one stays selected; when it is settled, the next one is. */
static void
fill (LesReviewPanel *self)
{
  g_autoptr (GPtrArray) items = create_items (self);
  guint position = gtk_single_selection_get_selected (self->selection);
  LesReviewItem *current = get_current (self);
  g_autofree char *id = current != NULL ? g_strdup (les_review_item_get_id (current)) : NULL;
  guint found;

  if (items->len == 0 && les_review_panel_get_n (self) == 0)
    {
      show_page (self);
      return;
    }
  self->syncing = TRUE;
  exchange (self, items);
  found = find_position (self, id);
  if (found == GTK_INVALID_LIST_POSITION && id != NULL && items->len > 0)
    found = MIN (position, items->len - 1);
  gtk_single_selection_set_selected (self->selection, found);
  self->syncing = FALSE;
  show_page (self);
}

static void
project_changed_cb (LesReviewPanel *self, LesChange *applied)
{
  if (les_change_touches (applied, LES_RECORD_ANNOTATION) || les_change_touches (applied, LES_RECORD_ARTICLE))
    fill (self);
}

/* Going there */

static LesSide
open_article_of (LesReviewPanel *self, LesReviewItem *item)
{
  const char *article = les_annotation_get (les_review_item_get_annotation (item), LES_ANNOTATION_ARTICLE);
  LesSide side;

  if (les_session_find_side (self->session, article, &side))
    return side;
  side = les_session_get_active_side (self->session);
  les_session_open_article (self->session, side, article);
  return les_session_find_side (self->session, article, &side) ? side : LES_SIDE_LEFT;
}

static void
go_to (LesReviewPanel *self, LesReviewItem *item)
{
  LesSide side = open_article_of (self, item);
  LesTextRange place = les_review_item_find_place (item);

  les_session_set_active_side (self->session, side);
  les_session_set_annotation_id (self->session, les_review_item_get_id (item));
  les_session_set_selection (self->session, side, place);
  les_session_reveal (self->session, side, place);
}

static void
selected_cb (LesReviewPanel *self)
{
  LesReviewItem *item = get_current (self);

  if (!self->syncing && self->session != NULL && item != NULL)
    go_to (self, item);
}

static void
select_position (LesReviewPanel *self, guint position)
{
  if (position >= les_review_panel_get_n (self))
    return;
  if (gtk_single_selection_get_selected (self->selection) == position)
    selected_cb (self);
  else
    gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* After one is settled the text shows the next. */
static void
show_current (LesReviewPanel *self)
{
  selected_cb (self);
}

/* Settling */

static void
accept (LesReviewPanel *self, const char *id)
{
  LesProject *project = les_session_get_project (self->session);

  les_session_perform (self->session, les_text_edits_accept (project, (const char * const[]) { id, NULL }));
  show_current (self);
}

static gboolean
place (LesReviewPanel *self, LesReviewItem *item)
{
  LesArticle *article = les_review_item_get_article (item);
  LesSide side;
  LesTextRange range;

  if (article == NULL || !les_session_find_side (self->session, les_record_get_id (LES_RECORD (article)), &side))
    return FALSE;
  range = les_words_trim (les_article_get_text (article), les_session_get_selection (self->session, side));
  if (les_text_range_is_empty (range))
    return FALSE;
  les_session_perform (self->session, les_text_edits_place (les_session_get_project (self->session),
                                                            les_review_item_get_id (item), range));
  show_current (self);
  return TRUE;
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *target)
{
  accept (LES_REVIEW_PANEL (widget), g_variant_get_string (target, NULL));
}

static void
place_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LesReviewPanel *self = LES_REVIEW_PANEL (widget);
  guint position = find_position (self, g_variant_get_string (target, NULL));

  if (position != GTK_INVALID_LIST_POSITION && !place (self, get_item (self, position)))
    gtk_widget_error_bell (widget);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *target)
{
  LesReviewPanel *self = LES_REVIEW_PANEL (widget);

  les_annotating_delete (self->session, g_variant_get_string (target, NULL));
  show_current (self);
}

static void
accept_all_action (GtkWidget *widget, const char *name, GVariant *target)
{
  les_review_panel_accept_all (LES_REVIEW_PANEL (widget));
}

static gboolean
delete_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  LesReviewPanel *self = LES_REVIEW_PANEL (widget);
  LesReviewItem *item = get_current (self);

  if (item == NULL)
    return GDK_EVENT_PROPAGATE;
  les_annotating_delete (self->session, les_review_item_get_id (item));
  show_current (self);
  return GDK_EVENT_STOP;
}

/* Enter */
static void
activate_cb (LesReviewPanel *self, guint position)
{
  LesReviewItem *item = get_item (self, position);

  if (is_acceptable (item))
    accept (self, les_review_item_get_id (item));
  else if (!place (self, item))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
setup_row_cb (LesReviewPanel *self, GtkListItem *list_item)
{
  GtkWidget *row = les_review_row_new ();

  les_card_follow_current (LES_CARD (row), list_item);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (LesReviewPanel *self, GtkListItem *list_item)
{
  les_review_row_set_item (LES_REVIEW_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
les_review_panel_show_session (LesPanel *panel, LesSession *session)
{
  LesReviewPanel *self = LES_REVIEW_PANEL (panel);

  self->syncing = TRUE;
  g_list_store_remove_all (self->model);
  self->syncing = FALSE;
  self->session = session;
  if (session != NULL)
    fill (self);
}

static void
les_review_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_OPEN:
      g_value_set_uint (value, les_review_panel_get_n (LES_REVIEW_PANEL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_review_panel_dispose (GObject *object)
{
  LesReviewPanel *self = LES_REVIEW_PANEL (object);

  les_panel_leave_session (LES_PANEL (self));
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  if (self->pages != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->pages)));

  G_OBJECT_CLASS (les_review_panel_parent_class)->dispose (object);
}

static void
les_review_panel_class_init (LesReviewPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = les_review_panel_get_property;
  object_class->dispose = les_review_panel_dispose;
  LES_PANEL_CLASS (klass)->show_session = les_review_panel_show_session;

  properties[PROP_N_OPEN] = g_param_spec_uint ("n-open", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/annotations/les-review-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LesReviewPanel, pages);
  gtk_widget_class_bind_template_child (widget_class, LesReviewPanel, accept_all);
  gtk_widget_class_bind_template_child (widget_class, LesReviewPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "review.accept", "s", accept_action);
  gtk_widget_class_install_action (widget_class, "review.place", "s", place_action);
  gtk_widget_class_install_action (widget_class, "review.delete", "s", delete_action);
  gtk_widget_class_install_action (widget_class, "review.accept-all", NULL, accept_all_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_key_cb, NULL);
}

static void
les_review_panel_init (LesReviewPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_row_cb),
                                                                G_CALLBACK (bind_row_cb), NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  les_reading_face_follow (GTK_WIDGET (self));

  les_panel_follow_project (LES_PANEL (self), "changed", G_CALLBACK (project_changed_cb));
  self->model = g_list_store_new (LES_TYPE_REVIEW_ITEM);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
les_review_panel_new (LesSession *session)
{
  return g_object_new (LES_TYPE_REVIEW_PANEL, "session", session, NULL);
}

/** Returns: how many annotations are to be reviewed */
guint
les_review_panel_get_n (LesReviewPanel *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static GtkWidget *
find_current_row (LesReviewPanel *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (LES_IS_REVIEW_ROW (row) && les_card_is_current (LES_CARD (row)))
        return child;
    }
  return NULL;
}

/** Puts the focus on the current one; the first one is shown when none was. */
void
les_review_panel_focus (LesReviewPanel *self)
{
  GtkWidget *row;

  g_return_if_fail (LES_IS_REVIEW_PANEL (self));

  if (get_current (self) == NULL)
    select_position (self, 0);
  row = find_current_row (self);
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/** Shows the next one; after the last the first. */
void
les_review_panel_step (LesReviewPanel *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n = les_review_panel_get_n (self);

  if (n > 0)
    select_position (self, position == GTK_INVALID_LIST_POSITION ? 0 : (position + 1) % n);
}

/** Settles the current one as it is, unless it is to be placed, and shows the next. */
void
les_review_panel_accept (LesReviewPanel *self)
{
  LesReviewItem *item = get_current (self);

  if (item != NULL && is_acceptable (item))
    accept (self, les_review_item_get_id (item));
}

/** Settles all that have a place, in one step of undoing. */
void
les_review_panel_accept_all (LesReviewPanel *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < les_review_panel_get_n (self); i++)
    if (is_acceptable (get_item (self, i)))
      g_ptr_array_add (ids, (gpointer) les_review_item_get_id (get_item (self, i)));
  if (ids->len == 0)
    return;
  g_ptr_array_add (ids, NULL);
  les_session_perform (self->session, les_text_edits_accept (les_session_get_project (self->session),
                                                             (const char * const *) ids->pdata));
}

/** Puts the current one on what is selected in its text, and shows the next. Returns: whether it could */
gboolean
les_review_panel_place (LesReviewPanel *self)
{
  LesReviewItem *item = get_current (self);

  return item != NULL && place (self, item);
}
