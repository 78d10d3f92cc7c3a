/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

void les_import_report_present (GtkWindow  *parent,
                                LesSession *session,
                                GPtrArray  *imports,
                                GPtrArray  *added);

G_END_DECLS
