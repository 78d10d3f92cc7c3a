/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-claim-item.h"

#include <string.h>

#include "les-tag-names.h"

/**
 * LesClaimItem:
 *
 * A row of the claims table: one statement, with its place in the whole table.
 * It stays the same object while the statement does, whatever comes before it.
 *
 * Signal "renumbered": its place is another.
 */
struct _LesClaimItem
{
  GObject parent_instance;

  LesClaims *claims;        /* owns the claim */
  LesProject *project;
  const LesClaim *claim;
  guint index;
  char *key;                /* words to search in; NULL until somebody searches */
};

enum
{
  RENUMBERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesClaimItem, les_claim_item, G_TYPE_OBJECT)

static void
append_words (GString *words, const char *more)
{
  if (more == NULL)
    return;
  g_string_append (words, more);
  g_string_append_c (words, '\n');
}

static const char *
get_key (LesClaimItem *self)
{
  g_autoptr (GString) words = NULL;

  if (self->key != NULL)
    return self->key;
  words = g_string_new (NULL);
  for (guint i = 0; i < self->claim->cells->len; i++)
    {
      const LesClaimCell *cell = les_claim_get_cell (self->claim, i);

      for (guint j = 0; j < cell->annotations->len; j++)
        {
          append_words (words, les_annotation_get (cell->annotations->pdata[j], LES_ANNOTATION_EXACT));
          append_words (words, les_annotation_get (cell->annotations->pdata[j], LES_ANNOTATION_NOTE));
          append_words (words, les_annotation_get (cell->annotations->pdata[j], LES_ANNOTATION_SPEAKER));
        }
    }
  for (guint i = 0; i < self->claim->links->len; i++)
    append_words (words, les_link_get (self->claim->links->pdata[i], LES_LINK_NOTE));
  self->key = les_tag_dup_key (words->str);
  return self->key;
}

static void
les_claim_item_finalize (GObject *object)
{
  LesClaimItem *self = LES_CLAIM_ITEM (object);

  g_clear_object (&self->claims);
  g_clear_object (&self->project);
  g_free (self->key);

  G_OBJECT_CLASS (les_claim_item_parent_class)->finalize (object);
}

static void
les_claim_item_class_init (LesClaimItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_claim_item_finalize;

  signals[RENUMBERED] = g_signal_new ("renumbered", LES_TYPE_CLAIM_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
}

static void
les_claim_item_init (LesClaimItem *self)
{
}

/** @index: of a statement of @claims */
LesClaimItem *
les_claim_item_new (LesClaims *claims, LesProject *project, guint index)
{
  LesClaimItem *self = g_object_new (LES_TYPE_CLAIM_ITEM, NULL);

  self->claims = g_object_ref (claims);
  self->project = g_object_ref (project);
  self->claim = les_claims_get (claims, index);
  self->index = index;
  return self;
}

LesClaims *
les_claim_item_get_claims (LesClaimItem *self)
{
  return self->claims;
}

LesProject *
les_claim_item_get_project (LesClaimItem *self)
{
  return self->project;
}

const LesClaim *
les_claim_item_get_claim (LesClaimItem *self)
{
  return self->claim;
}

guint
les_claim_item_get_index (LesClaimItem *self)
{
  return self->index;
}

void
les_claim_item_set_index (LesClaimItem *self, guint index)
{
  if (self->index == index)
    return;
  self->index = index;
  g_signal_emit (self, signals[RENUMBERED], 0);
}

/** @key: from les_tag_dup_key(). Returns: whether a passage, a note or a speaker contains it */
gboolean
les_claim_item_has_words (LesClaimItem *self, const char *key)
{
  return strstr (get_key (self), key) != NULL;
}

/** Returns: how many articles have the statement */
guint
les_claim_item_get_n_reports (LesClaimItem *self)
{
  guint n = 0;

  for (guint i = 0; i < self->claim->cells->len; i++)
    n += les_claim_get_cell (self->claim, i)->annotations->len > 0;
  return n;
}

/** Returns: (transfer none) (nullable): the first speaker that is named */
const char *
les_claim_item_get_speaker (LesClaimItem *self)
{
  for (guint i = 0; i < self->claim->cells->len; i++)
    {
      const LesClaimCell *cell = les_claim_get_cell (self->claim, i);

      for (guint j = 0; j < cell->annotations->len; j++)
        if (les_annotation_get (cell->annotations->pdata[j], LES_ANNOTATION_SPEAKER) != NULL)
          return les_annotation_get (cell->annotations->pdata[j], LES_ANNOTATION_SPEAKER);
    }
  return NULL;
}
