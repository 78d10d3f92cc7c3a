/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotation-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-annotating.h"
#include "les-annotation-card.h"
#include "les-annotation-list.h"
#include "les-reading-face.h"
#include "les-row-factory.h"
#include "les-text-keys.h"

/* Frames to wait for a row that has been scrolled to. */
#define PATIENCE_FRAMES 30

typedef enum
{
  WISH_NOTE,
  WISH_TAGS,
  WISH_FOCUS,
} Wish;

/**
 * LesAnnotationPanel:
 *
 * The annotations of the open articles as cards, in text order; the current
 * one is edited in place. Text and panel follow each other through the
 * session's "annotation-id".
 */
struct _LesAnnotationPanel
{
  LesPanel parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkWidget *filters;
  GtkEditable *search;
  GtkDropDown *tag_filter;
  GtkDropDown *side_filter;
  GtkStack *pages;
  AdwStatusPage *empty;
  GtkListView *list;

  /* Borrowed */
  LesSession *session;      /* as the panel holds it */

  /* Owned */
  LesAnnotationList *model;
  GtkSingleSelection *selection;
  char **filter_tags;     /* ids behind the rows of tag_filter from the second on */

  /* State */
  gboolean syncing;
  int patience;           /* frames left for an editor to appear */
  Wish wish;              /* what to do with it */
  guint wait_id;
};

G_DEFINE_FINAL_TYPE (LesAnnotationPanel, les_annotation_panel, LES_TYPE_PANEL)

static void
show_what_to_do (LesAnnotationPanel *self)
{
  gboolean open = les_session_get_article (self->session, LES_SIDE_LEFT) != NULL;

  adw_status_page_set_description (self->empty,
                                   open ? _("Select a passage and press Ctrl+T to give it a tag, or N to write a note.")
                                        : _("Open an article to mark passages in it."));
}

static void
show_page (LesAnnotationPanel *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean any = les_annotation_list_get_n_all (self->model) > 0;

  show_what_to_do (self);
  gtk_stack_set_visible_child_name (self->pages, n_shown > 0 ? "list" : any ? "nothing" : "empty");
  gtk_widget_set_visible (self->filters, any);
  gtk_widget_set_visible (GTK_WIDGET (self->side_filter), les_session_is_comparing (self->session));
}

static LesAnnotationCard *
find_current_card (LesAnnotationPanel *self)
{
  const char *id = les_session_get_annotation_id (self->session);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); id != NULL && row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);
      LesAnnotationItem *item = LES_IS_ANNOTATION_CARD (card) ? les_annotation_card_get_item (LES_ANNOTATION_CARD (card))
                                                              : NULL;

      if (item != NULL && g_str_equal (id, les_annotation_item_get_id (item)))
        return LES_ANNOTATION_CARD (card);
    }
  return NULL;
}

static LesAnnotationEditor *
find_editor (LesAnnotationPanel *self)
{
  LesAnnotationCard *card = find_current_card (self);

  return card != NULL ? les_annotation_card_get_editor (card) : NULL;
}

static void
scroll_to_current (LesAnnotationPanel *self)
{
  int position = les_annotation_list_find (self->model, les_session_get_annotation_id (self->session));

  if (position >= 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) position);
}

static void
use_editor (LesAnnotationPanel *self, LesAnnotationEditor *editor)
{
  switch (self->wish)
    {
    case WISH_NOTE:
      les_annotation_editor_focus_note (editor);
      break;
    case WISH_TAGS:
      les_annotation_editor_edit_tags (editor);
      break;
    case WISH_FOCUS:
      les_annotation_panel_focus (self);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A row that has just been expanded has its height only after a frame. */
static gboolean
wait_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LesAnnotationPanel *self = LES_ANNOTATION_PANEL (widget);
  LesAnnotationEditor *editor = find_editor (self);

  scroll_to_current (self);
  if (self->patience > 0 && (editor == NULL || !gtk_widget_get_mapped (GTK_WIDGET (editor))))
    {
      self->patience--;
      return G_SOURCE_CONTINUE;
    }
  if (self->patience > 0)
    use_editor (self, editor);
  self->patience = 0;
  self->wait_id = 0;
  return G_SOURCE_REMOVE;
}

static void
scroll_soon (LesAnnotationPanel *self)
{
  if (self->wait_id == 0)
    self->wait_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), wait_cb, NULL, NULL);
}

static void
sync_selection (LesAnnotationPanel *self)
{
  int position = les_annotation_list_find (self->model, les_session_get_annotation_id (self->session));

  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position >= 0 ? (guint) position : GTK_INVALID_LIST_POSITION);
  self->syncing = FALSE;
}

static void
annotation_id_cb (LesAnnotationPanel *self)
{
  sync_selection (self);
  scroll_soon (self);
}

static void
selected_cb (LesAnnotationPanel *self)
{
  LesAnnotationItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->syncing || item == NULL)
    return;
  les_session_set_annotation_id (self->session, les_annotation_item_get_id (item));
  les_annotating_reveal (self->session, les_annotation_item_get_id (item));
}

static void
items_changed_cb (LesAnnotationPanel *self)
{
  sync_selection (self);
  show_page (self);
}

static void
activate_cb (LesAnnotationPanel *self, guint position)
{
  g_autoptr (LesAnnotationItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item == NULL)
    return;
  les_session_set_annotation_id (self->session, les_annotation_item_get_id (item));
  les_annotating_reveal (self->session, les_annotation_item_get_id (item));
}

static void
reveal_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LesAnnotationPanel *self = LES_ANNOTATION_PANEL (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  les_session_set_annotation_id (self->session, id);
  les_annotating_reveal (self->session, id);
}

static void
search_changed_cb (LesAnnotationPanel *self)
{
  les_annotation_list_set_words (self->model, gtk_editable_get_text (self->search));
}

static void
tag_filter_cb (LesAnnotationPanel *self)
{
  guint row = gtk_drop_down_get_selected (self->tag_filter);

  if (self->model == NULL || self->syncing)
    return;
  les_annotation_list_set_tag (self->model, row == 0 || row == GTK_INVALID_LIST_POSITION
                                              ? NULL : self->filter_tags[row - 1]);
}

static void
side_filter_cb (LesAnnotationPanel *self)
{
  guint row = gtk_drop_down_get_selected (self->side_filter);

  if (self->model != NULL)
    les_annotation_list_set_side (self->model, (int) row - 1);
}

static void
clear_filters_cb (LesAnnotationPanel *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->tag_filter, 0);
  gtk_drop_down_set_selected (self->side_filter, 0);
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  LesTag *first = *(LesTag * const *) a;
  LesTag *second = *(LesTag * const *) b;

  return g_utf8_collate (les_tag_get (first, LES_TAG_NAME), les_tag_get (second, LES_TAG_NAME));
}

static guint
find_filter_row (LesAnnotationPanel *self, const char *tag)
{
  for (guint i = 0; tag != NULL && self->filter_tags[i] != NULL; i++)
    if (g_str_equal (self->filter_tags[i], tag))
      return i + 1;
  return 0;
}

static char *
dup_filter_tag (LesAnnotationPanel *self)
{
  guint row = gtk_drop_down_get_selected (self->tag_filter);

  if (self->filter_tags == NULL || row == 0 || row == GTK_INVALID_LIST_POSITION)
    return NULL;
  return g_strdup (self->filter_tags[row - 1]);
}

static void
fill_tag_filter (LesAnnotationPanel *self)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (les_session_get_project (self->session), LES_RECORD_TAG);
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char * const[]) { _("All Tags"), NULL });
  g_autofree char *selected = dup_filter_tag (self);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_ptr_array_sort (tags, compare_tags);
  for (guint i = 0; i < tags->len; i++)
    {
      gtk_string_list_append (names, les_tag_get (tags->pdata[i], LES_TAG_NAME));
      g_strv_builder_add (ids, les_record_get_id (tags->pdata[i]));
    }
  g_strfreev (self->filter_tags);
  self->filter_tags = g_strv_builder_end (ids);

  self->syncing = TRUE;
  gtk_drop_down_set_model (self->tag_filter, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->tag_filter, find_filter_row (self, selected));
  self->syncing = FALSE;
  tag_filter_cb (self);
}

static void
project_changed_cb (LesAnnotationPanel *self, LesChange *applied)
{
  if (les_change_touches (applied, LES_RECORD_TAG))
    fill_tag_filter (self);
}

static gboolean
wait_for_editor (LesAnnotationPanel *self, Wish wish)
{
  LesAnnotationEditor *editor = find_editor (self);

  if (les_session_get_annotation (self->session) == NULL)
    return FALSE;
  self->wish = wish;
  self->patience = PATIENCE_FRAMES;
  if (editor != NULL && gtk_widget_get_mapped (GTK_WIDGET (editor)))
    {
      use_editor (self, editor);
      self->patience = 0;
    }
  scroll_soon (self);
  return TRUE;
}

static gboolean
is_row_focused (LesAnnotationPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self->list);
}

static gboolean
delete_current (LesAnnotationPanel *self)
{
  LesAnnotationItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL || !les_annotating_delete (self->session, les_annotation_item_get_id (item)))
    return FALSE;
  wait_for_editor (self, WISH_FOCUS);
  return TRUE;
}

/* Single keys only where nobody types: on a row itself. */
static gboolean
row_key_cb (LesAnnotationPanel *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (!is_row_focused (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return delete_current (self);
    case GDK_KEY_F2:
    case GDK_KEY_n:
      return les_annotation_panel_edit_note (self);
    case GDK_KEY_t:
      return les_annotation_panel_edit_tags (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
setup_row_cb (LesAnnotationPanel *self, GtkListItem *list_item)
{
  GtkWidget *card = les_annotation_card_new ();

  les_card_follow_current (LES_CARD (card), list_item);
  gtk_list_item_set_child (list_item, card);
}

static void
bind_row_cb (LesAnnotationPanel *self, GtkListItem *list_item)
{
  les_annotation_card_set_item (LES_ANNOTATION_CARD (gtk_list_item_get_child (list_item)),
                                gtk_list_item_get_item (list_item));
}

static void
unbind_row_cb (LesAnnotationPanel *self, GtkListItem *list_item)
{
  les_annotation_card_release (LES_ANNOTATION_CARD (gtk_list_item_get_child (list_item)));
}

static void
take_up_session (LesAnnotationPanel *self)
{
  self->model = les_annotation_list_new (self->session);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "counted", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  fill_tag_filter (self);
  items_changed_cb (self);
}

static void
forget_session (LesAnnotationPanel *self)
{
  gtk_list_view_set_model (self->list, NULL);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->model);
}

static void
les_annotation_panel_show_session (LesPanel *panel, LesSession *session)
{
  LesAnnotationPanel *self = LES_ANNOTATION_PANEL (panel);

  if (self->session != NULL)
    forget_session (self);
  self->session = session;
  if (session != NULL)
    take_up_session (self);
}

static void
les_annotation_panel_dispose (GObject *object)
{
  LesAnnotationPanel *self = LES_ANNOTATION_PANEL (object);

  if (self->wait_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->wait_id);
  self->wait_id = 0;
  les_panel_leave_session (LES_PANEL (self));
  g_clear_object (&self->selection);
  g_clear_pointer (&self->filter_tags, g_strfreev);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_annotation_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lesart/Lesart/ui/annotations/les-annotation-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationPanel, box);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationPanel, filters);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationPanel, search);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationPanel, tag_filter);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationPanel, side_filter);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationPanel, pages);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationPanel, empty);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
les_annotation_panel_class_init (LesAnnotationPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_annotation_panel_dispose;
  LES_PANEL_CLASS (klass)->show_session = les_annotation_panel_show_session;

  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_install_action (widget_class, "annotations.reveal", "s", reveal_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  bind_template (widget_class);
}

static void
les_annotation_panel_init (LesAnnotationPanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_row_cb),
                                                                G_CALLBACK (bind_row_cb), G_CALLBACK (unbind_row_cb));

  gtk_widget_init_template (GTK_WIDGET (self));
  les_text_keys_come_first (GTK_WIDGET (self->search));
  les_reading_face_follow (GTK_WIDGET (self));

  gtk_list_view_set_factory (self->list, factory);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (row_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  les_panel_follow_session (LES_PANEL (self), "notify::annotation-id", G_CALLBACK (annotation_id_cb));
  les_panel_follow_project (LES_PANEL (self), "changed", G_CALLBACK (project_changed_cb));
}

GtkWidget *
les_annotation_panel_new (LesSession *session)
{
  return g_object_new (LES_TYPE_ANNOTATION_PANEL, "session", session, NULL);
}

/** Puts the focus on the current card, or into the search when there is none. */
void
les_annotation_panel_focus (LesAnnotationPanel *self)
{
  LesAnnotationCard *card;

  g_return_if_fail (LES_IS_ANNOTATION_PANEL (self));

  card = find_current_card (self);
  if (card != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (card)));
  else if (!gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * les_annotation_panel_edit_note:
 *
 * Opens the current annotation and puts the cursor into its note, as soon as
 * its card is on the screen.
 *
 * Returns: FALSE when no annotation is current
 */
gboolean
les_annotation_panel_edit_note (LesAnnotationPanel *self)
{
  g_return_val_if_fail (LES_IS_ANNOTATION_PANEL (self) && self->session != NULL, FALSE);

  return wait_for_editor (self, WISH_NOTE);
}

/** As les_annotation_panel_edit_note(), but opens the tag picker. */
gboolean
les_annotation_panel_edit_tags (LesAnnotationPanel *self)
{
  g_return_val_if_fail (LES_IS_ANNOTATION_PANEL (self) && self->session != NULL, FALSE);

  return wait_for_editor (self, WISH_TAGS);
}

/** @tag: (nullable): id of the tag to show alone, NULL for all */
void
les_annotation_panel_filter_tag (LesAnnotationPanel *self, const char *tag)
{
  g_return_if_fail (LES_IS_ANNOTATION_PANEL (self) && self->session != NULL);

  gtk_drop_down_set_selected (self->tag_filter, find_filter_row (self, tag));
}

/** Keeps a note that is being written, before the project is saved or closed. */
void
les_annotation_panel_commit (LesAnnotationPanel *self)
{
  LesAnnotationEditor *editor;

  g_return_if_fail (LES_IS_ANNOTATION_PANEL (self));

  editor = self->session != NULL ? find_editor (self) : NULL;
  if (editor != NULL)
    les_annotation_editor_commit (editor);
}
