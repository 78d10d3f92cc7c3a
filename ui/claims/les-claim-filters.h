/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-claims.h"

G_BEGIN_DECLS

typedef enum
{
  LES_CLAIM_FILTER_TAG,
  LES_CLAIM_FILTER_SPEAKER,
  LES_CLAIM_FILTER_RELATION,
  LES_N_CLAIM_FILTERS
} LesClaimFilter;

/**
 * LesClaimFilters:
 *
 * The drop-downs by which the claims table is filtered: in each "all", then
 * what occurs in the claims.
 */
typedef struct
{
  GtkDropDown *drop_downs[LES_N_CLAIM_FILTERS];   /* borrowed: of the template */
  GPtrArray *offered[LES_N_CLAIM_FILTERS];        /* of char: ids, behind "all" */
} LesClaimFilters;

void     les_claim_filters_init   (LesClaimFilters *self,
                                   GtkDropDown     *tag,
                                   GtkDropDown     *speaker,
                                   GtkDropDown     *relation);
void     les_claim_filters_clear  (LesClaimFilters *self);

gboolean les_claim_filters_fill   (LesClaimFilters *self,
                                   LesProject      *project,
                                   LesClaims       *claims);
gboolean les_claim_filters_accept (LesClaimFilters *self,
                                   const LesClaim  *claim);
void     les_claim_filters_reset  (LesClaimFilters *self);

G_END_DECLS
