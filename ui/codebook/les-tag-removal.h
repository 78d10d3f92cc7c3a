/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

char *les_tag_removal_dup_words (LesProject         *project,
                                 const char * const *ids);
void  les_tag_removal_ask       (GtkWindow          *parent,
                                 LesSession         *session,
                                 const char * const *ids);

G_END_DECLS
