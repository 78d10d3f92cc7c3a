/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where a hostile or broken file is refused. The unit is in the name. */

#define LES_LIMIT_ARTICLE_BYTES        (32 * 1024 * 1024)
#define LES_LIMIT_PROJECT_BYTES        (256 * 1024 * 1024)
#define LES_LIMIT_PROJECT_ARTICLES     20000
#define LES_LIMIT_PROJECT_ANNOTATIONS  200000
#define LES_LIMIT_JSON_DEPTH_LEVELS    64
#define LES_LIMIT_FOLDER_DEPTH_LEVELS  16
#define LES_LIMIT_CODEBOOK_BYTES       (16 * 1024 * 1024)
#define LES_LIMIT_CODEBOOK_TAGS        20000
#define LES_LIMIT_CODEBOOK_DEPTH_LEVELS 64
#define LES_LIMIT_FOLDER_FILES         20000
/* GtkTextView gets slow beyond this and fails beyond 20,000. */
#define LES_LIMIT_DISPLAY_LINE_CHARS   4000
