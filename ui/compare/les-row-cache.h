/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-text-range.h"

G_BEGIN_DECLS

/**
 * LesRow:
 * @range: characters of the display text, with the blank at which it was broken
 * @top: pixels below the top of its paragraph
 * @height: pixels, without the space between rows
 * @x0: left edge of the words, buffer coordinates
 * @x1: right edge of the words
 *
 * One row of a wrapped paragraph.
 */
typedef struct
{
  LesTextRange range;
  int top;
  int height;
  int x0;
  int x1;
} LesRow;

/**
 * LesRowCache:
 *
 * The rows of the paragraphs that were asked for, and places in them. Making them
 * is dear (it lays the paragraph out); they stay until the width or the text changes.
 */
typedef struct _LesRowCache LesRowCache;

LesRowCache *les_row_cache_new   (GtkTextView *view);
void         les_row_cache_free  (LesRowCache *self);
void         les_row_cache_clear (LesRowCache *self);
GArray      *les_row_cache_get   (LesRowCache *self,
                                  int          line);
gboolean     les_row_cache_has   (LesRowCache *self,
                                  int          line);
int          les_row_cache_get_x (LesRowCache *self,
                                  int          offset);

G_END_DECLS
