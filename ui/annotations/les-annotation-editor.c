/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotation-editor.h"

#include <glib/gi18n.h>

#include "les-annotating.h"
#include "les-annotation-words.h"
#include "les-importance-stars.h"
#include "les-note-height.h"
#include "les-note-rest.h"
#include "les-tag-chips.h"
#include "les-tag-picker.h"
#include "les-text-keys.h"

/**
 * LesAnnotationEditor:
 *
 * Tags, note, speaker and importance of one annotation, edited in place; who
 * made it when. The note is taken
 * over whenever the typing rests, and is one step of undoing for each visit;
 * what somebody is typing is never overwritten by a change from elsewhere.
 */
struct _LesAnnotationEditor
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *box;
  LesTagChips *chips;
  GtkTextView *note;
  GtkWidget *placeholder;
  GtkEditable *speaker;
  LesImportanceStars *importance;
  GtkLabel *origin;

  /* Owned */
  LesAnnotationItem *item;
  LesTagPicker *picker;
  char *visit;            /* to the note */

  /* Borrowed: end of the chips */
  GtkWidget *add_button;
};

/* A note that is kept after its editor has gone. */
typedef struct
{
  LesSession *session;
  char *id;
  char *note;
  char *speaker;
  char *visit;
} Remains;

G_DEFINE_FINAL_TYPE (LesAnnotationEditor, les_annotation_editor, GTK_TYPE_WIDGET)

static LesSession *
get_session (LesAnnotationEditor *self)
{
  return les_annotation_item_get_session (self->item);
}

static const char *
get_field (LesAnnotationEditor *self, LesAnnotationField field)
{
  const char *value = les_annotation_get (les_annotation_item_get_record (self->item), field);

  return value != NULL ? value : "";
}

static char *
dup_note (LesAnnotationEditor *self)
{
  char *note;

  g_object_get (gtk_text_view_get_buffer (self->note), "text", &note, NULL);
  return note;
}

static void
show_note (LesAnnotationEditor *self)
{
  g_autofree char *shown = g_strchomp (dup_note (self));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);

  if (g_strcmp0 (shown, get_field (self, LES_ANNOTATION_NOTE)) != 0)
    gtk_text_buffer_set_text (buffer, get_field (self, LES_ANNOTATION_NOTE), -1);
  gtk_text_buffer_set_modified (buffer, FALSE);
}

static void
show_speaker (LesAnnotationEditor *self)
{
  if (g_strcmp0 (gtk_editable_get_text (self->speaker), get_field (self, LES_ANNOTATION_SPEAKER)) != 0)
    gtk_editable_set_text (self->speaker, get_field (self, LES_ANNOTATION_SPEAKER));
}

static gboolean
has_focus_inside (gpointer widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_record (LesAnnotationEditor *self)
{
  LesAnnotation *record = les_annotation_item_get_record (self->item);
  g_autofree char *origin = les_annotation_words_dup_origin (record);

  les_importance_stars_set_value (self->importance, les_annotation_get_importance (record));
  gtk_label_set_text (self->origin, origin);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->origin), origin);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), *origin != '\0');
  les_tag_chips_show (self->chips, les_session_get_project (get_session (self)),
                      les_annotation_get_tags (record));
  if (!gtk_text_buffer_get_modified (gtk_text_view_get_buffer (self->note)))
    show_note (self);
  if (!has_focus_inside (self->speaker))
    show_speaker (self);
}

static void
commit_note (LesAnnotationEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  g_autofree char *note = NULL;

  if (self->item == NULL || !gtk_text_buffer_get_modified (buffer))
    return;
  note = dup_note (self);
  gtk_text_buffer_set_modified (buffer, FALSE);
  les_annotating_set_note (get_session (self), les_annotation_item_get_id (self->item), note, self->visit);
}

static void
leave_note (LesAnnotationEditor *self)
{
  commit_note (self);
  g_free (self->visit);
  self->visit = les_annotating_dup_visit ();
}

static void
commit_speaker (LesAnnotationEditor *self)
{
  g_autofree char *speaker = NULL;

  if (self->item == NULL)
    return;
  speaker = g_strstrip (g_strdup (gtk_editable_get_text (self->speaker)));
  les_annotating_set_field (get_session (self), les_annotation_item_get_id (self->item),
                            LES_ANNOTATION_SPEAKER, speaker);
}

static void
return_to_text (LesAnnotationEditor *self)
{
  gboolean right = les_annotation_item_get_side (self->item) == LES_SIDE_RIGHT;

  gtk_widget_activate_action (GTK_WIDGET (self), right ? "win.focus-right" : "win.focus-left", NULL);
}

static void
remove_tag_cb (LesAnnotationEditor *self, const char *tag)
{
  les_annotating_remove_tag (get_session (self), les_annotation_item_get_id (self->item), tag);
}

static void
importance_chosen_cb (LesAnnotationEditor *self, guint importance)
{
  les_annotating_set_importance (get_session (self), les_annotation_item_get_id (self->item), importance);
}

static void
delete_clicked_cb (LesAnnotationEditor *self)
{
  les_annotating_delete (get_session (self), les_annotation_item_get_id (self->item));
}

static void
speaker_activate_cb (LesAnnotationEditor *self)
{
  commit_speaker (self);
  return_to_text (self);
}

static void
note_changed_cb (LesAnnotationEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);

  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (buffer) == 0);
}

static gboolean
note_key_cb (LesAnnotationEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval != GDK_KEY_Escape && !(enter && (state & GDK_CONTROL_MASK) != 0))
    return GDK_EVENT_PROPAGATE;
  commit_note (self);
  return_to_text (self);
  return GDK_EVENT_STOP;
}

static gboolean
speaker_key_cb (LesAnnotationEditor *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  commit_speaker (self);
  return_to_text (self);
  return GDK_EVENT_STOP;
}

static void
add_controllers (LesAnnotationEditor *self, gpointer widget, GCallback key_cb, GCallback leave_cb)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", key_cb, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", leave_cb, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
  les_text_keys_come_first (widget);
}

static GtkWidget *
new_add_button (LesAnnotationEditor *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("Add Tag")));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tag-add");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Tag"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (les_annotation_editor_edit_tags), self, G_CONNECT_SWAPPED);
  return button;
}

static void
les_annotation_editor_dispose (GObject *object)
{
  LesAnnotationEditor *self = LES_ANNOTATION_EDITOR (object);

  g_clear_object (&self->picker);
  g_clear_object (&self->item);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_annotation_editor_parent_class)->dispose (object);
}

static void
les_annotation_editor_finalize (GObject *object)
{
  g_free (LES_ANNOTATION_EDITOR (object)->visit);

  G_OBJECT_CLASS (les_annotation_editor_parent_class)->finalize (object);
}

static void
les_annotation_editor_class_init (LesAnnotationEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_annotation_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = les_annotation_editor_finalize;

  g_type_ensure (LES_TYPE_TAG_CHIPS);
  g_type_ensure (LES_TYPE_IMPORTANCE_STARS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lesart/Lesart/ui/annotations/les-annotation-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationEditor, box);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationEditor, chips);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationEditor, note);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationEditor, placeholder);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationEditor, speaker);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationEditor, importance);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationEditor, origin);
  gtk_widget_class_bind_template_callback (widget_class, remove_tag_cb);
  gtk_widget_class_bind_template_callback (widget_class, importance_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, speaker_activate_cb);
}

static void
les_annotation_editor_init (LesAnnotationEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  les_tag_chips_set_removable (self->chips, TRUE);
  self->visit = les_annotating_dup_visit ();
  les_note_height_follow (self->note);
  self->add_button = new_add_button (self);
  les_tag_chips_add_end (self->chips, self->add_button);
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed",
                           G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  les_note_rest_follow (self->note, G_OBJECT (self), G_CALLBACK (commit_note));
  add_controllers (self, self->note, G_CALLBACK (note_key_cb), G_CALLBACK (leave_note));
  add_controllers (self, self->speaker, G_CALLBACK (speaker_key_cb), G_CALLBACK (commit_speaker));
}

GtkWidget *
les_annotation_editor_new (LesAnnotationItem *item)
{
  LesAnnotationEditor *self = g_object_new (LES_TYPE_ANNOTATION_EDITOR, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_record), self, G_CONNECT_SWAPPED);
  show_record (self);
  return GTK_WIDGET (self);
}

/** Keeps what was typed, here and in the picker, as one step of undoing for each field. */
void
les_annotation_editor_commit (LesAnnotationEditor *self)
{
  g_return_if_fail (LES_IS_ANNOTATION_EDITOR (self));

  commit_note (self);
  commit_speaker (self);
  if (self->picker != NULL)
    les_tag_picker_commit (self->picker);
}

static void
free_remains (gpointer data)
{
  Remains *remains = data;

  g_object_unref (remains->session);
  g_free (remains->id);
  g_free (remains->note);
  g_free (remains->speaker);
  g_free (remains->visit);
  g_free (remains);
}

static gboolean
keep_remains_cb (gpointer data)
{
  Remains *remains = data;

  if (remains->note != NULL)
    les_annotating_set_note (remains->session, remains->id, remains->note, remains->visit);
  les_annotating_set_field (remains->session, remains->id, LES_ANNOTATION_SPEAKER, remains->speaker);
  return G_SOURCE_REMOVE;
}

/**
 * les_annotation_editor_detach:
 *
 * For the moment when the card goes away: what was typed is kept, but only
 * when the list that is being rearranged has come to rest.
 */
void
les_annotation_editor_detach (LesAnnotationEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  gboolean note = gtk_text_buffer_get_modified (buffer);
  g_autofree char *speaker = g_strstrip (g_strdup (gtk_editable_get_text (self->speaker)));

  if (note || g_strcmp0 (speaker, get_field (self, LES_ANNOTATION_SPEAKER)) != 0)
    {
      Remains *remains = g_new0 (Remains, 1);

      remains->session = g_object_ref (get_session (self));
      remains->id = g_strdup (les_annotation_item_get_id (self->item));
      remains->note = note ? dup_note (self) : NULL;
      remains->speaker = g_steal_pointer (&speaker);
      remains->visit = g_strdup (self->visit);
      g_idle_add_full (G_PRIORITY_HIGH, keep_remains_cb, remains, free_remains);
    }
  g_clear_object (&self->item);
}

/** Puts the cursor behind the last character of the note. */
void
les_annotation_editor_focus_note (LesAnnotationEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/** Opens the tag picker at the button behind the tags. */
void
les_annotation_editor_edit_tags (LesAnnotationEditor *self)
{
  commit_note (self);
  if (self->picker == NULL)
    self->picker = LES_TAG_PICKER (g_object_ref_sink (les_tag_picker_new (get_session (self))));
  les_tag_picker_popup_for_annotation (self->picker, les_annotation_item_get_id (self->item),
                                       self->add_button, NULL, FALSE);
}
