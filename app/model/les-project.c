/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-project.h"

#include <string.h>

/**
 * LesProject:
 *
 * The one place where the user's data is: tables of sealed records. Only
 * les_project_apply() alters it, and only the history (or the journal, when
 * work is recovered) calls that. Main thread, except for a snapshot that is
 * handed to a worker and then belongs to it.
 *
 * Invariants: ids are unique in their table; the annotations of an article
 * are kept sorted by les_annotation_compare().
 *
 * Signal "changed" (LesChange *applied, LesChange *inverse): after the change.
 */
typedef struct
{
  GPtrArray *rows;         /* of LesRecord, owned, in the user's order */
  GHashTable *by_id;       /* id of the record -> record, both borrowed from rows */
} Table;

struct _LesProject
{
  GObject parent_instance;

  Table tables[LES_N_RECORD_KINDS];
  GHashTable *annotations;    /* article id -> GPtrArray of borrowed LesAnnotation, sorted */
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesProject, les_project, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static Table *
get_table (LesProject *self, LesRecordKind kind)
{
  g_assert (kind < LES_N_RECORD_KINDS);

  return &self->tables[kind];
}

static guint
find_place (GPtrArray *sorted, gpointer annotation)
{
  guint low = 0;
  guint high = sorted->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (les_annotation_compare (&sorted->pdata[middle], &annotation) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
index_annotation (LesProject *self, LesRecord *record)
{
  const char *article = les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_ARTICLE);
  GPtrArray *sorted = g_hash_table_lookup (self->annotations, article);

  if (sorted == NULL)
    {
      sorted = g_ptr_array_new ();
      g_hash_table_insert (self->annotations, g_strdup (article), sorted);
    }
  g_ptr_array_insert (sorted, find_place (sorted, record), record);
}

static void
unindex_annotation (LesProject *self, LesRecord *record)
{
  const char *article = les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_ARTICLE);
  GPtrArray *sorted = g_hash_table_lookup (self->annotations, article);
  guint place = find_place (sorted, record);

  g_assert (place < sorted->len && sorted->pdata[place] == record);

  g_ptr_array_remove_index (sorted, place);
  if (sorted->len == 0)
    g_hash_table_remove (self->annotations, article);
}

static void
insert_row (LesProject *self, LesRecord *record, int position)
{
  Table *table = get_table (self, les_record_get_kind (record));

  if (position < 0 || (guint) position > table->rows->len)
    position = table->rows->len;
  g_ptr_array_insert (table->rows, position, g_object_ref (record));
  g_hash_table_insert (table->by_id, (gpointer) les_record_get_id (record), record);
  if (LES_IS_ANNOTATION (record))
    index_annotation (self, record);
}

static void
forget_row (LesProject *self, Table *table, LesRecord *record)
{
  g_hash_table_remove (table->by_id, les_record_get_id (record));
  if (LES_IS_ANNOTATION (record))
    unindex_annotation (self, record);
}

static void
apply_put (LesProject *self, const LesEdit *edit, LesChange *inverse)
{
  Table *table = get_table (self, edit->kind);
  LesRecord *old = g_hash_table_lookup (table->by_id, edit->id);
  guint position;

  if (old == NULL)
    {
      insert_row (self, edit->record, edit->position);
      les_change_remove (inverse, edit->kind, edit->id);
      return;
    }

  g_ptr_array_find (table->rows, old, &position);
  les_change_put_at (inverse, g_object_ref (old), edit->position < 0 ? -1 : (int) position);
  forget_row (self, table, old);
  g_ptr_array_remove_index (table->rows, position);
  insert_row (self, edit->record, edit->position < 0 ? (int) position : edit->position);
}

static void
apply_remove (LesProject *self, const LesEdit *edit, LesChange *inverse)
{
  Table *table = get_table (self, edit->kind);
  LesRecord *old = g_hash_table_lookup (table->by_id, edit->id);
  guint position;

  if (old == NULL || edit->kind == LES_RECORD_INFO)
    return;

  forget_row (self, table, old);
  if (g_ptr_array_find (table->rows, old, &position))
    {
      les_change_put_at (inverse, g_object_ref (old), position);
      g_ptr_array_remove_index (table->rows, position);
    }
}

static LesChange *
reverse_change (LesChange *change)
{
  LesChange *reversed = les_change_new (les_change_get_topic (change));

  for (guint i = les_change_get_n_edits (change); i > 0; i--)
    {
      const LesEdit *edit = les_change_get_edit (change, i - 1);

      if (edit->record != NULL)
        les_change_put_at (reversed, g_object_ref (edit->record), edit->position);
      else
        les_change_remove (reversed, edit->kind, edit->id);
    }
  return reversed;
}

static void
les_project_finalize (GObject *object)
{
  LesProject *self = LES_PROJECT (object);

  g_hash_table_unref (self->annotations);
  for (guint i = 0; i < LES_N_RECORD_KINDS; i++)
    {
      g_hash_table_unref (self->tables[i].by_id);
      g_ptr_array_unref (self->tables[i].rows);
    }

  G_OBJECT_CLASS (les_project_parent_class)->finalize (object);
}

static void
les_project_class_init (LesProjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_project_finalize;

  signals[CHANGED] = g_signal_new ("changed", LES_TYPE_PROJECT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, LES_TYPE_CHANGE, LES_TYPE_CHANGE);
}

static void
les_project_init (LesProject *self)
{
  for (guint i = 0; i < LES_N_RECORD_KINDS; i++)
    {
      self->tables[i].rows = g_ptr_array_new_with_free_func (g_object_unref);
      self->tables[i].by_id = g_hash_table_new (g_str_hash, g_str_equal);
    }
  self->annotations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);
}

/** Returns: (transfer full): an empty project with a new id */
LesProject *
les_project_new (void)
{
  g_autoptr (LesProjectInfo) info = les_project_info_new (NULL);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autofree char *now = les_record_dup_now ();

  les_record_set_string (LES_RECORD (info), LES_PROJECT_INFO_CREATED, now);
  return les_project_new_from_records (info, nothing);
}

/**
 * les_project_new_from_records:
 * @records: (element-type LesRecord): of any table, each in its table's order.
 *   A second record with the same id in a table is left out.
 *
 * Seals what is not sealed yet. Cost: n log n.
 *
 * Returns: (transfer full): a project that holds them
 */
LesProject *
les_project_new_from_records (LesProjectInfo *info, GPtrArray *records)
{
  LesProject *self = g_object_new (LES_TYPE_PROJECT, NULL);

  les_record_seal (LES_RECORD (info));
  insert_row (self, LES_RECORD (info), -1);
  for (guint i = 0; i < records->len; i++)
    {
      LesRecord *record = g_ptr_array_index (records, i);
      Table *table = get_table (self, les_record_get_kind (record));

      les_record_seal (record);
      if (!g_hash_table_contains (table->by_id, les_record_get_id (record)))
        insert_row (self, record, -1);
    }
  return self;
}

/** Returns: (transfer none): what the project says about itself */
LesProjectInfo *
les_project_get_info (LesProject *self)
{
  return g_ptr_array_index (self->tables[LES_RECORD_INFO].rows, 0);
}

/** Returns: (transfer none) (nullable): the record of that table. @id: (nullable). Cost: constant. */
gpointer
les_project_lookup (LesProject *self, LesRecordKind kind, const char *id)
{
  return id == NULL ? NULL : g_hash_table_lookup (get_table (self, kind)->by_id, id);
}

/** Returns: (transfer none) (nullable): as les_project_lookup(). @id: (nullable) */
LesArticle *
les_project_get_article (LesProject *self, const char *id)
{
  return les_project_lookup (self, LES_RECORD_ARTICLE, id);
}

/** Returns: (transfer none) (nullable): as les_project_lookup(). @id: (nullable) */
LesTag *
les_project_get_tag (LesProject *self, const char *id)
{
  return les_project_lookup (self, LES_RECORD_TAG, id);
}

/** Returns: (transfer none) (nullable): as les_project_lookup(). @id: (nullable) */
LesAnnotation *
les_project_get_annotation (LesProject *self, const char *id)
{
  return les_project_lookup (self, LES_RECORD_ANNOTATION, id);
}

guint
les_project_get_n_records (LesProject *self, LesRecordKind kind)
{
  return get_table (self, kind)->rows->len;
}

static GPtrArray *
copy_records (GPtrArray *records)
{
  GPtrArray *copy = g_ptr_array_new_full (MAX (records->len, 1), g_object_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copy, g_object_ref (records->pdata[i]));
  return copy;
}

/** Returns: (transfer full) (element-type LesRecord): the table as it is now */
GPtrArray *
les_project_ref_records (LesProject *self, LesRecordKind kind)
{
  return copy_records (get_table (self, kind)->rows);
}

/**
 * les_project_ref_annotations_of:
 * @article: id
 *
 * Returns: (transfer full) (element-type LesAnnotation): in text order, outer
 *   before inner
 */
GPtrArray *
les_project_ref_annotations_of (LesProject *self, const char *article)
{
  GPtrArray *sorted = article == NULL ? NULL : g_hash_table_lookup (self->annotations, article);

  return sorted == NULL ? g_ptr_array_new_with_free_func (g_object_unref) : copy_records (sorted);
}

/**
 * les_project_peek_annotations_of:
 * @article: (nullable): id
 *
 * As les_project_ref_annotations_of(), for a look that must not cost more the
 * more annotations there are.
 *
 * Returns: (transfer none) (nullable) (element-type LesAnnotation): valid until
 *   the next change; NULL when there are none
 */
const GPtrArray *
les_project_peek_annotations_of (LesProject *self, const char *article)
{
  return article == NULL ? NULL : g_hash_table_lookup (self->annotations, article);
}

/**
 * les_project_find_annotation:
 * @article: (nullable): id
 *
 * Cost: logarithmic in the number of annotations of the article.
 *
 * Returns: (transfer none) (nullable): the first annotation with exactly these
 *   bounds
 */
LesAnnotation *
les_project_find_annotation (LesProject *self, const char *article, LesTextRange range)
{
  const GPtrArray *sorted = les_project_peek_annotations_of (self, article);
  guint low = 0;
  guint high = sorted != NULL ? sorted->len : 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (les_text_range_compare (les_annotation_get_range (sorted->pdata[middle]), range) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (sorted == NULL || low >= sorted->len
      || !les_text_range_equal (les_annotation_get_range (sorted->pdata[low]), range))
    return NULL;
  return sorted->pdata[low];
}

/** Cost: constant. */
guint
les_project_get_n_annotations_of (LesProject *self, const char *article)
{
  GPtrArray *sorted = article == NULL ? NULL : g_hash_table_lookup (self->annotations, article);

  return sorted == NULL ? 0 : sorted->len;
}

/**
 * les_project_find_tag:
 * @name: compared by les_tag_name_equal()
 * @parent: (nullable): id of the tag above; NULL means anywhere in the tree
 *
 * Returns: (transfer none) (nullable): the first such tag
 */
LesTag *
les_project_find_tag (LesProject *self, const char *name, const char *parent)
{
  GPtrArray *rows = self->tables[LES_RECORD_TAG].rows;

  for (guint i = 0; i < rows->len; i++)
    {
      LesTag *tag = g_ptr_array_index (rows, i);

      if (parent != NULL && g_strcmp0 (parent, les_tag_get (tag, LES_TAG_PARENT)) != 0)
        continue;
      if (les_tag_name_equal (name, les_tag_get (tag, LES_TAG_NAME)))
        return tag;
    }
  return NULL;
}

static LesComparison *
find_sides (LesProject *self, const char *left, const char *right)
{
  GPtrArray *rows = self->tables[LES_RECORD_COMPARISON].rows;

  for (guint i = 0; i < rows->len; i++)
    {
      LesComparison *comparison = g_ptr_array_index (rows, i);

      if (g_strcmp0 (les_comparison_get (comparison, LES_COMPARISON_LEFT), left) == 0
          && g_strcmp0 (les_comparison_get (comparison, LES_COMPARISON_RIGHT), right) == 0)
        return comparison;
    }
  return NULL;
}

/**
 * les_project_find_comparison:
 *
 * Returns: (transfer none) (nullable): the comparison of these two articles,
 *   rather with exactly these sides, else with the sides swapped
 */
LesComparison *
les_project_find_comparison (LesProject *self, const char *left, const char *right)
{
  LesComparison *comparison = find_sides (self, left, right);

  return comparison != NULL ? comparison : find_sides (self, right, left);
}

/** Returns: (transfer none) (nullable): an article with exactly this text. Cost: linear in the number of articles. */
LesArticle *
les_project_find_same_text (LesProject *self, LesText *text)
{
  GPtrArray *rows = self->tables[LES_RECORD_ARTICLE].rows;
  gsize n_bytes = les_text_get_n_bytes (text);

  for (guint i = 0; i < rows->len; i++)
    {
      LesText *other = les_article_get_text (g_ptr_array_index (rows, i));

      if (les_text_get_n_bytes (other) == n_bytes
          && memcmp (les_text_get_utf8 (other), les_text_get_utf8 (text), n_bytes) == 0)
        return g_ptr_array_index (rows, i);
    }
  return NULL;
}

/**
 * les_project_dup_snapshot:
 *
 * Cost: a reference for each record; no text is copied.
 *
 * Returns: (transfer full): a project of its own, for a worker thread
 */
LesProject *
les_project_dup_snapshot (LesProject *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint kind = LES_RECORD_ARTICLE; kind < LES_N_RECORD_KINDS; kind++)
    g_ptr_array_extend (records, self->tables[kind].rows, NULL, NULL);
  return les_project_new_from_records (les_project_get_info (self), records);
}

/**
 * les_project_apply:
 * @change: what to do; edits that name nothing are passed over
 *
 * For the history and for recovery only.
 *
 * Returns: (transfer full): the change that takes it back
 */
LesChange *
les_project_apply (LesProject *self, LesChange *change)
{
  g_autoptr (LesChange) steps = les_change_new (les_change_get_topic (change));
  LesChange *inverse;

  for (guint i = 0; i < les_change_get_n_edits (change); i++)
    {
      const LesEdit *edit = les_change_get_edit (change, i);

      if (edit->record != NULL)
        apply_put (self, edit, steps);
      else
        apply_remove (self, edit, steps);
    }

  inverse = reverse_change (steps);
  g_signal_emit (self, signals[CHANGED], 0, change, inverse);
  return inverse;
}
