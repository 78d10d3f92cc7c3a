/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-chip-box.h"

/*
 * LesChipBox:
 *
 * Sets small widgets one after the other and begins a new line where the
 * width ends, as words in a paragraph.
 */

#define SPACING_PIXELS 6

struct _LesChipBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (LesChipBox, les_chip_box, GTK_TYPE_WIDGET)

typedef struct
{
  int width;
  int x;
  int y;
  int line_height;
} Cursor;

static GtkAllocation
place_child (Cursor    *cursor,
             GtkWidget *child)
{
  GtkAllocation place;
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  place.width = MAX (minimum, MIN (natural, cursor->width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
  if (cursor->x > 0 && cursor->x + place.width > cursor->width)
    {
      cursor->x = 0;
      cursor->y += cursor->line_height + SPACING_PIXELS;
      cursor->line_height = 0;
    }
  place.x = cursor->x;
  place.y = cursor->y;
  cursor->x += place.width + SPACING_PIXELS;
  cursor->line_height = MAX (cursor->line_height, place.height);
  return place;
}

static int
measure_height (LesChipBox *self,
                int         width)
{
  Cursor cursor = { .width = width };

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    place_child (&cursor, child);
  return cursor.y + cursor.line_height;
}

static void
measure_width (LesChipBox *self,
               int        *out_minimum,
               int        *out_natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      *out_minimum = MAX (*out_minimum, minimum);
      *out_natural += natural + (*out_natural > 0 ? SPACING_PIXELS : 0);
    }
}

static GtkSizeRequestMode
les_chip_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
les_chip_box_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  LesChipBox *self = LES_CHIP_BOX (widget);

  *minimum = 0;
  *natural = 0;
  *minimum_baseline = -1;
  *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = measure_height (self, for_size < 0 ? G_MAXINT : for_size);
}

static void
les_chip_box_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  Cursor cursor = { .width = width };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = place_child (&cursor, child);

      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
les_chip_box_dispose (GObject *object)
{
  les_chip_box_clear (LES_CHIP_BOX (object));
  G_OBJECT_CLASS (les_chip_box_parent_class)->dispose (object);
}

static void
les_chip_box_class_init (LesChipBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_chip_box_dispose;
  widget_class->get_request_mode = les_chip_box_get_request_mode;
  widget_class->measure = les_chip_box_measure;
  widget_class->size_allocate = les_chip_box_size_allocate;
}

static void
les_chip_box_init (LesChipBox *self)
{
}

void
les_chip_box_clear (LesChipBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

void
les_chip_box_append (LesChipBox *self,
                     GtkWidget  *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
