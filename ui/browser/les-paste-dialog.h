/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

void les_paste_dialog_present (GtkWindow  *parent,
                               LesSession *session);

G_END_DECLS
