/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LES_TYPE_FILTER_VALUE (les_filter_value_get_type ())
G_DECLARE_FINAL_TYPE (LesFilterValue, les_filter_value, LES, FILTER_VALUE, GObject)

LesFilterValue *les_filter_value_new           (int             facet,
                                                const char     *value,
                                                const char     *label);
LesFilterValue *les_filter_value_new_heading   (int             facet,
                                                const char     *label);
void            les_filter_value_place         (LesFilterValue *self,
                                                const char     *name,
                                                guint           depth);
void            les_filter_value_set_state     (LesFilterValue *self,
                                                guint           count,
                                                gboolean        chosen);

gboolean        les_filter_value_is_heading    (LesFilterValue *self);
int             les_filter_value_get_facet     (LesFilterValue *self);
const char     *les_filter_value_get_value     (LesFilterValue *self);
const char     *les_filter_value_get_label     (LesFilterValue *self);
const char     *les_filter_value_get_name      (LesFilterValue *self);
guint           les_filter_value_get_depth     (LesFilterValue *self);
guint           les_filter_value_get_count     (LesFilterValue *self);
gboolean        les_filter_value_get_chosen    (LesFilterValue *self);
gboolean        les_filter_value_answers       (LesFilterValue *self,
                                                const char     *key);
int             les_filter_value_compare       (gconstpointer   a,
                                                gconstpointer   b);

G_END_DECLS
