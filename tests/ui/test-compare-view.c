/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pane-fixture.h"

#include "les-ribbons.h"

static GtkWidget *
find_child (PaneFixture *fixture, GType type)
{
  GtkWidget *child = gtk_widget_get_first_child (fixture->view);

  while (child != NULL && !G_TYPE_CHECK_INSTANCE_TYPE (child, type))
    child = gtk_widget_get_next_sibling (child);
  g_assert_nonnull (child);
  return child;
}

/* As the user scrolls: first the pane says that it leads. */
static void
scroll (PaneFixture *fixture, LesSide side, double value)
{
  LesReader *reader = get_reader (fixture, side);

  g_signal_emit_by_name (gtk_widget_get_ancestor (GTK_WIDGET (reader), LES_TYPE_PANE), "lead");
  gtk_adjustment_set_value (les_reader_get_adjustment (reader), value);
}

static double
get_last (PaneFixture *fixture, LesSide side)
{
  GtkAdjustment *adjustment = les_reader_get_adjustment (get_reader (fixture, side));

  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static void
test_empty (PaneFixture *fixture, gconstpointer data)
{
  GtkWidget *relative_to;
  GdkRectangle area;

  gtk_window_present (GTK_WINDOW (fixture->window));
  spend (100);
  g_assert_true (gtk_widget_get_visible (find_child (fixture, ADW_TYPE_STATUS_PAGE)));
  g_assert_false (les_compare_view_find_next_hit (LES_COMPARE_VIEW (fixture->view)));
  g_assert_false (les_compare_view_get_passage_area (LES_COMPARE_VIEW (fixture->view), LES_SIDE_LEFT,
                                                     LES_TEXT_RANGE (0, 4), &relative_to, &area));
  les_compare_view_focus_side (LES_COMPARE_VIEW (fixture->view), LES_SIDE_RIGHT);
}

static void
test_engine_found_the_shared_paragraphs (PaneFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (les_session_get_n_shown (fixture->session), >=, PANE_FIXTURE_PARAGRAPHS / 4);
}

/* Both ends of a chosen match come to one height, whichever side was active and wherever both were. */
static void
test_ends_meet (PaneFixture *fixture, gconstpointer data)
{
  int n = (int) les_session_get_n_shown (fixture->session);

  for (int i = 0; i < n; i++)
    {
      const LesMatch *match = les_session_get_shown (fixture->session, (guint) i);
      double left;
      double right;

      les_session_set_active_side (fixture->session, i % 2);
      les_session_set_current_match (fixture->session, i);
      spend (30);
      left = get_y (fixture, LES_SIDE_LEFT, match->left.start);
      right = get_y (fixture, LES_SIDE_RIGHT, match->right.start);
      g_assert_cmpfloat_with_epsilon (left, right, 1.5);
      g_assert_cmpfloat (left, >=, 0.0);
      g_assert_cmpfloat (left, <=, gtk_widget_get_height (GTK_WIDGET (get_reader (fixture, LES_SIDE_LEFT))));
    }
}

/* With the cursor in a later sentence of a passage, that sentence and its other end meet. */
static void
test_sentences_meet (PaneFixture *fixture, gconstpointer data)
{
  const LesMatch *match = les_session_get_shown (fixture->session, 6);

  g_assert_nonnull (match->parts);
  les_session_set_linked_scroll (fixture->session, FALSE);
  les_session_set_active_side (fixture->session, LES_SIDE_RIGHT);
  les_session_set_current_match (fixture->session, 6);
  spend (30);
  scroll (fixture, LES_SIDE_LEFT, 0.0);
  for (guint i = match->parts->len; i-- > 0;)
    {
      const LesMatchEnds *part = &g_array_index (match->parts, LesMatchEnds, i);

      les_session_set_selection (fixture->session, LES_SIDE_RIGHT,
                                 LES_TEXT_RANGE (part->right.start + 3, part->right.start + 3));
      spend (30);
      g_assert_cmpfloat_with_epsilon (get_y (fixture, LES_SIDE_LEFT, part->left.start),
                                      get_y (fixture, LES_SIDE_RIGHT, part->right.start), 1.5);
    }
}

/* Both ends stay at one height when the width, and with it every row, changes. */
static void
test_ends_meet_again (PaneFixture *fixture, gconstpointer data)
{
  static const int sizes[] = { 9, 24, 13 };
  const guint last = les_session_get_n_shown (fixture->session) - 1;
  const guint chosen[] = { 0, 7, last };

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        const LesMatch *match = les_session_get_shown (fixture->session, chosen[i]);

        les_session_set_current_match (fixture->session, (int) chosen[i]);
        g_object_set (fixture->view, "text-size", sizes[j], NULL);
        settle (GTK_TEXT_VIEW (get_reader (fixture, LES_SIDE_LEFT)));
        settle (GTK_TEXT_VIEW (get_reader (fixture, LES_SIDE_RIGHT)));
        g_assert_cmpfloat_with_epsilon (get_y (fixture, LES_SIDE_LEFT, match->left.start),
                                        get_y (fixture, LES_SIDE_RIGHT, match->right.start), 1.5);
      }
}

static void
test_ends_meet_when_narrower (PaneFixture *fixture, gconstpointer data)
{
  static const int widths[] = { 900, 1200, 760 };
  const LesMatch *match = les_session_get_shown (fixture->session, 4);

  les_session_set_current_match (fixture->session, 4);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 700);
      spend (300);
      settle (GTK_TEXT_VIEW (get_reader (fixture, LES_SIDE_LEFT)));
      settle (GTK_TEXT_VIEW (get_reader (fixture, LES_SIDE_RIGHT)));
      g_assert_cmpfloat_with_epsilon (get_y (fixture, LES_SIDE_LEFT, match->left.start),
                                      get_y (fixture, LES_SIDE_RIGHT, match->right.start), 1.5);
    }
}

/* What is in view on the active side stays where it is. */
static void
test_meeting_leaves_the_active_side (PaneFixture *fixture, gconstpointer data)
{
  const LesMatch *match = les_session_get_shown (fixture->session, 6);
  double before;

  les_session_set_linked_scroll (fixture->session, FALSE);
  les_session_set_active_side (fixture->session, LES_SIDE_LEFT);
  scroll (fixture, LES_SIDE_LEFT, get_value (fixture, LES_SIDE_LEFT) + get_y (fixture, LES_SIDE_LEFT, match->left.start)
                                    - 211.0);
  before = get_value (fixture, LES_SIDE_LEFT);
  les_session_set_current_match (fixture->session, 6);
  spend (30);
  g_assert_cmpfloat (get_value (fixture, LES_SIDE_LEFT), ==, before);
  g_assert_cmpfloat_with_epsilon (get_y (fixture, LES_SIDE_RIGHT, match->right.start), 211.0, 1.5);
}

/* Scrolling on from there never jumps: the other side goes at most a few times as fast. */
static void
test_linked_scrolling_is_smooth (PaneFixture *fixture, gconstpointer data)
{
  for (int leader = 0; leader < LES_N_SIDES; leader++)
    {
      double other;

      scroll (fixture, leader, 0.0);
      spend (20);
      other = get_value (fixture, !leader);
      for (double value = 10.0; value < get_last (fixture, leader); value += 10.0)
        {
          double step;

          scroll (fixture, leader, value);
          step = get_value (fixture, !leader) - other;
          g_assert_cmpfloat (step, >=, -1.0);
          g_assert_cmpfloat (step, <=, 60.0);
          g_assert_cmpfloat (get_value (fixture, leader), ==, value);
          other += step;
        }
    }
}

/* The right text has much between two paragraphs that follow each other on the left: a slide, not a leap. */
static void
test_linked_scrolling_slides (PaneFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GString) right = g_string_new (NULL);
  double other = 0.0;

  for (int i = 0; i < 40; i++)
    {
      for (int k = 0; k < 3; k++)
        {
          append_sentence (left, 9000u + (guint32) (10 * i + k), 14);
          append_sentence (right, 9000u + (guint32) (10 * i + k), 14);
        }
      g_string_append (left, "\n\n");
      g_string_append (right, "\n\n");
      for (int k = 0; i == 20 && k < 30; k++)
        append_sentence (right, 77000u + (guint32) k, 14);
      if (i == 20)
        g_string_append (right, "\n\n");
    }
  add_article (fixture->session, "left", left->str);
  add_article (fixture->session, "right", right->str);
  les_session_open_pair (fixture->session, "left", "right");
  show (fixture);
  scroll (fixture, LES_SIDE_LEFT, 0.0);
  spend (20);
  for (double value = 10.0; value < get_last (fixture, LES_SIDE_LEFT); value += 10.0)
    {
      scroll (fixture, LES_SIDE_LEFT, value);
      g_assert_cmpfloat (get_value (fixture, LES_SIDE_RIGHT) - other, >=, -1.0);
      g_assert_cmpfloat (get_value (fixture, LES_SIDE_RIGHT) - other, <=, 120.0);
      other = get_value (fixture, LES_SIDE_RIGHT);
    }
}

static void
test_linked_scrolling_reaches_both_ends (PaneFixture *fixture, gconstpointer data)
{
  scroll (fixture, LES_SIDE_LEFT, get_last (fixture, LES_SIDE_LEFT) / 2);
  scroll (fixture, LES_SIDE_LEFT, get_last (fixture, LES_SIDE_LEFT));
  g_assert_cmpfloat_with_epsilon (get_value (fixture, LES_SIDE_RIGHT), get_last (fixture, LES_SIDE_RIGHT), 1.0);
  scroll (fixture, LES_SIDE_LEFT, 0.0);
  g_assert_cmpfloat_with_epsilon (get_value (fixture, LES_SIDE_RIGHT), 0.0, 1.0);
}

/* Where a match crosses the middle of the page both its ends do. */
static void
test_linked_scrolling_meets_in_the_middle (PaneFixture *fixture, gconstpointer data)
{
  double middle = gtk_adjustment_get_page_size (les_reader_get_adjustment (get_reader (fixture, LES_SIDE_LEFT))) / 2;

  scroll (fixture, LES_SIDE_LEFT, 0.0);
  for (guint i = 4; i + 4 < les_session_get_n_shown (fixture->session); i++)
    {
      const LesMatch *match = les_session_get_shown (fixture->session, i);

      if (match->moved || match->grade != LES_GRADE_ASSERTED)
        continue;
      scroll (fixture, LES_SIDE_LEFT, get_value (fixture, LES_SIDE_LEFT)
                                        + get_y (fixture, LES_SIDE_LEFT, match->left.start) - middle);
      spend (30);
      scroll (fixture, LES_SIDE_LEFT, get_value (fixture, LES_SIDE_LEFT) - 1.0);
      g_assert_cmpfloat_with_epsilon (get_y (fixture, LES_SIDE_RIGHT, match->right.start), middle, 4.0);
    }
}

static void
test_unlinked_sides_scroll_alone (PaneFixture *fixture, gconstpointer data)
{
  les_session_set_linked_scroll (fixture->session, FALSE);
  scroll (fixture, LES_SIDE_LEFT, 900.0);
  g_assert_cmpfloat (get_value (fixture, LES_SIDE_RIGHT), ==, 0.0);
  les_session_set_linked_scroll (fixture->session, TRUE);
  g_assert_cmpfloat (get_value (fixture, LES_SIDE_RIGHT), ==, 0.0);
}

static void
test_reveal (PaneFixture *fixture, gconstpointer data)
{
  int length = les_text_get_n_chars (les_article_get_text (les_session_get_article (fixture->session, LES_SIDE_RIGHT)));
  int page = gtk_widget_get_height (GTK_WIDGET (get_reader (fixture, LES_SIDE_RIGHT)));

  for (int offset = length - 10; offset > 0; offset -= length / 7)
    {
      les_session_reveal (fixture->session, LES_SIDE_RIGHT, LES_TEXT_RANGE (offset, offset + 8));
      spend (30);
      g_assert_cmpfloat (get_y (fixture, LES_SIDE_RIGHT, offset), >=, 0.0);
      g_assert_cmpfloat (get_y (fixture, LES_SIDE_RIGHT, offset), <, page);
    }
}

/* Kept, and applied before the new view was ever shown. */
static void
test_state_round_trip (PaneFixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) state = NULL;
  double left;
  double right;

  les_session_set_linked_scroll (fixture->session, FALSE);
  scroll (fixture, LES_SIDE_LEFT, 1234.0);
  scroll (fixture, LES_SIDE_RIGHT, 2345.0);
  spend (50);
  left = get_value (fixture, LES_SIDE_LEFT);
  right = get_value (fixture, LES_SIDE_RIGHT);
  state = les_compare_view_dup_state (LES_COMPARE_VIEW (fixture->view));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = adw_window_new ();
  fixture->view = les_compare_view_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->view);
  les_panel_set_session (LES_PANEL (fixture->view), fixture->session);
  les_compare_view_restore_state (LES_COMPARE_VIEW (fixture->view), state);
  show (fixture);
  g_assert_cmpfloat_with_epsilon (get_value (fixture, LES_SIDE_LEFT), left, 1.0);
  g_assert_cmpfloat_with_epsilon (get_value (fixture, LES_SIDE_RIGHT), right, 1.0);
}

static void
test_foreign_state (PaneFixture *fixture, gconstpointer data)
{
  static const char * const states[] = { "5", "{'left': <'x'>}", "{'left': <(1000000000, 0.5)>, 'right': <(-5, 1e300)>}",
                                         "@a{sv} {}" };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GVariant) state = g_variant_ref_sink (g_variant_new_parsed (states[i]));

      les_compare_view_restore_state (LES_COMPARE_VIEW (fixture->view), state);
      spend (30);
    }
}

static void
test_hits (PaneFixture *fixture, gconstpointer data)
{
  LesCompareView *view = LES_COMPARE_VIEW (fixture->view);
  LesText *text = les_article_get_text (les_session_get_article (fixture->session, LES_SIDE_LEFT));
  const LesMatch *match = les_session_get_shown (fixture->session, 9);
  g_autofree char *words = les_text_dup_range (text, LES_TEXT_RANGE (match->left.start, match->left.start + 29));
  g_autofree char *query = g_strdup_printf ("\"%s\"", words);

  les_session_set_query (fixture->session, query);
  g_assert_true (les_compare_view_find_next_hit (view));
  g_assert_cmpint (les_session_get_selection (fixture->session, LES_SIDE_LEFT).start, ==, match->left.start);
  g_assert_true (les_compare_view_find_next_hit (view));
  g_assert_cmpint (les_session_get_active_side (fixture->session), ==, LES_SIDE_RIGHT);
  g_assert_cmpint (les_session_get_selection (fixture->session, LES_SIDE_RIGHT).start, ==, match->right.start);
  g_assert_true (les_compare_view_find_previous_hit (view));
  g_assert_cmpint (les_session_get_active_side (fixture->session), ==, LES_SIDE_LEFT);
  les_session_set_query (fixture->session, "zzzzqq");
  g_assert_false (les_compare_view_find_next_hit (view));
}

static void
test_ribbons (PaneFixture *fixture, gconstpointer data)
{
  LesRibbons *ribbons = LES_RIBBONS (find_child (fixture, LES_TYPE_RIBBONS));

  spend (100);
  g_assert_cmpuint (les_ribbons_get_n_drawn (ribbons), >, 0);
  g_assert_cmpuint (les_ribbons_get_n_drawn (ribbons), <=, 60);
  les_session_set_layers (fixture->session, 0);
  spend (100);
  g_assert_cmpuint (les_ribbons_get_n_drawn (ribbons), ==, 0);
}

static void
test_stacks_when_narrow (PaneFixture *fixture, gconstpointer data)
{
  GtkWidget *right = gtk_widget_get_ancestor (GTK_WIDGET (get_reader (fixture, LES_SIDE_RIGHT)), LES_TYPE_PANE);
  GtkWidget *ribbons = find_child (fixture, LES_TYPE_RIBBONS);
  graphene_rect_t bounds;

  g_assert_false (les_compare_view_is_stacked (LES_COMPARE_VIEW (fixture->view)));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 520, 700);
  for (int i = 0; i < 50 && !les_compare_view_is_stacked (LES_COMPARE_VIEW (fixture->view)); i++)
    spend (100);
  g_assert_true (les_compare_view_is_stacked (LES_COMPARE_VIEW (fixture->view)));
  g_assert_true (gtk_widget_compute_bounds (right, fixture->view, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 0.0);
  g_assert_cmpfloat (bounds.origin.y, >, 200.0);

  /* Ribbons go round on the left, beside both texts. */
  les_session_set_current_match (fixture->session, 3);
  spend (100);
  g_assert_cmpuint (les_ribbons_get_n_drawn (LES_RIBBONS (ribbons)), >, 0);
  g_assert_true (gtk_widget_compute_bounds (ribbons, fixture->view, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 0.0);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      graphene_rect_t text;

      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_reader (fixture, side)), fixture->view, &text));
      g_assert_cmpfloat (text.origin.x, >=, bounds.size.width);
      g_assert_cmpfloat (text.origin.y, >=, bounds.origin.y);
      g_assert_cmpfloat (text.origin.y + text.size.height, <=, bounds.origin.y + bounds.size.height + 1);
    }

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  for (int i = 0; i < 50 && les_compare_view_is_stacked (LES_COMPARE_VIEW (fixture->view)); i++)
    spend (100);
  spend (100);
  g_assert_true (gtk_widget_compute_bounds (ribbons, fixture->view, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >, 300.0);
  g_assert_cmpuint (les_ribbons_get_n_drawn (LES_RIBBONS (ribbons)), >, 0);
}

static void
annotate (PaneFixture *fixture, const char *article, int start, int end)
{
  les_session_perform (fixture->session,
                       les_edits_add_annotation (fixture->project, article, LES_TEXT_RANGE (start, end), NULL, "note",
                                                 "A. Reader", NULL));
  spend (60);
}

/* However many annotations overlap: no text is wrapped anew, none moves. */
static void
test_annotating_moves_nothing (PaneFixture *fixture, gconstpointer data)
{
  const LesMatch *match = les_session_get_shown (fixture->session, 5);
  double before[LES_N_SIDES];

  les_session_set_current_match (fixture->session, 5);
  spend (60);
  g_signal_emit_by_name (gtk_widget_get_ancestor (GTK_WIDGET (get_reader (fixture, LES_SIDE_LEFT)), LES_TYPE_PANE),
                         "lead");
  for (int side = 0; side < LES_N_SIDES; side++)
    before[side] = get_y (fixture, side, les_match_get_range (match, side).start);
  for (int i = 0; i < 9; i++)
    {
      annotate (fixture, i % 2 == 0 ? "left" : "right", 100 + i, 200);
      for (int side = 0; side < LES_N_SIDES; side++)
        g_assert_cmpfloat (get_y (fixture, side, les_match_get_range (match, side).start), ==, before[side]);
    }
  for (int i = 0; i < 9; i++)
    les_history_undo (les_session_get_history (fixture->session));
  spend (60);
  for (int side = 0; side < LES_N_SIDES; side++)
    g_assert_cmpfloat (get_y (fixture, side, les_match_get_range (match, side).start), ==, before[side]);
}

static int
get_top_offset (PaneFixture *fixture, LesSide side)
{
  double fraction;

  return les_reader_get_offset_at (get_reader (fixture, side), get_value (fixture, side), &fraction);
}

/* Wrapping anew is no scrolling: each side keeps the row at its top edge, also where they are not level. */
static void
test_wrapping_keeps_both_places (PaneFixture *fixture, gconstpointer data)
{
  static const int measures[] = { 40, 30, 52, 68 };
  int before[LES_N_SIDES];

  scroll (fixture, LES_SIDE_LEFT, 2500.0);
  les_session_set_linked_scroll (fixture->session, FALSE);
  scroll (fixture, LES_SIDE_RIGHT, 900.0);
  les_session_set_linked_scroll (fixture->session, TRUE);
  scroll (fixture, LES_SIDE_LEFT, 2500.0);
  for (int side = 0; side < LES_N_SIDES; side++)
    before[side] = get_top_offset (fixture, side);
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_object_set (fixture->view, "text-measure", measures[i], NULL);
      for (int side = 0; side < LES_N_SIDES; side++)
        settle (GTK_TEXT_VIEW (get_reader (fixture, side)));
      for (int side = 0; side < LES_N_SIDES; side++)
        g_assert_cmpint (ABS (get_top_offset (fixture, side) - before[side]), <, 60);
    }
}

/* A layer more is no reason to bring the current match to one height again. */
static void
test_layers_move_nothing (PaneFixture *fixture, gconstpointer data)
{
  double before[LES_N_SIDES];

  les_session_set_current_match (fixture->session, 5);
  spend (60);
  scroll (fixture, LES_SIDE_LEFT, get_value (fixture, LES_SIDE_LEFT) + 700.0);
  spend (60);
  for (int side = 0; side < LES_N_SIDES; side++)
    before[side] = get_value (fixture, side);
  les_session_set_layers (fixture->session, LES_LAYERS_DEFAULT | LES_LAYER_POSSIBLE);
  spend (60);
  les_session_set_layers (fixture->session, LES_LAYERS_DEFAULT);
  spend (60);
  for (int side = 0; side < LES_N_SIDES; side++)
    g_assert_cmpfloat (get_value (fixture, side), ==, before[side]);
}

/* The cursor comes into a match that begins above the top edge: the other side joins it, this one stays. */
static void
test_stepping_leaves_the_text (PaneFixture *fixture, gconstpointer data)
{
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      LesReader *reader = get_reader (fixture, side);
      const LesMatch *match = les_session_get_shown (fixture->session, 7 + (guint) side);
      LesTextRange range = les_match_get_range (match, side);
      double before;

      scroll (fixture, side, get_value (fixture, side) + get_y (fixture, side, range.start) + 15.0);
      spend (60);
      before = get_value (fixture, side);
      les_reader_select (reader, LES_TEXT_RANGE (range.end + 1, range.end + 1));
      g_signal_emit_by_name (reader, "move-cursor", GTK_MOVEMENT_LOGICAL_POSITIONS, -4, FALSE);
      spend (60);
      g_assert_cmpint (les_session_get_current_match (fixture->session), ==, 7 + side);
      g_assert_cmpfloat (get_value (fixture, side), ==, before);
      g_assert_cmpfloat_with_epsilon (get_y (fixture, LES_SIDE_LEFT, match->left.start),
                                      get_y (fixture, LES_SIDE_RIGHT, match->right.start), 1.5);
    }
}

static void
press_page_down (PaneFixture *fixture, LesSide side)
{
  LesReader *reader = get_reader (fixture, side);

  g_signal_emit_by_name (gtk_widget_get_ancestor (GTK_WIDGET (reader), LES_TYPE_PANE), "lead");
  g_signal_emit_by_name (reader, "move-cursor", GTK_MOVEMENT_PAGES, 1, FALSE);
  spend (60);
}

/* Page by page to the end, through every match on the way. */
static void
test_page_after_page (PaneFixture *fixture, gconstpointer data)
{
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      double page = gtk_adjustment_get_page_size (les_reader_get_adjustment (get_reader (fixture, side)));

      les_compare_view_focus_side (LES_COMPARE_VIEW (fixture->view), side);
      scroll (fixture, side, 0.0);
      les_reader_select (get_reader (fixture, side), LES_TEXT_RANGE (0, 0));
      spend (60);
      while (get_value (fixture, side) < get_last (fixture, side) - page)
        {
          double before = get_value (fixture, side);

          press_page_down (fixture, side);
          g_assert_cmpfloat (get_value (fixture, side), >, before + page / 2);
        }
    }
}

static void
test_page_down_after_text_size (PaneFixture *fixture, gconstpointer data)
{
  static const int sizes[] = { 26, 9, 13 };

  les_compare_view_focus_side (LES_COMPARE_VIEW (fixture->view), LES_SIDE_LEFT);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      int before = get_top_offset (fixture, LES_SIDE_LEFT);

      g_object_set (fixture->view, "text-size", sizes[i], NULL);
      press_page_down (fixture, LES_SIDE_LEFT);
      settle (GTK_TEXT_VIEW (get_reader (fixture, LES_SIDE_LEFT)));
      g_assert_cmpint (get_top_offset (fixture, LES_SIDE_LEFT), >, before + 200);
    }
}

/* An article that takes a side begins at its beginning, however far the other one is read. */
static void
test_opened_at_the_beginning (PaneFixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text (LES_SIDE_RIGHT);

  add_article (fixture->session, "third", text);
  for (int side = 0; side < LES_N_SIDES; side++)
    {
      int before;

      scroll (fixture, !side, 3000.0);
      spend (60);
      before = get_top_offset (fixture, !side);
      les_session_open_article (fixture->session, side, "third");
      show (fixture);
      g_assert_cmpfloat (get_value (fixture, side), ==, 0.0);
      g_assert_cmpint (ABS (get_top_offset (fixture, !side) - before), <, 60);
      les_session_open_pair (fixture->session, "left", "right");
      show (fixture);
    }
}

static void
test_swap_and_remove (PaneFixture *fixture, gconstpointer data)
{
  les_session_set_current_match (fixture->session, 3);
  les_session_swap_sides (fixture->session);
  show (fixture);
  g_assert_cmpuint (les_session_get_n_shown (fixture->session), >, 0);
  les_session_perform (fixture->session,
                       les_edits_remove_articles (fixture->project, (const char * const[]) { "right", NULL }));
  spend (50);
  g_assert_false (les_session_is_comparing (fixture->session));
  les_history_undo (les_session_get_history (fixture->session));
  spend (50);
}

int
main (int argc, char **argv)
{
  start_tests (&argc, &argv);
#define add(name, test) g_test_add (name, PaneFixture, NULL, set_up_pair, test, tear_down)
  g_test_add ("/compare-view/empty", PaneFixture, NULL, set_up_empty, test_empty, tear_down);
  add ("/compare-view/engine-found-the-shared-paragraphs", test_engine_found_the_shared_paragraphs);
  add ("/compare-view/ends-meet", test_ends_meet);
  add ("/compare-view/sentences-meet", test_sentences_meet);
  add ("/compare-view/ends-meet-again", test_ends_meet_again);
  add ("/compare-view/ends-meet-when-narrower", test_ends_meet_when_narrower);
  add ("/compare-view/meeting-leaves-the-active-side", test_meeting_leaves_the_active_side);
  add ("/compare-view/linked-scrolling-is-smooth", test_linked_scrolling_is_smooth);
  g_test_add ("/compare-view/linked-scrolling-slides", PaneFixture, NULL, set_up_empty, test_linked_scrolling_slides,
              tear_down);
  add ("/compare-view/linked-scrolling-reaches-both-ends", test_linked_scrolling_reaches_both_ends);
  add ("/compare-view/linked-scrolling-meets-in-the-middle", test_linked_scrolling_meets_in_the_middle);
  add ("/compare-view/unlinked-sides-scroll-alone", test_unlinked_sides_scroll_alone);
  add ("/compare-view/reveal", test_reveal);
  add ("/compare-view/state-round-trip", test_state_round_trip);
  add ("/compare-view/foreign-state", test_foreign_state);
  add ("/compare-view/hits", test_hits);
  add ("/compare-view/ribbons", test_ribbons);
  add ("/compare-view/stacks-when-narrow", test_stacks_when_narrow);
  add ("/compare-view/annotating-moves-nothing", test_annotating_moves_nothing);
  add ("/compare-view/wrapping-keeps-both-places", test_wrapping_keeps_both_places);
  add ("/compare-view/layers-move-nothing", test_layers_move_nothing);
  add ("/compare-view/stepping-leaves-the-text", test_stepping_leaves_the_text);
  add ("/compare-view/page-after-page", test_page_after_page);
  add ("/compare-view/page-down-after-text-size", test_page_down_after_text_size);
  add ("/compare-view/opened-at-the-beginning", test_opened_at_the_beginning);
  add ("/compare-view/swap-and-remove", test_swap_and_remove);
#undef add
  return g_test_run ();
}
