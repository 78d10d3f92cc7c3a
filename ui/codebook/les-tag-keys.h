/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_KEYS (les_tag_keys_get_type ())
G_DECLARE_FINAL_TYPE (LesTagKeys, les_tag_keys, LES, TAG_KEYS, GtkWidget)

void     les_tag_keys_start       (LesTagKeys      *self,
                                   LesSession      *session);
gboolean les_tag_keys_get_started (LesTagKeys      *self);
gboolean les_tag_keys_take        (LesTagKeys      *self,
                                   guint            keyval,
                                   GdkModifierType  state);

G_END_DECLS
