/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-json-writer.h"
#include "les-record.h"

G_BEGIN_DECLS

/* The member in which is kept what could not be put in its place. */
#define LES_UNPLACED "unplaced"

/**
 * LesExtra: what a record carries along, while it is gathered
 */
typedef struct
{
  GString *members;
  GString *aside;
} LesExtra;

LesJsonSpan les_extra_find      (LesRecord     *record,
                                 const char    *name);

void        les_extra_init      (LesExtra      *self,
                                 LesRecord     *record);
void        les_extra_clear     (LesExtra      *self);
void        les_extra_add       (LesExtra      *self,
                                 LesJsonSpan    name,
                                 LesJsonSpan    value);
void        les_extra_add_named (LesExtra      *self,
                                 const char    *name,
                                 const char    *source);
void        les_extra_keep      (LesExtra      *self,
                                 LesJsonSpan    unplaced);
void        les_extra_set_aside (LesExtra      *self,
                                 const char    *member,
                                 LesJsonSpan    value,
                                 const char    *cause);
gboolean    les_extra_has_aside (LesExtra      *self);
void        les_extra_store     (LesExtra      *self,
                                 LesRecord     *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LesExtra, les_extra_clear)

G_END_DECLS
