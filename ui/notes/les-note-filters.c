/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-filters.h"

#include <glib/gi18n.h>

#include "les-note-values.h"
#include "les-note-words.h"
#include "les-partial-date.h"

/**
 * LesNoteFilters:
 *
 * Every kind, tag, article, outlet, speaker and author that annotations and
 * notes can be filtered by.
 */
struct _LesNoteFilters
{
  LesFilterPopover parent_instance;

  LesNoteList *list;            /* owned; NULL for none */
};

G_DEFINE_FINAL_TYPE (LesNoteFilters, les_note_filters, LES_TYPE_FILTER_POPOVER)

static LesNoteFilter *
get_filter (LesFilterPopover *popover)
{
  return les_note_list_get_filter (LES_NOTE_FILTERS (popover)->list);
}

static GPtrArray *
les_note_filters_list_values (LesFilterPopover *popover)
{
  return les_note_values_collect (LES_NOTE_FILTERS (popover)->list);
}

static void
les_note_filters_count_values (LesFilterPopover *popover, GPtrArray *values)
{
  les_note_values_update (values, LES_NOTE_FILTERS (popover)->list);
}

static void
list_chosen_of (LesNoteFilters *self, LesNoteFacet facet, GPtrArray *chosen)
{
  GPtrArray *values = les_note_filter_get_values (get_filter (LES_FILTER_POPOVER (self)), facet);

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *label = les_note_words_dup_value (les_note_list_get_project (self->list), facet, values->pdata[i]);

      g_ptr_array_add (chosen, les_filter_value_new (facet, values->pdata[i], label));
    }
}

static char *
dup_range_label (LesNoteFilter *filter)
{
  g_autofree char *from = les_partial_date_dup_words (les_note_filter_get_from (filter));
  g_autofree char *to = les_partial_date_dup_words (les_note_filter_get_to (filter));

  if (*to == '\0')
    /* Translators: annotations made on this date and later */
    return g_strdup_printf (_("Annotated from %s"), from);
  if (*from == '\0')
    /* Translators: annotations made on this date and earlier */
    return g_strdup_printf (_("Annotated to %s"), to);
  /* Translators: annotations made between two dates */
  return g_strdup_printf (_("Annotated %s – %s"), from, to);
}

static GPtrArray *
les_note_filters_list_chosen (LesFilterPopover *popover)
{
  LesNoteFilter *filter = get_filter (popover);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    list_chosen_of (LES_NOTE_FILTERS (popover), (LesNoteFacet) facet, chosen);
  if (les_note_filter_get_from (filter) != NULL || les_note_filter_get_to (filter) != NULL)
    {
      g_autofree char *label = dup_range_label (filter);

      g_ptr_array_add (chosen, les_filter_value_new (LES_FILTER_RANGE, "", label));
    }
  return chosen;
}

static void
les_note_filters_toggle (LesFilterPopover *popover, int facet, const char *value)
{
  les_note_filter_toggle (get_filter (popover), (LesNoteFacet) facet, value);
}

static gboolean
les_note_filters_is_active (LesFilterPopover *popover)
{
  return les_note_filter_is_active (get_filter (popover));
}

static void
les_note_filters_get_range (LesFilterPopover *popover, const char **from, const char **to)
{
  *from = les_note_filter_get_from (get_filter (popover));
  *to = les_note_filter_get_to (get_filter (popover));
}

static void
les_note_filters_set_range (LesFilterPopover *popover, const char *from, const char *to)
{
  les_note_filter_set_range (get_filter (popover), from, to);
}

static void
les_note_filters_clear (LesFilterPopover *popover)
{
  les_note_filter_clear (get_filter (popover));
}

static void
les_note_filters_dispose (GObject *object)
{
  les_note_filters_set_list (LES_NOTE_FILTERS (object), NULL);

  G_OBJECT_CLASS (les_note_filters_parent_class)->dispose (object);
}

static void
les_note_filters_class_init (LesNoteFiltersClass *klass)
{
  LesFilterPopoverClass *popover_class = LES_FILTER_POPOVER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_note_filters_dispose;
  popover_class->list_values = les_note_filters_list_values;
  popover_class->count_values = les_note_filters_count_values;
  popover_class->list_chosen = les_note_filters_list_chosen;
  popover_class->toggle = les_note_filters_toggle;
  popover_class->is_active = les_note_filters_is_active;
  popover_class->get_range = les_note_filters_get_range;
  popover_class->set_range = les_note_filters_set_range;
  popover_class->clear = les_note_filters_clear;
}

static void
les_note_filters_init (LesNoteFilters *self)
{
  les_filter_popover_set_words (LES_FILTER_POPOVER (self), _("Find tag, article, speaker…"),
                                /* Translators: heading over two fields for dates: when the annotation was made */
                                _("Annotated"));
}

/** @list: (nullable): whose filter is set */
void
les_note_filters_set_list (LesNoteFilters *self, LesNoteList *list)
{
  g_return_if_fail (LES_IS_NOTE_FILTERS (self));

  g_set_object (&self->list, list);
  les_filter_popover_set_filter (LES_FILTER_POPOVER (self), list != NULL ? les_note_list_get_filter (list) : NULL);
}
