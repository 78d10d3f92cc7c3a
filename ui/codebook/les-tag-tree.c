/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-tree.h"

#include <string.h>

#include "les-codebook.h"
#include "les-tag-counts.h"
#include "les-tag-names.h"

/**
 * LesTagTree:
 *
 * The codebook as entries below entries, sorted and filtered. Filling it again
 * alters only what is different: the stores are spliced where they differ, the
 * entries stay.
 */
struct _LesTagTree
{
  GObject parent_instance;

  LesSession *session;
  GListStore *root;
  GHashTable *entries;      /* id -> LesTagEntry, both owned */
};

typedef struct
{
  LesTagTree *tree;
  LesProject *project;
  LesTagSort sort;
  LesTagCounts *counts;
  GHashTable *children;     /* id, or "" -> GPtrArray of LesTag */
  GHashTable *shown;        /* ids; NULL: all of them */
  GHashTable *positions;    /* LesTag -> place + 1 */
  GHashTable *kept;         /* ids that are still there */
} Filling;

G_DEFINE_FINAL_TYPE (LesTagTree, les_tag_tree, G_TYPE_OBJECT)

static int
rank_color (LesTagEntry *entry)
{
  const char *color = les_tag_get (les_tag_entry_get_tag (entry), LES_TAG_COLOR);
  int i = 0;

  while (i < (int) les_tag_palette_get_n_colors () && g_ascii_strcasecmp (color, les_tag_palette_color (i)) != 0)
    i++;
  return i;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  LesTagEntry *first = *(LesTagEntry * const *) a;
  LesTagEntry *second = *(LesTagEntry * const *) b;
  LesTagSort sort = GPOINTER_TO_INT (data);
  int order = 0;

  if (sort == LES_TAG_SORT_USES)
    order = les_tag_entry_get_uses (second)->below - les_tag_entry_get_uses (first)->below;
  else if (sort == LES_TAG_SORT_COLOR)
    order = rank_color (first) - rank_color (second);
  if (order == 0 && sort == LES_TAG_SORT_COLOR)
    order = g_ascii_strcasecmp (les_tag_get (les_tag_entry_get_tag (first), LES_TAG_COLOR),
                                les_tag_get (les_tag_entry_get_tag (second), LES_TAG_COLOR));
  if (order == 0 && sort != LES_TAG_SORT_OWN)
    order = strcmp (les_tag_entry_get_order (first), les_tag_entry_get_order (second));
  if (order == 0)
    order = les_tag_entry_get_position (first) < les_tag_entry_get_position (second) ? -1 : 1;
  return order;
}

/* What is typed may stand in the name, a name above it, the description, the sets or the shortcut. */
static gboolean
answers (LesProject *project, LesTag *tag, const char *key)
{
  g_autofree char *path = les_tag_dup_path (project, tag);
  g_autofree char *sets = les_codebook_dup_sets_of (project, les_record_get_id (LES_RECORD (tag)));
  const char *fields[] = { path, les_tag_get (tag, LES_TAG_DESCRIPTION), sets };
  const char *shortcut = les_tag_get (tag, LES_TAG_SHORTCUT);

  if (shortcut != NULL && g_str_equal (shortcut, key))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *words = fields[i] != NULL ? les_tag_dup_key (fields[i]) : NULL;

      if (words != NULL && strstr (words, key) != NULL)
        return TRUE;
    }
  return FALSE;
}

static GHashTable *
find_shown (LesProject *project, const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_autofree char *key = les_tag_dup_key (stripped);
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);
  GHashTable *shown;

  if (*key == '\0')
    return NULL;
  shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < tags->len; i++)
    {
      LesTag *tag = answers (project, tags->pdata[i], key) ? tags->pdata[i] : NULL;

      /* With those above it, so that one sees where it stands. */
      while (tag != NULL && g_hash_table_add (shown, g_strdup (les_record_get_id (LES_RECORD (tag)))))
        tag = les_project_get_tag (project, les_tag_get (tag, LES_TAG_PARENT));
    }
  return shown;
}

static gboolean
is_shown (Filling *self, const char *id)
{
  return self->shown == NULL || g_hash_table_contains (self->shown, id);
}

static gboolean
has_shown_children (Filling *self, const char *id)
{
  GPtrArray *tags = g_hash_table_lookup (self->children, id);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    if (is_shown (self, les_record_get_id (tags->pdata[i])))
      return TRUE;
  return FALSE;
}

static LesTagUses
count_uses (Filling *self, const char *id)
{
  const char *left = les_session_get_article_id (self->tree->session, LES_SIDE_LEFT);
  const char *right = les_session_get_article_id (self->tree->session, LES_SIDE_RIGHT);

  return (LesTagUses) {
    .all = (int) les_tag_counts_get (self->counts, id),
    .below = (int) les_tag_counts_get_below (self->counts, id),
    .left = left != NULL ? (int) les_tag_counts_get_in (self->counts, id, left) : -1,
    .right = right != NULL ? (int) les_tag_counts_get_in (self->counts, id, right) : -1,
    .n_articles = (int) les_tag_counts_get_n_articles (self->counts, id),
  };
}

/* GTK asks once whether a row can be opened: an entry that gets or loses its
 * children has to become another one. */
static LesTagEntry *
ensure_entry (Filling *self, const char *id)
{
  LesTagEntry *entry = g_hash_table_lookup (self->tree->entries, id);
  gboolean had = entry != NULL && g_list_model_get_n_items (G_LIST_MODEL (les_tag_entry_get_children (entry))) > 0;

  if (entry != NULL && had == has_shown_children (self, id))
    return entry;
  entry = les_tag_entry_new ();
  g_hash_table_replace (self->tree->entries, g_strdup (id), entry);
  return entry;
}

static LesTagEntry *
update_entry (Filling *self, LesTag *tag, const char *path_above)
{
  const char *id = les_record_get_id (LES_RECORD (tag));
  LesTagEntry *entry = ensure_entry (self, id);
  const char *name = les_tag_get (tag, LES_TAG_NAME);
  g_autofree char *path = path_above == NULL ? g_strdup (name) : g_strconcat (path_above, " / ", name, NULL);
  LesTagUses uses = count_uses (self, id);

  les_tag_entry_update (entry, tag, path, GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, tag)), &uses);
  g_hash_table_add (self->kept, (gpointer) id);
  return entry;
}

static gboolean
is_at (GListModel *store, guint position, gpointer entry)
{
  g_autoptr (LesTagEntry) there = g_list_model_get_item (store, position);

  return (gpointer) there == entry;
}

/* Only from the first to the last difference. */
static void
splice (GListStore *store, GPtrArray *wanted)
{
  GListModel *model = G_LIST_MODEL (store);
  guint n_old = g_list_model_get_n_items (model);
  guint same = MIN (n_old, wanted->len);
  guint start = 0;
  guint end = 0;

  while (start < same && is_at (model, start, wanted->pdata[start]))
    start++;
  while (end < same - start && is_at (model, n_old - 1 - end, wanted->pdata[wanted->len - 1 - end]))
    end++;
  if (n_old > start + end || wanted->len > start + end)
    g_list_store_splice (store, start, n_old - start - end, wanted->pdata + start, wanted->len - start - end);
}

static void
fill_store (Filling *self, GListStore *store, const char *parent, const char *path_above)
{
  GPtrArray *tags = g_hash_table_lookup (self->children, parent);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      LesTag *tag = tags->pdata[i];
      const char *id = les_record_get_id (LES_RECORD (tag));
      LesTagEntry *entry;

      if (!is_shown (self, id))
        continue;
      entry = update_entry (self, tag, path_above);
      fill_store (self, les_tag_entry_get_children (entry), id, les_tag_entry_get_path (entry));
      g_ptr_array_add (wanted, g_object_ref (entry));
    }
  g_ptr_array_sort_with_data (wanted, compare, GINT_TO_POINTER (self->sort));
  splice (store, wanted);
}

static GHashTable *
index_positions (LesProject *project)
{
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);
  GHashTable *positions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tags->len; i++)
    g_hash_table_insert (positions, tags->pdata[i], GUINT_TO_POINTER (i + 1));
  return positions;
}

static gboolean
is_left_over (gpointer id, gpointer entry, gpointer kept)
{
  return !g_hash_table_contains (kept, id);
}

static void
les_tag_tree_finalize (GObject *object)
{
  LesTagTree *self = LES_TAG_TREE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->root);
  g_hash_table_unref (self->entries);

  G_OBJECT_CLASS (les_tag_tree_parent_class)->finalize (object);
}

static void
les_tag_tree_class_init (LesTagTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_tag_tree_finalize;
}

static void
les_tag_tree_init (LesTagTree *self)
{
  self->root = g_list_store_new (LES_TYPE_TAG_ENTRY);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/** Returns: (transfer full): empty until les_tag_tree_fill() */
LesTagTree *
les_tag_tree_new (LesSession *session)
{
  LesTagTree *self = g_object_new (LES_TYPE_TAG_TREE, NULL);

  self->session = g_object_ref (session);
  return self;
}

/** Returns: (transfer none): #GListModel of #LesTagEntry: the tags at the root */
GListModel *
les_tag_tree_get_root (LesTagTree *self)
{
  return G_LIST_MODEL (self->root);
}

/**
 * les_tag_tree_fill:
 * @words: what somebody looks for; empty for all
 *
 * Brings the tree up to date. Cost: n log n in the tags, linear in the annotations.
 */
void
les_tag_tree_fill (LesTagTree *self, const char *words, LesTagSort sort)
{
  LesProject *project = les_session_get_project (self->session);
  g_autoptr (LesTagCounts) counts = les_tag_counts_new (project);
  g_autoptr (GHashTable) children = les_codebook_index_children (project);
  g_autoptr (GHashTable) shown = find_shown (project, words);
  g_autoptr (GHashTable) positions = index_positions (project);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  Filling filling = { self, project, sort, counts, children, shown, positions, kept };

  fill_store (&filling, self->root, "", NULL);
  g_hash_table_foreach_remove (self->entries, is_left_over, kept);
}
