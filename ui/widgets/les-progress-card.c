/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-progress-card.h"

#define PATIENCE_MSEC 250

/**
 * LesProgressCard:
 *
 * Says what takes long and lets it be cancelled. Begun with every piece of
 * work; comes into sight only when that has not ended within a quarter second.
 * Several pieces of work at a time share it; the last one begun is shown.
 */
struct _LesProgressCard
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkLabel *label;
  GtkProgressBar *bar;

  /* Owned */
  GCancellable *cancellable;

  /* State */
  guint show_id;
  int depth;
};

G_DEFINE_FINAL_TYPE (LesProgressCard, les_progress_card, GTK_TYPE_WIDGET)

static gboolean
show_cb (gpointer data)
{
  LesProgressCard *self = data;

  self->show_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

static void
cancel_cb (LesProgressCard *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
les_progress_card_dispose (GObject *object)
{
  LesProgressCard *self = LES_PROGRESS_CARD (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), LES_TYPE_PROGRESS_CARD);

  G_OBJECT_CLASS (les_progress_card_parent_class)->dispose (object);
}

static void
les_progress_card_class_init (LesProgressCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_progress_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/widgets/les-progress-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LesProgressCard, box);
  gtk_widget_class_bind_template_child (widget_class, LesProgressCard, label);
  gtk_widget_class_bind_template_child (widget_class, LesProgressCard, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
les_progress_card_init (LesProgressCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * les_progress_card_begin:
 * @message: translated
 * @cancellable: what the button cancels
 *
 * To be paired with les_progress_card_end().
 */
void
les_progress_card_begin (LesProgressCard *self, const char *message, GCancellable *cancellable)
{
  self->depth++;
  g_set_object (&self->cancellable, cancellable);
  les_progress_card_set (self, message, 0);
  if (self->show_id == 0 && !gtk_widget_get_visible (GTK_WIDGET (self)))
    self->show_id = g_timeout_add (PATIENCE_MSEC, show_cb, self);
}

/** @message: translated  @fraction: 0 to 1, or negative when nobody knows */
void
les_progress_card_set (LesProgressCard *self, const char *message, double fraction)
{
  gtk_label_set_label (self->label, message);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, fraction);
}

/** Undoes one les_progress_card_begin(); with the last one the card goes. */
void
les_progress_card_end (LesProgressCard *self)
{
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
