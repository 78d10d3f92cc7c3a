/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LesTextRange:
 * @start: first Unicode character
 * @end: one behind the last Unicode character
 *
 * A half-open stretch of an article's text, counted in Unicode characters
 * (code points) as #GtkTextIter counts; never in bytes. A plain value.
 */
typedef struct
{
  int start;
  int end;
} LesTextRange;

#define LES_TYPE_TEXT_RANGE (les_text_range_get_type ())

GType les_text_range_get_type (void);

#define LES_TEXT_RANGE(start, end) ((LesTextRange) { (start), (end) })

gboolean     les_text_range_is_empty  (LesTextRange range);
int          les_text_range_length    (LesTextRange range);
gboolean     les_text_range_equal     (LesTextRange a, LesTextRange b);
gboolean     les_text_range_contains  (LesTextRange range, int offset);
gboolean     les_text_range_overlaps  (LesTextRange a, LesTextRange b);
LesTextRange les_text_range_intersect (LesTextRange a, LesTextRange b);
LesTextRange les_text_range_join      (LesTextRange a, LesTextRange b);
int          les_text_range_compare   (LesTextRange a, LesTextRange b);

G_END_DECLS
