/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-filter.h"

/**
 * LesFilter:
 *
 * What is chosen of the facets by which records are filtered: within a facet
 * any of the chosen values is to be met, and every facet that has a choice; and
 * a range of dates. Which facets there are, and what meets a value, a derived
 * class says. Knows nothing of the project.
 *
 * Signal "changed": something else is wanted.
 */
typedef struct
{
  GPtrArray *values;            /* of GPtrArray of char, one for each facet, in the order of choosing */
  char *from;
  char *to;
} LesFilterPrivate;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LesFilter, les_filter, G_TYPE_OBJECT)

static LesFilterPrivate *
get_private (LesFilter *self)
{
  return les_filter_get_instance_private (self);
}

static void
forget_all (LesFilter *self)
{
  LesFilterPrivate *priv = get_private (self);

  for (guint facet = 0; facet < priv->values->len; facet++)
    g_ptr_array_set_size (priv->values->pdata[facet], 0);
  g_clear_pointer (&priv->from, g_free);
  g_clear_pointer (&priv->to, g_free);
}

static void
les_filter_constructed (GObject *object)
{
  LesFilter *self = LES_FILTER (object);

  for (int facet = 0; facet < les_filter_get_n_facets (self); facet++)
    g_ptr_array_add (get_private (self)->values, g_ptr_array_new_with_free_func (g_free));

  G_OBJECT_CLASS (les_filter_parent_class)->constructed (object);
}

static void
les_filter_finalize (GObject *object)
{
  LesFilterPrivate *priv = get_private (LES_FILTER (object));

  g_ptr_array_unref (priv->values);
  g_free (priv->from);
  g_free (priv->to);

  G_OBJECT_CLASS (les_filter_parent_class)->finalize (object);
}

static void
les_filter_class_init (LesFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = les_filter_constructed;
  G_OBJECT_CLASS (klass)->finalize = les_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed", LES_TYPE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
les_filter_init (LesFilter *self)
{
  get_private (self)->values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

int
les_filter_get_n_facets (LesFilter *self)
{
  return LES_FILTER_GET_CLASS (self)->n_facets;
}

/** Returns: whether a value or a date is chosen */
gboolean
les_filter_is_active (LesFilter *self)
{
  LesFilterPrivate *priv = get_private (self);

  for (int facet = 0; facet < les_filter_get_n_facets (self); facet++)
    if (les_filter_get_values (self, facet)->len > 0)
      return TRUE;
  return priv->from != NULL || priv->to != NULL;
}

/** Takes back every value and date. */
void
les_filter_clear (LesFilter *self)
{
  if (!les_filter_is_active (self))
    return;
  forget_all (self);
  les_filter_emit_changed (self);
}

/** Returns: (transfer none) (element-type utf8): what is chosen, in the order of choosing */
GPtrArray *
les_filter_get_values (LesFilter *self, int facet)
{
  return g_ptr_array_index (get_private (self)->values, facet);
}

gboolean
les_filter_has (LesFilter *self, int facet, const char *value)
{
  return g_ptr_array_find_with_equal_func (les_filter_get_values (self, facet), value, g_str_equal, NULL);
}

/** Chooses @value, or takes the choice back. */
void
les_filter_toggle (LesFilter *self, int facet, const char *value)
{
  GPtrArray *values = les_filter_get_values (self, facet);
  guint index;

  if (g_ptr_array_find_with_equal_func (values, value, g_str_equal, &index))
    g_ptr_array_remove_index (values, index);
  else
    g_ptr_array_add (values, g_strdup (value));
  les_filter_emit_changed (self);
}

/** Returns: (transfer none) (nullable): 2025, 2025-02 or 2025-12-03; nothing older is wanted */
const char *
les_filter_get_from (LesFilter *self)
{
  return get_private (self)->from;
}

/** Returns: (transfer none) (nullable): as les_filter_get_from(); nothing younger is wanted */
const char *
les_filter_get_to (LesFilter *self)
{
  return get_private (self)->to;
}

/**
 * les_filter_set_range:
 * @from: (nullable): first date wanted, as the project file writes it
 * @to: (nullable): last date wanted; all of it when it is a month or a year
 */
void
les_filter_set_range (LesFilter *self, const char *from, const char *to)
{
  LesFilterPrivate *priv = get_private (self);

  if (g_strcmp0 (priv->from, from) == 0 && g_strcmp0 (priv->to, to) == 0)
    return;
  g_free (priv->from);
  g_free (priv->to);
  priv->from = g_strdup (from);
  priv->to = g_strdup (to);
  les_filter_emit_changed (self);
}

/**
 * les_filter_replace:
 * @value: (nullable): all that is chosen of the facet from now on
 *
 * Emits "changed" in any case: what the value stands for may be something else.
 */
void
les_filter_replace (LesFilter *self, int facet, const char *value)
{
  GPtrArray *values = les_filter_get_values (self, facet);
  char *copy = g_strdup (value);

  g_ptr_array_set_size (values, 0);
  if (copy != NULL)
    g_ptr_array_add (values, copy);
  les_filter_emit_changed (self);
}

/** Filters by this value and by no other value or date. */
void
les_filter_set_only (LesFilter *self, int facet, const char *value)
{
  g_autofree char *copy = g_strdup (value);

  forget_all (self);
  les_filter_replace (self, facet, copy);
}

/** Forgets the values of which @is_there says that they are gone. */
void
les_filter_keep (LesFilter *self,
                 int        facet,
                 gboolean (*is_there) (const char *value, gpointer data),
                 gpointer   data)
{
  GPtrArray *values = les_filter_get_values (self, facet);
  guint n_before = values->len;

  for (guint i = n_before; i > 0; i--)
    if (!is_there (values->pdata[i - 1], data))
      g_ptr_array_remove_index (values, i - 1);
  if (values->len != n_before)
    les_filter_emit_changed (self);
}

void
les_filter_emit_changed (LesFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
