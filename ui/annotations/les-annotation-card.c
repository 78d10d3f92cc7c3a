/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotation-card.h"

#include <glib/gi18n.h>

#include "les-annotation-words.h"
#include "les-link-list.h"
#include "les-tag-chips.h"

/* More of a passage is never seen in three lines. */
#define WORDS_CHARS 400

/**
 * LesAnnotationCard:
 *
 * One annotation in the panel: the words, the tags, the note. The current one
 * holds an editor in place of tags and note.
 */
struct _LesAnnotationCard
{
  LesCard parent_instance;

  /* Template children */
  GtkWidget *box;
  GtkLabel *heading;
  GtkBox *card;
  GtkLabel *words;
  LesTagChips *chips;
  GtkLabel *note;
  GtkLabel *meta;
  LesLinkList *links;

  /* Owned */
  LesAnnotationItem *item;

  /* Borrowed: our own child */
  LesAnnotationEditor *editor;

  /* State */
  gulong changed_id;
  guint release_id;
};

G_DEFINE_FINAL_TYPE (LesAnnotationCard, les_annotation_card, LES_TYPE_CARD)

/* The passage on one paragraph, cut where nobody would see it. */
static char *
dup_words (LesAnnotation *record)
{
  const char *exact = les_annotation_get (record, LES_ANNOTATION_EXACT);
  g_autofree char *cut = g_utf8_substring (exact, 0, MIN (g_utf8_strlen (exact, -1), WORDS_CHARS));

  return g_strdelimit (g_steal_pointer (&cut), "\n\r\t", ' ');
}

static const char *
get_side_name (LesSide side)
{
  return side == LES_SIDE_LEFT ? C_("side", "Left") : C_("side", "Right");
}

static char *
dup_heading (LesAnnotationItem *item)
{
  LesSide side = les_annotation_item_get_side (item);
  LesArticle *article = les_session_get_article (les_annotation_item_get_session (item), side);
  g_autofree char *source = article != NULL ? les_article_dup_source (article) : NULL;

  if (source == NULL || *source == '\0')
    return g_strdup (get_side_name (side));
  return g_strdup_printf ("%s · %s", get_side_name (side), source);
}

static const char *
word_review (LesReview review)
{
  switch (review)
    {
    case LES_REVIEW_UNPLACED:
      return _("to be placed");
    case LES_REVIEW_CHANGED:
      return _("words changed");
    case LES_REVIEW_MOVED:
      return _("moved");
    case LES_REVIEW_NONE:
    default:
      return "";
    }
}

/* Importance, side, speaker, and the author when somebody else made it. */
static char *
dup_meta (LesAnnotationItem *item, gboolean comparing)
{
  LesAnnotation *record = les_annotation_item_get_record (item);
  const char *author = les_annotation_get (record, LES_ANNOTATION_AUTHOR);
  g_autofree char *stars = les_annotation_words_dup_stars (record);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (stars != NULL)
    g_ptr_array_add (parts, stars);
  if (comparing)
    g_ptr_array_add (parts, (char *) get_side_name (les_annotation_item_get_side (item)));
  if (les_annotation_get (record, LES_ANNOTATION_SPEAKER) != NULL)
    g_ptr_array_add (parts, (char *) les_annotation_get (record, LES_ANNOTATION_SPEAKER));
  if (author != NULL && g_strcmp0 (author, les_session_get_author (les_annotation_item_get_session (item))) != 0)
    g_ptr_array_add (parts, (char *) author);
  if (les_annotation_get_review (record) != LES_REVIEW_NONE)
    g_ptr_array_add (parts, (char *) word_review (les_annotation_get_review (record)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
show_record (LesAnnotationCard *self)
{
  LesSession *session = les_annotation_item_get_session (self->item);
  LesAnnotation *record = les_annotation_item_get_record (self->item);
  const char *note = les_annotation_get (record, LES_ANNOTATION_NOTE);
  gboolean comparing = les_session_is_comparing (session);
  g_autofree char *words = dup_words (record);
  g_autofree char *heading = dup_heading (self->item);
  g_autofree char *meta = dup_meta (self->item, comparing);

  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), comparing && les_annotation_item_get_leads (self->item));
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_label_set_text (self->meta, meta);
  les_tag_chips_show (self->chips, les_session_get_project (session), les_annotation_get_tags (record));
  les_link_list_show (self->links, session, les_annotation_item_get_id (self->item),
                      les_card_is_current (LES_CARD (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->chips),
                          self->editor == NULL && *les_annotation_get_tags (record) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->note), self->editor == NULL && note != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->meta), self->editor == NULL && *meta != '\0');
}

static void
remove_editor (LesAnnotationCard *self)
{
  if (self->editor == NULL)
    return;
  les_annotation_editor_detach (self->editor);
  gtk_box_remove (self->card, GTK_WIDGET (self->editor));
  self->editor = NULL;
}

static void
update_editor (LesAnnotationCard *self)
{
  gboolean wanted = les_card_is_current (LES_CARD (self)) && self->item != NULL;

  if (wanted && self->editor == NULL)
    {
      self->editor = LES_ANNOTATION_EDITOR (les_annotation_editor_new (self->item));
      gtk_box_insert_child_after (self->card, GTK_WIDGET (self->editor), GTK_WIDGET (self->meta));
    }
  else if (!wanted)
    remove_editor (self);
  if (self->item != NULL)
    show_record (self);
}

static void
les_annotation_card_current_changed (LesCard *card)
{
  update_editor (LES_ANNOTATION_CARD (card));
}

static void
release_item (LesAnnotationCard *self)
{
  g_clear_handle_id (&self->release_id, g_source_remove);
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  remove_editor (self);
  g_clear_object (&self->item);
}

static gboolean
release_cb (gpointer data)
{
  LesAnnotationCard *self = data;

  self->release_id = 0;
  release_item (self);
  return G_SOURCE_REMOVE;
}

static void
clicked_cb (LesAnnotationCard *self)
{
  if (self->item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "annotations.reveal", "s",
                                les_annotation_item_get_id (self->item));
}

/* Who clicks into the note wants to write there; the row would take the focus
 * after the note has got it. */
static void
pressed_cb (LesAnnotationCard *self, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean writing = picked != NULL && gtk_widget_get_ancestor (picked, GTK_TYPE_TEXT_VIEW) != NULL;

  if (row != NULL)
    gtk_widget_set_focus_on_click (row, !writing);
}

static void
les_annotation_card_dispose (GObject *object)
{
  LesAnnotationCard *self = LES_ANNOTATION_CARD (object);

  if (self->box != NULL)
    release_item (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_annotation_card_parent_class)->dispose (object);
}

static void
les_annotation_card_class_init (LesAnnotationCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_annotation_card_dispose;
  LES_CARD_CLASS (klass)->current_changed = les_annotation_card_current_changed;

  g_type_ensure (LES_TYPE_LINK_LIST);
  g_type_ensure (LES_TYPE_TAG_CHIPS);
  gtk_widget_class_set_css_name (widget_class, "annotationcard");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lesart/Lesart/ui/annotations/les-annotation-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationCard, box);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationCard, heading);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationCard, card);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationCard, words);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationCard, chips);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationCard, note);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationCard, meta);
  gtk_widget_class_bind_template_child (widget_class, LesAnnotationCard, links);
}

static void
les_annotation_card_init (LesAnnotationCard *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  les_card_set_frame (LES_CARD (self), GTK_WIDGET (self->card));

  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->words), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

GtkWidget *
les_annotation_card_new (void)
{
  return g_object_new (LES_TYPE_ANNOTATION_CARD, NULL);
}

/** Shows @item and, when it is the current one, its editor. */
void
les_annotation_card_set_item (LesAnnotationCard *self, LesAnnotationItem *item)
{
  g_return_if_fail (LES_IS_ANNOTATION_CARD (self) && item != NULL);

  g_clear_handle_id (&self->release_id, g_source_remove);
  if (self->item == item)
    return;
  release_item (self);
  self->item = g_object_ref (item);
  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_record), self);
  update_editor (self);
}

/**
 * les_annotation_card_release:
 *
 * The card goes back to the store of rows. A list view does that and takes it
 * again for the same item whenever rows move; therefore what somebody types
 * stays until the list has come to rest.
 */
void
les_annotation_card_release (LesAnnotationCard *self)
{
  g_return_if_fail (LES_IS_ANNOTATION_CARD (self));

  if (self->release_id == 0)
    self->release_id = g_idle_add_full (G_PRIORITY_HIGH, release_cb, self, NULL);
}

/** Returns: (transfer none) (nullable) */
LesAnnotationItem *
les_annotation_card_get_item (LesAnnotationCard *self)
{
  return self->item;
}

/** Returns: (transfer none) (nullable): the editor of the current annotation */
LesAnnotationEditor *
les_annotation_card_get_editor (LesAnnotationCard *self)
{
  return self->editor;
}
