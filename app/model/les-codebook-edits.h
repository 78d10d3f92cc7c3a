/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

G_BEGIN_DECLS

/*
 * What can be done to the codebook, as changes that are ready to be performed,
 * each one step of undoing. Nothing here touches the project, so a change may
 * be made to say what it would do.
 */

/**
 * LesTagMove: whether a tag may go to another place
 * @LES_TAG_MOVE_INTO_ITSELF: it would stand below itself
 * @LES_TAG_MOVE_NAME_TAKEN: another tag there has its name
 * @LES_TAG_MOVE_NOWHERE: it is there already
 */
typedef enum
{
  LES_TAG_MOVE_POSSIBLE,
  LES_TAG_MOVE_INTO_ITSELF,
  LES_TAG_MOVE_NAME_TAKEN,
  LES_TAG_MOVE_NOWHERE,
} LesTagMove;

typedef enum
{
  LES_TAG_UP,
  LES_TAG_DOWN,
  LES_TAG_IN,
  LES_TAG_OUT,
} LesTagStep;

LesChange *les_codebook_add_tag        (LesProject          *project,
                                        LesTag              *tag,
                                        const char          *sets);
LesChange *les_codebook_edit_tag       (LesProject          *project,
                                        LesTag              *tag,
                                        const char          *sets);
LesChange *les_codebook_recolor_tags   (LesProject          *project,
                                        const char * const  *ids,
                                        const char          *color);

LesChange *les_codebook_move_tags      (LesProject          *project,
                                        const char * const  *ids,
                                        const char          *parent,
                                        const char          *before,
                                        LesTagMove          *move);
LesChange *les_codebook_step_tag       (LesProject          *project,
                                        const char          *id,
                                        LesTagStep           step,
                                        LesTagMove          *move);

LesChange *les_codebook_merge_tags     (LesProject          *project,
                                        const char * const  *ids,
                                        const char          *into);
LesChange *les_codebook_remove_tags    (LesProject          *project,
                                        const char * const  *ids,
                                        gboolean             with_below);

guint      les_codebook_count_changed  (LesChange           *change);
guint      les_codebook_count_untagged (LesChange           *change);

G_END_DECLS
