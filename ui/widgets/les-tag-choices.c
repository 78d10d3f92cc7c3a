/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-choices.h"

#include <string.h>

#include "les-tag-names.h"

/* Rows offered at once: nobody reads more, and a key must be answered within a frame. */
#define MAX_ROWS 30

/**
 * LesTagChoice:
 *
 * A row of the tag picker: a tag, or what would be a new one.
 * Signal "changed": it was applied or taken off.
 */
struct _LesTagChoice
{
  GObject parent_instance;

  char *tag;        /* id; NULL for the row that makes a new one */
  char *name;
  char *above;      /* path of the tags above; NULL at the root */
  char *color;
  char *key;        /* the name, to be searched */
  char *path_key;   /* the whole path, to be searched */
  char *order;      /* collation key */
  guint n_uses;
  guint number;     /* 1-9 among the recent ones, 0 for none */
  guint rank;       /* how well it answers the query */
  gboolean applied;
};

/**
 * LesTagChoices:
 *
 * #GListModel of #LesTagChoice: without a query the tags used last, then all by
 * name; with one those that answer it, the best first, then the offer to make
 * a tag of that name. At most 30 rows of tags.
 */
struct _LesTagChoices
{
  GObject parent_instance;

  LesSession *session;
  GPtrArray *all;         /* of LesTagChoice, by name */
  gboolean offers;        /* to make a tag of the name that was typed */
  GPtrArray *shown;
  guint n_found;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (LesTagChoice, les_tag_choice, G_TYPE_OBJECT)

G_DEFINE_FINAL_TYPE_WITH_CODE (LesTagChoices, les_tag_choices, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
les_tag_choice_finalize (GObject *object)
{
  LesTagChoice *self = LES_TAG_CHOICE (object);

  g_free (self->tag);
  g_free (self->name);
  g_free (self->above);
  g_free (self->color);
  g_free (self->key);
  g_free (self->path_key);
  g_free (self->order);

  G_OBJECT_CLASS (les_tag_choice_parent_class)->finalize (object);
}

static void
les_tag_choice_class_init (LesTagChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_tag_choice_finalize;

  signals[CHANGED] = g_signal_new ("changed", LES_TYPE_TAG_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
les_tag_choice_init (LesTagChoice *self)
{
}

static LesTagChoice *
new_choice (LesProject *project, LesTag *tag, GHashTable *uses)
{
  LesTagChoice *self = g_object_new (LES_TYPE_TAG_CHOICE, NULL);
  const char *parent = les_tag_get (tag, LES_TAG_PARENT);
  LesTag *above = parent != NULL ? les_project_get_tag (project, parent) : NULL;
  g_autofree char *path = les_tag_dup_path (project, tag);

  self->tag = g_strdup (les_record_get_id (LES_RECORD (tag)));
  self->name = g_strdup (les_tag_get (tag, LES_TAG_NAME));
  self->above = above != NULL ? les_tag_dup_path (project, above) : NULL;
  self->color = g_strdup (les_tag_get (tag, LES_TAG_COLOR));
  self->key = les_tag_dup_key (self->name);
  self->path_key = les_tag_dup_key (path);
  self->order = g_utf8_collate_key (self->key, -1);
  self->n_uses = les_tag_get_n_uses (uses, self->tag);
  return self;
}

static LesTagChoice *
new_offer (const char *name)
{
  LesTagChoice *self = g_object_new (LES_TYPE_TAG_CHOICE, NULL);

  self->name = g_strdup (name);
  return self;
}

/** Returns: (transfer none) (nullable): id of the tag; NULL for the offer to make one */
const char *
les_tag_choice_get_tag (LesTagChoice *self)
{
  return self->tag;
}

const char *
les_tag_choice_get_name (LesTagChoice *self)
{
  return self->name;
}

/** Returns: (transfer none) (nullable): the names above it */
const char *
les_tag_choice_get_above (LesTagChoice *self)
{
  return self->above;
}

const char *
les_tag_choice_get_color (LesTagChoice *self)
{
  return self->color;
}

guint
les_tag_choice_get_n_uses (LesTagChoice *self)
{
  return self->n_uses;
}

/** Returns: the digit that takes it, 0 for none */
guint
les_tag_choice_get_number (LesTagChoice *self)
{
  return self->number;
}

gboolean
les_tag_choice_get_applied (LesTagChoice *self)
{
  return self->applied;
}

static GType
get_item_type (GListModel *model)
{
  return LES_TYPE_TAG_CHOICE;
}

static guint
get_n_items (GListModel *model)
{
  return LES_TAG_CHOICES (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  LesTagChoices *self = LES_TAG_CHOICES (model);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  LesTagChoice *first = *(LesTagChoice * const *) a;
  LesTagChoice *second = *(LesTagChoice * const *) b;

  return strcmp (first->order, second->order);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  LesTagChoice *first = *(LesTagChoice * const *) a;
  LesTagChoice *second = *(LesTagChoice * const *) b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (first->n_uses != second->n_uses)
    return first->n_uses > second->n_uses ? -1 : 1;
  return strcmp (first->order, second->order);
}

static gboolean
starts_word (const char *key, const char *query)
{
  for (const char *hit = strstr (key, query); hit != NULL; hit = strstr (hit + 1, query))
    if (hit == key || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (hit))))
      return TRUE;
  return FALSE;
}

/* 1 is best, 0 is no answer. */
static guint
rank_choice (LesTagChoice *choice, const char *query)
{
  if (strcmp (choice->key, query) == 0)
    return 1;
  if (g_str_has_prefix (choice->key, query))
    return 2;
  if (starts_word (choice->key, query))
    return 3;
  if (starts_word (choice->path_key, query))
    return 4;
  if (strstr (choice->path_key, query) != NULL)
    return 5;
  return 0;
}

static guint
find_number (const char * const *recent, const char *tag)
{
  for (guint i = 0; recent[i] != NULL && i < 9; i++)
    if (strcmp (recent[i], tag) == 0)
      return i + 1;
  return 0;
}

static void
collect_all (LesTagChoices *self, GPtrArray *found)
{
  const char * const *recent = les_session_get_recent_tags (self->session);

  for (guint i = 0; i < self->all->len; i++)
    {
      LesTagChoice *choice = g_ptr_array_index (self->all, i);

      choice->number = find_number (recent, choice->tag);
      choice->rank = choice->number > 0 ? choice->number : G_MAXUINT;
      g_ptr_array_add (found, choice);
    }
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  LesTagChoice *first = *(LesTagChoice * const *) a;
  LesTagChoice *second = *(LesTagChoice * const *) b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return strcmp (first->order, second->order);
}

/* Recent numbers have no gap although a recent tag may have been deleted. */
static void
close_number_gaps (GPtrArray *found)
{
  for (guint i = 0; i < found->len && ((LesTagChoice *) found->pdata[i])->number > 0; i++)
    ((LesTagChoice *) found->pdata[i])->number = i + 1;
}

static void
collect_answers (LesTagChoices *self, const char *query, GPtrArray *found)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      LesTagChoice *choice = g_ptr_array_index (self->all, i);

      choice->number = 0;
      choice->rank = rank_choice (choice, query);
      if (choice->rank > 0)
        g_ptr_array_add (found, choice);
    }
  g_ptr_array_sort (found, compare_ranks);
}

/* Takes @shown (transfer full). */
static void
replace_shown (LesTagChoices *self, GPtrArray *shown)
{
  guint n_removed = self->shown->len;

  g_ptr_array_unref (self->shown);
  self->shown = shown;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, shown->len);
}

static GPtrArray *
ref_first (GPtrArray *found)
{
  GPtrArray *first = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (found->len, MAX_ROWS); i++)
    g_ptr_array_add (first, g_object_ref (found->pdata[i]));
  return first;
}

static void
les_tag_choices_finalize (GObject *object)
{
  LesTagChoices *self = LES_TAG_CHOICES (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->all);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (les_tag_choices_parent_class)->finalize (object);
}

static void
les_tag_choices_class_init (LesTagChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_tag_choices_finalize;
}

static void
les_tag_choices_init (LesTagChoices *self)
{
  self->offers = TRUE;
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
}

/** Returns: (transfer full): empty until les_tag_choices_reload() */
LesTagChoices *
les_tag_choices_new (LesSession *session)
{
  LesTagChoices *self = g_object_new (LES_TYPE_TAG_CHOICES, NULL);

  self->session = g_object_ref (session);
  return self;
}

/** Reads the codebook anew. Call les_tag_choices_set_query() afterwards. */
void
les_tag_choices_reload (LesTagChoices *self)
{
  LesProject *project = les_session_get_project (self->session);
  g_autoptr (GHashTable) uses = les_tag_count_uses (project);
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);

  g_ptr_array_set_size (self->all, 0);
  for (guint i = 0; i < tags->len; i++)
    if (!les_tag_is_heading (tags->pdata[i]))
      g_ptr_array_add (self->all, new_choice (project, tags->pdata[i], uses));
  g_ptr_array_sort (self->all, compare_names);
  self->offers = TRUE;
}

/**
 * les_tag_choices_limit:
 * @uses: id of a tag -> number to be shown at it
 *
 * Leaves those tags only, and does not offer to make one, until
 * les_tag_choices_reload(). Call les_tag_choices_set_query() afterwards.
 */
void
les_tag_choices_limit (LesTagChoices *self, GHashTable *uses)
{
  for (guint i = self->all->len; i > 0; i--)
    {
      LesTagChoice *choice = self->all->pdata[i - 1];

      choice->n_uses = les_tag_get_n_uses (uses, choice->tag);
      if (choice->n_uses == 0)
        g_ptr_array_remove_index (self->all, i - 1);
    }
  self->offers = FALSE;
}

/** @query: what was typed so far */
void
les_tag_choices_set_query (LesTagChoices *self, const char *query)
{
  g_autofree char *clean = les_tag_name_dup_clean (query);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GPtrArray *shown;

  if (clean == NULL)
    {
      collect_all (self, found);
      g_ptr_array_sort (found, compare_recent);
      close_number_gaps (found);
    }
  else
    {
      g_autofree char *key = les_tag_dup_key (clean);

      collect_answers (self, key, found);
    }
  self->n_found = found->len;
  shown = ref_first (found);
  if (self->offers && clean != NULL && (found->len == 0 || ((LesTagChoice *) found->pdata[0])->rank != 1))
    g_ptr_array_add (shown, new_offer (clean));
  replace_shown (self, shown);
}

/** @tags: ids of the tags that the passage carries, ended by NULL */
void
les_tag_choices_set_applied (LesTagChoices *self, const char * const *tags)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      LesTagChoice *choice = g_ptr_array_index (self->all, i);
      gboolean applied = g_strv_contains (tags, choice->tag);

      if (choice->applied == applied)
        continue;
      choice->applied = applied;
      g_signal_emit (choice, signals[CHANGED], 0);
    }
}

/** Returns: how many tags answer the query, shown or not */
guint
les_tag_choices_get_n_found (LesTagChoices *self)
{
  return self->n_found;
}
