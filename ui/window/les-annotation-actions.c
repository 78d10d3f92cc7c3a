/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-active-tag.h"
#include "les-annotating.h"
#include "les-window-actions.h"

/* The commands that make annotations, go through them and edit what they say. */

/**
 * les_window_popup_picker:
 * @start_in_note: whether the cursor starts in the note
 *
 * Opens the tag picker at what is selected; with no selection, at the current
 * annotation, or else at the sentence in which the cursor stands.
 */
void
les_window_popup_picker (LesWindow *self, gboolean start_in_note)
{
  LesSide side = les_session_get_active_side (self->session);
  LesAnnotation *annotation = les_session_get_annotation (self->session);
  GtkWidget *relative_to;
  LesTextRange range;
  GdkRectangle area;

  if (annotation == NULL && !les_window_has_selection (self))
    les_window_take_sentence (self);
  range = les_session_get_selection (self->session, side);
  if (les_text_range_is_empty (range))
    {
      if (annotation == NULL
          || !les_session_find_side (self->session, les_annotation_get (annotation, LES_ANNOTATION_ARTICLE), &side))
        return;
      range = les_annotation_get_range (annotation);
    }
  else
    annotation = NULL;

  relative_to = les_window_find_passage (self, side, range, &area);
  if (annotation != NULL)
    les_tag_picker_popup_for_annotation (self->picker, les_record_get_id (LES_RECORD (annotation)),
                                         relative_to, &area, start_in_note);
  else
    les_tag_picker_popup_for_selection (self->picker, side, range, relative_to, &area, start_in_note);
}

static void
annotate (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_popup_picker (data, FALSE);
}

static void
annotate_note (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_popup_picker (data, TRUE);
}

static void
annotate_range (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *word;
  const char *names;
  const char *note;
  LesTextRange range;
  g_autofree char *id = NULL;

  g_variant_get (target, "(&sii&s&s)", &word, &range.start, &range.end, &names, &note);
  if (les_session_get_article (self->session, les_side_from_word (word)) != NULL)
    id = les_annotating_annotate_named (self->session, les_side_from_word (word), range, names, note);
}

static void
tag_recent (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char * const *recent = les_session_get_recent_tags (self->session);
  int number = g_variant_get_int32 (target);

  if (recent == NULL || number > (int) g_strv_length ((char **) recent))
    les_window_hint (self, _("No tag has this number yet"));
  else
    les_annotating_tag_recent (self->session, (guint) MAX (number, 0));
}

static void
repeat_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_annotating_repeat_tags (((LesWindow *) data)->session);
}

/* The active tag */

static void
choose_active_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  LesSide side = les_session_get_active_side (self->session);
  GtkWidget *relative_to = GTK_WIDGET (self->work->compare_view);
  GdkRectangle area;

  if (!les_compare_view_get_passage_area (self->work->compare_view, side,
                                          les_session_get_selection (self->session, side), &relative_to, &area))
    area = (GdkRectangle) { gtk_widget_get_width (relative_to) / 2, gtk_widget_get_height (relative_to) / 3, 1, 1 };
  les_tag_picker_popup_for_active_tag (self->picker, relative_to, &area);
}

static void
set_active_tag (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_session_set_active_tag (((LesWindow *) data)->session, g_variant_get_string (target, NULL));
}

static void
tag_active (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_active_tag_apply (((LesWindow *) data)->session, g_variant_get_boolean (target));
}

/* One annotation */

static void
select_annotation (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_session_set_annotation_id (self->session, g_variant_get_string (target, NULL));
  les_annotating_reveal (self->session, g_variant_get_string (target, NULL));
}

static void
step_annotation (LesWindow *self, int step)
{
  if (!les_annotating_step_round (self->session, step))
    les_window_hint (self, _("There are no annotations here yet"));
}

static void
next_annotation (GSimpleAction *action, GVariant *target, gpointer data)
{
  step_annotation (data, 1);
}

static void
previous_annotation (GSimpleAction *action, GVariant *target, gpointer data)
{
  step_annotation (data, -1);
}

static void
cycle_annotation (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_annotating_cycle (((LesWindow *) data)->session);
}

static void
edit_note (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_window_show_page (self, "annotations");
  les_annotation_panel_edit_note (self->work->annotation_panel);
}

static void
edit_tags (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_window_show_page (self, "annotations");
  les_annotation_panel_edit_tags (self->work->annotation_panel);
}

static void
delete_annotation (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_annotating_delete (self->session, les_session_get_annotation_id (self->session));
}

static void
set_importance (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_annotating_set_importance (self->session, les_session_get_annotation_id (self->session),
                                 (guint) MAX (g_variant_get_int32 (target), 0));
}

static void
cycle_importance (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  LesAnnotation *annotation = les_session_get_annotation (self->session);

  if (annotation != NULL)
    les_annotating_set_importance (self->session, les_session_get_annotation_id (self->session),
                                   (les_annotation_get_importance (annotation) + 1) % (LES_MAX_IMPORTANCE + 1));
}

static const GActionEntry entries[] = {
  { "annotate", annotate },
  { "annotate-note", annotate_note },
  { "annotate-range", annotate_range, "(siiss)" },
  { "tag-recent", tag_recent, "i" },
  { "repeat-tag", repeat_tag },
  { "select-annotation", select_annotation, "s" },
  { "edit-note", edit_note },
  { "edit-tags", edit_tags },
  { "delete-annotation", delete_annotation },
  { "next-annotation", next_annotation },
  { "previous-annotation", previous_annotation },
  { "cycle-annotation", cycle_annotation },
  { "set-importance", set_importance, "i" },
  { "cycle-importance", cycle_importance },
  { "active-tag", choose_active_tag },
  { "set-active-tag", set_active_tag, "s" },
  { "tag-active", tag_active, "b" },
};

void
les_window_install_annotation_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/** Part of les_window_refresh_actions(). */
void
les_window_refresh_annotation_actions (LesWindow *self)
{
  static const char * const on_text[] = { "annotate", "annotate-note", "active-tag", "cycle-annotation", NULL };
  static const char * const on_passage[] = { "tag-recent", "repeat-tag", NULL };
  static const char * const on_annotation[] = {
    "edit-note", "edit-tags", "delete-annotation", "set-importance", "cycle-importance", NULL,
  };
  gboolean reading = les_session_get_article (self->session, LES_SIDE_LEFT) != NULL;

  les_window_enable_actions (self, on_text, reading);
  les_window_enable_actions (self, on_passage, les_window_has_passage (self));
  les_window_enable_actions (self, on_annotation, les_session_get_annotation_id (self->session) != NULL);
}
