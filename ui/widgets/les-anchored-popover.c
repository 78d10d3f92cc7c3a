/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-anchored-popover.h"

#include "les-popovers.h"

/**
 * LesAnchoredPopover:
 *
 * A popover that lives on and hangs on another widget each time it is shown:
 * only while it is open, since a text view does not know what to do with such a
 * child when it goes away. The focus goes back to where it was.
 */
typedef struct
{
  gpointer focus;         /* weak: what had the focus before */
  gpointer anchor;        /* weak: the widget it hangs on */
  gulong anchor_id;
  guint idle_id;
} LesAnchoredPopoverPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (LesAnchoredPopover, les_anchored_popover, GTK_TYPE_POPOVER)

static LesAnchoredPopoverPrivate *
get_private (LesAnchoredPopover *self)
{
  return les_anchored_popover_get_instance_private (self);
}

/* A window must not keep the focus on something that has been taken out of it. */
static void
drop_focus (GtkWidget *popover)
{
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, popover))
    gtk_root_set_focus (root, NULL);
}

static void
forget_anchor (LesAnchoredPopover *self)
{
  LesAnchoredPopoverPrivate *priv = get_private (self);
  GtkWidget *anchor = priv->anchor;

  g_clear_handle_id (&priv->idle_id, g_source_remove);
  if (anchor == NULL)
    return;
  g_clear_weak_pointer (&priv->anchor);
  g_clear_signal_handler (&priv->anchor_id, anchor);
  gtk_popover_popdown (GTK_POPOVER (self));
  drop_focus (GTK_WIDGET (self));
  les_popovers_drop_pointer (GTK_WIDGET (self));
  gtk_widget_unparent (GTK_WIDGET (self));
}

static gboolean
forget_anchor_cb (gpointer data)
{
  LesAnchoredPopover *self = data;

  get_private (self)->idle_id = 0;
  forget_anchor (self);
  return G_SOURCE_REMOVE;
}

static void
les_anchored_popover_closed (GtkPopover *popover)
{
  LesAnchoredPopover *self = LES_ANCHORED_POPOVER (popover);
  LesAnchoredPopoverPrivate *priv = get_private (self);
  GtkWidget *focus = priv->focus;

  g_clear_weak_pointer (&priv->focus);
  if (priv->idle_id == 0 && priv->anchor != NULL)
    priv->idle_id = g_idle_add (forget_anchor_cb, self);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

static void
les_anchored_popover_dispose (GObject *object)
{
  LesAnchoredPopover *self = LES_ANCHORED_POPOVER (object);

  forget_anchor (self);
  g_clear_weak_pointer (&get_private (self)->focus);

  G_OBJECT_CLASS (les_anchored_popover_parent_class)->dispose (object);
}

static void
les_anchored_popover_class_init (LesAnchoredPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = les_anchored_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = les_anchored_popover_closed;
}

static void
les_anchored_popover_init (LesAnchoredPopover *self)
{
}

/**
 * les_anchored_popover_hang_on:
 * @anchor: in a window
 *
 * To be called before it pops up: makes it a child of @anchor until it is closed
 * or @anchor is not shown any more, and notes what has the focus now.
 */
void
les_anchored_popover_hang_on (LesAnchoredPopover *self, GtkWidget *anchor)
{
  LesAnchoredPopoverPrivate *priv = get_private (self);
  GtkRoot *root;

  g_return_if_fail (LES_IS_ANCHORED_POPOVER (self) && GTK_IS_WIDGET (anchor));

  root = gtk_widget_get_root (anchor);
  g_set_weak_pointer (&priv->focus, root != NULL ? gtk_root_get_focus (root) : NULL);
  forget_anchor (self);
  g_set_weak_pointer (&priv->anchor, anchor);
  gtk_widget_set_parent (GTK_WIDGET (self), anchor);
  priv->anchor_id = g_signal_connect_swapped (anchor, "unmap", G_CALLBACK (forget_anchor), self);
}
