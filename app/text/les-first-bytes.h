/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LES_FIRST_BYTES_MAX_WORDS 255

/**
 * LesFirstBytes:
 * @first: for each byte the first word that begins with it, counted from 1; 0 if
 *   there is none
 * @behind: for each word, counted from 1, the next that begins with the same byte
 *
 * The words of a short list by their first byte, in the order of the list: most
 * words of a text begin as few of the list do.
 */
typedef struct
{
  guint8 first[256];
  guint8 behind[LES_FIRST_BYTES_MAX_WORDS + 1];
} LesFirstBytes;

LesFirstBytes *les_first_bytes_new (gconstpointer items,
                                    gsize         n_items,
                                    gsize         item_size);

G_END_DECLS
