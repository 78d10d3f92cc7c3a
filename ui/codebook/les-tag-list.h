/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_LIST (les_tag_list_get_type ())
G_DECLARE_FINAL_TYPE (LesTagList, les_tag_list, LES, TAG_LIST, GtkWidget)

GtkWidget *les_tag_list_new   (LesSession *session);

G_END_DECLS
