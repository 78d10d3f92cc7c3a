/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-grade-stroke.h"

#include <adwaita.h>

#define WIDTH 18
#define HEIGHT 10

/**
 * LesGradeStroke:
 *
 * A small sample of how a match is drawn between the texts: a filled band for
 * what was taken over, dotted edges for what is probable, a thin outline for what
 * is possible. Says nothing to a screen reader: the word beside it does.
 */
struct _LesGradeStroke
{
  GtkWidget parent_instance;

  LesMatchGrade grade;
};

enum
{
  PROP_0,
  PROP_GRADE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LesGradeStroke, les_grade_stroke, GTK_TYPE_WIDGET)

static void
les_grade_stroke_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
les_grade_stroke_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LesGradeStroke *self = LES_GRADE_STROKE (widget);
  const double dots[] = { 1.0, 3.0 };
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double light = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? 1.0 : 0.0;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  cairo_rectangle (cr, 1.0, 1.5, width - 2.0, height - 3.0);
  if (self->grade != LES_GRADE_POSSIBLE)
    {
      cairo_set_source_rgba (cr, light, light, light, self->grade == LES_GRADE_ASSERTED ? 0.55 : 0.15);
      cairo_fill_preserve (cr);
    }
  cairo_set_source_rgba (cr, light, light, light, 0.75);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, self->grade == LES_GRADE_PROBABLE ? 1.6 : 1.0);
  if (self->grade == LES_GRADE_PROBABLE)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
les_grade_stroke_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_GRADE:
      les_grade_stroke_set_grade (LES_GRADE_STROKE (object), (LesMatchGrade) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_grade_stroke_class_init (LesGradeStrokeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = les_grade_stroke_set_property;
  widget_class->measure = les_grade_stroke_measure;
  widget_class->snapshot = les_grade_stroke_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  properties[PROP_GRADE] = g_param_spec_int ("grade", NULL, NULL, LES_GRADE_POSSIBLE, LES_GRADE_ASSERTED,
                                             LES_GRADE_POSSIBLE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
les_grade_stroke_init (LesGradeStroke *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
les_grade_stroke_new (LesMatchGrade grade)
{
  return g_object_new (LES_TYPE_GRADE_STROKE, "grade", (int) grade, NULL);
}

void
les_grade_stroke_set_grade (LesGradeStroke *self, LesMatchGrade grade)
{
  g_return_if_fail (LES_IS_GRADE_STROKE (self));

  if (self->grade == grade)
    return;
  self->grade = grade;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
