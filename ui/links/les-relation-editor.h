/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_RELATION_EDITOR (les_relation_editor_get_type ())
G_DECLARE_FINAL_TYPE (LesRelationEditor, les_relation_editor, LES, RELATION_EDITOR, AdwWindow)

GtkWidget *les_relation_editor_new     (LesSession *session,
                                        const char *relation);
void       les_relation_editor_present (LesSession *session,
                                        const char *relation,
                                        GtkWindow  *parent);

G_END_DECLS
