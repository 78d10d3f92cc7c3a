/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-history.h"
#include "les-project-format.h"

G_BEGIN_DECLS

/*
 * Keeps one open project: its file, its journal, its backups. Main thread
 * only; reading and writing happen in worker threads on snapshots.
 *
 * Properties: "file" (GFile, nullable), "saving" (boolean), "read-only"
 * (boolean), "changed-on-disk" (boolean), "unprotected" (boolean). All with
 * notify.
 */
#define LES_TYPE_KEEPER (les_keeper_get_type ())
G_DECLARE_FINAL_TYPE (LesKeeper, les_keeper, LES, KEEPER, GObject)

LesKeeper  *les_keeper_new             (LesProject           *project,
                                        LesHistory           *history);

GFile      *les_keeper_get_file        (LesKeeper            *self);
gboolean    les_keeper_get_saving      (LesKeeper            *self);
gboolean    les_keeper_get_read_only   (LesKeeper            *self);
gboolean    les_keeper_get_changed_on_disk (LesKeeper        *self);
gboolean    les_keeper_get_unprotected (LesKeeper            *self);
void        les_keeper_check_disk      (LesKeeper            *self);

/* Binds a keeper to a file that was just loaded. */
void        les_keeper_set_loaded      (LesKeeper            *self,
                                        GFile                *file,
                                        gboolean              read_only);

/* @file NULL: where it came from. Marks the history saved when the write has
 * succeeded. Errors: LES_ERROR_CHANGED_ON_DISK unless @overwrite (also when
 * there is a file at a place that is new to the project),
 * LES_ERROR_NOT_WRITABLE, LES_ERROR_NO_SPACE, LES_ERROR_FAILED and more. */
void        les_keeper_save_async      (LesKeeper            *self,
                                        GFile                *file,
                                        gboolean              overwrite,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean    les_keeper_save_finish     (LesKeeper            *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/* Ends keeping, after a save that is running. @discard: the user chose to throw unsaved work away; the
 * journal is moved aside, never deleted. */
void        les_keeper_close           (LesKeeper            *self,
                                        gboolean              discard);

/* Reads a project in a worker thread. */
void              les_keeper_load_async  (GFile                *file,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
LesLoadedProject *les_keeper_load_finish (GAsyncResult         *result,
                                          GError              **error);

/**
 * LesRecovery: unsaved work that a crash left behind
 * @file: (nullable): the project it belongs to
 * @title: (nullable): the project's title
 * @when: last edit
 * @journal: for les_keeper_recover()
 */
typedef struct
{
  GFile *file;
  char *title;
  GDateTime *when;
  GFile *journal;
} LesRecovery;

GPtrArray        *les_keeper_list_recoveries (void);
/* The project with the journal's edits applied. */
LesLoadedProject *les_keeper_recover         (const LesRecovery    *recovery,
                                              GError              **error);
/* Moves the journal aside. */
void              les_keeper_forget_recovery (const LesRecovery    *recovery);
void              les_recovery_free          (LesRecovery          *recovery);

G_END_DECLS
