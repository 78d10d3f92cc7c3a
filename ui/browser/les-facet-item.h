/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-article-filter.h"

G_BEGIN_DECLS

#define LES_TYPE_FACET_ITEM (les_facet_item_get_type ())
G_DECLARE_FINAL_TYPE (LesFacetItem, les_facet_item, LES, FACET_ITEM, GObject)

LesFacetItem *les_facet_item_new          (LesFacet      facet,
                                           const char   *value,
                                           const char   *label);
LesFacetItem *les_facet_item_new_heading  (LesFacet      facet);
LesFacet      les_facet_item_get_facet    (LesFacetItem *self);
const char   *les_facet_item_get_value    (LesFacetItem *self);
const char   *les_facet_item_get_label    (LesFacetItem *self);
gboolean      les_facet_item_is_heading   (LesFacetItem *self);
gboolean      les_facet_item_matches      (LesFacetItem *self,
                                           const char   *folded);
guint         les_facet_item_get_count    (LesFacetItem *self);
gboolean      les_facet_item_get_active   (LesFacetItem *self);
void          les_facet_item_set_state    (LesFacetItem *self,
                                           guint         count,
                                           gboolean      active);

char         *les_facet_dup_label         (LesProject   *project,
                                           LesFacet      facet,
                                           const char   *value);
const char   *les_facet_get_name          (LesFacet      facet);

G_END_DECLS
