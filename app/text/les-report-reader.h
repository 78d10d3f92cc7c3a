/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-metadata.h"

G_BEGIN_DECLS

GArray *les_report_read (LesMetadata *metadata,
                         LesText     *text);

G_END_DECLS
