/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-project.h"
#include "les-exporter.h"

#include <string.h>

static char *
export_text (LesProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = les_export (project, "markdown", NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What a Markdown reader makes of one line of running text. */
static char *
unescape (const char *line)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = line; *p != '\0'; p++)
    {
      if (p[0] == '\\' && p[1] != '\0' && g_ascii_ispunct (p[1]))
        p++;
      else
        g_assert_null (strchr ("`*_[]<>#|~&$", *p));
      g_string_append_c (plain, *p);
    }
  return g_string_free (plain, FALSE);
}

static void
assert_quoted (const char *markdown, const char *words)
{
  g_auto (GStrv) expected = NULL;
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  g_autofree char *unix_words = NULL;
  g_auto (GStrv) parts = g_strsplit (words, "\r\n", -1);
  guint n = 0;

  unix_words = g_strjoinv ("\n", parts);
  expected = g_strsplit (unix_words, "\n", -1);
  for (guint i = 0; lines[i] != NULL && expected[n] != NULL; i++)
    if (g_str_has_prefix (lines[i], "> "))
      {
        g_autofree char *plain = unescape (lines[i] + 2);

        g_assert_cmpstr (plain, ==, g_strchug (expected[n]));
        n++;
      }
  g_assert_cmpuint (n, ==, g_strv_length (expected));
}

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile_values); i++)
    {
      g_autoptr (LesProject) project = make_hostile_project (hostile_values[i]);
      g_autofree char *markdown = export_text (project);

      assert_quoted (markdown, hostile_values[i]);
    }
}

/* Nothing that a user wrote may start a block of its own. */
static void
test_no_line_starts_a_block (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile_values); i++)
    {
      g_autoptr (LesProject) project = make_hostile_project (hostile_values[i]);
      g_autofree char *markdown = export_text (project);
      g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
      guint n_headings = 0;

      for (guint j = 0; lines[j] != NULL; j++)
        {
          n_headings += lines[j][0] == '#';
          if (g_str_has_prefix (lines[j], "<"))
            g_assert_cmpstr (lines[j], ==, "<!-- -->");
          g_assert_false (g_str_has_prefix (lines[j], "    "));
          g_assert_false (g_str_has_prefix (lines[j], "---"));
          g_assert_false (g_ascii_isdigit (lines[j][0]) && lines[j][1] == '.');
        }
      g_assert_cmpuint (n_headings, ==, 2);
    }
}

static void
test_whole (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesText) text = les_text_new ("Der Rat tagt.\nDie Brücke bleibt zu.", -1);
  LesArticle *article = les_article_new ("a1", text);
  LesAnnotation *annotation = les_annotation_new ("n1", "a1", LES_TEXT_RANGE (8, 35));
  const char *tags[] = { "t1", NULL };
  g_autofree char *markdown = NULL;

  les_article_set (article, LES_ARTICLE_TITLE, "Brücke *zu*");
  les_article_set (article, LES_ARTICLE_OUTLET, "Tagesbote");
  les_article_set (article, LES_ARTICLE_DATE, "2024-05-17");
  put_record (project, article);
  put_record (project, les_tag_new ("t1", "Verkehr", "#000000"));
  les_annotation_anchor (annotation, text);
  les_annotation_set_tags (annotation, tags);
  les_annotation_set (annotation, LES_ANNOTATION_SPEAKER, "R. Ohm");
  les_annotation_set (annotation, LES_ANNOTATION_NOTE, "Seit wann?\n\n- prüfen");
  put_record (project, annotation);
  markdown = export_text (project);

  g_assert_cmpstr (markdown, ==,
                   "# Untitled Project\n\n"
                   "## Brücke \\*zu\\*\n\n"
                   "Tagesbote · 2024-05-17\n\n"
                   "> tagt.\n> Die Brücke bleibt zu.\n\n"
                   "- Tags: Verkehr\n"
                   "- Speaker: R. Ohm\n\n"
                   "Seit wann?\n\n\\- prüfen\n\n"
                   "<!-- -->\n\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-markdown/hostile", test_hostile);
  g_test_add_func ("/export-markdown/no-line-starts-a-block", test_no_line_starts_a_block);
  g_test_add_func ("/export-markdown/whole", test_whole);

  return g_test_run ();
}
