/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-window-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "les-article-words.h"
#include "les-dialogs.h"
#include "les-error-words.h"
#include "les-linking.h"
#include "les-menu-focus.h"
#include "les-undo-words.h"

#define HINT_SECONDS 4

enum
{
  FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (LesWindow, les_window, ADW_TYPE_APPLICATION_WINDOW)

static guint signals[N_SIGNALS];

static char *
word_open_articles (LesWindow *self)
{
  LesArticle *left = les_session_get_article (self->session, LES_SIDE_LEFT);
  LesArticle *right = les_session_get_article (self->session, LES_SIDE_RIGHT);
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autofree char *left_words = NULL;
  g_autofree char *right_words = NULL;

  if (left == NULL)
    return g_strdup ("");
  if (right == NULL)
    return les_article_dup_heading (left);

  g_ptr_array_add (both, left);
  g_ptr_array_add (both, right);
  left_words = les_article_words_dup_among (left, both);
  right_words = les_article_words_dup_among (right, both);
  return g_strdup_printf ("%s ↔ %s", left_words, right_words);
}

static void
refresh_title (LesWindow *self)
{
  g_autofree char *name = les_window_dup_name (self);
  g_autofree char *subtitle = word_open_articles (self);
  gboolean modified = les_history_get_modified (les_session_get_history (self->session));
  const char *view;
  /* Translators: the title of a project with unsaved changes; keep the bullet. */
  g_autofree char *title = modified ? g_strdup_printf (_("%s •"), name) : g_strdup (name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  if (self->work == NULL)
    return;
  adw_window_title_set_title (self->work->title, title);
  view = les_work_page_get_view_title (self->work);
  adw_window_title_set_subtitle (self->work->title, view != NULL ? view : subtitle);
}

static void
refresh_saved (LesWindow *self)
{
  const char *words;

  if (les_keeper_get_saving (self->keeper))
    words = _("Saving…");
  else if (les_keeper_get_read_only (self->keeper))
    words = _("Read only");
  else if (les_history_get_modified (les_session_get_history (self->session)))
    words = _("Unsaved changes");
  else if (les_keeper_get_file (self->keeper) != NULL)
    words = _("Saved");
  else
    words = "";
  les_status_bar_set_saved (self->work->status, words);
}

static void
refresh_undo (LesWindow *self)
{
  LesHistory *history = les_session_get_history (self->session);
  g_autofree char *undo = les_undo_words_dup (history, FALSE);
  g_autofree char *redo = les_undo_words_dup (history, TRUE);

  gtk_widget_set_tooltip_text (self->work->undo_button, undo);
  gtk_widget_set_tooltip_text (self->work->redo_button, redo);
}

static void
tag_activated_cb (LesWindow *self, const char *tag)
{
  gtk_stack_set_visible_child_name (self->work->panel_pages, "annotations");
  les_annotation_panel_filter_tag (self->work->annotation_panel, tag);
}

static void
hand_out_session (LesWindow *self)
{
  les_work_page_set_session (self->work, self->session, self->search);
  les_tag_picker_set_session (self->picker, self->session);
  les_link_picker_set_session (self->link_picker, self->session);
}

/* "Layers" becomes "Layers (Ctrl+L)" where the button's action has a key. */
static void
add_key_to_tooltip (LesWindow *self, GtkWidget *button)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  const char *action = gtk_actionable_get_action_name (GTK_ACTIONABLE (button));
  const char *tooltip = gtk_widget_get_tooltip_text (button);
  g_auto (GStrv) accels = NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;
  GdkModifierType modifiers;
  guint key;

  if (application == NULL || action == NULL || tooltip == NULL)
    return;
  accels = gtk_application_get_accels_for_action (application, action);
  if (accels[0] == NULL || !gtk_accelerator_parse (accels[0], &key, &modifiers))
    return;
  label = gtk_accelerator_get_label (key, modifiers);
  /* Translators: what a button does and its key: "Show Articles (F9)" */
  words = g_strdup_printf (_("%s (%s)"), tooltip, label);
  gtk_widget_set_tooltip_text (button, words);
}

static void
add_keys_to_tooltips (LesWindow *self, GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    add_key_to_tooltip (self, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_keys_to_tooltips (self, child);
}

static void
ensure_work_page (LesWindow *self)
{
  if (self->work != NULL)
    return;

  self->picker = g_object_ref_sink (g_object_new (LES_TYPE_TAG_PICKER, NULL));
  self->link_picker = g_object_ref_sink (g_object_new (LES_TYPE_LINK_PICKER, NULL));
  self->work = les_work_page_new ();
  g_signal_connect_swapped (self->work, "fold", G_CALLBACK (les_window_fold), self);
  g_signal_connect_swapped (self->work, "tag-activated", G_CALLBACK (tag_activated_cb), self);
  g_signal_connect_object (self->work->tag_list, "selection-changed", G_CALLBACK (les_window_refresh_actions), self,
                           G_CONNECT_SWAPPED);
  les_window_restore_tag_order (self);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->work), "work");
  add_keys_to_tooltips (self, GTK_WIDGET (self->work->text_header));
  add_keys_to_tooltips (self, GTK_WIDGET (self->work->status));
  les_menu_focus_watch (GTK_WINDOW (self), GTK_WIDGET (self->work->text_header));
  les_menu_focus_watch (GTK_WINDOW (self), GTK_WIDGET (self->work->browser_header));
  les_window_fold (self);
  hand_out_session (self);
}

/* A project that was emptied, or whose adding was undone, is still at work. */
static gboolean
is_at_work (LesWindow *self)
{
  LesHistory *history = les_session_get_history (self->session);

  return les_project_get_n_records (les_session_get_project (self->session), LES_RECORD_ARTICLE) > 0
         || les_keeper_get_file (self->keeper) != NULL
         || les_history_get_can_undo (history)
         || les_history_get_can_redo (history);
}

/* GTK 4.8 tells screen readers of the pages of a stack that are not shown, too: what
 * is not shown is hidden. */
static void
turn_to_page (LesWindow *self, const char *name)
{
  gboolean welcomes = g_str_equal (name, "welcome");

  if (welcomes)
    gtk_widget_set_visible (GTK_WIDGET (self->welcome), TRUE);
  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (GTK_WIDGET (self->welcome), welcomes);
}

static void
refresh_page (LesWindow *self)
{
  gboolean empty = !is_at_work (self);

  if (!empty)
    ensure_work_page (self);
  if (self->work != NULL && !empty)
    les_notice_bar_hand_over (les_welcome_page_get_notice (self->welcome), self->work->notice);
  self->arriving |= !empty && g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "work") != 0;
  turn_to_page (self, empty ? "welcome" : "work");
}

static void
show_texts_cb (LesWindow *self)
{
  les_window_show_view (self, "texts");
}

/* Details or note of an open article make it another record, not another article. */
static gboolean
remember_opened (LesWindow *self)
{
  const char *left = les_session_get_article_id (self->session, LES_SIDE_LEFT);
  const char *right = les_session_get_article_id (self->session, LES_SIDE_RIGHT);
  g_autofree char *opened = g_strdup_printf ("%s %s", left != NULL ? left : "", right != NULL ? right : "");

  if (g_strcmp0 (opened, self->opened) == 0)
    return FALSE;
  g_free (self->opened);
  self->opened = g_steal_pointer (&opened);
  return TRUE;
}

/* An article that was opened is wanted to be read; in a narrow window it takes
 * the place of the list. */
static void
opened_cb (LesWindow *self)
{
  if (!remember_opened (self) || les_session_get_article (self->session, LES_SIDE_LEFT) == NULL)
    return;
  show_texts_cb (self);
  if (self->narrow_pane == LES_NARROW_BROWSER)
    {
      self->narrow_pane = LES_NARROW_TEXTS;
      les_window_fold (self);
    }
  if (self->arriving)
    les_work_page_focus_view (self->work);
  self->arriving = FALSE;
}

static void
changed_on_disk_cb (LesWindow *self)
{
  g_autofree char *name = les_window_dup_name (self);
  g_autofree char *message = NULL;

  if (!les_keeper_get_changed_on_disk (self->keeper))
    return;
  message = g_strdup_printf (_("“%s” was changed by another program. Your work here is still as you left it."), name);
  les_window_tell (self, message, _("_Reload"), "win.reload");
}

/** Takes the offer to undo away: its "Undo" would take back something else from now on. */
void
les_window_dismiss_undo (LesWindow *self)
{
  AdwToast *toast = self->undo_toast;

  self->undo_toast = NULL;
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
undo_toast_gone_cb (LesWindow *self, AdwToast *toast)
{
  if (self->undo_toast == toast)
    self->undo_toast = NULL;
}

/* Nothing is lost yet, but a crash would cost what is not saved. */
static void
unprotected_cb (LesWindow *self)
{
  if (les_keeper_get_unprotected (self->keeper))
    les_window_tell (self, _("Your work cannot be protected against a crash at the moment, because the disk is full or cannot be written. Save often."),
                     _("_Save"), "win.save");
}

static void
offer_undo (LesWindow *self, LesChange *applied)
{
  g_autofree char *message = les_undo_words_dup_removed (applied);

  if (message != NULL)
    les_window_toast (self, message, _("_Undo"), "win.undo");
}

/* Undoing somewhere else than where one reads must be seen. */
static void
show_place_of (LesWindow *self, LesChange *change)
{
  for (guint i = 0; i < les_change_get_n_edits (change); i++)
    {
      LesRecord *record = les_change_get_edit (change, i)->record;
      LesSide side;

      if (!LES_IS_ANNOTATION (record)
          || !les_session_find_side (self->session,
                                     les_annotation_get (LES_ANNOTATION (record), LES_ANNOTATION_ARTICLE), &side))
        continue;
      les_session_set_annotation_id (self->session, les_record_get_id (record));
      les_session_reveal (self->session, side, les_annotation_get_range (LES_ANNOTATION (record)));
      return;
    }
}

/* Another view shows what comes back by itself, and nobody wants to be taken out of it. */
static gboolean
is_showing_texts (LesWindow *self)
{
  return self->work == NULL || g_str_equal (les_work_page_get_view (self->work), "texts");
}

static void
project_changed_cb (LesWindow *self, LesChange *applied, LesChange *inverse)
{
  refresh_page (self);
  les_window_dismiss_undo (self);
  if (self->travelling && is_showing_texts (self))
    show_place_of (self, applied);
  offer_undo (self, applied);
}

/** Takes what is still being typed as done: before the project is saved or left. */
void
les_window_commit (LesWindow *self)
{
  if (self->work == NULL)
    return;
  les_tag_picker_commit (self->picker);
  les_link_picker_commit (self->link_picker);
  les_annotation_panel_commit (self->work->annotation_panel);
  les_window_commit_notes (self);
}

static void
active_changed_cb (LesWindow *self)
{
  if (self->session == NULL)
    return;
  if (gtk_window_is_active (GTK_WINDOW (self)))
    les_keeper_check_disk (self->keeper);
  else
    les_window_remember (self);
}

static gboolean
les_window_close_request (GtkWindow *window)
{
  LesWindow *self = LES_WINDOW (window);

  les_window_commit (self);
  if (!self->leaving && les_window_ask_to_close (self))
    return GDK_EVENT_STOP;
  les_window_remember (self);
  return GTK_WINDOW_CLASS (les_window_parent_class)->close_request (window);
}

static void
connect_signals (LesWindow *self)
{
  self->session_signals = g_signal_group_new (LES_TYPE_SESSION);
  self->project_signals = g_signal_group_new (LES_TYPE_PROJECT);
  self->history_signals = g_signal_group_new (LES_TYPE_HISTORY);
  self->keeper_signals = g_signal_group_new (LES_TYPE_KEEPER);
  self->linking_signals = g_signal_group_new (LES_TYPE_LINKING);
  g_signal_group_connect_swapped (self->session_signals, "notify", G_CALLBACK (les_window_refresh), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::left", G_CALLBACK (opened_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::right", G_CALLBACK (opened_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "reveal", G_CALLBACK (show_texts_cb), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (project_changed_cb), self);
  g_signal_group_connect_swapped (self->history_signals, "notify", G_CALLBACK (les_window_refresh), self);
  g_signal_group_connect_swapped (self->linking_signals, "notify", G_CALLBACK (les_window_refresh), self);
  g_signal_group_connect_swapped (self->linking_signals, "show", G_CALLBACK (show_texts_cb), self);
  g_signal_group_connect_swapped (self->keeper_signals, "notify", G_CALLBACK (les_window_refresh), self);
  g_signal_group_connect_swapped (self->keeper_signals, "notify::changed-on-disk",
                                  G_CALLBACK (changed_on_disk_cb), self);
  g_signal_group_connect_swapped (self->keeper_signals, "notify::unprotected", G_CALLBACK (unprotected_cb), self);
}

static void
watch_session (LesWindow *self)
{
  g_signal_group_set_target (self->session_signals, self->session);
  g_signal_group_set_target (self->project_signals, les_session_get_project (self->session));
  g_signal_group_set_target (self->history_signals, les_session_get_history (self->session));
  g_signal_group_set_target (self->keeper_signals, self->keeper);
  g_signal_group_set_target (self->linking_signals, les_linking_of (self->session));
}

static void
les_window_dispose (GObject *object)
{
  LesWindow *self = LES_WINDOW (object);

  g_clear_weak_pointer (&self->hint);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->keeper_signals);
  g_clear_object (&self->linking_signals);
  g_clear_object (&self->search);
  g_clear_object (&self->keeper);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->picker);
  g_clear_object (&self->link_picker);
  g_clear_pointer (&self->origins, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_free);
  g_clear_pointer (&self->opened, g_free);

  G_OBJECT_CLASS (les_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LesWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, LesWindow, tag_keys);
  gtk_widget_class_bind_template_child (widget_class, LesWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LesWindow, welcome);
}

static void
ensure_types (void)
{
  g_type_ensure (LES_TYPE_PROGRESS_CARD);
  g_type_ensure (LES_TYPE_TAG_KEYS);
  g_type_ensure (LES_TYPE_WELCOME_PAGE);
}

static void
les_window_class_init (LesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = les_window_close_request;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/window/les-window.ui");
  bind_children (widget_class);

  signals[FAILED] = g_signal_new ("failed", LES_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                  g_signal_accumulator_true_handled, NULL, NULL,
                                  G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
}

static void
les_window_init (LesWindow *self)
{
  g_autoptr (LesProject) project = les_project_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (LES_APP_ID);
  self->origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->wants_browser = TRUE;
  self->wants_panel = TRUE;
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
  les_menu_focus_follow (GTK_WINDOW (self));
  les_window_install_actions (self);
  connect_signals (self);
  les_window_accept_drops (self);
  les_window_show_project (self, project, NULL, FALSE);
}

/** Returns: (transfer none): a window on a new, empty project; owned by @application */
LesWindow *
les_window_new (GtkApplication *application)
{
  return g_object_new (LES_TYPE_WINDOW, "application", application, NULL);
}

LesSession *
les_window_get_session (LesWindow *self)
{
  return self->session;
}

LesKeeper *
les_window_get_keeper (LesWindow *self)
{
  return self->keeper;
}

/** Returns: (transfer none) (nullable): the texts; NULL while the project is empty */
GtkWidget *
les_window_get_compare_view (LesWindow *self)
{
  return self->work != NULL ? GTK_WIDGET (self->work->compare_view) : NULL;
}

/** Returns: whether nothing was done in it yet, so that it may show another project */
gboolean
les_window_is_pristine (LesWindow *self)
{
  LesHistory *history = les_session_get_history (self->session);

  return les_keeper_get_file (self->keeper) == NULL
         && !les_history_get_modified (history)
         && !les_history_get_can_undo (history)
         && self->n_working == 0;
}

/** Returns: whether something is being read, written or compared */
gboolean
les_window_is_busy (LesWindow *self)
{
  return self->n_working > 0 || les_session_get_busy (self->session);
}

/**
 * les_window_show_project:
 * @project: what to work on from now on
 * @file: (nullable): where it came from
 * @read_only: whether it must not be saved there
 *
 * Leaves the project that was shown. Its unsaved work, if there is any, is kept
 * as after a crash; the caller has asked whether that is right.
 */
void
les_window_show_project (LesWindow *self, LesProject *project, GFile *file, gboolean read_only)
{
  if (self->keeper != NULL)
    les_keeper_close (self->keeper, FALSE);
  g_clear_object (&self->keeper);
  g_clear_object (&self->search);
  g_clear_object (&self->session);
  g_hash_table_remove_all (self->origins);
  g_clear_pointer (&self->findings, g_free);

  self->session = les_session_new (project);
  g_settings_bind (self->settings, "author-name", self->session, "author", G_SETTINGS_BIND_GET);
  les_window_apply_fine_diff (self);
  self->search = les_search_new (project);
  self->keeper = les_keeper_new (project, les_session_get_history (self->session));
  if (file != NULL)
    les_keeper_set_loaded (self->keeper, file, read_only);

  watch_session (self);
  les_notice_bar_hide (les_window_get_notice (self));
  if (self->work != NULL)
    hand_out_session (self);
  refresh_page (self);
  les_window_restore (self);
  les_window_refresh (self);
}

/** Brings title, buttons and actions up to date. */
void
les_window_refresh (LesWindow *self)
{
  refresh_page (self);
  les_window_refresh_actions (self);
  refresh_title (self);
  if (self->work == NULL)
    return;
  gtk_widget_set_visible (self->work->linked_button,
                          les_session_is_comparing (self->session) && is_showing_texts (self));
  refresh_saved (self);
  refresh_undo (self);
}

/** Returns: (transfer full): what the project is called: its title, its file, or "New Project" */
char *
les_window_dup_name (LesWindow *self)
{
  LesProjectInfo *info = les_project_get_info (les_session_get_project (self->session));
  GFile *file = les_keeper_get_file (self->keeper);
  g_autofree char *name = NULL;

  if (les_project_info_get (info, LES_PROJECT_INFO_TITLE) != NULL)
    return g_strdup (les_project_info_get (info, LES_PROJECT_INFO_TITLE));
  if (file == NULL)
    return g_strdup (_("New Project"));
  name = g_file_get_basename (file);
  if (g_str_has_suffix (name, ".lesart"))
    name[strlen (name) - strlen (".lesart")] = '\0';
  return g_filename_display_name (name);
}

/** Returns: (transfer none): the notice bar of the page that is shown */
LesNoticeBar *
les_window_get_notice (LesWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "welcome") == 0)
    return les_welcome_page_get_notice (self->welcome);
  return self->work->notice;
}

/**
 * les_window_tell:
 * @message: translated sentences
 * @button_label: (nullable): translated
 * @action_name: (nullable):
 *
 * Says something that stays until it was read.
 */
void
les_window_tell (LesWindow *self, const char *message, const char *button_label, const char *action_name)
{
  les_notice_bar_show (les_window_get_notice (self), message, button_label, action_name);
}

/** Returns: (transfer full): the name of a file as people read it */
char *
les_window_dup_file_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/**
 * les_window_tell_error:
 * @heading: translated
 * @file: (nullable): what it is about; NULL for the project of the window
 *
 * Says what went wrong with something that the user started.
 */
void
les_window_tell_error (LesWindow *self, const char *heading, const GError *error, GFile *file)
{
  g_autofree char *name = file != NULL ? les_window_dup_file_name (file) : les_window_dup_name (self);
  g_autofree char *words = les_error_words_dup (error, name);
  gboolean told = FALSE;

  g_signal_emit (self, signals[FAILED], 0, words, &told);
  if (!told)
    les_dialogs_tell (GTK_WINDOW (self), heading, words);
}

/** Says in passing that something was done. @message: translated, no markup */
void
les_window_toast (LesWindow *self, const char *message, const char *button_label, const char *action_name)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, button_label);
  adw_toast_set_action_name (toast, action_name);
  if (g_strcmp0 (action_name, "win.undo") == 0)
    {
      self->undo_toast = toast;
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_toast_gone_cb), self, G_CONNECT_SWAPPED);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/** Says why a key does nothing. Only the last such hint is shown. @message: translated, no markup */
void
les_window_hint (LesWindow *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (self->hint != NULL)
    adw_toast_dismiss (self->hint);
  g_set_weak_pointer (&self->hint, toast);
  adw_toast_set_timeout (toast, HINT_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * les_window_begin_work:
 * @message: translated: what takes time
 *
 * Shows progress if it takes longer than a quarter second. To be paired with
 * les_window_end_work().
 *
 * Returns: (transfer none): what cancels it; owned by the progress that is shown
 */
GCancellable *
les_window_begin_work (LesWindow *self, const char *message)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  self->n_working++;
  les_progress_card_begin (self->progress, message, cancellable);
  return cancellable;
}

/** Undoes one les_window_begin_work(). */
void
les_window_end_work (LesWindow *self)
{
  self->n_working--;
  les_progress_card_end (self->progress);
}

/* Which pane is shown where there is room for one only. */
static void
fold_to_one (LesWindow *self)
{
  gboolean browser = self->narrow_pane == LES_NARROW_BROWSER;
  gboolean panel = self->narrow_pane == LES_NARROW_PANEL;

  gtk_widget_set_visible (self->work->browser_pane, browser);
  gtk_widget_set_visible (GTK_WIDGET (self->work->inner), !browser);
  gtk_widget_set_visible (self->work->text_pane, !panel);
  gtk_widget_set_visible (self->work->panel_pane, panel);
}

static void
fold_sides (LesWindow *self, int n_fitting)
{
  gboolean panel = self->wants_panel;
  gboolean browser = self->wants_browser && n_fitting >= (panel ? 3 : 2);

  gtk_widget_set_visible (self->work->browser_pane, browser);
  gtk_widget_set_visible (GTK_WIDGET (self->work->inner), TRUE);
  gtk_widget_set_visible (self->work->text_pane, TRUE);
  gtk_widget_set_visible (self->work->panel_pane, panel);
}

/* The first pane has the buttons of the window's start, the last those of its end. */
static void
place_title_buttons (LesWindow *self)
{
  gboolean browser = gtk_widget_get_visible (self->work->browser_pane);
  gboolean panel = gtk_widget_get_visible (self->work->panel_pane);
  gboolean text = gtk_widget_get_visible (GTK_WIDGET (self->work->inner))
                  && gtk_widget_get_visible (self->work->text_pane);

  adw_header_bar_set_show_end_title_buttons (self->work->browser_header, !text && !panel);
  adw_header_bar_set_show_start_title_buttons (self->work->text_header, !browser);
  adw_header_bar_set_show_end_title_buttons (self->work->text_header, !panel);
  adw_header_bar_set_show_start_title_buttons (self->work->panel_header, !text);
  gtk_widget_set_visible (self->work->browser_back, !text);
  gtk_widget_set_visible (self->work->panel_back, !text);
}

/** Shows the panes that the user wants and that have room. */
void
les_window_fold (LesWindow *self)
{
  int n_fitting;

  if (self->work == NULL)
    return;
  n_fitting = les_folding_bin_get_n_fitting (self->work->folding);
  if (n_fitting == 1)
    fold_to_one (self);
  else
    fold_sides (self, n_fitting);
  place_title_buttons (self);
  les_window_refresh_actions (self);
}

/**
 * les_window_show_view:
 * @name: as of les_work_page_show_view()
 */
void
les_window_show_view (LesWindow *self, const char *name)
{
  if (self->work == NULL)
    return;
  les_work_page_show_view (self->work, name);
  les_window_refresh (self);
}
