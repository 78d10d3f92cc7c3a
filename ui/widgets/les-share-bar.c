/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-share-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDTH 60
#define HEIGHT 8
#define HATCH_STEP 4.0

/**
 * LesShareBar:
 *
 * How much of an article the other one has: filled for what was taken over,
 * hatched for what is reworded, empty for what has no counterpart.
 */
struct _LesShareBar
{
  GtkWidget parent_instance;

  LesShareCount count;
};

G_DEFINE_FINAL_TYPE (LesShareBar, les_share_bar, GTK_TYPE_WIDGET)

static void
les_share_bar_measure (GtkWidget      *widget,
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
hatch (cairo_t *cr, double x0, double x1, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x0, 0, x1 - x0, height);
  cairo_clip (cr);
  for (double x = x0 - height; x < x1; x += HATCH_STEP)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
les_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LesShareBar *self = LES_SHARE_BAR (widget);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double total = MAX (1, les_share_count_get_n_words (&self->count));
  double taken = width * self->count.taken_over / total;
  double reworded = width * self->count.reworded / total;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  if (rtl)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  /* The first hue of the matches, as strong as an edge. */
  if (adw_style_manager_get_dark (manager))
    cairo_set_source_rgb (cr, 0.37, 0.70, 0.96);
  else
    cairo_set_source_rgb (cr, 0.0, 0.40, 0.72);
  cairo_rectangle (cr, 0, 0, taken, height);
  cairo_fill (cr);
  hatch (cr, taken, taken + reworded, height);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
les_share_bar_class_init (LesShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = les_share_bar_measure;
  widget_class->snapshot = les_share_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
les_share_bar_init (LesShareBar *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
les_share_bar_new (void)
{
  return g_object_new (LES_TYPE_SHARE_BAR, NULL);
}

/** Shows these words, to screen readers in words. */
void
les_share_bar_set_count (LesShareBar *self, const LesShareCount *count)
{
  g_autofree char *words = les_share_bar_dup_words (count);

  g_return_if_fail (LES_IS_SHARE_BAR (self));

  self->count = *count;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
get_percent (const LesShareCount *count, int n_words)
{
  return (les_share_count_get_thousandths (count, n_words) + 5) / 10;
}

/** Returns: (transfer full): "41 % taken over, 12 % reworded, no counterpart found for 47 %" */
char *
les_share_bar_dup_words (const LesShareCount *count)
{
  /* Translators: shares of the words of an article; %% prints a percent sign */
  return g_strdup_printf (_("%d %% taken over, %d %% reworded, no counterpart found for %d %%"),
                          get_percent (count, count->taken_over), get_percent (count, count->reworded),
                          get_percent (count, count->own));
}
