/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-filter-value.h"

G_BEGIN_DECLS

#define LES_TYPE_FILTER_POPOVER (les_filter_popover_get_type ())
G_DECLARE_DERIVABLE_TYPE (LesFilterPopover, les_filter_popover, LES, FILTER_POPOVER, GtkPopover)

/* In place of a facet: the range of dates. */
#define LES_FILTER_RANGE (-1)

/**
 * LesFilterPopoverClass:
 * @list_values: (transfer full) (element-type LesFilterValue): all that can be
 *   filtered by, each facet under a heading
 * @count_values: counts again how many records each of @values would leave, and
 *   looks again what is chosen
 * @list_chosen: (transfer full) (element-type LesFilterValue): what is filtered by,
 *   in the order in which it is shown, a range of dates as %LES_FILTER_RANGE
 * @toggle: chooses a value or takes the choice back
 * @is_active: whether anything is chosen
 * @get_range: @from and @to (transfer none) (nullable): 2025, 2025-02 or 2025-12-03
 * @set_range: the same
 * @clear: takes back every choice
 *
 * They are called only while there is a filter.
 */
struct _LesFilterPopoverClass
{
  GtkPopoverClass parent_class;

  GPtrArray *(*list_values)  (LesFilterPopover *self);
  void       (*count_values) (LesFilterPopover *self,
                              GPtrArray        *values);
  GPtrArray *(*list_chosen)  (LesFilterPopover *self);
  void       (*toggle)       (LesFilterPopover *self,
                              int               facet,
                              const char       *value);
  gboolean   (*is_active)    (LesFilterPopover *self);
  void       (*get_range)    (LesFilterPopover *self,
                              const char      **from,
                              const char      **to);
  void       (*set_range)    (LesFilterPopover *self,
                              const char       *from,
                              const char       *to);
  void       (*clear)        (LesFilterPopover *self);
};

void les_filter_popover_set_words  (LesFilterPopover *self,
                                    const char       *placeholder,
                                    const char       *range_heading);
void les_filter_popover_set_filter (LesFilterPopover *self,
                                    gpointer          filter);
void les_filter_popover_show_chips (LesFilterPopover *self,
                                    GtkWidget        *box);

G_END_DECLS
