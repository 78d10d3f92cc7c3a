/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   les_export_dialog_async  (GtkWindow            *parent,
                                 const char           *title,
                                 const char           *name,
                                 const char           *extension,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
GFile *les_export_dialog_finish (GAsyncResult         *result);

G_END_DECLS
