/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

static inline gpointer
les_alloc_zeroed (gsize n, gsize size)
{
  return memset (g_malloc_n (n, size), 0, n * size);
}

/**
 * les_new_zeroed:
 *
 * As g_new0(), for tables that are read here and there before they are written. A page
 * that the system has promised as zero and that is read first is one that all read;
 * to write there it is copied, and every processor that this program runs on stopped.
 */
#define les_new_zeroed(Type, n) ((Type *) les_alloc_zeroed ((n), sizeof (Type)))

G_END_DECLS
