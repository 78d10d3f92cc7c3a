/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-keeper.h"
#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_WINDOW (les_window_get_type ())
G_DECLARE_FINAL_TYPE (LesWindow, les_window, LES, WINDOW, AdwApplicationWindow)

LesWindow  *les_window_new            (GtkApplication   *application);

LesSession *les_window_get_session    (LesWindow        *self);
LesKeeper  *les_window_get_keeper     (LesWindow        *self);
GtkWidget  *les_window_get_compare_view (LesWindow      *self);
gboolean    les_window_is_pristine    (LesWindow        *self);
gboolean    les_window_is_busy        (LesWindow        *self);

void        les_window_show_project   (LesWindow        *self,
                                       LesProject       *project,
                                       GFile            *file,
                                       gboolean          read_only);
void        les_window_open_file      (LesWindow        *self,
                                       GFile            *file);
void        les_window_open_sample    (LesWindow        *self);
void        les_window_add_files      (LesWindow        *self,
                                       GPtrArray        *files,
                                       gboolean          compare);
void        les_window_offer_recovery (LesWindow       *self);
void        les_window_tell           (LesWindow        *self,
                                       const char       *message,
                                       const char       *button_label,
                                       const char       *action_name);

G_END_DECLS
