/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-claims.h"

G_BEGIN_DECLS

gboolean les_export_claims_csv      (LesProject    *project,
                                     GString       *out,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean les_export_claims_markdown (LesProject    *project,
                                     GString       *out,
                                     GCancellable  *cancellable,
                                     GError       **error);
gboolean les_export_claims_html     (LesProject    *project,
                                     GString       *out,
                                     GCancellable  *cancellable,
                                     GError       **error);

G_END_DECLS
