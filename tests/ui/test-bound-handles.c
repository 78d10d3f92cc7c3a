/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pane-fixture.h"

#include "les-codebook-edits.h"

/* What the text asks the window to do is taken down. */
static GString *asked;

static void
ask_cb (GSimpleAction *action, GVariant *target, gpointer unused)
{
  g_autofree char *words = target != NULL ? g_variant_print (target, FALSE) : g_strdup ("");

  g_string_append_printf (asked, "%s %s\n", g_action_get_name (G_ACTION (action)), words);
}

static const GActionEntry entries[] = {
  { "move-bound", ask_cb, "(ssis)" },
  { "move-bounds", ask_cb, "(sii)" },
  { "tag-active", ask_cb, "b" },
};

static void
watch_actions (PaneFixture *fixture)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  g_string_truncate (asked, 0);
}

static char *
annotate (PaneFixture *fixture, int start, int end)
{
  char *id;

  les_session_perform (fixture->session,
                       les_edits_add_annotation (fixture->project, "left", LES_TEXT_RANGE (start, end), NULL, "n", NULL, &id));
  les_session_set_annotation_id (fixture->session, id);
  return id;
}

static LesPane *
get_pane (PaneFixture *fixture)
{
  return LES_PANE (gtk_widget_get_ancestor (GTK_WIDGET (get_reader (fixture, LES_SIDE_LEFT)), LES_TYPE_PANE));
}

static GtkWidget *
get_hint (PaneFixture *fixture)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (get_pane (fixture)), LES_TYPE_PANE, "hint"));
}

static GtkEventController *
find_controller (LesReader *reader, GType type, const char *signal)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (reader));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE
          && g_signal_has_handler_pending (controller, g_signal_lookup (signal, type), 0, TRUE))
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
press (PaneFixture *fixture, guint keyval, GdkModifierType state)
{
  GtkEventController *keys = find_controller (get_reader (fixture, LES_SIDE_LEFT), GTK_TYPE_EVENT_CONTROLLER_KEY,
                                              "key-pressed");
  gboolean handled = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", keyval, 0u, state, &handled);
  return handled;
}

static LesHeldBound
get_held (PaneFixture *fixture)
{
  LesTextRange preview;

  return les_marks_get_held (les_reader_get_marks (get_reader (fixture, LES_SIDE_LEFT)), &preview);
}

static void
test_keys (PaneFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint keyval;
    GdkModifierType state;
    const char *asked;
  } cases[] = {
    { GDK_KEY_Left, 0, "move-bound ('end', 'character', -1, " },
    { GDK_KEY_Right, GDK_CONTROL_MASK, "move-bound ('end', 'word', 1, " },
    { GDK_KEY_Up, 0, "move-bound ('end', 'sentence', -1, " },
    { GDK_KEY_Down, GDK_CONTROL_MASK, "move-bound ('end', 'paragraph', 1, " },
    { GDK_KEY_Tab, 0, "" },
    { GDK_KEY_KP_Left, 0, "move-bound ('start', 'character', -1, " },
  };
  g_autofree char *id = annotate (fixture, 100, 130);

  watch_actions (fixture);
  g_assert_false (press (fixture, GDK_KEY_Left, 0));
  g_assert_false (gtk_widget_get_visible (get_hint (fixture)));
  les_compare_view_adjust_bounds (LES_COMPARE_VIEW (fixture->view), LES_SIDE_LEFT);
  g_assert_cmpint (get_held (fixture), ==, LES_HELD_END);
  g_assert_true (gtk_widget_get_visible (get_hint (fixture)));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_string_truncate (asked, 0);
      g_assert_true (press (fixture, cases[i].keyval, cases[i].state));
      g_assert_true (g_str_has_prefix (asked->str, cases[i].asked));
    }
  g_assert_cmpint (get_held (fixture), ==, LES_HELD_START);
  g_assert_true (press (fixture, GDK_KEY_Return, 0));
  g_assert_cmpint (get_held (fixture), ==, LES_HELD_NONE);
  g_assert_false (gtk_widget_get_visible (get_hint (fixture)));
}

/* Whatever else happens: the keys move the cursor again. */
static void
test_ends_by_itself (PaneFixture *fixture, gconstpointer data)
{
  g_autofree char *first = annotate (fixture, 100, 130);
  g_autofree char *second = annotate (fixture, 300, 330);
  LesCompareView *view = LES_COMPARE_VIEW (fixture->view);

  watch_actions (fixture);
  les_compare_view_adjust_bounds (view, LES_SIDE_LEFT);
  les_session_set_annotation_id (fixture->session, first);
  g_assert_cmpint (get_held (fixture), ==, LES_HELD_NONE);

  les_compare_view_adjust_bounds (view, LES_SIDE_LEFT);
  g_assert_false (press (fixture, GDK_KEY_x, 0));
  g_assert_cmpint (get_held (fixture), ==, LES_HELD_NONE);

  les_compare_view_adjust_bounds (view, LES_SIDE_LEFT);
  les_session_open_article (fixture->session, LES_SIDE_LEFT, "right");
  les_session_set_annotation_id (fixture->session, NULL);
  g_assert_cmpint (get_held (fixture), ==, LES_HELD_NONE);
  les_compare_view_adjust_bounds (view, LES_SIDE_LEFT);
  g_assert_cmpint (get_held (fixture), ==, LES_HELD_NONE);
}

/* A selection of the keys may have grown, one of the mouse is a new one. */
static void
test_active_tag (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);
  GtkWidget *bar = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (get_pane (fixture)), LES_TYPE_PANE, "bar"));
  g_autofree char *tag = NULL;

  watch_actions (fixture);
  les_session_perform (fixture->session, les_edits_add_tag (fixture->project, "harbour", NULL, &tag));
  les_session_set_active_tag (fixture->session, tag);
  les_compare_view_focus_side (LES_COMPARE_VIEW (fixture->view), LES_SIDE_LEFT);
  les_reader_select (reader, LES_TEXT_RANGE (10, 20));
  g_signal_emit_by_name (reader, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, TRUE);
  spend (700);
  g_assert_cmpstr (asked->str, ==, "tag-active true\n");
  g_assert_false (gtk_widget_get_visible (bar));
}

/* The thinnest is still a lane; one deep pile makes no other thin. */
static void
test_lanes (PaneFixture *fixture, gconstpointer data)
{
  LesMarks *marks = les_reader_get_marks (get_reader (fixture, LES_SIDE_LEFT));
  guint n_single = 0;

  for (int i = 0; i < 10; i++)
    g_free (annotate (fixture, 100 + i, 200 - i));
  g_free (annotate (fixture, 300, 330));
  g_assert_cmpuint (les_marks_get_n_lanes (marks), ==, LES_MARKS_MAX_LANES);
  for (guint i = 0; i < 11; i++)
    n_single += les_marks_get_annotation (marks, i)->n_lanes == 1;
  g_assert_cmpuint (n_single, ==, 1);
  g_assert_nonnull (les_marks_get_current_annotation (marks));
  g_assert_cmpint (les_marks_get_current_annotation (marks)->range.start, ==, 300);

  /* Put into their places one by one they stand as if read anew. */
  for (int i = 0; i < 4; i++)
    les_history_undo (les_session_get_history (fixture->session));
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_annotations (marks)), ==, 7);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpint (les_marks_get_annotation (marks, i)->range.start, ==, 100 + (int) i);
      g_assert_cmpuint (les_marks_get_annotation (marks, i)->lane, ==, i);
    }
}

/* Another name or colour shows at once. */
static void
test_tag_changes (PaneFixture *fixture, gconstpointer data)
{
  LesMarks *marks = les_reader_get_marks (get_reader (fixture, LES_SIDE_LEFT));
  g_autofree char *id = annotate (fixture, 100, 130);
  g_autofree char *tag = NULL;
  LesTag *renamed;

  les_session_perform (fixture->session, les_edits_add_tag (fixture->project, "harbour", NULL, &tag));
  les_session_perform (fixture->session,
                       les_edits_set_annotation_tags (fixture->project, id, (const char * const[]) { tag, NULL }));
  g_assert_cmpstr (les_marks_get_annotation (marks, 0)->names, ==, "harbour");
  renamed = les_record_copy (les_project_get_tag (fixture->project, tag));
  les_tag_set (renamed, LES_TAG_NAME, "quay");
  les_tag_set (renamed, LES_TAG_COLOR, "#123456");
  les_session_perform (fixture->session, les_codebook_edit_tag (fixture->project, renamed, NULL));
  g_object_unref (renamed);
  g_assert_cmpstr (les_marks_get_annotation (marks, 0)->names, ==, "quay");
  g_assert_cmpstr (les_marks_get_annotation (marks, 0)->colors->pdata[0], ==, "#123456");
  les_session_perform (fixture->session, les_codebook_remove_tags (fixture->project,
                                                                   (const char * const[]) { tag, NULL }, FALSE));
  g_assert_cmpuint (les_marks_get_annotation (marks, 0)->colors->len, ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  start_tests (&argc, &argv);
  asked = g_string_new (NULL);
#define add(name, test) g_test_add (name, PaneFixture, NULL, set_up_pair, test, tear_down)
  add ("/bound-handles/keys", test_keys);
  add ("/bound-handles/ends-by-itself", test_ends_by_itself);
  add ("/bound-handles/active-tag", test_active_tag);
  add ("/bound-handles/lanes", test_lanes);
  add ("/bound-handles/tag-changes", test_tag_changes);
#undef add
  status = g_test_run ();
  g_string_free (asked, TRUE);
  return status;
}
