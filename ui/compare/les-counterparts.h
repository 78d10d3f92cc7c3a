/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_COUNTERPARTS (les_counterparts_get_type ())
G_DECLARE_FINAL_TYPE (LesCounterparts, les_counterparts, LES, COUNTERPARTS, GtkWidget)

GtkWidget *les_counterparts_new   (void);
void       les_counterparts_find  (LesCounterparts *self,
                                   LesSession      *session,
                                   LesSide          side,
                                   LesTextRange     passage);
guint      les_counterparts_get_n_found (LesCounterparts *self);
void       les_counterparts_choose (LesCounterparts *self,
                                   guint            index);

G_END_DECLS
