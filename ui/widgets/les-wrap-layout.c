/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-wrap-layout.h"

/**
 * LesWrapLayout:
 *
 * Sets children one behind the other as words in a line, each at its natural
 * width; a child that does not fit begins a new line. By itself it wants to be
 * as wide as its widest child: what it is in decides how long the lines are.
 */
struct _LesWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (LesWrapLayout, les_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Places the children from @first on that fit into @width; returns the first
 * that does not. */
static GtkWidget *
measure_line (LesWrapLayout *self, GtkWidget *first, int width, int *height)
{
  GtkWidget *child;
  int x = 0;

  *height = 0;
  for (child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int min, natural, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &natural, NULL, NULL);
      natural = MAX (min, MIN (natural, width));
      if (x > 0 && x + natural > width)
        break;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &child_height, NULL, NULL);
      *height = MAX (*height, child_height);
      x += natural + self->spacing;
    }
  return child;
}

static int
measure_height (LesWrapLayout *self, GtkWidget *widget, int width)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int height = 0;

  while (child != NULL)
    {
      int line;

      child = measure_line (self, child, width, &line);
      height += line + (height > 0 ? self->spacing : 0);
    }
  return height;
}

static void
measure_width (GtkWidget *widget, int *min, int *natural)
{
  *min = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_min, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_natural, NULL, NULL);
      *min = MAX (*min, child_min);
      *natural = MAX (*natural, child_natural);
    }
}

static GtkSizeRequestMode
les_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
les_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  LesWrapLayout *self = LES_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size);
}

static int
allocate_line (LesWrapLayout *self, GtkWidget *widget, GtkWidget *first, GtkWidget *end, int y, int width, int height)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    {
      int min, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &natural, NULL, NULL);
      natural = MAX (min, MIN (natural, width));
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { mirrored ? width - x - natural : x, y, natural, height },
                                -1);
      x += natural + self->spacing;
    }
  return y + height + self->spacing;
}

static void
les_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  LesWrapLayout *self = LES_WRAP_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int line;
      GtkWidget *end = measure_line (self, child, width, &line);

      y = allocate_line (self, widget, child, end, y, width, line);
      child = end;
    }
}

static void
les_wrap_layout_class_init (LesWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = les_wrap_layout_get_request_mode;
  layout_class->measure = les_wrap_layout_measure;
  layout_class->allocate = les_wrap_layout_allocate;
}

static void
les_wrap_layout_init (LesWrapLayout *self)
{
  self->spacing = 6;
}

/** @spacing: pixels between children and between lines */
GtkLayoutManager *
les_wrap_layout_new (int spacing)
{
  LesWrapLayout *self = g_object_new (LES_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
