/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-weights.h"

G_BEGIN_DECLS

GArray *les_anchors_find (LesWeights   *weights,
                          const guint8 *left_taken,
                          const guint8 *right_taken,
                          guint         n_words,
                          GCancellable *cancellable);

G_END_DECLS
