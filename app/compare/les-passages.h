/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-passage.h"
#include "les-weights.h"

G_BEGIN_DECLS

GPtrArray *les_passages_find (LesWeights   *weights,
                              guint         n_words,
                              GCancellable *cancellable);

G_END_DECLS
