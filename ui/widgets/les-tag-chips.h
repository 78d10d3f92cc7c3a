/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-project.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_CHIPS (les_tag_chips_get_type ())
G_DECLARE_FINAL_TYPE (LesTagChips, les_tag_chips, LES, TAG_CHIPS, GtkWidget)

void       les_tag_chips_set_removable (LesTagChips        *self,
                                        gboolean            removable);
void       les_tag_chips_show          (LesTagChips        *self,
                                        LesProject         *project,
                                        const char * const *tags);
void       les_tag_chips_add_end       (LesTagChips        *self,
                                        GtkWidget          *widget);

G_END_DECLS
