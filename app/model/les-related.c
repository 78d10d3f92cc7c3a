/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-related.h"

#include "les-subjects.h"

/* So many articles are kept answered: both sides, and what was open just before. */
#define MAX_ANSWERS 4
#define N_SIMILAR 10

/**
 * LesRelated:
 *
 * What the articles of a project have in common, kept up to date in the
 * background. Main thread. The index, of passages and of subjects, is handed to
 * one worker at a time, with the articles that changed and those that are asked
 * about; it comes back with answers. An answer about a text that has changed meanwhile is not given out.
 *
 * Signal "changed": groups or answers are others than before.
 */
struct _LesRelated
{
  GObject parent_instance;

  /* Owned */
  LesProject *project;
  LesCollection *collection;    /* NULL while the worker has it */
  LesSubjects *subjects;        /* likewise */
  GHashTable *indexed;          /* id -> LesArticle, as the index has it, or will */
  GHashTable *groups;           /* id -> GPtrArray of char, the ids of its group */
  GPtrArray *wanted;            /* of char: ids that were asked about, the latest last */
  GHashTable *answers;          /* id -> Answer */
  GCancellable *cancellable;

  /* State */
  gboolean outdated;            /* articles have changed since the worker was sent */
};

typedef struct
{
  LesArticle *article;
  GArray *similar;              /* of LesLikeness */
  GArray *shared;               /* of LesSharedPassage */
} Answer;

/* What the worker takes along and brings back. */
typedef struct
{
  LesCollection *collection;
  LesSubjects *subjects;
  GPtrArray *removed;           /* of char */
  GPtrArray *changed;           /* of LesArticle */
  GPtrArray *wanted;            /* of LesArticle */
  GPtrArray *groups;            /* of GPtrArray; NULL when they are as before */
  GPtrArray *answers;           /* of Answer */
} Job;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesRelated, les_related, G_TYPE_OBJECT)

static void send_worker (LesRelated *self);

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_object_unref (answer->article);
  g_array_unref (answer->similar);
  g_array_unref (answer->shared);
  g_free (answer);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->collection, les_collection_free);
  g_clear_pointer (&job->subjects, les_subjects_free);
  g_ptr_array_unref (job->removed);
  g_ptr_array_unref (job->changed);
  g_ptr_array_unref (job->wanted);
  g_clear_pointer (&job->groups, g_ptr_array_unref);
  g_ptr_array_unref (job->answers);
  g_free (job);
}

static Job *
job_new (void)
{
  Job *job = g_new0 (Job, 1);

  job->removed = g_ptr_array_new_with_free_func (g_free);
  job->changed = g_ptr_array_new_with_free_func (g_object_unref);
  job->wanted = g_ptr_array_new_with_free_func (g_object_unref);
  job->answers = g_ptr_array_new_with_free_func (answer_free);
  return job;
}

static void
clear_likeness (gpointer data)
{
  g_free (((LesLikeness *) data)->article);
  g_free (((LesLikeness *) data)->subject);
}

static GArray *
list_likeness (GArray *pairs)
{
  GArray *similar = g_array_new (FALSE, FALSE, sizeof (LesLikeness));

  g_array_set_clear_func (similar, clear_likeness);
  for (guint i = 0; i < pairs->len; i++)
    {
      const LesCollectionPair *pair = &g_array_index (pairs, LesCollectionPair, i);
      LesLikeness likeness = { g_strdup (pair->right), pair->n_words, pair->left_share, pair->right_share, NULL };

      g_array_append_val (similar, likeness);
    }
  return similar;
}

static gboolean
is_listed (GArray *similar, const char *id)
{
  for (guint i = 0; i < similar->len; i++)
    if (g_str_equal (g_array_index (similar, LesLikeness, i).article, id))
      return TRUE;
  return FALSE;
}

/* Behind those that share passages, those that say the same in other words. */
static void
append_same_subject (GArray *similar, GArray *same)
{
  for (guint i = 0; i < same->len && similar->len < N_SIMILAR; i++)
    {
      const LesSameSubject *subject = &g_array_index (same, LesSameSubject, i);
      LesLikeness likeness = { NULL };

      if (is_listed (similar, subject->article))
        continue;
      likeness.article = g_strdup (subject->article);
      likeness.subject = g_strdup (subject->words);
      g_array_append_val (similar, likeness);
    }
}

static void
answer (Job *job, LesArticle *article, GCancellable *cancellable)
{
  const char *id = les_record_get_id (LES_RECORD (article));
  g_autoptr (GArray) pairs = les_collection_find_similar (job->collection, id, N_SIMILAR, cancellable, NULL);
  g_autoptr (GArray) shared = les_collection_find_shared (job->collection, id, cancellable, NULL);
  g_autoptr (GArray) same = les_subjects_find (job->subjects, id, N_SIMILAR, cancellable, NULL);
  Answer *found;

  if (pairs == NULL || shared == NULL || same == NULL)
    return;
  found = g_new0 (Answer, 1);
  found->article = g_object_ref (article);
  found->similar = list_likeness (pairs);
  append_same_subject (found->similar, same);
  found->shared = g_steal_pointer (&shared);
  g_ptr_array_add (job->answers, found);
}

static void
put (Job *job, LesArticle *article)
{
  const char *id = les_record_get_id (LES_RECORD (article));
  LesDocument *document = les_article_get_document (article);

  les_collection_put (job->collection, id, document);
  les_subjects_put (job->subjects, id, document);
}

static void
bring_up_to_date (Job *job, GCancellable *cancellable)
{
  g_autoptr (GArray) pairs = NULL;

  for (guint i = 0; i < job->removed->len; i++)
    {
      les_collection_remove (job->collection, job->removed->pdata[i]);
      les_subjects_remove (job->subjects, job->removed->pdata[i]);
    }
  for (guint i = 0; i < job->changed->len && !g_cancellable_is_cancelled (cancellable); i++)
    put (job, job->changed->pdata[i]);
  pairs = les_collection_find_pairs (job->collection, cancellable, NULL);
  if (pairs != NULL)
    job->groups = les_collection_find_groups (job->collection, pairs);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  if (job->removed->len > 0 || job->changed->len > 0)
    bring_up_to_date (job, cancellable);
  for (guint i = 0; i < job->wanted->len; i++)
    answer (job, job->wanted->pdata[i], cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
take_groups (LesRelated *self, GPtrArray *groups)
{
  g_hash_table_remove_all (self->groups);
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = groups->pdata[i];

      for (guint j = 0; j < group->len; j++)
        g_hash_table_insert (self->groups, g_strdup (group->pdata[j]), g_ptr_array_ref (group));
    }
}

static gboolean
is_wanted (LesRelated *self, const char *id)
{
  return g_ptr_array_find_with_equal_func (self->wanted, id, g_str_equal, NULL);
}

static void
take_answers (LesRelated *self, GPtrArray *answers)
{
  g_ptr_array_set_free_func (answers, NULL);
  for (guint i = 0; i < answers->len; i++)
    {
      Answer *found = answers->pdata[i];
      const char *id = les_record_get_id (LES_RECORD (found->article));

      if (is_wanted (self, id))
        g_hash_table_replace (self->answers, g_strdup (id), found);
      else
        answer_free (found);
    }
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesRelated *self = data;
  Job *job = g_task_get_task_data (G_TASK (result));

  /* Cancelled: the object is gone. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  self->collection = g_steal_pointer (&job->collection);
  self->subjects = g_steal_pointer (&job->subjects);
  if (job->groups != NULL)
    take_groups (self, job->groups);
  take_answers (self, job->answers);
  send_worker (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
same_reading (LesArticle *a, LesArticle *b)
{
  return a == b || (les_article_get_text (a) == les_article_get_text (b)
                    && les_article_get_blocks (a) == les_article_get_blocks (b)
                    && g_strcmp0 (les_article_get (a, LES_ARTICLE_LANGUAGE),
                                  les_article_get (b, LES_ARTICLE_LANGUAGE)) == 0);
}

static void
collect_removed (LesRelated *self, Job *job)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->indexed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (les_project_get_article (self->project, id) == NULL)
      {
        g_ptr_array_add (job->removed, g_strdup (id));
        g_hash_table_iter_remove (&iter);
      }
}

static void
collect_changed (LesRelated *self, Job *job)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (self->project, LES_RECORD_ARTICLE);

  for (guint i = 0; i < articles->len; i++)
    {
      LesArticle *article = articles->pdata[i];
      const char *id = les_record_get_id (LES_RECORD (article));
      LesArticle *before = g_hash_table_lookup (self->indexed, id);

      if (before == article)
        continue;
      if (before == NULL || !same_reading (before, article))
        g_ptr_array_add (job->changed, g_object_ref (article));
      g_hash_table_replace (self->indexed, g_strdup (id), g_object_ref (article));
    }
}

/* After a change everything is asked again, else only what is new. */
static void
collect_wanted (LesRelated *self, Job *job)
{
  gboolean all = job->removed->len > 0 || job->changed->len > 0;

  for (guint i = 0; i < self->wanted->len; i++)
    {
      LesArticle *article = les_project_get_article (self->project, self->wanted->pdata[i]);

      if (article != NULL && (all || !g_hash_table_contains (self->answers, self->wanted->pdata[i])))
        g_ptr_array_add (job->wanted, g_object_ref (article));
    }
}

static Job *
collect_job (LesRelated *self)
{
  Job *job = job_new ();

  if (self->outdated)
    {
      collect_removed (self, job);
      collect_changed (self, job);
      self->outdated = FALSE;
    }
  collect_wanted (self, job);
  return job;
}

static void
send_worker (LesRelated *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->collection == NULL)
    return;
  job = collect_job (self);
  if (job->removed->len == 0 && job->changed->len == 0 && job->wanted->len == 0)
    {
      job_free (job);
      return;
    }
  job->collection = g_steal_pointer (&self->collection);
  job->subjects = g_steal_pointer (&self->subjects);
  task = g_task_new (NULL, self->cancellable, worked_cb, self);
  g_task_set_source_tag (task, send_worker);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_in_thread);
}

static void
project_changed_cb (LesRelated *self, LesChange *applied)
{
  if (!les_change_touches (applied, LES_RECORD_ARTICLE))
    return;
  self->outdated = TRUE;
  send_worker (self);
}

static void
les_related_dispose (GObject *object)
{
  LesRelated *self = LES_RELATED (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (les_related_parent_class)->dispose (object);
}

static void
les_related_finalize (GObject *object)
{
  LesRelated *self = LES_RELATED (object);

  g_clear_pointer (&self->collection, les_collection_free);
  g_clear_pointer (&self->subjects, les_subjects_free);
  g_hash_table_unref (self->indexed);
  g_hash_table_unref (self->groups);
  g_hash_table_unref (self->answers);
  g_ptr_array_unref (self->wanted);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (les_related_parent_class)->finalize (object);
}

static void
les_related_class_init (LesRelatedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = les_related_dispose;
  object_class->finalize = les_related_finalize;

  signals[CHANGED] = g_signal_new ("changed", LES_TYPE_RELATED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
les_related_init (LesRelated *self)
{
  self->collection = les_collection_new ();
  self->subjects = les_subjects_new ();
  self->indexed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, answer_free);
  self->wanted = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
}

/**
 * les_related_new:
 * @project: whose articles; kept until this object goes
 *
 * Starts to index the articles in a worker thread.
 *
 * Returns: (transfer full): nothing is known yet
 */
LesRelated *
les_related_new (LesProject *project)
{
  LesRelated *self;

  g_return_val_if_fail (LES_IS_PROJECT (project), NULL);

  self = g_object_new (LES_TYPE_RELATED, NULL);
  self->project = g_object_ref (project);
  self->outdated = TRUE;
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  send_worker (self);
  return self;
}

/** Returns: whether answers are still being worked out; "changed" follows */
gboolean
les_related_get_busy (LesRelated *self)
{
  g_return_val_if_fail (LES_IS_RELATED (self), FALSE);

  return self->collection == NULL;
}

/* Remembers that somebody wants to know; what was wanted longest ago is forgotten. */
static void
want (LesRelated *self, const char *id)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (self->wanted, id, g_str_equal, &index))
    {
      if (index + 1 < self->wanted->len)
        g_ptr_array_add (self->wanted, g_ptr_array_steal_index (self->wanted, index));
      return;
    }
  g_ptr_array_add (self->wanted, g_strdup (id));
  if (self->wanted->len > MAX_ANSWERS)
    {
      g_hash_table_remove (self->answers, self->wanted->pdata[0]);
      g_ptr_array_remove_index (self->wanted, 0);
    }
  send_worker (self);
}

static Answer *
find_answer (LesRelated *self, LesArticle *article)
{
  const char *id = les_record_get_id (LES_RECORD (article));
  Answer *found;

  want (self, id);
  found = g_hash_table_lookup (self->answers, id);
  return found != NULL && same_reading (found->article, article) ? found : NULL;
}

/**
 * les_related_get_similar:
 * @article: an article of the project
 *
 * Returns: (transfer none) (nullable) (element-type LesLikeness): up to ten
 *   articles that share passages with it, the most words first, then such that
 *   report the same in other words; an id may be that of an article that was
 *   just removed. NULL while it is being worked
 *   out: ask again after "changed". Valid until then.
 */
GArray *
les_related_get_similar (LesRelated *self, LesArticle *article)
{
  Answer *found;

  g_return_val_if_fail (LES_IS_RELATED (self), NULL);
  g_return_val_if_fail (LES_IS_ARTICLE (article), NULL);

  found = find_answer (self, article);
  return found != NULL ? found->similar : NULL;
}

/**
 * les_related_get_shared:
 * @article: an article of the project
 *
 * Returns: (transfer none) (nullable) (element-type LesSharedPassage): what of
 *   its text stands in other articles too, Unicode characters; NULL while it is
 *   being worked out: ask again after "changed". Valid until then.
 */
GArray *
les_related_get_shared (LesRelated *self, LesArticle *article)
{
  Answer *found;

  g_return_val_if_fail (LES_IS_RELATED (self), NULL);
  g_return_val_if_fail (LES_IS_ARTICLE (article), NULL);

  found = find_answer (self, article);
  return found != NULL ? found->shared : NULL;
}

/**
 * les_related_get_group:
 * @article: id
 *
 * Returns: (transfer none) (nullable) (element-type utf8): ids of the articles
 *   that carry the same agency copy, @article among them; NULL when none does,
 *   or it is not known yet. Valid until "changed".
 */
GPtrArray *
les_related_get_group (LesRelated *self, const char *article)
{
  g_return_val_if_fail (LES_IS_RELATED (self), NULL);

  return g_hash_table_lookup (self->groups, article);
}
