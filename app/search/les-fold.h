/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *les_fold             (const char *utf8,
                                  gsize       n_bytes,
                                  gsize      *out_n_bytes);
const char *les_fold_next_char   (const char *p,
                                  gboolean   *after_space,
                                  gsize      *n_folded);

G_END_DECLS
