/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text-range.h"
#include "les-types.h"

G_BEGIN_DECLS

#define LES_TYPE_TEXT (les_text_get_type ())

GType les_text_get_type (void);

LesText     *les_text_new           (const char   *utf8,
                                     gssize        n_bytes);
LesText     *les_text_new_take      (char         *utf8,
                                     gsize         n_bytes);
LesText     *les_text_ref           (LesText      *self);
void         les_text_unref         (LesText      *self);

const char  *les_text_get_utf8      (LesText      *self);
gsize        les_text_get_n_bytes   (LesText      *self);
int          les_text_get_n_chars   (LesText      *self);
LesTextRange les_text_get_range     (LesText      *self);

gsize        les_text_char_to_byte  (LesText      *self,
                                     int           offset);
int          les_text_byte_to_char  (LesText      *self,
                                     gsize         byte);
const char  *les_text_peek          (LesText      *self,
                                     int           offset);
gunichar     les_text_get_char      (LesText      *self,
                                     int           offset);
char        *les_text_dup_range     (LesText      *self,
                                     LesTextRange  range);
LesTextRange les_text_trim          (LesText      *self,
                                     LesTextRange  range);
LesTextRange les_text_find          (LesText      *self,
                                     const char   *needle,
                                     int           from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesText, les_text_unref)

G_END_DECLS
