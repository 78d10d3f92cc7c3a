/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-anchored-popover.h"
#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_LINK_PICKER (les_link_picker_get_type ())
G_DECLARE_FINAL_TYPE (LesLinkPicker, les_link_picker, LES, LINK_PICKER, LesAnchoredPopover)

GtkWidget *les_link_picker_new         (LesSession         *session);
void       les_link_picker_set_session (LesLinkPicker      *self,
                                        LesSession         *session);
void       les_link_picker_popup_new   (LesLinkPicker      *self,
                                        GtkWidget          *relative_to,
                                        const GdkRectangle *pointing_to);
void       les_link_picker_popup_edit  (LesLinkPicker      *self,
                                        const char         *link,
                                        GtkWidget          *relative_to,
                                        const GdkRectangle *pointing_to);
gboolean   les_link_picker_handle_key  (LesLinkPicker      *self,
                                        guint               keyval,
                                        GdkModifierType     state);
void       les_link_picker_commit      (LesLinkPicker      *self);

G_END_DECLS
