/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *les_letter_key_get_refusal (LesSession *session,
                                        const char *action);
gboolean    les_letter_key_activate    (GtkWidget  *widget,
                                        LesSession *session,
                                        const char *action,
                                        GVariant   *target);

G_END_DECLS
