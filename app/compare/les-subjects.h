/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "les-document.h"

G_BEGIN_DECLS

/**
 * LesSubjects:
 *
 * Many articles, indexed by the names, nouns and numbers in them, to find those
 * that report the same in other words. Not thread safe: one thread at a time
 * may use it, whichever.
 */
typedef struct _LesSubjects LesSubjects;

/**
 * LesSameSubject:
 * @article: id; borrowed from the index until that article changes
 * @share: thousandths of what both together have, by weight
 * @words: the rarest of what they share, as the article that was asked about
 *   writes it, "Tessel, Fenmark, Pfeiler"
 */
typedef struct
{
  const char *article;
  int share;
  char *words;
} LesSameSubject;

LesSubjects *les_subjects_new    (void);
void         les_subjects_free   (LesSubjects   *self);

void         les_subjects_put    (LesSubjects   *self,
                                  const char    *id,
                                  LesDocument   *document);
gboolean     les_subjects_remove (LesSubjects   *self,
                                  const char    *id);
GArray      *les_subjects_find   (LesSubjects   *self,
                                  const char    *id,
                                  guint          n_best,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesSubjects, les_subjects_free)

G_END_DECLS
