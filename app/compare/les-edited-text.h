/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text.h"

G_BEGIN_DECLS

LesText *les_edited_text_new (LesText    *before,
                              const char *shown);

G_END_DECLS
