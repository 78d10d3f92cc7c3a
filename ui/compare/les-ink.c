/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-ink.h"

#include <adwaita.h>
#include <math.h>

#define TAG_CONTRAST 3.0
#define TAG_HIGH_CONTRAST 4.5
#define CONTRAST_STEPS 7
#define MAX_KNOWN_COLORS 1000

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

/** @alpha: 0 to 1 */
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

/** Returns: black, in the dark style white, of that opacity (0 to 1) */
GdkRGBA
les_ink_text (LesInk ink, double alpha)
{
  return les_ink_fade (parse (ink.dark ? "#ffffff" : "#000000"), alpha);
}

/** Returns: the paper of the text panes */
GdkRGBA
les_ink_ground (LesInk ink, double alpha)
{
  return les_ink_fade (parse (ink.dark ? "#1e1e1e" : "#ffffff"), alpha);
}

/** Returns: for what stands back: metadata, numbers; contrast at least 4.5 to 1 */
GdkRGBA
les_ink_dim (LesInk ink)
{
  return les_ink_text (ink, ink.high_contrast ? 0.85 : ink.dark ? 0.65 : 0.6);
}

/** Returns: for running text that stands back beside other text, at high contrast too; contrast at least 4.5 to 1 */
GdkRGBA
les_ink_stand_back (LesInk ink)
{
  return les_ink_text (ink, ink.high_contrast ? 0.66 : ink.dark ? 0.62 : 0.57);
}

/** Returns: the colour of what is searched for, of that opacity (0 to 1) */
GdkRGBA
les_ink_hit (LesInk ink, double alpha)
{
  return les_ink_fade (parse (ink.dark ? "#f8e45c" : "#e5a50a"), alpha);
}

/** Returns: what the text stands on */
GdkRGBA
les_ink_paper (LesInk ink)
{
  return parse (ink.dark ? "#1e1e1e" : "#ffffff");
}

static double
get_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (GdkRGBA color)
{
  return 0.2126 * get_linear (color.red) + 0.7152 * get_linear (color.green) + 0.0722 * get_linear (color.blue);
}

/** Returns: 1 to 21, as WCAG 2.1 reckons the contrast of two opaque colours */
double
les_ink_get_contrast (GdkRGBA a, GdkRGBA b)
{
  double first = get_luminance (a);
  double second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static GdkRGBA
mix (GdkRGBA from, GdkRGBA to, double part)
{
  return (GdkRGBA) { (float) (from.red + (to.red - from.red) * part), (float) (from.green + (to.green - from.green) * part),
                     (float) (from.blue + (to.blue - from.blue) * part), 1.0f };
}

/** Returns: the ground of the current annotation, without alpha. @color: of les_ink_tag() */
GdkRGBA
les_ink_tint (LesInk ink, GdkRGBA color)
{
  return mix (les_ink_paper (ink), color, les_ink_tint_strength (ink));
}

/** Returns: how opaque the ground of the current annotation is */
double
les_ink_tint_strength (LesInk ink)
{
  return ink.dark ? 0.26 : 0.20;
}

static gboolean
stands_out (LesInk ink, GdkRGBA color)
{
  return les_ink_get_contrast (color, les_ink_tint (ink, color)) >= (ink.high_contrast ? TAG_HIGH_CONTRAST : TAG_CONTRAST);
}

static GdkRGBA
bring_out (LesInk ink, const char *color)
{
  GdkRGBA own = color != NULL ? parse (color) : mix (les_ink_paper (ink), les_ink_text (ink, 1.0), 0.6);
  GdkRGBA far = les_ink_text (ink, 1.0);
  double low = 0.0;
  double high = 1.0;

  own.alpha = 1.0f;
  if (stands_out (ink, own))
    return own;
  for (int i = 0; i < CONTRAST_STEPS; i++)
    {
      double middle = (low + high) / 2;

      if (stands_out (ink, mix (own, far, middle)))
        high = middle;
      else
        low = middle;
    }
  return mix (own, far, high);
}

/**
 * les_ink_tag:
 * @color: (nullable): #RRGGBB of the tag; NULL for what has no tag
 *
 * Returns: the tag's colour, brought so far from the paper, and from the ground
 *   that the current annotation has in this colour, that the contrast is 3 to 1,
 *   with high contrast 4.5 to 1
 *   Main thread: each colour is reckoned once.
 */
GdkRGBA
les_ink_tag (LesInk ink, const char *color)
{
  static GHashTable *known[2][2];
  GHashTable **table = &known[ink.dark ? 1 : 0][ink.high_contrast ? 1 : 0];
  const char *key = color != NULL ? color : "";
  GdkRGBA *found;

  if (*table == NULL)
    *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  found = g_hash_table_lookup (*table, key);
  if (found == NULL)
    {
      GdkRGBA color_here = bring_out (ink, color);

      if (g_hash_table_size (*table) >= MAX_KNOWN_COLORS)
        g_hash_table_remove_all (*table);
      found = g_memdup2 (&color_here, sizeof color_here);
      g_hash_table_insert (*table, g_strdup (key), found);
    }
  return *found;
}
