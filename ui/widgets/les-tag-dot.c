/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-dot.h"

/**
 * LesTagDot:
 *
 * The colour of a tag as a small disc. Decoration only: the name stands beside
 * it always.
 */
struct _LesTagDot
{
  GtkWidget parent_instance;

  GdkRGBA color;
};

G_DEFINE_FINAL_TYPE (LesTagDot, les_tag_dot, GTK_TYPE_WIDGET)

static void
les_tag_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LesTagDot *self = LES_TAG_DOT (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int size = MIN (width, height);
  graphene_rect_t box = GRAPHENE_RECT_INIT ((width - size) / 2.0f, (height - size) / 2.0f, size, size);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &box, size / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &self->color, &box);
  gtk_snapshot_pop (snapshot);
}

static void
les_tag_dot_class_init (LesTagDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = les_tag_dot_snapshot;

  gtk_widget_class_set_css_name (widget_class, "tagdot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
les_tag_dot_init (LesTagDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/** @color: (nullable): #RRGGBB */
GtkWidget *
les_tag_dot_new (const char *color)
{
  LesTagDot *self = g_object_new (LES_TYPE_TAG_DOT, NULL);

  les_tag_dot_set_color (self, color);
  return GTK_WIDGET (self);
}

/** @color: (nullable): #RRGGBB; grey when it cannot be read */
void
les_tag_dot_set_color (LesTagDot *self, const char *color)
{
  g_return_if_fail (LES_IS_TAG_DOT (self));

  if (color == NULL || !gdk_rgba_parse (&self->color, color))
    gdk_rgba_parse (&self->color, "#8a8a8a");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
