/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares pairs of text files and prints one JSON document a line, for
 * measuring the engine. compare-tool [--raw] [--time] [--best] LEFT RIGHT ... */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "les-comparer.h"

static LesDocument *
read_document (const char *path, gboolean is_raw)
{
  g_autofree char *bytes = NULL;
  g_autofree char *valid = NULL;
  g_autoptr (LesText) text = NULL;
  gsize n_bytes;

  if (!g_file_get_contents (path, &bytes, &n_bytes, NULL))
    g_error ("%s: cannot be read", path);
  valid = g_utf8_make_valid (bytes, n_bytes);
  text = les_text_new (valid, -1);
  return is_raw ? les_document_new_raw (text, "de") : les_document_new (text, "de");
}

static void
print_string (const char *string)
{
  putchar ('"');
  for (const char *p = string; p != NULL && *p != '\0'; p++)
    if ((guchar) *p < 0x20)
      printf ("\\u%04x", (guint) *p);
    else if (*p == '"' || *p == '\\')
      printf ("\\%c", *p);
    else
      putchar (*p);
  putchar ('"');
}

static void
print_range (const char *name, LesTextRange range)
{
  printf ("\"%s\":{\"start\":%d,\"end\":%d}", name, range.start, range.end);
}

static void
print_both (LesTextRange left, LesTextRange right)
{
  print_range ("left", left);
  printf (",");
  print_range ("right", right);
}

static void
print_match (const LesMatch *match)
{
  static const char *const kinds[] = { "verbatim", "edited", "reworded" };
  static const char *const grades[] = { "possible", "probable", "asserted" };
  static const char *const details[] = { "number", "date", "name", "negation", "hedge", "quotation" };

  printf ("{");
  print_both (match->left, match->right);
  printf (",\"kind\":\"%s\",\"grade\":\"%s\",\"moved\":%s,\"score\":%d,\"evidence\":",
          kinds[match->kind], grades[match->grade], match->moved ? "true" : "false", match->score);
  print_string (match->evidence);
  printf (",\"details\":[");
  for (guint i = 0; i < match->details->len; i++)
    {
      const LesDetail *detail = &g_array_index (match->details, LesDetail, i);

      printf ("%s{\"kind\":\"%s\",", i > 0 ? "," : "", details[detail->kind]);
      print_both (detail->left, detail->right);
      printf ("}");
    }
  printf ("],\"differences\":[");
  for (guint i = 0; i < match->differences->len; i++)
    {
      const LesDifference *difference = &g_array_index (match->differences, LesDifference, i);

      printf ("%s{", i > 0 ? "," : "");
      print_both (difference->left, difference->right);
      printf (",\"moved\":%s}", difference->moved ? "true" : "false");
    }
  printf ("]}");
}

static void
print_set (LesMatchSet *set, const char *left, const char *right)
{
  printf ("{\"a\":");
  print_string (left);
  printf (",\"b\":");
  print_string (right);
  printf (",\"matches\":[");
  for (guint i = 0; i < les_match_set_get_n (set); i++)
    {
      if (i > 0)
        printf (",");
      print_match (les_match_set_get (set, i));
    }
  printf ("],\"shared\":{\"left\":%d,\"right\":%d}}\n",
          les_match_set_get_shared_left (set), les_match_set_get_shared_right (set));
}

/* For each left sentence its three best counterparts. */
static void
print_counterparts (LesDocument *left, LesDocument *right)
{
  guint n;
  const LesTextRange *sentences = les_document_get_sentences (left, &n);
  gboolean is_first = TRUE;

  printf ("{\"counterparts\":[");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) best = les_compare_find_counterparts (left, sentences[i], right, 3);

      for (guint b = 0; b < best->len; b++)
        {
          const LesMatch *match = g_array_index (best, LesMatch *, b);

          printf ("%s{", is_first ? "" : ",");
          print_both (match->left, match->right);
          printf (",\"rank\":%u,\"score\":%d}", b + 1, match->score);
          is_first = FALSE;
        }
    }
  printf ("]}\n");
}

static void
compare_files (const char *left_path, const char *right_path, gboolean is_raw, gboolean is_timed, gboolean is_best)
{
  clock_t start = clock ();
  g_autoptr (LesDocument) left = read_document (left_path, is_raw);
  g_autoptr (LesDocument) right = read_document (right_path, is_raw);
  clock_t read = clock ();
  g_autoptr (LesMatchSet) set = les_compare (left, right, -1, NULL, NULL);

  if (is_timed)
    fprintf (stderr, "%.3f ms read, %.3f ms engine, of processor time, %u matches\n", (read - start) * 1000.0 / CLOCKS_PER_SEC,
             (clock () - read) * 1000.0 / CLOCKS_PER_SEC, les_match_set_get_n (set));
  print_set (set, left_path, right_path);
  if (is_best)
    {
      print_counterparts (left, right);
      print_counterparts (right, left);
    }
}

int
main (int argc, char *argv[])
{
  gboolean is_raw = FALSE;
  gboolean is_timed = FALSE;
  gboolean is_best = FALSE;
  int i = 1;

  for (; i < argc && argv[i][0] == '-'; i++)
    if (strcmp (argv[i], "--raw") == 0)
      is_raw = TRUE;
    else if (strcmp (argv[i], "--time") == 0)
      is_timed = TRUE;
    else if (strcmp (argv[i], "--best") == 0)
      is_best = TRUE;
  for (; i + 1 < argc; i += 2)
    compare_files (argv[i], argv[i + 1], is_raw, is_timed, is_best);
  return 0;
}
