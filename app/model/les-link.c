/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-link.h"

/**
 * LesLink:
 *
 * What the user says about two annotations, or about one whose statement is
 * missing in another article.
 */
struct _LesLink
{
  LesRecord parent_instance;
};

static const char * const string_names[] = {
  "relation", "from", "to", "missing_in", "note", "author", "created",
};

G_STATIC_ASSERT (G_N_ELEMENTS (string_names) == LES_LINK_N_STRINGS);

G_DEFINE_FINAL_TYPE (LesLink, les_link, LES_TYPE_RECORD)

static void
les_link_class_init (LesLinkClass *klass)
{
  LesRecordClass *record_class = LES_RECORD_CLASS (klass);

  record_class->kind = LES_RECORD_LINK;
  record_class->n_strings = LES_LINK_N_STRINGS;
  record_class->string_names = string_names;
}

static void
les_link_init (LesLink *self)
{
}

/**
 * les_link_new:
 * @id: (nullable): NULL for a new one
 * @from: id of an annotation
 *
 * Returns: (transfer full): not sealed
 */
LesLink *
les_link_new (const char *id, const char *relation, const char *from)
{
  LesLink *self = g_object_new (LES_TYPE_LINK, "id", id, NULL);

  les_link_set (self, LES_LINK_RELATION, relation);
  les_link_set (self, LES_LINK_FROM, from);
  return self;
}

/** Returns: (transfer none) (nullable): the string, never empty; NULL where nothing is known */
const char *
les_link_get (LesLink *self, LesLinkField field)
{
  return les_record_get_string (LES_RECORD (self), field);
}

/** Only before the record is sealed. @value: (nullable) */
void
les_link_set (LesLink *self, LesLinkField field, const char *value)
{
  les_record_set_string (LES_RECORD (self), field, value);
}
