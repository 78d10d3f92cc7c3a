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
les_ink_accent (LesInk ink)
{
  return parse (ink.dark ? "#78aeed" : "#1c71d8");
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
