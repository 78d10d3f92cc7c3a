/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

G_BEGIN_DECLS

typedef struct _LesTagTarget LesTagTarget;

LesTagTarget       *les_tag_target_new_for_selection  (LesSession    *session,
                                                       LesSide        side,
                                                       LesTextRange   range);
LesTagTarget       *les_tag_target_new_for_active_tag (LesSession    *session);
LesTagTarget       *les_tag_target_new_for_annotation (LesSession    *session,
                                                       const char    *id);
void                les_tag_target_free               (LesTagTarget  *self);

gboolean            les_tag_target_takes_note         (LesTagTarget  *self);

LesAnnotation      *les_tag_target_get_annotation     (LesTagTarget  *self);
const char * const *les_tag_target_get_tags           (LesTagTarget  *self);

void                les_tag_target_mark               (LesTagTarget  *self);
void                les_tag_target_give               (LesTagTarget  *self,
                                                       const char    *tag,
                                                       const char    *name);
void                les_tag_target_take_off           (LesTagTarget  *self,
                                                       const char    *tag);
void                les_tag_target_set_note           (LesTagTarget  *self,
                                                       const char    *note,
                                                       const char    *visit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LesTagTarget, les_tag_target_free)

G_END_DECLS
