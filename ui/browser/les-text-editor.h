/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-session.h"
#include "les-text-edits.h"

G_BEGIN_DECLS

/**
 * LesTextEditor:
 *
 * A window for correcting the text of an article.
 *
 * Signal "applied" (LesTextEditSummary *summary): the text is another one now.
 */
#define LES_TYPE_TEXT_EDITOR (les_text_editor_get_type ())
G_DECLARE_FINAL_TYPE (LesTextEditor, les_text_editor, LES, TEXT_EDITOR, AdwWindow)

LesTextEditor *les_text_editor_present (GtkWindow  *parent,
                                        LesSession *session,
                                        const char *id);

G_END_DECLS
