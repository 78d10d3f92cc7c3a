/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "browser-fixture.h"

/* A window that dialogs belong to, and the dialog that is open over it. */
typedef struct
{
  GtkWindow *parent;
  LesSession *session;
} DialogFixture;

static inline void
dialog_set_up (DialogFixture *fixture,
               gconstpointer  data)
{
  fixture->session = make_session ();
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->parent);
}

static inline GtkWindow *
find_dialog (const char *type_name)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type_name))
        return window;
    }
  return NULL;
}

static inline gpointer
get_part (GtkWindow  *dialog,
          const char *id)
{
  return gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), id);
}

static inline void
run_pending (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Closed and gone: a dialog that somebody still holds is a leak. */
static inline void
assert_closed (const char *type_name)
{
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (find_dialog (type_name) != NULL && g_get_monotonic_time () < end)
    run_pending ();
  g_assert_null (find_dialog (type_name));
}

static inline void
dialog_tear_down (DialogFixture *fixture,
                  gconstpointer  data)
{
  gtk_window_destroy (fixture->parent);
  while (les_session_get_busy (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  run_pending ();
  g_assert_finalize_object (fixture->session);
}

static inline void
dialog_init (int    *argc,
             char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}
