/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-filters.h"

#include <glib/gi18n.h>

#include "les-note-values.h"
#include "les-note-words.h"

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

static char *
les_note_filters_dup_label (LesFilterPopover *popover, int facet, const char *value)
{
  LesProject *project = les_note_list_get_project (LES_NOTE_FILTERS (popover)->list);

  return les_note_words_dup_value (project, (LesNoteFacet) facet, value);
}

static char *
les_note_filters_dup_range_label (LesFilterPopover *popover, const char *from, const char *to)
{
  if (*to == '\0')
    /* Translators: annotations made on this date and later */
    return g_strdup_printf (_("Annotated from %s"), from);
  if (*from == '\0')
    /* Translators: annotations made on this date and earlier */
    return g_strdup_printf (_("Annotated to %s"), to);
  /* Translators: annotations made between two dates */
  return g_strdup_printf (_("Annotated %s – %s"), from, to);
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
  popover_class->dup_label = les_note_filters_dup_label;
  popover_class->dup_range_label = les_note_filters_dup_range_label;
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
  les_filter_popover_set_filter (LES_FILTER_POPOVER (self),
                                 list != NULL ? LES_FILTER (les_note_list_get_filter (list)) : NULL);
}
