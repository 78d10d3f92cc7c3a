/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-file-stamp.h"
#include "les-project.h"

G_BEGIN_DECLS

typedef struct _LesJournal LesJournal;

/**
 * LesJournalBase:
 * @project_id: never NULL
 * @title: (nullable): of the project
 * @path: (nullable): its file
 * @sha256: (nullable): what its file was; NULL when the journal must hold the
 *   whole project itself
 *
 * What the changes of a journal are applied to. Strings are borrowed.
 */
typedef struct
{
  const char *project_id;
  const char *title;
  const char *path;
  const char *sha256;
} LesJournalBase;

/* @good: whether the journal could be written just now. Main thread. */
typedef void (*LesJournalReport) (gboolean good,
                                  gpointer user_data);

LesJournal *les_journal_new         (void);
void        les_journal_free        (LesJournal           *self);

void        les_journal_set_report  (LesJournal           *self,
                                     LesJournalReport      report,
                                     gpointer              user_data);

gboolean    les_journal_is_empty    (LesJournal           *self);
void        les_journal_start       (LesJournal           *self,
                                     const LesJournalBase *base,
                                     LesProject           *snapshot);
void        les_journal_add         (LesJournal           *self,
                                     LesChange            *change);
guint64     les_journal_get_mark    (LesJournal           *self);
void        les_journal_note_saving (LesJournal           *self,
                                     guint64               mark,
                                     const char           *path,
                                     const char           *sha256);
void        les_journal_set_saved   (LesJournal           *self,
                                     guint64               mark,
                                     const LesJournalBase *base);
void        les_journal_supersede   (LesJournal           *self,
                                     int                   old_fd,
                                     const char           *old_path);
gboolean    les_journal_flush       (LesJournal           *self);
void        les_journal_remove      (LesJournal           *self);
void        les_journal_put_aside   (LesJournal           *self);

void        les_journal_move_aside  (const char           *path);

G_END_DECLS
