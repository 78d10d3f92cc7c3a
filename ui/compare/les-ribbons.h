/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"

G_BEGIN_DECLS

#define LES_TYPE_RIBBONS (les_ribbons_get_type ())
G_DECLARE_FINAL_TYPE (LesRibbons, les_ribbons, LES, RIBBONS, GtkWidget)

void       les_ribbons_set_readers (LesRibbons *self,
                                    LesReader  *left,
                                    LesReader  *right);
void       les_ribbons_set_session (LesRibbons *self,
                                    LesSession *session);
void       les_ribbons_set_stacked (LesRibbons *self,
                                    gboolean    stacked);
guint      les_ribbons_get_n_drawn (LesRibbons *self);
guint      les_ribbons_get_n_visible (LesRibbons *self);

G_END_DECLS
