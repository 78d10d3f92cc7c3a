/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-list.h"

#include <gio/gio.h>
#include <string.h>

#include "les-note-edits.h"

/**
 * LesNoteList:
 *
 * #GListModel of #LesNoteRow: all annotations of a project and the notes of
 * its articles, comparisons, tags and links, as far as the filter lets them
 * through, in groups under headings. Follows the project: a change costs the
 * work on the records it touches and one walk over the rows, and is told in one
 * "items-changed" around the rows concerned. Main thread.
 *
 * Signals: "counted": les_note_list_count() says something else;
 * "relabelled": what rows say about tags and articles may be out of date.
 */
struct _LesNoteList
{
  GObject parent_instance;

  /* Owned */
  LesProject *project;
  LesNoteFilter *filter;
  GHashTable *entries[LES_N_RECORD_KINDS];    /* id -> LesNoteEntry; NULL for the project itself */
  GPtrArray *order;                           /* of LesNoteEntry, borrowed, in the order of the project */
  GHashTable *headings;
  GPtrArray *rows;

  /* State */
  LesNoteGrouping grouping;
  LesRecordKind held_kind;
  char *held_id;          /* shown whatever the filter says; NULL for none */
};

enum
{
  COUNTED,
  RELABELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LesNoteList, les_note_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
get_item_type (GListModel *model)
{
  return LES_TYPE_NOTE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return LES_NOTE_LIST (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  LesNoteList *self = LES_NOTE_LIST (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_held (LesNoteList *self, LesRecord *record)
{
  return self->held_id != NULL
         && les_record_get_kind (record) == self->held_kind
         && strcmp (les_record_get_id (record), self->held_id) == 0;
}

static gboolean
is_listed (LesNoteList *self, LesRecord *record)
{
  return LES_IS_ANNOTATION (record) || les_note_of (record) != NULL || is_held (self, record);
}

static LesNoteEntry *
find_entry (LesNoteList *self, LesRecordKind kind, const char *id)
{
  return g_hash_table_lookup (self->entries[kind], id);
}

static LesNoteEntry *
add_entry (LesNoteList *self, LesRecord *record)
{
  LesNoteEntry *entry = les_note_entry_new (self->project, record);

  g_hash_table_insert (self->entries[les_record_get_kind (record)], g_strdup (les_record_get_id (record)), entry);
  return entry;
}

static void
judge (LesNoteList *self, LesNoteEntry *entry)
{
  entry->passes = les_note_entry_accepts (entry, self->project, self->filter, -1);
}

static void
judge_all (LesNoteList *self)
{
  for (guint i = 0; i < self->order->len; i++)
    judge (self, self->order->pdata[i]);
}

static void
append_to_order (LesNoteList *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      LesRecord *record = records->pdata[i];
      LesNoteEntry *entry = find_entry (self, les_record_get_kind (record), les_record_get_id (record));

      if (entry != NULL)
        g_ptr_array_add (self->order, entry);
    }
}

static void
append_kind_to_order (LesNoteList *self, LesRecordKind kind)
{
  g_autoptr (GPtrArray) records = les_project_ref_records (self->project, kind);

  if (g_hash_table_size (self->entries[kind]) > 0)
    append_to_order (self, records);
}

/* Returns: (transfer full): article -> GPtrArray of the links that start from one of its annotations */
static GHashTable *
index_links (LesNoteList *self)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) links = les_project_ref_records (self->project, LES_RECORD_LINK);

  for (guint i = 0; i < links->len; i++)
    {
      LesAnnotation *from = les_project_get_annotation (self->project, les_link_get (links->pdata[i], LES_LINK_FROM));
      const char *article = from != NULL ? les_annotation_get (from, LES_ANNOTATION_ARTICLE) : "";
      GPtrArray *of = g_hash_table_lookup (index, article);

      if (of == NULL)
        {
          of = g_ptr_array_new ();
          g_hash_table_insert (index, (gpointer) article, of);
        }
      g_ptr_array_add (of, links->pdata[i]);
    }
  return index;
}

static void
append_article_to_order (LesNoteList *self, const char *article, GHashTable *links)
{
  g_autoptr (GPtrArray) annotations = les_project_ref_annotations_of (self->project, article);
  LesNoteEntry *entry = find_entry (self, LES_RECORD_ARTICLE, article);
  GPtrArray *linked = g_hash_table_lookup (links, article);

  if (entry != NULL)
    g_ptr_array_add (self->order, entry);
  append_to_order (self, annotations);
  if (linked != NULL)
    append_to_order (self, linked);
}

/* Each article's note, its annotations as they stand in the text, its links. */
static void
put_in_order (LesNoteList *self)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (self->project, LES_RECORD_ARTICLE);
  g_autoptr (GHashTable) links = index_links (self);

  g_ptr_array_set_size (self->order, 0);
  for (guint i = 0; i < articles->len; i++)
    append_article_to_order (self, les_record_get_id (articles->pdata[i]), links);
  append_kind_to_order (self, LES_RECORD_COMPARISON);
  append_kind_to_order (self, LES_RECORD_TAG);
}

/* Takes @rows (transfer full) and tells the difference. */
static void
replace_rows (LesNoteList *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->rows);
  guint common = MIN (old->len, rows->len);
  guint first = 0, last = 0;

  while (first < common && old->pdata[first] == rows->pdata[first])
    first++;
  while (last < common - first && old->pdata[old->len - 1 - last] == rows->pdata[rows->len - 1 - last])
    last++;

  self->rows = rows;
  if (old->len != rows->len || first < rows->len)
    g_list_model_items_changed (G_LIST_MODEL (self), first, old->len - first - last, rows->len - first - last);
}

static void
lay_out (LesNoteList *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < self->order->len; i++)
    {
      LesNoteEntry *entry = self->order->pdata[i];

      if (entry->passes || is_held (self, entry->record))
        g_ptr_array_add (shown, entry);
    }
  replace_rows (self, les_note_layout (self->project, shown, self->grouping, self->headings));
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
filter_changed_cb (LesNoteList *self)
{
  judge_all (self);
  lay_out (self);
}

static gboolean
moved (LesRecord *before, LesRecord *after)
{
  return LES_IS_ANNOTATION (before)
         && (les_annotation_compare (&before, &after) != 0
             || g_strcmp0 (les_annotation_get (LES_ANNOTATION (before), LES_ANNOTATION_ARTICLE),
                           les_annotation_get (LES_ANNOTATION (after), LES_ANNOTATION_ARTICLE)) != 0);
}

/* Brings the entry of one record up to date. Returns: whether the order may be another. */
static gboolean
follow_record (LesNoteList *self, LesRecordKind kind, const char *id)
{
  LesRecord *record = les_project_lookup (self->project, kind, id);
  LesNoteEntry *entry = find_entry (self, kind, id);
  gboolean reorder;

  if (record == NULL || !is_listed (self, record))
    return g_hash_table_remove (self->entries[kind], id);
  if (entry == NULL)
    {
      judge (self, add_entry (self, record));
      return TRUE;
    }
  reorder = moved (entry->record, record);
  les_note_entry_set_record (entry, self->project, record);
  judge (self, entry);
  return reorder;
}

static gboolean
is_tag_there (const char *id, gpointer project)
{
  return *id == '\0' || les_project_get_tag (project, id) != NULL;
}

static gboolean
is_article_there (const char *id, gpointer project)
{
  return les_project_get_article (project, id) != NULL;
}

/* Outlets and the tree of tags decide about other rows than their own. */
static void
follow_names (LesNoteList *self)
{
  g_signal_handlers_block_by_func (self->filter, filter_changed_cb, self);
  les_filter_keep (LES_FILTER (self->filter), LES_NOTE_FACET_TAG, is_tag_there, self->project);
  les_filter_keep (LES_FILTER (self->filter), LES_NOTE_FACET_ARTICLE, is_article_there, self->project);
  g_signal_handlers_unblock_by_func (self->filter, filter_changed_cb, self);
  judge_all (self);
}

static void
project_changed_cb (LesNoteList *self, LesChange *applied)
{
  gboolean renamed = les_change_touches (applied, LES_RECORD_TAG) || les_change_touches (applied, LES_RECORD_ARTICLE);
  gboolean reorder = les_change_touches (applied, LES_RECORD_ARTICLE);

  for (guint i = 0; i < les_change_get_n_edits (applied); i++)
    {
      const LesEdit *edit = les_change_get_edit (applied, i);

      if (edit->kind != LES_RECORD_INFO)
        reorder |= follow_record (self, edit->kind, edit->id);
    }
  if (reorder)
    put_in_order (self);
  if (renamed)
    follow_names (self);
  lay_out (self);
  if (renamed)
    g_signal_emit (self, signals[RELABELLED], 0);
}

static void
collect (LesNoteList *self)
{
  for (int kind = LES_RECORD_ARTICLE; kind < LES_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = les_project_ref_records (self->project, (LesRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        if (is_listed (self, records->pdata[i]))
          add_entry (self, records->pdata[i]);
    }
  put_in_order (self);
  judge_all (self);
  lay_out (self);
}

static void
les_note_list_finalize (GObject *object)
{
  LesNoteList *self = LES_NOTE_LIST (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->headings);
  for (int kind = LES_RECORD_ARTICLE; kind < LES_N_RECORD_KINDS; kind++)
    g_hash_table_unref (self->entries[kind]);
  g_clear_object (&self->filter);
  g_clear_object (&self->project);
  g_free (self->held_id);

  G_OBJECT_CLASS (les_note_list_parent_class)->finalize (object);
}

static void
les_note_list_class_init (LesNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_note_list_finalize;

  signals[COUNTED] = g_signal_new ("counted", LES_TYPE_NOTE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[RELABELLED] = g_signal_new ("relabelled", LES_TYPE_NOTE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
}

static void
les_note_list_init (LesNoteList *self)
{
  self->filter = les_note_filter_new ();
  self->order = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (int kind = LES_RECORD_ARTICLE; kind < LES_N_RECORD_KINDS; kind++)
    self->entries[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                 (GDestroyNotify) les_note_entry_free);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
}

/** Returns: (transfer full): everything, by articles. Cost: folds every note once. */
LesNoteList *
les_note_list_new (LesProject *project)
{
  LesNoteList *self = g_object_new (LES_TYPE_NOTE_LIST, NULL);

  self->project = g_object_ref (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  collect (self);
  return self;
}

LesProject *
les_note_list_get_project (LesNoteList *self)
{
  return self->project;
}

/** Returns: (transfer none): to be set; the list follows it */
LesNoteFilter *
les_note_list_get_filter (LesNoteList *self)
{
  return self->filter;
}

LesNoteGrouping
les_note_list_get_grouping (LesNoteList *self)
{
  return self->grouping;
}

void
les_note_list_set_grouping (LesNoteList *self, LesNoteGrouping grouping)
{
  if (self->grouping == grouping)
    return;
  self->grouping = grouping;
  lay_out (self);
}

/**
 * les_note_list_hold:
 * @id: (nullable): NULL lets go
 *
 * Shows this record whatever the filter says and whether or not it has a note
 * yet: somebody is writing it. One at a time.
 */
void
les_note_list_hold (LesNoteList *self, LesRecordKind kind, const char *id)
{
  LesRecordKind old_kind = self->held_kind;
  g_autofree char *old_id = NULL;
  gboolean reorder = FALSE;

  g_return_if_fail (id == NULL || kind != LES_RECORD_INFO);

  if (g_strcmp0 (self->held_id, id) == 0 && (id == NULL || self->held_kind == kind))
    return;
  old_id = g_steal_pointer (&self->held_id);
  self->held_id = g_strdup (id);
  self->held_kind = kind;
  if (old_id != NULL)
    reorder |= follow_record (self, old_kind, old_id);
  if (id != NULL)
    reorder |= follow_record (self, kind, id);
  if (reorder)
    put_in_order (self);
  lay_out (self);
}

/** Returns: position of the first row of that record, -1 when it is not shown */
int
les_note_list_find (LesNoteList *self, LesRecordKind kind, const char *id)
{
  LesNoteEntry *entry = id != NULL && kind != LES_RECORD_INFO ? find_entry (self, kind, id) : NULL;

  return entry != NULL ? les_note_list_find_row (self, les_note_entry_get_row (entry, 0)) : -1;
}

/** Returns: position of @row, -1 when it is not shown */
int
les_note_list_find_row (LesNoteList *self, LesNoteRow *row)
{
  guint position;

  return g_ptr_array_find (self->rows, row, &position) ? (int) position : -1;
}

/** Cost: linear in the annotations and notes of the project. */
LesNoteCounts
les_note_list_count (LesNoteList *self)
{
  LesNoteCounts counts = { 0 };

  for (guint i = 0; i < self->order->len; i++)
    {
      LesNoteEntry *entry = self->order->pdata[i];

      if (LES_IS_ANNOTATION (entry->record))
        {
          counts.n_all_annotations++;
          counts.n_annotations += entry->passes;
        }
      else if (les_note_of (entry->record) != NULL)
        {
          counts.n_all_notes++;
          counts.n_notes += entry->passes;
        }
    }
  return counts;
}

typedef struct
{
  GHashTable *counts;
  GHashTable *seen;       /* values of the entry at hand, borrowed from counts */
  guint step;             /* 0: the value occurs, but the filter is against the entry */
} Counting;

static gboolean
count_value (const char *value, gpointer data)
{
  Counting *counting = data;
  gpointer key, count = NULL;

  if (!g_hash_table_lookup_extended (counting->counts, value, &key, &count))
    {
      key = g_strdup (value);
      g_hash_table_insert (counting->counts, key, NULL);
    }
  if (g_hash_table_add (counting->seen, key) && counting->step > 0)
    g_hash_table_insert (counting->counts, g_strdup (value), GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
  return FALSE;
}

/**
 * les_note_list_count_values:
 *
 * Returns: (transfer full): every value of @facet that occurs -> how many
 *   annotations and notes it would leave with what is chosen in the other
 *   facets; a tag counts those below it. Cost: linear in all of them.
 */
GHashTable *
les_note_list_count_values (LesNoteList *self, LesNoteFacet facet)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Counting counting = { counts, seen, 0 };

  for (guint i = 0; i < self->order->len; i++)
    {
      LesNoteEntry *entry = self->order->pdata[i];

      g_hash_table_remove_all (seen);
      counting.step = les_note_entry_accepts (entry, self->project, self->filter, (int) facet) ? 1 : 0;
      les_note_visit_values (self->project, entry->record, facet, count_value, &counting);
    }
  return counts;
}
