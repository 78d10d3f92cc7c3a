/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-version-words.h"

#include "les-change-words.h"

typedef struct
{
  LesArticle *older;
  LesArticle *newer;
} Versions;

static void
versions_free (gpointer data)
{
  Versions *versions = data;

  g_object_unref (versions->older);
  g_object_unref (versions->newer);
  g_free (versions);
}

static gboolean
is_version_of (LesArticle *newer, LesArticle *older)
{
  return g_strcmp0 (les_article_get (newer, LES_ARTICLE_VERSION_OF), les_record_get_id (LES_RECORD (older))) == 0;
}

/** Returns: whether one of the two is a newer version of the other. @left: (nullable), @right: (nullable) */
gboolean
les_version_words_apply (LesArticle *left, LesArticle *right)
{
  return left != NULL && right != NULL && (is_version_of (right, left) || is_version_of (left, right));
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Versions *versions = data;
  g_autoptr (LesKeptSet) kept = les_kept_set_new (les_article_get_text (versions->older),
                                                  les_article_get_text (versions->newer), cancellable);
  const char *old_title = les_article_get (versions->older, LES_ARTICLE_TITLE);
  const char *new_title = les_article_get (versions->newer, LES_ARTICLE_TITLE);
  gboolean other_headline = old_title != NULL && new_title != NULL && g_strcmp0 (old_title, new_title) != 0;

  g_task_return_pointer (task, kept != NULL ? les_change_words_dup (kept, other_headline) : NULL, g_free);
}

/** Works out what was changed from the older version to the newer one; see les_version_words_apply(). */
void
les_version_words_async (LesArticle          *left,
                         LesArticle          *right,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Versions *versions = g_new0 (Versions, 1);
  gboolean right_is_newer = is_version_of (right, left);

  versions->older = g_object_ref (right_is_newer ? left : right);
  versions->newer = g_object_ref (right_is_newer ? right : left);
  g_task_set_task_data (task, versions, versions_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/** Returns: (transfer full) (nullable): "12 words added, headline changed"; NULL when cancelled */
char *
les_version_words_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
