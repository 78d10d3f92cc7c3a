/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-link-mark.h"

#include <math.h>

#define SIZE 18

/**
 * LesLinkMark:
 *
 * The mark of a relation on a disc of its colour: "=", "≠" and so on. The name
 * stands beside it always.
 */
struct _LesLinkMark
{
  GtkWidget parent_instance;

  char *color;
  char *mark;
};

G_DEFINE_FINAL_TYPE (LesLinkMark, les_link_mark, GTK_TYPE_WIDGET)

static double
get_channel (float value)
{
  return value <= 0.04045f ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* Whether black stands out better than white: relative luminance after WCAG 2. */
static gboolean
is_light (const GdkRGBA *color)
{
  double luminance = 0.2126 * get_channel (color->red) + 0.7152 * get_channel (color->green)
                     + 0.0722 * get_channel (color->blue);

  return luminance > 0.25;
}

static PangoLayout *
make_layout (GtkWidget *widget, const char *mark, double radius)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, mark);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, "sans-serif");
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, radius * 1.45 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

/**
 * les_link_mark_draw:
 * @widget: whose fonts are used
 * @x: of the middle
 * @y: of the middle
 * @color: #RRGGBB
 */
void
les_link_mark_draw (GtkWidget  *widget,
                    cairo_t    *cr,
                    double      x,
                    double      y,
                    double      radius,
                    const char *color,
                    const char *mark)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, mark, radius);
  GdkRGBA disc = { 0.5f, 0.5f, 0.5f, 1.0f };
  PangoRectangle ink;

  gdk_rgba_parse (&disc, color);
  gdk_cairo_set_source_rgba (cr, &disc);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  cairo_set_source_rgb (cr, is_light (&disc) ? 0 : 1, is_light (&disc) ? 0 : 1, is_light (&disc) ? 0 : 1);
  cairo_move_to (cr, x - ink.x - ink.width / 2.0, y - ink.y - ink.height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
les_link_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LesLinkMark *self = LES_LINK_MARK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->mark == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  les_link_mark_draw (widget, cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, self->color, self->mark);
  cairo_destroy (cr);
}

static void
les_link_mark_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
les_link_mark_finalize (GObject *object)
{
  LesLinkMark *self = LES_LINK_MARK (object);

  g_free (self->color);
  g_free (self->mark);

  G_OBJECT_CLASS (les_link_mark_parent_class)->finalize (object);
}

static void
les_link_mark_class_init (LesLinkMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_link_mark_finalize;
  widget_class->snapshot = les_link_mark_snapshot;
  widget_class->measure = les_link_mark_measure;
  gtk_widget_class_set_css_name (widget_class, "linkmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
les_link_mark_init (LesLinkMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
les_link_mark_new (void)
{
  return g_object_new (LES_TYPE_LINK_MARK, NULL);
}

/** @relation: (nullable): built-in, or the id of a #LesRelation; NULL shows nothing */
void
les_link_mark_show (LesLinkMark *self, LesProject *project, const char *relation)
{
  g_return_if_fail (LES_IS_LINK_MARK (self));

  g_clear_pointer (&self->color, g_free);
  g_clear_pointer (&self->mark, g_free);
  if (relation != NULL)
    {
      self->color = g_strdup (les_relations_get_color (project, relation));
      self->mark = les_relations_dup_mark (project, relation);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
