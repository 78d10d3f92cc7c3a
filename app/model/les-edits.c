/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-edits.h"

#include "les-codebook.h"

static LesAnnotation *
copy_annotation (LesProject *project, const char *id)
{
  LesAnnotation *annotation = les_project_get_annotation (project, id);

  return annotation != NULL ? les_annotation_copy_to_edit (annotation) : NULL;
}

/* A change of one record; empty when there is none, which performs nothing. */
static LesChange *
change_of (LesChangeTopic topic, gpointer record)
{
  LesChange *change = les_change_new (topic);

  if (record != NULL)
    les_change_put (change, record);
  return change;
}

static void
remove_links_of (LesProject *project, GHashTable *annotations, GHashTable *articles, LesChange *change)
{
  g_autoptr (GPtrArray) links = les_project_ref_records (project, LES_RECORD_LINK);

  for (guint i = 0; i < links->len; i++)
    {
      LesLink *link = g_ptr_array_index (links, i);
      const char *to = les_link_get (link, LES_LINK_TO);
      const char *missing_in = les_link_get (link, LES_LINK_MISSING_IN);

      if (g_hash_table_contains (annotations, les_link_get (link, LES_LINK_FROM))
          || (to != NULL && g_hash_table_contains (annotations, to))
          || (missing_in != NULL && g_hash_table_contains (articles, missing_in)))
        les_change_remove (change, LES_RECORD_LINK, les_record_get_id (LES_RECORD (link)));
    }
}

static void
remove_comparisons_of (LesProject *project, GHashTable *articles, LesChange *change)
{
  g_autoptr (GPtrArray) comparisons = les_project_ref_records (project, LES_RECORD_COMPARISON);

  for (guint i = 0; i < comparisons->len; i++)
    {
      LesComparison *comparison = g_ptr_array_index (comparisons, i);

      if (g_hash_table_contains (articles, les_comparison_get (comparison, LES_COMPARISON_LEFT))
          || g_hash_table_contains (articles, les_comparison_get (comparison, LES_COMPARISON_RIGHT)))
        les_change_remove (change, LES_RECORD_COMPARISON, les_record_get_id (LES_RECORD (comparison)));
    }
}

static void
collect_annotations (LesProject *project, const char *article, GHashTable *ids)
{
  g_autoptr (GPtrArray) annotations = les_project_ref_annotations_of (project, article);

  for (guint i = 0; i < annotations->len; i++)
    g_hash_table_add (ids, g_strdup (les_record_get_id (annotations->pdata[i])));
}

/* A version outlives the one it replaced. */
static void
forget_older_versions (LesProject *project, GHashTable *articles, LesChange *change)
{
  g_autoptr (GPtrArray) all = les_project_ref_records (project, LES_RECORD_ARTICLE);

  for (guint i = 0; i < all->len; i++)
    {
      const char *older = les_article_get (all->pdata[i], LES_ARTICLE_VERSION_OF);
      LesArticle *copy;

      if (older == NULL || !g_hash_table_contains (articles, older)
          || g_hash_table_contains (articles, les_record_get_id (all->pdata[i])))
        continue;
      copy = les_record_copy (all->pdata[i]);
      les_article_set (copy, LES_ARTICLE_VERSION_OF, NULL);
      les_change_put (change, copy);
    }
}

/** Returns: (transfer full): adds articles at the end. @articles: (element-type LesArticle) */
LesChange *
les_edits_add_articles (LesProject *project, GPtrArray *articles)
{
  LesChange *change = les_change_new (LES_CHANGE_ADD_ARTICLES);

  for (guint i = 0; i < articles->len; i++)
    les_change_put (change, g_object_ref (g_ptr_array_index (articles, i)));
  return change;
}

/**
 * les_edits_remove_articles:
 *
 * Returns: (transfer full): removes the articles with their annotations, the
 *   links of these and the comparisons they take part in
 */
LesChange *
les_edits_remove_articles (LesProject *project, const char * const *ids)
{
  LesChange *change = les_change_new (LES_CHANGE_REMOVE_ARTICLES);
  g_autoptr (GHashTable) articles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) annotations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_hash_table_add (articles, (gpointer) ids[i]))
      collect_annotations (project, ids[i], annotations);

  remove_links_of (project, annotations, articles, change);
  remove_comparisons_of (project, articles, change);
  g_hash_table_iter_init (&iter, annotations);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    les_change_remove (change, LES_RECORD_ANNOTATION, id);
  for (guint i = 0; ids[i] != NULL; i++)
    les_change_remove (change, LES_RECORD_ARTICLE, ids[i]);
  forget_older_versions (project, articles, change);
  return change;
}

/** Returns: (transfer full): puts @article in place of the one with its id. @article: (transfer none) */
LesChange *
les_edits_replace_article (LesArticle *article)
{
  return change_of (LES_CHANGE_EDIT_ARTICLE, g_object_ref (article));
}

static LesChange *
set_blocks (LesArticle *article, GArray *blocks)
{
  LesArticle *copy = les_record_copy (article);

  les_article_set_blocks (copy, blocks);
  return change_of (LES_CHANGE_EDIT_BLOCKS, copy);
}

/**
 * les_edits_set_block_role:
 * @passage: Unicode characters; when empty, the block there is meant
 * @role: what the user says that it is
 *
 * The blocks of the article are named from then on, not computed.
 *
 * Returns: (transfer full): a change
 */
LesChange *
les_edits_set_block_role (LesArticle *article, LesTextRange passage, LesBlockRole role)
{
  guint n_blocks;
  const LesBlock *blocks = les_document_get_blocks (les_article_get_document (article), &n_blocks);
  g_autoptr (GArray) assigned = les_blocks_assign (blocks, n_blocks, les_article_get_text (article), passage, role);

  return set_blocks (article, assigned);
}

/** Returns: (transfer full): has the blocks of the article computed again */
LesChange *
les_edits_recognise_blocks (LesArticle *article)
{
  return set_blocks (article, NULL);
}

/** Returns: (transfer full): names the project. @title: (nullable) */
LesChange *
les_edits_set_title (LesProject *project, const char *title)
{
  LesRecord *copy = les_record_copy (les_project_get_info (project));

  les_record_set_string (copy, LES_PROJECT_INFO_TITLE, title);
  return change_of (LES_CHANGE_EDIT_PROJECT, copy);
}

/**
 * les_edits_add_annotation:
 * @range: Unicode characters; must not be empty
 * @tags: (nullable): ids
 * @note: (nullable):
 * @author: (nullable):
 * @out_id: (out) (optional): the id of the new annotation
 *
 * Returns: (transfer full): marks a passage
 */
LesChange *
les_edits_add_annotation (LesProject         *project,
                          const char         *article,
                          LesTextRange        range,
                          const char * const *tags,
                          const char         *note,
                          const char         *author,
                          char              **out_id)
{
  LesArticle *owner = les_project_get_article (project, article);
  LesAnnotation *annotation;
  g_autofree char *now = les_record_dup_now ();

  g_return_val_if_fail (owner != NULL && !les_text_range_is_empty (range), NULL);

  annotation = les_annotation_new (NULL, article, range);
  les_annotation_anchor (annotation, les_article_get_text (owner));
  les_annotation_set_tags (annotation, tags);
  les_annotation_set (annotation, LES_ANNOTATION_NOTE, note);
  les_annotation_set (annotation, LES_ANNOTATION_AUTHOR, author);
  les_annotation_set (annotation, LES_ANNOTATION_CREATED, now);
  les_annotation_set (annotation, LES_ANNOTATION_MODIFIED, now);
  if (out_id != NULL)
    *out_id = g_strdup (les_record_get_id (LES_RECORD (annotation)));
  return change_of (LES_CHANGE_ADD_ANNOTATION, annotation);
}

/** Returns: (transfer full): removes annotations with the links that hang on them */
LesChange *
les_edits_remove_annotations (LesProject *project, const char * const *ids)
{
  LesChange *change = les_change_new (LES_CHANGE_REMOVE_ANNOTATION);
  g_autoptr (GHashTable) annotations = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) no_articles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (annotations, (gpointer) ids[i]);
  remove_links_of (project, annotations, no_articles, change);
  for (guint i = 0; ids[i] != NULL; i++)
    les_change_remove (change, LES_RECORD_ANNOTATION, ids[i]);
  return change;
}

/** Returns: (transfer full): gives an annotation these tags. @tags: (nullable): ids */
LesChange *
les_edits_set_annotation_tags (LesProject *project, const char *id, const char * const *tags)
{
  LesAnnotation *copy = copy_annotation (project, id);

  if (copy != NULL)
    les_annotation_set_tags (copy, tags);
  return change_of (LES_CHANGE_EDIT_TAGS, copy);
}

/** Returns: (transfer full): sets one string of an annotation. @value: (nullable) */
LesChange *
les_edits_set_annotation_field (LesProject         *project,
                                const char         *id,
                                LesAnnotationField  field,
                                const char         *value)
{
  LesAnnotation *copy = copy_annotation (project, id);

  if (copy != NULL)
    les_annotation_set (copy, field, value);
  return change_of (field == LES_ANNOTATION_NOTE ? LES_CHANGE_EDIT_NOTE : LES_CHANGE_EDIT_SPEAKER, copy);
}

/**
 * les_edits_set_annotation_range:
 * @range: Unicode characters, not empty
 *
 * Returns: (transfer full): moves the bounds; what an edit of the text left
 *   open about them is settled
 */
LesChange *
les_edits_set_annotation_range (LesProject *project, const char *id, LesTextRange range)
{
  LesAnnotation *copy = copy_annotation (project, id);
  LesArticle *article;

  g_return_val_if_fail (!les_text_range_is_empty (range), NULL);

  if (copy != NULL)
    {
      article = les_project_get_article (project, les_annotation_get (copy, LES_ANNOTATION_ARTICLE));
      les_annotation_set_range (copy, range);
      les_annotation_anchor (copy, les_article_get_text (article));
      les_annotation_set_review (copy, LES_REVIEW_NONE, NULL);
    }
  return change_of (LES_CHANGE_MOVE_BOUNDS, copy);
}

/**
 * les_edits_add_tag:
 * @name: what was typed; cleaned here. Must not be blank.
 * @parent: (nullable): id of the tag above
 * @out_id: (out) (optional): the id of the new tag
 *
 * Returns: (transfer full): a new tag in the next free colour of the palette
 */
LesChange *
les_edits_add_tag (LesProject *project, const char *name, const char *parent, char **out_id)
{
  g_autofree char *clean = les_tag_name_dup_clean (name);
  LesTag *tag;

  g_return_val_if_fail (clean != NULL, NULL);

  tag = les_tag_new (NULL, clean, les_codebook_get_free_color (project));
  les_tag_set (tag, LES_TAG_PARENT, parent);
  if (out_id != NULL)
    *out_id = g_strdup (les_record_get_id (LES_RECORD (tag)));
  return change_of (LES_CHANGE_ADD_TAG, tag);
}

/** Returns: (transfer full): keeps a comparison. @out_id: (out) (optional) */
LesChange *
les_edits_add_comparison (LesProject *project, const char *left, const char *right, char **out_id)
{
  LesComparison *comparison = les_comparison_new (NULL, left, right);

  if (out_id != NULL)
    *out_id = g_strdup (les_record_get_id (LES_RECORD (comparison)));
  return change_of (LES_CHANGE_ADD_COMPARISON, comparison);
}

/** Returns: (transfer full): removes a comparison, with what was rejected and noted in it */
LesChange *
les_edits_remove_comparison (LesProject *project, const char *id)
{
  LesChange *change = les_change_new (LES_CHANGE_REMOVE_COMPARISON);

  les_change_remove (change, LES_RECORD_COMPARISON, id);
  return change;
}

/**
 * les_edits_set_rejected:
 * @rejected: TRUE to reject the match for good, FALSE to take that back
 *
 * Returns: (transfer full): keeps the decision in the comparison of these two
 *   articles, whichever way round it is kept; it is made if there is none
 */
LesChange *
les_edits_set_rejected (LesProject   *project,
                        const char   *left,
                        const char   *right,
                        LesRejection  rejection,
                        gboolean      rejected)
{
  LesComparison *comparison = les_project_find_comparison (project, left, right);
  LesComparison *copy = comparison != NULL ? les_record_copy (comparison)
                                           : les_comparison_new (NULL, left, right);

  if (les_comparison_is_mirrored (copy, left))
    rejection = les_rejection_mirror (rejection);
  if (rejected)
    les_comparison_reject (copy, rejection);
  else
    les_comparison_restore (copy, rejection);
  return change_of (LES_CHANGE_REJECT_MATCH, copy);
}
