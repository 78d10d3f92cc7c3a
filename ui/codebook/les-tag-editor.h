/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_EDITOR (les_tag_editor_get_type ())
G_DECLARE_FINAL_TYPE (LesTagEditor, les_tag_editor, LES, TAG_EDITOR, AdwWindow)

GtkWidget *les_tag_editor_new     (LesSession *session,
                                   const char *tag);
void       les_tag_editor_present (LesSession *session,
                                   const char *tag,
                                   GtkWindow  *parent);
void       les_tag_editor_present_below (LesSession *session,
                                   const char *above,
                                   GtkWindow  *parent);

G_END_DECLS
