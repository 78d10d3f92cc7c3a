/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "les-article-chooser.h"
#include "les-article-details.h"
#include "les-edits.h"
#include "les-encoding-dialog.h"
#include "les-paste-dialog.h"
#include "les-window-actions.h"

/* The commands about articles: adding and removing them, which ones are open, what
 * is known about them, and what their paragraphs are. */

static void
add_articles (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_choose_articles (data);
}

static void
add_folder (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_window_choose_folder (data);
}

static void
add_uris (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autofree const char **uris = g_variant_get_strv (target, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; uris[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_uri (uris[i]));
  les_window_add_files (data, files, FALSE);
}

static void
paste_articles (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_paste_dialog_present (data, ((LesWindow *) data)->session);
}

/* Opening */

/* An article that stands on the other side already is gone to: beside itself
 * nobody can compare it. */
static void
open_article (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  LesSide side = les_session_get_active_side (self->session);

  const char *id = g_variant_get_string (target, NULL);
  gboolean covered = self->work != NULL && !gtk_widget_is_visible (self->work->text_pane);

  if (les_session_find_side (self->session, id, &side))
    les_session_set_active_side (self->session, side);
  else
    les_session_open_article (self->session, side, id);
  if (covered)
    les_window_focus_side (self, side);
  else
    les_window_show_view (self, "texts");
}

static void
open_side (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *side;
  const char *id;

  g_variant_get (target, "(&s&s)", &side, &id);
  les_session_open_article (self->session, les_side_from_word (side), *id == '\0' ? NULL : id);
}

static void
open_pair (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *left;
  const char *right;

  g_variant_get (target, "(&s&s)", &left, &right);
  les_window_compare (self, left, right);
}

static void
read_one (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  LesSide side = les_session_get_active_side (self->session);

  les_session_open_pair (self->session, les_session_get_article_id (self->session, side), NULL);
}

static void
swap_sides (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_session_swap_sides (((LesWindow *) data)->session);
}

static void
choose_article (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  les_article_chooser_present (GTK_WIDGET (self), self->session,
                               les_side_from_word (g_variant_get_string (target, NULL)));
}

static void
show_same_copy (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = les_window_id_or_active (self, g_variant_get_string (target, NULL));

  if (id == NULL)
    return;
  if (les_browser_show_same_copy (self->work->browser, id))
    les_window_show_browser (self);
  else
    les_window_toast (self, _("No other article carries the same agency copy"), NULL, NULL);
}

/* What is known about one */

static void
edit_details (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = les_window_id_or_active (self, g_variant_get_string (target, NULL));

  if (id != NULL)
    les_article_details_present (GTK_WINDOW (self), self->session, id);
}

static void
rename_article (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = les_window_id_or_active (self, g_variant_get_string (target, NULL));

  if (id != NULL)
    les_article_details_present_field (GTK_WINDOW (self), self->session, id, LES_ARTICLE_TITLE);
}

static void
change_encoding (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *id = les_window_id_or_active (self, g_variant_get_string (target, NULL));

  if (id != NULL)
    les_encoding_dialog_present (GTK_WINDOW (self), self->session, id,
                                 g_hash_table_lookup (self->origins, id));
}

static void
remove_articles (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  g_autofree const char **ids = g_variant_get_strv (target, NULL);

  les_session_perform (self->session,
                       les_edits_remove_articles (les_session_get_project (self->session), ids));
}

static void
remove_open_article (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  const char *ids[] = { les_window_id_or_active (self, NULL), NULL };

  if (ids[0] != NULL)
    les_session_perform (self->session,
                         les_edits_remove_articles (les_session_get_project (self->session), ids));
}

/* What the passage at the cursor of the active side is: headline, lead, ... */

static LesArticle *
get_active_article (LesWindow *self)
{
  return les_session_get_article (self->session, les_session_get_active_side (self->session));
}

static LesTextRange
get_active_selection (LesWindow *self)
{
  return les_session_get_selection (self->session, les_session_get_active_side (self->session));
}

static void
change_block_role (GSimpleAction *action, GVariant *state, gpointer data)
{
  LesWindow *self = data;
  LesArticle *article = get_active_article (self);
  LesBlockRole role;

  if (article != NULL && les_block_role_from_name (g_variant_get_string (state, NULL), &role))
    les_session_perform (self->session, les_edits_set_block_role (article, get_active_selection (self), role));
}

static void
recognise_blocks (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;
  LesArticle *article = get_active_article (self);

  if (article != NULL)
    les_session_perform (self->session, les_edits_recognise_blocks (article));
}

/* Of the block that change_block_role() would change, or change first. */
static const char *
get_block_role (LesWindow *self)
{
  LesArticle *article = get_active_article (self);
  const LesBlock *block = NULL;
  const LesBlock *blocks;
  guint n_blocks;

  if (article == NULL)
    return "";
  blocks = les_document_get_blocks (les_article_get_document (article), &n_blocks);
  block = les_blocks_find (blocks, n_blocks, get_active_selection (self));
  return block != NULL ? les_block_role_get_name (block->role) : "";
}

static const GActionEntry entries[] = {
  { "add-articles", add_articles },
  { "add-folder", add_folder },
  { "add-uris", add_uris, "as" },
  { "paste-articles", paste_articles },
  { "open-article", open_article, "s" },
  { "open-side", open_side, "(ss)" },
  { "open-pair", open_pair, "(ss)" },
  { "read-one", read_one },
  { "swap-sides", swap_sides },
  { "choose-article", choose_article, "s" },
  { "show-same-copy", show_same_copy, "s" },
  { "edit-details", edit_details, "s" },
  { "rename-article", rename_article, "s" },
  { "change-encoding", change_encoding, "s" },
  { "remove-articles", remove_articles, "as" },
  { "remove-open-article", remove_open_article },
  { "block-role", NULL, "s", "''", change_block_role },
  { "recognise-blocks", recognise_blocks },
};

void
les_window_install_article_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/** Part of les_window_refresh_actions(). */
void
les_window_refresh_article_actions (LesWindow *self)
{
  LesSession *session = self->session;
  gboolean reading = les_session_get_article (session, LES_SIDE_LEFT) != NULL;
  gboolean comparing = les_session_is_comparing (session);

  les_window_enable_action (self, "show-same-copy", les_window_has_articles (self));
  les_window_enable_action (self, "remove-open-article", reading);
  les_window_enable_action (self, "choose-article", reading);
  les_window_enable_action (self, "read-one", comparing);
  les_window_enable_action (self, "swap-sides", comparing);
  les_window_enable_action (self, "block-role", reading);
  les_window_enable_action (self, "recognise-blocks",
                            reading && les_article_get_blocks (get_active_article (self)) != NULL);
  les_window_set_action_state (self, "block-role", g_variant_new_string (get_block_role (self)));
}
