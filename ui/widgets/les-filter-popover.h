/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-filter.h"

G_BEGIN_DECLS

#define LES_TYPE_FILTER_POPOVER (les_filter_popover_get_type ())
G_DECLARE_DERIVABLE_TYPE (LesFilterPopover, les_filter_popover, LES, FILTER_POPOVER, GtkPopover)

/**
 * LesFilterPopoverClass:
 * @list_values: (transfer full) (element-type LesFilterValue): all that can be
 *   filtered by, each facet under a heading
 * @count_values: counts again how many records each of @values would leave, and
 *   looks again what is chosen
 * @dup_label: (transfer full): the words for a chosen value
 * @dup_range_label: (transfer full): the words for a range of dates; @from and @to
 *   are words as well, one of them perhaps empty
 *
 * They are called only while there is a filter.
 */
struct _LesFilterPopoverClass
{
  GtkPopoverClass parent_class;

  GPtrArray *(*list_values)     (LesFilterPopover *self);
  void       (*count_values)    (LesFilterPopover *self,
                                 GPtrArray        *values);
  char      *(*dup_label)       (LesFilterPopover *self,
                                 int               facet,
                                 const char       *value);
  char      *(*dup_range_label) (LesFilterPopover *self,
                                 const char       *from,
                                 const char       *to);
};

void les_filter_popover_set_words  (LesFilterPopover *self,
                                    const char       *placeholder,
                                    const char       *range_heading);
void les_filter_popover_set_filter (LesFilterPopover *self,
                                    LesFilter        *filter);
void les_filter_popover_show_chips (LesFilterPopover *self,
                                    GtkWidget        *box);

G_END_DECLS
