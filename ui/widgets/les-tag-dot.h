/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LES_TYPE_TAG_DOT (les_tag_dot_get_type ())
G_DECLARE_FINAL_TYPE (LesTagDot, les_tag_dot, LES, TAG_DOT, GtkWidget)

GtkWidget *les_tag_dot_new       (const char *color);
void       les_tag_dot_set_color (LesTagDot  *self,
                                  const char *color);

G_END_DECLS
