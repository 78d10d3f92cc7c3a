/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text.h"

G_BEGIN_DECLS

/**
 * LesDisplayText:
 *
 * The form of a text that a text view can carry: paragraphs longer than
 * %LES_LIMIT_DISPLAY_LINE_CHARS are broken at a blank, or in a grapheme gap
 * where there is none, by line ends that the text does not have; control
 * characters that a text view cannot show are replaced one for one. The text
 * itself is untouched: offsets are mapped both ways.
 */
typedef struct _LesDisplayText LesDisplayText;

LesDisplayText *les_display_text_new         (LesText        *text);
void            les_display_text_free        (LesDisplayText *self);

const char     *les_display_text_get_utf8    (LesDisplayText *self);
gsize           les_display_text_get_n_bytes (LesDisplayText *self);
gboolean        les_display_text_is_broken   (LesDisplayText *self);
int             les_display_text_from_text   (LesDisplayText *self,
                                              int             offset);
int             les_display_text_to_text     (LesDisplayText *self,
                                              int             display_offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesDisplayText, les_display_text_free)

G_END_DECLS
