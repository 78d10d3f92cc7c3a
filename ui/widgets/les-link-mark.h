/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-relations.h"

G_BEGIN_DECLS

#define LES_TYPE_LINK_MARK (les_link_mark_get_type ())
G_DECLARE_FINAL_TYPE (LesLinkMark, les_link_mark, LES, LINK_MARK, GtkWidget)

GtkWidget *les_link_mark_new  (void);
void       les_link_mark_show (LesLinkMark *self,
                               LesProject  *project,
                               const char  *relation);
void       les_link_mark_draw (GtkWidget   *widget,
                               cairo_t     *cr,
                               double       x,
                               double       y,
                               double       radius,
                               const char  *color,
                               const char  *mark);

G_END_DECLS
