/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-shares.h"

G_BEGIN_DECLS

#define LES_TYPE_SHARE_BAR (les_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (LesShareBar, les_share_bar, LES, SHARE_BAR, GtkWidget)

GtkWidget *les_share_bar_new       (void);
void       les_share_bar_set_count (LesShareBar         *self,
                                    const LesShareCount *count);
char      *les_share_bar_dup_words (const LesShareCount *count);

G_END_DECLS
