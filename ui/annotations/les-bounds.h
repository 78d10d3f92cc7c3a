/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-selecting.h"
#include "les-session.h"

G_BEGIN_DECLS

/*
 * Where annotations start and end: moving, splitting, joining. Each call is one
 * step of undoing; tags, notes and links survive. Nothing here needs a screen.
 * Offsets are Unicode characters of the article's text.
 */

typedef enum
{
  LES_BOUND_START,
  LES_BOUND_END,
} LesBound;

gboolean les_bounds_move           (LesSession   *session,
                                    LesBound      bound,
                                    LesUnit       unit,
                                    int           step,
                                    const char   *visit);
gboolean les_bounds_set            (LesSession   *session,
                                    const char   *id,
                                    LesTextRange  range);
gboolean les_bounds_take_selection (LesSession   *session);

gboolean les_bounds_can_split      (LesSession   *session);
gboolean les_bounds_split          (LesSession   *session);
gboolean les_bounds_join           (LesSession   *session);

G_END_DECLS
