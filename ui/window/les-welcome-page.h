/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "les-notice-bar.h"

G_BEGIN_DECLS

#define LES_TYPE_WELCOME_PAGE (les_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (LesWelcomePage, les_welcome_page, LES, WELCOME_PAGE, AdwBin)

LesNoticeBar *les_welcome_page_get_notice (LesWelcomePage *self);
void          les_welcome_page_note_used  (GFile          *file);

G_END_DECLS
