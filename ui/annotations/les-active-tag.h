/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

G_BEGIN_DECLS

/*
 * While a tag is active, every selection gets it at once. The session holds
 * which one it is. Nothing here needs a screen.
 */

gboolean les_active_tag_apply (LesSession *session,
                               gboolean    grown);

G_END_DECLS
