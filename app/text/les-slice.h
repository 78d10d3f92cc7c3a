/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LesSlice:
 * @start: first UTF-8 byte
 * @end: one behind the last UTF-8 byte
 *
 * A stretch of somebody else's UTF-8; not ended by NUL, never NULL. What the
 * recognisers of this folder hand each other.
 */
typedef struct
{
  const char *start;
  const char *end;
} LesSlice;

#define LES_SLICE(start, end) ((LesSlice) { (start), (end) })

gsize     les_slice_n_bytes         (LesSlice    self);
gsize     les_slice_n_chars         (LesSlice    self);
gboolean  les_slice_is_empty        (LesSlice    self);
char     *les_slice_dup             (LesSlice    self);
LesSlice  les_slice_trim            (LesSlice    self);
LesSlice  les_slice_trim_closing    (LesSlice    self);
LesSlice  les_slice_first           (LesSlice    self,
                                     gsize       n_bytes);
LesSlice  les_slice_last            (LesSlice    self,
                                     gsize       n_bytes);
gunichar  les_slice_first_char      (LesSlice    self);
gunichar  les_slice_last_char       (LesSlice    self);
guint     les_slice_count_words     (LesSlice    self);
gboolean  les_slice_has_byte        (LesSlice    self,
                                     char        byte);
gboolean  les_slice_equals          (LesSlice    self,
                                     const char *ascii_case_folded);
gboolean  les_slice_is_all_capitals (LesSlice    self);
gboolean  les_slice_ends_sentence   (LesSlice    self);
LesSlice  les_slice_next_word       (LesSlice   *rest);

G_END_DECLS
