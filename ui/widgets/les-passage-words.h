/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-passage-pieces.h"

G_BEGIN_DECLS

char *les_passage_words_dup  (LesText        *text,
                              GArray         *pieces,
                              int             max_chars,
                              PangoAttrList **attributes);
void  les_passage_words_show (GtkLabel       *label,
                              LesText        *text,
                              GArray         *pieces,
                              int             max_chars);

G_END_DECLS
