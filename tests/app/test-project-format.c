/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "les-error.h"
#include "les-limits.h"
#include "les-project-format.h"

#define A1 "0a000000-0000-4000-8000-000000000001"
#define A2 "0a000000-0000-4000-8000-000000000002"
#define T1 "0b000000-0000-4000-8000-000000000001"
#define N1 "0c000000-0000-4000-8000-000000000001"
#define N2 "0c000000-0000-4000-8000-000000000002"

#define HEAD "{\"format\":\"lesart-project\",\"version\":1,\"id\":\"p\",\"created\":\"2031-02-03T04:05:06Z\""
#define ARTICLES ",\"articles\":[{\"id\":\"" A1 "\",\"text\":\"Die Fähre nach Ostholm fährt ab Mai wieder. Die Fähre ist neu.\"}," \
  "{\"id\":\"" A2 "\",\"text\":\"Ab Mai fährt die Fähre.\"}]"
#define TAGS ",\"tags\":[{\"id\":\"" T1 "\",\"name\":\"Termin\",\"color\":\"#0072B2\"}]"

static LesLoadedProject *
read_string (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  LesLoadedProject *loaded = les_project_format_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (loaded);
  return loaded;
}

static char *
write_string (LesProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = les_project_format_write (project, NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What load and save make of @json; saving that again must not alter a byte. */
static char *
save_twice (const char *json)
{
  g_autoptr (LesLoadedProject) first = read_string (json);
  g_autofree char *once = write_string (first->project);
  g_autoptr (LesLoadedProject) second = read_string (once);
  g_autofree char *twice = write_string (second->project);

  g_assert_cmpstr (once, ==, twice);
  g_assert_cmpuint (les_project_get_n_records (first->project, LES_RECORD_ANNOTATION), ==,
                    les_project_get_n_records (second->project, LES_RECORD_ANNOTATION));
  return g_steal_pointer (&once);
}

static guint
count_errors (GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((LesFinding *) findings->pdata[i])->is_error;
  return n;
}

static char *
read_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "projects", name, NULL);
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  return content;
}

static void
test_refused (void)
{
  const struct
  {
    const char *json;
    int code;
    const char *cause;
  } cases[] = {
    { "", LES_ERROR_EMPTY, "empty" },
    { "{\"format\":\"lesart-project\",", LES_ERROR_SYNTAX, "1:28: " },
    { "{\"format\":\"lesart-project\",\n\"x\":[1,]}", LES_ERROR_SYNTAX, "2:8: " },
    { "{}", LES_ERROR_NOT_A_PROJECT, "format" },
    { "[]", LES_ERROR_NOT_A_PROJECT, "format" },
    { "3", LES_ERROR_NOT_A_PROJECT, "format" },
    { "{\"format\":\"other\"}", LES_ERROR_NOT_A_PROJECT, "format" },
    { "{\"format\":7}", LES_ERROR_NOT_A_PROJECT, "format" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].json, strlen (cases[i].json));
      g_autoptr (GError) error = NULL;

      g_assert_null (les_project_format_read (bytes, NULL, &error));
      g_assert_error (error, LES_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].cause));
    }
}

/* Cut off anywhere, a project is refused and never read in part. */
static void
test_truncated (void)
{
  g_autofree char *whole = read_fixture ("bridge.lesart");
  gsize length = strlen (whole) - 1;

  for (gsize n = 1; n < length; n++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (whole, n);
      g_autoptr (GError) error = NULL;

      g_assert_null (les_project_format_read (bytes, NULL, &error));
      g_assert_error (error, LES_ERROR, LES_ERROR_SYNTAX);
    }
}

/* Whatever a damaged disk makes of a project, reading it ends and says so or
 * gives a project that can be written. */
static void
test_damaged (void)
{
  g_autofree char *whole = read_fixture ("bridge.lesart");
  gsize length = strlen (whole);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *damaged = g_memdup2 (whole, length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (LesLoadedProject) loaded = NULL;
      guint n_flips = g_test_rand_int_range (1, 4);

      for (guint flip = 0; flip < n_flips; flip++)
        damaged[g_test_rand_int_range (0, length)] ^= 1 << g_test_rand_int_range (0, 8);
      bytes = g_bytes_new_take (g_steal_pointer (&damaged), length);
      loaded = les_project_format_read (bytes, NULL, NULL);
      if (loaded != NULL)
        g_free (write_string (loaded->project));
    }
}

static void
test_fixtures_unchanged (void)
{
  const char *names[] = { "bridge.lesart", "future.lesart" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *source = read_fixture (names[i]);
      g_autoptr (LesLoadedProject) loaded = read_string (source);
      g_autofree char *written = write_string (loaded->project);

      g_assert_cmpstr (source, ==, written);
      g_assert_cmpuint (loaded->findings->len, ==, 0);
    }
}

static void
test_values (void)
{
  g_autofree char *source = read_fixture ("bridge.lesart");
  g_autoptr (LesLoadedProject) loaded = read_string (source);
  LesArticle *article = les_project_get_article (loaded->project, A1);
  LesAnnotation *annotation = les_project_get_annotation (loaded->project, N1);
  g_autofree char *words = NULL;

  g_assert_cmpstr (les_article_get (article, LES_ARTICLE_ORIGIN_NAME), ==, "bruecke.txt");
  g_assert_cmpuint (les_article_get_blocks (article)->len, ==, 3);
  g_assert_cmpint (g_array_index (les_article_get_blocks (article), LesBlock, 0).role, ==, LES_BLOCK_HEADLINE);
  words = les_text_dup_range (les_article_get_text (article), les_annotation_get_range (annotation));
  g_assert_cmpstr (words, ==, les_annotation_get (annotation, LES_ANNOTATION_EXACT));
  g_assert_true (les_annotation_has_tag (annotation, T1));
  g_assert_cmpuint (les_project_get_n_records (loaded->project, LES_RECORD_LINK), ==, 2);
  g_assert_cmpuint (les_project_get_n_records (loaded->project, LES_RECORD_COMPARISON), ==, 1);
}

/* Relations of the user's own: absent when there are none, and complete otherwise. */
static void
test_relations (void)
{
  const char *source = HEAD ",\"relations\":[{\"id\":\"r\",\"name\":\"echoes\",\"color\":\"#0072B2\",\"direction\":\"one-way\"},"
                       "{\"id\":\"s\",\"color\":\"blue\",\"direction\":\"sideways\",\"later\":{\"x\":1}}]" ARTICLES "}";
  g_autofree char *without = save_twice (HEAD ARTICLES "}");
  g_autofree char *saved = save_twice (source);
  g_autoptr (LesLoadedProject) loaded = read_string (saved);
  LesRelation *first = les_project_lookup (loaded->project, LES_RECORD_RELATION, "r");
  LesRelation *second = les_project_lookup (loaded->project, LES_RECORD_RELATION, "s");

  g_assert_null (strstr (without, "relations"));
  g_assert_cmpstr (les_relation_get (first, LES_RELATION_NAME), ==, "echoes");
  g_assert_true (les_relation_is_directed (first));
  g_assert_cmpstr (les_relation_get (second, LES_RELATION_NAME), ==, "s");
  g_assert_false (les_relation_is_directed (second));
  g_assert_nonnull (strstr (saved, "sideways"));
  g_assert_nonnull (strstr (saved, "\"later\""));
  g_assert_nonnull (strstr (saved, "blue"));
  g_assert_cmpstr (les_relation_get (second, LES_RELATION_COLOR), !=, "blue");
}

static void
test_unknown_survives (void)
{
  const char *values[] = {
    "1e22", "1e400", "123456789012345678901234567890", "-0", "0.10", "1E+2",
    "\"\\u00e4\\/\"", "{\n  \"a\" : [ 1,2 , {} ]\n}", "null", "true", "[[[[]]]]", "\"\xF0\x9F\x9A\xA2\"",
  };
  const char *places[] = {
    HEAD ",\"later\":%s" ARTICLES "}",
    HEAD ",\"articles\":[{\"later\":%s,\"id\":\"a\",\"text\":\"x\"}]}",
    HEAD ",\"articles\":[{\"id\":\"a\",\"origin\":{\"later\":%s,\"name\":\"n\"},\"text\":\"x\"}]}",
    HEAD ",\"articles\":[{\"id\":\"a\",\"blocks\":[{\"start\":0,\"end\":1,\"later\":%s,\"role\":\"lead\"}],\"text\":\"x\"}]}",
    HEAD ",\"tags\":[{\"id\":\"t\",\"name\":\"n\",\"later\":%s}]}",
    HEAD ARTICLES ",\"comparisons\":[{\"id\":\"c\",\"left\":\"" A1 "\",\"right\":\"" A2 "\",\"rejected\":"
      "[{\"left\":{\"start\":0,\"end\":1,\"later\":%s},\"right\":{\"start\":0,\"end\":2}}]}]}",
    HEAD ARTICLES ",\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\",\"later\":%s}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_auto (GStrv) parts = g_strsplit (places[i], "%s", 2);
        g_autofree char *json = g_strconcat (parts[0], values[j], parts[1], NULL);
        g_autofree char *saved = save_twice (json);
        g_autofree char *wanted = g_strconcat ("\"later\": ", values[j], NULL);
        g_autofree char *as_written = g_strconcat ("\"later\":", values[j], NULL);

        g_assert_true (strstr (saved, wanted) != NULL || strstr (saved, as_written) != NULL);
      }
}

static void
test_anchors (void)
{
  const struct
  {
    const char *members;
    int start;            /* -1: kept aside */
    gboolean to_place;    /* at an empty range from there */
  } cases[] = {
    { "\"start\":4,\"end\":9,\"exact\":\"Fähre\"", 4 },
    { "\"start\":4,\"end\":9", 4 },
    /* shifted, and the context tells which of two */
    { "\"start\":6,\"end\":11,\"exact\":\"Fähre\",\"prefix\":\"Die \",\"suffix\":\" ist neu\"", 48 },
    { "\"start\":40,\"end\":45,\"exact\":\"Fähre\",\"prefix\":\"Die \",\"suffix\":\" nach Ost\"", 4 },
    /* at another place with the same words: the context outranks the offsets */
    { "\"start\":4,\"end\":9,\"exact\":\"Fähre\",\"prefix\":\"Die \",\"suffix\":\" ist neu.\"", 48 },
    /* shifted without context: two places */
    { "\"start\":6,\"end\":11,\"exact\":\"Fähre\"", 6, TRUE },
    { "\"start\":6,\"end\":11,\"exact\":\"Dampfer\"", 6, TRUE },
    { "\"start\":600,\"end\":611,\"exact\":\"Dampfer\"", 62, TRUE },
    { "\"start\":90,\"end\":95,\"exact\":\"\"", -1 },
    { "\"start\":90,\"end\":95,\"exact\":\"fährt ab Mai wieder. Die\"", 23 },
    { "\"start\":90,\"end\":95", -1 },
    { "\"start\":9,\"end\":4,\"exact\":\"Fähre\"", 0, TRUE },
    { "\"start\":4,\"end\":4", -1 },
    { "\"start\":-4,\"end\":9", -1 },
    { "\"start\":18446744073709551620,\"end\":9,\"exact\":\"Fähre\"", 0, TRUE },
    { "\"start\":4.0,\"end\":9,\"exact\":\"Fähre\"", 0, TRUE },
    { "\"exact\":\"Ostholm fährt ab Mai wieder\"", 15 },
    { "", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (HEAD ARTICLES ",\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"note\":\"merken\"%s%s}]}",
                                               *cases[i].members ? "," : "", cases[i].members);
      g_autoptr (LesLoadedProject) loaded = read_string (json);
      LesAnnotation *annotation = les_project_get_annotation (loaded->project, "n");
      g_autofree char *saved = save_twice (json);

      g_test_message ("%s", cases[i].members);
      g_assert_nonnull (strstr (saved, "merken"));
      g_assert_cmpint (annotation != NULL ? les_annotation_get_range (annotation).start : -1, ==, cases[i].start);
      g_assert_cmpint (annotation != NULL && les_annotation_get_review (annotation) == LES_REVIEW_UNPLACED, ==,
                       cases[i].to_place);
      g_assert_cmpint (cases[i].to_place && !les_text_range_is_empty (les_annotation_get_range (annotation)), ==, FALSE);
      g_assert_cmpint (count_errors (loaded->findings) > 0, ==, cases[i].start < 0 || cases[i].to_place);
      if (annotation == NULL)
        g_assert_nonnull (strstr (saved, "\"unplaced\""));
    }
}

static void
test_importance (void)
{
  static const struct
  {
    const char *value;
    guint expected;
  } cases[] = {
    { "1", 1 }, { "3", 3 }, { "0", 0 }, { "4", 0 }, { "-1", 0 }, { "2.0", 0 }, { "null", 0 },
    { "99999999999999999999", 0 }, { "[2]", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (HEAD ARTICLES ",\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\",\"importance\":%s}]}",
                                               cases[i].value);
      g_autoptr (LesLoadedProject) loaded = read_string (json);
      g_autofree char *saved = save_twice (json);
      g_autofree char *written = g_strdup_printf ("\"importance\": %u", cases[i].expected);
      LesAnnotation *annotation = les_project_get_annotation (loaded->project, "n");

      g_test_message ("%s", cases[i].value);
      g_assert_cmpuint (les_annotation_get_importance (annotation), ==, cases[i].expected);
      g_assert_nonnull (strstr (saved, cases[i].value));
      g_assert_cmpint (strstr (saved, written) != NULL, ==, cases[i].expected > 0);
    }
}

/* Each of these holds the word "wichtig", which no saving may lose. */
static void
test_nothing_lost (void)
{
  const char *cases[] = {
    ",\"annotations\":[{\"id\":\"n\",\"article\":\"nowhere\",\"start\":0,\"end\":1,\"note\":\"wichtig\"}]",
    ",\"annotations\":[\"wichtig\"]",
    ",\"annotations\":{\"n\":\"wichtig\"}",
    ",\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\",\"note\":[\"wichtig\"]}]",
    ",\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\",\"tags\":[\"wichtig\"]}]",
    ",\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\",\"tags\":[[\"wichtig\"]]}]",
    ",\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\",\"tags\":\"wichtig\"}]",
    ",\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":\"wichtig\",\"end\":3,\"exact\":\"Ostholm fährt ab Mai wieder\"}]",
    ",\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\",\"importance\":\"wichtig\"}]",
    ",\"annotations\":[{\"id\":[\"wichtig\"],\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\"}]",
    ",\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\"},"
      "{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\",\"note\":\"wichtig\"}]",
    ",\"links\":[{\"id\":\"l\",\"relation\":\"same\",\"from\":\"x\",\"to\":\"y\",\"note\":\"wichtig\"}]",
    ",\"links\":[{\"id\":\"l\",\"relation\":5,\"from\":\"x\",\"to\":\"y\",\"note\":\"wichtig\"}]",
    ",\"comparisons\":[{\"id\":\"c\",\"left\":\"" A1 "\",\"right\":\"wichtig\"}]",
    ",\"comparisons\":[{\"id\":\"c\",\"left\":\"" A1 "\",\"right\":\"" A2 "\",\"rejected\":[{\"left\":\"wichtig\"}]}]",
    ",\"comparisons\":[{\"id\":\"c\",\"left\":\"" A1 "\",\"right\":\"" A2 "\",\"rejected\":\"wichtig\"}]",
    ",\"title\":{\"a\":\"wichtig\"}",
    ",\"note\":[\"wichtig\"]",
    ",\"unplaced\":\"wichtig\"",
    ",\"unplaced\":[{\"member\":\"links\",\"value\":{\"note\":\"wichtig\"},\"cause\":\"c\"},7]",
    ",\"tags\":[{\"id\":\"t\",\"name\":\"n\",\"parent\":\"wichtig\"}]",
    ",\"tags\":[{\"id\":\"t\",\"name\":\"n\",\"color\":\"wichtig\"}]",
    ",\"tags\":[{\"id\":\"wichtig\"}]",
    ",\"tags\":[{\"id\":\"t\",\"parent\":\"u\",\"name\":\"a\"},{\"id\":\"u\",\"parent\":\"t\",\"name\":\"wichtig\"}]",
    ",\"tags\":7,\"later\":\"wichtig\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strconcat (HEAD ARTICLES, cases[i], "}", NULL);
      g_autoptr (LesLoadedProject) loaded = read_string (json);
      g_autofree char *saved = save_twice (json);

      g_test_message ("%s", cases[i]);
      g_assert_nonnull (strstr (saved, "wichtig"));
      g_assert_cmpuint (loaded->findings->len, >, 0);
    }
}

static void
test_articles_lose_nothing (void)
{
  const char *cases[] = {
    "{\"id\":\"a\",\"text\":[\"wichtig\"]}",
    "{\"id\":\"a\",\"title\":\"wichtig\"}",
    "{\"id\":\"a\",\"text\":\"x\",\"origin\":\"wichtig\"}",
    "{\"id\":\"a\",\"text\":\"x\",\"origin\":{\"sha256\":[\"wichtig\"]}}",
    "{\"id\":\"a\",\"text\":\"x\",\"blocks\":\"wichtig\"}",
    "{\"id\":\"a\",\"text\":\"x\",\"blocks\":[{\"start\":0,\"end\":9,\"role\":\"wichtig\"}]}",
    "{\"id\":\"a\",\"text\":\"x\",\"blocks\":[{\"start\":0,\"end\":1,\"role\":\"wichtig\"}]}",
    "{\"id\":\"a\",\"text\":\"x\"},{\"id\":\"a\",\"text\":\"wichtig\"}",
    "{\"text\":\"wichtig\"},{\"text\":\"wichtig\"}",
    "\"wichtig\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strconcat (HEAD ",\"articles\":[", cases[i], "]}", NULL);
      g_autofree char *saved = save_twice (json);

      g_test_message ("%s", cases[i]);
      g_assert_nonnull (strstr (saved, "wichtig"));
    }
}

/* What was set aside for want of an article has its place when that is back. */
static void
test_unplaced_returns (void)
{
  g_autoptr (LesLoadedProject) orphaned =
    read_string (HEAD ",\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\"}]}");
  g_autofree char *saved = write_string (orphaned->project);
  const char *unplaced = strstr (saved, "\"unplaced\"");
  g_autofree char *rejoined = NULL;
  g_autoptr (LesLoadedProject) loaded = NULL;
  g_autofree char *again = NULL;

  g_assert_nonnull (unplaced);
  rejoined = g_strconcat (HEAD ARTICLES ",", unplaced, NULL);
  loaded = read_string (rejoined);
  g_assert_nonnull (les_project_get_annotation (loaded->project, "n"));
  again = write_string (loaded->project);
  g_assert_null (strstr (again, "unplaced"));
}

/* An annotation that lost its words is in the project with all that was said of
 * it, and takes its place when the text has them again. */
static void
test_lost_words (void)
{
  const char *annotations =
    ",\"tags\":[{\"id\":\"t\",\"name\":\"Frist\",\"color\":\"#E5433A\"}],"
    "\"annotations\":[{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":23,\"end\":33,\"exact\":\"fährt ab Mai\","
    "\"prefix\":\"Die Fähre nach Ostholm \",\"suffix\":\" wieder. Die Fähre ist neu.\",\"tags\":[\"t\"],"
    "\"note\":\"merken\",\"importance\":2,\"later\":[1]},"
    "{\"id\":\"m\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\"}],"
    "\"links\":[{\"id\":\"l\",\"relation\":\"same\",\"from\":\"n\",\"to\":\"m\"}]}";
  g_autofree char *damaged = g_strconcat (HEAD ",\"articles\":[{\"id\":\"" A1 "\",\"text\":\"Die Boje.\"}]", annotations, NULL);
  g_autoptr (LesLoadedProject) loaded = read_string (damaged);
  LesAnnotation *annotation = les_project_get_annotation (loaded->project, "n");
  const LesFinding *finding = loaded->findings->pdata[0];
  g_autofree char *saved = save_twice (damaged);
  g_auto (GStrv) parts = NULL;
  g_autofree char *mended = NULL;
  g_autoptr (LesLoadedProject) again = NULL;

  g_assert_cmpuint (loaded->findings->len, ==, 1);
  g_assert_cmpstr (finding->to_place, ==, "n");
  g_assert_true (finding->is_error);
  g_assert_cmpstr (les_annotation_get (annotation, LES_ANNOTATION_EXACT), ==, "fährt ab Mai");
  g_assert_cmpuint (les_annotation_get_importance (annotation), ==, 2);
  g_assert_true (les_annotation_has_tag (annotation, "t"));
  g_assert_cmpuint (les_project_get_n_records (loaded->project, LES_RECORD_LINK), ==, 1);
  g_assert_null (strstr (saved, "\"unplaced\""));
  g_assert_nonnull (strstr (saved, "\"later\""));

  parts = g_strsplit (saved, "Die Boje.", 2);
  mended = g_strconcat (parts[0], "Die Fähre nach Ostholm fährt ab Mai wieder. Die Fähre ist neu.", parts[1], NULL);
  again = read_string (mended);
  annotation = les_project_get_annotation (again->project, "n");
  g_assert_cmpint (les_annotation_get_range (annotation).start, ==, 23);
  g_assert_cmpint (les_annotation_get_review (annotation), ==, LES_REVIEW_MOVED);
  g_assert_cmpuint (count_errors (again->findings), ==, 0);
}

/* What older versions set aside for want of its words is seen again. */
static void
test_aside_is_seen (void)
{
  const char *json =
    HEAD ARTICLES ",\"unplaced\":[{\"member\":\"annotations\",\"cause\":\"its words are not where it says\","
    "\"value\":{\"id\":\"n\",\"article\":\"" A1 "\",\"start\":4,\"end\":9,\"exact\":\"Dampfer\",\"note\":\"merken\"}}]}";
  g_autoptr (LesLoadedProject) loaded = read_string (json);
  LesAnnotation *annotation = les_project_get_annotation (loaded->project, "n");
  g_autofree char *saved = save_twice (json);

  g_assert_nonnull (annotation);
  g_assert_cmpint (les_annotation_get_review (annotation), ==, LES_REVIEW_UNPLACED);
  g_assert_cmpuint (loaded->findings->len, ==, 1);
  g_assert_null (strstr (saved, "\"unplaced\""));
}

static void
test_versions (void)
{
  const struct
  {
    const char *version;
    gboolean newer;
  } cases[] = {
    { ",\"version\":1", FALSE },
    { ",\"version\":2", TRUE },
    { "", TRUE },
    { ",\"version\":0", TRUE },
    { ",\"version\":\"1\"", TRUE },
    { ",\"version\":1.5", TRUE },
    { ",\"version\":18446744073709551617", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"format\":\"lesart-project\"%s,\"id\":\"p\"}", cases[i].version);
      g_autoptr (LesLoadedProject) loaded = read_string (json);

      g_assert_cmpint (loaded->newer_version, ==, cases[i].newer);
    }
}

static guint
count_changed_lines (const char *a, const char *b)
{
  g_auto (GStrv) before = g_strsplit (a, "\n", -1);
  g_auto (GStrv) after = g_strsplit (b, "\n", -1);
  guint n = 0;

  g_assert_cmpuint (g_strv_length (before), ==, g_strv_length (after));
  for (guint i = 0; before[i] != NULL; i++)
    n += !g_str_equal (before[i], after[i]);
  return n;
}

static void
test_small_changes (void)
{
  g_autofree char *source = read_fixture ("bridge.lesart");
  g_autoptr (LesLoadedProject) loaded = read_string (source);
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_EDIT_NOTE);
  LesAnnotation *copy = les_record_copy (les_project_get_annotation (loaded->project, N1));
  g_autofree char *written = NULL;

  les_annotation_set (copy, LES_ANNOTATION_NOTE, "Zwei\nZeilen \"und\" mehr\t");
  les_annotation_set (copy, LES_ANNOTATION_MODIFIED, "2031-03-05T00:00:00Z");
  les_change_put (change, copy);
  les_change_unref (les_project_apply (loaded->project, change));
  written = write_string (loaded->project);

  g_assert_cmpuint (count_changed_lines (source, written), ==, 2);
}

/* The order of work leaves no trace in the file. */
static void
test_sorted (void)
{
  g_autoptr (LesLoadedProject) loaded =
    read_string (HEAD ARTICLES ",\"annotations\":["
                 "{\"id\":\"b\",\"article\":\"" A2 "\",\"start\":0,\"end\":2,\"exact\":\"Ab\"},"
                 "{\"id\":\"d\",\"article\":\"" A1 "\",\"start\":4,\"end\":9,\"exact\":\"Fähre\"},"
                 "{\"id\":\"c\",\"article\":\"" A1 "\",\"start\":4,\"end\":5,\"exact\":\"F\"},"
                 "{\"id\":\"e\",\"article\":\"" A1 "\",\"start\":0,\"end\":3,\"exact\":\"Die\"}]}");
  g_autofree char *written = write_string (loaded->project);
  const char *ids[] = { "\"id\": \"e\"", "\"id\": \"c\"", "\"id\": \"d\"", "\"id\": \"b\"" };
  const char *p = written;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      p = strstr (p, ids[i]);
      g_assert_nonnull (p);
    }
}

/* Every character that a text can hold comes back. */
static void
test_characters (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_OTHER);
  g_autoptr (LesLoadedProject) loaded = NULL;
  g_autoptr (LesText) content = NULL;
  g_autofree char *written = NULL;

  for (gunichar c = 1; c < 0x110000; c += c < 0x3000 ? 1 : 41)
    if (g_unichar_validate (c))
      g_string_append_unichar (text, c);
  content = les_text_new (text->str, text->len);
  les_change_put (change, les_article_new (A1, content));
  les_change_unref (les_project_apply (project, change));

  written = write_string (project);
  loaded = read_string (written);
  g_assert_cmpstr (les_text_get_utf8 (les_article_get_text (les_project_get_article (loaded->project, A1))), ==, text->str);
}

static void
test_byte_order_mark (void)
{
  g_autoptr (LesLoadedProject) loaded = read_string ("\xEF\xBB\xBF" HEAD ARTICLES TAGS "}");

  g_assert_cmpuint (les_project_get_n_records (loaded->project, LES_RECORD_ARTICLE), ==, 2);
  g_assert_cmpuint (loaded->findings->len, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LesLoadedProject) loaded = read_string (HEAD ARTICLES "}");
  g_autofree char *json = g_strdup (HEAD ARTICLES "}");
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (les_project_format_read (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (les_project_format_write (loaded->project, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The findings name the record in one line, whatever its id is. */
static void
test_finding_in_one_line (void)
{
  g_autoptr (LesLoadedProject) loaded = read_string (HEAD ARTICLES ",\"annotations\":[{\"id\":\"n\\nm\",\"article\":\"x\"}]}");
  const LesFinding *finding;

  g_assert_cmpuint (loaded->findings->len, ==, 1);
  finding = loaded->findings->pdata[0];
  g_assert_true (finding->is_error);
  g_assert_null (strchr (finding->message, '\n'));
}

static LesProject *
make_project (LesRecordKind kind, guint n)
{
  g_autoptr (LesLoadedProject) empty = read_string (HEAD "}");
  g_autoptr (LesText) text = les_text_new ("Fähre", -1);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      LesRecord *record = kind == LES_RECORD_ARTICLE ? LES_RECORD (les_article_new (id, text))
                                                     : LES_RECORD (les_tag_new (id, id, "#0072B2"));

      les_record_seal (record);
      g_ptr_array_add (records, record);
    }
  return les_project_new_from_records (les_project_get_info (empty->project), records);
}

/* What could not be opened again is not written. */
static void
test_limits (void)
{
  const struct
  {
    LesRecordKind kind;
    guint limit;
  } cases[] = {
    { LES_RECORD_ARTICLE, LES_LIMIT_PROJECT_ARTICLES },
    { LES_RECORD_TAG, LES_LIMIT_PROJECT_ANNOTATIONS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LesProject) full = make_project (cases[i].kind, cases[i].limit);
      g_autoptr (LesProject) overfull = make_project (cases[i].kind, cases[i].limit + 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = les_project_format_write (full, NULL, &error);
      g_autoptr (GBytes) too_large = NULL;
      g_autoptr (LesLoadedProject) again = NULL;

      g_assert_no_error (error);
      again = les_project_format_read (bytes, NULL, &error);
      g_assert_no_error (error);
      too_large = les_project_format_write (overfull, NULL, &error);
      g_assert_error (error, LES_ERROR, LES_ERROR_PROJECT_TOO_LARGE);
      g_assert_null (too_large);
      g_clear_error (&error);
      g_assert_true (les_project_format_check_count (cases[i].kind, cases[i].limit, NULL));
      g_assert_false (les_project_format_check_count (cases[i].kind, cases[i].limit + 1, NULL));
    }
}

static void
test_project_name (void)
{
  const struct
  {
    const char *name;
    gboolean is_project;
  } cases[] = {
    { "Hafen.lesart", TRUE }, { "HAFEN.LESART", TRUE }, { "a.b.Lesart", TRUE }, { "/x/ü.lesart", TRUE },
    { "", FALSE }, { "lesart", FALSE }, { ".lesart", FALSE }, { "/x/.lesart", FALSE }, { "Hafen.lesart.bak", FALSE },
    { "Hafen.txt", FALSE }, { "Hafenlesart", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (les_project_format_is_project_name (cases[i].name), ==, cases[i].is_project);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project-format/refused", test_refused);
  g_test_add_func ("/project-format/truncated", test_truncated);
  g_test_add_func ("/project-format/damaged", test_damaged);
  g_test_add_func ("/project-format/fixtures-unchanged", test_fixtures_unchanged);
  g_test_add_func ("/project-format/values", test_values);
  g_test_add_func ("/project-format/relations", test_relations);
  g_test_add_func ("/project-format/unknown-survives", test_unknown_survives);
  g_test_add_func ("/project-format/anchors", test_anchors);
  g_test_add_func ("/project-format/importance", test_importance);
  g_test_add_func ("/project-format/nothing-lost", test_nothing_lost);
  g_test_add_func ("/project-format/articles-lose-nothing", test_articles_lose_nothing);
  g_test_add_func ("/project-format/unplaced-returns", test_unplaced_returns);
  g_test_add_func ("/project-format/lost-words", test_lost_words);
  g_test_add_func ("/project-format/aside-is-seen", test_aside_is_seen);
  g_test_add_func ("/project-format/versions", test_versions);
  g_test_add_func ("/project-format/small-changes", test_small_changes);
  g_test_add_func ("/project-format/sorted", test_sorted);
  g_test_add_func ("/project-format/characters", test_characters);
  g_test_add_func ("/project-format/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/project-format/cancelled", test_cancelled);
  g_test_add_func ("/project-format/finding-in-one-line", test_finding_in_one_line);
  g_test_add_func ("/project-format/limits", test_limits);
  g_test_add_func ("/project-format/project-name", test_project_name);

  return g_test_run ();
}
