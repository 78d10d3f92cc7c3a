/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_MERGER (les_tag_merger_get_type ())
G_DECLARE_FINAL_TYPE (LesTagMerger, les_tag_merger, LES, TAG_MERGER, AdwWindow)

GtkWidget *les_tag_merger_new     (LesSession         *session,
                                   const char * const *ids);
void       les_tag_merger_present (LesSession         *session,
                                   const char * const *ids,
                                   GtkWindow          *parent);

G_END_DECLS
