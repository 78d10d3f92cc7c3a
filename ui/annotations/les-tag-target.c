/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-target.h"

#include "les-active-tag.h"
#include "les-annotating.h"
#include "les-words.h"

/**
 * LesTagTarget:
 *
 * What is tagged: an annotation, or a selection that becomes one with its first
 * tag or its note. When the annotation is undone, it is a selection again; when
 * its article is closed, nothing happens any more. Or it is what comes: the
 * tag that every selection gets.
 */
struct _LesTagTarget
{
  LesSession *session;
  char *annotation;       /* id; NULL as long as there is only a selection */
  char *article;
  LesSide side;
  LesTextRange range;
  gboolean active;        /* the active tag is chosen */
  const char *active_tags[2];
};

static const char * const no_tags[] = { NULL };

static LesTagTarget *
new_target (LesSession *session, const char *annotation, const char *article, LesSide side, LesTextRange range)
{
  LesTagTarget *self = g_new0 (LesTagTarget, 1);

  self->session = g_object_ref (session);
  self->annotation = g_strdup (annotation);
  self->article = g_strdup (article);
  self->side = side;
  self->range = range;
  return self;
}

/**
 * les_tag_target_new_for_selection:
 * @range: as selected, in Unicode characters; blanks at its ends are left out
 *
 * Returns: (transfer full) (nullable): NULL when there is nothing to tag
 */
LesTagTarget *
les_tag_target_new_for_selection (LesSession *session, LesSide side, LesTextRange range)
{
  LesArticle *article = les_session_get_article (session, side);
  LesAnnotation *same;

  if (article == NULL)
    return NULL;
  range = les_words_trim (les_article_get_text (article), range);
  if (les_text_range_is_empty (range))
    return NULL;

  same = les_annotating_find_same (session, side, range);
  return new_target (session, same != NULL ? les_record_get_id (LES_RECORD (same)) : NULL,
                     les_record_get_id (LES_RECORD (article)), side, range);
}

/** Returns: (transfer full) (nullable): NULL when there is no annotation @id (nullable) */
LesTagTarget *
les_tag_target_new_for_annotation (LesSession *session, const char *id)
{
  LesAnnotation *annotation = les_project_get_annotation (les_session_get_project (session), id);
  const char *article;
  LesSide side = LES_SIDE_LEFT;

  if (annotation == NULL)
    return NULL;
  article = les_annotation_get (annotation, LES_ANNOTATION_ARTICLE);
  les_session_find_side (session, article, &side);
  return new_target (session, id, article, side, les_annotation_get_range (annotation));
}

/** Returns: (transfer full): what is given becomes the active tag */
LesTagTarget *
les_tag_target_new_for_active_tag (LesSession *session)
{
  LesTagTarget *self = new_target (session, NULL, NULL, les_session_get_active_side (session), LES_TEXT_RANGE (0, 0));

  self->active = TRUE;
  return self;
}

/** Returns: whether there can be a note */
gboolean
les_tag_target_takes_note (LesTagTarget *self)
{
  return !self->active;
}

void
les_tag_target_free (LesTagTarget *self)
{
  g_object_unref (self->session);
  g_free (self->annotation);
  g_free (self->article);
  g_free (self);
}

/** Returns: (transfer none) (nullable): the annotation; NULL as long as there is only a selection */
LesAnnotation *
les_tag_target_get_annotation (LesTagTarget *self)
{
  return les_project_get_annotation (les_session_get_project (self->session), self->annotation);
}

/** Returns: (transfer none): ids ended by NULL */
const char * const *
les_tag_target_get_tags (LesTagTarget *self)
{
  LesAnnotation *annotation = les_tag_target_get_annotation (self);

  if (self->active)
    {
      self->active_tags[0] = les_session_get_active_tag (self->session);
      return self->active_tags;
    }
  return annotation != NULL ? les_annotation_get_tags (annotation) : no_tags;
}

static gboolean
is_open (LesTagTarget *self)
{
  if (self->active)
    return FALSE;
  return les_tag_target_get_annotation (self) != NULL
         || g_strcmp0 (self->article, les_session_get_article_id (self->session, self->side)) == 0;
}

/* @id: (transfer full) */
static void
take_annotation (LesTagTarget *self, char *id)
{
  g_free (self->annotation);
  self->annotation = id;
}

static void
annotate (LesTagTarget *self, const char * const *tags)
{
  take_annotation (self, les_annotating_annotate (self->session, self->side, self->range, tags, NULL));
}

/** Makes an annotation without tag or note, unless there is one. */
void
les_tag_target_mark (LesTagTarget *self)
{
  if (les_tag_target_get_annotation (self) == NULL && is_open (self))
    annotate (self, NULL);
}

/* What is selected already is the first to get it. */
static void
activate (LesTagTarget *self, const char *tag, const char *name)
{
  g_autofree char *id = tag != NULL ? g_strdup (tag) : les_annotating_find_tag (self->session, name);

  if (id == NULL)
    return;
  les_session_note_tag_used (self->session, id);
  les_session_set_active_tag (self->session, id);
  les_active_tag_apply (self->session, FALSE);
}

/**
 * les_tag_target_give:
 * @tag: (nullable): id of a tag
 * @name: the name of the tag that is found or made when @tag is NULL
 *
 * One step of undoing for the tag that is made, the annotation and the tagging.
 */
void
les_tag_target_give (LesTagTarget *self, const char *tag, const char *name)
{
  LesHistory *history = les_session_get_history (self->session);
  gboolean annotated = les_tag_target_get_annotation (self) != NULL;
  g_autofree char *id = NULL;

  if (self->active)
    activate (self, tag, name);
  if (!is_open (self))
    return;
  les_history_begin_group (history, annotated ? LES_CHANGE_EDIT_TAGS : LES_CHANGE_ADD_ANNOTATION);
  id = tag != NULL ? g_strdup (tag) : les_annotating_find_tag (self->session, name);
  if (id != NULL && annotated)
    les_annotating_add_tags (self->session, self->annotation, (const char * const[]) { id, NULL });
  else if (id != NULL)
    annotate (self, (const char * const[]) { id, NULL });
  les_history_end_group (history);
}

/** Takes the tag off the annotation, or stops giving it to every selection. */
void
les_tag_target_take_off (LesTagTarget *self, const char *tag)
{
  if (self->active)
    {
      les_session_set_active_tag (self->session, NULL);
      return;
    }
  les_annotating_remove_tag (self->session, self->annotation, tag);
}

/**
 * les_tag_target_set_note:
 * @note: an empty one makes no annotation
 * @visit: from les_annotating_dup_visit(); one step of undoing, with the
 *   annotation that is made for it
 */
void
les_tag_target_set_note (LesTagTarget *self, const char *note, const char *visit)
{
  if (les_tag_target_get_annotation (self) != NULL)
    les_annotating_set_note (self->session, self->annotation, note, visit);
  else if (*note != '\0' && is_open (self))
    take_annotation (self, les_annotating_annotate_note (self->session, self->side, self->range, note, visit));
}
