/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotation-words.h"

#include <glib/gi18n.h>

/* @stamp: (nullable): RFC 3339. Returns: (nullable): as people here read it */
static char *
dup_moment (const char *stamp)
{
  g_autoptr (GDateTime) utc = stamp != NULL ? g_date_time_new_from_iso8601 (stamp, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: day, month, year and time for g_date_time_format(): "3 Mar 2025, 14:05" */
  return local != NULL ? g_date_time_format (local, _("%-d %b %Y, %H:%M")) : NULL;
}

/** Returns: (transfer full) (nullable): a star for each step of importance, NULL for none */
char *
les_annotation_words_dup_stars (LesAnnotation *annotation)
{
  static const char * const stars[] = { NULL, "★", "★★", "★★★" };

  G_STATIC_ASSERT (G_N_ELEMENTS (stars) == LES_MAX_IMPORTANCE + 1);
  return g_strdup (stars[les_annotation_get_importance (annotation)]);
}

/** Returns: (transfer full): who made the annotation and when, and when it was changed; as far as that is known */
char *
les_annotation_words_dup_origin (LesAnnotation *annotation)
{
  const char *author = les_annotation_get (annotation, LES_ANNOTATION_AUTHOR);
  g_autofree char *created = dup_moment (les_annotation_get (annotation, LES_ANNOTATION_CREATED));
  g_autofree char *modified = dup_moment (les_annotation_get (annotation, LES_ANNOTATION_MODIFIED));
  g_autofree char *changed = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (author != NULL)
    g_ptr_array_add (parts, (char *) author);
  if (created != NULL)
    g_ptr_array_add (parts, created);
  if (modified != NULL && g_strcmp0 (created, modified) != 0)
    {
      /* Translators: when an annotation was changed last: "changed 3 Mar 2025, 14:05" */
      changed = g_strdup_printf (_("changed %s"), modified);
      g_ptr_array_add (parts, changed);
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
