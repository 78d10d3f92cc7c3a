/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LesDecoded:
 * @utf8: (nullable): valid UTF-8 without NUL, line ends LF; taken by the caller
 * @n_bytes: its length in UTF-8 bytes
 * @encoding: (nullable): what it was read in, as iconv names it
 * @guessed: whether nothing in the bytes proves that encoding
 * @repairs: how many characters were replaced or removed
 */
typedef struct
{
  char *utf8;
  gsize n_bytes;
  char *encoding;
  gboolean guessed;
  int repairs;
} LesDecoded;

gboolean les_encoding_decode (LesDecoded    *decoded,
                              GBytes        *bytes,
                              const char    *encoding,
                              GError       **error);
void     les_decoded_clear   (LesDecoded    *decoded);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LesDecoded, les_decoded_clear)

G_END_DECLS
