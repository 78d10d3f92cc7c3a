/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

void        les_encoding_dialog_present  (GtkWindow  *parent,
                                          LesSession *session,
                                          const char *id,
                                          GBytes     *bytes);
const char *les_encoding_get_description (const char *encoding);

G_END_DECLS
