/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-window.h"

G_BEGIN_DECLS

void les_screenshot_take (LesWindow  *window,
                          const char *path,
                          const char *size);

G_END_DECLS
