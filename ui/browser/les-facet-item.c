/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-facet-item.h"

#include <glib/gi18n.h>
#include <string.h>

#include "les-language-names.h"
#include "les-partial-date.h"
#include "les-tag-names.h"

/*
 * LesFacetItem:
 *
 * One value that articles can be filtered by, with how many articles have it,
 * or the heading above the values of a facet. Emits "changed".
 */

struct _LesFacetItem
{
  GObject parent_instance;

  /* owned */
  char *value;
  char *label;
  char *folded;

  /* state */
  LesFacet facet;
  gboolean heading;
  guint count;
  gboolean active;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesFacetItem, les_facet_item, G_TYPE_OBJECT)

static void
les_facet_item_finalize (GObject *object)
{
  LesFacetItem *self = LES_FACET_ITEM (object);

  g_free (self->value);
  g_free (self->label);
  g_free (self->folded);
  G_OBJECT_CLASS (les_facet_item_parent_class)->finalize (object);
}

static void
les_facet_item_class_init (LesFacetItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_facet_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
les_facet_item_init (LesFacetItem *self)
{
}

LesFacetItem *
les_facet_item_new (LesFacet    facet,
                    const char *value,
                    const char *label)
{
  LesFacetItem *self = g_object_new (LES_TYPE_FACET_ITEM, NULL);

  self->facet = facet;
  self->value = g_strdup (value);
  self->label = g_strdup (label);
  self->folded = g_utf8_casefold (label, -1);
  return self;
}

LesFacetItem *
les_facet_item_new_heading (LesFacet facet)
{
  LesFacetItem *self = les_facet_item_new (facet, "", les_facet_get_name (facet));

  self->heading = TRUE;
  return self;
}

LesFacet
les_facet_item_get_facet (LesFacetItem *self)
{
  return self->facet;
}

const char *
les_facet_item_get_value (LesFacetItem *self)
{
  return self->value;
}

const char *
les_facet_item_get_label (LesFacetItem *self)
{
  return self->label;
}

gboolean
les_facet_item_is_heading (LesFacetItem *self)
{
  return self->heading;
}

/**
 * les_facet_item_matches:
 * @folded: case-folded beginning or middle of a label
 */
gboolean
les_facet_item_matches (LesFacetItem *self,
                        const char   *folded)
{
  return strstr (self->folded, folded) != NULL;
}

guint
les_facet_item_get_count (LesFacetItem *self)
{
  return self->count;
}

gboolean
les_facet_item_get_active (LesFacetItem *self)
{
  return self->active;
}

/**
 * les_facet_item_set_state:
 * @count: how many articles have the value
 * @active: whether it is chosen
 */
void
les_facet_item_set_state (LesFacetItem *self,
                          guint         count,
                          gboolean      active)
{
  if (self->count == count && self->active == active)
    return;
  self->count = count;
  self->active = active;
  g_signal_emit (self, signals[CHANGED], 0);
}

static char *
dup_tag_label (LesProject *project,
               const char *id)
{
  LesTag *tag = les_project_get_tag (project, id);

  return tag != NULL ? les_tag_dup_path (project, tag) : g_strdup (id);
}

static const char *
get_unknown_label (LesFacet facet)
{
  switch (facet)
    {
    case LES_FACET_SOURCE:
      return _("No Source");
    case LES_FACET_DATE:
      return _("No Date");
    case LES_FACET_TAG:
      return _("No Annotations");
    case LES_FACET_LANGUAGE:
      return _("No Language");
    case LES_N_FACETS:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * les_facet_dup_label:
 *
 * Returns: (transfer full): the words for a value
 */
char *
les_facet_dup_label (LesProject *project,
                     LesFacet    facet,
                     const char *value)
{
  if (*value == '\0')
    return g_strdup (get_unknown_label (facet));
  if (facet == LES_FACET_DATE)
    return les_partial_date_dup_words (value);
  if (facet == LES_FACET_TAG)
    return dup_tag_label (project, value);
  if (facet == LES_FACET_LANGUAGE)
    return g_strdup (les_language_get_name (value));
  return g_strdup (value);
}

/**
 * les_facet_get_name:
 *
 * Returns: (transfer none): the heading above the values
 */
const char *
les_facet_get_name (LesFacet facet)
{
  switch (facet)
    {
    case LES_FACET_SOURCE:
      return _("Outlet or Agency");
    case LES_FACET_DATE:
      return _("Date");
    case LES_FACET_TAG:
      return _("Tag");
    case LES_FACET_LANGUAGE:
      return _("Language");
    case LES_N_FACETS:
    default:
      g_return_val_if_reached ("");
    }
}
