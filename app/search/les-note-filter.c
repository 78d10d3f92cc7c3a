/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-filter.h"

/**
 * LesNoteFilter:
 *
 * What somebody wants to see of the annotations and notes of a project: values
 * of facets, a range of dates, words.
 */
struct _LesNoteFilter
{
  LesFilter parent_instance;

  /* Owned */
  char *typed;
  LesQuery *query;              /* NULL for any words */

  /* State */
  gboolean too_long;
};

G_DEFINE_FINAL_TYPE (LesNoteFilter, les_note_filter, LES_TYPE_FILTER)

/* Returns: whether the query is another one now */
static gboolean
take_words (LesNoteFilter *self, const char *typed)
{
  LesQuery *query;

  if (g_strcmp0 (self->typed, typed) == 0)
    return FALSE;
  query = les_query_new (typed, NULL);
  g_free (self->typed);
  self->typed = g_strdup (typed);
  g_clear_pointer (&self->query, les_query_free);
  self->query = query;
  self->too_long = query == NULL;
  if (query != NULL && les_query_is_empty (query))
    g_clear_pointer (&self->query, les_query_free);
  return TRUE;
}

static void
les_note_filter_finalize (GObject *object)
{
  LesNoteFilter *self = LES_NOTE_FILTER (object);

  g_free (self->typed);
  g_clear_pointer (&self->query, les_query_free);

  G_OBJECT_CLASS (les_note_filter_parent_class)->finalize (object);
}

static void
les_note_filter_class_init (LesNoteFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_note_filter_finalize;
  LES_FILTER_CLASS (klass)->n_facets = LES_N_NOTE_FACETS;
}

static void
les_note_filter_init (LesNoteFilter *self)
{
  self->typed = g_strdup ("");
}

/** Returns: (transfer full): wants everything */
LesNoteFilter *
les_note_filter_new (void)
{
  return g_object_new (LES_TYPE_NOTE_FILTER, NULL);
}

/** Filters by this value and by nothing else, words included. */
void
les_note_filter_set_only (LesNoteFilter *self, LesNoteFacet facet, const char *value)
{
  take_words (self, "");
  les_filter_set_only (LES_FILTER (self), facet, value);
}

/** Returns: (transfer none) (nullable): the words that must occur; NULL for any */
LesQuery *
les_note_filter_get_query (LesNoteFilter *self)
{
  return self->query;
}

/** Returns: whether what was typed is no query, so that nothing answers it */
gboolean
les_note_filter_is_too_long (LesNoteFilter *self)
{
  return self->too_long;
}

/** @typed: as for les_query_new() */
void
les_note_filter_set_words (LesNoteFilter *self, const char *typed)
{
  g_return_if_fail (typed != NULL);

  if (take_words (self, typed))
    les_filter_emit_changed (LES_FILTER (self));
}
