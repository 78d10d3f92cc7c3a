/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-panel.h"

/**
 * LesPanel:
 *
 * A part of the window that shows something of a session, one session after
 * another. Holds it, tells the derived class when it changes, and carries the
 * signals that the class follows from one session and its project to the next.
 *
 * A derived class that gives things up in its dispose calls
 * les_panel_leave_session() there first.
 *
 * Property "session" (nullable).
 */
typedef struct
{
  LesSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *project_signals;
} LesPanelPrivate;

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LesPanel, les_panel, GTK_TYPE_WIDGET)

static LesPanelPrivate *
get_private (LesPanel *self)
{
  return les_panel_get_instance_private (self);
}

/* What the panel makes to show the session hears of a change before the panel itself does. */
static void
enter_session (LesPanel *self, LesSession *session)
{
  LesPanelPrivate *priv = get_private (self);

  priv->session = g_object_ref (session);
  LES_PANEL_GET_CLASS (self)->show_session (self, session);
  g_signal_group_set_target (priv->session_signals, session);
  g_signal_group_set_target (priv->project_signals, les_session_get_project (session));
}

static void
les_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, get_private (LES_PANEL (object))->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_panel_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      les_panel_set_session (LES_PANEL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
les_panel_dispose (GObject *object)
{
  LesPanelPrivate *priv = get_private (LES_PANEL (object));

  g_clear_object (&priv->session_signals);
  g_clear_object (&priv->project_signals);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (les_panel_parent_class)->dispose (object);
}

static void
les_panel_class_init (LesPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = les_panel_get_property;
  object_class->set_property = les_panel_set_property;
  object_class->dispose = les_panel_dispose;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, LES_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
les_panel_init (LesPanel *self)
{
  LesPanelPrivate *priv = get_private (self);

  priv->session_signals = g_signal_group_new (LES_TYPE_SESSION);
  priv->project_signals = g_signal_group_new (LES_TYPE_PROJECT);
}

/** Returns: (transfer none) (nullable): what is shown */
LesSession *
les_panel_get_session (LesPanel *self)
{
  g_return_val_if_fail (LES_IS_PANEL (self), NULL);

  return get_private (self)->session;
}

/** @session: (nullable): what is shown from now on */
void
les_panel_set_session (LesPanel *self, LesSession *session)
{
  g_return_if_fail (LES_IS_PANEL (self));

  if (get_private (self)->session == session)
    return;
  les_panel_leave_session (self);
  if (session != NULL)
    enter_session (self, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/** Lets go of the session without telling anybody else: for the dispose of a derived class, may be called twice. */
void
les_panel_leave_session (LesPanel *self)
{
  LesPanelPrivate *priv = get_private (self);
  g_autoptr (LesSession) left = g_steal_pointer (&priv->session);

  if (left == NULL)
    return;
  g_signal_group_set_target (priv->session_signals, NULL);
  g_signal_group_set_target (priv->project_signals, NULL);
  LES_PANEL_GET_CLASS (self)->show_session (self, NULL);
}

/**
 * les_panel_follow_session:
 * @signal: a signal of #LesSession, with detail if need be
 * @callback: called with @self first, for whatever session is shown
 *
 * For the init of a derived class, before there is a session.
 */
void
les_panel_follow_session (LesPanel *self, const char *signal, GCallback callback)
{
  g_signal_group_connect_swapped (get_private (self)->session_signals, signal, callback, self);
}

/** As les_panel_follow_session(), with a signal of the session's #LesProject. */
void
les_panel_follow_project (LesPanel *self, const char *signal, GCallback callback)
{
  g_signal_group_connect_swapped (get_private (self)->project_signals, signal, callback, self);
}
