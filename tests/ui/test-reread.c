/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-reread.h"

#include <locale.h>

#include "browser-fixture.h"
#include "les-error.h"

#define LATIN "Br\xfc" "cke in Fenm\xe4rk gesperrt\n\nDie \xdc" "berfahrt ruht, sagte M\xfcller.\n"

static GBytes *
make_bytes (const char *bytes)
{
  return g_bytes_new (bytes, strlen (bytes));
}

static LesArticle *
import_as (GBytes *bytes, const char *encoding)
{
  LesImportOptions options = { .encoding = encoding };
  g_autoptr (LesImport) import = les_import_bytes (bytes, "report.txt", &options);

  g_assert_no_error (import->error);
  return g_object_ref (import->article);
}

static LesSession *
make_session_with (LesArticle *article)
{
  g_autoptr (LesProject) project = les_project_new ();
  LesSession *session = les_session_new (project);

  add_article (session, g_object_ref (article));
  return session;
}

static char *
dup_words (LesSession *session, const char *annotation)
{
  return g_strdup (les_annotation_get (les_project_get_annotation (les_session_get_project (session), annotation),
                                       LES_ANNOTATION_EXACT));
}

static char *
annotate (LesSession *session, LesArticle *article, const char *words)
{
  char *id = NULL;
  LesTextRange range = les_text_find (les_article_get_text (article), words, 0);

  g_assert_cmpint (range.start, >=, 0);
  les_session_perform (session, les_edits_add_annotation (les_session_get_project (session),
                                                          les_record_get_id (LES_RECORD (article)),
                                                          range, NULL, NULL, NULL, &id));
  return id;
}

static void
test_annotations_stay (void)
{
  static const struct
  {
    const char *cyrillic;
    const char *latin;
  } cases[] = {
    { "Brьcke", "Brücke" },
    { "Ьberfahrt", "Überfahrt" },
    { "gesperrt\n\nDie", "gesperrt\n\nDie" },
    { "sagte Mь", "sagte Mü" },
    { "д", "ä" },
  };
  g_autoptr (GBytes) bytes = make_bytes (LATIN);
  g_autoptr (LesArticle) article = import_as (bytes, "WINDOWS-1251");
  g_autoptr (LesSession) session = make_session_with (article);
  g_autoptr (GError) error = NULL;
  g_autofree char *ids[G_N_ELEMENTS (cases)] = { NULL };
  LesChange *change;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ids[i] = annotate (session, article, cases[i].cyrillic);
  change = les_reread_new_change (les_session_get_project (session), article, bytes, "WINDOWS-1252", &error);
  g_assert_no_error (error);
  les_session_perform (session, change);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = dup_words (session, ids[i]);

      g_assert_cmpstr (words, ==, cases[i].latin);
    }

  g_assert_true (les_history_undo (les_session_get_history (session)));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = dup_words (session, ids[i]);

      g_assert_cmpstr (words, ==, cases[i].cyrillic);
      g_free (g_steal_pointer (&ids[i]));
    }
}

/* UTF-8 taken for Windows-1252: two characters become one. */
static void
test_lengths_change (void)
{
  g_autoptr (GBytes) bytes = make_bytes ("Die Brücke ist zu. Überfahrt möglich.");
  g_autoptr (LesArticle) article = import_as (bytes, "WINDOWS-1252");
  g_autoptr (LesSession) session = make_session_with (article);
  g_autofree char *bridge = annotate (session, article, "BrÃ¼cke");
  g_autofree char *last = annotate (session, article, "mÃ¶glich.");
  g_autofree char *words = NULL;
  g_autofree char *last_words = NULL;

  les_session_perform (session, les_reread_new_change (les_session_get_project (session), article, bytes, "UTF-8", NULL));
  words = dup_words (session, bridge);
  last_words = dup_words (session, last);
  g_assert_cmpstr (words, ==, "Brücke");
  g_assert_cmpstr (last_words, ==, "möglich.");
}

static void
test_rejections_stay (void)
{
  g_autoptr (GBytes) bytes = make_bytes ("Die Brücke ist zu. Überfahrt möglich.");
  g_autoptr (LesArticle) article = import_as (bytes, "WINDOWS-1252");
  g_autoptr (LesSession) session = make_session_with (article);
  LesProject *project = les_session_get_project (session);
  const char *id = les_record_get_id (LES_RECORD (article));
  LesRejection rejection = { les_text_find (les_article_get_text (article), "Ãœberfahrt", 0), { 2, 7 } };
  g_autofree char *words = NULL;
  const LesRejection *rejected;
  guint n;

  les_session_perform (session, les_edits_set_rejected (project, id, "other", rejection, TRUE));
  les_session_perform (session, les_reread_new_change (project, article, bytes, "UTF-8", NULL));
  rejected = les_comparison_get_rejected (les_project_find_comparison (project, id, "other"), &n);
  g_assert_cmpuint (n, ==, 1);
  words = les_text_dup_range (les_article_get_text (les_project_get_article (project, id)), rejected[0].left);
  g_assert_cmpstr (words, ==, "Überfahrt");
  g_assert_cmpint (rejected[0].right.end, ==, 7);
}

/* UTF-16 read as an 8-bit encoding: not even the ASCII characters are the same. */
static void
test_nothing_in_common (void)
{
  g_autoptr (GBytes) bytes = make_bytes ("abcd efgh ijkl mnop qr");
  g_autoptr (LesArticle) article = import_as (bytes, "WINDOWS-1252");
  g_autoptr (LesSession) session = make_session_with (article);
  g_autofree char *id = annotate (session, article, "efgh");
  LesChange *change = les_reread_new_change (les_session_get_project (session), article, bytes, "UTF-16LE", NULL);
  LesAnnotation *annotation;

  g_assert_nonnull (change);
  les_session_perform (session, change);
  annotation = les_project_get_annotation (les_session_get_project (session), id);
  g_assert_cmpint (les_annotation_get_review (annotation), ==, LES_REVIEW_UNPLACED);
  g_assert_cmpstr (les_annotation_get (annotation, LES_ANNOTATION_EXACT), ==, "efgh");
}

static void
test_failures (void)
{
  g_autoptr (GBytes) bytes = make_bytes (LATIN);
  g_autoptr (LesArticle) article = import_as (bytes, "WINDOWS-1252");
  g_autoptr (LesSession) session = make_session_with (article);
  g_autofree char *id = annotate (session, article, "Brücke");
  g_autoptr (GError) utf8_error = NULL;

  g_assert_null (les_reread_new_change (les_session_get_project (session), article, bytes, "UTF-8", &utf8_error));
  g_assert_error (utf8_error, LES_ERROR, LES_ERROR_ENCODING);
}

static void
test_own_words_stay (void)
{
  g_autoptr (GBytes) bytes = make_bytes ("Br\xfc" "cke gesperrt\n\nFENMARK (nordpress) - Die Br\xfc" "cke bleibt "
                                         "gesperrt, sagte ein Sprecher der Stadt am Abend vor Journalisten im Rathaus.\n");
  g_autoptr (LesArticle) article = import_as (bytes, "WINDOWS-1251");
  g_autoptr (LesSession) session = make_session_with (article);
  g_autoptr (LesArticle) copy = les_record_copy (article);
  LesArticle *now;

  les_article_set (copy, LES_ARTICLE_TITLE, "My own headline");
  les_article_set (copy, LES_ARTICLE_NOTE, "My note");
  les_session_perform (session, les_edits_replace_article (copy));
  les_session_perform (session, les_reread_new_change (les_session_get_project (session), copy, bytes, "WINDOWS-1252", NULL));

  now = les_project_get_article (les_session_get_project (session), les_record_get_id (LES_RECORD (article)));
  g_assert_cmpstr (les_article_get (now, LES_ARTICLE_TITLE), ==, "My own headline");
  g_assert_cmpstr (les_article_get (now, LES_ARTICLE_NOTE), ==, "My note");
  g_assert_cmpstr (les_article_get (now, LES_ARTICLE_ORIGIN_ENCODING), ==, "WINDOWS-1252");
  g_assert_nonnull (strstr (les_text_get_utf8 (les_article_get_text (now)), "Brücke bleibt"));
}

static void
test_bytes_from_text (void)
{
  g_autoptr (GBytes) bytes = make_bytes (LATIN);
  g_autoptr (LesArticle) article = import_as (bytes, "WINDOWS-1251");
  g_autoptr (GBytes) again = les_reread_dup_bytes (article, NULL);
  g_autoptr (LesText) lossy = les_text_new ("lost \xef\xbf\xbd", -1);
  g_autoptr (LesArticle) lost = les_article_new (NULL, lossy);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_bytes_equal (bytes, again));
  les_article_set (lost, LES_ARTICLE_ORIGIN_ENCODING, "WINDOWS-1252");
  g_assert_null (les_reread_dup_bytes (lost, &error));
  g_assert_error (error, LES_ERROR, LES_ERROR_ENCODING);
}

/* The preview cuts the file anywhere, also within a character. */
static void
test_preview (void)
{
  g_autofree char *many = g_strnfill (5999, 'a');
  g_autofree char *long_text = g_strconcat (many, "ü und noch mehr", NULL);
  g_autoptr (GBytes) bytes = make_bytes (long_text);
  g_autoptr (GBytes) latin = make_bytes (LATIN);
  g_autofree char *preview = les_reread_dup_preview (bytes, "UTF-8", NULL);
  g_autofree char *latin_preview = les_reread_dup_preview (latin, "WINDOWS-1252", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (preview, ==, many);
  g_assert_true (g_str_has_prefix (latin_preview, "Brücke in Fenmärk"));
  g_assert_null (les_reread_dup_preview (latin, "UTF-8", &error));
  g_assert_error (error, LES_ERROR, LES_ERROR_ENCODING);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reread/annotations-stay", test_annotations_stay);
  g_test_add_func ("/reread/lengths-change", test_lengths_change);
  g_test_add_func ("/reread/rejections-stay", test_rejections_stay);
  g_test_add_func ("/reread/nothing-in-common", test_nothing_in_common);
  g_test_add_func ("/reread/failures", test_failures);
  g_test_add_func ("/reread/own-words-stay", test_own_words_stay);
  g_test_add_func ("/reread/bytes-from-text", test_bytes_from_text);
  g_test_add_func ("/reread/preview", test_preview);
  return g_test_run ();
}
