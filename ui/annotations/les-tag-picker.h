/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-anchored-popover.h"
#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_PICKER (les_tag_picker_get_type ())
G_DECLARE_FINAL_TYPE (LesTagPicker, les_tag_picker, LES, TAG_PICKER, LesAnchoredPopover)

GtkWidget *les_tag_picker_new                   (LesSession         *session);
void       les_tag_picker_set_session           (LesTagPicker       *self,
                                                 LesSession         *session);
gboolean   les_tag_picker_popup_for_selection   (LesTagPicker       *self,
                                                 LesSide             side,
                                                 LesTextRange        range,
                                                 GtkWidget          *relative_to,
                                                 const GdkRectangle *pointing_to,
                                                 gboolean            start_in_note);
gboolean   les_tag_picker_popup_for_annotation  (LesTagPicker       *self,
                                                 const char         *id,
                                                 GtkWidget          *relative_to,
                                                 const GdkRectangle *pointing_to,
                                                 gboolean            start_in_note);
gboolean   les_tag_picker_popup_for_active_tag  (LesTagPicker       *self,
                                                 GtkWidget          *relative_to,
                                                 const GdkRectangle *pointing_to);
void       les_tag_picker_commit                (LesTagPicker       *self);

/* For tests: what the keys do. */
gboolean   les_tag_picker_handle_key            (LesTagPicker       *self,
                                                 guint               keyval,
                                                 GdkModifierType     state);

G_END_DECLS
