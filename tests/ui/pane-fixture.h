/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-compare-view.h"
#include "les-edits.h"
#include "les-pane.h"
#include "les-session.h"

/*
 * A window with a compare view on a session with two long articles. Every
 * fourth paragraph stands in both, all others are each article's own.
 */
typedef struct
{
  LesProject *project;
  LesSession *session;
  GtkWidget *window;
  GtkWidget *view;
} PaneFixture;

#define PANE_FIXTURE_PARAGRAPHS 60

/* Words that nobody has written before, always the same for a seed. */
static inline void
append_word (GString *text, guint32 *seed, gboolean capital)
{
  static const char * const syllables[] = { "ba", "ko", "li", "mar", "ne", "dor", "tu", "vis", "pel", "ga", "ro", "sim" };
  gsize start = text->len;

  for (int i = 0; i < 4; i++)
    {
      *seed = *seed * 1664525u + 1013904223u;
      g_string_append (text, syllables[(*seed >> 16) % G_N_ELEMENTS (syllables)]);
    }
  if (capital)
    text->str[start] = g_ascii_toupper (text->str[start]);
}

static inline void
append_sentence (GString *text, guint32 seed, int n_words)
{
  for (int i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      append_word (text, &seed, i == 0);
    }
  g_string_append (text, ". ");
}

static inline gboolean
is_shared (int paragraph)
{
  return paragraph % 4 == 2;
}

static inline char *
make_text (LesSide side)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < PANE_FIXTURE_PARAGRAPHS; i++)
    {
      guint32 seed = is_shared (i) ? 7000u + (guint32) i : 100000u * ((guint32) side + 1) + (guint32) i;

      for (int j = 0; j < 3 + (is_shared (i) ? 0 : (int) side); j++)
        append_sentence (text, seed * 31u + (guint32) j, 14);
      g_string_append (text, "\n\n");
    }
  return g_string_free (text, FALSE);
}

static inline LesArticle *
make_article (const char *id, const char *utf8)
{
  g_autoptr (LesText) text = les_text_new (utf8, -1);
  LesArticle *article = les_article_new (id, text);

  les_article_set (article, LES_ARTICLE_TITLE, id);
  les_article_set (article, LES_ARTICLE_LANGUAGE, "en");
  return article;
}

static inline void
add_article (LesSession *session, const char *id, const char *utf8)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (articles, make_article (id, utf8));
  les_session_perform (session, les_edits_add_articles (les_session_get_project (session), articles));
}

static inline gboolean
ring_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the window draw and lay out for a while. */
static inline void
spend (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, ring_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Until the adjustment has not changed for 120 ms. */
static inline void
settle (GtkTextView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double upper = -1.0;

  for (int i = 0; i < 60 && (upper != gtk_adjustment_get_upper (adjustment) || upper < 2.0); i++)
    {
      upper = gtk_adjustment_get_upper (adjustment);
      spend (120);
    }
}

static inline LesReader *
get_reader (PaneFixture *fixture, LesSide side)
{
  return LES_READER (les_compare_view_get_text_view (LES_COMPARE_VIEW (fixture->view), side));
}

static inline double
get_value (PaneFixture *fixture, LesSide side)
{
  return gtk_adjustment_get_value (les_reader_get_adjustment (get_reader (fixture, side)));
}

/* Where a character's row begins, in pixels below the top edge of its text. */
static inline double
get_y (PaneFixture *fixture, LesSide side, int offset)
{
  LesReader *reader = get_reader (fixture, side);
  GtkTextIter iter;
  GdkRectangle box;
  int y;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader)), &iter,
                                      les_reader_to_display (reader, LES_TEXT_RANGE (offset, offset)).start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (reader), &iter, &box);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (reader), GTK_TEXT_WINDOW_WIDGET, box.x, box.y, NULL, &y);
  return y;
}

static inline void
set_up_empty (PaneFixture *fixture, gconstpointer data)
{
  fixture->project = les_project_new ();
  fixture->session = les_session_new (fixture->project);
  fixture->window = adw_window_new ();
  fixture->view = les_compare_view_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->view);
  g_object_set (fixture->view, "session", fixture->session, NULL);
}

static inline void
show (PaneFixture *fixture)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (les_session_get_busy (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  for (int side = 0; side < LES_N_SIDES; side++)
    if (les_session_get_article (fixture->session, side) != NULL)
      settle (GTK_TEXT_VIEW (get_reader (fixture, side)));
}

static inline void
set_up_pair (PaneFixture *fixture, gconstpointer data)
{
  g_autofree char *left = make_text (LES_SIDE_LEFT);
  g_autofree char *right = make_text (LES_SIDE_RIGHT);

  set_up_empty (fixture, data);
  add_article (fixture->session, "left", left);
  add_article (fixture->session, "right", right);
  les_session_open_pair (fixture->session, "left", "right");
  show (fixture);
}

static inline void
tear_down (PaneFixture *fixture, gconstpointer data)
{
  GtkWidget *view = g_object_ref (fixture->view);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spend (20);
  g_assert_finalize_object (view);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->project);
}

static inline void
start_tests (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}
