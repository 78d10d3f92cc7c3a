/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-importer.h"
#include "les-project.h"

G_BEGIN_DECLS

GBytes    *les_reread_dup_bytes   (LesArticle  *article,
                                   GError     **error);
char      *les_reread_dup_preview (GBytes      *bytes,
                                   const char  *encoding,
                                   GError     **error);
LesChange *les_reread_new_change  (LesProject  *project,
                                   LesArticle  *article,
                                   GBytes      *bytes,
                                   const char  *encoding,
                                   GError     **error);

G_END_DECLS
