/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LesNumbering:
 *
 * Gives each id a small number, for as long as it is there; the number of one
 * that went goes to the next that comes.
 */
typedef struct _LesNumbering LesNumbering;

LesNumbering *les_numbering_new     (void);
void          les_numbering_free    (LesNumbering *self);

guint32       les_numbering_take    (LesNumbering *self,
                                     const char   *id);
void          les_numbering_release (LesNumbering *self,
                                     const char   *id);
gboolean      les_numbering_find    (LesNumbering *self,
                                     const char   *id,
                                     guint32      *number);
guint         les_numbering_get_n   (LesNumbering *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesNumbering, les_numbering_free)

G_END_DECLS
