/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"

G_BEGIN_DECLS

#define LES_TYPE_LINK_LINES (les_link_lines_get_type ())
G_DECLARE_FINAL_TYPE (LesLinkLines, les_link_lines, LES, LINK_LINES, GtkWidget)

void       les_link_lines_set_readers (LesLinkLines *self,
                                       LesReader    *left,
                                       LesReader    *right);
void       les_link_lines_set_session (LesLinkLines *self,
                                       LesSession   *session);
void       les_link_lines_set_stacked (LesLinkLines *self,
                                       gboolean      stacked);
guint      les_link_lines_get_n_drawn (LesLinkLines *self);
const char *les_link_lines_find       (LesLinkLines *self,
                                       double        x,
                                       double        y);

G_END_DECLS
