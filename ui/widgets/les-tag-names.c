/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-names.h"

#include <glib/gi18n.h>

#include "les-codebook.h"

/**
 * les_tag_dup_path:
 *
 * Returns: (transfer full): the names from the root of the codebook to @tag,
 *   parted by " / "
 */
char *
les_tag_dup_path (LesProject *project, LesTag *tag)
{
  return les_codebook_dup_path (project, tag, " / ");
}

/**
 * les_tag_dup_key:
 *
 * What is compared when somebody looks for @words: without case, accents
 * composed.
 *
 * Returns: (transfer full): empty when @words is not valid UTF-8
 */
char *
les_tag_dup_key (const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  char *key = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);

  return key != NULL ? key : g_strdup ("");
}

static void
count_annotation (GHashTable *uses, LesAnnotation *annotation)
{
  const char * const *tags = les_annotation_get_tags (annotation);

  for (; *tags != NULL; tags++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (uses, *tags));

      if (n == 0)
        g_hash_table_insert (uses, g_strdup (*tags), GUINT_TO_POINTER (1));
      else
        g_hash_table_replace (uses, g_strdup (*tags), GUINT_TO_POINTER (n + 1));
    }
}

/** Returns: (transfer full): id of a tag -> number of annotations that carry it */
GHashTable *
les_tag_count_uses (LesProject *project)
{
  GHashTable *uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) annotations = les_project_ref_records (project, LES_RECORD_ANNOTATION);

  for (guint i = 0; i < annotations->len; i++)
    count_annotation (uses, g_ptr_array_index (annotations, i));
  return uses;
}

guint
les_tag_get_n_uses (GHashTable *uses, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (uses, id));
}

/** Returns: (transfer none): what the @index-th colour of the palette is called, for those who do not see it */
const char *
les_tag_color_get_name (guint index)
{
  static const char * const names[] = {
    N_("Blue"), N_("Orange"), N_("Green"), N_("Pink"), N_("Ochre"),
    N_("Light Blue"), N_("Violet"), N_("Brown"), N_("Gray"), N_("Red"),
  };

  return index < G_N_ELEMENTS (names) ? _(names[index]) : _("Own Color");
}

/** Returns: what stands in the place of its tags for an annotation that has none */
const char *
les_tag_get_words_for_none (LesAnnotation *annotation)
{
  return les_annotation_get (annotation, LES_ANNOTATION_NOTE) != NULL ? _("Note without tag") : _("Without tag");
}
