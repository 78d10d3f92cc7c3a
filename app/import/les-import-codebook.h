/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-codebook-merge.h"

G_BEGIN_DECLS

/* Any thread. */
LesCodebook *les_import_codebook       (GFile         *file,
                                        GCancellable  *cancellable,
                                        GError       **error);
LesCodebook *les_import_codebook_bytes (GBytes        *bytes,
                                        GError       **error);

/* One file for each format. */
LesCodebook *les_import_codebook_qdc   (GBytes        *bytes,
                                        GError       **error);
LesCodebook *les_import_codebook_csv   (GBytes        *bytes,
                                        GError       **error);

G_END_DECLS
