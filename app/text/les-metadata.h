/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-block.h"

G_BEGIN_DECLS

/**
 * LesMetadata:
 *
 * What a report says about itself, as far as it was recognised. NULL means
 * "not known"; nothing is ever an empty string. The text itself is left as it
 * is: #LesMetadata.blocks says where each thing stands in it.
 */
typedef struct
{
  char *headline;
  char *kicker;
  char *date;          /* 2025, 2025-02 or 2025-12-03: only what is known */
  char *place;         /* "Zürich": set as in running text, not in capitals */
  char *agency;        /* "dpa-AFX"; several as "APA/Reuters/AFP" */
  char *author;
  char *correction;    /* without brackets */
  char *caption;
  char *credit;
  char *desk;          /* "abc/DP/xyz" */
  char *language;      /* "de", "en" */
  GArray *blocks;      /* of LesBlock */
} LesMetadata;

LesMetadata *les_metadata_recognise (LesText     *text,
                                     const char  *language);
void         les_metadata_free      (LesMetadata *self);

char        *les_language_guess     (LesText     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesMetadata, les_metadata_free)

G_END_DECLS
