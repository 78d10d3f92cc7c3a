/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-panel.h"

#include "les-edits.h"

/* A panel that writes down what it is told. */
#define TEST_TYPE_PANEL (test_panel_get_type ())
G_DECLARE_FINAL_TYPE (TestPanel, test_panel, TEST, PANEL, LesPanel)

struct _TestPanel
{
  LesPanel parent_instance;

  LesSession *session;
  GString *log;
};

G_DEFINE_FINAL_TYPE (TestPanel, test_panel, LES_TYPE_PANEL)

static void
test_panel_show_session (LesPanel *panel, LesSession *session)
{
  TestPanel *self = TEST_PANEL (panel);

  /* What is left must still be there to be let go. */
  if (self->session != NULL)
    g_assert_true (LES_IS_SESSION (self->session));
  self->session = session;
  g_string_append (self->log, session != NULL ? "enter " : "leave ");
}

static void
query_cb (TestPanel *self)
{
  g_string_append_printf (self->log, "query:%s ", les_session_get_query (self->session));
}

static void
project_changed_cb (TestPanel *self, LesChange *applied)
{
  g_string_append_printf (self->log, "changed:%u ", les_change_get_n_edits (applied));
}

static void
test_panel_dispose (GObject *object)
{
  les_panel_leave_session (LES_PANEL (object));

  G_OBJECT_CLASS (test_panel_parent_class)->dispose (object);
}

static void
test_panel_class_init (TestPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = test_panel_dispose;
  LES_PANEL_CLASS (klass)->show_session = test_panel_show_session;
}

static void
test_panel_init (TestPanel *self)
{
  les_panel_follow_session (LES_PANEL (self), "notify::query", G_CALLBACK (query_cb));
  les_panel_follow_project (LES_PANEL (self), "changed", G_CALLBACK (project_changed_cb));
}

typedef struct
{
  TestPanel *panel;
  GString *log;
  LesSession *sessions[2];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->log = g_string_new (NULL);
  fixture->panel = g_object_ref_sink (g_object_new (TEST_TYPE_PANEL, NULL));
  fixture->panel->log = fixture->log;
  for (guint i = 0; i < G_N_ELEMENTS (fixture->sessions); i++)
    {
      g_autoptr (LesProject) project = les_project_new ();

      fixture->sessions[i] = les_session_new (project);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->panel != NULL)
    g_assert_finalize_object (fixture->panel);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->sessions); i++)
    g_assert_finalize_object (fixture->sessions[i]);
  g_string_free (fixture->log, TRUE);
}

static void
assert_log (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
}

static void
alter (LesSession *session)
{
  les_session_perform (session, les_edits_set_title (les_session_get_project (session), "Harbour"));
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_one_after_another (Fixture *fixture, gconstpointer data)
{
  LesPanel *panel = LES_PANEL (fixture->panel);
  guint n = 0;

  g_signal_connect (panel, "notify::session", G_CALLBACK (count_cb), &n);
  les_panel_set_session (panel, fixture->sessions[0]);
  les_panel_set_session (panel, fixture->sessions[0]);
  assert_log (fixture, "enter ");
  g_assert_cmpuint (n, ==, 1);
  g_object_set (panel, "session", fixture->sessions[1], NULL);
  assert_log (fixture, "leave enter ");
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (les_panel_get_session (panel) == fixture->sessions[1]);
  les_panel_set_session (panel, NULL);
  assert_log (fixture, "leave ");
  g_assert_null (les_panel_get_session (panel));
  g_assert_cmpuint (n, ==, 3);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  LesPanel *panel = LES_PANEL (fixture->panel);

  les_panel_set_session (panel, fixture->sessions[0]);
  les_session_set_query (fixture->sessions[0], "ferry");
  alter (fixture->sessions[0]);
  assert_log (fixture, "enter query:ferry changed:1 ");
  les_panel_set_session (panel, fixture->sessions[1]);
  assert_log (fixture, "leave enter ");
  les_session_set_query (fixture->sessions[0], "quay");
  alter (fixture->sessions[0]);
  assert_log (fixture, "");
  les_session_set_query (fixture->sessions[1], "buoy");
  assert_log (fixture, "query:buoy ");
}

/* Who goes away says nothing any more, but lets go. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  les_panel_set_session (LES_PANEL (fixture->panel), fixture->sessions[0]);
  g_string_truncate (fixture->log, 0);
  g_signal_connect (fixture->panel, "notify::session", G_CALLBACK (count_cb), &n);
  g_assert_finalize_object (g_steal_pointer (&fixture->panel));
  assert_log (fixture, "leave ");
  g_assert_cmpuint (n, ==, 0);
  les_session_set_query (fixture->sessions[0], "ferry");
  alter (fixture->sessions[0]);
  assert_log (fixture, "");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/panel/one-after-another", Fixture, NULL, set_up, test_one_after_another, tear_down);
  g_test_add ("/panel/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/panel/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
