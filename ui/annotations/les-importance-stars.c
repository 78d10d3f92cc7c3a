/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-importance-stars.h"

#include <glib/gi18n.h>

#include "les-annotation.h"

/**
 * LesImportanceStars:
 *
 * A star for each step of importance; pressing the last lit one again puts all
 * out.
 *
 * Signal "chosen" (guint importance): by the user.
 */
struct _LesImportanceStars
{
  GtkWidget parent_instance;

  /* Owned by the widget tree */
  GtkWidget *buttons[LES_MAX_IMPORTANCE];

  /* State */
  guint value;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesImportanceStars, les_importance_stars, GTK_TYPE_WIDGET)

static void
show_value (LesImportanceStars *self)
{
  for (guint i = 0; i < LES_MAX_IMPORTANCE; i++)
    {
      gboolean lit = i < self->value;

      gtk_button_set_icon_name (GTK_BUTTON (self->buttons[i]), lit ? "starred-symbolic" : "non-starred-symbolic");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_STATE_PRESSED,
                                   lit ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

static void
clicked_cb (LesImportanceStars *self, GtkWidget *button)
{
  guint value = 0;

  while (self->buttons[value] != button)
    value++;
  value++;
  g_signal_emit (self, signals[CHOSEN], 0, value == self->value ? 0 : value);
}

static void
les_importance_stars_dispose (GObject *object)
{
  LesImportanceStars *self = LES_IMPORTANCE_STARS (object);

  for (guint i = 0; i < LES_MAX_IMPORTANCE; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (les_importance_stars_parent_class)->dispose (object);
}

static void
les_importance_stars_class_init (LesImportanceStarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_importance_stars_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "importance");

  signals[CHOSEN] = g_signal_new ("chosen", LES_TYPE_IMPORTANCE_STARS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
les_importance_stars_init (LesImportanceStars *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Importance"), -1);
  for (guint i = 0; i < LES_MAX_IMPORTANCE; i++)
    {
      /* Translators: a step of importance of how many, for example "Importance 2 of 3" */
      g_autofree char *label = g_strdup_printf (_("Importance %u of %u"), i + 1, LES_MAX_IMPORTANCE);

      self->buttons[i] = gtk_button_new ();
      gtk_widget_add_css_class (self->buttons[i], "flat");
      gtk_widget_set_tooltip_text (self->buttons[i], label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
    }
  show_value (self);
}

/** @value: 0 to %LES_MAX_IMPORTANCE */
void
les_importance_stars_set_value (LesImportanceStars *self, guint value)
{
  g_return_if_fail (value <= LES_MAX_IMPORTANCE);

  if (self->value == value)
    return;
  self->value = value;
  show_value (self);
}
