/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-annotation.h"
#include "les-text.h"

G_BEGIN_DECLS

/**
 * LesAnchorResult:
 * @LES_ANCHOR_IN_PLACE: the words stand where the annotation says
 * @LES_ANCHOR_MOVED: they stand elsewhere, and only one place is possible
 * @LES_ANCHOR_LOST: no place is certain
 */
typedef enum
{
  LES_ANCHOR_IN_PLACE,
  LES_ANCHOR_MOVED,
  LES_ANCHOR_LOST,
} LesAnchorResult;

LesAnchorResult les_anchor_find (LesAnnotation *annotation,
                                 LesText       *text,
                                 LesTextRange  *range);

gboolean        les_anchor_is_back (LesAnnotation *annotation,
                                    LesText       *text,
                                    LesTextRange  *range);

G_END_DECLS
