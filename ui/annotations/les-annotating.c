/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotating.h"

#include <string.h>

#include "les-annotation-edits.h"
#include "les-edits.h"
#include "les-words.h"

/* Under this name a session carries the tags that were given last (GStrv). */
#define LAST_TAGS "les-last-tags"

static gboolean
has_tags (const char * const *tags)
{
  return tags != NULL && *tags != NULL;
}

static void
remember_tags (LesSession *session, const char * const *tags)
{
  if (!has_tags (tags))
    return;

  for (guint i = g_strv_length ((char **) tags); i > 0; i--)
    les_session_note_tag_used (session, tags[i - 1]);
  g_object_set_data_full (G_OBJECT (session), LAST_TAGS, g_strdupv ((char **) tags), (GDestroyNotify) g_strfreev);
}

static void
add_unique (GPtrArray *ids, const char *id)
{
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

static char **
join_tags (const char * const *first, const char * const *second)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (; first != NULL && *first != NULL; first++)
    add_unique (ids, *first);
  for (; second != NULL && *second != NULL; second++)
    add_unique (ids, *second);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

/**
 * les_annotating_find_tag:
 * @name: as somebody typed it
 *
 * Finds the tag of this name, or makes it; the making is a step of its own
 * unless a group of the history is open.
 *
 * Returns: (transfer full) (nullable): its id; NULL when the name is blank
 */
char *
les_annotating_find_tag (LesSession *session, const char *name)
{
  LesProject *project = les_session_get_project (session);
  g_autofree char *clean = les_tag_name_dup_clean (name);
  LesTag *tag;
  char *id = NULL;

  if (clean == NULL)
    return NULL;

  tag = les_project_find_tag (project, clean, NULL);
  if (tag != NULL)
    return g_strdup (les_record_get_id (LES_RECORD (tag)));
  les_session_perform (session, les_edits_add_tag (project, clean, NULL, &id));
  return id;
}

/**
 * les_annotating_resolve_tags:
 * @names: names parted by commas; blank ones are passed over
 *
 * Finds each tag, or makes it.
 *
 * Returns: (transfer full): ids, each once
 */
char **
les_annotating_resolve_tags (LesSession *session, const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, ",", -1);
  GPtrArray *ids = g_ptr_array_new ();

  for (char **name = parts; *name != NULL; name++)
    {
      g_autofree char *id = les_annotating_find_tag (session, *name);

      if (id != NULL)
        add_unique (ids, id);
    }
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

/**
 * les_annotating_find_same:
 * @range: trimmed
 *
 * Returns: (transfer none) (nullable): the annotation that has exactly these
 *   bounds already, so that it gets the tags instead of a twin
 */
LesAnnotation *
les_annotating_find_same (LesSession *session, LesSide side, LesTextRange range)
{
  return les_project_find_annotation (les_session_get_project (session), les_session_get_article_id (session, side),
                                      range);
}

static char *
extend_annotation (LesSession *session, LesAnnotation *annotation, const char * const *tags, const char *note)
{
  char *id = g_strdup (les_record_get_id (LES_RECORD (annotation)));

  les_history_begin_group (les_session_get_history (session), LES_CHANGE_EDIT_TAGS);
  les_annotating_add_tags (session, id, tags);
  if (note != NULL && *note != '\0')
    les_annotating_set_field (session, id, LES_ANNOTATION_NOTE, note);
  les_history_end_group (les_session_get_history (session));
  return id;
}

static char *
add_annotation (LesSession         *session,
                LesArticle         *article,
                LesTextRange        range,
                const char * const *tags,
                const char         *note,
                const char         *visit)
{
  char *id = NULL;

  les_session_perform_merged (session,
                              les_edits_add_annotation (les_session_get_project (session),
                                                        les_record_get_id (LES_RECORD (article)), range, tags, note,
                                                        les_session_get_author (session), &id), visit);
  return id;
}

/**
 * les_annotating_annotate:
 * @range: as selected; it is trimmed here
 * @tags: (nullable): ids
 * @note: (nullable):
 *
 * Marks a passage, or adds to the annotation that has these bounds already,
 * and makes it the current one.
 *
 * Returns: (transfer full) (nullable): id of the annotation; NULL when there is
 *   nothing to mark
 */
char *
les_annotating_annotate (LesSession         *session,
                         LesSide             side,
                         LesTextRange        range,
                         const char * const *tags,
                         const char         *note)
{
  return les_annotating_annotate_merged (session, side, range, tags, note, NULL);
}

/**
 * les_annotating_annotate_merged:
 * @visit: (nullable): what follows in this visit is the same step of undoing
 *
 * As les_annotating_annotate().
 */
char *
les_annotating_annotate_merged (LesSession         *session,
                                LesSide             side,
                                LesTextRange        range,
                                const char * const *tags,
                                const char         *note,
                                const char         *visit)
{
  LesArticle *article = les_session_get_article (session, side);
  LesAnnotation *same;
  char *id;

  if (article == NULL)
    return NULL;
  range = les_words_trim (les_article_get_text (article), range);
  if (les_text_range_is_empty (range))
    return NULL;

  same = les_annotating_find_same (session, side, range);
  if (same != NULL)
    id = extend_annotation (session, same, tags, note);
  else
    id = add_annotation (session, article, range, tags, note, visit);
  remember_tags (session, tags);
  les_session_set_annotation_id (session, id);
  return id;
}

/**
 * les_annotating_annotate_note:
 * @visit: from les_annotating_dup_visit()
 *
 * As les_annotating_annotate() with a note alone that is still being written:
 * what follows in this visit is the same step of undoing.
 */
char *
les_annotating_annotate_note (LesSession   *session,
                              LesSide       side,
                              LesTextRange  range,
                              const char   *note,
                              const char   *visit)
{
  LesArticle *article = les_session_get_article (session, side);
  LesAnnotation *same;
  char *id;

  if (article == NULL)
    return NULL;
  range = les_words_trim (les_article_get_text (article), range);
  if (les_text_range_is_empty (range))
    return NULL;

  same = les_annotating_find_same (session, side, range);
  id = same != NULL ? g_strdup (les_record_get_id (LES_RECORD (same)))
                    : add_annotation (session, article, range, NULL, note, visit);
  les_annotating_set_note (session, id, note, visit);
  les_session_set_annotation_id (session, id);
  return id;
}

/**
 * les_annotating_annotate_named:
 * @names: names of tags parted by commas; new ones are made in the same step
 *
 * As les_annotating_annotate().
 */
char *
les_annotating_annotate_named (LesSession   *session,
                               LesSide       side,
                               LesTextRange  range,
                               const char   *names,
                               const char   *note)
{
  LesHistory *history = les_session_get_history (session);
  LesArticle *article = les_session_get_article (session, side);
  g_auto (GStrv) tags = NULL;
  char *id;

  if (article == NULL
      || les_text_range_is_empty (les_words_trim (les_article_get_text (article), range)))
    return NULL;

  les_history_begin_group (history, LES_CHANGE_ADD_ANNOTATION);
  tags = les_annotating_resolve_tags (session, names);
  id = les_annotating_annotate (session, side, range, (const char * const *) tags, note);
  les_history_end_group (history);
  return id;
}

/**
 * les_annotating_tag_selection:
 * @tags: ids
 *
 * Gives @tags to what is selected in the active text or, when nothing is, to
 * the current annotation.
 *
 * Returns: whether there was something to tag
 */
gboolean
les_annotating_tag_selection (LesSession *session, const char * const *tags)
{
  LesSide side = les_session_get_active_side (session);
  LesTextRange selection = les_session_get_selection (session, side);
  g_autofree char *id = NULL;

  if (!has_tags (tags))
    return FALSE;
  if (!les_text_range_is_empty (selection))
    id = les_annotating_annotate (session, side, selection, tags, NULL);
  else if (les_session_get_annotation (session) != NULL)
    {
      id = g_strdup (les_session_get_annotation_id (session));
      les_annotating_add_tags (session, id, tags);
    }
  return id != NULL;
}

static gboolean
is_tag_there (LesSession *session, const char *id)
{
  return les_project_get_tag (les_session_get_project (session), id) != NULL;
}

/** Gives the tags that were given last once more. Returns: whether that did something */
gboolean
les_annotating_repeat_tags (LesSession *session)
{
  const char * const *last = g_object_get_data (G_OBJECT (session), LAST_TAGS);
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;

  for (; last != NULL && *last != NULL; last++)
    if (is_tag_there (session, *last))
      g_strv_builder_add (left, *last);
  tags = g_strv_builder_end (left);
  return les_annotating_tag_selection (session, (const char * const *) tags);
}

/** @number: 1 for the tag that was used last. Returns: whether that did something */
gboolean
les_annotating_tag_recent (LesSession *session, guint number)
{
  const char * const *recent = les_session_get_recent_tags (session);
  g_autofree char *id = NULL;

  if (number < 1 || recent == NULL || number > g_strv_length ((char **) recent))
    return FALSE;
  id = g_strdup (recent[number - 1]);
  return is_tag_there (session, id) && les_annotating_tag_selection (session, (const char * const[]) { id, NULL });
}

/** Adds what is missing of @tags to annotation @id. */
void
les_annotating_add_tags (LesSession *session, const char *id, const char * const *tags)
{
  LesProject *project = les_session_get_project (session);
  LesAnnotation *annotation = les_project_get_annotation (project, id);
  g_auto (GStrv) joined = NULL;

  if (annotation == NULL)
    return;

  joined = join_tags (les_annotation_get_tags (annotation), tags);
  remember_tags (session, tags);
  if (!g_strv_equal ((const char * const *) joined, les_annotation_get_tags (annotation)))
    les_session_perform (session,
                         les_edits_set_annotation_tags (project, id, (const char * const *) joined));
}

/** Takes a tag off an annotation, as one step of undoing; the annotation stays without any. */
void
les_annotating_remove_tag (LesSession *session, const char *id, const char *tag)
{
  LesProject *project = les_session_get_project (session);
  LesAnnotation *annotation = les_project_get_annotation (project, id);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  if (annotation == NULL || !les_annotation_has_tag (annotation, tag))
    return;

  for (const char * const *other = les_annotation_get_tags (annotation); *other != NULL; other++)
    if (strcmp (*other, tag) != 0)
      g_ptr_array_add (left, (char *) *other);
  g_ptr_array_add (left, NULL);
  les_session_perform (session,
                       les_edits_set_annotation_tags (project, id, (const char * const *) left->pdata));
}

static gboolean
set_field (LesSession         *session,
           const char         *id,
           LesAnnotationField  field,
           const char         *value,
           const char         *visit)
{
  LesProject *project = les_session_get_project (session);
  LesAnnotation *annotation = les_project_get_annotation (project, id);
  g_autofree char *clean = g_strchomp (g_strdup (value != NULL ? value : ""));
  const char *old;

  if (annotation == NULL)
    return FALSE;

  old = les_annotation_get (annotation, field);
  if (g_strcmp0 (clean, old != NULL ? old : "") == 0)
    return FALSE;
  les_session_perform_merged (session, les_edits_set_annotation_field (project, id, field, clean), visit);
  return TRUE;
}

/**
 * les_annotating_set_field:
 * @value: (nullable): blanks at the end are dropped; empty removes it
 *
 * Returns: whether the value was another one
 */
gboolean
les_annotating_set_field (LesSession *session, const char *id, LesAnnotationField field, const char *value)
{
  return set_field (session, id, field, value, NULL);
}

/**
 * les_annotating_set_note:
 * @note: (nullable): as for les_annotating_set_field()
 * @visit: from les_annotating_dup_visit()
 *
 * All that is taken over in one visit to a note is one step of undoing.
 *
 * Returns: whether the note was another one
 */
gboolean
les_annotating_set_note (LesSession *session, const char *id, const char *note, const char *visit)
{
  return set_field (session, id, LES_ANNOTATION_NOTE, note, visit);
}

/** Returns: (transfer full): a name, never given twice, for one visit to a note */
char *
les_annotating_dup_visit (void)
{
  static guint serial;

  return g_strdup_printf ("note:%u", ++serial);
}

/** @importance: 1 to %LES_MAX_IMPORTANCE, 0 to say nothing. Returns: whether it was another one */
gboolean
les_annotating_set_importance (LesSession *session, const char *id, guint importance)
{
  LesProject *project = les_session_get_project (session);
  LesAnnotation *annotation = les_project_get_annotation (project, id);

  if (annotation == NULL || importance > LES_MAX_IMPORTANCE
      || les_annotation_get_importance (annotation) == importance)
    return FALSE;
  les_session_perform (session, les_annotation_edits_set_importance (project, id, importance));
  return TRUE;
}

/** Removes annotation @id; its neighbour in the text becomes the current one. Returns: whether there was one */
gboolean
les_annotating_delete (LesSession *session, const char *id)
{
  LesProject *project = les_session_get_project (session);
  g_autofree char *copy = g_strdup (id);

  if (les_project_get_annotation (project, copy) == NULL)
    return FALSE;

  if (g_strcmp0 (les_session_get_annotation_id (session), copy) == 0
      && !les_annotating_step (session, 1)
      && !les_annotating_step (session, -1))
    les_session_set_annotation_id (session, NULL);
  les_session_perform (session, les_edits_remove_annotations (project, (const char * const[]) { copy, NULL }));
  return TRUE;
}

static GPtrArray *
ref_open_annotations (LesSession *session)
{
  LesProject *project = les_session_get_project (session);
  const char *left = les_session_get_article_id (session, LES_SIDE_LEFT);
  const char *right = les_session_get_article_id (session, LES_SIDE_RIGHT);
  GPtrArray *all = les_project_ref_annotations_of (project, left);

  if (right != NULL && g_strcmp0 (left, right) != 0)
    g_ptr_array_extend_and_steal (all, les_project_ref_annotations_of (project, right));
  return all;
}

static int
find_index (GPtrArray *annotations, const char *id)
{
  for (guint i = 0; i < annotations->len; i++)
    if (g_strcmp0 (id, les_record_get_id (annotations->pdata[i])) == 0)
      return i;
  return -1;
}

/* Where to go on when no annotation is current: at the selection. */
static int
find_index_at_selection (LesSession *session, GPtrArray *annotations, int step)
{
  LesSide side = les_session_get_active_side (session);
  const char *article = les_session_get_article_id (session, side);
  int offset = les_session_get_selection (session, side).start;
  int found = -1;

  for (guint i = 0; i < annotations->len; i++)
    {
      LesAnnotation *annotation = g_ptr_array_index (annotations, i);
      int start = les_annotation_get_range (annotation).start;

      if (g_strcmp0 (article, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE)) != 0)
        continue;
      if (step > 0 && start >= offset)
        return i;
      if (step < 0 && start < offset)
        found = i;
    }
  return found;
}

static void
go_to (LesSession *session, LesRecord *annotation)
{
  les_session_set_annotation_id (session, les_record_get_id (annotation));
  les_annotating_reveal (session, les_record_get_id (annotation));
}

/**
 * les_annotating_step:
 * @step: 1 for the next annotation in text order (left text, then right), -1
 *   for the one before
 *
 * Returns: whether there was one; it is the current one now and in view
 */
gboolean
les_annotating_step (LesSession *session, int step)
{
  g_autoptr (GPtrArray) all = ref_open_annotations (session);
  int index = find_index (all, les_session_get_annotation_id (session));

  index = index >= 0 ? index + step : find_index_at_selection (session, all, step);
  if (index < 0 || index >= (int) all->len)
    return FALSE;
  go_to (session, all->pdata[index]);
  return TRUE;
}

/** As les_annotating_step(), but goes round at the ends. Returns: whether there is an annotation at all */
gboolean
les_annotating_step_round (LesSession *session, int step)
{
  g_autoptr (GPtrArray) all = ref_open_annotations (session);

  if (les_annotating_step (session, step))
    return TRUE;
  if (all->len == 0)
    return FALSE;
  go_to (session, all->pdata[step > 0 ? 0 : all->len - 1]);
  return TRUE;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  LesAnnotation *first = *(LesAnnotation * const *) a;
  LesAnnotation *second = *(LesAnnotation * const *) b;
  int order = les_text_range_length (les_annotation_get_range (first))
              - les_text_range_length (les_annotation_get_range (second));

  return order != 0 ? order : les_annotation_compare (b, a);
}

/**
 * les_annotating_pick_at:
 * @offset: where the text was clicked
 *
 * Makes the shortest annotation at @offset the current one; when one of those
 * at @offset is current already, the next longer one, and after the longest
 * the shortest again.
 *
 * Returns: whether there is an annotation at @offset
 */
gboolean
les_annotating_pick_at (LesSession *session, LesSide side, int offset)
{
  LesProject *project = les_session_get_project (session);
  const GPtrArray *all = les_project_peek_annotations_of (project, les_session_get_article_id (session, side));
  g_autoptr (GPtrArray) here = g_ptr_array_new ();
  int index;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (les_text_range_contains (les_annotation_get_range (all->pdata[i]), offset))
      g_ptr_array_add (here, all->pdata[i]);
  if (here->len == 0)
    return FALSE;

  g_ptr_array_sort (here, compare_lengths);
  index = find_index (here, les_session_get_annotation_id (session));
  les_session_set_annotation_id (session, les_record_get_id (here->pdata[(index + 1) % here->len]));
  return TRUE;
}

/** As les_annotating_pick_at() where the cursor of the active text is. */
gboolean
les_annotating_cycle (LesSession *session)
{
  LesSide side = les_session_get_active_side (session);
  int offset = les_session_get_selection (session, side).start;

  if (les_session_get_article (session, side) == NULL)
    return FALSE;
  return les_annotating_pick_at (session, side, offset)
         || (offset > 0 && les_annotating_pick_at (session, side, offset - 1));
}

/** Scrolls the text to annotation @id when its article is open. */
void
les_annotating_reveal (LesSession *session, const char *id)
{
  LesAnnotation *annotation = les_project_get_annotation (les_session_get_project (session), id);
  LesSide side;

  if (annotation != NULL
      && les_session_find_side (session, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE), &side))
    les_session_reveal (session, side, les_annotation_get_range (annotation));
}
