/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pane-fixture.h"

static const char story[] =
  "Harbour of Lindmar stays closed\n"
  "\n"
  "The harbour of Lindmar stays closed for a third week, the port office said on Tuesday. "
  "Two dredgers are under way from the south.\n"
  "\n\n\n"
  "Fishermen asked for help. The council will meet on Friday.\n"
  "Nobody was hurt.\n";

static void
set_up_story (PaneFixture *fixture, gconstpointer data)
{
  set_up_empty (fixture, data);
  add_article (fixture->session, "story", story);
  les_session_open_pair (fixture->session, "story", NULL);
  show (fixture);
}

/* "The harbour stays closed" */
static const char hebrew[] = "הנמל נשאר סגור";

static void
set_up_hebrew (PaneFixture *fixture, gconstpointer data)
{
  set_up_empty (fixture, data);
  add_article (fixture->session, "hebrew", hebrew);
  les_session_open_pair (fixture->session, "hebrew", NULL);
  show (fixture);
}

static void
set_up_one_line (PaneFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) line = g_string_new (NULL);

  while (line->len < 20000)
    append_sentence (line, (guint32) line->len, 9);
  set_up_empty (fixture, data);
  add_article (fixture->session, "line", line->str);
  les_session_open_pair (fixture->session, "line", NULL);
  show (fixture);
}

static LesTextRange
find (const char *words)
{
  const char *at = strstr (story, words);

  g_assert_nonnull (at);
  return LES_TEXT_RANGE ((int) (at - story), (int) (at - story) + (int) strlen (words));
}

static void
test_shows_text_as_it_is (PaneFixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_reader (fixture, LES_SIDE_LEFT)));
  g_autofree char *shown = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (shown, ==, story);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (get_reader (fixture, LES_SIDE_LEFT))));
}

static int
get_line_height (PaneFixture *fixture, int line)
{
  GtkTextView *view = GTK_TEXT_VIEW (get_reader (fixture, LES_SIDE_LEFT));
  GtkTextIter iter;
  int height;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, line);
  gtk_text_view_get_line_yrange (view, &iter, NULL, &height);
  return height;
}

static void
test_blank_lines_are_low (PaneFixture *fixture, gconstpointer data)
{
  int words = get_line_height (fixture, 8);

  g_assert_cmpint (get_line_height (fixture, 1), <, words * 7 / 10);
  g_assert_cmpint (get_line_height (fixture, 3), <, words * 7 / 10);
  g_assert_cmpint (get_line_height (fixture, 4), <, words * 4 / 10);
  g_assert_cmpint (get_line_height (fixture, 5), <, words * 4 / 10);
}

/* The box of a word lies where the text view draws its letters. */
static void
test_boxes_of_a_word (PaneFixture *fixture, gconstpointer data)
{
  static const char * const words[] = { "Lindmar", "dredgers", "Fishermen", "hurt" };
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      LesTextRange range = les_reader_to_display (reader, find (words[i]));
      g_autoptr (GArray) boxes = les_reader_get_boxes (reader, range);
      const LesBox *box = &g_array_index (boxes, LesBox, 0);
      GtkTextIter iter;
      GdkRectangle first_letter;
      GdkRectangle behind;

      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader)), &iter, range.start);
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (reader), &iter, &first_letter);
      gtk_text_iter_set_offset (&iter, range.end);
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (reader), &iter, &behind);
      g_assert_cmpuint (boxes->len, ==, 1);
      g_assert_cmpfloat_with_epsilon (box->x0, first_letter.x, 0.5);
      g_assert_cmpfloat_with_epsilon (box->x1, behind.x, 0.5);
      g_assert_cmpfloat_with_epsilon (box->top, first_letter.y, 0.5);
      g_assert_cmpfloat_with_epsilon (box->bottom, first_letter.y + first_letter.height, 0.5);
    }
}

/* A wrapped passage has a box for each row, one below the other, in the column. */
static void
test_boxes_of_a_paragraph (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);
  LesTextRange range = LES_TEXT_RANGE (find ("The harbour").start, find ("south.").end);
  g_autoptr (GArray) boxes = les_reader_get_boxes (reader, les_reader_to_display (reader, range));
  double top;
  double bottom;
  int left;
  int right;

  les_reader_get_column (reader, &left, &right);
  g_assert_cmpuint (boxes->len, >=, 2);
  for (guint i = 0; i < boxes->len; i++)
    {
      const LesBox *box = &g_array_index (boxes, LesBox, i);

      g_assert_cmpfloat (box->x0, >=, 0.0);
      g_assert_cmpfloat (box->x1, <=, right);
      g_assert_cmpfloat (box->x1, >, box->x0);
      if (i > 0)
        g_assert_cmpfloat (box->top, >=, g_array_index (boxes, LesBox, i - 1).bottom);
    }
  les_reader_get_extents (reader, les_reader_to_display (reader, range), &top, &bottom);
  g_assert_cmpfloat_with_epsilon (bottom - top, g_array_index (boxes, LesBox, boxes->len - 1).bottom
                                                  - g_array_index (boxes, LesBox, 0).top, 0.5);
}

/* Right to left: the band reaches over every letter, the margin is on the right. */
static void
test_boxes_right_to_left (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);
  g_autoptr (GArray) boxes = NULL;
  const LesBox *box;
  int n_chars = (int) g_utf8_strlen (hebrew, -1);

  g_assert_true (les_reader_is_rtl (reader));
  boxes = les_reader_get_boxes (reader, LES_TEXT_RANGE (0, n_chars));
  g_assert_cmpuint (boxes->len, ==, 1);
  box = &g_array_index (boxes, LesBox, 0);
  for (int i = 0; i < n_chars; i++)
    {
      GtkTextIter iter;
      GdkRectangle letter;

      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader)), &iter, i);
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (reader), &iter, &letter);
      g_assert_cmpfloat (MIN (letter.x, letter.x + letter.width), >=, box->x0 - 0.5);
      g_assert_cmpfloat (MAX (letter.x, letter.x + letter.width), <=, box->x1 + 0.5);
    }
}

/* A word wider than the row is parted without a hyphen that the article does not have. */
static void
test_no_hyphens_of_its_own (PaneFixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_reader (fixture, LES_SIDE_LEFT)));
  GtkTextTag *base = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "base");
  gboolean hyphens;
  gboolean set;
  GtkTextIter iter;

  gtk_text_buffer_get_start_iter (buffer, &iter);
  g_assert_true (gtk_text_iter_has_tag (&iter, base));
  g_object_get (base, "insert-hyphens", &hyphens, "insert-hyphens-set", &set, NULL);
  g_assert_true (set);
  g_assert_false (hyphens);
}

static void
test_readable_measure (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);
  LesTextRange range = LES_TEXT_RANGE (find ("The harbour").start, find ("south.").end);
  GtkTextIter iter;
  int left;
  int right;
  int start;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader)), &iter,
                                      les_reader_to_display (reader, range).start);
  start = gtk_text_iter_get_offset (&iter);
  g_assert_true (gtk_text_view_forward_display_line (GTK_TEXT_VIEW (reader), &iter));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter) - start, >=, 55);
  g_assert_cmpint (gtk_text_iter_get_offset (&iter) - start, <=, 78);

  les_reader_get_column (reader, &left, &right);
  g_assert_cmpint (ABS (left - (gtk_widget_get_width (GTK_WIDGET (reader)) - right)), <=, 2);
}

static void
test_sentence_steps (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);
  int second = find ("Two dredgers").start;
  int third = find ("Fishermen").start;

  les_reader_select (reader, LES_TEXT_RANGE (second + 5, second + 5));
  g_assert_true (les_reader_move_sentence (reader, -1, FALSE));
  g_assert_cmpint (les_reader_get_selection (reader).start, ==, second);
  g_assert_true (les_reader_move_sentence (reader, 1, TRUE));
  g_assert_cmpint (les_reader_get_selection (reader).start, ==, second);
  g_assert_cmpint (les_reader_get_selection (reader).end, ==, third);
  g_assert_true (les_reader_move_sentence (reader, 1, FALSE));
  g_assert_cmpint (les_reader_get_selection (reader).end, ==, find ("The council").start);
}

/* A text without line ends is shown in pieces; offsets stay those of the text. */
static void
test_one_long_line (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);

  g_assert_true (les_display_text_is_broken (les_reader_get_display (reader)));
  for (int start = 0; start < 19000; start += 997)
    {
      LesTextRange range = LES_TEXT_RANGE (start, start + 500);

      les_reader_select (reader, range);
      g_assert_true (les_text_range_equal (les_reader_get_selection (reader), range));
    }
}

/* A held place stays at its height when the width, and with it every row, changes. */
static void
test_hold (PaneFixture *fixture, gconstpointer data)
{
  LesReader *reader = get_reader (fixture, LES_SIDE_LEFT);

  les_reader_hold (reader, 6000, 0.0, 100.0);
  spend (50);
  g_assert_cmpfloat_with_epsilon (get_y (fixture, LES_SIDE_LEFT, 6000 - 1), 100.0, 40.0);
  les_compare_view_focus_side (LES_COMPARE_VIEW (fixture->view), LES_SIDE_LEFT);
  g_object_set (fixture->view, "text-size", 20, NULL);
  settle (GTK_TEXT_VIEW (reader));
  les_reader_hold (reader, 6000, 0.0, 100.0);
  settle (GTK_TEXT_VIEW (reader));
  g_assert_cmpfloat_with_epsilon (get_y (fixture, LES_SIDE_LEFT, 6000 - 1), 100.0, 40.0);
  g_assert_true (les_reader_is_holding (reader));
  les_reader_release (reader);
  g_assert_false (les_reader_is_holding (reader));
}

int
main (int argc, char **argv)
{
  start_tests (&argc, &argv);
#define add(name, set_up, test) g_test_add (name, PaneFixture, NULL, set_up, test, tear_down)
  add ("/reader/shows-text-as-it-is", set_up_story, test_shows_text_as_it_is);
  add ("/reader/blank-lines-are-low", set_up_story, test_blank_lines_are_low);
  add ("/reader/boxes-of-a-word", set_up_story, test_boxes_of_a_word);
  add ("/reader/boxes-of-a-paragraph", set_up_story, test_boxes_of_a_paragraph);
  add ("/reader/boxes-right-to-left", set_up_hebrew, test_boxes_right_to_left);
  add ("/reader/no-hyphens-of-its-own", set_up_story, test_no_hyphens_of_its_own);
  add ("/reader/readable-measure", set_up_story, test_readable_measure);
  add ("/reader/sentence-steps", set_up_story, test_sentence_steps);
  add ("/reader/one-long-line", set_up_one_line, test_one_long_line);
  add ("/reader/hold", set_up_one_line, test_hold);
#undef add
  return g_test_run ();
}
