/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-recent-tags.h"

#include <string.h>

#define N_TAGS 9

struct _LesRecentTags
{
  GPtrArray *ids;               /* of char, newest first, ended by NULL */
};

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  LesAnnotation *first = *(LesAnnotation * const *) a;
  LesAnnotation *second = *(LesAnnotation * const *) b;

  return g_strcmp0 (les_annotation_get (second, LES_ANNOTATION_MODIFIED),
                    les_annotation_get (first, LES_ANNOTATION_MODIFIED));
}

static void
recall (LesRecentTags *self, LesProject *project)
{
  g_autoptr (GPtrArray) annotations = les_project_ref_records (project, LES_RECORD_ANNOTATION);

  g_ptr_array_sort (annotations, compare_newest);
  for (guint i = 0; i < annotations->len; i++)
    for (const char * const *tag = les_annotation_get_tags (annotations->pdata[i]); *tag != NULL; tag++)
      {
        if (self->ids->len > N_TAGS)
          return;
        if (les_project_get_tag (project, *tag) != NULL && !g_strv_contains (les_recent_tags_get (self), *tag))
          g_ptr_array_insert (self->ids, self->ids->len - 1, g_strdup (*tag));
      }
}

/** Returns: (transfer full): to start with, the tags of those annotations of @project that were changed last */
LesRecentTags *
les_recent_tags_new (LesProject *project)
{
  LesRecentTags *self = g_new0 (LesRecentTags, 1);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->ids, NULL);
  recall (self, project);
  return self;
}

void
les_recent_tags_free (LesRecentTags *self)
{
  g_ptr_array_unref (self->ids);
  g_free (self);
}

/** Returns: (transfer none): ids, ended by NULL; until the next call that changes them */
const char * const *
les_recent_tags_get (LesRecentTags *self)
{
  return (const char * const *) self->ids->pdata;
}

/** @tag: id of the tag that was just used. Returns: whether anything changed by that */
gboolean
les_recent_tags_note (LesRecentTags *self, const char *tag)
{
  if (g_strcmp0 (self->ids->pdata[0], tag) == 0)
    return FALSE;
  les_recent_tags_forget (self, tag);
  g_ptr_array_insert (self->ids, 0, g_strdup (tag));
  if (self->ids->len > N_TAGS + 1)
    g_ptr_array_remove_index (self->ids, N_TAGS);
  return TRUE;
}

/** @tag: id. Returns: whether it was among them */
gboolean
les_recent_tags_forget (LesRecentTags *self, const char *tag)
{
  for (guint i = 0; i + 1 < self->ids->len; i++)
    if (strcmp (self->ids->pdata[i], tag) == 0)
      {
        g_ptr_array_remove_index (self->ids, i);
        return TRUE;
      }
  return FALSE;
}
