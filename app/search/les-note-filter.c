/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-filter.h"

/**
 * LesNoteFilter:
 *
 * What somebody wants to see of the annotations and notes of a project:
 * values of facets (one of those chosen in each facet must be met), a range of
 * dates, words. Knows nothing of the project.
 *
 * Signal "changed": something else is wanted.
 */
struct _LesNoteFilter
{
  GObject parent_instance;

  GPtrArray *values[LES_N_NOTE_FACETS];   /* of char, in the order of choosing */
  char *from;
  char *to;
  char *typed;
  LesQuery *query;
  gboolean too_long;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesNoteFilter, les_note_filter, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
emit_changed (LesNoteFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
find_value (LesNoteFilter *self, LesNoteFacet facet, const char *value, guint *index)
{
  return g_ptr_array_find_with_equal_func (self->values[facet], value, g_str_equal, index);
}

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

  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    g_ptr_array_unref (self->values[facet]);
  g_free (self->from);
  g_free (self->to);
  g_free (self->typed);
  g_clear_pointer (&self->query, les_query_free);

  G_OBJECT_CLASS (les_note_filter_parent_class)->finalize (object);
}

static void
les_note_filter_class_init (LesNoteFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_note_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed", LES_TYPE_NOTE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
les_note_filter_init (LesNoteFilter *self)
{
  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    self->values[facet] = g_ptr_array_new_with_free_func (g_free);
  self->typed = g_strdup ("");
}

/** Returns: (transfer full): wants everything */
LesNoteFilter *
les_note_filter_new (void)
{
  return g_object_new (LES_TYPE_NOTE_FILTER, NULL);
}

/** Returns: whether anything but words is filtered by */
gboolean
les_note_filter_is_active (LesNoteFilter *self)
{
  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    if (self->values[facet]->len > 0)
      return TRUE;
  return self->from != NULL || self->to != NULL;
}

/** Returns: (transfer none) (element-type utf8): in the order of choosing */
GPtrArray *
les_note_filter_get_values (LesNoteFilter *self, LesNoteFacet facet)
{
  return self->values[facet];
}

gboolean
les_note_filter_has (LesNoteFilter *self, LesNoteFacet facet, const char *value)
{
  return find_value (self, facet, value, NULL);
}

void
les_note_filter_toggle (LesNoteFilter *self, LesNoteFacet facet, const char *value)
{
  guint index;

  if (find_value (self, facet, value, &index))
    g_ptr_array_remove_index (self->values[facet], index);
  else
    g_ptr_array_add (self->values[facet], g_strdup (value));
  emit_changed (self);
}

/** Filters by this value and by nothing else, words included. */
void
les_note_filter_set_only (LesNoteFilter *self, LesNoteFacet facet, const char *value)
{
  g_autofree char *copy = g_strdup (value);

  for (int other = 0; other < LES_N_NOTE_FACETS; other++)
    g_ptr_array_set_size (self->values[other], 0);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  take_words (self, "");
  g_ptr_array_add (self->values[facet], g_steal_pointer (&copy));
  emit_changed (self);
}

/** Forgets the values of which @is_there says that they are gone. */
void
les_note_filter_keep (LesNoteFilter *self,
                      LesNoteFacet   facet,
                      gboolean     (*is_there) (const char *value, gpointer data),
                      gpointer       data)
{
  guint n_before = self->values[facet]->len;

  for (guint i = n_before; i > 0; i--)
    if (!is_there (self->values[facet]->pdata[i - 1], data))
      g_ptr_array_remove_index (self->values[facet], i - 1);
  if (self->values[facet]->len != n_before)
    emit_changed (self);
}

/** Returns: (transfer none) (nullable): 2025, 2025-02 or 2025-12-03; nothing older is wanted */
const char *
les_note_filter_get_from (LesNoteFilter *self)
{
  return self->from;
}

/** Returns: (transfer none) (nullable): as les_note_filter_get_from(); nothing younger is wanted */
const char *
les_note_filter_get_to (LesNoteFilter *self)
{
  return self->to;
}

/** @from: (nullable)  @to: (nullable): the whole year, month or day counts */
void
les_note_filter_set_range (LesNoteFilter *self, const char *from, const char *to)
{
  if (g_strcmp0 (from, self->from) == 0 && g_strcmp0 (to, self->to) == 0)
    return;
  g_free (self->from);
  g_free (self->to);
  self->from = g_strdup (from);
  self->to = g_strdup (to);
  emit_changed (self);
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
    emit_changed (self);
}

/** Wants everything again; words stay. */
void
les_note_filter_clear (LesNoteFilter *self)
{
  if (!les_note_filter_is_active (self))
    return;
  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    g_ptr_array_set_size (self->values[facet], 0);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  emit_changed (self);
}
