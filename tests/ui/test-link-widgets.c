/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "annotating-fixture.h"
#include "finding.h"
#include "les-annotation-card.h"
#include "les-annotation-panel.h"
#include "les-compare-view.h"
#include "les-link-lines.h"
#include "les-link-panel.h"
#include "les-link-picker.h"
#include "les-linking.h"
#include "les-relation-editor.h"

/* The widgets about links on a session of their own: choosing a relation by
 * keys, the list with its filter, the lines between the texts. */

typedef struct
{
  LesSession *session;
  LesProject *project;
  LesLinking *linking;
  GtkWidget *window;
  GtkWidget *box;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = make_session ();
  fixture->project = les_session_get_project (fixture->session);
  fixture->linking = les_linking_of (fixture->session);
  fixture->window = gtk_window_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 640);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (window == NULL);
  drop_session (fixture->session);
}

static void
select_words (Fixture *fixture, LesSide side, const char *words)
{
  les_session_set_active_side (fixture->session, side);
  les_session_set_selection (fixture->session, side, find_words (fixture->session, side, words));
}

static LesLinkPicker *
popup_picker (Fixture *fixture)
{
  GtkWidget *picker = g_object_ref_sink (les_link_picker_new (fixture->session));

  select_words (fixture, LES_SIDE_LEFT, "Nobody told the ships");
  g_assert_true (les_linking_start (fixture->linking));
  select_words (fixture, LES_SIDE_RIGHT, "no ship was warned");
  les_link_picker_popup_new (LES_LINK_PICKER (picker), fixture->box, &(GdkRectangle) { 100, 100, 10, 10 });
  wait_until (gtk_widget_get_mapped (picker));
  return LES_LINK_PICKER (picker);
}

static void
drop_picker (LesLinkPicker *picker)
{
  gpointer alive = picker;

  gtk_popover_popdown (GTK_POPOVER (picker));
  g_object_add_weak_pointer (alive, &alive);
  wait_until (gtk_widget_get_parent (GTK_WIDGET (picker)) == NULL);
  g_object_unref (picker);
  wait_until (alive == NULL);
}

static void
type_words (LesLinkPicker *picker, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (find_mapped (GTK_WIDGET (picker), GTK_TYPE_ENTRY)), words);
}

static LesLink *
get_only_link (Fixture *fixture)
{
  g_autoptr (GPtrArray) links = les_project_ref_records (fixture->project, LES_RECORD_LINK);

  g_assert_cmpuint (links->len, ==, 1);
  return les_project_lookup (fixture->project, LES_RECORD_LINK, les_record_get_id (links->pdata[0]));
}

static void
test_digit (Fixture *fixture, gconstpointer data)
{
  LesLinkPicker *picker = popup_picker (fixture);

  g_assert_true (les_link_picker_handle_key (picker, GDK_KEY_7, 0));
  g_assert_cmpstr (les_link_get (get_only_link (fixture), LES_LINK_RELATION), ==, LES_RELATION_CONTRADICTS);
  g_assert_false (les_linking_get_pending (fixture->linking));
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (picker)));
  les_history_undo (les_session_get_history (fixture->session));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_ANNOTATION), ==, 0);
  drop_picker (picker);
}

static void
test_letters (Fixture *fixture, gconstpointer data)
{
  LesLinkPicker *picker = popup_picker (fixture);

  type_words (picker, "SHARP");
  g_assert_true (les_link_picker_handle_key (picker, GDK_KEY_Return, 0));
  g_assert_cmpstr (les_link_get (get_only_link (fixture), LES_LINK_RELATION), ==, LES_RELATION_SHARPENS);
  drop_picker (picker);
}

/* A new name is a relation from then on, in the same step as the link. */
static void
test_own_relation (Fixture *fixture, gconstpointer data)
{
  LesLinkPicker *picker = popup_picker (fixture);
  const char *relation;

  type_words (picker, " <i>echo</i> ");
  g_assert_true (les_link_picker_handle_key (picker, GDK_KEY_Return, 0));
  relation = les_link_get (get_only_link (fixture), LES_LINK_RELATION);
  g_assert_cmpstr (les_relations_get_name (fixture->project, relation), ==, "<i>echo</i>");
  g_assert_cmpint (les_history_get_undo_topic (les_session_get_history (fixture->session)), ==, LES_CHANGE_ADD_LINK);
  les_history_undo (les_session_get_history (fixture->session));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_RELATION), ==, 0);
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_LINK), ==, 0);
  drop_picker (picker);
}

static void
test_escape_keeps_start (Fixture *fixture, gconstpointer data)
{
  LesLinkPicker *picker = popup_picker (fixture);

  g_assert_true (les_link_picker_handle_key (picker, GDK_KEY_Escape, 0));
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (picker)));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_LINK), ==, 0);
  g_assert_true (les_linking_get_pending (fixture->linking));
  drop_picker (picker);
}

static const char *
link_words (Fixture *fixture, const char *left, const char *right, const char *relation)
{
  LesPassage from = { "left", find_words (fixture->session, LES_SIDE_LEFT, left), NULL };
  LesPassage to = { "right", find_words (fixture->session, LES_SIDE_RIGHT, right), NULL };
  g_autofree char *id = NULL;

  les_session_perform (fixture->session,
                       les_link_edits_add (fixture->project, relation, &from, &to, NULL, NULL, &id));
  return les_record_get_id (les_project_lookup (fixture->project, LES_RECORD_LINK, id));
}

/* Relation and note of a link that is there: one step. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  GtkWidget *picker = g_object_ref_sink (les_link_picker_new (fixture->session));
  const char *id = link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);
  GtkWidget *note;

  les_link_picker_popup_edit (LES_LINK_PICKER (picker), id, fixture->box, &(GdkRectangle) { 100, 100, 10, 10 });
  wait_until (gtk_widget_get_mapped (picker));
  note = gtk_widget_get_next_sibling (gtk_widget_get_ancestor (find_mapped (picker, GTK_TYPE_LIST_BOX), GTK_TYPE_SCROLLED_WINDOW));
  gtk_editable_set_text (GTK_EDITABLE (note), "Who says so?");
  g_assert_true (les_link_picker_handle_key (LES_LINK_PICKER (picker), GDK_KEY_4, 0));
  g_assert_cmpstr (les_link_get (get_only_link (fixture), LES_LINK_RELATION), ==, LES_RELATION_SOFTENS);
  g_assert_cmpstr (les_link_get (get_only_link (fixture), LES_LINK_NOTE), ==, "Who says so?");
  les_history_undo (les_session_get_history (fixture->session));
  g_assert_cmpstr (les_link_get (get_only_link (fixture), LES_LINK_RELATION), ==, LES_RELATION_SAME);
  g_assert_null (les_link_get (get_only_link (fixture), LES_LINK_NOTE));
  drop_picker (LES_LINK_PICKER (picker));
}

/* The link is taken away under the open popover. */
static void
test_edit_of_removed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *picker = g_object_ref_sink (les_link_picker_new (fixture->session));
  const char *id = link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);

  les_link_picker_popup_edit (LES_LINK_PICKER (picker), id, fixture->box, &(GdkRectangle) { 100, 100, 10, 10 });
  wait_until (gtk_widget_get_mapped (picker));
  les_history_undo (les_session_get_history (fixture->session));
  wait_until (!gtk_widget_get_visible (picker));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_LINK), ==, 0);
  drop_picker (LES_LINK_PICKER (picker));
}

static GtkSelectionModel *
get_model (GtkWidget *panel)
{
  return gtk_list_view_get_model (find_mapped (panel, GTK_TYPE_LIST_VIEW));
}

static const char *
get_page (GtkWidget *panel)
{
  return gtk_stack_get_visible_child_name (find_stack (panel, "list"));
}

static void
test_panel (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = les_link_panel_new (fixture->session);
  const char *second;
  const char *first;

  gtk_box_append (GTK_BOX (fixture->box), panel);
  wait_until (gtk_widget_get_mapped (panel));
  g_assert_cmpstr (get_page (panel), ==, "empty");
  second = link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);
  first = link_words (fixture, "Lighthouse of Gorm", "Gorm lighthouse", LES_RELATION_DIFFERS);
  g_assert_cmpstr (get_page (panel), ==, "list");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (panel))), ==, 2);

  gtk_selection_model_select_item (get_model (panel), 0, TRUE);
  g_assert_cmpstr (les_linking_get_current_id (fixture->linking), ==, first);
  les_linking_set_current_id (fixture->linking, second);
  g_assert_true (gtk_selection_model_is_selected (get_model (panel), 1));

  gtk_drop_down_set_selected (find_mapped (panel, GTK_TYPE_DROP_DOWN), 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (panel))), ==, 1);
  /* The only link of that relation goes: all are shown again. */
  les_session_perform (fixture->session, les_link_edits_remove (fixture->project, first));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (panel))), ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (find_mapped (panel, GTK_TYPE_DROP_DOWN)), ==, 0);
  les_session_open_pair (fixture->session, "right", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (panel))), ==, 1);
}

/* The card of an annotation tells its links. */
static void
test_card (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = les_annotation_panel_new (fixture->session);
  GtkWidget *list;

  gtk_box_append (GTK_BOX (fixture->box), panel);
  mark (fixture->session, LES_SIDE_LEFT, "Nobody told the ships", "Blame");
  wait_until (find_mapped (panel, LES_TYPE_ANNOTATION_CARD) != NULL);
  g_assert_null (find_mapped (panel, g_type_from_name ("LesLinkList")));
  link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);
  wait_until (find_mapped (panel, g_type_from_name ("LesLinkList")) != NULL);
  list = find_mapped (panel, g_type_from_name ("LesLinkList"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (find_mapped (list, GTK_TYPE_BUTTON))), ==, "win.select-link");
}

static LesLinkLines *
show_lines (Fixture *fixture)
{
  GtkWidget *view = les_compare_view_new ();

  les_panel_set_session (LES_PANEL (view), fixture->session);
  gtk_box_append (GTK_BOX (fixture->box), view);
  wait_until (find_mapped (view, LES_TYPE_LINK_LINES) != NULL);
  return find_mapped (view, LES_TYPE_LINK_LINES);
}

static void
test_lines (Fixture *fixture, gconstpointer data)
{
  LesLinkLines *lines = show_lines (fixture);
  const char *id = link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);
  int width;
  gboolean hit = FALSE;

  wait_until (les_link_lines_get_n_drawn (lines) == 1);
  width = gtk_widget_get_width (GTK_WIDGET (lines));
  for (int y = 0; y < gtk_widget_get_height (GTK_WIDGET (lines)) && !hit; y += 3)
    hit = g_strcmp0 (les_link_lines_find (lines, width / 2.0, y), id) == 0;
  g_assert_true (hit);
  /* Beside the line the pointer means what lies below. */
  g_assert_false (gtk_widget_contains (GTK_WIDGET (lines), width / 2.0, gtk_widget_get_height (GTK_WIDGET (lines)) - 2));

  les_session_set_layers (fixture->session, LES_LAYERS_DEFAULT & ~LES_LAYER_LINKS);
  wait_until (les_link_lines_get_n_drawn (lines) == 0);
  /* What is being made is shown in any case. */
  select_words (fixture, LES_SIDE_LEFT, "coast guard");
  les_linking_start (fixture->linking);
  wait_until (les_link_lines_get_n_drawn (lines) == 1);
  les_linking_cancel (fixture->linking);
  wait_until (les_link_lines_get_n_drawn (lines) == 0);
  les_session_set_layers (fixture->session, LES_LAYERS_DEFAULT);
  select_words (fixture, LES_SIDE_RIGHT, "out of order");
  g_free (les_linking_link_missing (fixture->linking));
  wait_until (les_link_lines_get_n_drawn (lines) == 2);
  les_session_swap_sides (fixture->session);
  wait_until (les_link_lines_get_n_drawn (lines) == 2);
}

static gboolean
is_hit (LesLinkLines *lines, const char *id, double from, double to)
{
  for (double y = from; y < to; y += 2)
    for (double x = 1; x < gtk_widget_get_width (GTK_WIDGET (lines)); x += 2)
      if (g_strcmp0 (les_link_lines_find (lines, x, y), id) == 0)
        return TRUE;
  return FALSE;
}

/* Where the texts stand one above the other the line goes round, past both. */
static void
test_lines_stacked (Fixture *fixture, gconstpointer data)
{
  LesLinkLines *lines = show_lines (fixture);
  GtkWidget *view = gtk_widget_get_parent (GTK_WIDGET (lines));
  const char *id = link_words (fixture, "Nobody told the ships", "no ship was warned", LES_RELATION_SAME);
  double height;

  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (view)), 500, 700);
  wait_until (les_compare_view_is_stacked (LES_COMPARE_VIEW (view)));
  wait_until (gtk_widget_get_width (GTK_WIDGET (lines)) < 50 && les_link_lines_get_n_drawn (lines) == 1);
  wait_until (is_hit (lines, id, 0, gtk_widget_get_height (GTK_WIDGET (lines)) / 3.0));
  height = gtk_widget_get_height (GTK_WIDGET (lines));
  g_assert_true (is_hit (lines, id, height / 2, height));
  g_assert_false (gtk_widget_contains (GTK_WIDGET (lines), 2, height - 2));
}

static void
test_relation_editor (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  GtkWidget *editor;
  gpointer watched;
  LesRelation *relation;

  les_session_perform (fixture->session, les_link_edits_add_relation (fixture->project, "echoes", &id));
  editor = les_relation_editor_new (fixture->session, id);
  watched = editor;
  g_object_add_weak_pointer (watched, &watched);
  gtk_window_present (GTK_WINDOW (editor));
  wait_until (find_mapped (editor, GTK_TYPE_SWITCH) != NULL);
  gtk_switch_set_active (find_mapped (editor, GTK_TYPE_SWITCH), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (find_mapped (editor, ADW_TYPE_ENTRY_ROW)), "contradicts");
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (GTK_WINDOW (editor))));
  gtk_editable_set_text (GTK_EDITABLE (find_mapped (editor, ADW_TYPE_ENTRY_ROW)), "repeats");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (editor)), "clicked");
  wait_until (watched == NULL);
  relation = les_project_lookup (fixture->project, LES_RECORD_RELATION, id);
  g_assert_cmpstr (les_relation_get (relation, LES_RELATION_NAME), ==, "repeats");
  g_assert_true (les_relation_is_directed (relation));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(name, function) g_test_add ("/link-widgets/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("digit", test_digit);
  ADD ("letters", test_letters);
  ADD ("own-relation", test_own_relation);
  ADD ("escape-keeps-start", test_escape_keeps_start);
  ADD ("edit", test_edit);
  ADD ("edit-of-removed", test_edit_of_removed);
  ADD ("panel", test_panel);
  ADD ("card", test_card);
  ADD ("lines", test_lines);
  ADD ("lines-stacked", test_lines_stacked);
  ADD ("relation-editor", test_relation_editor);
#undef ADD
  return g_test_run ();
}
