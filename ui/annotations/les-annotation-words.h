/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-annotation.h"

G_BEGIN_DECLS

char *les_annotation_words_dup_stars  (LesAnnotation *annotation);
char *les_annotation_words_dup_origin (LesAnnotation *annotation);

G_END_DECLS
