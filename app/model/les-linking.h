/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-link-edits.h"
#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_LINKING (les_linking_get_type ())
G_DECLARE_FINAL_TYPE (LesLinking, les_linking, LES, LINKING, GObject)

LesLinking *les_linking_of             (LesSession   *session);

/* Making a link */
gboolean    les_linking_start          (LesLinking   *self);
void        les_linking_cancel         (LesLinking   *self);
gboolean    les_linking_get_pending    (LesLinking   *self);
gboolean    les_linking_get_start      (LesLinking   *self,
                                        LesSide      *out_side,
                                        LesTextRange *out_range);
char       *les_linking_dup_start_words (LesLinking  *self);
gboolean    les_linking_find_end       (LesLinking   *self,
                                        LesSide      *out_side,
                                        LesTextRange *out_range);
char       *les_linking_finish         (LesLinking   *self,
                                        const char   *relation);
gboolean    les_linking_can_miss       (LesLinking   *self);
char       *les_linking_link_missing   (LesLinking   *self);
char       *les_linking_link_match     (LesLinking   *self);

/* The links of what is open */
GPtrArray  *les_linking_ref_links      (LesLinking   *self);
gboolean    les_linking_find_place     (LesLinking   *self,
                                        LesLink      *link,
                                        LesSide       side,
                                        LesTextRange *out_range);
LesLink    *les_linking_get_current    (LesLinking   *self);
const char *les_linking_get_current_id (LesLinking   *self);
void        les_linking_set_current_id (LesLinking   *self,
                                        const char   *id);
void        les_linking_show           (LesLinking   *self,
                                        const char   *id);
gboolean    les_linking_step           (LesLinking   *self,
                                        int           step);

G_END_DECLS
