/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-session.h"
#include "les-text-edits.h"

G_BEGIN_DECLS

/**
 * LesVersionDialog:
 *
 * Takes a newer version of an article, pasted or from a file.
 *
 * Signal "added" (const char *older, const char *newer, const char *changes):
 * the project has both; @changes says what was changed, in words.
 */
#define LES_TYPE_VERSION_DIALOG (les_version_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LesVersionDialog, les_version_dialog, LES, VERSION_DIALOG, AdwWindow)

LesVersionDialog *les_version_dialog_present (GtkWindow        *parent,
                                              LesSession       *session,
                                              const char       *id);
void              les_version_dialog_read    (LesVersionDialog *self,
                                              GFile            *file);

G_END_DECLS
