/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-notes-view.h"

#include <adwaita.h>

#include "annotating-fixture.h"
#include "finding.h"
#include "les-note-cell.h"
#include "les-note-edits.h"
#include "les-note-editor.h"
#include "les-note-filters.h"
#include "les-note-tagger.h"
#include "les-note-words.h"

typedef struct
{
  LesSession *session;
  GtkWidget *window;
  LesNotesView *view;
  GString *actions;         /* window actions asked for, with their targets */
  char *falk;               /* ids of annotations */
  char *lamp;
  char *warned;
} Fixture;

static void
action_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *words = target != NULL ? g_variant_print (target, FALSE) : g_strdup ("");

  g_string_append_printf (fixture->actions, "%s %s;", g_action_get_name (G_ACTION (action)), words);
}

static void
add_actions (Fixture *fixture)
{
  static const GActionEntry entries[] = {
    { "view", action_cb, "s" }, { "tell", action_cb, "s" }, { "tell-undoable", action_cb, "s" },
    { "focus-left", action_cb }, { "focus-right", action_cb },
    { "group-notes", action_cb, "s" }, { "export-notes", action_cb, "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = make_session ();
  fixture->actions = g_string_new (NULL);
  fixture->falk = g_strdup (mark (fixture->session, LES_SIDE_LEFT, "keeper Una Falk complained", "Voice"));
  fixture->lamp = g_strdup (mark (fixture->session, LES_SIDE_LEFT, "A new lamp", "Money"));
  fixture->warned = g_strdup (mark (fixture->session, LES_SIDE_RIGHT, "no ship was warned", "Voice"));
  fixture->window = gtk_window_new ();
  fixture->view = LES_NOTES_VIEW (les_notes_view_new (fixture->session));
  add_actions (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (view, &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (view == NULL);
  drop_session (fixture->session);
  g_string_free (fixture->actions, TRUE);
  g_free (fixture->falk);
  g_free (fixture->lamp);
  g_free (fixture->warned);
}

#define FIND(fixture, type, name) (find (GTK_WIDGET ((fixture)->view), type, name))

static GtkListView *
get_list (Fixture *fixture)
{
  return FIND (fixture, GTK_TYPE_LIST_VIEW, "list");
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  return gtk_list_view_get_model (get_list (fixture));
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (FIND (fixture, GTK_TYPE_STACK, "pages"));
}

static const char *
get_count (Fixture *fixture)
{
  return gtk_label_get_text (FIND (fixture, GTK_TYPE_LABEL, "count"));
}

static LesNoteEditor *
get_editor (Fixture *fixture)
{
  return FIND (fixture, LES_TYPE_NOTE_EDITOR, NULL);
}

static GtkTextBuffer *
get_note_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (find (GTK_WIDGET (get_editor (fixture)), GTK_TYPE_TEXT_VIEW, NULL));
}

static int
find_row (Fixture *fixture, const char *id)
{
  for (guint i = 0; i < les_notes_view_get_n_rows (fixture->view); i++)
    {
      g_autoptr (LesNoteRow) row = g_list_model_get_item (G_LIST_MODEL (get_selection (fixture)), i);
      LesRecord *record = les_note_row_get_record (row);

      if (record != NULL && g_str_equal (les_record_get_id (record), id))
        return i;
    }
  return -1;
}

static void
select_row (Fixture *fixture, const char *id, gboolean alone)
{
  int position = find_row (fixture, id);

  g_assert_cmpint (position, >=, 0);
  gtk_selection_model_select_item (get_selection (fixture), position, alone);
}

static void
search (Fixture *fixture, const char *words, const char *count)
{
  gtk_editable_set_text (GTK_EDITABLE (FIND (fixture, GTK_TYPE_SEARCH_ENTRY, "search")), words);
  wait_until (g_str_equal (get_count (fixture), count));
}

static void
pick_tag (Fixture *fixture, gboolean untag, const char *typed)
{
  LesNoteTagger *tagger;
  GtkEditable *entry;

  les_notes_view_popup_tagger (fixture->view, untag);
  tagger = FIND (fixture, LES_TYPE_NOTE_TAGGER, untag ? "untagger" : "tagger");
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (tagger)));
  entry = find (GTK_WIDGET (tagger), GTK_TYPE_ENTRY, "entry");
  gtk_editable_set_text (entry, typed);
  g_signal_emit_by_name (entry, "activate");
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (tagger)));
}

static void
undo (Fixture *fixture)
{
  les_history_undo (les_session_get_history (fixture->session));
}

static void
test_lists_and_searches (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_page (fixture), ==, "list");
  g_assert_cmpuint (les_notes_view_get_n_rows (fixture->view), ==, 5);
  g_assert_cmpstr (get_count (fixture), ==, "3 annotations");
  search (fixture, "LAMP", "1 of 3 annotations");
  g_assert_cmpint (find_row (fixture, fixture->lamp), ==, 1);
  search (fixture, "nowhere", "0 of 3 annotations");
  g_assert_cmpstr (get_page (fixture), ==, "nothing");
  search (fixture, "", "3 annotations");
  g_assert_cmpstr (get_page (fixture), ==, "list");
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  select_row (fixture, fixture->warned, TRUE);
  les_notes_view_set_grouping (fixture->view, "tag");
  g_assert_cmpstr (les_notes_view_get_grouping (fixture->view), ==, "tag");
  g_assert_cmpint (find_row (fixture, fixture->lamp), ==, 1);
  /* What was selected still is. */
  g_assert_cmpuint (les_notes_view_get_n_selected (fixture->view), ==, 1);
  g_assert_true (gtk_selection_model_is_selected (get_selection (fixture), find_row (fixture, fixture->warned)));
  les_notes_view_set_grouping (fixture->view, "nonsense");
  g_assert_cmpstr (les_notes_view_get_grouping (fixture->view), ==, "tag");
}

/* Headings do not count as selected, and nothing happens to them. */
static void
test_select_all (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_all (get_selection (fixture));
  g_assert_cmpuint (les_notes_view_get_n_selected (fixture->view), ==, 3);
  les_notes_view_delete_selected (fixture->view);
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 0);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_nonnull (strstr (fixture->actions->str, "3 annotations deleted"));
  undo (fixture);
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 3);
  g_assert_cmpstr (get_page (fixture), ==, "list");
}

static void
test_tag_selected (Fixture *fixture, gconstpointer data)
{
  select_row (fixture, fixture->falk, TRUE);
  select_row (fixture, fixture->lamp, FALSE);
  pick_tag (fixture, FALSE, "mon");
  assert_tags (fixture->session, fixture->falk, "Voice, Money");
  assert_tags (fixture->session, fixture->lamp, "Money");
  g_assert_nonnull (strstr (fixture->actions->str, "1 annotation tagged “Money”"));
  undo (fixture);
  assert_tags (fixture->session, fixture->falk, "Voice");
}

/* A new tag and its giving are one step. */
static void
test_new_tag (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_all (get_selection (fixture));
  pick_tag (fixture, FALSE, "Night shift");
  assert_tags (fixture->session, fixture->warned, "Voice, Night shift");
  g_assert_nonnull (strstr (fixture->actions->str, "3 annotations tagged “Night shift”"));
  undo (fixture);
  assert_tags (fixture->session, fixture->warned, "Voice");
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_TAG), ==, 2);
}

static void
test_untag_selected (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_all (get_selection (fixture));
  pick_tag (fixture, TRUE, "voi");
  assert_tags (fixture->session, fixture->falk, "");
  assert_tags (fixture->session, fixture->warned, "");
  assert_tags (fixture->session, fixture->lamp, "Money");
  g_assert_nonnull (strstr (fixture->actions->str, "Tag “Voice” removed from 2 annotations"));
  undo (fixture);
  assert_tags (fixture->session, fixture->warned, "Voice");
}

/* What no selected annotation carries cannot be taken off, and nothing is made. */
static void
test_untag_unknown (Fixture *fixture, gconstpointer data)
{
  LesNoteTagger *tagger = FIND (fixture, LES_TYPE_NOTE_TAGGER, "untagger");
  GtkEditable *entry;

  select_row (fixture, fixture->lamp, TRUE);
  les_notes_view_popup_tagger (fixture->view, TRUE);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (tagger)));
  entry = find (GTK_WIDGET (tagger), GTK_TYPE_ENTRY, "entry");
  gtk_editable_set_text (entry, "Voice");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (tagger)));
  assert_tags (fixture->session, fixture->lamp, "Money");
  gtk_popover_popdown (GTK_POPOVER (tagger));
}

static void
type_note (Fixture *fixture, const char *note)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (get_note_buffer (fixture), &end);
  gtk_text_buffer_insert (get_note_buffer (fixture), &end, note, -1);
}

static void
test_note (Fixture *fixture, gconstpointer data)
{
  select_row (fixture, fixture->lamp, TRUE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_editor (fixture))));
  type_note (fixture, "Who pays?");
  select_row (fixture, fixture->falk, TRUE);
  g_assert_cmpstr (les_annotation_get (get_annotation (fixture->session, fixture->lamp), LES_ANNOTATION_NOTE), ==,
                   "Who pays?");
  gtk_selection_model_select_all (get_selection (fixture));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_editor (fixture))));
}

/* The article has no note yet, and the search is against it: it can be written all the same. */
static void
test_note_on_article (Fixture *fixture, gconstpointer data)
{
  LesProject *project = les_session_get_project (fixture->session);

  search (fixture, "lamp", "1 of 3 annotations");
  g_assert_true (les_notes_view_edit (fixture->view, LES_RECORD_ARTICLE, "right"));
  g_assert_cmpint (find_row (fixture, "right"), >=, 0);
  type_note (fixture, "From the coast");
  les_notes_view_commit (fixture->view);
  g_assert_cmpstr (les_article_get (les_project_get_article (project, "right"), LES_ARTICLE_NOTE), ==,
                   "From the coast");
  search (fixture, "", "3 annotations · 1 note");
  g_assert_false (les_notes_view_edit (fixture->view, LES_RECORD_LINK, "nowhere"));
}

/* Of an article only the note is deleted. */
static void
test_delete_note (Fixture *fixture, gconstpointer data)
{
  LesProject *project = les_session_get_project (fixture->session);

  les_session_perform (fixture->session, les_edits_set_note (project, LES_RECORD_ARTICLE, "right", "From the coast"));
  select_row (fixture, "right", TRUE);
  les_notes_view_delete_selected (fixture->view);
  g_assert_nonnull (les_project_get_article (project, "right"));
  g_assert_null (les_article_get (les_project_get_article (project, "right"), LES_ARTICLE_NOTE));
  g_assert_nonnull (strstr (fixture->actions->str, "1 note deleted"));
}

/* The passage stands in an article that is not open. */
static void
test_go_to_passage (Fixture *fixture, gconstpointer data)
{
  les_session_open_pair (fixture->session, "left", NULL);
  g_signal_emit_by_name (get_list (fixture), "activate", find_row (fixture, fixture->warned));
  g_assert_cmpstr (les_session_get_annotation_id (fixture->session), ==, fixture->warned);
  g_assert_cmpstr (les_session_get_article_id (fixture->session, LES_SIDE_LEFT), ==, "right");
  g_assert_nonnull (strstr (fixture->actions->str, "view 'texts';"));
}

static void
test_heading_activated (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (get_list (fixture), "activate", 0);
  g_assert_cmpstr (fixture->actions->str, ==, "");
}

static char *
dup_export (Fixture *fixture, const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = les_notes_view_export (fixture->view, format, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;

  gtk_selection_model_unselect_all (get_selection (fixture));
  all = dup_export (fixture, "csv");
  g_assert_nonnull (strstr (all, fixture->falk));
  g_assert_nonnull (strstr (all, fixture->warned));
  select_row (fixture, fixture->lamp, TRUE);
  one = dup_export (fixture, "markdown");
  g_assert_nonnull (strstr (one, "> A new lamp"));
  g_assert_null (strstr (one, "no ship was warned"));
}

static void
test_filter_chip (Fixture *fixture, gconstpointer data)
{
  LesProject *project = les_session_get_project (fixture->session);
  LesTag *voice = les_project_find_tag (project, "Voice", NULL);
  GtkWidget *chips = FIND (fixture, GTK_TYPE_BOX, "chips");

  les_session_perform (fixture->session, les_edits_set_note (project, LES_RECORD_TAG,
                                                             les_record_get_id (LES_RECORD (voice)), "who speaks"));
  select_row (fixture, les_record_get_id (LES_RECORD (voice)), TRUE);
  g_signal_emit_by_name (get_editor (fixture), "go");
  g_assert_cmpstr (get_count (fixture), ==, "2 of 3 annotations · 1 of 1 note");
  g_assert_true (gtk_widget_get_visible (chips));
  g_signal_emit_by_name (gtk_widget_get_first_child (chips), "clicked");
  g_assert_cmpstr (get_count (fixture), ==, "3 annotations · 1 note");
  g_assert_false (gtk_widget_get_visible (chips));
}

/* @cell: of a row. Returns: (nullable): id of what it shows */
static const char *
get_shown_id (GtkWidget *cell)
{
  LesRecord *record = LES_IS_NOTE_CELL (cell) ? les_note_row_get_record (les_note_cell_get_row (LES_NOTE_CELL (cell))) : NULL;

  return record != NULL ? les_record_get_id (record) : NULL;
}

/* Whether the row with the focus is @id, and it alone is selected. */
static gboolean
is_at (Fixture *fixture, const char *id)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  GtkWidget *cell = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  int row = find_row (fixture, id);

  return row >= 0 && cell != NULL && g_strcmp0 (get_shown_id (cell), id) == 0
         && les_notes_view_get_n_selected (fixture->view) == 1
         && gtk_selection_model_is_selected (get_selection (fixture), row);
}

/* The keys work on what is selected: the focus stands there, also when what was selected is filtered out. */
static void
test_focus_is_selected (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = FIND (fixture, GTK_TYPE_SEARCH_ENTRY, "search");

  wait_until (is_at (fixture, fixture->falk));
  select_row (fixture, fixture->warned, TRUE);                  /* as by an arrow key and then by a click elsewhere */
  gtk_widget_grab_focus (entry);
  search (fixture, "Una Falk", "1 of 3 annotations");
  g_signal_emit_by_name (entry, "activate");
  wait_until (is_at (fixture, fixture->falk));

  gtk_widget_grab_focus (entry);
  search (fixture, "", "3 annotations");
  select_row (fixture, fixture->lamp, TRUE);
  les_notes_view_popup_filters (fixture->view);
  wait_until (gtk_widget_get_mapped (FIND (fixture, LES_TYPE_NOTE_FILTERS, NULL)));
  gtk_popover_popdown (GTK_POPOVER (FIND (fixture, LES_TYPE_NOTE_FILTERS, NULL)));
  wait_until (is_at (fixture, fixture->lamp));

  /* The row with the focus leaves the list. */
  les_session_perform (fixture->session, les_edits_remove_annotations (les_session_get_project (fixture->session),
                                                                       (const char *[]) { fixture->lamp, NULL }));
  wait_until (is_at (fixture, fixture->falk) || is_at (fixture, fixture->warned));
}

static gboolean
is_list_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_list (fixture)));
}

static void
test_filters_open (Fixture *fixture, gconstpointer data)
{
  GtkWidget *filters = FIND (fixture, LES_TYPE_NOTE_FILTERS, NULL);

  les_notes_view_popup_filters (fixture->view);
  wait_until (gtk_widget_get_mapped (filters));

  /* T, U, N and Delete are keys of the list: it has to have them again. */
  gtk_popover_popdown (GTK_POPOVER (filters));
  wait_until (is_list_focused (fixture));
}

static gboolean
shows_color (Fixture *fixture, const char *color)
{
  LesRecord *record = LES_RECORD (get_annotation (fixture->session, fixture->lamp));
  g_autofree char *markup = les_note_words_dup_tags (les_session_get_project (fixture->session), record);

  return strstr (markup, color) != NULL;
}

/* A tag is seen in the dark, too. */
static void
test_dark (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const char *id = les_annotation_get_tags (get_annotation (fixture->session, fixture->lamp))[0];
  const char *color = les_tag_get (les_project_get_tag (les_session_get_project (fixture->session), id), LES_TAG_COLOR);

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_true (shows_color (fixture, color));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_false (shows_color (fixture, color));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

/* Names are never markup. */
static void
test_odd_names (Fixture *fixture, gconstpointer data)
{
  LesProject *project = les_session_get_project (fixture->session);
  char *id = NULL;
  const char *ids[] = { fixture->lamp, NULL };

  les_session_perform (fixture->session, les_edits_add_tag (project, "<b>A & B</b>", NULL, &id));
  les_session_perform (fixture->session, les_edits_tag_all (project, ids, id));
  les_notes_view_set_grouping (fixture->view, "tag");
  for (int i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (find_row (fixture, fixture->lamp), >=, 0);
  g_free (id);
}

static void
test_other_session (Fixture *fixture, gconstpointer data)
{
  LesSession *old = fixture->session;

  fixture->session = make_session ();
  g_object_set (fixture->view, "session", fixture->session, NULL);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_object_set (fixture->view, "session", NULL, NULL);
  g_object_set (fixture->view, "session", fixture->session, NULL);
  drop_session (old);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/notes-view/lists-and-searches", test_lists_and_searches);
  ADD ("/notes-view/groups", test_groups);
  ADD ("/notes-view/select-all", test_select_all);
  ADD ("/notes-view/tag-selected", test_tag_selected);
  ADD ("/notes-view/new-tag", test_new_tag);
  ADD ("/notes-view/untag-selected", test_untag_selected);
  ADD ("/notes-view/untag-unknown", test_untag_unknown);
  ADD ("/notes-view/note", test_note);
  ADD ("/notes-view/note-on-article", test_note_on_article);
  ADD ("/notes-view/delete-note", test_delete_note);
  ADD ("/notes-view/go-to-passage", test_go_to_passage);
  ADD ("/notes-view/heading-activated", test_heading_activated);
  ADD ("/notes-view/export", test_export);
  ADD ("/notes-view/filters-open", test_filters_open);
  ADD ("/notes-view/focus-is-selected", test_focus_is_selected);
  ADD ("/notes-view/filter-chip", test_filter_chip);
  ADD ("/notes-view/dark", test_dark);
  ADD ("/notes-view/odd-names", test_odd_names);
  ADD ("/notes-view/other-session", test_other_session);
  return g_test_run ();
}
