/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-tag-removal.h"

#include <glib/gi18n.h>

#include "les-codebook-edits.h"
#include "les-dialogs.h"

/* Deleting tags: what that would do is told first, unless it touches nothing
 * but the tags themselves. */

typedef struct
{
  LesSession *session;
  char **ids;
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->session);
  g_strfreev (removal->ids);
  g_free (removal);
}

static guint
count_below (LesProject *project, const char * const *ids)
{
  g_autoptr (LesChange) all = les_codebook_remove_tags (project, ids, TRUE);
  g_autoptr (LesChange) alone = les_codebook_remove_tags (project, ids, FALSE);
  guint n = 0;

  for (guint i = 0; i < les_change_get_n_edits (all); i++)
    n += les_change_get_edit (all, i)->kind == LES_RECORD_TAG && les_change_get_edit (all, i)->record == NULL;
  for (guint i = 0; i < les_change_get_n_edits (alone); i++)
    n -= les_change_get_edit (alone, i)->kind == LES_RECORD_TAG && les_change_get_edit (alone, i)->record == NULL;
  return n;
}

static void
add_sentence (GString *words, const char *sentence)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", sentence);
}

/**
 * les_tag_removal_dup_words:
 *
 * Returns: (transfer full): what deleting these tags does to annotations and to
 *   the tags below them; empty when it does nothing
 */
char *
les_tag_removal_dup_words (LesProject *project, const char * const *ids)
{
  g_autoptr (LesChange) change = les_codebook_remove_tags (project, ids, FALSE);
  guint n_changed = les_codebook_count_changed (change);
  guint n_untagged = les_codebook_count_untagged (change);
  guint n_below = count_below (project, ids);
  GString *words = g_string_new (NULL);
  g_autofree char *lose = g_strdup_printf (ngettext ("%u annotation is kept, but loses a tag.",
                                                     "%u annotations are kept, but lose a tag.", n_changed), n_changed);
  g_autofree char *bare = g_strdup_printf (ngettext ("%u of them is left without any tag.",
                                                     "%u of them are left without any tag.", n_untagged), n_untagged);
  g_autofree char *below = g_strdup_printf (ngettext ("%u tag stands below.", "%u tags stand below.", n_below), n_below);

  if (n_changed > 0)
    add_sentence (words, lose);
  if (n_untagged > 0)
    add_sentence (words, bare);
  if (n_below > 0)
    add_sentence (words, below);
  return g_string_free (words, FALSE);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Removal *removal = data;
  g_autofree char *answer = les_dialogs_ask_finish (result);
  gboolean all = g_strcmp0 (answer, "all") == 0;

  if (all || g_strcmp0 (answer, "alone") == 0)
    les_session_perform (removal->session,
                         les_codebook_remove_tags (les_session_get_project (removal->session),
                                                   (const char * const *) removal->ids, all));
  removal_free (removal);
}

static char *
dup_heading (LesProject *project, const char * const *ids)
{
  guint n = g_strv_length ((char **) ids);
  LesTag *tag = les_project_get_tag (project, ids[0]);

  if (n == 1 && tag != NULL)
    /* Translators: %s is the name of a tag. */
    return g_strdup_printf (_("Delete “%s”?"), les_tag_get (tag, LES_TAG_NAME));
  return g_strdup_printf (ngettext ("Delete %u Tag?", "Delete %u Tags?", n), n);
}

/** Deletes these tags; asks before anything else is changed by it. @ids: ended by NULL */
void
les_tag_removal_ask (GtkWindow *parent, LesSession *session, const char * const *ids)
{
  LesProject *project = les_session_get_project (session);
  g_autofree char *words = les_tag_removal_dup_words (project, ids);
  g_autofree char *heading = dup_heading (project, ids);
  gboolean below = count_below (project, ids) > 0;
  Removal *removal;
  const LesAnswer few[] = {
    { "cancel", _("_Cancel"), FALSE },
    { "alone", _("_Delete"), TRUE },
  };
  const LesAnswer many[] = {
    { "cancel", _("_Cancel"), FALSE },
    { "all", _("Delete With Those _Below"), TRUE },
    { "alone", _("_Delete, the Others Move Up"), TRUE },
  };

  if (*words == '\0')
    {
      les_session_perform (session, les_codebook_remove_tags (project, ids, FALSE));
      return;
    }
  removal = g_new0 (Removal, 1);
  removal->session = g_object_ref (session);
  removal->ids = g_strdupv ((char **) ids);
  les_dialogs_ask_async (parent, heading, words, below ? many : few,
                         below ? G_N_ELEMENTS (many) : G_N_ELEMENTS (few), answered_cb, removal);
}
