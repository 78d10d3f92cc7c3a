/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LES_TYPE_IMPORTANCE_STARS (les_importance_stars_get_type ())
G_DECLARE_FINAL_TYPE (LesImportanceStars, les_importance_stars, LES, IMPORTANCE_STARS, GtkWidget)

void       les_importance_stars_set_value (LesImportanceStars *self,
                                           guint               value);

G_END_DECLS
