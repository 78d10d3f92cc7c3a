/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-display-text.h"
#include "les-document.h"
#include "les-ink.h"
#include "les-range-index.h"

G_BEGIN_DECLS

/* How the blocks of an article look: text tags by role. */

void  les_typography_install  (GtkTextBuffer  *buffer);
void  les_typography_set_font (GtkTextBuffer  *buffer,
                               const char     *family,
                               double          points);
void  les_typography_set_ink  (GtkTextBuffer  *buffer,
                               LesInk          ink);
void  les_typography_apply    (GtkTextBuffer  *buffer,
                               LesDocument    *document,
                               LesDisplayText *display);
void  les_typography_dim      (GtkTextBuffer  *buffer,
                               LesRangeIndex  *passages);
int   les_typography_measure  (GtkWidget      *widget,
                               const char     *family,
                               double          points,
                               int             n_chars,
                               int            *out_leading);
char *les_typography_dup_family (const char   *reading_font);

G_END_DECLS
