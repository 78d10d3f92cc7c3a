/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-annotation-list.h"

#include "les-tag-names.h"

/* A change of more annotations than this is read from the start. */
#define MANY_EDITS 200

/**
 * LesAnnotationList:
 *
 * #GListModel of #LesAnnotationItem: the annotations of the open articles in
 * text order, left before right, as far as the filters let them through. An
 * annotation that becomes the current one, or is altered while it is, is shown
 * although the filters are against it. Items live as long as their
 * annotation is open. What changes is told in one "items-changed" around the
 * rows concerned.
 *
 * Signal "counted": the number of rows, shown or not, may be another.
 */
struct _LesAnnotationList
{
  GObject parent_instance;

  LesSession *session;
  GHashTable *items;      /* id -> LesAnnotationItem, of the open articles */
  GPtrArray *all;         /* in text order */
  GPtrArray *shown;

  /* Filters */
  char *words;            /* key, NULL for any */
  char *tag;              /* id, NULL for any */
  int side;               /* LesSide or LES_BOTH_SIDES */
  gboolean current_shown; /* whatever the filters say */
};

enum
{
  COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LesAnnotationList, les_annotation_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return LES_TYPE_ANNOTATION_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return LES_ANNOTATION_LIST (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  LesAnnotationList *self = LES_ANNOTATION_LIST (model);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static LesAnnotationItem *
find_item (LesAnnotationList *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->items, id) : NULL;
}

static gboolean
passes_filters (LesAnnotationList *self, LesAnnotationItem *item)
{
  if (self->side != LES_BOTH_SIDES && (int) les_annotation_item_get_side (item) != self->side)
    return FALSE;
  if (self->tag != NULL && !les_annotation_has_tag (les_annotation_item_get_record (item), self->tag))
    return FALSE;
  return self->words == NULL || les_annotation_item_has_words (item, self->words);
}

static void
mark_leaders (GPtrArray *items)
{
  int side = -1;

  for (guint i = 0; i < items->len; i++)
    {
      LesAnnotationItem *item = g_ptr_array_index (items, i);

      les_annotation_item_set_leads (item, (int) les_annotation_item_get_side (item) != side);
      side = les_annotation_item_get_side (item);
    }
}

/* Takes @shown (transfer full) as what is shown now and tells the difference. */
static void
replace_shown (LesAnnotationList *self, GPtrArray *shown)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->shown);
  guint first = 0, last = 0;

  while (first < MIN (old->len, shown->len) && old->pdata[first] == shown->pdata[first])
    first++;
  while (last < MIN (old->len, shown->len) - first
         && old->pdata[old->len - 1 - last] == shown->pdata[shown->len - 1 - last])
    last++;

  self->shown = shown;
  mark_leaders (shown);
  if (old->len != shown->len || first < shown->len)
    g_list_model_items_changed (G_LIST_MODEL (self), first, old->len - first - last, shown->len - first - last);
}

static void
filter_items (LesAnnotationList *self)
{
  GPtrArray *shown = g_ptr_array_new_full (self->all->len, g_object_unref);
  LesAnnotationItem *current = self->current_shown ? find_item (self, les_session_get_annotation_id (self->session))
                                                   : NULL;

  for (guint i = 0; i < self->all->len; i++)
    if (self->all->pdata[i] == current || passes_filters (self, self->all->pdata[i]))
      g_ptr_array_add (shown, g_object_ref (self->all->pdata[i]));
  replace_shown (self, shown);
}

static gboolean
is_filtered (LesAnnotationList *self)
{
  return self->words != NULL || self->tag != NULL || self->side != LES_BOTH_SIDES;
}

static void
annotation_id_cb (LesAnnotationList *self)
{
  self->current_shown = TRUE;
  if (is_filtered (self))
    filter_items (self);
}

static void
filters_changed (LesAnnotationList *self)
{
  LesAnnotationItem *current = find_item (self, les_session_get_annotation_id (self->session));

  self->current_shown = current != NULL && passes_filters (self, current);
  filter_items (self);
}

static void
collect_side (LesAnnotationList *self, LesSide side, GHashTable *items, GPtrArray *all)
{
  const char *article = les_session_get_article_id (self->session, side);
  g_autoptr (GPtrArray) records = les_project_ref_annotations_of (les_session_get_project (self->session), article);

  for (guint i = 0; i < records->len; i++)
    {
      const char *id = les_record_get_id (records->pdata[i]);
      LesAnnotationItem *item = g_hash_table_lookup (self->items, id);

      if (g_hash_table_contains (items, id))
        continue;
      if (item == NULL)
        item = les_annotation_item_new (self->session, side, records->pdata[i]);
      else
        les_annotation_item_set_record (g_object_ref (item), side, records->pdata[i]);
      g_hash_table_insert (items, g_strdup (id), item);
      g_ptr_array_add (all, item);
    }
}

static void
collect_items (LesAnnotationList *self)
{
  GHashTable *items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) old = NULL;

  g_ptr_array_set_size (self->all, 0);
  for (int side = 0; side < LES_N_SIDES; side++)
    collect_side (self, side, items, self->all);
  old = self->items;
  self->items = items;
  filter_items (self);
  g_signal_emit (self, signals[COUNTED], 0);
}

/* Left before right, then in text order. */
static int
compare_items (LesAnnotationItem *a, LesAnnotationItem *b)
{
  LesAnnotation *first = les_annotation_item_get_record (a);
  LesAnnotation *second = les_annotation_item_get_record (b);
  int order = (int) les_annotation_item_get_side (a) - (int) les_annotation_item_get_side (b);

  return order != 0 ? order : les_annotation_compare (&first, &second);
}

static guint
find_place (LesAnnotationList *self, LesAnnotationItem *item)
{
  guint low = 0;
  guint high = self->all->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_items (self->all->pdata[middle], item) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Which side shows it: the left one when it is open on both. Returns: whether one does */
static gboolean
find_side_of (LesAnnotationList *self, LesAnnotation *record, LesSide *out_side)
{
  const char *article = les_annotation_get (record, LES_ANNOTATION_ARTICLE);

  for (int side = 0; side < LES_N_SIDES; side++)
    if (g_strcmp0 (article, les_session_get_article_id (self->session, side)) == 0)
      {
        *out_side = side;
        return TRUE;
      }
  return FALSE;
}

static void
drop_item (LesAnnotationList *self, LesAnnotationItem *item)
{
  if (item != NULL)
    g_ptr_array_remove_index (self->all, find_place (self, item));
}

/* What annotation @id is now stands where it belongs. */
static void
update_item (LesAnnotationList *self, const char *id)
{
  LesAnnotation *record = les_project_get_annotation (les_session_get_project (self->session), id);
  LesAnnotationItem *item = find_item (self, id);
  LesSide side;

  drop_item (self, item);
  if (record == NULL || !find_side_of (self, record, &side))
    {
      g_hash_table_remove (self->items, id);
      return;
    }
  if (item == NULL)
    {
      item = les_annotation_item_new (self->session, side, record);
      g_hash_table_insert (self->items, g_strdup (id), item);
    }
  else
    les_annotation_item_set_record (item, side, record);
  g_ptr_array_insert (self->all, (int) find_place (self, item), item);
}

/* Only what was edited, however many annotations there are. */
static void
update_items (LesAnnotationList *self, LesChange *applied)
{
  for (guint i = 0; i < les_change_get_n_edits (applied); i++)
    {
      const LesEdit *edit = les_change_get_edit (applied, i);

      if (edit->kind == LES_RECORD_ANNOTATION)
        update_item (self, edit->id);
    }
  filter_items (self);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
refresh_items (LesAnnotationList *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    les_annotation_item_refresh (self->shown->pdata[i]);
}

static void
project_changed_cb (LesAnnotationList *self, LesChange *applied, LesChange *inverse)
{
  if (les_change_get_n_edits (applied) > MANY_EDITS)
    collect_items (self);
  else if (les_change_touches (applied, LES_RECORD_ANNOTATION))
    update_items (self, applied);
  if (les_change_touches (applied, LES_RECORD_TAG) || les_change_touches (applied, LES_RECORD_ARTICLE)
      || les_change_touches (applied, LES_RECORD_LINK) || les_change_touches (applied, LES_RECORD_RELATION))
    refresh_items (self);
}

static void
les_annotation_list_finalize (GObject *object)
{
  LesAnnotationList *self = LES_ANNOTATION_LIST (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->all);
  g_hash_table_unref (self->items);
  g_free (self->words);
  g_free (self->tag);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (les_annotation_list_parent_class)->finalize (object);
}

static void
les_annotation_list_class_init (LesAnnotationListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_annotation_list_finalize;

  signals[COUNTED] = g_signal_new ("counted", LES_TYPE_ANNOTATION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
les_annotation_list_init (LesAnnotationList *self)
{
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->all = g_ptr_array_new ();
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->side = LES_BOTH_SIDES;
  self->current_shown = TRUE;
}

LesAnnotationList *
les_annotation_list_new (LesSession *session)
{
  LesAnnotationList *self = g_object_new (LES_TYPE_ANNOTATION_LIST, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::left", G_CALLBACK (collect_items), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::right", G_CALLBACK (collect_items), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::annotation-id", G_CALLBACK (annotation_id_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (les_session_get_project (session), "changed",
                           G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  collect_items (self);
  return self;
}

/** @words: (nullable): what passage, note or speaker must contain */
void
les_annotation_list_set_words (LesAnnotationList *self, const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));

  g_clear_pointer (&self->words, g_free);
  if (*stripped != '\0')
    self->words = les_tag_dup_key (stripped);
  filters_changed (self);
}

/** @tag: (nullable): id of the tag that an annotation must carry */
void
les_annotation_list_set_tag (LesAnnotationList *self, const char *tag)
{
  g_free (self->tag);
  self->tag = g_strdup (tag);
  filters_changed (self);
}

/** @side: a #LesSide or LES_BOTH_SIDES */
void
les_annotation_list_set_side (LesAnnotationList *self, int side)
{
  self->side = side;
  filters_changed (self);
}

/** Returns: the number of annotations of the open articles, shown or not */
guint
les_annotation_list_get_n_all (LesAnnotationList *self)
{
  return self->all->len;
}

/** Returns: position of annotation @id (nullable), -1 when it is not shown */
int
les_annotation_list_find (LesAnnotationList *self, const char *id)
{
  LesAnnotationItem *item = find_item (self, id);
  guint position;

  return item != NULL && g_ptr_array_find (self->shown, item, &position) ? (int) position : -1;
}
