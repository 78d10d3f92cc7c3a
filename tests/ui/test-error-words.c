/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-error-words.h"
#include "les-finding-words.h"

#include "les-error.h"

/* Every cause has a sentence of its own that names the file and takes its name
 * literally. */

static void
test_every_code (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = LES_ERROR_NOT_FOUND; code < LES_ERROR_FAILED; code++)
    {
      /* Its message is worded where the query is. */
      if (code == LES_ERROR_QUERY)
        continue;
      g_autoptr (GError) error = g_error_new_literal (LES_ERROR, code, "12:3: cause");
      char *words = les_error_words_dup (error, "a %s & <b>.txt");

      g_assert_nonnull (strstr (words, "a %s & <b>.txt"));
      g_assert_true (g_str_has_suffix (words, "."));
      /* The system's own word is no sentence of ours. */
      g_assert_null (strstr (words, ": 12:3: cause"));
      g_assert_true (g_hash_table_add (seen, words));
    }
}

static void
test_other_domain (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "disk on fire");
  g_autofree char *words = les_error_words_dup (error, "a.txt");

  g_assert_nonnull (strstr (words, "disk on fire"));
}

static LesLoadedProject *
load (const char *annotations)
{
  g_autofree char *json = g_strdup_printf ("{\"format\": \"lesart-project\", \"version\": 1, \"id\": \"p\","
                                           " \"articles\": [{\"id\": \"a\", \"text\": \"The dam held.\"}], \"tags\": [],"
                                           " \"annotations\": [%s], \"links\": [], \"comparisons\": []}", annotations);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  LesLoadedProject *loaded = les_project_format_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return loaded;
}

/* A person knows an annotation by its words, not by its id. */
static void
test_finding (void)
{
  g_autoptr (LesLoadedProject) loaded = load ("{\"id\": \"x\", \"article\": \"a\", \"start\": 0, \"end\": 5,"
                                              " \"exact\": \"Lost\\nwords\"},"
                                              " {\"id\": \"y\", \"article\": \"b\", \"start\": 0, \"end\": 3,"
                                              " \"exact\": \"The\"}");
  g_autofree char *words = les_finding_words_dup_all (loaded->findings);

  g_assert_cmpstr (words, ==,
                   "Annotation “Lost words”: its words are not where it says, nor in one other place.\n"
                   "Annotation “The”: its article does not exist.");
}

static void
test_many_findings (void)
{
  g_autoptr (GString) annotations = g_string_new (NULL);
  g_autoptr (LesLoadedProject) loaded = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (annotations, "%s{\"id\": \"%u\", \"article\": \"b\", \"start\": 0, \"end\": 3}",
                            i > 0 ? "," : "", i);
  loaded = load (annotations->str);
  words = les_finding_words_dup_all (loaded->findings);
  g_assert_true (g_str_has_prefix (words, "Annotation: its article does not exist."));
  g_assert_true (g_str_has_suffix (words, "and 8 more"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error-words/every-code", test_every_code);
  g_test_add_func ("/error-words/other-domain", test_other_domain);
  g_test_add_func ("/error-words/finding", test_finding);
  g_test_add_func ("/error-words/many-findings", test_many_findings);
  return g_test_run ();
}
