/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-match.h"

G_BEGIN_DECLS

/**
 * LesInk:
 *
 * The colours that are drawn with, for the style that is in force: light or
 * dark, with high contrast or not.
 */
typedef struct
{
  gboolean dark;
  gboolean high_contrast;
} LesInk;

LesInk  les_ink_get       (void);
GdkRGBA les_ink_match     (LesInk       ink,
                           guint        number,
                           double       alpha);
double  les_ink_match_strength (LesMatchGrade grade,
                           gboolean      current);
double  les_ink_ribbon_strength (LesMatchGrade grade,
                           gboolean      current);
void    les_ink_stroke_match (LesInk        ink,
                           cairo_t      *cr,
                           guint         number,
                           LesMatchGrade grade,
                           gboolean      current);
GdkRGBA les_ink_paper     (LesInk       ink);
GdkRGBA les_ink_text      (LesInk       ink,
                           double       alpha);
GdkRGBA les_ink_ground    (LesInk       ink,
                           double       alpha);
GdkRGBA les_ink_dim       (LesInk       ink);
GdkRGBA les_ink_stand_back (LesInk      ink);
GdkRGBA les_ink_hit       (LesInk       ink,
                           double       alpha);
GdkRGBA les_ink_tag       (LesInk       ink,
                           const char  *color);
GdkRGBA les_ink_tint      (LesInk       ink,
                           GdkRGBA      color);
double  les_ink_tint_strength (LesInk   ink);
double  les_ink_get_contrast (GdkRGBA   a,
                           GdkRGBA      b);
GdkRGBA les_ink_fade      (GdkRGBA      color,
                           double       alpha);

G_END_DECLS
