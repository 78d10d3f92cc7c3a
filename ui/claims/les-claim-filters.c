/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-claim-filters.h"

#include <glib/gi18n.h>

#include "les-relations.h"
#include "les-tag-names.h"

/* Returns: (nullable): what the filter lets through; NULL for all */
static const char *
get_chosen (LesClaimFilters *self, LesClaimFilter filter)
{
  GPtrArray *offered = self->offered[filter];
  guint selected = gtk_drop_down_get_selected (self->drop_downs[filter]);

  return selected == GTK_INVALID_LIST_POSITION || selected == 0 || selected > offered->len
           ? NULL : offered->pdata[selected - 1];
}

/* What was chosen stays chosen if it is still offered. Returns: whether it is not */
static gboolean
offer (LesClaimFilters *self, LesClaimFilter filter, GPtrArray *ids, GtkStringList *names)
{
  g_autofree char *chosen = g_strdup (get_chosen (self, filter));
  guint selected = 0;

  if (chosen != NULL && g_ptr_array_find_with_equal_func (ids, chosen, g_str_equal, &selected))
    selected++;
  else
    selected = 0;
  g_ptr_array_unref (self->offered[filter]);
  self->offered[filter] = g_ptr_array_ref (ids);
  gtk_drop_down_set_model (self->drop_downs[filter], G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->drop_downs[filter], selected);
  return chosen != NULL && selected == 0;
}

static void
add_name (GHashTable *names, const char *id, char *name)
{
  if (!g_hash_table_contains (names, id))
    g_hash_table_insert (names, g_strdup (id), name);
  else
    g_free (name);
}

static void
collect_of_annotation (LesProject *project, LesAnnotation *annotation, GHashTable **names)
{
  const char *speaker = les_annotation_get (annotation, LES_ANNOTATION_SPEAKER);
  const char * const *ids = les_annotation_get_tags (annotation);

  if (speaker != NULL)
    add_name (names[LES_CLAIM_FILTER_SPEAKER], speaker, g_strdup (speaker));
  for (; *ids != NULL; ids++)
    {
      LesTag *tag = les_project_get_tag (project, *ids);

      if (tag != NULL)
        add_name (names[LES_CLAIM_FILTER_TAG], *ids, les_tag_dup_path (project, tag));
    }
}

static void
collect_of_claim (LesProject *project, const LesClaim *claim, GHashTable **names)
{
  for (guint i = 0; i < claim->links->len; i++)
    {
      const char *relation = les_link_get (claim->links->pdata[i], LES_LINK_RELATION);

      add_name (names[LES_CLAIM_FILTER_RELATION], relation, g_strdup (les_relations_get_name (project, relation)));
    }
  for (guint i = 0; i < claim->cells->len; i++)
    {
      GPtrArray *annotations = les_claim_get_cell (claim, i)->annotations;

      for (guint j = 0; j < annotations->len; j++)
        collect_of_annotation (project, annotations->pdata[j], names);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  GHashTable *names = data;

  return g_utf8_collate (g_hash_table_lookup (names, *(gpointer *) a), g_hash_table_lookup (names, *(gpointer *) b));
}

static gboolean
offer_names (LesClaimFilters *self, LesClaimFilter filter, GHashTable *names, const char *all)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char * const[]) { all, NULL });
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup (id));
  g_ptr_array_sort_with_data (ids, compare_names, names);
  for (guint i = 0; i < ids->len; i++)
    gtk_string_list_append (list, g_hash_table_lookup (names, ids->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->drop_downs[filter]), ids->len > 0);
  return offer (self, filter, ids, list);
}

/** The drop-downs are borrowed; they must outlive @self. */
void
les_claim_filters_init (LesClaimFilters *self, GtkDropDown *tag, GtkDropDown *speaker, GtkDropDown *relation)
{
  self->drop_downs[LES_CLAIM_FILTER_TAG] = tag;
  self->drop_downs[LES_CLAIM_FILTER_SPEAKER] = speaker;
  self->drop_downs[LES_CLAIM_FILTER_RELATION] = relation;
  for (int filter = 0; filter < LES_N_CLAIM_FILTERS; filter++)
    self->offered[filter] = g_ptr_array_new_with_free_func (g_free);
}

void
les_claim_filters_clear (LesClaimFilters *self)
{
  for (int filter = 0; filter < LES_N_CLAIM_FILTERS; filter++)
    g_ptr_array_unref (self->offered[filter]);
}

/** Offers what occurs in @claims. Returns: whether something that was chosen is not offered any more */
gboolean
les_claim_filters_fill (LesClaimFilters *self, LesProject *project, LesClaims *claims)
{
  const char *all[] = { _("All Tags"), _("All Speakers"), _("All Relations") };
  GHashTable *names[LES_N_CLAIM_FILTERS];
  gboolean lost = FALSE;

  G_STATIC_ASSERT (G_N_ELEMENTS (all) == LES_N_CLAIM_FILTERS);
  for (int filter = 0; filter < LES_N_CLAIM_FILTERS; filter++)
    names[filter] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < les_claims_get_n (claims); i++)
    collect_of_claim (project, les_claims_get (claims, i), names);
  for (int filter = 0; filter < LES_N_CLAIM_FILTERS; filter++)
    {
      lost |= offer_names (self, filter, names[filter], all[filter]);
      g_hash_table_unref (names[filter]);
    }
  return lost;
}

/** Returns: whether every filter lets @claim through */
gboolean
les_claim_filters_accept (LesClaimFilters *self, const LesClaim *claim)
{
  const char *tag = get_chosen (self, LES_CLAIM_FILTER_TAG);
  const char *speaker = get_chosen (self, LES_CLAIM_FILTER_SPEAKER);
  const char *relation = get_chosen (self, LES_CLAIM_FILTER_RELATION);

  return (tag == NULL || les_claim_has_tag (claim, tag))
         && (speaker == NULL || les_claim_has_speaker (claim, speaker))
         && (relation == NULL || les_claim_has_relation (claim, relation));
}

/** Lets everything through again. */
void
les_claim_filters_reset (LesClaimFilters *self)
{
  for (int filter = 0; filter < LES_N_CLAIM_FILTERS; filter++)
    gtk_drop_down_set_selected (self->drop_downs[filter], 0);
}
