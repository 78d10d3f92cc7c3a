/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

gboolean les_export_markdown (LesProject    *project,
                              GString       *out,
                              GCancellable  *cancellable,
                              GError       **error);

void     les_markdown_append_name (GString    *out,
                                   const char *name);

G_END_DECLS
