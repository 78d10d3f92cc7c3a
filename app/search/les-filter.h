/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LES_TYPE_FILTER (les_filter_get_type ())
G_DECLARE_DERIVABLE_TYPE (LesFilter, les_filter, LES, FILTER, GObject)

/**
 * LesFilterClass:
 * @n_facets: how many facets there are; a derived class sets it
 */
struct _LesFilterClass
{
  GObjectClass parent_class;

  int n_facets;
};

int         les_filter_get_n_facets (LesFilter  *self);
gboolean    les_filter_is_active    (LesFilter  *self);
void        les_filter_clear        (LesFilter  *self);

GPtrArray  *les_filter_get_values   (LesFilter  *self,
                                     int         facet);
gboolean    les_filter_has          (LesFilter  *self,
                                     int         facet,
                                     const char *value);
void        les_filter_toggle       (LesFilter  *self,
                                     int         facet,
                                     const char *value);

const char *les_filter_get_from     (LesFilter  *self);
const char *les_filter_get_to       (LesFilter  *self);
void        les_filter_set_range    (LesFilter  *self,
                                     const char *from,
                                     const char *to);

/* For derived classes and whoever owns the filter */
void        les_filter_replace      (LesFilter  *self,
                                     int         facet,
                                     const char *value);
void        les_filter_set_only     (LesFilter  *self,
                                     int         facet,
                                     const char *value);
void        les_filter_keep         (LesFilter  *self,
                                     int         facet,
                                     gboolean  (*is_there) (const char *value, gpointer data),
                                     gpointer    data);
void        les_filter_emit_changed (LesFilter  *self);

G_END_DECLS
