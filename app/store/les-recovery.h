/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-keeper.h"

G_BEGIN_DECLS

gboolean les_recovery_take_journal (LesProject  *project,
                                    int         *fd,
                                    char       **path,
                                    char       **file);

G_END_DECLS
