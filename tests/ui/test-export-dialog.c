/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-export-dialog.h"

#include <glib/gstdio.h>

#include "dialog-fixture.h"
#include "finding.h"

/* Where an export goes: with its extension, and over another file only after a question. */

typedef struct
{
  DialogFixture parent;
  char *outer;
  char *folder;           /* in outer */
  gboolean answered;
  GFile *file;
} Fixture;

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->file = les_export_dialog_finish (result);
  fixture->answered = TRUE;
}

/* A dialog that nobody sees may take the folder above for the one that was set. */
static char *
dup_taken (Fixture *fixture, gboolean above)
{
  return g_build_filename (above ? fixture->outer : fixture->folder, "taken.csv", NULL);
}

static void
make_taken (Fixture *fixture)
{
  for (int above = 0; above < 2; above++)
    {
      g_autofree char *path = dup_taken (fixture, above);

      g_assert_true (g_file_set_contents (path, "before", -1, NULL));
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  dialog_set_up (&fixture->parent, data);
  fixture->outer = g_dir_make_tmp ("lesart-export-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->outer, "inner", NULL);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  les_export_dialog_async (fixture->parent.parent, "Export", "a/b.csv", "csv", chosen_cb, fixture);
  while (find_dialog ("GtkFileChooserDialog") == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->file);
  for (int above = 0; above < 2; above++)
    {
      g_autofree char *path = dup_taken (fixture, above);

      g_remove (path);
    }
  g_assert_cmpint (g_chdir (g_get_tmp_dir ()), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->outer), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->outer);
  dialog_tear_down (&fixture->parent, data);
}

static void
wait_until_named (GtkWindow *chooser, GFile *file)
{
  g_autoptr (GFile) named = NULL;

  while (named == NULL || !g_file_equal (named, file))
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      g_clear_object (&named);
      named = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
    }
}

static void
choose (Fixture *fixture, const char *name, gboolean taken)
{
  GtkWindow *chooser = find_dialog ("GtkFileChooserDialog");
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  wait_until_named (chooser, file);
  /* Not before: the dialog would complete the name. */
  if (taken)
    make_taken (fixture);
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_ACCEPT);
}

static void
answer (Fixture *fixture, const char *label)
{
  GtkWindow *dialog;

  while ((dialog = find_dialog ("AdwMessageDialog")) == NULL && !fixture->answered)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (fixture->answered);
  g_signal_emit_by_name (find_button (GTK_WIDGET (dialog), label), "clicked");
  while (!fixture->answered)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_chosen (Fixture *fixture, const char *name)
{
  g_autofree char *chosen = NULL;

  while (!fixture->answered)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (fixture->file);
  chosen = g_file_get_basename (fixture->file);
  g_assert_cmpstr (chosen, ==, name);
}

static void
test_extension (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "new", FALSE);
  assert_chosen (fixture, "new.csv");
}

static void
test_own_extension (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "new.csv", FALSE);
  assert_chosen (fixture, "new.csv");
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "taken", TRUE);
  answer (fixture, "_Cancel");
  g_assert_null (fixture->file);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "taken", TRUE);
  answer (fixture, "_Replace");
  assert_chosen (fixture, "taken.csv");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (find_dialog ("GtkFileChooserDialog"), "response", GTK_RESPONSE_CANCEL);
  while (!fixture->answered)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (fixture->file);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  dialog_init (&argc, &argv);
  ADD ("/export-dialog/extension", test_extension);
  ADD ("/export-dialog/own-extension", test_own_extension);
  ADD ("/export-dialog/keep", test_keep);
  ADD ("/export-dialog/replace", test_replace);
  ADD ("/export-dialog/cancel", test_cancel);
  return g_test_run ();
}
