/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-list.h"

#include "annotating-fixture.h"
#include "finding.h"
#include "les-codebook-edits.h"
#include "les-codebook-preview.h"
#include "les-import-codebook.h"
#include "les-tag-editor.h"
#include "les-tag-keys.h"
#include "les-tag-merger.h"
#include "les-tag-removal.h"
#include "les-tag-split.h"
#include "les-tag-splitter.h"

typedef struct
{
  LesSession *session;
  GtkWidget *window;
  LesTagList *list;
} Fixture;

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

  if (list != NULL)
    g_object_add_weak_pointer (list, &list);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (list == NULL);
  drop_session (fixture->session);
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (find_named (GTK_WIDGET (fixture->list), "list")));
}

static char *
describe_rows (Fixture *fixture)
{
  GListModel *model = get_rows (fixture);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, i);
      g_autoptr (LesTagEntry) entry = gtk_tree_list_row_get_item (row);

      g_string_append_printf (words, "%s%s %d", i > 0 ? "|" : "", les_tag_entry_get_path (entry),
                              les_tag_entry_get_uses (entry)->all);
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
  gtk_editable_set_text (find_named (GTK_WIDGET (fixture->list), "search"), "EXP");
  wait_until (has_rows (fixture, "Person 2|Person / Expert 0"));
}

static LesProject *
get_project (Fixture *fixture)
{
  return les_session_get_project (fixture->session);
}

static char *
add_tag (Fixture *fixture, const char *name, const char *parent)
{
  char *id = NULL;

  les_session_perform (fixture->session, les_edits_add_tag (get_project (fixture), name, parent, &id));
  return id;
}

static guint
count_selected (Fixture *fixture)
{
  g_auto (GStrv) ids = les_tag_list_dup_selected_ids (fixture->list);

  return g_strv_length (ids);
}

static void
test_tree (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add_tag (fixture, "alpha", NULL);
  g_autofree char *b = add_tag (fixture, "beta", NULL);
  g_autofree char *c = add_tag (fixture, "Gamma", a);
  LesTagMove move;

  wait_until (has_rows (fixture, "alpha 0|alpha / Gamma 0|beta 0"));
  les_tag_list_select (fixture->list, (const char * const[]) { c, NULL });
  g_assert_cmpuint (count_selected (fixture), ==, 1);

  /* A tag that gets and loses its place keeps being selected. */
  les_session_perform (fixture->session, les_codebook_step_tag (get_project (fixture), c, LES_TAG_OUT, &move));
  wait_until (has_rows (fixture, "alpha 0|Gamma 0|beta 0"));
  g_assert_cmpuint (count_selected (fixture), ==, 1);
  les_session_perform (fixture->session, les_codebook_step_tag (get_project (fixture), b, LES_TAG_IN, &move));
  wait_until (has_rows (fixture, "alpha 0|Gamma 0|Gamma / beta 0"));
  g_assert_cmpuint (count_selected (fixture), ==, 1);

  /* What was closed stays closed, but is found. */
  les_tag_list_expand_all (fixture->list, FALSE);
  wait_until (has_rows (fixture, "alpha 0|Gamma 0"));
  mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "alpha");
  wait_until (has_rows (fixture, "alpha 1|Gamma 0"));
  gtk_editable_set_text (find_named (GTK_WIDGET (fixture->list), "search"), "beta");
  wait_until (has_rows (fixture, "Gamma 0|Gamma / beta 0"));
  gtk_editable_set_text (find_named (GTK_WIDGET (fixture->list), "search"), "");
  wait_until (has_rows (fixture, "alpha 1|Gamma 0"));
  les_tag_list_expand_all (fixture->list, TRUE);
  wait_until (has_rows (fixture, "alpha 1|Gamma 0|Gamma / beta 0"));
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  g_autofree char *b = add_tag (fixture, "beta", NULL);
  g_autofree char *a = add_tag (fixture, "Alpha", NULL);
  g_autofree char *c = add_tag (fixture, "gamma", NULL);

  mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "gamma");
  les_session_perform (fixture->session,
                       les_codebook_recolor_tags (get_project (fixture), (const char * const[]) { a, NULL }, les_tag_palette_color (9)));
  wait_until (has_rows (fixture, "beta 0|Alpha 0|gamma 1"));
  les_tag_list_set_sort (fixture->list, LES_TAG_SORT_NAME);
  wait_until (has_rows (fixture, "Alpha 0|beta 0|gamma 1"));
  les_tag_list_set_sort (fixture->list, LES_TAG_SORT_USES);
  wait_until (has_rows (fixture, "gamma 1|Alpha 0|beta 0"));
  les_tag_list_set_sort (fixture->list, LES_TAG_SORT_COLOR);
  wait_until (has_rows (fixture, "beta 0|gamma 1|Alpha 0"));
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

  gtk_editable_set_text (find_named (editor, "name"), " SOURCE ");
  g_assert_false (gtk_widget_get_sensitive (find_named (editor, "apply")));
  gtk_editable_set_text (find_named (editor, "name"), " \n ");
  g_assert_false (gtk_widget_get_sensitive (find_named (editor, "apply")));
  gtk_editable_set_text (find_named (editor, "name"), "People & <others>");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (find_named (editor, "explanation")), "who speaks\n", -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (find_named (editor, "colors"))), TRUE);
  click (find_named (editor, "apply"));

  record = les_project_get_tag (les_session_get_project (fixture->session), tag);
  g_assert_cmpstr (les_tag_get (record, LES_TAG_NAME), ==, "People & <others>");
  g_assert_cmpstr (les_tag_get (record, LES_TAG_DESCRIPTION), ==, "who speaks");
  g_assert_cmpstr (les_tag_get (record, LES_TAG_COLOR), ==, les_tag_palette_color (9));
  assert_tags (fixture->session, id, "People & <others>, Source");
  les_history_undo (les_session_get_history (fixture->session));
  assert_tags (fixture->session, id, "Person, Source");
}

static gpointer
find_question (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel))
        return toplevel;
    }
  return NULL;
}

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A description is not thrown away without asking. */
static void
test_edit_asks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tag = add_tag (fixture, "alpha", NULL);
  GtkWidget *editor = open_editor (fixture, tag);

  gtk_window_close (GTK_WINDOW (editor));
  spin ();
  g_assert_null (find_question ());

  editor = open_editor (fixture, tag);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (find_named (editor, "explanation")), "who speaks", -1);
  gtk_window_close (GTK_WINDOW (editor));
  wait_until (find_question () != NULL);
  click (find_button (find_question (), "_Apply"));
  spin ();
  g_assert_null (find_question ());
  g_assert_cmpstr (les_tag_get (les_project_get_tag (get_project (fixture), tag), LES_TAG_DESCRIPTION), ==, "who speaks");
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add_tag (fixture, "alpha", NULL);
  g_autofree char *b = add_tag (fixture, "beta", NULL);
  g_autofree char *long_name = g_strnfill (5000, 'x');
  GtkWidget *editor = open_editor (fixture, a);
  LesTag *tag;

  gtk_editable_set_text (find_named (editor, "shortcut"), "K");
  gtk_editable_set_text (find_named (editor, "sets"), "Ton, Quelle");
  gtk_editable_set_text (find_named (editor, "code"), "#aBcDeF");
  gtk_editable_set_text (find_named (editor, "name"), long_name);
  gtk_switch_set_active (find_named (editor, "heading"), TRUE);
  click (find_named (editor, "apply"));
  tag = les_project_get_tag (get_project (fixture), a);
  g_assert_cmpuint (strlen (les_tag_get (tag, LES_TAG_NAME)), ==, 200);
  g_assert_cmpstr (les_tag_get (tag, LES_TAG_SHORTCUT), ==, "k");
  g_assert_cmpstr (les_tag_get (tag, LES_TAG_COLOR), ==, "#aBcDeF");
  g_assert_true (les_tag_is_heading (tag));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_TAG_SET), ==, 2);

  /* Another one wants a shortcut that begins with it: that is told. */
  editor = open_editor (fixture, b);
  gtk_editable_set_text (find_named (editor, "shortcut"), "kx");
  g_assert_false (gtk_widget_get_sensitive (find_named (editor, "apply")));
  g_assert_nonnull (strstr (gtk_label_get_text (find_named (editor, "complaint")), "xxx"));
  gtk_editable_set_text (find_named (editor, "shortcut"), "a-");
  g_assert_false (gtk_widget_get_sensitive (find_named (editor, "apply")));
  gtk_editable_set_text (find_named (editor, "shortcut"), "");
  g_assert_true (gtk_widget_get_sensitive (find_named (editor, "apply")));
  gtk_editable_set_text (find_named (editor, "code"), "blue");
  g_assert_false (gtk_widget_get_sensitive (find_named (editor, "apply")));
  gtk_window_close (GTK_WINDOW (editor));

  /* All of it was one step. */
  les_history_undo (les_session_get_history (fixture->session));
  tag = les_project_get_tag (get_project (fixture), a);
  g_assert_cmpstr (les_tag_get (tag, LES_TAG_NAME), ==, "alpha");
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_TAG_SET), ==, 0);
}

static void
test_merger (Fixture *fixture, gconstpointer data)
{
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "alpha, beta");
  g_autofree char *a = les_annotating_find_tag (fixture->session, "alpha");
  g_autofree char *b = les_annotating_find_tag (fixture->session, "beta");
  GtkWidget *merger = les_tag_merger_new (fixture->session, (const char * const[]) { a, b, NULL });

  gtk_window_present (GTK_WINDOW (merger));
  g_assert_cmpstr (gtk_label_get_text (find_named (merger, "from")), ==, "“alpha”, “beta”");
  gtk_drop_down_set_selected (find_named (merger, "into"), 1);
  g_assert_nonnull (strstr (gtk_label_get_text (find_named (merger, "outcome")), "1 annotation changes"));
  click (find_named (merger, "apply"));
  assert_tags (fixture->session, id, "beta");
  les_history_undo (les_session_get_history (fixture->session));
  assert_tags (fixture->session, id, "alpha, beta");

  /* A single one, and nothing to merge it with. */
  les_session_perform (fixture->session, les_codebook_remove_tags (get_project (fixture),
                                                                   (const char * const[]) { b, NULL }, FALSE));
  merger = les_tag_merger_new (fixture->session, (const char * const[]) { a, NULL });
  g_assert_false (gtk_widget_get_sensitive (find_named (merger, "apply")));
  gtk_window_destroy (GTK_WINDOW (merger));
}

static void
test_splitter (Fixture *fixture, gconstpointer data)
{
  const char *id = mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "alpha");
  g_autofree char *a = les_annotating_find_tag (fixture->session, "alpha");
  GtkWidget *splitter = les_tag_splitter_new (fixture->session, a);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (find_named (splitter, "parts"), 0);

  gtk_window_present (GTK_WINDOW (splitter));
  g_assert_nonnull (row);
  g_assert_false (gtk_widget_get_sensitive (find_named (splitter, "apply")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row)), TRUE);
  gtk_editable_set_text (find_named (splitter, "name"), "part");
  g_assert_nonnull (strstr (gtk_label_get_text (find_named (splitter, "outcome")), "1 annotation changes"));
  click (find_named (splitter, "apply"));
  assert_tags (fixture->session, id, "part");
  les_history_undo (les_session_get_history (fixture->session));
  assert_tags (fixture->session, id, "alpha");

  splitter = les_tag_splitter_new (fixture->session, a);
  gtk_window_present (GTK_WINDOW (splitter));
  gtk_drop_down_set_selected (find_named (splitter, "by"), LES_SPLIT_BY_WORDS);
  gtk_editable_set_text (find_named (splitter, "words"), "FALK");
  gtk_editable_set_text (find_named (splitter, "name"), "falks");
  click (find_named (splitter, "apply"));
  assert_tags (fixture->session, id, "falks");
}

static void
test_removal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add_tag (fixture, "alpha", NULL);
  g_autofree char *b = add_tag (fixture, "beta", a);
  g_autofree char *unused = les_tag_removal_dup_words (get_project (fixture), (const char * const[]) { b, NULL });
  g_autofree char *words = NULL;

  g_assert_cmpstr (unused, ==, "");
  mark (fixture->session, LES_SIDE_LEFT, "Una Falk", "alpha");
  words = les_tag_removal_dup_words (get_project (fixture), (const char * const[]) { a, NULL });
  g_assert_cmpstr (words, ==, "1 annotation is kept, but loses a tag. 1 of them is left without any tag. 1 tag stands below.");
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("name\n<b>one</b>\ntwo\n", 20);
  g_autoptr (LesCodebook) codebook = les_import_codebook_bytes (bytes, NULL);
  GtkWidget *preview = les_codebook_preview_new (fixture->session, codebook, "a & b.csv");

  gtk_window_present (GTK_WINDOW (preview));
  g_assert_nonnull (strstr (gtk_label_get_text (find_named (preview, "summary")), "2 tags are added"));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_TAG), ==, 0);
  click (find_named (preview, "apply"));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_TAG), ==, 2);
  les_history_undo (les_session_get_history (fixture->session));
  g_assert_cmpuint (count_records (fixture->session, LES_RECORD_TAG), ==, 0);
}

static void
chosen_cb (LesTagKeys *keys, const char *id, char **chosen)
{
  g_free (*chosen);
  *chosen = g_strdup (id);
}

static void
set_shortcut (Fixture *fixture, const char *id, const char *shortcut)
{
  g_autoptr (LesTag) copy = les_record_copy (les_project_get_tag (get_project (fixture), id));

  les_tag_set (copy, LES_TAG_SHORTCUT, shortcut);
  les_session_perform (fixture->session, les_codebook_edit_tag (get_project (fixture), copy, NULL));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = add_tag (fixture, "alpha", NULL);
  g_autofree char *b = add_tag (fixture, "beta", NULL);
  LesTagKeys *keys = g_object_new (LES_TYPE_TAG_KEYS, NULL);
  g_autofree char *chosen = NULL;

  set_shortcut (fixture, a, "m");
  set_shortcut (fixture, b, "k7");
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (keys));
  fixture->list = NULL;
  g_signal_connect (keys, "chosen", G_CALLBACK (chosen_cb), &chosen);

  les_tag_keys_start (keys, fixture->session);
  g_assert_true (les_tag_keys_take (keys, GDK_KEY_K, 0));
  g_assert_true (les_tag_keys_get_started (keys));
  g_assert_true (les_tag_keys_take (keys, GDK_KEY_KP_7, 0));
  g_assert_false (les_tag_keys_get_started (keys));
  g_assert_cmpstr (chosen, ==, b);
  les_tag_keys_start (keys, fixture->session);
  g_assert_true (les_tag_keys_take (keys, GDK_KEY_z, 0));
  g_assert_true (les_tag_keys_take (keys, GDK_KEY_m, 0));
  g_assert_cmpstr (chosen, ==, a);
  les_tag_keys_start (keys, fixture->session);
  g_assert_true (les_tag_keys_take (keys, GDK_KEY_Escape, 0));
  les_tag_keys_start (keys, fixture->session);
  g_assert_false (les_tag_keys_take (keys, GDK_KEY_s, GDK_CONTROL_MASK));
  g_assert_false (les_tag_keys_get_started (keys));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = open_editor (fixture, NULL);

  g_assert_false (gtk_widget_get_visible (find_named (editor, "removal")));
  g_assert_false (gtk_widget_get_sensitive (find_named (editor, "apply")));
  gtk_editable_set_text (find_named (editor, "name"), "Fresh");
  click (find_named (editor, "apply"));
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

  g_assert_nonnull (strstr (gtk_label_get_text (find_named (editor, "uses")), "1"));
  click (gtk_widget_get_last_child (find_named (editor, "removal")));
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
  add ("/codebook/tree", test_tree);
  add ("/codebook/sort", test_sort);
  add ("/codebook/faults", test_faults);
  add ("/codebook/merger", test_merger);
  add ("/codebook/splitter", test_splitter);
  add ("/codebook/removal", test_removal);
  add ("/codebook/preview", test_preview);
  add ("/codebook/keys", test_keys);
  add ("/codebook/edit", test_edit);
  add ("/codebook/edit-asks", test_edit_asks);
  add ("/codebook/new", test_new);
  add ("/codebook/delete", test_delete);
  return g_test_run ();
}
