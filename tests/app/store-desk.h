/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "les-edits.h"
#include "les-error.h"
#include "les-keeper.h"
#include "own-home.h"

/* A project in a window without the window. */
typedef struct
{
  char *folder;
  GFile *file;
  LesProject *project;
  LesHistory *history;
  LesKeeper *keeper;
} Desk;

/* The answer of something that runs in the background. */
typedef struct
{
  guint n_answers;
  guint n_good;
  LesLoadedProject *loaded;
  GError *error;
} Answer;

G_GNUC_UNUSED static void
open_desk (Desk *desk, LesProject *project)
{
  desk->project = project;
  desk->history = les_history_new (project);
  desk->keeper = les_keeper_new (project, desk->history);
}

G_GNUC_UNUSED static void
set_up (Desk *desk, gconstpointer data)
{
  g_autofree char *path = NULL;

  empty_own_home ();
  desk->folder = g_dir_make_tmp ("lesart-keeper-XXXXXX", NULL);
  path = g_build_filename (desk->folder, "work.lesart", NULL);
  desk->file = g_file_new_for_path (path);
  open_desk (desk, les_project_new ());
}

G_GNUC_UNUSED static gboolean
give_up_cb (gpointer data)
{
  g_error ("nothing happened for ten seconds: %s", (const char *) data);
  return G_SOURCE_REMOVE;
}

/* A worker may hold on to it a moment longer. */
G_GNUC_UNUSED static void
wait_for_end_of (gpointer object)
{
  guint timeout = g_timeout_add_seconds (10, give_up_cb, (gpointer) "somebody holds on to it");

  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

G_GNUC_UNUSED static void
close_desk (Desk *desk)
{
  les_keeper_close (desk->keeper, TRUE);
  wait_for_end_of (desk->keeper);
  g_assert_finalize_object (desk->history);
  g_assert_finalize_object (desk->project);
}

G_GNUC_UNUSED static void
tear_down (Desk *desk, gconstpointer data)
{
  close_desk (desk);
  g_object_unref (desk->file);
  remove_folder (desk->folder);
  g_free (desk->folder);
}

G_GNUC_UNUSED static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  g_clear_error (&answer->error);
  answer->n_good += les_keeper_save_finish (LES_KEEPER (object), result, &answer->error);
  answer->n_answers++;
}

G_GNUC_UNUSED static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->loaded = les_keeper_load_finish (result, &answer->error);
  answer->n_answers++;
}

G_GNUC_UNUSED static void
wait_for (Answer *answer, guint n_answers)
{
  while (answer->n_answers < n_answers)
    g_main_context_iteration (NULL, TRUE);
}

G_GNUC_UNUSED static gboolean
save (Desk *desk, GFile *file, gboolean overwrite, int expected_code)
{
  Answer answer = { 0 };

  les_keeper_save_async (desk->keeper, file, overwrite, NULL, saved_cb, &answer);
  wait_for (&answer, 1);
  if (expected_code >= 0)
    g_assert_error (answer.error, LES_ERROR, expected_code);
  else
    g_assert_no_error (answer.error);
  g_clear_error (&answer.error);
  return answer.n_good > 0;
}

G_GNUC_UNUSED static LesLoadedProject *
load (GFile *file)
{
  Answer answer = { 0 };

  les_keeper_load_async (file, NULL, loaded_cb, &answer);
  wait_for (&answer, 1);
  g_assert_no_error (answer.error);
  return answer.loaded;
}

G_GNUC_UNUSED static void
rename_project (Desk *desk, const char *title)
{
  les_history_perform (desk->history, les_edits_set_title (desk->project, title));
}

G_GNUC_UNUSED static const char *
get_title (LesProject *project)
{
  return les_project_info_get (les_project_get_info (project), LES_PROJECT_INFO_TITLE);
}

