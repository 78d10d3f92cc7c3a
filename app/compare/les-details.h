/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"
#include "les-match.h"

G_BEGIN_DECLS

void les_details_find (LesDocument *left,
                       LesDocument *right,
                       LesMatch    *match);

G_END_DECLS
