/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-card.h"

/**
 * LesCard:
 *
 * What stands in a row of a list of which one is the current: that one shows more,
 * can be worked on, and its frame has the style class "current".
 *
 * Property "current".
 */
typedef struct
{
  GtkWidget *frame;     /* borrowed: within the card */
  gboolean current;
} LesCardPrivate;

enum
{
  PROP_0,
  PROP_CURRENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LesCard, les_card, GTK_TYPE_WIDGET)

static void
set_current (LesCard *self, gboolean current)
{
  LesCardPrivate *priv = les_card_get_instance_private (self);

  if (priv->current == current)
    return;
  priv->current = current;
  if (current)
    gtk_widget_add_css_class (priv->frame, "current");
  else
    gtk_widget_remove_css_class (priv->frame, "current");
  LES_CARD_GET_CLASS (self)->current_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static void
les_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CURRENT:
      g_value_set_boolean (value, les_card_is_current (LES_CARD (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CURRENT:
      set_current (LES_CARD (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_card_class_init (LesCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = les_card_get_property;
  object_class->set_property = les_card_set_property;

  properties[PROP_CURRENT] = g_param_spec_boolean ("current", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                   | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
les_card_init (LesCard *self)
{
}

/** @frame: what the style class is given to, within the card; for the init of a derived class */
void
les_card_set_frame (LesCard *self, GtkWidget *frame)
{
  LesCardPrivate *priv = les_card_get_instance_private (self);

  priv->frame = frame;
}

/** Returns: whether it is the current one of its list */
gboolean
les_card_is_current (LesCard *self)
{
  LesCardPrivate *priv = les_card_get_instance_private (self);

  return priv->current;
}

/** From now on the current one is what is selected in the list of @list_item, whose child it is or becomes. */
void
les_card_follow_current (LesCard *self, GtkListItem *list_item)
{
  g_return_if_fail (LES_IS_CARD (self));

  g_object_bind_property (list_item, "selected", self, "current", G_BINDING_SYNC_CREATE);
}
