/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-edit-preview.h"

#include "les-display-text.h"
#include "les-edited-text.h"

typedef struct
{
  LesText *before;
  char *shown;
  GArray *ranges;      /* of LesTextRange: the annotations */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  les_text_unref (job->before);
  g_free (job->shown);
  g_array_unref (job->ranges);
  g_free (job);
}

static void
add_place (GArray *places, int before_start, int before_end, int start, int end)
{
  LesTextRange place = { start, end };

  if (before_start < before_end || start < end)
    g_array_append_val (places, place);
}

/* What lies between the pieces that were kept. */
static GArray *
collect_places (const LesKeptSet *kept, int n_before, int n_after)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (LesTextRange));
  int before = 0;
  int after = 0;

  for (guint i = 0; i < kept->in_order->len; i++)
    {
      const LesKept *piece = &g_array_index (kept->in_order, LesKept, i);

      add_place (places, before, piece->before, after, piece->after);
      before = piece->before + piece->n;
      after = piece->after + piece->n;
    }
  add_place (places, before, n_before, after, n_after);
  return places;
}

static gboolean
fill_places (LesEditPreview *self, Job *job, GCancellable *cancellable)
{
  g_autoptr (LesDisplayText) display = les_display_text_new (job->before);
  g_autoptr (LesText) old_shown = les_text_new (les_display_text_get_utf8 (display), -1);
  g_autoptr (LesText) new_shown = les_text_new (job->shown, -1);

  self->kept = les_kept_set_new (old_shown, new_shown, cancellable);
  if (self->kept == NULL)
    return FALSE;
  self->places = collect_places (self->kept, les_text_get_n_chars (old_shown), les_text_get_n_chars (new_shown));
  return TRUE;
}

static gboolean
fill_summary (LesEditPreview *self, Job *job, GCancellable *cancellable)
{
  g_autoptr (LesText) after = les_edited_text_new (job->before, job->shown);
  g_autoptr (LesRebase) rebase = les_rebase_new (job->before, after, cancellable);

  if (rebase == NULL)
    return FALSE;
  for (guint i = 0; i < job->ranges->len && !g_cancellable_is_cancelled (cancellable); i++)
    les_text_edit_summary_count (&self->summary,
                                 les_rebase_range (rebase, g_array_index (job->ranges, LesTextRange, i)).verdict);
  return TRUE;
}

static void
preview_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (LesEditPreview) self = g_new0 (LesEditPreview, 1);

  if (fill_places (self, data, cancellable) && fill_summary (self, data, cancellable))
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) les_edit_preview_free);
  else
    g_task_return_pointer (task, NULL, NULL);
}

/**
 * les_edit_preview_async:
 * @before: the text as it is
 * @shown: what became of its #LesDisplayText
 * @ranges: (element-type LesTextRange): the annotations, in Unicode characters
 *   of @before; not altered any more
 * @cancellable: (nullable): what it stops by
 */
void
les_edit_preview_async (LesText             *before,
                        const char          *shown,
                        GArray              *ranges,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->before = les_text_ref (before);
  job->shown = g_strdup (shown);
  job->ranges = g_array_ref (ranges);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, preview_in_thread);
}

/** Returns: (transfer full) (nullable): NULL when cancelled */
LesEditPreview *
les_edit_preview_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
les_edit_preview_free (LesEditPreview *self)
{
  g_clear_pointer (&self->kept, les_kept_set_free);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self);
}
