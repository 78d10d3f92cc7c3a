/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_LINK_LIST (les_link_list_get_type ())
G_DECLARE_FINAL_TYPE (LesLinkList, les_link_list, LES, LINK_LIST, GtkWidget)

void       les_link_list_show (LesLinkList *self,
                               LesSession  *session,
                               const char  *annotation,
                               gboolean     editable);

G_END_DECLS
