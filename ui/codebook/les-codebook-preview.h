/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-session.h"
#include "les-codebook-merge.h"

G_BEGIN_DECLS

#define LES_TYPE_CODEBOOK_PREVIEW (les_codebook_preview_get_type ())
G_DECLARE_FINAL_TYPE (LesCodebookPreview, les_codebook_preview, LES, CODEBOOK_PREVIEW, AdwWindow)

GtkWidget *les_codebook_preview_new     (LesSession        *session,
                                         const LesCodebook *codebook,
                                         const char        *name);
void       les_codebook_preview_present (LesSession        *session,
                                         const LesCodebook *codebook,
                                         const char        *name,
                                         GtkWindow         *parent);

G_END_DECLS
