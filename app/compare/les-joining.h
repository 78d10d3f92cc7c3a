/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"
#include "les-match.h"

G_BEGIN_DECLS

LesMatchSet  *les_joining_join (LesMatchSet         *found,
                                LesDocument         *left,
                                LesDocument         *right,
                                const LesMatchEnds  *dropped,
                                guint                n_dropped,
                                LesMatchSet        **out_dropped);

G_END_DECLS
