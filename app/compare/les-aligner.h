/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-passage.h"
#include "les-weights.h"

G_BEGIN_DECLS

/**
 * LesAligner:
 *
 * Finds the equal words of two short stretches that keep their order, so that
 * their weight less the cost of the breaks between them is greatest. A lone
 * "the" between two changes is not worth a break; a name is.
 */
typedef struct _LesAligner LesAligner;

LesAligner *les_aligner_new             (LesWeights *weights);
void        les_aligner_free            (LesAligner *self);

gboolean    les_aligner_fill            (LesAligner *self,
                                         guint       left_start,
                                         guint       left_end,
                                         guint       right_start,
                                         guint       right_end,
                                         GArray     *runs);
gboolean    les_aligner_diff            (LesAligner *self,
                                         guint       left_start,
                                         guint       left_end,
                                         guint       right_start,
                                         guint       right_end,
                                         GArray     *runs);
void        les_aligner_extend_forward  (LesAligner *self,
                                         guint       left_start,
                                         guint       left_end,
                                         guint       right_start,
                                         guint       right_end,
                                         GArray     *runs);
void        les_aligner_extend_backward (LesAligner *self,
                                         guint       left_start,
                                         guint       left_end,
                                         guint       right_start,
                                         guint       right_end,
                                         GArray     *runs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesAligner, les_aligner_free)

G_END_DECLS
