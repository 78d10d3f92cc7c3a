/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotation-panel.h"

#include <adwaita.h>

#include "annotating-fixture.h"
#include "finding.h"
#include "les-annotation-card.h"
#include "les-annotation-list.h"
#include "les-codebook-edits.h"

typedef struct
{
  LesSession *session;
  GtkWidget *window;
  LesAnnotationPanel *panel;
  char *action;             /* the last window action asked for */
} Fixture;

static void
action_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->action);
  fixture->action = g_strdup (g_action_get_name (G_ACTION (action)));
}

static void
add_actions (Fixture *fixture)
{
  static const GActionEntry entries[] = {
    { "focus-left", action_cb }, { "focus-right", action_cb }, { "edit-tag", action_cb, "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = make_session ();
  fixture->window = gtk_window_new ();
  fixture->panel = LES_ANNOTATION_PANEL (les_annotation_panel_new (fixture->session));
  add_actions (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer panel = fixture->panel;

  g_object_add_weak_pointer (panel, &panel);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (panel == NULL);
  drop_session (fixture->session);
  g_free (fixture->action);
}

static LesAnnotationEditor *
find_editor (Fixture *fixture)
{
  return find (GTK_WIDGET (fixture->panel), LES_TYPE_ANNOTATION_EDITOR, NULL);
}

static GtkTextBuffer *
get_note_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (find (GTK_WIDGET (find_editor (fixture)), GTK_TYPE_TEXT_VIEW, NULL));
}

static const char *
get_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (find (GTK_WIDGET (fixture->panel), GTK_TYPE_STACK, "pages"));
}

static guint
count_rows (Fixture *fixture)
{
  GtkListView *list = find (GTK_WIDGET (fixture->panel), GTK_TYPE_LIST_VIEW, "list");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
type_note (Fixture *fixture, const char *note)
{
  GtkTextBuffer *buffer = get_note_buffer (fixture);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, note, -1);
}

static const char *
get_note (Fixture *fixture, const char *id)
{
  return les_annotation_get (get_annotation (fixture->session, id), LES_ANNOTATION_NOTE);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  const char *id;

  g_assert_cmpstr (get_page (fixture), ==, "empty");
  id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");
  g_assert_cmpstr (get_page (fixture), ==, "list");
  g_assert_true (les_annotating_delete (fixture->session, id));
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  les_session_open_pair (fixture->session, NULL, NULL);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_false (les_annotation_panel_edit_note (fixture->panel));
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  GtkEditable *search = find (GTK_WIDGET (fixture->panel), GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkDropDown *side = find (GTK_WIDGET (fixture->panel), GTK_TYPE_DROP_DOWN, "side_filter");
  g_autofree char *tag = NULL;

  mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");
  mark (fixture->session, LES_SIDE_LEFT, "30,000 crowns", "Number");
  mark (fixture->session, LES_SIDE_RIGHT, "Una Falk", "Person");
  les_session_set_annotation_id (fixture->session, NULL);
  tag = les_annotating_find_tag (fixture->session, "Person");

  gtk_editable_set_text (search, "CROWNS");
  wait_until (count_rows (fixture) == 1);
  gtk_editable_set_text (search, "zzz");
  wait_until (g_str_equal (get_page (fixture), "nothing"));
  gtk_editable_set_text (search, "");
  wait_until (count_rows (fixture) == 3);
  les_annotation_panel_filter_tag (fixture->panel, tag);
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  gtk_drop_down_set_selected (side, 2);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  les_session_perform (fixture->session,
                       les_codebook_remove_tags (les_session_get_project (fixture->session),
                                                 (const char * const[]) { tag, NULL }, FALSE));
  gtk_drop_down_set_selected (side, 0);
  g_assert_cmpuint (count_rows (fixture), ==, 3);
}

static void
test_note_is_one_step (Fixture *fixture, gconstpointer data)
{
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");

  g_assert_true (les_annotation_panel_edit_note (fixture->panel));
  wait_until (find_editor (fixture) != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_editor (fixture))));
  type_note (fixture, "a");
  type_note (fixture, "b & <c>");
  g_assert_null (get_note (fixture, id));
  les_annotation_panel_commit (fixture->panel);
  g_assert_cmpstr (get_note (fixture, id), ==, "ab & <c>");
  les_annotation_panel_commit (fixture->panel);
  les_history_undo (les_session_get_history (fixture->session));
  g_assert_null (get_note (fixture, id));
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_note_buffer (fixture)), ==, 0);
}

/* Typing, a rest, typing: in the project each time, and one step of undoing for the visit. */
static void
test_resting_note_is_kept (Fixture *fixture, gconstpointer data)
{
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");
  LesHistory *history = les_session_get_history (fixture->session);
  g_autofree char *shown = NULL;

  g_assert_true (les_annotation_panel_edit_note (fixture->panel));
  wait_until (find_editor (fixture) != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_editor (fixture))));
  type_note (fixture, "who is ");
  g_assert_null (get_note (fixture, id));
  wait_until (g_strcmp0 (get_note (fixture, id), "who is") == 0);
  les_annotating_set_field (fixture->session, id, LES_ANNOTATION_NOTE, "who is");
  g_object_get (get_note_buffer (fixture), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, "who is ");           /* the blank that was just typed stays */
  type_note (fixture, "she");
  wait_until (g_strcmp0 (get_note (fixture, id), "who is she") == 0);
  type_note (fixture, "?");
  les_annotation_panel_commit (fixture->panel);
  g_assert_cmpstr (get_note (fixture, id), ==, "who is she?");

  g_assert_true (les_history_undo (history));
  g_assert_null (get_note (fixture, id));
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_note_buffer (fixture)), ==, 0);
  g_assert_true (les_history_redo (history));
  g_assert_cmpstr (get_note (fixture, id), ==, "who is she?");
}

static void
test_each_visit_is_a_step (Fixture *fixture, gconstpointer data)
{
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");
  const char *other = mark (fixture->session, LES_SIDE_RIGHT, "Una Falk", "Person");

  les_session_set_annotation_id (fixture->session, id);
  wait_until (find_editor (fixture) != NULL);
  type_note (fixture, "one");
  les_annotation_panel_commit (fixture->panel);
  les_session_set_annotation_id (fixture->session, other);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  les_session_set_annotation_id (fixture->session, id);
  wait_until (find_editor (fixture) != NULL);
  type_note (fixture, " two");
  les_annotation_panel_commit (fixture->panel);
  g_assert_cmpstr (get_note (fixture, id), ==, "one two");
  les_history_undo (les_session_get_history (fixture->session));
  g_assert_cmpstr (get_note (fixture, id), ==, "one");
}

static GtkGesture *
find_press (GtkWidget *card)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (card);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static void
press_on (GtkWidget *card, GtkWidget *child)
{
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (child, card, 4, 4, &x, &y));
  g_signal_emit_by_name (find_press (card), "pressed", 1, x, y);
}

/* The row would take the focus away from the note. */
static void
test_click_into_the_note (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card, *note;

  mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");
  wait_until (find_editor (fixture) != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_editor (fixture))));
  card = gtk_widget_get_ancestor (GTK_WIDGET (find_editor (fixture)), LES_TYPE_ANNOTATION_CARD);
  note = find (card, GTK_TYPE_TEXT_VIEW, NULL);
  wait_until (gtk_widget_get_height (note) > 8);
  press_on (card, note);
  g_assert_false (gtk_widget_get_focus_on_click (gtk_widget_get_parent (card)));
  press_on (card, find (card, GTK_TYPE_LABEL, "words"));
  g_assert_true (gtk_widget_get_focus_on_click (gtk_widget_get_parent (card)));
}

static void
add_silently (Fixture *fixture, const char *words)
{
  LesProject *project = les_session_get_project (fixture->session);

  les_session_perform (fixture->session,
                       les_edits_add_annotation (project, "left", find_words (fixture->session, LES_SIDE_LEFT, words),
                                                 NULL, NULL, NULL, NULL));
}

static void
test_row_is_not_rebuilt (Fixture *fixture, gconstpointer data)
{
  const char *other = mark (fixture->session, LES_SIDE_RIGHT, "Una Falk", "Person");
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");
  LesAnnotationEditor *editor;
  g_autofree char *note = NULL;

  wait_until (find_editor (fixture) != NULL);
  editor = find_editor (fixture);
  type_note (fixture, "half a sen");
  les_annotating_set_field (fixture->session, other, LES_ANNOTATION_NOTE, "elsewhere");
  les_annotating_set_field (fixture->session, id, LES_ANNOTATION_NOTE, "by somebody else");
  les_annotating_set_field (fixture->session, id, LES_ANNOTATION_SPEAKER, "Una Falk");
  add_silently (fixture, "Lighthouse");
  add_silently (fixture, "30,000 crowns");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (find_editor (fixture) == editor);
  g_object_get (get_note_buffer (fixture), "text", &note, NULL);
  g_assert_cmpstr (note, ==, "half a sen");
  les_annotation_panel_commit (fixture->panel);
  g_assert_cmpstr (get_note (fixture, id), ==, "half a sen");
}

static void
test_leaving_keeps_the_note (Fixture *fixture, gconstpointer data)
{
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");
  const char *other = mark (fixture->session, LES_SIDE_RIGHT, "Una Falk", "Person");

  les_session_set_annotation_id (fixture->session, id);
  wait_until (find_editor (fixture) != NULL);
  type_note (fixture, "kept");
  les_session_set_annotation_id (fixture->session, other);
  wait_until (g_strcmp0 (get_note (fixture, id), "kept") == 0);

  les_session_set_annotation_id (fixture->session, id);
  wait_until (find_editor (fixture) != NULL);
  type_note (fixture, " too");
  les_session_open_pair (fixture->session, "right", NULL);
  wait_until (g_strcmp0 (get_note (fixture, id), "kept too") == 0);
}

static void
test_deleted_while_typing (Fixture *fixture, gconstpointer data)
{
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");

  wait_until (find_editor (fixture) != NULL);
  type_note (fixture, "lost with its annotation");
  g_assert_true (les_annotating_delete (fixture->session, id));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (find_editor (fixture));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 0);
}

static void
test_follows_the_text (Fixture *fixture, gconstpointer data)
{
  const char *id = NULL;
  LesAnnotationEditor *editor;
  GtkWidget *card;

  for (int i = 0; i < 40; i++)
    g_free (les_annotating_annotate_named (fixture->session, LES_SIDE_LEFT, LES_TEXT_RANGE (30 + i, 60 + i),
                                           "Many", NULL));
  id = mark (fixture->session, LES_SIDE_RIGHT, "no ship was warned", "Last");
  les_session_set_annotation_id (fixture->session, NULL);
  les_session_set_annotation_id (fixture->session, id);
  wait_until (find_editor (fixture) != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_editor (fixture))));
  editor = find_editor (fixture);
  card = gtk_widget_get_ancestor (GTK_WIDGET (editor), LES_TYPE_ANNOTATION_CARD);
  g_assert_cmpstr (les_annotation_item_get_id (les_annotation_card_get_item (LES_ANNOTATION_CARD (card))), ==, id);
  {
    graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 1e6, 0, 0);

    wait_until (gtk_widget_compute_bounds (card, GTK_WIDGET (fixture->panel), &bounds)
                && bounds.origin.y < gtk_widget_get_height (GTK_WIDGET (fixture->panel)));
  }
}

static void
reveal_cb (LesSession *session, LesSide side, int start, int end, int *out_start)
{
  *out_start = start;
}

static void
test_choosing_reveals (Fixture *fixture, gconstpointer data)
{
  GtkListView *list = find (GTK_WIDGET (fixture->panel), GTK_TYPE_LIST_VIEW, "list");
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");
  int start = -1;

  les_session_set_annotation_id (fixture->session, NULL);
  g_signal_connect (fixture->session, "reveal", G_CALLBACK (reveal_cb), &start);
  gtk_selection_model_select_item (gtk_list_view_get_model (list), 0, TRUE);
  g_assert_cmpstr (les_session_get_annotation_id (fixture->session), ==, id);
  g_assert_cmpint (start, ==, find_words (fixture->session, LES_SIDE_LEFT, "Una Falk").start);
  g_signal_handlers_disconnect_by_data (fixture->session, &start);
}

static void
test_other_session (Fixture *fixture, gconstpointer data)
{
  LesSession *other = make_session ();

  mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person");
  g_object_set (fixture->panel, "session", other, NULL);
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  mark (other, LES_SIDE_LEFT, "Una Falk", "Person");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_object_set (fixture->panel, "session", fixture->session, NULL);
  drop_session (other);
}

static void
count_changes_cb (GListModel *model, guint position, guint removed, guint added, guint *counts)
{
  counts[0]++;
  counts[1] += removed;
  counts[2] += added;
}

static void
test_list_changes_little (void)
{
  LesSession *session = make_session ();
  LesAnnotationList *list = les_annotation_list_new (session);
  guint counts[3] = { 0 };
  const char *id;

  mark (session, LES_SIDE_LEFT, "Lighthouse", "");
  mark (session, LES_SIDE_RIGHT, "On Friday", "");
  g_signal_connect (list, "items-changed", G_CALLBACK (count_changes_cb), counts);
  id = mark (session, LES_SIDE_LEFT, "Una Falk", "");
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 0);
  g_assert_cmpuint (counts[2], ==, 1);
  les_annotating_set_field (session, id, LES_ANNOTATION_NOTE, "note");
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpint (les_annotation_list_find (list, id), ==, 1);
  les_annotation_list_set_words (list, "friday");
  g_assert_cmpint (les_annotation_list_find (list, id), ==, -1);
  les_session_set_annotation_id (session, NULL);
  les_session_set_annotation_id (session, id);                      /* chosen in the text */
  g_assert_cmpint (les_annotation_list_find (list, id), ==, 0);
  les_session_set_annotation_id (session, NULL);
  g_assert_cmpint (les_annotation_list_find (list, id), ==, -1);
  les_annotation_list_set_words (list, "note");
  les_session_set_annotation_id (session, id);
  les_annotation_list_set_words (list, "NOTE");
  les_annotating_set_field (session, id, LES_ANNOTATION_NOTE, "altered");
  g_assert_cmpint (les_annotation_list_find (list, id), ==, 0);     /* not taken away while edited */
  g_assert_cmpuint (les_annotation_list_get_n_all (list), ==, 3);
  les_session_open_pair (session, "right", "left");
  g_assert_cmpuint (les_annotation_list_get_n_all (list), ==, 3);
  g_assert_finalize_object (list);
  drop_session (session);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/annotation-panel/list-changes-little", test_list_changes_little);
  add ("/annotation-panel/empty", test_empty);
  add ("/annotation-panel/filters", test_filters);
  add ("/annotation-panel/note-is-one-step", test_note_is_one_step);
  add ("/annotation-panel/resting-note-is-kept", test_resting_note_is_kept);
  add ("/annotation-panel/each-visit-is-a-step", test_each_visit_is_a_step);
  add ("/annotation-panel/click-into-the-note", test_click_into_the_note);
  add ("/annotation-panel/row-is-not-rebuilt", test_row_is_not_rebuilt);
  add ("/annotation-panel/leaving-keeps-the-note", test_leaving_keeps_the_note);
  add ("/annotation-panel/deleted-while-typing", test_deleted_while_typing);
  add ("/annotation-panel/follows-the-text", test_follows_the_text);
  add ("/annotation-panel/choosing-reveals", test_choosing_reveals);
  add ("/annotation-panel/other-session", test_other_session);
  return g_test_run ();
}
