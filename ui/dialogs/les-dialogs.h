/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Every dialog that asks or tells, behind functions that do not show which
 * widget does it. Main thread.
 */

/**
 * LesFileKind: what a file dialog offers
 */
typedef enum
{
  LES_FILE_PROJECT,
  LES_FILE_ARTICLES,
  LES_FILE_FOLDER,
  LES_FILE_EXPORT,
  LES_FILE_CODEBOOK,
} LesFileKind;

/**
 * LesAnswer:
 * @id: what les_dialogs_ask_finish() returns
 * @label: translated, with a mnemonic
 * @destructive: whether something is lost by it
 */
typedef struct
{
  const char *id;
  const char *label;
  gboolean destructive;
} LesAnswer;

void       les_dialogs_open_async  (GtkWindow            *parent,
                                    LesFileKind           kind,
                                    const char           *title,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GPtrArray *les_dialogs_open_finish (GAsyncResult         *result);

void       les_dialogs_save_async  (GtkWindow            *parent,
                                    LesFileKind           kind,
                                    const char           *title,
                                    const char           *name,
                                    GFile                *folder,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
GFile     *les_dialogs_save_finish (GAsyncResult         *result);

void       les_dialogs_ask_async   (GtkWindow            *parent,
                                    const char           *heading,
                                    const char           *body,
                                    const LesAnswer      *answers,
                                    guint                 n_answers,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
char      *les_dialogs_ask_finish  (GAsyncResult         *result);

void       les_dialogs_tell        (GtkWindow            *parent,
                                    const char           *heading,
                                    const char           *body);
void       les_dialogs_about       (GtkWindow            *parent);

G_END_DECLS
