/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-split.h"

#include <string.h>

#include "les-codebook.h"

typedef struct
{
  LesProject *project;
  LesTag *tag;
  const LesTagSplit *split;
  LesChange *change;
  GHashTable *targets;      /* key of the part -> id of the tag it goes to; both owned */
  guint n_new;
  guint colors[LES_CODEBOOK_MAX_COLORS];
} Splitting;

static void
part_free (gpointer data)
{
  LesSplitPart *part = data;

  g_free (part->key);
  g_free (part->label);
  g_free (part);
}

static void
count_part (GPtrArray *parts, GHashTable *index, const char *key, char *label)
{
  LesSplitPart *part = g_hash_table_lookup (index, key);

  if (part == NULL)
    {
      part = g_new0 (LesSplitPart, 1);
      part->key = g_strdup (key);
      part->label = g_strdup (label);
      g_ptr_array_add (parts, part);
      g_hash_table_insert (index, part->key, part);
    }
  part->n_annotations++;
  g_free (label);
}

/* The parts that an annotation belongs to: one, or one for each other tag. */
static char **
dup_keys (LesProject *project, LesAnnotation *annotation, const char *tag, LesSplitBy by)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  const char *article = les_annotation_get (annotation, LES_ANNOTATION_ARTICLE);
  const char *value = NULL;

  if (by == LES_SPLIT_BY_TAG)
    {
      for (const char * const *other = les_annotation_get_tags (annotation); *other != NULL; other++)
        if (strcmp (*other, tag) != 0)
          g_strv_builder_add (keys, *other);
      return g_strv_builder_end (keys);
    }
  if (by == LES_SPLIT_BY_ARTICLE)
    value = article;
  else if (by == LES_SPLIT_BY_OUTLET && les_project_get_article (project, article) != NULL)
    value = les_article_get (les_project_get_article (project, article), LES_ARTICLE_OUTLET);
  else if (by == LES_SPLIT_BY_SPEAKER)
    value = les_annotation_get (annotation, LES_ANNOTATION_SPEAKER);
  g_strv_builder_add (keys, value != NULL ? value : "");
  return g_strv_builder_end (keys);
}

static char *
dup_label (LesProject *project, const char *key, LesSplitBy by)
{
  if (by == LES_SPLIT_BY_ARTICLE && les_project_get_article (project, key) != NULL)
    return les_article_dup_heading (les_project_get_article (project, key));
  if (by == LES_SPLIT_BY_TAG && les_project_get_tag (project, key) != NULL)
    return g_strdup (les_tag_get (les_project_get_tag (project, key), LES_TAG_NAME));
  return *key == '\0' ? NULL : g_strdup (key);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const LesSplitPart *first = *(const LesSplitPart * const *) a;
  const LesSplitPart *second = *(const LesSplitPart * const *) b;

  if (first->label == NULL || second->label == NULL)
    return (first->label == NULL) - (second->label == NULL);
  return g_utf8_collate (first->label, second->label);
}

static GPtrArray *
ref_carriers (LesProject *project, const char *tag)
{
  g_autoptr (GPtrArray) annotations = les_project_ref_records (project, LES_RECORD_ANNOTATION);
  GPtrArray *carriers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < annotations->len; i++)
    if (les_annotation_has_tag (annotations->pdata[i], tag))
      g_ptr_array_add (carriers, g_object_ref (annotations->pdata[i]));
  return carriers;
}

/**
 * les_tag_split_list_parts:
 * @tag: id
 *
 * Returns: (transfer full) (element-type LesSplitPart): the parts that the
 *   annotations of the tag fall into, by name; none for words
 */
GPtrArray *
les_tag_split_list_parts (LesProject *project, const char *tag, LesSplitBy by)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) carriers = ref_carriers (project, tag);

  if (by == LES_SPLIT_BY_WORDS)
    return parts;
  for (guint i = 0; i < carriers->len; i++)
    {
      g_auto (GStrv) keys = dup_keys (project, carriers->pdata[i], tag, by);

      for (char **key = keys; *key != NULL; key++)
        count_part (parts, index, *key, dup_label (project, *key, by));
    }
  g_ptr_array_sort (parts, compare_parts);
  return parts;
}

static gboolean
has_words (LesAnnotation *annotation, const char *words)
{
  g_autofree char *key = les_tag_name_dup_key (words);
  const LesAnnotationField fields[] = { LES_ANNOTATION_EXACT, LES_ANNOTATION_NOTE };

  for (guint i = 0; *key != '\0' && i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = les_annotation_get (annotation, fields[i]);
      g_autofree char *folded = value != NULL ? les_tag_name_dup_key (value) : NULL;

      if (folded != NULL && strstr (folded, key) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const char *
get_parent (Splitting *self)
{
  return self->split->below ? les_record_get_id (LES_RECORD (self->tag)) : les_tag_get (self->tag, LES_TAG_PARENT);
}

static guint
find_place (LesProject *project, LesTag *tag)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);
  guint place = 0;

  g_ptr_array_find (tags, tag, &place);
  return place;
}

static char *
add_tag (Splitting *self, const char *name)
{
  LesTag *tag = les_tag_new (NULL, name, les_codebook_take_color (self->colors));

  les_tag_set (tag, LES_TAG_PARENT, get_parent (self));
  les_change_put_at (self->change, tag, find_place (self->project, self->tag) + ++self->n_new);
  return g_strdup (les_record_get_id (LES_RECORD (tag)));
}

/* A tag of that name is used when there is one; NULL when it is the old tag itself. */
static const char *
get_target (Splitting *self, const char *key)
{
  g_autofree char *label = self->split->name == NULL ? dup_label (self->project, key, self->split->by) : NULL;
  g_autofree char *name = NULL;
  const char *lookup = self->split->name != NULL ? "" : key;
  LesTag *there;

  if (g_hash_table_contains (self->targets, lookup))
    return g_hash_table_lookup (self->targets, lookup);
  if (self->split->name == NULL && label == NULL)
    return NULL;
  name = les_tag_name_dup_clean (self->split->name != NULL ? self->split->name : label);
  if (name == NULL)
    return NULL;
  there = les_codebook_find_named (self->project, name, get_parent (self), NULL);
  g_hash_table_insert (self->targets, g_strdup (lookup),
                       there == self->tag ? NULL
                       : there != NULL ? g_strdup (les_record_get_id (LES_RECORD (there))) : add_tag (self, name));
  return g_hash_table_lookup (self->targets, lookup);
}

static GPtrArray *
list_targets (Splitting *self, LesAnnotation *annotation)
{
  const LesTagSplit *split = self->split;
  const char *tag = les_record_get_id (LES_RECORD (self->tag));
  g_auto (GStrv) keys = split->by == LES_SPLIT_BY_WORDS ? NULL : dup_keys (self->project, annotation, tag, split->by);
  GPtrArray *targets = g_ptr_array_new ();
  const char *target;

  if (split->by == LES_SPLIT_BY_WORDS && split->words != NULL && has_words (annotation, split->words))
    {
      target = get_target (self, "");
      if (target != NULL)
        g_ptr_array_add (targets, (gpointer) target);
    }
  for (char **key = keys; key != NULL && *key != NULL; key++)
    {
      target = split->keys != NULL && g_strv_contains (split->keys, *key) ? get_target (self, *key) : NULL;
      if (target != NULL && !g_ptr_array_find (targets, target, NULL))
        g_ptr_array_add (targets, (gpointer) target);
    }
  return targets;
}

static void
add_unique (GPtrArray *tags, const char *tag)
{
  if (!g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
    g_ptr_array_add (tags, (gpointer) tag);
}

static void
retag (Splitting *self, LesAnnotation *annotation, GPtrArray *targets)
{
  const char *id = les_record_get_id (LES_RECORD (self->tag));
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  LesAnnotation *copy = les_record_copy (annotation);

  for (const char * const *tag = les_annotation_get_tags (annotation); *tag != NULL; tag++)
    {
      if (strcmp (*tag, id) != 0 || self->split->keep)
        add_unique (tags, *tag);
      for (guint i = 0; strcmp (*tag, id) == 0 && i < targets->len; i++)
        add_unique (tags, targets->pdata[i]);
    }
  g_ptr_array_add (tags, NULL);
  les_annotation_set_tags (copy, (const char * const *) tags->pdata);
  les_change_put (self->change, copy);
}

/**
 * les_tag_split_perform:
 * @tag: id
 *
 * Where a tag of the wanted name stands already in the place of the new one,
 * the annotations get that one.
 *
 * Returns: (transfer full): the change, for les_history_perform(); empty when
 *   no annotation is in the parts
 */
LesChange *
les_tag_split_perform (LesProject *project, const char *tag, const LesTagSplit *split)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) carriers = ref_carriers (project, tag);
  Splitting self = { project, les_project_get_tag (project, tag), split, les_change_new (LES_CHANGE_SPLIT_TAG),
                     targets, 0, { 0 } };

  les_codebook_count_colors (project, self.colors);
  for (guint i = 0; self.tag != NULL && i < carriers->len; i++)
    {
      g_autoptr (GPtrArray) goals = list_targets (&self, carriers->pdata[i]);

      if (goals->len > 0)
        retag (&self, carriers->pdata[i], goals);
    }
  return self.change;
}
