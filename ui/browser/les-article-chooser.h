/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

void les_article_chooser_present (GtkWidget  *parent,
                                  LesSession *session,
                                  LesSide     side);

G_END_DECLS
