/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-data.h"

#include "les-codebook.h"

/**
 * les_export_dup_tag_names:
 * @whole_paths: "War > Truce" instead of "Truce"
 *
 * Returns: (transfer full): the tags of @annotation, joined by "; "
 */
char *
les_export_dup_tag_names (LesProject *project, LesAnnotation *annotation, gboolean whole_paths)
{
  const char * const *ids = les_annotation_get_tags (annotation);
  GString *names = g_string_new (NULL);

  for (int i = 0; ids[i] != NULL; i++)
    {
      LesTag *tag = les_project_get_tag (project, ids[i]);
      g_autofree char *path = NULL;

      if (tag == NULL)
        continue;
      if (names->len > 0)
        g_string_append (names, "; ");
      path = les_codebook_dup_path (project, tag, " > ");
      g_string_append (names, whole_paths ? path : les_tag_get (tag, LES_TAG_NAME));
    }
  return g_string_free (names, FALSE);
}

static int
compare_paths (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GHashTable *keys = user_data;
  const char *left = g_hash_table_lookup (keys, *(gpointer *) a);
  const char *right = g_hash_table_lookup (keys, *(gpointer *) b);

  return g_strcmp0 (left, right);
}

/** Returns: (transfer full) (element-type LesTag): every tag, in the order of the tree */
GPtrArray *
les_export_list_tags (LesProject *project)
{
  GPtrArray *tags = les_project_ref_records (project, LES_RECORD_TAG);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < tags->len; i++)
    {
      g_autofree char *path = les_codebook_dup_path (project, tags->pdata[i], "\n");

      g_hash_table_insert (keys, tags->pdata[i], g_utf8_collate_key (path, -1));
    }
  g_ptr_array_sort_with_data (tags, compare_paths, keys);
  return tags;
}

/** Returns: (transfer full): id of an annotation -> GPtrArray of the links that start there */
GHashTable *
les_export_index_links (LesProject *project)
{
  g_autoptr (GPtrArray) links = les_project_ref_records (project, LES_RECORD_LINK);
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < links->len; i++)
    {
      const char *from = les_link_get (links->pdata[i], LES_LINK_FROM);
      GPtrArray *of = g_hash_table_lookup (index, from);

      if (of == NULL)
        {
          of = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (index, g_strdup (from), of);
        }
      g_ptr_array_add (of, g_object_ref (links->pdata[i]));
    }
  return index;
}

/** Returns: (transfer full): outlet, agency, author, place and date on one line, as far as known */
char *
les_export_dup_details (LesArticle *article)
{
  const LesArticleField fields[] = {
    LES_ARTICLE_OUTLET, LES_ARTICLE_AGENCY, LES_ARTICLE_AUTHOR, LES_ARTICLE_PLACE, LES_ARTICLE_DATE,
  };
  GString *details = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = les_article_get (article, fields[i]);

      if (value == NULL)
        continue;
      if (details->len > 0)
        g_string_append (details, " · ");
      g_string_append (details, value);
    }
  return g_string_free (details, FALSE);
}
