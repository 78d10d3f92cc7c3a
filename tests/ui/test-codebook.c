/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-list.h"

#include "annotating-fixture.h"
#include "les-tag-editor.h"
#include "les-tag-entry.h"

typedef struct
{
  LesSession *session;
  GtkWidget *window;
  LesTagList *list;
} Fixture;

static gpointer
find (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = make_session ();
  fixture->window = gtk_window_new ();
  fixture->list = LES_TAG_LIST (les_tag_list_new (fixture->session));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->list));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->list)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer list = fixture->list;

  g_object_add_weak_pointer (list, &list);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (list == NULL);
  drop_session (fixture->session);
}

static char *
describe_rows (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (find (GTK_WIDGET (fixture->list), "list")));
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (LesTagEntry) entry = g_list_model_get_item (model, i);

      g_string_append_printf (words, "%s%s %u", i > 0 ? "|" : "", les_tag_entry_get_path (entry),
                              les_tag_entry_get_n_uses (entry));
    }
  return g_string_free (words, FALSE);
}

static gboolean
has_rows (Fixture *fixture, const char *expected)
{
  g_autofree char *rows = describe_rows (fixture);

  return g_str_equal (rows, expected);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = NULL;

  g_assert_true (has_rows (fixture, ""));
  mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person, Source");
  mark (fixture->session, LES_SIDE_RIGHT, "Una Falk", "Person");
  parent = les_annotating_find_tag (fixture->session, "Person");
  les_session_perform (fixture->session,
                       les_edits_add_tag (les_session_get_project (fixture->session), "Expert", parent, NULL));
  wait_until (has_rows (fixture, "Person 2|Person / Expert 0|Source 1"));
  gtk_editable_set_text (find (GTK_WIDGET (fixture->list), "search"), "EXP");
  wait_until (has_rows (fixture, "Person / Expert 0"));
}

static void
click (gpointer button)
{
  g_signal_emit_by_name (button, "clicked");
}

static GtkWidget *
open_editor (Fixture *fixture, const char *tag)
{
  GtkWidget *editor = les_tag_editor_new (fixture->session, tag);

  gtk_window_present (GTK_WINDOW (editor));
  return editor;
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person, Source");
  g_autofree char *tag = les_annotating_find_tag (fixture->session, "Person");
  GtkWidget *editor = open_editor (fixture, tag);
  LesTag *record;

  gtk_editable_set_text (find (editor, "name"), " SOURCE ");
  g_assert_false (gtk_widget_get_sensitive (find (editor, "apply")));
  gtk_editable_set_text (find (editor, "name"), " \n ");
  g_assert_false (gtk_widget_get_sensitive (find (editor, "apply")));
  gtk_editable_set_text (find (editor, "name"), "People & <others>");
  gtk_editable_set_text (find (editor, "explanation"), "who speaks");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (find (editor, "colors"))), TRUE);
  click (find (editor, "apply"));

  record = les_project_get_tag (les_session_get_project (fixture->session), tag);
  g_assert_cmpstr (les_tag_get (record, LES_TAG_NAME), ==, "People & <others>");
  g_assert_cmpstr (les_tag_get (record, LES_TAG_DESCRIPTION), ==, "who speaks");
  g_assert_cmpstr (les_tag_get (record, LES_TAG_COLOR), ==, les_tag_palette_color (9));
  assert_tags (fixture->session, id, "People & <others>, Source");
  les_history_undo (les_session_get_history (fixture->session));
  assert_tags (fixture->session, id, "Person, Source");
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = open_editor (fixture, NULL);

  g_assert_false (gtk_widget_get_visible (find (editor, "removal")));
  g_assert_false (gtk_widget_get_sensitive (find (editor, "apply")));
  gtk_editable_set_text (find (editor, "name"), "Fresh");
  click (find (editor, "apply"));
  wait_until (has_rows (fixture, "Fresh 0"));
  les_history_undo (les_session_get_history (fixture->session));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_TAG), ==, 0);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "Person, Source");
  g_autofree char *tag = les_annotating_find_tag (fixture->session, "Person");
  GtkWidget *editor = open_editor (fixture, tag);

  g_assert_nonnull (strstr (gtk_label_get_text (find (editor, "uses")), "1"));
  click (gtk_widget_get_last_child (find (editor, "removal")));
  assert_tags (fixture->session, id, "Source");
  les_history_undo (les_session_get_history (fixture->session));
  assert_tags (fixture->session, id, "Person, Source");
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add ("/codebook/list", test_list);
  add ("/codebook/edit", test_edit);
  add ("/codebook/new", test_new);
  add ("/codebook/delete", test_delete);
  return g_test_run ();
}
