/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "les-annotation.h"
#include "les-article.h"
#include "les-comparison.h"
#include "les-tag.h"

static LesArticle *
new_article (const char *words)
{
  g_autoptr (LesText) text = les_text_new (words, -1);

  return les_article_new (NULL, text);
}

static void
test_strings (void)
{
  g_autoptr (LesArticle) article = new_article ("Ein Text.");

  g_assert_null (les_article_get (article, LES_ARTICLE_OUTLET));
  les_article_set (article, LES_ARTICLE_OUTLET, "Seekurier");
  g_assert_cmpstr (les_article_get (article, LES_ARTICLE_OUTLET), ==, "Seekurier");
  les_article_set (article, LES_ARTICLE_OUTLET, "");
  g_assert_null (les_article_get (article, LES_ARTICLE_OUTLET));
}

static void
test_copy (void)
{
  g_autoptr (LesArticle) article = new_article ("Ein Text.");
  g_autoptr (LesArticle) copy = NULL;

  les_article_set (article, LES_ARTICLE_TITLE, "Deich hält");
  les_record_set_extra (LES_RECORD (article), "{\"x\": 1}");
  les_record_seal (LES_RECORD (article));
  copy = les_record_copy (article);

  g_assert_false (les_record_is_sealed (LES_RECORD (copy)));
  g_assert_cmpstr (les_record_get_id (LES_RECORD (copy)), ==, les_record_get_id (LES_RECORD (article)));
  g_assert_cmpstr (les_article_get (copy, LES_ARTICLE_TITLE), ==, "Deich hält");
  g_assert_cmpstr (les_record_get_extra (LES_RECORD (copy)), ==, "{\"x\": 1}");
  g_assert_true (les_article_get_text (copy) == les_article_get_text (article));
}

static void
test_sealed (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (LesTag) tag = les_tag_new (NULL, "Deich", "#0072B2");

      les_record_seal (LES_RECORD (tag));
      les_tag_set (tag, LES_TAG_NAME, "Damm");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*sealed*");
}

static void
test_heading (void)
{
  static const struct { const char *text, *title, *name, *expected; } cases[] = {
    { "Erste Zeile\nZweite", "Titel", "a.txt", "Titel" },
    { "\n  Erste Zeile\nZweite", NULL, "a.txt", "Erste Zeile" },
    { " \n ", NULL, "a.txt", "a.txt" },
    { "", NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LesArticle) article = new_article (cases[i].text);
      g_autofree char *heading = NULL;

      les_article_set (article, LES_ARTICLE_TITLE, cases[i].title);
      les_article_set (article, LES_ARTICLE_ORIGIN_NAME, cases[i].name);
      heading = les_article_dup_heading (article);
      g_assert_cmpstr (heading, ==, cases[i].expected);
    }
}

static void
test_long_heading (void)
{
  g_autofree char *words = g_strnfill (200, 'a');
  g_autoptr (LesArticle) article = new_article (words);
  g_autofree char *heading = les_article_dup_heading (article);

  g_assert_cmpint (g_utf8_strlen (heading, -1), ==, 81);
  g_assert_true (g_str_has_suffix (heading, "…"));
}

static void
test_anchor (void)
{
  g_autoptr (LesText) text = les_text_new ("Der Deich hält. Der Deich hält. Der Deich hält nicht.", -1);
  g_autoptr (LesAnnotation) annotation = les_annotation_new (NULL, "a", LES_TEXT_RANGE (20, 25));

  les_annotation_anchor (annotation, text);
  g_assert_cmpstr (les_annotation_get (annotation, LES_ANNOTATION_EXACT), ==, "Deich");
  g_assert_cmpstr (les_annotation_get (annotation, LES_ANNOTATION_PREFIX), ==, "Der Deich hält. Der ");
  g_assert_cmpstr (les_annotation_get (annotation, LES_ANNOTATION_SUFFIX), ==, " hält. Der Deich hält nicht.");
}

static void
test_anchor_unique (void)
{
  g_autoptr (GString) words = g_string_new ("Anfang. ");
  g_autoptr (LesText) text = NULL;
  g_autoptr (LesAnnotation) annotation = les_annotation_new (NULL, "a", LES_TEXT_RANGE (508, 513));
  g_autofree char *around = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append (words, "Welle ");
  text = les_text_new (words->str, -1);
  les_annotation_anchor (annotation, text);
  around = g_strconcat (les_annotation_get (annotation, LES_ANNOTATION_PREFIX),
                        les_annotation_get (annotation, LES_ANNOTATION_EXACT),
                        les_annotation_get (annotation, LES_ANNOTATION_SUFFIX), NULL);
  g_assert_true (strstr (words->str, around) != NULL);
  g_assert_true (strstr (strstr (words->str, around) + 1, around) == NULL);
}

static void
test_tag_names (void)
{
  static const struct { const char *typed, *clean; } cases[] = {
    { "  Deich \t und\n Damm ", "Deich und Damm" },
    { " \n\t ", NULL },
    { "", NULL },
    { "<b>fett</b> & so", "<b>fett</b> & so" },
    { "u\u0308ber", "über" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = les_tag_name_dup_clean (cases[i].typed);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
  g_assert_true (les_tag_name_equal ("ÜBER", "u\u0308ber"));
  g_assert_false (les_tag_name_equal ("über", "uber"));
}

static void
test_tag_name_length (void)
{
  g_autofree char *typed = g_strnfill (5000, 'x');
  g_autofree char *clean = les_tag_name_dup_clean (typed);

  g_assert_cmpuint (strlen (clean), ==, 200);
}

static void
test_rejected (void)
{
  const LesRejection rejection = { { 0, 5 }, { 7, 9 } };
  g_autoptr (LesComparison) comparison = les_comparison_new (NULL, "a", "b");
  guint n;

  les_comparison_reject (comparison, rejection);
  les_comparison_reject (comparison, rejection);
  les_comparison_get_rejected (comparison, &n);
  g_assert_cmpuint (n, ==, 1);
  les_comparison_restore (comparison, rejection);
  les_comparison_get_rejected (comparison, &n);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/strings", test_strings);
  g_test_add_func ("/records/copy", test_copy);
  g_test_add_func ("/records/sealed", test_sealed);
  g_test_add_func ("/records/heading", test_heading);
  g_test_add_func ("/records/long-heading", test_long_heading);
  g_test_add_func ("/records/anchor", test_anchor);
  g_test_add_func ("/records/anchor-unique", test_anchor_unique);
  g_test_add_func ("/records/tag-names", test_tag_names);
  g_test_add_func ("/records/tag-name-length", test_tag_name_length);
  g_test_add_func ("/records/rejected", test_rejected);
  return g_test_run ();
}
