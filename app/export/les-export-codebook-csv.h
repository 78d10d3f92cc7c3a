/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

gboolean les_export_codebook_csv (LesProject    *project,
                                  GString       *out,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
