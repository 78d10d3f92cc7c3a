/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-text.h"

G_BEGIN_DECLS

#define LES_SNIPPET_CHARS 90

char *les_snippet_cut (LesText      *text,
                       LesTextRange  hit);

G_END_DECLS
