/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-letter-key.h"

#include <glib/gi18n.h>
#include <string.h>

/* Letters that are commands while a text has the focus. One that cannot be done
 * at the moment says what is lacking: a menu greys it, a key shows nothing. */

#define WINDOW_PREFIX "win."

static gboolean
is_refused (GtkRoot *root, const char *action)
{
  const char *name = action + strlen (WINDOW_PREFIX);

  return G_IS_ACTION_GROUP (root) && g_str_has_prefix (action, WINDOW_PREFIX)
         && g_action_group_has_action (G_ACTION_GROUP (root), name)
         && !g_action_group_get_action_enabled (G_ACTION_GROUP (root), name);
}

/**
 * les_letter_key_get_refusal:
 * @action: of the window, with its prefix; not enabled
 *
 * Returns: (transfer none) (nullable): a translated sentence that says what the
 *   command needs; NULL where there is nothing useful to say
 */
const char *
les_letter_key_get_refusal (LesSession *session, const char *action)
{
  static const char * const on_passage[] = {
    "win.find-counterpart", "win.link-missing", "win.tag-recent", "win.repeat-tag", NULL,
  };
  static const char * const on_two[] = { "win.find-counterpart", "win.link-missing", "win.link-match", NULL };
  static const char * const on_annotation[] = { "win.set-bounds", "win.cycle-importance", NULL };

  if (g_strv_contains (on_two, action) && !les_session_is_comparing (session))
    return _("Open a second article first");
  if (g_strv_contains (on_passage, action))
    return _("Select a passage first");
  if (g_strv_contains (on_annotation, action))
    /* Translators: F7 is a key */
    return _("Go to an annotation first (F7)");
  if (g_str_equal (action, "win.link-match"))
    /* Translators: F8 is a key */
    return _("Go to a match first (F8)");
  return NULL;
}

/**
 * les_letter_key_activate:
 * @session: (nullable): what is read
 * @target: (nullable): of the action
 *
 * Does what a letter stands for, or says why it cannot be done.
 *
 * Returns: whether the key was used
 */
gboolean
les_letter_key_activate (GtkWidget *widget, LesSession *session, const char *action, GVariant *target)
{
  const char *refusal = NULL;

  if (session != NULL && is_refused (gtk_widget_get_root (widget), action))
    refusal = les_letter_key_get_refusal (session, action);
  if (refusal != NULL)
    return gtk_widget_activate_action (widget, "win.tell", "s", refusal);
  return gtk_widget_activate_action_variant (widget, action, target);
}
