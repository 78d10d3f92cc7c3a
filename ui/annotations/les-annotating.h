/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

G_BEGIN_DECLS

/*
 * What the window's actions do to annotations: each call is one step of
 * undoing. Nothing here needs a screen. Offsets are Unicode characters of the
 * article's text.
 */

char          *les_annotating_find_tag       (LesSession         *session,
                                              const char         *name);
char         **les_annotating_resolve_tags   (LesSession         *session,
                                              const char         *names);

LesAnnotation *les_annotating_find_same      (LesSession         *session,
                                              LesSide             side,
                                              LesTextRange        range);
char          *les_annotating_annotate       (LesSession         *session,
                                              LesSide             side,
                                              LesTextRange        range,
                                              const char * const *tags,
                                              const char         *note);
char          *les_annotating_annotate_merged (LesSession        *session,
                                              LesSide             side,
                                              LesTextRange        range,
                                              const char * const *tags,
                                              const char         *note,
                                              const char         *visit);
char          *les_annotating_annotate_named (LesSession         *session,
                                              LesSide             side,
                                              LesTextRange        range,
                                              const char         *names,
                                              const char         *note);
gboolean       les_annotating_tag_selection  (LesSession         *session,
                                              const char * const *tags);
gboolean       les_annotating_repeat_tags    (LesSession         *session);
gboolean       les_annotating_tag_recent     (LesSession         *session,
                                              guint               number);

void           les_annotating_add_tags       (LesSession         *session,
                                              const char         *id,
                                              const char * const *tags);
void           les_annotating_remove_tag     (LesSession         *session,
                                              const char         *id,
                                              const char         *tag);
gboolean       les_annotating_set_field      (LesSession         *session,
                                              const char         *id,
                                              LesAnnotationField  field,
                                              const char         *value);
char          *les_annotating_dup_visit      (void);
gboolean       les_annotating_set_note       (LesSession         *session,
                                              const char         *id,
                                              const char         *note,
                                              const char         *visit);
char          *les_annotating_annotate_note  (LesSession         *session,
                                              LesSide             side,
                                              LesTextRange        range,
                                              const char         *note,
                                              const char         *visit);
gboolean       les_annotating_delete         (LesSession         *session,
                                              const char         *id);

gboolean       les_annotating_set_importance (LesSession         *session,
                                              const char         *id,
                                              guint               importance);

gboolean       les_annotating_step           (LesSession         *session,
                                              int                 step);
gboolean       les_annotating_step_round     (LesSession         *session,
                                              int                 step);
gboolean       les_annotating_pick_at        (LesSession         *session,
                                              LesSide             side,
                                              int                 offset);
gboolean       les_annotating_cycle          (LesSession         *session);
void           les_annotating_reveal         (LesSession         *session,
                                              const char         *id);

G_END_DECLS
