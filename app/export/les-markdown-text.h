/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts and names in CommonMark: what could be read as mark-up is escaped. */

void les_markdown_append_text       (GString    *out,
                                     const char *text,
                                     const char *prefix);
void les_markdown_append_paragraphs (GString    *out,
                                     const char *text);
void les_markdown_append_name       (GString    *out,
                                     const char *name);
void les_markdown_append_heading    (GString    *out,
                                     const char *marker,
                                     const char *name);
void les_markdown_append_field      (GString    *out,
                                     const char *label,
                                     const char *value);

G_END_DECLS
