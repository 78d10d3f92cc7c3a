/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-folding-bin.h"

/* Below these widths, in pixels, there is room for one pane, for two. */
#define WIDTH_FOR_TWO 780
#define WIDTH_FOR_THREE 1100

/**
 * LesFoldingBin:
 *
 * Holds the panes of a window and says in "n-fitting" how many of them have
 * room (1 to 3), so that the window can fold the others away. Lets itself be
 * made narrower than its child asks for; the child is cut for the moment until
 * the window has answered.
 */
struct _LesFoldingBin
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *child;

  /* State */
  int n_fitting;
  guint announce_id;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_N_FITTING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (LesFoldingBin, les_folding_bin, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static gboolean
announce_cb (gpointer data)
{
  LesFoldingBin *self = data;

  self->announce_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FITTING]);
  return G_SOURCE_REMOVE;
}

static void
les_folding_bin_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  LesFoldingBin *self = LES_FOLDING_BIN (widget);
  int child_minimum = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      for_size = MAX (for_size, child_minimum);
    }
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 360);
}

static void
les_folding_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LesFoldingBin *self = LES_FOLDING_BIN (widget);
  int n_fitting = width < WIDTH_FOR_TWO ? 1 : width < WIDTH_FOR_THREE ? 2 : 3;
  int minimum;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, MAX (width, minimum), height, baseline, NULL);

  if (n_fitting == self->n_fitting)
    return;
  self->n_fitting = n_fitting;
  if (self->announce_id == 0)
    self->announce_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, announce_cb, self, NULL);
}

static void
les_folding_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LesFoldingBin *self = LES_FOLDING_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_N_FITTING:
      g_value_set_int (value, self->n_fitting);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_folding_bin_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  LesFoldingBin *self = LES_FOLDING_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_clear_pointer (&self->child, gtk_widget_unparent);
      self->child = g_value_get_object (value);
      if (self->child != NULL)
        gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_folding_bin_dispose (GObject *object)
{
  LesFoldingBin *self = LES_FOLDING_BIN (object);

  g_clear_handle_id (&self->announce_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (les_folding_bin_parent_class)->dispose (object);
}

static void
les_folding_bin_class_init (LesFoldingBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = les_folding_bin_get_property;
  object_class->set_property = les_folding_bin_set_property;
  object_class->dispose = les_folding_bin_dispose;
  widget_class->measure = les_folding_bin_measure;
  widget_class->size_allocate = les_folding_bin_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_FITTING] = g_param_spec_int ("n-fitting", NULL, NULL, 1, 3, 3,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
les_folding_bin_init (LesFoldingBin *self)
{
  self->n_fitting = 3;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** Returns: how many panes have room, 1 to 3 */
int
les_folding_bin_get_n_fitting (LesFoldingBin *self)
{
  return self->n_fitting;
}
