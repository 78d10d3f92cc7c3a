/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-application.h"
#include "les-window.h"

/* A whole window with the program behind it, and two short reports to work on. */

#define PATIENCE_USEC (20 * G_USEC_PER_SEC)

static LesApplication *application;
static char *folder;

typedef gboolean (*Condition) (gpointer data);

static inline void
wait_until (Condition condition, gpointer data)
{
  gint64 limit = g_get_monotonic_time () + PATIENCE_USEC;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static inline gboolean
is_idle (gpointer data)
{
  return !les_window_is_busy (data);
}

static inline gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static inline void
settle (LesWindow *window)
{
  wait_until (is_idle, window);
  for (int i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
}

static inline LesWindow *
open_window (void)
{
  LesWindow *window = les_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  return window;
}

static inline void
discard_window (LesWindow *window)
{
  LesHistory *history = les_session_get_history (les_window_get_session (window));
  gpointer watched = window;

  les_history_mark_saved (history, les_history_get_position (history));
  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gtk_window_close (GTK_WINDOW (window));
  wait_until (is_gone, &watched);
}

static inline void
act (LesWindow *window, const char *action, const char *target)
{
  g_autoptr (GVariant) value = target == NULL ? NULL : g_variant_ref_sink (g_variant_new_parsed (target));

  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), action));
  g_action_group_activate_action (G_ACTION_GROUP (window), action, value);
  settle (window);
}

static inline char *
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_filename_to_uri (path, NULL, NULL);
}

static inline void
add_two (LesWindow *window)
{
  g_autofree char *left = write_file ("links.txt",
    "Der Deich an der Oste hält dem Wasser stand. Das sagte der Deichgraf am Montag in Hechthausen.\n\n"
    "Niemand muss seine Wohnung verlassen.");
  g_autofree char *right = write_file ("rechts.txt",
    "Am Montag sprach der Deichgraf in Hechthausen.\n\nDer Deich an der Oste hält dem Wasser stand. Das sagte er.");
  g_autofree char *target = g_strdup_printf ("[%s'%s', '%s']", "", left, right);

  act (window, "add-uris", target);
}

static inline LesProject *
project_of (LesWindow *window)
{
  return les_session_get_project (les_window_get_session (window));
}

static inline guint
count (LesWindow *window, LesRecordKind kind)
{
  return les_project_get_n_records (project_of (window), kind);
}

static inline void
open_both (LesWindow *window)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project_of (window), LES_RECORD_ARTICLE);
  g_autofree char *target = g_strdup_printf ("('%s', '%s')",
                                             les_record_get_id (articles->pdata[0]),
                                             les_record_get_id (articles->pdata[1]));

  act (window, "open-pair", target);
}

static inline GtkWindow *
find_dialog (LesWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (toplevel) && gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return toplevel;
    }
  return NULL;
}

/* Starts the program, without a window yet. */
static inline void
start_application (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  folder = g_dir_make_tmp ("lesart-window-XXXXXX", NULL);
  application = les_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}
