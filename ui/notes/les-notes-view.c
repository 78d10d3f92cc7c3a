/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-notes-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-edits.h"
#include "les-note-cell.h"
#include "les-note-chips.h"
#include "les-note-editor.h"
#include "les-note-edits.h"
#include "les-note-filters.h"
#include "les-note-selection.h"
#include "les-note-tagger.h"
#include "les-reading-face.h"
#include "les-text-keys.h"
#include "les-wrap-layout.h"

#define CHIP_SPACING 6
/* Frames to wait for a row that has been scrolled to. */
#define PATIENCE_FRAMES 30

/**
 * LesNotesView:
 *
 * All annotations and notes of the project in one list, filtered, grouped,
 * selected and altered many at a time. The note of the one row that is
 * selected is written below the list. The way to the text is Enter.
 *
 * Properties: "session"; "n-selected": how many annotations and notes are
 * selected; "grouping": "article", "tag", "speaker" or "none".
 */
struct _LesNotesView
{
  GtkWidget parent_instance;

  /* Template children */
  GtkEditable *search;
  GtkMenuButton *filter_button;
  LesNoteFilters *filters;
  GtkWidget *chips;
  GtkWidget *bar;
  GtkWidget *tools;
  GtkLabel *count;
  GtkLabel *selected;
  GtkMenuButton *tag_button;
  LesNoteTagger *tagger;
  GtkMenuButton *untag_button;
  LesNoteTagger *untagger;
  GtkWidget *delete_button;
  GtkWidget *export_button;
  GtkStack *pages;
  AdwStatusPage *nothing;
  GtkListView *list;
  LesNoteEditor *editor;

  /* Owned */
  LesSession *session;
  LesNoteList *model;
  GtkMultiSelection *selection;
  GPtrArray *records;     /* of LesRecord: what is selected */

  /* State */
  gboolean fresh;         /* just mapped: the first focus goes to the list */
  guint look_id;          /* what is selected will be looked at */
  guint wait_id;
  guint awaited;          /* row that gets the focus when it is there */
  int patience;
};

enum
{
  PROP_0,
  PROP_SESSION,
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

G_DEFINE_FINAL_TYPE (LesNotesView, les_notes_view, GTK_TYPE_WIDGET)

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

static LesRecord *
get_record_at (LesNotesView *self, guint position)
{
  g_autoptr (LesNoteRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  return row != NULL ? les_note_row_get_record (row) : NULL;
}

/* Rows on the screen */

static void selection_changed_cb (LesNotesView *self);

static GtkWidget *
find_row_widget (LesNotesView *self, guint position)
{
  g_autoptr (LesNoteRow) wanted = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); wanted != NULL && row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);

      if (LES_IS_NOTE_CELL (cell) && les_note_cell_get_row (LES_NOTE_CELL (cell)) == wanted)
        return row;
    }
  return NULL;
}

/* A row that is scrolled to is there only after a frame. */
static gboolean
wait_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LesNotesView *self = LES_NOTES_VIEW (widget);
  GtkWidget *row = find_row_widget (self, self->awaited);

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", self->awaited);
  if ((row == NULL || !gtk_widget_grab_focus (row)) && self->patience-- > 0)
    return G_SOURCE_CONTINUE;
  self->wait_id = 0;
  return G_SOURCE_REMOVE;
}

static void
focus_row (LesNotesView *self, guint position)
{
  GtkWidget *row = find_row_widget (self, position);

  if (row != NULL && gtk_widget_grab_focus (row))
    return;
  self->awaited = position;
  self->patience = PATIENCE_FRAMES;
  if (self->wait_id == 0)
    self->wait_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), wait_cb, NULL, NULL);
}

static guint
find_first_selected (LesNotesView *self)
{
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (!gtk_bitset_is_empty (positions))
    return gtk_bitset_get_minimum (positions);
  return get_record_at (self, 0) != NULL ? 0 : 1;
}

/* Through the list itself: Shift and an arrow key then go on from there. */
static void
select_row (LesNotesView *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.select-item", "(ubb)", position, FALSE, FALSE);
}

/* The keys work on what is selected; so something is. */
static void
select_something (LesNotesView *self)
{
  guint position = find_first_selected (self);

  if (self->records->len == 0 && get_record_at (self, position) != NULL)
    select_row (self, position);
}

/* Returns: where the row is that has the focus, or had it last in the list; -1 when none had */
static int
find_last_position (LesNotesView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *cell = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  return LES_IS_NOTE_CELL (cell) ? les_note_list_find_row (self->model, les_note_cell_get_row (LES_NOTE_CELL (cell)))
                                 : -1;
}

/* What is selected is known only after a turn when rows have come or gone. */
static void
catch_up (LesNotesView *self)
{
  if (self->look_id == 0)
    return;
  g_clear_handle_id (&self->look_id, g_source_remove);
  selection_changed_cb (self);
}

/* Where one was in the list, if that is selected, else where something is: the
 * keys work on what is selected, and must be seen to. */
static void
focus_list (LesNotesView *self)
{
  int position;

  catch_up (self);
  select_something (self);
  position = find_last_position (self);
  if (position < 0 || !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    position = find_first_selected (self);
  focus_row (self, position);
}

static gboolean
is_row_focused (LesNotesView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self->list);
}

static void
refresh_cells (LesNotesView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (LES_IS_NOTE_CELL (gtk_widget_get_first_child (row)))
      les_note_cell_refresh (LES_NOTE_CELL (gtk_widget_get_first_child (row)));
}

/* What stands around the list */

static gboolean
is_filtering (LesNotesView *self)
{
  return les_note_filter_is_active (get_filter (self)) || *gtk_editable_get_text (self->search) != '\0';
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
  les_note_chips_fill (self->chips, self->model);
  if (les_note_filter_is_active (get_filter (self)))
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

static void
selection_changed_cb (LesNotesView *self)
{
  GPtrArray *records = les_note_selection_ref_records (GTK_SELECTION_MODEL (self->selection));
  guint n_before = self->records->len;

  g_ptr_array_unref (self->records);
  self->records = records;
  show_selected (self);
  if (records->len != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static gboolean
look_again_cb (gpointer data)
{
  LesNotesView *self = data;

  self->look_id = 0;
  selection_changed_cb (self);
  /* The row with the focus went, and the list gave the focus to another one. */
  if (self->records->len == 0 && is_row_focused (self) && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    focus_list (self);
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
    focus_list (self);
}

static void
stop_search_cb (LesNotesView *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "texts");
}

static void
show_all_cb (LesNotesView *self)
{
  gtk_editable_set_text (self->search, "");
  les_note_filter_clear (get_filter (self));
  focus_list (self);
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

static LesSide
open_article (LesNotesView *self, const char *article)
{
  LesSide side = les_session_get_active_side (self->session);

  if (!les_session_find_side (self->session, article, &side))
    les_session_open_article (self->session, side, article);
  les_session_find_side (self->session, article, &side);
  les_session_set_active_side (self->session, side);
  return side;
}

static void
focus_text (LesNotesView *self, LesSide side)
{
  gtk_widget_activate_action (GTK_WIDGET (self), side == LES_SIDE_LEFT ? "win.focus-left" : "win.focus-right", NULL);
}

/* The texts come first: a text that is not shown cannot be scrolled. */
static void
go_to_annotation (LesNotesView *self, const char *id)
{
  LesAnnotation *annotation = les_project_get_annotation (get_project (self), id);
  LesSide side;

  if (annotation == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "texts");
  side = open_article (self, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
  les_session_set_annotation_id (self->session, id);
  les_session_reveal (self->session, side, les_annotation_get_range (annotation));
  focus_text (self, side);
}

static void
go_to_comparison (LesNotesView *self, LesComparison *comparison)
{
  les_session_open_pair (self->session, les_comparison_get (comparison, LES_COMPARISON_LEFT),
                         les_comparison_get (comparison, LES_COMPARISON_RIGHT));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "texts");
}

static void
go_to_article (LesNotesView *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "texts");
  focus_text (self, open_article (self, id));
}

static void
go_to (LesNotesView *self, LesRecord *record)
{
  if (LES_IS_ANNOTATION (record))
    go_to_annotation (self, les_record_get_id (record));
  else if (LES_IS_LINK (record))
    go_to_annotation (self, les_link_get (LES_LINK (record), LES_LINK_FROM));
  else if (LES_IS_COMPARISON (record))
    go_to_comparison (self, LES_COMPARISON (record));
  else if (LES_IS_ARTICLE (record))
    go_to_article (self, les_record_get_id (record));
  else if (LES_IS_TAG (record))
    {
      gtk_editable_set_text (self->search, "");
      les_note_filter_set_only (get_filter (self), LES_NOTE_FACET_TAG, les_record_get_id (record));
    }
}

/* A passage is read in its text; any other note is written here. */
static void
activate_cb (LesNotesView *self, guint position)
{
  LesRecord *found = get_record_at (self, position);
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

static gboolean
write_note (LesNotesView *self)
{
  if (self->records->len != 1)
    return GDK_EVENT_PROPAGATE;
  les_note_editor_focus (self->editor);
  return GDK_EVENT_STOP;
}

/* What is done to all that is selected */

static void
tell (LesNotesView *self, const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undoable", "s", words);
}

static void
perform_tagging (LesNotesView *self, LesChange *change, gboolean untag, const char *name)
{
  guint n = les_change_get_n_edits (change);
  g_autofree char *words = NULL;

  les_session_perform (self->session, change);
  if (untag)
    /* Translators: %u is the number of annotations, %s the name of a tag */
    words = g_strdup_printf (ngettext ("Tag “%2$s” removed from %1$u annotation",
                                       "Tag “%2$s” removed from %1$u annotations", n), n, name);
  else
    /* Translators: %u is the number of annotations, %s the name of a tag */
    words = g_strdup_printf (ngettext ("%1$u annotation tagged “%2$s”",
                                       "%1$u annotations tagged “%2$s”", n), n, name);
  tell (self, words);
}

static void
tag_selected (LesNotesView *self, const char *tag, const char *name)
{
  LesHistory *history = les_session_get_history (self->session);
  g_auto (GStrv) ids = les_note_list_annotation_ids (self->records);
  g_autofree char *id = g_strdup (tag);
  LesChange *change;

  les_history_begin_group (history, LES_CHANGE_EDIT_TAGS);
  if (id == NULL)
    les_session_perform (self->session, les_edits_add_tag (get_project (self), name, NULL, &id));
  change = les_edits_tag_all (get_project (self), (const char * const *) ids, id);
  if (les_change_get_n_edits (change) > 0)
    perform_tagging (self, change, FALSE, name);
  else
    les_change_unref (change);
  les_history_end_group (history);
  les_session_note_tag_used (self->session, id);
}

static void
tag_picked_cb (LesNotesView *self, const char *tag, const char *name)
{
  g_autofree char *kept_tag = g_strdup (tag);
  g_autofree char *kept_name = g_strdup (name);

  tag_selected (self, kept_tag, kept_name);
  focus_list (self);
}

static void
untag_picked_cb (LesNotesView *self, const char *tag, const char *name)
{
  g_auto (GStrv) ids = les_note_list_annotation_ids (self->records);
  g_autofree char *kept_name = g_strdup (name);
  LesChange *change = les_edits_untag_all (get_project (self), (const char * const *) ids, tag);

  if (les_change_get_n_edits (change) > 0)
    perform_tagging (self, change, TRUE, kept_name);
  else
    les_change_unref (change);
  focus_list (self);
}

static void
prepare_tagger_cb (GtkMenuButton *button, gpointer data)
{
  LesNotesView *self = data;

  les_note_tagger_prepare (self->tagger, self->session, NULL);
}

static void
prepare_untagger_cb (GtkMenuButton *button, gpointer data)
{
  LesNotesView *self = data;
  g_autoptr (GPtrArray) records = les_note_selection_ref_records (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GHashTable) uses = les_note_count_tags (records);

  les_note_tagger_prepare (self->untagger, self->session, uses);
}

static int
find_focused_position (LesNotesView *self)
{
  return is_row_focused (self) ? find_last_position (self) : -1;
}

/* An arrow key goes from row to row as if no heading stood between them. */
static gboolean
arrow_key_cb (LesNotesView *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  gboolean up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;
  int next = find_focused_position (self) + (down ? 1 : -1);

  if ((!down && !up) || next < 0 || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || next >= (int) les_notes_view_get_n_rows (self) || get_record_at (self, next) != NULL)
    return GDK_EVENT_PROPAGATE;
  next += down ? 1 : -1;
  if (next >= 0)
    {
      select_row (self, next);
      focus_row (self, next);
    }
  return GDK_EVENT_STOP;
}

/* Single keys only where nobody types: on a row itself. */
static gboolean
row_key_cb (LesNotesView *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (!is_row_focused (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      les_notes_view_delete_selected (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
    case GDK_KEY_n:
      return write_note (self);
    case GDK_KEY_t:
      les_notes_view_popup_tagger (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_u:
      les_notes_view_popup_tagger (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_slash:
      les_notes_view_focus_search (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Rows */

static void
setup_row_cb (LesNotesView *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, les_note_cell_new ());
}

static void
bind_row_cb (LesNotesView *self, GtkListItem *list_item)
{
  LesNoteRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *cell = gtk_list_item_get_child (list_item);

  les_note_cell_show (LES_NOTE_CELL (cell), self->model, row);
}

static void
unbind_row_cb (LesNotesView *self, GtkListItem *list_item)
{
  les_note_cell_release (LES_NOTE_CELL (gtk_list_item_get_child (list_item)));
}

/* Session */

static void
clear_session (LesNotesView *self)
{
  if (self->session == NULL)
    return;
  g_clear_handle_id (&self->look_id, g_source_remove);
  les_note_editor_show (self->editor, NULL, NULL);
  g_clear_handle_id (&self->look_id, g_source_remove);
  les_note_filters_set_list (self->filters, NULL);
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_ptr_array_set_size (self->records, 0);
}

static void
set_session (LesNotesView *self, LesSession *session)
{
  self->session = g_object_ref (session);
  self->model = les_note_list_new (les_session_get_project (session));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  les_note_filters_set_list (self->filters, self->model);
  gtk_editable_set_text (self->search, "");

  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->model, "counted", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "relabelled", G_CALLBACK (refresh_cells), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
  selection_changed_cb (self);
}

static void
les_notes_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LesNotesView *self = LES_NOTES_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
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
  LesSession *session;

  switch (prop_id)
    {
    case PROP_SESSION:
      session = g_value_get_object (value);
      if (session == self->session)
        break;
      clear_session (self);
      if (session != NULL)
        set_session (self, session);
      break;
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
      focus_list (self);
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

  if (self->list != NULL)
    clear_session (self);
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
  gtk_widget_class_bind_template_callback (widget_class, tag_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, untag_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, les_notes_view_delete_selected);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_go_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_list);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LES_TYPE_SESSION, G_PARAM_READWRITE | flags);
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
  install_properties (object_class);

  g_type_ensure (LES_TYPE_NOTE_EDITOR);
  g_type_ensure (LES_TYPE_NOTE_FILTERS);
  g_type_ensure (LES_TYPE_NOTE_TAGGER);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  bind_template (widget_class);
}

static GtkListItemFactory *
new_factory (LesNotesView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_SWAPPED);
  return factory;
}

static void
add_keys (LesNotesView *self, GtkWidget *widget, GtkPropagationPhase phase, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, phase);
  g_signal_connect_object (keys, "key-pressed", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static void
les_notes_view_init (LesNotesView *self)
{
  g_autoptr (GtkListItemFactory) factory = new_factory (self);

  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->chips, les_wrap_layout_new (CHIP_SPACING));
  les_text_keys_come_first (GTK_WIDGET (self->search));
  les_reading_face_follow (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
  gtk_menu_button_set_create_popup_func (self->tag_button, prepare_tagger_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->untag_button, prepare_untagger_cb, self, NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (refresh_cells), self,
                           G_CONNECT_SWAPPED);
  add_keys (self, GTK_WIDGET (self->list), GTK_PHASE_CAPTURE, G_CALLBACK (arrow_key_cb));
  add_keys (self, GTK_WIDGET (self->list), GTK_PHASE_BUBBLE, G_CALLBACK (row_key_cb));
  add_keys (self, GTK_WIDGET (self->search), GTK_PHASE_BUBBLE, G_CALLBACK (search_key_cb));
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
        refresh_cells (self);
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

static gboolean
is_one_kind (GPtrArray *records, gboolean annotations)
{
  for (guint i = 0; i < records->len; i++)
    if (LES_IS_ANNOTATION (records->pdata[i]) != annotations)
      return FALSE;
  return TRUE;
}

/**
 * les_notes_view_delete_selected:
 *
 * Deletes the selected annotations; of everything else the note alone. One step
 * of undoing.
 */
void
les_notes_view_delete_selected (LesNotesView *self)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *words = NULL;
  guint n;
  guint position;

  g_return_if_fail (LES_IS_NOTES_VIEW (self));

  n = self->records->len;
  if (n == 0)
    return;
  les_note_editor_show (self->editor, self->session, NULL);
  records = les_note_selection_ref_records (GTK_SELECTION_MODEL (self->selection));
  position = find_first_selected (self);
  les_session_perform (self->session, les_edits_clear (get_project (self), records));
  if (is_one_kind (records, TRUE))
    words = g_strdup_printf (ngettext ("%'u annotation deleted", "%'u annotations deleted", n), n);
  else if (is_one_kind (records, FALSE))
    words = g_strdup_printf (ngettext ("%'u note deleted", "%'u notes deleted", n), n);
  else
    words = g_strdup_printf (ngettext ("%'u annotation or note deleted", "%'u annotations and notes deleted", n), n);
  tell (self, words);

  n = les_notes_view_get_n_rows (self);
  if (n > 0)
    {
      position = MIN (position, n - 1);
      if (get_record_at (self, position) != NULL)
        select_row (self, position);
      focus_row (self, position);
    }
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
  select_row (self, position);
  selection_changed_cb (self);
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
