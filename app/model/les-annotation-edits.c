/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotation-edits.h"

#include "les-words.h"

static LesText *
get_text (LesProject *project, LesAnnotation *annotation)
{
  return les_article_get_text (les_project_get_article (project,
                                                        les_annotation_get (annotation, LES_ANNOTATION_ARTICLE)));
}

static void
place (LesAnnotation *annotation, LesText *text, LesTextRange range)
{
  les_annotation_set_range (annotation, range);
  les_annotation_anchor (annotation, text);
}

/**
 * les_annotation_edits_set_importance:
 * @importance: 1 to %LES_MAX_IMPORTANCE, 0 to say nothing
 *
 * Returns: (transfer full): empty when there is no annotation @id
 */
LesChange *
les_annotation_edits_set_importance (LesProject *project, const char *id, guint importance)
{
  LesChange *change = les_change_new (LES_CHANGE_EDIT_IMPORTANCE);
  LesAnnotation *annotation = les_project_get_annotation (project, id);
  LesAnnotation *copy;

  if (annotation == NULL)
    return change;
  copy = les_annotation_copy_to_edit (annotation);
  les_annotation_set_importance (copy, importance);
  les_change_put (change, copy);
  return change;
}

/* Everything that is said of the passage, but not the note: that would stand there twice. */
static LesAnnotation *
make_second_half (LesAnnotation *annotation, LesText *text, LesTextRange range)
{
  static const LesAnnotationField kept[] = {
    LES_ANNOTATION_SPEAKER, LES_ANNOTATION_SPEECH, LES_ANNOTATION_RELAY, LES_ANNOTATION_AUTHOR,
    LES_ANNOTATION_CREATED, LES_ANNOTATION_MODIFIED,
  };
  LesAnnotation *half = les_annotation_new (NULL, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE), range);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    les_annotation_set (half, kept[i], les_annotation_get (annotation, kept[i]));
  les_annotation_set_tags (half, les_annotation_get_tags (annotation));
  les_annotation_set_importance (half, les_annotation_get_importance (annotation));
  place (half, text, range);
  return half;
}

/**
 * les_annotation_edits_split:
 * @offset: where the second half begins; no grapheme is cut
 * @out_id: (out) (optional): id of the second half; NULL when nothing is split
 *
 * The first half stays the annotation it was, with note and links; the second
 * has the same tags, importance and speaker. Blanks at the cut belong to
 * neither.
 *
 * Returns: (transfer full): empty when a half would hold nothing
 */
LesChange *
les_annotation_edits_split (LesProject *project, const char *id, int offset, char **out_id)
{
  LesChange *change = les_change_new (LES_CHANGE_SPLIT_ANNOTATION);
  LesAnnotation *annotation = les_project_get_annotation (project, id);
  LesAnnotation *first;
  LesAnnotation *second;
  LesTextRange range;
  LesTextRange halves[2];
  LesText *text;

  if (out_id != NULL)
    *out_id = NULL;
  range = annotation != NULL ? les_annotation_get_range (annotation) : LES_TEXT_RANGE (0, 0);
  if (offset <= range.start || offset >= range.end)
    return change;

  text = get_text (project, annotation);
  offset = les_words_snap_graphemes (text, LES_TEXT_RANGE (offset, offset)).start;
  halves[0] = les_text_trim (text, LES_TEXT_RANGE (range.start, offset));
  halves[1] = les_text_trim (text, LES_TEXT_RANGE (offset, range.end));
  if (les_text_range_is_empty (halves[0]) || les_text_range_is_empty (halves[1]))
    return change;

  first = les_annotation_copy_to_edit (annotation);
  place (first, text, halves[0]);
  second = make_second_half (first, text, halves[1]);
  if (out_id != NULL)
    *out_id = g_strdup (les_record_get_id (LES_RECORD (second)));
  les_change_put (change, first);
  les_change_put (change, second);
  return change;
}

static void
join_tags (LesAnnotation *joined, LesAnnotation *other)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;

  g_strv_builder_addv (builder, (const char **) les_annotation_get_tags (joined));
  for (const char * const *tag = les_annotation_get_tags (other); *tag != NULL; tag++)
    if (!les_annotation_has_tag (joined, *tag))
      g_strv_builder_add (builder, *tag);
  tags = g_strv_builder_end (builder);
  les_annotation_set_tags (joined, (const char * const *) tags);
}

static void
join_notes (LesAnnotation *joined, LesAnnotation *other)
{
  const char *first = les_annotation_get (joined, LES_ANNOTATION_NOTE);
  const char *second = les_annotation_get (other, LES_ANNOTATION_NOTE);
  g_autofree char *both = NULL;

  if (second == NULL || g_strcmp0 (first, second) == 0)
    return;
  both = first != NULL ? g_strdup_printf ("%s\n\n%s", first, second) : g_strdup (second);
  les_annotation_set (joined, LES_ANNOTATION_NOTE, both);
}

static void
fill_gaps (LesAnnotation *joined, LesAnnotation *other)
{
  static const LesAnnotationField fields[] = { LES_ANNOTATION_SPEAKER, LES_ANNOTATION_SPEECH, LES_ANNOTATION_RELAY };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (les_annotation_get (joined, fields[i]) == NULL)
      les_annotation_set (joined, fields[i], les_annotation_get (other, fields[i]));
  les_annotation_set_importance (joined, MAX (les_annotation_get_importance (joined),
                                              les_annotation_get_importance (other)));
}

static gboolean
says_the_same (LesLink *a, LesLink *b)
{
  static const LesLinkField fields[] = { LES_LINK_RELATION, LES_LINK_FROM, LES_LINK_TO, LES_LINK_MISSING_IN,
                                         LES_LINK_NOTE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (les_link_get (a, fields[i]), les_link_get (b, fields[i])) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_said_already (GPtrArray *links, LesLink *moved)
{
  for (guint i = 0; i < links->len; i++)
    if (g_strcmp0 (les_record_get_id (links->pdata[i]), les_record_get_id (LES_RECORD (moved))) != 0
        && says_the_same (links->pdata[i], moved))
      return TRUE;
  return FALSE;
}

/* A link between the two would lead from the joined one to itself; one that
 * says what another says already is not needed twice. */
static void
move_link (LesChange *change, GPtrArray *links, LesLink *link, const char *id, const char *other)
{
  LesLink *moved = les_record_copy (link);

  if (g_strcmp0 (les_link_get (link, LES_LINK_FROM), other) == 0)
    les_link_set (moved, LES_LINK_FROM, id);
  if (g_strcmp0 (les_link_get (link, LES_LINK_TO), other) == 0)
    les_link_set (moved, LES_LINK_TO, id);
  if (g_strcmp0 (les_link_get (moved, LES_LINK_FROM), les_link_get (moved, LES_LINK_TO)) == 0
      || is_said_already (links, moved))
    {
      les_change_remove (change, LES_RECORD_LINK, les_record_get_id (LES_RECORD (link)));
      g_object_unref (moved);
      return;
    }
  les_change_put (change, moved);
}

static void
move_links (LesProject *project, LesChange *change, const char *id, const char *other)
{
  g_autoptr (GPtrArray) links = les_project_ref_records (project, LES_RECORD_LINK);

  for (guint i = 0; i < links->len; i++)
    {
      LesLink *link = g_ptr_array_index (links, i);

      if (g_strcmp0 (les_link_get (link, LES_LINK_FROM), other) == 0
          || g_strcmp0 (les_link_get (link, LES_LINK_TO), other) == 0)
        move_link (change, links, link, id, other);
    }
}

/**
 * les_annotation_edits_join:
 * @id: stays
 * @other: goes; of the same article
 *
 * The joined annotation reaches from the first to the last character of both,
 * has the tags of both, both notes, the higher importance, and the links of
 * both.
 *
 * Returns: (transfer full): empty when they are not two annotations of one article
 */
LesChange *
les_annotation_edits_join (LesProject *project, const char *id, const char *other)
{
  LesChange *change = les_change_new (LES_CHANGE_JOIN_ANNOTATIONS);
  LesAnnotation *first = les_project_get_annotation (project, id);
  LesAnnotation *second = les_project_get_annotation (project, other);
  LesTextRange a;
  LesTextRange b;
  LesAnnotation *joined;

  if (first == NULL || second == NULL || first == second
      || g_strcmp0 (les_annotation_get (first, LES_ANNOTATION_ARTICLE),
                    les_annotation_get (second, LES_ANNOTATION_ARTICLE)) != 0)
    return change;

  a = les_annotation_get_range (first);
  b = les_annotation_get_range (second);
  joined = les_annotation_copy_to_edit (first);
  join_tags (joined, second);
  join_notes (joined, second);
  fill_gaps (joined, second);
  place (joined, get_text (project, first), LES_TEXT_RANGE (MIN (a.start, b.start), MAX (a.end, b.end)));
  move_links (project, change, id, other);
  les_change_put (change, joined);
  les_change_remove (change, LES_RECORD_ANNOTATION, other);
  return change;
}
