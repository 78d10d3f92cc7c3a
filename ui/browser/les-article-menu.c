/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-menu.h"

#include <glib/gi18n.h>

#define TITLE_MAX_CHARS 32

static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static char *
dup_short_heading (LesSession *session, const char *id)
{
  LesArticle *article = les_project_get_article (les_session_get_project (session), id);
  g_autofree char *heading = article != NULL ? les_article_dup_heading (article) : g_strdup ("");

  if (g_utf8_strlen (heading, -1) > TITLE_MAX_CHARS)
    {
      g_autofree char *start = g_utf8_substring (heading, 0, TITLE_MAX_CHARS - 1);

      return g_strconcat (g_strchomp (start), "…", NULL);
    }
  return g_steal_pointer (&heading);
}

/* Underscores are mnemonics in a menu label. */
static char *
escape_mnemonics (const char *words)
{
  g_auto (GStrv) pieces = g_strsplit (words, "_", -1);

  return g_strjoinv ("__", pieces);
}

static void
append_compare_with_open (GMenu *menu, LesSession *session, const char *id)
{
  LesSide side = les_session_get_active_side (session);
  const char *open = les_session_get_article_id (session, side);
  g_autofree char *heading = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *label = NULL;

  if (open == NULL || g_str_equal (open, id))
    return;
  heading = dup_short_heading (session, open);
  escaped = escape_mnemonics (heading);
  /* Translators: %s is the headline of the article that is open */
  label = g_strdup_printf (_("Compare with “%s”"), escaped);
  append_item (menu, label, "win.open-pair", g_variant_new ("(ss)", open, id));
}

static void
append_open_section (GMenu *menu, LesSession *session, const char *id)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append_item (section, _("_Open"), "win.open-article", g_variant_new_string (id));
  append_item (section, _("Open on the _Left"), "win.open-side", g_variant_new ("(ss)", "left", id));
  append_item (section, _("Open on the Ri_ght"), "win.open-side", g_variant_new ("(ss)", "right", id));
  append_compare_with_open (section, session, id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_copies_section (GMenu *menu, LesSession *session, const char *id)
{
  GPtrArray *group = les_related_get_group (les_session_get_related (session), id);
  g_autoptr (GMenu) section = NULL;
  g_autofree char *label = NULL;

  if (group == NULL)
    return;
  section = g_menu_new ();
  /* Translators: lists the articles that carry the same agency report as this one; there are two at least */
  label = g_strdup_printf (ngettext ("_Show the %'u Article With This Agency Copy",
                                     "_Show the %'u Articles With This Agency Copy", group->len), group->len);
  append_item (section, label, "win.show-same-copy", g_variant_new_string (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_edit_section (GMenu *menu, const char *id)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append_item (section, _("_Rename…"), "win.rename-article", g_variant_new_string (id));
  append_item (section, _("Edit _Details…"), "win.edit-details", g_variant_new_string (id));
  append_item (section, _("Change _Encoding…"), "win.change-encoding", g_variant_new_string (id));
  append_item (section, _("Edit _Text…"), "win.edit-text", g_variant_new_string (id));
  append_item (section, _("Replace by a _Newer Version…"), "win.add-version", g_variant_new_string (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_compare_section (GMenu *menu, const char * const *ids)
{
  g_autoptr (GMenu) section = g_menu_new ();

  append_item (section, _("_Compare"), "win.open-pair", g_variant_new ("(ss)", ids[0], ids[1]));
  append_item (section, _("Compare the Other _Way Round"), "win.open-pair", g_variant_new ("(ss)", ids[1], ids[0]));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_remove_section (GMenu *menu, const char * const *ids, guint n_ids)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *label = NULL;

  if (n_ids == 1)
    label = g_strdup (_("Re_move"));
  else
    /* Translators: removes the selected articles from the project; there are two at least */
    label = g_strdup_printf (ngettext ("Re_move %'u Article", "Re_move %'u Articles", n_ids), n_ids);
  append_item (section, label, "win.remove-articles", g_variant_new_strv (ids, -1));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/**
 * les_article_menu_new:
 * @ids: the articles that the commands are for; at least one
 *
 * Returns: (transfer full): what can be done with them
 */
GMenuModel *
les_article_menu_new (LesSession *session, const char * const *ids)
{
  GMenu *menu = g_menu_new ();
  guint n_ids = g_strv_length ((GStrv) ids);

  if (n_ids == 1)
    {
      append_open_section (menu, session, ids[0]);
      append_copies_section (menu, session, ids[0]);
    }
  if (n_ids == 2)
    append_compare_section (menu, ids);
  if (n_ids == 1)
    append_edit_section (menu, ids[0]);
  append_remove_section (menu, ids, n_ids);
  return G_MENU_MODEL (menu);
}
