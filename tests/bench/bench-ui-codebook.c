/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "bench-data.h"
#include "les-codebook-edits.h"
#include "les-session.h"
#include "les-tag-tree.h"

/* The tree of tags: how long it takes to bring it up to date after a change, and
 * after a letter was typed into its search, as the annotations become more. */

#define TAGS 500u
#define TIMES 21
#define TAGS_IN_BRANCH 10

static void
add_tags (LesProject *project, guint n_tags)
{
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_OTHER);
  g_autoptr (LesChange) inverse = NULL;
  g_autofree char *above = NULL;

  for (guint i = 0; i < n_tags; i++)
    {
      g_autofree char *name = g_strdup_printf ("tag number %u", i);
      LesTag *tag = les_tag_new (NULL, name, les_tag_palette_color (i));

      if (i % TAGS_IN_BRANCH != 0)
        les_tag_set (tag, LES_TAG_PARENT, above);
      else
        {
          g_free (above);
          above = g_strdup (les_record_get_id (LES_RECORD (tag)));
        }
      les_change_put (change, tag);
    }
  inverse = les_project_apply (project, change);
}

static void
measure (LesProject *project, guint n_annotations)
{
  g_autoptr (LesSession) session = les_session_new (project);
  g_autoptr (LesTagTree) tree = les_tag_tree_new (session);
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);
  const char *id = les_record_get_id (tags->pdata[tags->len - 1]);
  g_autofree char *what = g_strdup_printf ("%u annotations", n_annotations);
  g_autofree char *filter = g_strdup_printf ("  a letter typed, %u", n_annotations);
  g_autofree char *merge = g_strdup_printf ("  merge preview, %u", n_annotations);
  BenchTimes fill = { NULL };
  BenchTimes search = { NULL };
  BenchTimes preview = { NULL };

  for (int i = 0; i < TIMES; i++)
    {
      bench_begin (&fill);
      les_tag_tree_fill (tree, "", i % 2 == 0 ? LES_TAG_SORT_OWN : LES_TAG_SORT_USES);
      bench_end (&fill);
      bench_begin (&search);
      les_tag_tree_fill (tree, i % 2 == 0 ? "4" : "49", LES_TAG_SORT_OWN);
      bench_end (&search);
      bench_begin (&preview);
      les_change_unref (les_codebook_merge_tags (project, (const char * const[]) { id, NULL },
                                                 les_record_get_id (tags->pdata[0])));
      bench_end (&preview);
    }
  bench_print_row (what, &fill, 0, NULL);
  bench_print_row (filter, &search, 0, NULL);
  bench_print_row (merge, &preview, 0, NULL);
  bench_clear (&fill);
  bench_clear (&search);
  bench_clear (&preview);
}

int
main (void)
{
  static const guint counts[] = { 200, 2000, 20000 };

  bench_print_title ("Tree of %u tags, median of %d", TAGS, TIMES);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (BenchData) data = bench_data_new (1);
      g_autoptr (LesProject) project = bench_data_make_project (data, 20, 6500, counts[i]);

      add_tags (project, TAGS);
      measure (project, counts[i]);
    }
  return 0;
}
