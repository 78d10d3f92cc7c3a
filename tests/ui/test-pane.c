/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-gutter.h"
#include "les-popovers.h"
#include "pane-fixture.h"

static LesPane *
get_pane (PaneFixture *fixture, LesSide side)
{
  return LES_PANE (gtk_widget_get_ancestor (GTK_WIDGET (get_reader (fixture, side)), LES_TYPE_PANE));
}

static const char *
get_label (LesPane *pane, const char *name)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (GTK_WIDGET (pane), LES_TYPE_PANE, name)));
}

static void
annotate (PaneFixture *fixture, int start, int end, const char *tag, char **out_id)
{
  const char *tags[] = { NULL, NULL };
  g_autofree char *id = NULL;

  les_session_perform (fixture->session, les_edits_add_tag (fixture->project, tag, NULL, &id));
  tags[0] = id;
  les_session_perform (fixture->session,
                       les_edits_add_annotation (fixture->project, "left", LES_TEXT_RANGE (start, end), tags, NULL,
                                                 "A. Reader", out_id));
}

static void
test_header (PaneFixture *fixture, gconstpointer data)
{
  LesArticle *article = les_record_copy (les_session_get_article (fixture->session, LES_SIDE_LEFT));

  les_article_set (article, LES_ARTICLE_OUTLET, "Lindmar <b>Courier</b>");
  les_article_set (article, LES_ARTICLE_PLACE, "Lindmar");
  les_article_set (article, LES_ARTICLE_DATE, "2024-03-05");
  les_session_perform (fixture->session, les_edits_replace_article (article));
  g_object_unref (article);

  g_assert_cmpstr (get_label (get_pane (fixture, LES_SIDE_LEFT), "publisher"), ==, "Lindmar <b>Courier</b>");
  g_assert_nonnull (strstr (get_label (get_pane (fixture, LES_SIDE_LEFT), "details"), "Lindmar · 5 Mar 2024 · "));
  g_assert_cmpstr (get_label (get_pane (fixture, LES_SIDE_LEFT), "language"), ==, "EN");
}

static void
test_selection_goes_both_ways (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_RIGHT);

  les_reader_select (reader, LES_TEXT_RANGE (10, 30));
  g_assert_true (les_text_range_equal (les_session_get_selection (fixture->session, LES_SIDE_RIGHT),
                                       LES_TEXT_RANGE (10, 30)));
  g_assert_true (les_text_range_is_empty (les_session_get_selection (fixture->session, LES_SIDE_LEFT)));
  les_session_set_selection (fixture->session, LES_SIDE_RIGHT, LES_TEXT_RANGE (40, 55));
  g_assert_true (les_text_range_equal (les_reader_get_selection (reader), LES_TEXT_RANGE (40, 55)));
}

static void
test_cursor_takes_what_is_there (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);
  const LesMatch *match = les_session_get_shown (fixture->session, 1);
  g_autofree char *id = NULL;

  annotate (fixture, 100, 200, "harbour", &id);
  les_reader_select (reader, LES_TEXT_RANGE (150, 150));
  g_signal_emit_by_name (reader, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
  g_assert_cmpstr (les_session_get_annotation_id (fixture->session), ==, id);

  les_session_set_active_side (fixture->session, LES_SIDE_RIGHT);
  les_reader_select (reader, LES_TEXT_RANGE (match->left.start + 9, match->left.start + 9));
  g_signal_emit_by_name (reader, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
  g_assert_cmpint (les_session_get_current_match (fixture->session), ==, 1);
  g_assert_cmpint (les_session_get_active_side (fixture->session), ==, LES_SIDE_LEFT);
}

/* The next tag is not meant for an annotation that was left behind. */
static void
test_leaving_an_annotation (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);
  g_autofree char *id = NULL;

  annotate (fixture, 100, 200, "harbour", &id);
  les_reader_select (reader, LES_TEXT_RANGE (150, 150));
  g_signal_emit_by_name (reader, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
  g_assert_cmpstr (les_session_get_annotation_id (fixture->session), ==, id);
  les_reader_select (reader, LES_TEXT_RANGE (250, 250));
  g_assert_cmpstr (les_session_get_annotation_id (fixture->session), ==, id);
  g_signal_emit_by_name (reader, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
  g_assert_null (les_session_get_annotation_id (fixture->session));
}

/* While a selection is made nothing else becomes current: it may be the new bounds of what is. */
static void
test_selecting_leaves_the_annotation (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  annotate (fixture, 100, 200, "harbour", &first);
  annotate (fixture, 300, 400, "council", &second);
  les_session_set_annotation_id (fixture->session, first);
  les_reader_select (reader, LES_TEXT_RANGE (310, 320));
  g_signal_emit_by_name (reader, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, TRUE);
  g_assert_cmpstr (les_session_get_annotation_id (fixture->session), ==, first);
}

static void
test_overlapping_annotations (PaneFixture *fixture, gconstpointer data)
{
  LesMarks *marks = les_reader_get_marks (get_reader (fixture, LES_SIDE_LEFT));
  g_autofree char *outer = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *inner = NULL;

  annotate (fixture, 0, 100, "outer", &outer);
  annotate (fixture, 20, 80, "middle", &middle);
  annotate (fixture, 40, 60, "inner", &inner);
  g_assert_cmpuint (les_marks_get_n_lanes (marks), ==, 3);

  g_assert_cmpstr (les_marks_pick_annotation (marks, 50, FALSE), ==, inner);
  les_session_set_annotation_id (fixture->session, inner);
  g_assert_cmpstr (les_marks_pick_annotation (marks, 50, TRUE), ==, middle);
  les_session_set_annotation_id (fixture->session, middle);
  g_assert_cmpstr (les_marks_pick_annotation (marks, 50, FALSE), ==, middle);
  g_assert_cmpstr (les_marks_pick_annotation (marks, 50, TRUE), ==, outer);
  les_session_set_annotation_id (fixture->session, outer);
  g_assert_cmpstr (les_marks_pick_annotation (marks, 50, TRUE), ==, inner);
  g_assert_null (les_marks_pick_annotation (marks, 100, FALSE));

  les_history_undo (les_session_get_history (fixture->session));
  g_assert_cmpuint (les_marks_get_n_lanes (marks), ==, 2);
}

static void
test_layers (PaneFixture *fixture, gconstpointer data)
{
  LesMarks *marks = les_reader_get_marks (get_reader (fixture, LES_SIDE_LEFT));
  LesTextRange own;

  g_assert_cmpuint (les_range_index_get_n (les_marks_get_matches (marks)), ==,
                    les_session_get_n_shown (fixture->session));
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_unmatched (marks)), ==, 0);
  les_session_set_layers (fixture->session, LES_LAYERS_DEFAULT | LES_LAYER_UNMATCHED);
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_unmatched (marks)), >, 0);
  own = les_range_index_get (les_marks_get_unmatched (marks), 0)->range;
  g_assert_cmpint (own.start, ==, 0);
  les_session_set_layers (fixture->session, 0);
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_matches (marks)), ==, 0);
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_unmatched (marks)), ==, 0);
}

static gboolean
is_dimmed (PaneFixture *fixture, int offset)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter,
                                      les_reader_to_display (reader, LES_TEXT_RANGE (offset, offset)).start);
  return gtk_text_iter_has_tag (&iter, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "dimmed"));
}

static void
wait_for_related (PaneFixture *fixture)
{
  while (les_related_get_busy (les_session_get_related (fixture->session)))
    g_main_context_iteration (NULL, TRUE);
}

/* Every fourth paragraph is in both: it stands back, the others do not. */
static LesGutter *
find_gutter (LesReader *reader)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (reader));

  while (child != NULL && !LES_IS_GUTTER (child))
    child = gtk_widget_get_next_sibling (child);
  return LES_GUTTER (child);
}

/* Of many matches in one row each can be taken in the margin. */
static void
test_numbers (PaneFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GString) right = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  LesGutter *gutter;

  for (int i = 0; i < 40; i++)
    {
      append_sentence (left, 7000u + (guint32) i * 31u, 1 + i % 3);
      append_sentence (right, 7000u + (guint32) (39 - i) * 31u, 1 + (39 - i) % 3);
    }
  add_article (fixture->session, "dense", left->str);
  add_article (fixture->session, "turned", right->str);
  les_session_open_pair (fixture->session, "dense", "turned");
  while (les_session_get_busy (fixture->session))
    spend (10);
  settle (GTK_TEXT_VIEW (get_reader (fixture, LES_SIDE_LEFT)));
  gutter = find_gutter (get_reader (fixture, LES_SIDE_LEFT));
  g_assert_cmpuint (les_session_get_n_shown (fixture->session), >, 20);
  for (int y = 0; y < gtk_widget_get_height (GTK_WIDGET (gutter)); y += 2)
    for (int click = 0; click < 40; click++)
      {
        int match = les_gutter_find_match (gutter, y);

        if (match < 0)
          break;
        g_hash_table_add (seen, GINT_TO_POINTER (match + 1));
        les_session_set_current_match (fixture->session, match);
        gtk_adjustment_set_value (les_reader_get_adjustment (get_reader (fixture, LES_SIDE_LEFT)), 0.0);
      }
  g_assert_cmpuint (g_hash_table_size (seen), ==, les_session_get_n_shown (fixture->session));
}

static void
test_quotations (PaneFixture *fixture, gconstpointer data)
{
  LesMarks *marks;
  const LesRangeEntry *entry;

  add_article (fixture->session, "quotes", "„Das Eis ‚trägt‘“, sagte die Wirtin.");
  les_session_open_pair (fixture->session, "quotes", NULL);
  spend (30);
  marks = les_reader_get_marks (get_reader (fixture, LES_SIDE_LEFT));
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_quotations (marks)), ==, 0);
  les_session_set_layers (fixture->session, LES_LAYERS_DEFAULT | LES_LAYER_QUOTATIONS);
  spend (30);
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_quotations (marks)), ==, 2);
  entry = les_range_index_get (les_marks_get_quotations (marks), 0);
  g_assert_true (les_text_range_equal (entry->range, LES_TEXT_RANGE (0, 17)));
  g_assert_cmpuint (entry->id, ==, 0);
  g_assert_cmpuint (les_range_index_get (les_marks_get_quotations (marks), 1)->id, ==, 1);
  les_session_open_pair (fixture->session, "left", NULL);
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_quotations (marks)), ==, 0);
}

static void
test_shared_copy (PaneFixture *fixture, gconstpointer data)
{
  LesMarks *marks = les_reader_get_marks (get_reader (fixture, LES_SIDE_LEFT));
  const LesMatch *match = les_session_get_shown (fixture->session, 0);
  const LesRangeEntry *entry;

  g_assert_cmpuint (les_range_index_get_n (les_marks_get_shared (marks)), ==, 0);
  les_session_set_layers (fixture->session, LES_LAYERS_DEFAULT | LES_LAYER_SHARED_COPY);
  wait_for_related (fixture);
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_shared (marks)), ==, PANE_FIXTURE_PARAGRAPHS / 4);
  entry = les_range_index_get (les_marks_get_shared (marks), 0);
  g_assert_cmpuint (entry->id, ==, 1);
  g_assert_true (is_dimmed (fixture, match->left.start));
  g_assert_true (is_dimmed (fixture, match->left.end - 1));
  g_assert_false (is_dimmed (fixture, 0));
  spend (60);

  les_session_set_layers (fixture->session, LES_LAYERS_DEFAULT);
  g_assert_false (is_dimmed (fixture, match->left.start));
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_shared (marks)), ==, 0);
}

/* Nothing of it stays when other articles come and go. */
static void
test_shared_copy_follows_the_project (PaneFixture *fixture, gconstpointer data)
{
  LesMarks *marks = les_reader_get_marks (get_reader (fixture, LES_SIDE_LEFT));
  const char *removed[] = { "right", NULL };
  g_autofree char *right = make_text (LES_SIDE_RIGHT);

  les_session_set_layers (fixture->session, LES_LAYERS_DEFAULT | LES_LAYER_SHARED_COPY);
  wait_for_related (fixture);
  les_session_perform (fixture->session, les_edits_remove_articles (fixture->project, removed));
  wait_for_related (fixture);
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_shared (marks)), ==, 0);

  add_article (fixture->session, "third", right);
  wait_for_related (fixture);
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_shared (marks)), ==, PANE_FIXTURE_PARAGRAPHS / 4);
  les_session_open_article (fixture->session, LES_SIDE_LEFT, "third");
  wait_for_related (fixture);
  g_assert_cmpuint (les_range_index_get_n (les_marks_get_shared (marks)), ==, PANE_FIXTURE_PARAGRAPHS / 4);
}

static void
select_by_mouse (PaneFixture *fixture, LesTextRange range)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);

  les_compare_view_focus_side (LES_COMPARE_VIEW (fixture->view), LES_SIDE_LEFT);
  les_reader_select (reader, LES_TEXT_RANGE (range.start, range.end - 1));
  g_signal_emit_by_name (reader, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 0, TRUE);
  les_reader_select (reader, range);
  spend (700);
}

/* Wherever the selection is: the bar does not lie on it. */
static void
test_bar_keeps_off_the_selection (PaneFixture *fixture, gconstpointer data)
{
  static const LesTextRange ranges[] = { { 0, 20 }, { 0, 700 }, { 300, 330 }, { 0, 9000 } };
  GtkWidget *pane = GTK_WIDGET (get_pane (fixture, LES_SIDE_LEFT));
  GtkWidget *bar = GTK_WIDGET (gtk_widget_get_template_child (pane, LES_TYPE_PANE, "bar"));

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      GtkWidget *relative_to;
      graphene_rect_t bounds;
      GdkRectangle area;
      GdkRectangle place;

      select_by_mouse (fixture, ranges[i]);
      g_assert_true (gtk_widget_get_visible (bar));
      g_assert_true (les_compare_view_get_passage_area (LES_COMPARE_VIEW (fixture->view), LES_SIDE_LEFT, ranges[i],
                                                        &relative_to, &area));
      g_assert_cmpint (gtk_widget_get_child_visible (bar), ==, ranges[i].end < 9000);
      if (!gtk_widget_get_child_visible (bar))
        continue;
      g_assert_true (gtk_widget_compute_bounds (bar, relative_to, &bounds));
      place = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                               (int) bounds.size.height };
      g_assert_false (gdk_rectangle_intersect (&place, &area, NULL));
    }
  les_session_set_selection (fixture->session, LES_SIDE_LEFT, LES_TEXT_RANGE (5, 5));
  g_assert_false (gtk_widget_get_visible (bar));
}

static GtkGesture *
find_press (LesReader *reader)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (reader));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "selection-press") == 0)
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static void
press_at (LesReader *reader, int offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (reader);
  GtkTextIter iter;
  GdkRectangle box;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_iter_location (view, &iter, &box);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, box.x, box.y, &box.x, &box.y);
  g_signal_emit_by_name (find_press (reader), "pressed", 1, box.x + 1.0, box.y + box.height / 2.0);
}

/* The words are not to be dragged away: the next selection may begin inside the last one. */
static void
test_press_inside_the_selection (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);

  les_reader_select (reader, LES_TEXT_RANGE (10, 60));
  press_at (reader, 70);
  g_assert_true (les_text_range_equal (les_reader_get_selection (reader), LES_TEXT_RANGE (10, 60)));
  press_at (reader, 30);
  g_assert_true (les_text_range_equal (les_reader_get_selection (reader), LES_TEXT_RANGE (30, 30)));
}

static void
assert_described (LesReader *reader, const char *words)
{
  g_autofree char *error = gtk_test_accessible_check_property (GTK_ACCESSIBLE (reader),
                                                               GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);

  g_assert_cmpstr (error, ==, NULL);
}

/* What the lanes say to the eye, the description says to a screen reader. */
static void
test_description_names_the_tags (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  annotate (fixture, 100, 200, "harbour", &first);
  annotate (fixture, 300, 400, "council", &second);
  les_reader_select (reader, LES_TEXT_RANGE (150, 150));
  g_signal_emit_by_name (reader, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, 1, FALSE);
  assert_described (reader, "harbour");
  les_reader_select (reader, LES_TEXT_RANGE (250, 250));
  assert_described (reader, "");
  les_reader_select (reader, LES_TEXT_RANGE (350, 350));
  les_session_set_annotation_id (fixture->session, second);
  assert_described (reader, "council");
  les_history_undo (les_session_get_history (fixture->session));
  assert_described (reader, "");
}

/* Its place is where the cursor is, however far that has been scrolled away. */
static void
test_menu_out_of_sight (PaneFixture *fixture, gconstpointer data)
{
  GtkWidget *pane = gtk_widget_get_ancestor (GTK_WIDGET (get_reader (fixture, LES_SIDE_LEFT)), LES_TYPE_PANE);
  g_autoptr (GMenu) model = g_menu_new ();
  GtkWidget *menu = les_popovers_new_menu (G_MENU_MODEL (model), pane);
  const int places[] = { -4000, 100, 90000 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GdkRectangle place;

      les_popovers_open (menu, &(GdkRectangle) { 10, places[i], 1, 20 });
      g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (menu), &place));
      g_assert_cmpint (place.y, >=, 0);
      g_assert_cmpint (place.y + place.height, <=, gtk_widget_get_height (pane));
      gtk_popover_popdown (GTK_POPOVER (menu));
    }
  gtk_widget_unparent (menu);
}

static void
test_close (PaneFixture *fixture, gconstpointer data)
{
  GtkWidget *left = GTK_WIDGET (get_pane (fixture, LES_SIDE_LEFT));
  GtkWidget *right = GTK_WIDGET (get_pane (fixture, LES_SIDE_RIGHT));

  gtk_widget_activate_action (right, "pane.close", NULL);
  g_assert_null (les_session_get_article (fixture->session, LES_SIDE_RIGHT));
  g_assert_false (gtk_widget_get_visible (right));
  g_assert_true (gtk_widget_get_visible (left));
  gtk_widget_activate_action (left, "pane.close", NULL);
  g_assert_false (gtk_widget_get_visible (left));
  spend (50);
}

int
main (int argc, char **argv)
{
  start_tests (&argc, &argv);
#define add(name, test) g_test_add (name, PaneFixture, NULL, set_up_pair, test, tear_down)
  add ("/pane/header", test_header);
  add ("/pane/selection-goes-both-ways", test_selection_goes_both_ways);
  add ("/pane/cursor-takes-what-is-there", test_cursor_takes_what_is_there);
  add ("/pane/leaving-an-annotation", test_leaving_an_annotation);
  add ("/pane/selecting-leaves-the-annotation", test_selecting_leaves_the_annotation);
  add ("/pane/overlapping-annotations", test_overlapping_annotations);
  add ("/pane/layers", test_layers);
  add ("/pane/numbers", test_numbers);
  add ("/pane/quotations", test_quotations);
  add ("/pane/shared-copy", test_shared_copy);
  add ("/pane/shared-copy-follows-the-project", test_shared_copy_follows_the_project);
  add ("/pane/bar-keeps-off-the-selection", test_bar_keeps_off_the_selection);
  add ("/pane/press-inside-the-selection", test_press_inside_the_selection);
  add ("/pane/description-names-the-tags", test_description_names_the_tags);
  add ("/pane/menu-out-of-sight", test_menu_out_of_sight);
  add ("/pane/close", test_close);
#undef add
  return g_test_run ();
}
