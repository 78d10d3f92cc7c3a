/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-list.h"

#include <adwaita.h>

#include "les-edits.h"
#include "les-tag-list-row.h"
#include "les-tag-names.h"
#include "les-text-keys.h"

/**
 * LesTagList:
 *
 * All tags with the number of annotations that carry them. Editing goes
 * through the window's action "win.edit-tag" (id; empty for a new tag).
 *
 * Signal "tag-activated" (id): somebody wants to see its annotations.
 */
struct _LesTagList
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkEditable *search;
  GtkStack *pages;
  GtkListView *list;

  /* Owned */
  LesSession *session;
  GListStore *model;

  /* State */
  guint refill_id;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

enum
{
  TAG_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesTagList, les_tag_list, GTK_TYPE_WIDGET)

static GPtrArray *
collect_entries (LesTagList *self)
{
  LesProject *project = les_session_get_project (self->session);
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
  g_autofree char *key = les_tag_dup_key (words);
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);
  g_autoptr (GHashTable) uses = les_tag_count_uses (project);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tags->len; i++)
    {
      const char *id = les_record_get_id (tags->pdata[i]);
      g_autoptr (LesTagEntry) entry = les_tag_entry_new (project, tags->pdata[i], les_tag_get_n_uses (uses, id));

      if (les_tag_entry_has_words (entry, key))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }
  g_ptr_array_sort (entries, les_tag_entry_compare);
  return entries;
}

static void
fill (LesTagList *self)
{
  g_autoptr (GPtrArray) entries = NULL;
  gboolean any;

  if (self->session == NULL)
    return;
  entries = collect_entries (self);
  any = les_project_get_n_records (les_session_get_project (self->session), LES_RECORD_TAG) > 0;
  g_list_store_splice (self->model, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)),
                       entries->pdata, entries->len);
  gtk_stack_set_visible_child_name (self->pages, entries->len > 0 ? "list" : any ? "nothing" : "empty");
}

static gboolean
refill_cb (gpointer data)
{
  LesTagList *self = data;

  self->refill_id = 0;
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
project_changed_cb (LesTagList *self, LesChange *applied)
{
  if (les_change_touches (applied, LES_RECORD_TAG) || les_change_touches (applied, LES_RECORD_ANNOTATION))
    refill_soon (self);
}

static void
activate_cb (LesTagList *self, guint position)
{
  g_autoptr (LesTagEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (entry != NULL)
    g_signal_emit (self, signals[TAG_ACTIVATED], 0,
                   les_record_get_id (LES_RECORD (les_tag_entry_get_tag (entry))));
}

static void
new_tag_cb (LesTagList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-tag", "s", "");
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.edit-tag", parameter);
}

static LesTagEntry *
get_focused_entry (LesTagList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return LES_IS_TAG_LIST_ROW (row) ? les_tag_list_row_get_entry (LES_TAG_LIST_ROW (row)) : NULL;
}

static gboolean
row_key_cb (LesTagList *self, guint keyval)
{
  LesTagEntry *entry = get_focused_entry (self);

  if (entry == NULL)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_F2)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-tag", "s",
                                les_record_get_id (LES_RECORD (les_tag_entry_get_tag (entry))));
  else if (keyval == GDK_KEY_Delete)
    les_session_perform (self->session,
                         les_edits_remove_tag (les_session_get_project (self->session),
                                               les_record_get_id (LES_RECORD (les_tag_entry_get_tag (entry)))));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
setup_row_cb (LesTagList *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, les_tag_list_row_new ());
}

static void
bind_row_cb (LesTagList *self, GtkListItem *list_item)
{
  les_tag_list_row_set_entry (LES_TAG_LIST_ROW (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item));
}

static void
clear_session (LesTagList *self)
{
  if (self->session == NULL)
    return;
  g_clear_handle_id (&self->refill_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (les_session_get_project (self->session), self);
  g_list_store_remove_all (self->model);
  g_clear_object (&self->session);
}

static void
set_session (LesTagList *self, LesSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_object (les_session_get_project (session), "changed",
                           G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
les_tag_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, LES_TAG_LIST (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_tag_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LesTagList *self = LES_TAG_LIST (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (self->session == g_value_get_object (value))
        break;
      clear_session (self);
      if (g_value_get_object (value) != NULL)
        set_session (self, g_value_get_object (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_tag_list_dispose (GObject *object)
{
  LesTagList *self = LES_TAG_LIST (object);

  clear_session (self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->box, gtk_widget_unparent);

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
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, new_tag_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
les_tag_list_class_init (LesTagListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = les_tag_list_get_property;
  object_class->set_property = les_tag_list_set_property;
  object_class->dispose = les_tag_list_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LES_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[TAG_ACTIVATED] = g_signal_new ("tag-activated", LES_TYPE_TAG_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "tags.edit", "s", edit_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  bind_template (widget_class);
}

static void
les_tag_list_init (LesTagList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkNoSelection *rows;

  gtk_widget_init_template (GTK_WIDGET (self));
  les_text_keys_come_first (GTK_WIDGET (self->search));

  self->model = g_list_store_new (LES_TYPE_TAG_ENTRY);
  rows = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (rows));
  g_object_unref (rows);
  g_signal_connect_object (self, "map", G_CALLBACK (fill), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (row_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

GtkWidget *
les_tag_list_new (LesSession *session)
{
  return g_object_new (LES_TYPE_TAG_LIST, "session", session, NULL);
}
