/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebook-fixture.h"

#include "les-change-json.h"
#include "les-codebook-edits.h"

#include <math.h>

typedef struct
{
  LesProject *project;
  LesHistory *history;
  char *before;
} Fixture;

/* a(b c(d)) e, names as ids */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->project = les_project_new ();
  fixture->history = les_history_new (fixture->project);
  put_article (fixture->history, "x", "Seekurier", "Der Deich hält, sagt die Gräfin am Hafen.");
  put_article (fixture->history, "y", NULL, "Am Hafen hält der Deich, heißt es.");
  put_tag (fixture->history, "a", "a", NULL);
  put_tag (fixture->history, "b", "b", "a");
  put_tag (fixture->history, "c", "c", "a");
  put_tag (fixture->history, "d", "d", "c");
  put_tag (fixture->history, "e", "e", NULL);
  put_annotation (fixture->history, fixture->project, "1", "x", 0, "a");
  put_annotation (fixture->history, fixture->project, "2", "x", 5, "e a b");
  put_annotation (fixture->history, fixture->project, "3", "y", 0, "b c");
  put_annotation (fixture->history, fixture->project, "4", "y", 3, "d");
  fixture->before = dup_file (fixture->project);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *after = NULL;

  /* Whatever a test did is one step for each change and comes back to the byte. */
  while (les_history_get_can_undo (fixture->history)
         && g_strcmp0 (after = (g_free (after), dup_file (fixture->project)), fixture->before) != 0)
    les_history_undo (fixture->history);
  g_assert_cmpstr (after, ==, fixture->before);
  g_free (fixture->before);
  g_object_unref (fixture->history);
  g_assert_finalize_object (fixture->project);
}

static void
step (Fixture *fixture, const char *id, LesTagStep where, const char *expected)
{
  LesTagMove move;
  LesChange *change = les_codebook_step_tag (fixture->project, id, where, &move);

  if (change != NULL)
    {
      g_assert_cmpint (move, ==, LES_TAG_MOVE_POSSIBLE);
      perform (fixture->history, change);
    }
  else
    g_assert_cmpint (move, !=, LES_TAG_MOVE_POSSIBLE);
  assert_tree (fixture->project, expected);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  step (fixture, "b", LES_TAG_UP, "a(b c(d)) e");
  step (fixture, "b", LES_TAG_DOWN, "a(c(d) b) e");
  step (fixture, "b", LES_TAG_DOWN, "a(c(d) b) e");
  step (fixture, "b", LES_TAG_UP, "a(b c(d)) e");
  step (fixture, "b", LES_TAG_IN, "a(b c(d)) e");
  step (fixture, "c", LES_TAG_IN, "a(b(c(d))) e");
  step (fixture, "c", LES_TAG_OUT, "a(b c(d)) e");
  step (fixture, "b", LES_TAG_OUT, "a(c(d)) b e");
  step (fixture, "b", LES_TAG_OUT, "a(c(d)) b e");
  step (fixture, "e", LES_TAG_UP, "a(c(d)) e b");
  step (fixture, "a", LES_TAG_DOWN, "e a(c(d)) b");
  les_history_undo (fixture->history);
  assert_tree (fixture->project, "a(c(d)) e b");
  les_history_redo (fixture->history);
  assert_tree (fixture->project, "e a(c(d)) b");
}

static LesTagMove
move (Fixture *fixture, const char *ids, const char *parent, const char *before)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  LesTagMove result;
  LesChange *change = les_codebook_move_tags (fixture->project, (const char * const *) list, parent, before, &result);

  if (change != NULL)
    perform (fixture->history, change);
  return result;
}

static void
test_moves (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (move (fixture, "a", "a", NULL), ==, LES_TAG_MOVE_INTO_ITSELF);
  g_assert_cmpint (move (fixture, "a", "d", NULL), ==, LES_TAG_MOVE_INTO_ITSELF);
  g_assert_cmpint (move (fixture, "e a", "d", NULL), ==, LES_TAG_MOVE_INTO_ITSELF);
  g_assert_cmpint (move (fixture, "nobody", NULL, NULL), ==, LES_TAG_MOVE_NOWHERE);
  g_assert_cmpint (move (fixture, "b", "a", "c"), ==, LES_TAG_MOVE_NOWHERE);
  g_assert_cmpint (move (fixture, "e", NULL, NULL), ==, LES_TAG_MOVE_NOWHERE);
  assert_tree (fixture->project, "a(b c(d)) e");
  g_assert_cmpint (move (fixture, "e", "a", "c"), ==, LES_TAG_MOVE_POSSIBLE);
  assert_tree (fixture->project, "a(b e c(d))");
  g_assert_cmpint (move (fixture, "d b", NULL, "a"), ==, LES_TAG_MOVE_POSSIBLE);
  assert_tree (fixture->project, "d b a(e c)");
  /* Those below another one go along. */
  g_assert_cmpint (move (fixture, "a c", "d", NULL), ==, LES_TAG_MOVE_POSSIBLE);
  assert_tree (fixture->project, "d(a(e c)) b");
  put_tag (fixture->history, "B", "B", "c");
  g_assert_cmpint (move (fixture, "B", NULL, NULL), ==, LES_TAG_MOVE_NAME_TAKEN);
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "a", "b", "nobody", "c", NULL };
  LesChange *change;
  g_autoptr (LesTagSet) set = les_tag_set_new ("s", "Set");

  les_tag_set_set_tags (set, (const char * const[]) { "b", "e", "c", NULL });
  put (fixture->history, g_object_ref (set));
  /* The one that stays lies below one that goes. */
  change = les_codebook_merge_tags (fixture->project, ids, "c");
  g_assert_cmpuint (les_codebook_count_changed (change), ==, 3);
  perform (fixture->history, change);
  assert_tree (fixture->project, "c(d) e");
  assert_tags (fixture->project, "1", "c");
  assert_tags (fixture->project, "2", "e c");
  assert_tags (fixture->project, "3", "c");
  assert_tags (fixture->project, "4", "d");
  g_assert_cmpstr (les_tag_set_get_tags (les_project_lookup (fixture->project, LES_RECORD_TAG_SET, "s"))[0], ==, "c");
  les_history_undo (fixture->history);
  assert_tree (fixture->project, "a(b c(d)) e");
  assert_tags (fixture->project, "2", "e a b");
}

static void
test_merge_keeps_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesTag) tag = les_record_copy (BY_ID (fixture->project, "b"));
  g_autoptr (LesChange) nothing = NULL;
  LesTag *merged;

  les_tag_set (tag, LES_TAG_DESCRIPTION, "what b means");
  les_tag_set (tag, LES_TAG_SHORTCUT, "q");
  put (fixture->history, g_object_ref (tag));
  perform (fixture->history, les_codebook_merge_tags (fixture->project, (const char * const[]) { "b", NULL }, "e"));
  merged = BY_ID (fixture->project, "e");
  g_assert_cmpstr (les_tag_get (merged, LES_TAG_DESCRIPTION), ==, "what b means");
  g_assert_cmpstr (les_tag_get (merged, LES_TAG_SHORTCUT), ==, "q");
  nothing = les_codebook_merge_tags (fixture->project, (const char * const[]) { "e", NULL }, "e");
  g_assert_cmpuint (les_change_get_n_edits (nothing), ==, 0);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { "a", NULL };
  g_autoptr (LesChange) alone = les_codebook_remove_tags (fixture->project, ids, FALSE);
  g_autoptr (LesChange) all = les_codebook_remove_tags (fixture->project, ids, TRUE);

  g_assert_cmpuint (les_codebook_count_changed (alone), ==, 2);
  g_assert_cmpuint (les_codebook_count_untagged (alone), ==, 1);
  g_assert_cmpuint (les_codebook_count_changed (all), ==, 4);
  g_assert_cmpuint (les_codebook_count_untagged (all), ==, 3);
  perform (fixture->history, g_steal_pointer (&alone));
  assert_tree (fixture->project, "b c(d) e");
  assert_tags (fixture->project, "2", "e b");
  les_history_undo (fixture->history);
  perform (fixture->history, g_steal_pointer (&all));
  assert_tree (fixture->project, "e");
  assert_tags (fixture->project, "4", "");
}

static LesChange *
split (Fixture *fixture, const char *tag, LesSplitBy by, const char *keys, const char *name, gboolean below, gboolean keep)
{
  g_auto (GStrv) list = g_strsplit (keys, "|", -1);
  const LesTagSplit how = { by, (const char * const *) list, keys, name, below, keep };

  return les_tag_split_perform (fixture->project, tag, &how);
}

static const char *
id_of (Fixture *fixture, const char *name)
{
  LesTag *tag = les_project_find_tag (fixture->project, name, NULL);

  g_assert_nonnull (tag);
  return les_record_get_id (LES_RECORD (tag));
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) parts = les_tag_split_list_parts (fixture->project, "b", LES_SPLIT_BY_TAG);
  LesChange *change;

  g_assert_cmpuint (parts->len, ==, 3);
  g_assert_cmpstr (((LesSplitPart *) parts->pdata[0])->label, ==, "a");

  /* A part into a new tag beside the old one. */
  change = split (fixture, "a", LES_SPLIT_BY_TAG, "e", "A und E", FALSE, FALSE);
  g_assert_cmpuint (les_codebook_count_changed (change), ==, 1);
  perform (fixture->history, change);
  assert_tree (fixture->project, "a(b c(d)) A und E e");
  g_assert_false (les_annotation_has_tag (les_project_get_annotation (fixture->project, "2"), "a"));
  g_assert_true (les_annotation_has_tag (les_project_get_annotation (fixture->project, "2"), id_of (fixture, "A und E")));
  assert_tags (fixture->project, "1", "a");
  les_history_undo (fixture->history);

  /* Children by article, the old tag stays. */
  perform (fixture->history, split (fixture, "b", LES_SPLIT_BY_ARTICLE, "x|y", NULL, TRUE, TRUE));
  g_assert_cmpuint (les_project_get_n_records (fixture->project, LES_RECORD_TAG), ==, 7);
  g_assert_true (les_annotation_has_tag (les_project_get_annotation (fixture->project, "3"), "b"));
  les_history_undo (fixture->history);

  /* A child of that name is there already; without an outlet there is no name. */
  put_tag (fixture->history, "k", "SEEKURIER", "b");
  perform (fixture->history, split (fixture, "b", LES_SPLIT_BY_OUTLET, "Seekurier|", NULL, TRUE, FALSE));
  assert_tags (fixture->project, "2", "e a k");
  assert_tags (fixture->project, "3", "b c");

  /* By words, whatever the case; blanks find nothing. */
  change = split (fixture, "d", LES_SPLIT_BY_WORDS, "HAFE", "Orte", TRUE, FALSE);
  g_assert_cmpuint (les_codebook_count_changed (change), ==, 1);
  perform (fixture->history, change);
  g_assert_cmpstr (les_tag_get (BY_ID (fixture->project, id_of (fixture, "Orte")), LES_TAG_PARENT), ==, "d");
  change = split (fixture, "b", LES_SPLIT_BY_WORDS, "", "Leer", TRUE, FALSE);
  g_assert_cmpuint (les_change_get_n_edits (change), ==, 0);
  les_change_unref (change);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LesTagCounts) counts = les_tag_counts_new (fixture->project);

  g_assert_cmpuint (les_tag_counts_get (counts, "a"), ==, 2);
  g_assert_cmpuint (les_tag_counts_get_below (counts, "a"), ==, 4);
  g_assert_cmpuint (les_tag_counts_get_in (counts, "b", "y"), ==, 1);
  g_assert_cmpuint (les_tag_counts_get_in (counts, "b", NULL), ==, 0);
  g_assert_cmpuint (les_tag_counts_get_n_articles (counts, "b"), ==, 2);
  g_assert_cmpuint (les_tag_counts_get (counts, "nobody"), ==, 0);
}

static void
set_shortcut (Fixture *fixture, const char *id, const char *shortcut)
{
  LesTag *copy = les_record_copy (BY_ID (fixture->project, id));

  les_tag_set (copy, LES_TAG_SHORTCUT, shortcut);
  put (fixture->history, copy);
}

static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *typed, *clean; } cases[] = {
    { "A", "a" }, { " k7 ", "k7" }, { "Ö", "ö" }, { "", NULL }, { "abc", NULL }, { "a b", NULL }, { "-", NULL }, { "<", NULL },
  };
  gboolean more;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = les_tag_shortcut_dup_clean (cases[i].typed);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
  set_shortcut (fixture, "a", "m");
  set_shortcut (fixture, "b", "k7");
  g_assert_nonnull (les_codebook_find_conflict (fixture->project, "m", NULL));
  g_assert_nonnull (les_codebook_find_conflict (fixture->project, "mx", NULL));
  g_assert_nonnull (les_codebook_find_conflict (fixture->project, "k", NULL));
  g_assert_null (les_codebook_find_conflict (fixture->project, "m", "a"));
  g_assert_null (les_codebook_find_conflict (fixture->project, "k8", NULL));
  g_assert_true (les_codebook_find_shortcut (fixture->project, "k7", &more) == BY_ID (fixture->project, "b"));
  g_assert_false (more);
  g_assert_null (les_codebook_find_shortcut (fixture->project, "k", &more));
  g_assert_true (more);
}

static char *
dup_sets (Fixture *fixture, const char *id)
{
  return les_codebook_dup_sets_of (fixture->project, id);
}

static void
test_sets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  perform (fixture->history, les_codebook_edit_tag (fixture->project, BY_ID (fixture->project, "a"), " Ton , Quelle,, ton"));
  perform (fixture->history, les_codebook_edit_tag (fixture->project, BY_ID (fixture->project, "b"), "TON"));
  first = dup_sets (fixture, "a");
  g_assert_cmpstr (first, ==, "Ton, Quelle");
  g_assert_cmpuint (les_project_get_n_records (fixture->project, LES_RECORD_TAG_SET), ==, 2);
  perform (fixture->history, les_codebook_edit_tag (fixture->project, BY_ID (fixture->project, "a"), "Ton"));
  g_assert_cmpuint (les_project_get_n_records (fixture->project, LES_RECORD_TAG_SET), ==, 1);
  perform (fixture->history, les_codebook_remove_tags (fixture->project,
                                                       (const char * const[]) { "a", "b", NULL }, FALSE));
  g_assert_cmpuint (les_project_get_n_records (fixture->project, LES_RECORD_TAG_SET), ==, 0);
  les_history_undo (fixture->history);
  second = dup_sets (fixture, "b");
  g_assert_cmpstr (second, ==, "Ton");
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plain = dup_file (fixture->project);
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LesLoadedProject) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (strstr (plain, "tag_sets"));
  g_assert_null (strstr (plain, "shortcut"));
  set_shortcut (fixture, "a", "m");
  perform (fixture->history, les_codebook_edit_tag (fixture->project, BY_ID (fixture->project, "b"), "Ton"));
  written = dup_file (fixture->project);
  bytes = g_bytes_new (written, strlen (written));
  loaded = les_project_format_read (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->findings->len, ==, 0);
  again = dup_file (loaded->project);
  g_assert_cmpstr (again, ==, written);
  g_assert_cmpstr (les_tag_get (BY_ID (loaded->project, "a"), LES_TAG_SHORTCUT), ==, "m");
  g_assert_cmpuint (les_project_get_n_records (loaded->project, LES_RECORD_TAG_SET), ==, 1);
}

/* What the journal keeps of a change does the same as the change. */
static LesChange *
through_journal (Fixture *fixture, LesChange *change)
{
  g_autoptr (LesJsonWriter) writer = les_json_writer_new (TRUE);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) les_finding_free);
  g_autoptr (GBytes) bytes = NULL;
  LesChange *read;

  les_json_writer_begin_object (writer, NULL);
  les_change_json_write (writer, change);
  les_json_writer_end_object (writer);
  bytes = les_json_writer_finish (writer);
  read = les_change_json_read (les_json_span_of (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)),
                               les_record_get_id (LES_RECORD (les_project_get_info (fixture->project))), findings);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpint (les_change_get_topic (read), ==, les_change_get_topic (change));
  return read;
}

static void
check_journal (Fixture *fixture, LesChange *change)
{
  g_autoptr (LesProject) copy = les_project_dup_snapshot (fixture->project);
  g_autoptr (LesChange) read = through_journal (fixture, change);
  g_autoptr (LesChange) inverse = les_project_apply (copy, read);
  g_autoptr (LesChange) back = through_journal (fixture, inverse);
  g_autoptr (LesChange) again = NULL;
  g_autofree char *before = dup_file (fixture->project);
  g_autofree char *recovered = dup_file (copy);
  g_autofree char *undone = NULL;
  g_autofree char *performed = NULL;

  again = les_project_apply (copy, back);
  undone = dup_file (copy);
  g_assert_cmpstr (undone, ==, before);
  perform (fixture->history, change);
  performed = dup_file (fixture->project);
  g_assert_cmpstr (recovered, ==, performed);
  g_assert_cmpstr (performed, !=, before);
}

static void
test_journal (Fixture *fixture, gconstpointer data)
{
  LesTagMove result;

  check_journal (fixture, les_codebook_step_tag (fixture->project, "a", LES_TAG_DOWN, &result));
  check_journal (fixture, les_codebook_step_tag (fixture->project, "c", LES_TAG_OUT, &result));
  check_journal (fixture, les_codebook_edit_tag (fixture->project, BY_ID (fixture->project, "b"), "Ton, Lage"));
  check_journal (fixture, les_codebook_merge_tags (fixture->project, (const char * const[]) { "b", NULL }, "e"));
  check_journal (fixture, split (fixture, "e", LES_SPLIT_BY_ARTICLE, "x|y", NULL, TRUE, FALSE));
  check_journal (fixture, les_codebook_remove_tags (fixture->project,
                                                    (const char * const[]) { "a", "e", NULL }, TRUE));
}

static void
test_free_color (Fixture *fixture, gconstpointer data)
{
  guint n = les_tag_palette_get_n_colors ();
  const char *used[16];

  /* All five have the first colour. */
  for (guint i = 0; i + 1 < n; i++)
    {
      g_autofree char *id = NULL;
      g_autofree char *name = g_strdup_printf ("new %u", i);

      perform (fixture->history, les_edits_add_tag (fixture->project, name, NULL, &id));
      used[i] = les_tag_get (BY_ID (fixture->project, id), LES_TAG_COLOR);
      g_assert_cmpstr (used[i], ==, les_tag_palette_color (i + 1));
    }
  /* One goes: its colour is free again. */
  perform (fixture->history, les_codebook_remove_tags (fixture->project,
                                                       (const char * const[]) { id_of (fixture, "new 3"), NULL }, FALSE));
  g_assert_cmpstr (les_codebook_get_free_color (fixture->project), ==, les_tag_palette_color (4));
}

/* Colours as people without one kind of receptor see them, after Machado,
 * Oliveira and Fernandes (2009), severity 1; their distance in CIELAB (1976). */
static const double receptors[4][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

static void
read_linear (const char *color, double *rgb)
{
  guint value = g_ascii_strtoull (color + 1, NULL, 16);

  for (int i = 0; i < 3; i++)
    {
      double c = ((value >> (16 - 8 * i)) & 0xFF) / 255.0;

      rgb[i] = c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
    }
}

static double
bend (double t)
{
  return t > 0.008856 ? cbrt (t) : 7.787 * t + 16.0 / 116;
}

static void
see (const char *color, int kind, double *lab)
{
  double rgb[3];
  double seen[3];
  double x, y, z;

  read_linear (color, rgb);
  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (receptors[kind][i][0] * rgb[0] + receptors[kind][i][1] * rgb[1] + receptors[kind][i][2] * rgb[2], 0, 1);
  x = bend ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  y = bend (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  z = bend ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static void
test_palette (void)
{
  guint n = les_tag_palette_get_n_colors ();

  for (guint i = 0; i < n; i++)
    {
      double rgb[3];

      g_assert_true (les_tag_color_is_valid (les_tag_palette_color (i)));
      read_linear (les_tag_palette_color (i), rgb);
      g_assert_cmpfloat (1.05 / (0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2] + 0.05), >=, 3);
    }
  for (int kind = 0; kind < 4; kind++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < i; j++)
        {
          double a[3];
          double b[3];

          see (les_tag_palette_color (i), kind, a);
          see (les_tag_palette_color (j), kind, b);
          g_assert_cmpfloat (sqrt (pow (a[0] - b[0], 2) + pow (a[1] - b[1], 2) + pow (a[2] - b[2], 2)), >=, 15);
        }
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/codebook/steps", test_steps);
  add ("/codebook/moves", test_moves);
  add ("/codebook/merge", test_merge);
  add ("/codebook/merge-keeps-words", test_merge_keeps_words);
  add ("/codebook/remove", test_remove);
  add ("/codebook/split", test_split);
  add ("/codebook/counts", test_counts);
  add ("/codebook/shortcuts", test_shortcuts);
  add ("/codebook/sets", test_sets);
  add ("/codebook/file", test_file);
  add ("/codebook/journal", test_journal);
  add ("/codebook/free-color", test_free_color);
  g_test_add_func ("/codebook/palette", test_palette);
  return g_test_run ();
}
