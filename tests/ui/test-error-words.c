/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-error-words.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error-words/every-code", test_every_code);
  g_test_add_func ("/error-words/other-domain", test_other_domain);
  return g_test_run ();
}
