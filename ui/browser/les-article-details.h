/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

void les_article_details_present       (GtkWindow       *parent,
                                        LesSession      *session,
                                        const char      *id);
void les_article_details_present_field (GtkWindow       *parent,
                                        LesSession      *session,
                                        const char      *id,
                                        LesArticleField  field);

G_END_DECLS
