/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

G_BEGIN_DECLS

GMenuModel *les_article_menu_new (LesSession         *session,
                                  const char * const *ids);

G_END_DECLS
