/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "les-active-tag.h"
#include "les-bounds.h"
#include "les-window-actions.h"

/* The commands for passages: selecting one by unit, and moving the ends of an
 * annotation. */

static const struct
{
  const char *name;
  LesUnit unit;
} units[] = {
  { "character", LES_UNIT_CHARACTER },
  { "word", LES_UNIT_WORD },
  { "sentence", LES_UNIT_SENTENCE },
  { "paragraph", LES_UNIT_PARAGRAPH },
};

static gboolean
find_unit (const char *name, LesUnit *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].name, name) == 0)
      {
        *unit = units[i].unit;
        return TRUE;
      }
  return FALSE;
}

/* Selecting */

static void
take_unit (LesWindow *self, LesUnit unit, int step)
{
  LesSide side = les_session_get_active_side (self->session);
  LesArticle *article = les_session_get_article (self->session, side);
  LesTextRange range;

  if (article == NULL)
    return;
  range = les_selecting_take (les_article_get_document (article), les_session_get_selection (self->session, side),
                              unit, step);
  les_session_set_selection (self->session, side, range);
  les_session_reveal (self->session, side,
                      step > 0 ? LES_TEXT_RANGE (MAX (range.end - 1, range.start), range.end)
                               : LES_TEXT_RANGE (range.start, MIN (range.start + 1, range.end)));
  les_active_tag_apply (self->session, TRUE);
}

static void
select_unit (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *name;
  LesUnit unit;
  int step;

  g_variant_get (target, "(&si)", &name, &step);
  if (find_unit (name, &unit) && unit != LES_UNIT_CHARACTER)
    take_unit (data, unit, step < 0 ? -1 : 1);
}

static void
select_range (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *word;
  LesTextRange range;
  LesSide side;

  g_variant_get (target, "(&sii)", &word, &range.start, &range.end);
  side = les_side_from_word (word);
  les_session_set_active_side (self->session, side);
  les_session_set_selection (self->session, side, range);
  les_session_reveal (self->session, side, range);
}

/**
 * les_window_find_passage:
 * @range: Unicode characters of the text on @side
 * @area: (out): where a popover about the passage points, in the widget's coordinates
 *
 * Where the passage is out of view that is the middle of the texts, and the text goes there.
 *
 * Returns: (transfer none): the widget that the popover hangs on
 */
GtkWidget *
les_window_find_passage (LesWindow *self, LesSide side, LesTextRange range, GdkRectangle *area)
{
  GtkWidget *relative_to = NULL;

  if (les_compare_view_get_passage_area (self->work->compare_view, side, range, &relative_to, area))
    return relative_to;
  les_session_reveal (self->session, side, range);
  relative_to = GTK_WIDGET (self->work->compare_view);
  *area = (GdkRectangle) { gtk_widget_get_width (relative_to) / 2, gtk_widget_get_height (relative_to) / 2, 1, 1 };
  return relative_to;
}

/** What is marked when nothing is selected and no annotation is the current one: the sentence at the cursor. */
void
les_window_take_sentence (LesWindow *self)
{
  take_unit (self, LES_UNIT_SENTENCE, 1);
}

/* From where to where an annotation goes */

static void
grow_start (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_bounds_move (((LesWindow *) data)->session, LES_BOUND_START, LES_UNIT_WORD, -1, NULL);
}

static void
shrink_start (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_bounds_move (((LesWindow *) data)->session, LES_BOUND_START, LES_UNIT_WORD, 1, NULL);
}

static void
grow_end (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_bounds_move (((LesWindow *) data)->session, LES_BOUND_END, LES_UNIT_WORD, 1, NULL);
}

static void
shrink_end (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_bounds_move (((LesWindow *) data)->session, LES_BOUND_END, LES_UNIT_WORD, -1, NULL);
}

/* The end that was moved stays in view. */
static void
reveal_bound (LesWindow *self, LesBound bound)
{
  LesAnnotation *annotation = les_session_get_annotation (self->session);
  LesTextRange range = les_annotation_get_range (annotation);
  LesSide side;

  if (les_session_find_side (self->session, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE), &side))
    les_session_reveal (self->session, side,
                        bound == LES_BOUND_START ? LES_TEXT_RANGE (range.start, range.start + 1)
                                                 : LES_TEXT_RANGE (range.end - 1, range.end));
}

static void
move_bound (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *end;
  const char *name;
  const char *visit;
  LesBound bound;
  LesUnit unit;
  int step;

  g_variant_get (target, "(&s&si&s)", &end, &name, &step, &visit);
  bound = strcmp (end, "start") == 0 ? LES_BOUND_START : LES_BOUND_END;
  if (find_unit (name, &unit)
      && les_bounds_move (self->session, bound, unit, step < 0 ? -1 : 1, *visit != '\0' ? visit : NULL))
    reveal_bound (self, bound);
}

static void
move_bounds (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *id;
  LesTextRange range;

  g_variant_get (target, "(&sii)", &id, &range.start, &range.end);
  les_bounds_set (((LesWindow *) data)->session, id, range);
}

static void
set_bounds (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  LesAnnotation *annotation = les_session_get_annotation (self->session);
  LesSide side;

  if (annotation == NULL
      || !les_session_find_side (self->session, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE), &side))
    return;
  /* What was selected to be tagged is still selected: those are the bounds already. */
  if (!les_bounds_take_selection (self->session))
    les_compare_view_adjust_bounds (self->work->compare_view, side);
}

static void
split_annotation (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  if (!les_bounds_split (self->session))
    les_window_toast (self, _("Nothing would be left of one half"), NULL, NULL);
}

static void
join_annotations (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  if (!les_bounds_join (self->session))
    les_window_toast (self, _("There is no other annotation in this article to join with"), NULL, NULL);
}

static const GActionEntry entries[] = {
  { "select-unit", select_unit, "(si)" },
  { "select-range", select_range, "(sii)" },
  { "grow-start", grow_start },
  { "shrink-start", shrink_start },
  { "grow-end", grow_end },
  { "shrink-end", shrink_end },
  { "set-bounds", set_bounds },
  { "move-bound", move_bound, "(ssis)" },
  { "move-bounds", move_bounds, "(sii)" },
  { "split-annotation", split_annotation },
  { "join-annotations", join_annotations },
};

void
les_window_install_passage_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/** Part of les_window_refresh_actions(). */
void
les_window_refresh_passage_actions (LesWindow *self)
{
  static const char * const on_text[] = { "select-unit", NULL };
  static const char * const on_annotation[] = {
    "grow-start", "shrink-start", "grow-end", "shrink-end", "set-bounds", "move-bound", "join-annotations", NULL,
  };

  les_window_enable_action (self, "split-annotation", les_bounds_can_split (self->session));
  les_window_enable_actions (self, on_text, les_session_get_article (self->session, LES_SIDE_LEFT) != NULL);
  les_window_enable_actions (self, on_annotation, les_session_get_annotation_id (self->session) != NULL);
}
