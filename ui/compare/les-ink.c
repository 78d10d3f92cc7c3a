/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-ink.h"

#include <adwaita.h>

/* Six hues that readers with any kind of colour vision can tell apart, each
 * once for paper and once for a dark ground. */
static const char * const on_light[] = { "#0067b8", "#c77800", "#00845f", "#b3488a", "#c44a00", "#5a5fc7" };
static const char * const on_dark[] = { "#5eb3f5", "#f0b040", "#3fc79a", "#e593c3", "#ff8a55", "#a3a8ff" };

static GdkRGBA
parse (const char *text)
{
  GdkRGBA color = { 0.5f, 0.5f, 0.5f, 1.0f };

  if (text != NULL)
    gdk_rgba_parse (&color, text);
  return color;
}

/** Returns: what the style manager says now */
LesInk
les_ink_get (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return (LesInk) { adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager) };
}

GdkRGBA
les_ink_fade (GdkRGBA color, double alpha)
{
  color.alpha = CLAMP (alpha, 0.0, 1.0);
  return color;
}

/** @number: of the match, from 0; the hues repeat */
GdkRGBA
les_ink_match (LesInk ink, guint number, double alpha)
{
  const char * const *palette = ink.dark ? on_dark : on_light;

  return les_ink_fade (parse (palette[number % G_N_ELEMENTS (on_light)]), ink.high_contrast ? alpha * 1.35 : alpha);
}

/** Returns: how opaque the ground of a match is */
double
les_ink_match_strength (LesMatchGrade grade, gboolean current)
{
  if (grade == LES_GRADE_POSSIBLE)
    return current ? 0.12 : 0.0;
  if (grade == LES_GRADE_PROBABLE)
    return current ? 0.24 : 0.09;
  return current ? 0.34 : 0.17;
}

/** Returns: how opaque the way from one end of a match to the other is */
double
les_ink_ribbon_strength (LesMatchGrade grade, gboolean current)
{
  return les_ink_match_strength (grade, current) * (current ? 0.9 : 0.6);
}

/** Strokes the path of @cr by the kind of match; a quiet taken-over passage has no edge. Clears the path. */
void
les_ink_stroke_match (LesInk ink, cairo_t *cr, guint number, LesMatchGrade grade, gboolean current)
{
  const double dots[] = { 1.5, 2.5 };
  GdkRGBA color = les_ink_match (ink, number, current ? 1.0 : grade == LES_GRADE_POSSIBLE ? 0.6 : 0.8);

  if (grade == LES_GRADE_ASSERTED && !current && !ink.high_contrast)
    {
      cairo_new_path (cr);
      return;
    }
  gdk_cairo_set_source_rgba (cr, &color);
  /* Not round: that makes dots three times as dear. */
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, current ? 1.75 : ink.high_contrast ? 1.5 : 1.0);
  if (grade == LES_GRADE_PROBABLE)
    {
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      cairo_set_line_width (cr, current ? 2.0 : 1.3);
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

GdkRGBA
les_ink_text (LesInk ink, double alpha)
{
  return les_ink_fade (parse (ink.dark ? "#ffffff" : "#000000"), alpha);
}

/** Returns: for what stands back: metadata, numbers; contrast at least 4.5 to 1 */
GdkRGBA
les_ink_dim (LesInk ink)
{
  return les_ink_text (ink, ink.high_contrast ? 0.85 : ink.dark ? 0.65 : 0.6);
}

GdkRGBA
les_ink_hit (LesInk ink, double alpha)
{
  return les_ink_fade (parse (ink.dark ? "#f8e45c" : "#e5a50a"), alpha);
}

/**
 * les_ink_tag:
 * @color: (nullable): #RRGGBB of the tag; NULL for what has no tag
 *
 * Returns: the tag's colour, brought far enough from the ground to be seen
 */
GdkRGBA
les_ink_tag (LesInk ink, const char *color)
{
  GdkRGBA rgba = color != NULL ? parse (color) : les_ink_dim (ink);
  double light = 0.2126 * rgba.red + 0.7152 * rgba.green + 0.0722 * rgba.blue;
  float target = ink.dark ? 1.0f : 0.0f;
  float mix = 0.0f;

  if (ink.dark && light < 0.45)
    mix = (float) (0.45 - light);
  else if (!ink.dark && light > 0.62)
    mix = (float) (light - 0.62);
  rgba.red += (target - rgba.red) * mix;
  rgba.green += (target - rgba.green) * mix;
  rgba.blue += (target - rgba.blue) * mix;
  return rgba;
}
