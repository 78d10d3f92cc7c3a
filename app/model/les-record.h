/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "les-types.h"

G_BEGIN_DECLS

/**
 * LesRecordKind: the tables of a project, in the order of the project file
 */
typedef enum
{
  LES_RECORD_INFO,
  LES_RECORD_ARTICLE,
  LES_RECORD_TAG,
  LES_RECORD_TAG_SET,
  LES_RECORD_RELATION,
  LES_RECORD_ANNOTATION,
  LES_RECORD_LINK,
  LES_RECORD_COMPARISON,
  LES_N_RECORD_KINDS
} LesRecordKind;

#define LES_TYPE_RECORD (les_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (LesRecord, les_record, LES, RECORD, GObject)

/**
 * LesRecordClass:
 * @kind: which table it belongs to
 * @n_strings: how many string fields it has
 * @string_names: their names in the project file
 * @copy_into: copies what is not a string or the id; may be NULL
 */
struct _LesRecordClass
{
  GObjectClass parent_class;

  LesRecordKind kind;
  guint n_strings;
  const char * const *string_names;
  void (*copy_into) (LesRecord *self,
                     LesRecord *copy);
};

LesRecordKind  les_record_get_kind        (LesRecord  *self);
const char    *les_record_get_id          (LesRecord  *self);
guint          les_record_get_n_strings   (LesRecord  *self);
const char    *les_record_get_string_name (LesRecord  *self,
                                           guint       field);

const char    *les_record_get_string      (LesRecord  *self,
                                           guint       field);
void           les_record_set_string      (LesRecord  *self,
                                           guint       field,
                                           const char *value);

const char    *les_record_get_extra       (LesRecord  *self);
void           les_record_set_extra       (LesRecord  *self,
                                           const char *json);

gpointer       les_record_copy            (gpointer    record);
gpointer       les_record_duplicate       (gpointer    record);
void           les_record_seal            (LesRecord  *self);
gboolean       les_record_is_sealed       (LesRecord  *self);

char          *les_record_dup_now         (void);

G_END_DECLS
