/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_PANEL (les_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (LesPanel, les_panel, LES, PANEL, GtkWidget)

/**
 * LesPanelClass:
 * @show_session: (nullable): what is to be shown from now on. Between two sessions
 *   it is called with NULL: what is kept of the one before, which lives until this
 *   returns, must go.
 */
struct _LesPanelClass
{
  GtkWidgetClass parent_class;

  void (*show_session) (LesPanel   *self,
                        LesSession *session);
};

LesSession *les_panel_get_session     (LesPanel   *self);
void        les_panel_set_session     (LesPanel   *self,
                                       LesSession *session);
void        les_panel_leave_session   (LesPanel   *self);
void        les_panel_follow_session  (LesPanel   *self,
                                       const char *signal,
                                       GCallback   callback);
void        les_panel_follow_project  (LesPanel   *self,
                                       const char *signal,
                                       GCallback   callback);

G_END_DECLS
