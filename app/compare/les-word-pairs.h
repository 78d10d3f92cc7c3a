/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-document.h"

G_BEGIN_DECLS

GPtrArray *les_word_pairs_list (LesDocument *left,
                                LesTextRange left_range,
                                LesDocument *right,
                                LesTextRange right_range);

G_END_DECLS
