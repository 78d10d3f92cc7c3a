/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Up to eight bytes as a number. */
static inline guint64
les_load_bytes (const char *bytes, gsize n_bytes)
{
  guint64 value = 0;
  guint32 low;
  guint32 high;

  if (n_bytes >= 8)
    memcpy (&value, bytes, 8);
  else if (n_bytes >= 4)
    {
      memcpy (&low, bytes, 4);
      memcpy (&high, bytes + n_bytes - 4, 4);
      value = (guint64) high << 32 | low;
    }
  else if (n_bytes > 0)
    value = (guchar) bytes[0] | (guint) (guchar) bytes[n_bytes / 2] << 8 | (guint) (guchar) bytes[n_bytes - 1] << 16;
  return value;
}

/**
 * les_hash_bytes:
 * @bytes: a word
 * @n_bytes: its length
 *
 * Returns: a number for the tables of words; the same on every run. Cost: a few
 *   steps for each eight bytes.
 */
static inline guint32
les_hash_bytes (const char *bytes, gsize n_bytes)
{
  guint64 hash = n_bytes;

  for (gsize i = 0; i < n_bytes; i += 8)
    {
      hash = (hash ^ les_load_bytes (bytes + i, n_bytes - i)) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      hash ^= hash >> 32;
    }
  return hash;
}

G_END_DECLS
