/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-counts.h"

/**
 * LesTagCounts:
 *
 * How many annotations carry each tag: in all, in each article, and with the
 * tags below it. A picture of one moment; it does not follow the project.
 */
struct _LesTagCounts
{
  GHashTable *tags;       /* id -> Count, both owned */
};

typedef struct
{
  guint n;
  guint n_below;
  gconstpointer last;     /* the annotation that was counted last in n_below */
  GHashTable *articles;   /* id -> number of annotations */
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_hash_table_unref (count->articles);
  g_free (count);
}

static Count *
get_count (LesTagCounts *self, const char *tag)
{
  Count *count = g_hash_table_lookup (self->tags, tag);

  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      count->articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->tags, g_strdup (tag), count);
    }
  return count;
}

/* An annotation that carries two tags of a branch counts once above both. */
static void
count_above (LesTagCounts *self, LesProject *project, LesAnnotation *annotation, const char *id)
{
  LesTag *tag = les_project_get_tag (project, id);
  guint n_left = les_project_get_n_records (project, LES_RECORD_TAG);

  for (; tag != NULL && n_left > 0; n_left--)
    {
      Count *count = get_count (self, les_record_get_id (LES_RECORD (tag)));

      if (count->last == annotation)
        return;
      count->last = annotation;
      count->n_below++;
      tag = les_project_get_tag (project, les_tag_get (tag, LES_TAG_PARENT));
    }
}

static void
count_annotation (LesTagCounts *self, LesProject *project, LesAnnotation *annotation)
{
  const char *article = les_annotation_get (annotation, LES_ANNOTATION_ARTICLE);

  for (const char * const *tag = les_annotation_get_tags (annotation); *tag != NULL; tag++)
    {
      Count *count = get_count (self, *tag);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (count->articles, article));

      count->n++;
      g_hash_table_replace (count->articles, g_strdup (article), GUINT_TO_POINTER (n + 1));
      count_above (self, project, annotation, *tag);
    }
}

/**
 * les_tag_counts_new:
 *
 * Cost: annotations times tags on each times depth of the tree.
 *
 * Returns: (transfer full): the counts of now
 */
LesTagCounts *
les_tag_counts_new (LesProject *project)
{
  LesTagCounts *self = g_new0 (LesTagCounts, 1);
  g_autoptr (GPtrArray) annotations = les_project_ref_records (project, LES_RECORD_ANNOTATION);

  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, count_free);
  for (guint i = 0; i < annotations->len; i++)
    count_annotation (self, project, annotations->pdata[i]);
  return self;
}

void
les_tag_counts_free (LesTagCounts *self)
{
  g_hash_table_unref (self->tags);
  g_free (self);
}

/** Returns: how many annotations carry the tag itself */
guint
les_tag_counts_get (LesTagCounts *self, const char *tag)
{
  Count *count = g_hash_table_lookup (self->tags, tag);

  return count != NULL ? count->n : 0;
}

/** Returns: how many annotations carry the tag or one below it, each counted once */
guint
les_tag_counts_get_below (LesTagCounts *self, const char *tag)
{
  Count *count = g_hash_table_lookup (self->tags, tag);

  return count != NULL ? count->n_below : 0;
}

/** @article: (nullable): id. Returns: how many annotations of that article carry the tag itself */
guint
les_tag_counts_get_in (LesTagCounts *self, const char *tag, const char *article)
{
  Count *count = g_hash_table_lookup (self->tags, tag);

  return count != NULL && article != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (count->articles, article)) : 0;
}

/** Returns: in how many articles the tag itself is used */
guint
les_tag_counts_get_n_articles (LesTagCounts *self, const char *tag)
{
  Count *count = g_hash_table_lookup (self->tags, tag);

  return count != NULL ? g_hash_table_size (count->articles) : 0;
}
