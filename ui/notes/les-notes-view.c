/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-notes-view-private.h"

#include <glib/gi18n.h>

#include "les-note-places.h"
#include "les-note-selection.h"
#include "les-reading-face.h"
#include "les-text-keys.h"
#include "les-wrap-layout.h"

#define CHIP_SPACING 6

enum
{
  PROP_0,
  PROP_N_SELECTED,
  PROP_GROUPING,
  N_PROPS
};

static const char * const groupings[] = {
  [LES_NOTE_GROUPING_ARTICLE] = "article",
  [LES_NOTE_GROUPING_TAG] = "tag",
  [LES_NOTE_GROUPING_SPEAKER] = "speaker",
  [LES_NOTE_GROUPING_NONE] = "none",
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LesNotesView, les_notes_view, LES_TYPE_PANEL)

static LesProject *
get_project (LesNotesView *self)
{
  return les_session_get_project (self->session);
}

static LesNoteFilter *
get_filter (LesNotesView *self)
{
  return les_note_list_get_filter (self->model);
}

/* What stands around the list */

static gboolean
is_filtering (LesNotesView *self)
{
  return les_filter_is_active (LES_FILTER (get_filter (self))) || *gtk_editable_get_text (self->search) != '\0';
}

static char *
dup_annotation_count (const LesNoteCounts *counts, gboolean filtering)
{
  if (!filtering)
    return g_strdup_printf (ngettext ("%'u annotation", "%'u annotations", counts->n_all_annotations),
                            counts->n_all_annotations);
  /* Translators: how many the filters let through, and how many there are */
  return g_strdup_printf (ngettext ("%'u of %'u annotation", "%'u of %'u annotations", counts->n_all_annotations),
                          counts->n_annotations, counts->n_all_annotations);
}

static char *
dup_note_count (const LesNoteCounts *counts, gboolean filtering)
{
  if (!filtering)
    return g_strdup_printf (ngettext ("%'u note", "%'u notes", counts->n_all_notes), counts->n_all_notes);
  /* Translators: notes of articles, comparisons, tags and links: how many the filters let through, and how many there are */
  return g_strdup_printf (ngettext ("%'u of %'u note", "%'u of %'u notes", counts->n_all_notes),
                          counts->n_notes, counts->n_all_notes);
}

static void
show_counts (LesNotesView *self)
{
  LesNoteCounts counts = les_note_list_count (self->model);
  g_autofree char *annotations = dup_annotation_count (&counts, is_filtering (self));
  g_autofree char *notes = dup_note_count (&counts, is_filtering (self));
  g_autofree char *both = g_strdup_printf ("%s · %s", annotations, notes);
  const char *words = counts.n_all_notes > 0 ? both : annotations;
  gboolean any = counts.n_all_annotations + counts.n_all_notes > 0;
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  gtk_label_set_text (self->count, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), words);
  gtk_widget_set_visible (self->bar, any || n_rows > 0);
  gtk_widget_set_visible (self->tools, any || n_rows > 0);
  gtk_widget_set_sensitive (self->export_button, n_rows > 0);
  gtk_stack_set_visible_child_name (self->pages, n_rows > 0 ? "list" : any ? "nothing" : "empty");
  adw_status_page_set_description (self->nothing, les_note_filter_is_too_long (get_filter (self))
                                                  ? _("Too many words to look for at once.")
                                                  : _("No annotation or note fits the search and the filters."));
}

static void
show_filters (LesNotesView *self)
{
  les_filter_popover_show_chips (LES_FILTER_POPOVER (self->filters), self->chips);
  if (les_filter_is_active (LES_FILTER (get_filter (self))))
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "filtering");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "filtering");
}

static gboolean
any_selected_annotation (LesNotesView *self)
{
  for (guint i = 0; i < self->records->len; i++)
    if (LES_IS_ANNOTATION (self->records->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
show_selected (LesNotesView *self)
{
  guint n = self->records->len;
  gboolean annotated = any_selected_annotation (self);
  g_autofree char *words = n > 1 ? g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n) : NULL;

  gtk_label_set_text (self->selected, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->selected), words != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tag_button), annotated);
  gtk_widget_set_sensitive (GTK_WIDGET (self->untag_button), annotated);
  gtk_widget_set_sensitive (self->delete_button, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), n == 1);
  les_note_editor_show (self->editor, self->session, n == 1 ? self->records->pdata[0] : NULL);
}

/** What is selected is looked at. */
void
les_notes_view_note_selection (LesNotesView *self)
{
  GPtrArray *records = les_note_selection_ref_records (GTK_SELECTION_MODEL (self->selection));
  guint n_before = self->records->len;

  g_ptr_array_unref (self->records);
  self->records = records;
  show_selected (self);
  if (records->len != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

/* Whether what has the focus was just taken out of the window. */
static gboolean
has_focus_gone (LesNotesView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_root (focus) == NULL;
}

static gboolean
look_again_cb (gpointer data)
{
  LesNotesView *self = data;

  self->look_id = 0;
  les_notes_view_note_selection (self);
  /* The row with the focus went; the list gave the focus to another one, or will. */
  if (self->records->len == 0 && (les_notes_view_is_row_focused (self) || has_focus_gone (self))
      && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    les_notes_view_focus_list (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: a note that is taken over when its editor shows another one
 * changes the rows, and they are just being changed. */
static void
items_changed_cb (LesNotesView *self)
{
  if (self->look_id == 0)
    self->look_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, look_again_cb, self, NULL);
}

static void
filter_changed_cb (LesNotesView *self)
{
  show_filters (self);
  show_counts (self);
}

/* Searching and filtering */

static void
search_changed_cb (LesNotesView *self)
{
  if (self->model != NULL)
    les_note_filter_set_words (get_filter (self), gtk_editable_get_text (self->search));
}

static void
search_activate_cb (LesNotesView *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    les_notes_view_focus_list (self);
}

static void
stop_search_cb (LesNotesView *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "texts");
}

static gboolean
focus_list_again_cb (gpointer data)
{
  LesNotesView *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->focus_id = 0;
  if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_MENU_BUTTON) != NULL)
    les_notes_view_focus_list (self);
  return G_SOURCE_REMOVE;
}

/* Newer versions of GTK give the focus to the button once its popover has said that
 * it closed. */
static void
popover_closed_cb (LesNotesView *self)
{
  les_notes_view_focus_list (self);
  if (self->focus_id == 0)
    self->focus_id = g_idle_add (focus_list_again_cb, self);
}

static void
show_all_cb (LesNotesView *self)
{
  gtk_editable_set_text (self->search, "");
  les_filter_clear (LES_FILTER (get_filter (self)));
  les_notes_view_focus_list (self);
}

static gboolean
search_key_cb (LesNotesView *self, guint keyval)
{
  if (keyval != GDK_KEY_Down || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return GDK_EVENT_PROPAGATE;
  search_activate_cb (self);
  return GDK_EVENT_STOP;
}

/* Going to places */

/* A tag has its place here: all that carries it. */
static void
go_to (LesNotesView *self, LesRecord *record)
{
  if (les_note_places_show (GTK_WIDGET (self), self->session, record) || !LES_IS_TAG (record))
    return;
  gtk_editable_set_text (self->search, "");
  les_note_filter_set_only (get_filter (self), LES_NOTE_FACET_TAG, les_record_get_id (record));
}

/* A passage is read in its text; any other note is written here. */
static void
activate_cb (LesNotesView *self, guint position)
{
  LesRecord *found = les_notes_view_get_record_at (self, position);
  g_autoptr (LesRecord) record = found != NULL ? g_object_ref (found) : NULL;

  if (record == NULL)
    return;
  if (LES_IS_ANNOTATION (record))
    {
      les_note_editor_commit (self->editor);
      go_to (self, record);
    }
  else
    les_notes_view_edit (self, les_record_get_kind (record), les_record_get_id (record));
}

/* Writing a note */

static void
editor_entered_cb (LesNotesView *self)
{
  LesRecord *record = les_note_editor_get_record (self->editor);

  if (record != NULL)
    les_note_list_hold (self->model, les_record_get_kind (record), les_record_get_id (record));
}

static void
editor_left_cb (LesNotesView *self)
{
  if (self->model != NULL)
    les_note_list_hold (self->model, LES_RECORD_ANNOTATION, NULL);
}

static void
editor_go_cb (LesNotesView *self)
{
  g_autoptr (LesRecord) record = NULL;

  les_note_editor_commit (self->editor);
  record = g_object_ref (les_note_editor_get_record (self->editor));
  go_to (self, record);
}

/* Session */

static void
forget_session (LesNotesView *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  les_note_editor_show (self->editor, NULL, NULL);
  g_clear_handle_id (&self->look_id, g_source_remove);
  les_note_filters_set_list (self->filters, NULL);
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_ptr_array_set_size (self->records, 0);
}

static void
take_up_session (LesNotesView *self)
{
  self->model = les_note_list_new (get_project (self));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  les_note_filters_set_list (self->filters, self->model);
  gtk_editable_set_text (self->search, "");

  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (les_notes_view_note_selection), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "counted", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "relabelled", G_CALLBACK (les_notes_view_refresh_cells), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
  les_notes_view_note_selection (self);
}

static void
les_notes_view_show_session (LesPanel *panel, LesSession *session)
{
  LesNotesView *self = LES_NOTES_VIEW (panel);

  if (self->session != NULL)
    forget_session (self);
  self->session = session;
  if (session != NULL)
    take_up_session (self);
}

static void
les_notes_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LesNotesView *self = LES_NOTES_VIEW (object);

  switch (prop_id)
    {
    case PROP_N_SELECTED:
      g_value_set_uint (value, les_notes_view_get_n_selected (self));
      break;
    case PROP_GROUPING:
      g_value_set_string (value, les_notes_view_get_grouping (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_notes_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LesNotesView *self = LES_NOTES_VIEW (object);

  switch (prop_id)
    {
    case PROP_GROUPING:
      les_notes_view_set_grouping (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_notes_view_map (GtkWidget *widget)
{
  LES_NOTES_VIEW (widget)->fresh = TRUE;
  GTK_WIDGET_CLASS (les_notes_view_parent_class)->map (widget);
}

static void
les_notes_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&LES_NOTES_VIEW (widget)->focus_id, g_source_remove);
  les_note_editor_commit (LES_NOTES_VIEW (widget)->editor);
  GTK_WIDGET_CLASS (les_notes_view_parent_class)->unmap (widget);
}

/* Who comes here wants to be in the list, where they left it. */
static gboolean
les_notes_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LesNotesView *self = LES_NOTES_VIEW (widget);

  if (self->fresh && self->model != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    {
      self->fresh = FALSE;
      les_notes_view_focus_list (self);
      return TRUE;
    }
  self->fresh = FALSE;
  return GTK_WIDGET_CLASS (les_notes_view_parent_class)->focus (widget, direction);
}

static void
les_notes_view_dispose (GObject *object)
{
  LesNotesView *self = LES_NOTES_VIEW (object);
  GtkWidget *child;

  les_panel_leave_session (LES_PANEL (self));
  if (self->wait_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->wait_id);
  self->wait_id = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), LES_TYPE_NOTES_VIEW);

  G_OBJECT_CLASS (les_notes_view_parent_class)->dispose (object);
}

static void
les_notes_view_finalize (GObject *object)
{
  g_ptr_array_unref (LES_NOTES_VIEW (object)->records);

  G_OBJECT_CLASS (les_notes_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/notes/les-notes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, search);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, filters);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, chips);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, bar);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, tools);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, count);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, selected);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, tag_button);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, tagger);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, untag_button);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, untagger);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, delete_button);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, export_button);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, pages);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, nothing);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, list);
  gtk_widget_class_bind_template_child (widget_class, LesNotesView, editor);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, les_notes_view_delete_selected);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_go_cb);
  gtk_widget_class_bind_template_callback (widget_class, les_notes_view_focus_list);
  gtk_widget_class_bind_template_callback (widget_class, popover_closed_cb);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | flags);
  properties[PROP_GROUPING] = g_param_spec_string ("grouping", NULL, NULL, "article", G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
les_notes_view_class_init (LesNotesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = les_notes_view_get_property;
  object_class->set_property = les_notes_view_set_property;
  object_class->dispose = les_notes_view_dispose;
  object_class->finalize = les_notes_view_finalize;
  widget_class->map = les_notes_view_map;
  widget_class->unmap = les_notes_view_unmap;
  widget_class->focus = les_notes_view_focus;
  LES_PANEL_CLASS (klass)->show_session = les_notes_view_show_session;
  install_properties (object_class);

  g_type_ensure (LES_TYPE_NOTE_EDITOR);
  g_type_ensure (LES_TYPE_NOTE_FILTERS);
  g_type_ensure (LES_TYPE_NOTE_TAGGER);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  bind_template (widget_class);
}

/** @callback: of "key-pressed", called with @self first */
void
les_notes_view_add_keys (LesNotesView *self, GtkWidget *widget, GtkPropagationPhase phase, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, phase);
  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static void
les_notes_view_init (LesNotesView *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->chips, les_wrap_layout_new (CHIP_SPACING));
  les_text_keys_come_first (GTK_WIDGET (self->search));
  les_reading_face_follow (GTK_WIDGET (self));
  les_notes_view_show_rows (self);
  les_notes_view_listen_to_taggers (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (les_notes_view_refresh_cells),
                           self, G_CONNECT_SWAPPED);
  les_notes_view_add_keys (self, GTK_WIDGET (self->search), GTK_PHASE_BUBBLE, G_CALLBACK (search_key_cb));
}

GtkWidget *
les_notes_view_new (LesSession *session)
{
  return g_object_new (LES_TYPE_NOTES_VIEW, "session", session, NULL);
}

/** Returns: how many annotations and notes are selected, each once */
guint
les_notes_view_get_n_selected (LesNotesView *self)
{
  g_return_val_if_fail (LES_IS_NOTES_VIEW (self), 0);

  return self->records->len;
}

/** Returns: how many rows are shown, headings among them */
guint
les_notes_view_get_n_rows (LesNotesView *self)
{
  g_return_val_if_fail (LES_IS_NOTES_VIEW (self), 0);

  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

/** Returns: (transfer none): "article", "tag", "speaker" or "none" */
const char *
les_notes_view_get_grouping (LesNotesView *self)
{
  g_return_val_if_fail (LES_IS_NOTES_VIEW (self), NULL);

  return groupings[self->model != NULL ? les_note_list_get_grouping (self->model) : LES_NOTE_GROUPING_ARTICLE];
}

/** @grouping: one of the words of les_notes_view_get_grouping(); others do nothing */
void
les_notes_view_set_grouping (LesNotesView *self, const char *grouping)
{
  g_return_if_fail (LES_IS_NOTES_VIEW (self));

  for (guint i = 0; self->model != NULL && i < G_N_ELEMENTS (groupings); i++)
    if (g_strcmp0 (grouping, groupings[i]) == 0 && les_note_list_get_grouping (self->model) != i)
      {
        les_note_list_set_grouping (self->model, (LesNoteGrouping) i);
        les_notes_view_refresh_cells (self);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPING]);
      }
}

void
les_notes_view_focus_search (LesNotesView *self)
{
  g_return_if_fail (LES_IS_NOTES_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}

void
les_notes_view_popup_filters (LesNotesView *self)
{
  g_return_if_fail (LES_IS_NOTES_VIEW (self));

  gtk_menu_button_popup (self->filter_button);
}

/** Lets a tag be picked for the selected annotations. @untag: to take it off */
void
les_notes_view_popup_tagger (LesNotesView *self, gboolean untag)
{
  GtkMenuButton *button;

  g_return_if_fail (LES_IS_NOTES_VIEW (self));

  button = untag ? self->untag_button : self->tag_button;
  if (gtk_widget_get_sensitive (GTK_WIDGET (button)))
    gtk_menu_button_popup (button);
}

/**
 * les_notes_view_edit:
 * @kind: not the project itself
 *
 * Selects this record alone, shows it whatever the filters say, and puts the
 * cursor into its note.
 *
 * Returns: FALSE when there is no such record
 */
gboolean
les_notes_view_edit (LesNotesView *self, LesRecordKind kind, const char *id)
{
  g_autofree char *copy = g_strdup (id);
  int position;

  g_return_val_if_fail (LES_IS_NOTES_VIEW (self), FALSE);

  if (self->model == NULL || les_project_lookup (get_project (self), kind, copy) == NULL)
    return FALSE;
  les_note_editor_commit (self->editor);
  les_note_list_hold (self->model, kind, copy);
  position = les_note_list_find (self->model, kind, copy);
  if (position < 0)
    return FALSE;
  les_notes_view_select_row (self, position);
  les_notes_view_note_selection (self);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) position);
  self->fresh = FALSE;
  les_note_editor_focus (self->editor);
  return TRUE;
}

/**
 * les_notes_view_export:
 * @format: "csv" or "markdown"
 *
 * Returns: (transfer full) (nullable): what is selected, or all that is shown
 *   when nothing is, in the order and under the headings of the list
 */
GBytes *
les_notes_view_export (LesNotesView *self, const char *format, GError **error)
{
  g_autoptr (LesExportNotes) notes = NULL;

  g_return_val_if_fail (LES_IS_NOTES_VIEW (self) && self->session != NULL, NULL);

  les_note_editor_commit (self->editor);
  notes = les_export_notes_new (get_project (self));
  les_note_selection_export (GTK_SELECTION_MODEL (self->selection), self->model, self->records->len == 0, notes);
  return les_export_notes_write (notes, format, error);
}

/** Takes a note that is being written over into the project. */
void
les_notes_view_commit (LesNotesView *self)
{
  g_return_if_fail (LES_IS_NOTES_VIEW (self));

  les_note_editor_commit (self->editor);
}
