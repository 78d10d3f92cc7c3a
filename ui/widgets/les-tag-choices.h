/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-session.h"

G_BEGIN_DECLS

#define LES_TYPE_TAG_CHOICE (les_tag_choice_get_type ())
G_DECLARE_FINAL_TYPE (LesTagChoice, les_tag_choice, LES, TAG_CHOICE, GObject)

const char *les_tag_choice_get_tag     (LesTagChoice *self);
const char *les_tag_choice_get_name    (LesTagChoice *self);
const char *les_tag_choice_get_above   (LesTagChoice *self);
const char *les_tag_choice_get_color   (LesTagChoice *self);
guint       les_tag_choice_get_n_uses  (LesTagChoice *self);
guint       les_tag_choice_get_number  (LesTagChoice *self);
gboolean    les_tag_choice_get_applied (LesTagChoice *self);

#define LES_TYPE_TAG_CHOICES (les_tag_choices_get_type ())
G_DECLARE_FINAL_TYPE (LesTagChoices, les_tag_choices, LES, TAG_CHOICES, GObject)

LesTagChoices *les_tag_choices_new         (LesSession         *session);
void           les_tag_choices_reload      (LesTagChoices      *self);
void           les_tag_choices_limit       (LesTagChoices      *self,
                                            GHashTable         *uses);
void           les_tag_choices_set_query   (LesTagChoices      *self,
                                            const char         *query);
void           les_tag_choices_set_applied (LesTagChoices      *self,
                                            const char * const *tags);
guint          les_tag_choices_get_n_found (LesTagChoices      *self);

G_END_DECLS
