/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-project.h"
#include "les-exporter.h"

#include <string.h>

static char *
export_text (LesProject *project, const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = les_export (project, format, NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
add_passage (LesProject *project, const char *id, const char *article, const char *words)
{
  LesText *text = les_article_get_text (les_project_get_article (project, article));
  LesAnnotation *annotation = les_annotation_new (id, article, les_text_find (text, words, 0));

  les_annotation_anchor (annotation, text);
  put_record (project, annotation);
}

static void
add_link (LesProject *project, const char *id, const char *relation, const char *from, const char *to, const char *missing_in)
{
  LesLink *link = les_link_new (id, relation, from);

  les_link_set (link, LES_LINK_TO, to);
  les_link_set (link, LES_LINK_MISSING_IN, missing_in);
  put_record (project, link);
}

static LesProject *
make_project (void)
{
  LesProject *project = les_project_new ();
  const struct { const char *id, *outlet, *text; } reports[] = {
    { "a", "Tagblatt", "Zwei Menschen wurden verletzt. Die Brücke ist zu." },
    { "b", "Bote <Süd>", "Drei Menschen wurden leicht verletzt." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (LesText) text = les_text_new (reports[i].text, -1);
      LesArticle *article = les_article_new (reports[i].id, text);

      les_article_set (article, LES_ARTICLE_OUTLET, reports[i].outlet);
      put_record (project, article);
    }
  add_passage (project, "n1", "a", "Zwei Menschen wurden verletzt");
  add_passage (project, "n2", "b", "Drei Menschen wurden leicht verletzt");
  add_passage (project, "n3", "a", "Die Brücke ist zu");
  put_record (project, les_relation_new ("r", "übertreibt *", "#0072B2"));
  add_link (project, "l1", "r", "n1", "n2", NULL);
  add_link (project, "l2", "missing", "n3", NULL, "b");
  return project;
}

static void
test_csv (void)
{
  g_autoptr (LesProject) project = make_project ();
  g_autofree char *text = export_text (project, "claims-csv");

  g_assert_cmpstr (text, ==,
                   "\xEF\xBB\xBFstatement,\"1 Tagblatt\",\"1 relation\",\"2 Bote <Süd>\",\"2 relation\",speakers,tags,notes\r\n"
                   "1,\"Zwei Menschen wurden verletzt\",,\"Drei Menschen wurden leicht verletzt\",\"übertreibt *\",,,\r\n"
                   "2,\"Die Brücke ist zu\",,,\"missing\",,,\r\n");
}

static void
test_markdown (void)
{
  g_autoptr (LesProject) project = make_project ();
  g_autofree char *text = export_text (project, "markdown");

  g_assert_nonnull (strstr (text, "### Claim 1\n\n"
                                  "- *Tagblatt*: Zwei Menschen wurden verletzt\n"
                                  "- *Bote \\<Süd\\>* (übertreibt \\*): **Drei** Menschen wurden **leicht** verletzt\n"));
  g_assert_nonnull (strstr (text, "- *Bote \\<Süd\\>* (missing)\n"));
}

static void
test_html (void)
{
  g_autoptr (LesProject) project = make_project ();
  g_autofree char *text = export_text (project, "html");

  g_assert_nonnull (strstr (text, "<u>Drei</u> Menschen wurden <u>leicht</u> verletzt</a>"));
  g_assert_nonnull (strstr (text, "<th scope=\"col\">Bote &lt;Süd&gt;</th>"));
  g_assert_nonnull (strstr (text, "<p class=\"meta\">missing</p>"));
}

/* Without links no format says anything of claims, and a table has its header. */
static void
test_nothing (void)
{
  g_autoptr (LesProject) project = make_hostile_project ("x");
  g_autofree char *csv = export_text (project, "claims-csv");
  g_autofree char *markdown = export_text (project, "markdown");
  g_autofree char *html = export_text (project, "html");

  g_assert_cmpstr (csv, ==, "\xEF\xBB\xBFstatement,speakers,tags,notes\r\n");
  g_assert_null (strstr (markdown, "## Claims"));
  g_assert_null (strstr (html, "id=\"claims\""));
}

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile_values); i++)
    {
      g_autoptr (LesProject) project = make_hostile_project (hostile_values[i]);
      g_autofree char *csv = NULL;
      g_autofree char *html = NULL;

      put_record (project, les_relation_new ("r", hostile_values[i], hostile_values[i]));
      add_link (project, "l1", "r", "annotation", "annotation", NULL);
      add_link (project, "l2", hostile_values[i], "annotation", NULL, "article");
      csv = export_text (project, "claims-csv");
      html = export_text (project, "html");
      g_assert_true (g_utf8_validate (csv, -1, NULL));
      g_assert_null (strstr (html, "<script"));
      g_assert_null (strstr (html, "<img"));
    }
}

/* The record of a damaged project may not fit its text. */
static void
test_misfit (void)
{
  g_autoptr (LesProject) project = make_project ();
  LesAnnotation *annotation = les_record_copy (les_project_get_annotation (project, "n2"));
  g_autofree char *html = NULL;

  les_annotation_set (annotation, LES_ANNOTATION_EXACT, "x");
  put_record (project, annotation);
  html = export_text (project, "html");
  g_assert_nonnull (strstr (html, ">x</a>"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-claims/csv", test_csv);
  g_test_add_func ("/export-claims/markdown", test_markdown);
  g_test_add_func ("/export-claims/html", test_html);
  g_test_add_func ("/export-claims/nothing", test_nothing);
  g_test_add_func ("/export-claims/hostile", test_hostile);
  g_test_add_func ("/export-claims/misfit", test_misfit);
  return g_test_run ();
}
