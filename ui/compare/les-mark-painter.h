/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-reader.h"

G_BEGIN_DECLS

void les_mark_painter_paint        (LesReader       *reader,
                                    GtkSnapshot     *snapshot);
void les_mark_painter_paint_handles (LesReader      *reader,
                                    GtkSnapshot     *snapshot);

G_END_DECLS
