/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-active-tag.h"

#include "les-annotating.h"
#include "les-edits.h"
#include "les-words.h"

/* Under this name a session carries what the active tag was last given to. */
#define LAST_GIVEN "les-active-tag-last"

typedef struct
{
  char *annotation;       /* id */
  char *visit;
  LesSide side;
  LesTextRange selection;
  guint64 position;       /* of the history behind it */
} Given;

static void
free_given (gpointer data)
{
  Given *given = data;

  g_free (given->annotation);
  g_free (given->visit);
  g_free (given);
}

static void
remember (LesSession *session, const char *annotation, const char *visit, LesSide side, LesTextRange selection)
{
  Given *given = g_new0 (Given, 1);

  given->annotation = g_strdup (annotation);
  given->visit = g_strdup (visit);
  given->side = side;
  given->selection = selection;
  given->position = les_history_get_position (les_session_get_history (session));
  g_object_set_data_full (G_OBJECT (session), LAST_GIVEN, given, free_given);
}

/* The last selection with one end moved, and nothing else was done since. */
static gboolean
is_grown (LesSession *session, const Given *given, LesSide side, LesTextRange selection)
{
  return given != NULL
         && given->side == side
         && given->position == les_history_get_position (les_session_get_history (session))
         && (given->selection.start == selection.start || given->selection.end == selection.end)
         && les_project_get_annotation (les_session_get_project (session), given->annotation) != NULL;
}

static gboolean
move_bounds (LesSession *session, const Given *given, LesTextRange selection)
{
  LesText *text = les_article_get_text (les_session_get_article (session, given->side));
  LesTextRange range = les_words_trim (text, selection);
  g_autofree char *id = g_strdup (given->annotation);
  g_autofree char *visit = g_strdup (given->visit);

  if (les_text_range_is_empty (range))
    return FALSE;
  if (les_text_range_equal (range, les_annotation_get_range (les_project_get_annotation (les_session_get_project (session),
                                                                                         id))))
    return TRUE;
  les_session_perform_merged (session, les_edits_set_annotation_range (les_session_get_project (session), id, range),
                              visit);
  remember (session, id, visit, given->side, selection);
  return TRUE;
}

static gboolean
is_new_place (LesSession *session, LesSide side, LesTextRange selection)
{
  LesText *text = les_article_get_text (les_session_get_article (session, side));

  return les_annotating_find_same (session, side, les_words_trim (text, selection)) == NULL;
}

/**
 * les_active_tag_apply:
 * @grown: whether the selection may be the last one made longer or shorter with
 *   the keys; the annotation that came of that one then follows
 *
 * Gives the active tag to what is selected in the active text. A selection and
 * what it grew to are one step of undoing.
 *
 * Returns: whether there is a tag active and something selected
 */
gboolean
les_active_tag_apply (LesSession *session, gboolean grown)
{
  const char *tags[] = { les_session_get_active_tag (session), NULL };
  LesSide side = les_session_get_active_side (session);
  LesTextRange selection = les_session_get_selection (session, side);
  const Given *given = g_object_get_data (G_OBJECT (session), LAST_GIVEN);
  g_autofree char *visit = NULL;
  g_autofree char *id = NULL;
  gboolean fresh;

  if (tags[0] == NULL || les_text_range_is_empty (selection) || les_session_get_article (session, side) == NULL)
    return FALSE;
  if (grown && is_grown (session, given, side, selection))
    return move_bounds (session, given, selection);

  fresh = is_new_place (session, side, selection);
  visit = les_annotating_dup_visit ();
  id = les_annotating_annotate_merged (session, side, selection, tags, NULL, visit);
  if (id != NULL && fresh)
    remember (session, id, visit, side, selection);
  return id != NULL;
}
