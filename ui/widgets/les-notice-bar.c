/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-notice-bar.h"

/**
 * LesNoticeBar:
 *
 * A quiet line over the content that says what the user has to know and offers
 * one action. Stays until it is answered or closed.
 */
struct _LesNoticeBar
{
  GtkWidget parent_instance;

  /* Template */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (LesNoticeBar, les_notice_bar, GTK_TYPE_WIDGET)

static void
closed_cb (LesNoticeBar *self)
{
  les_notice_bar_hide (self);
}

static void
les_notice_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LES_TYPE_NOTICE_BAR);

  G_OBJECT_CLASS (les_notice_bar_parent_class)->dispose (object);
}

static void
les_notice_bar_class_init (LesNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_notice_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/widgets/les-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LesNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, LesNoticeBar, label);
  gtk_widget_class_bind_template_child (widget_class, LesNoticeBar, button);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
les_notice_bar_init (LesNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * les_notice_bar_show:
 * @message: translated sentences, no markup
 * @button_label: (nullable): translated, with a mnemonic; NULL for none
 * @action_name: (nullable): what the button activates; the bar goes then
 */
void
les_notice_bar_show (LesNoticeBar *self, const char *message, const char *button_label, const char *action_name)
{
  gtk_label_set_label (self->label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);
  if (button_label != NULL)
    {
      gtk_button_set_label (self->button, button_label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
    }
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
les_notice_bar_hide (LesNoticeBar *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/** Shows on @other what is shown here, if anything is. */
void
les_notice_bar_hand_over (LesNoticeBar *self, LesNoticeBar *other)
{
  gboolean has_button = gtk_widget_get_visible (GTK_WIDGET (self->button));

  if (!gtk_revealer_get_reveal_child (self->revealer))
    return;
  les_notice_bar_show (other, gtk_label_get_label (self->label),
                       has_button ? gtk_button_get_label (self->button) : NULL,
                       has_button ? gtk_actionable_get_action_name (GTK_ACTIONABLE (self->button)) : NULL);
  les_notice_bar_hide (self);
}

/** Hides what was shown with that action, because it is done; anything else stays. */
void
les_notice_bar_withdraw (LesNoticeBar *self, const char *action_name)
{
  if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (self->button)), action_name) == 0)
    les_notice_bar_hide (self);
}
