/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_SPLITTER (les_tag_splitter_get_type ())
G_DECLARE_FINAL_TYPE (LesTagSplitter, les_tag_splitter, LES, TAG_SPLITTER, AdwWindow)

GtkWidget *les_tag_splitter_new     (LesSession *session,
                                     const char *tag);
void       les_tag_splitter_present (LesSession *session,
                                     const char *tag,
                                     GtkWindow  *parent);

G_END_DECLS
