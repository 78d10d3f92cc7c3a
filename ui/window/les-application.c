/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-application.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "les-dialogs.h"
#include "les-popovers.h"
#include "les-preferences.h"
#include "les-project-format.h"
#include "les-screenshot.h"
#include "les-window.h"

/**
 * LesApplication:
 *
 * The program: one process for all windows, what the command line asks for,
 * the shortcuts of every command, the style that the user prefers.
 */
struct _LesApplication
{
  AdwApplication parent_instance;

  /* Owned */
  GSettings *settings;
  char *screenshot;          /* where to, when that is all we were started for */
  char *screenshot_size;
  gboolean screenshot_dark;
};

G_DEFINE_FINAL_TYPE (LesApplication, les_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[4];
} shortcuts[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.open-project", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.close", { "<Control>w" } },
  { "win.edit-title", { "<Control><Alt>r" } },
  { "win.add-articles", { "<Control>i" } },
  { "win.add-folder", { "<Control><Shift>i" } },
  { "win.paste-articles", { "<Control><Shift>v" } },
  { "win.compare-selected", { "<Control>Return" } },
  { "win.read-one", { "<Control>1" } },
  { "win.swap-sides", { "<Control><Shift>x" } },
  { "win.keep-comparison", { "<Control>d" } },
  { "win.choose-article::left", { "<Control>l" } },
  { "win.choose-article::right", { "<Control>r" } },
  { "win.edit-details::", { "<Alt>Return" } },
  { "win.show-same-copy::", { "<Control>j" } },
  { "win.edit-text::", { "<Control><Shift>e" } },
  { "win.add-version::", { "<Control><Shift>n" } },
  { "win.focus-search", { "<Control>f" } },
  { "win.focus-browser", { "<Alt>1" } },
  { "win.focus-left", { "<Alt>2" } },
  { "win.focus-right", { "<Alt>3" } },
  { "win.focus-panel", { "<Alt>4" } },
  { "win.view::claims", { "<Alt>5" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.find-next-hit", { "<Control>g" } },
  { "win.find-previous-hit", { "<Control><Shift>g" } },
  { "win.next-match", { "F8" } },
  { "win.previous-match", { "<Shift>F8" } },
  { "win.reject-match", { "<Control>F8" } },
  { "win.restore-match(-1)", { "<Control><Shift>F8" } },
  { "win.find-counterpart", { "<Control><Shift>f" } },
  { "win.compare-again", { "F5" } },
  { "win.view::table", { "<Control><Alt>t" } },
  { "win.print-comparison", { "<Control>p" } },
  { "win.annotate", { "<Control>t" } },
  { "win.annotate-note", { "<Control><Shift>t" } },
  { "win.repeat-tag", { "<Control>period" } },
  { "win.type-shortcut", { "<Control><Alt>comma" } },
  { "win.focus-tags", { "<Control><Alt>k" } },
  { "win.edit-note", { "<Control>e" } },
  { "win.delete-annotation", { "<Control>Delete" } },
  { "win.next-annotation", { "F7" } },
  { "win.previous-annotation", { "<Shift>F7" } },
  { "win.active-tag", { "<Control><Shift>a" } },
  { "win.cycle-annotation", { "<Control><Shift>F7" } },
  { "win.cycle-importance", { "<Control><Shift>m" } },
  { "win.split-annotation", { "<Control>h" } },
  { "win.join-annotations", { "<Control><Shift>j" } },
  { "win.set-bounds", { "<Control>b" } },
  { "win.review", { "<Control>F7" } },
  { "win.review-accept", { "<Control><Shift>Return" } },
  { "win.review-place", { "<Control><Shift>b" } },
  { "win.link", { "<Control>k" } },
  { "win.link-missing", { "<Control>m" } },
  { "win.link-match", { "<Control><Shift>k" } },
  { "win.edit-link::", { "<Control><Shift>r" } },
  { "win.remove-link::", { "<Control><Shift>BackSpace" } },
  { "win.next-link", { "F4" } },
  { "win.previous-link", { "<Shift>F4" } },
  { "win.grow-start", { "<Alt><Shift>Left" } },
  { "win.shrink-start", { "<Alt><Shift>Right" } },
  { "win.grow-end", { "<Alt>Right" } },
  { "win.shrink-end", { "<Alt>Left" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.linked-scroll", { "<Control><Shift>l" } },
  { "win.layer-taken-over", { "<Control><Alt>1" } },
  { "win.layer-reworded", { "<Control><Alt>2" } },
  { "win.layer-possible", { "<Control><Alt>3" } },
  { "win.layer-differences", { "<Control><Alt>4" } },
  { "win.layer-unmatched", { "<Control><Alt>5" } },
  { "win.layer-annotations", { "<Control><Alt>6" } },
  { "win.layer-links", { "<Control><Alt>7" } },
  { "win.layer-shared-copy", { "<Control><Alt>8" } },
  { "win.layer-quotations", { "<Control><Alt>9" } },
  { "win.differ-in-case", { "<Control><Alt>c" } },
  { "win.differ-in-quotation-marks", { "<Control><Alt>q" } },
  { "win.view::annotations", { "<Control><Alt>a" } },
  { "win.filter-notes", { "<Alt><Shift>f" } },
  { "win.next-grouping", { "<Alt><Shift>g" } },
  { "win.tag-notes", { "<Alt><Shift>t" } },
  { "win.untag-notes", { "<Alt><Shift>u" } },
  { "win.delete-notes", { "<Control><Shift>Delete" } },
  { "win.export-notes::csv", { "<Control><Alt>e" } },
  { "win.note-on-article::", { "<Alt><Shift>n" } },
  { "win.note-on-comparison", { "<Control><Shift>d" } },
  { "win.show-browser", { "F9" } },
  { "win.show-panel", { "<Shift>F9" } },
  { "win.text-larger", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.text-smaller", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.text-normal", { "<Control>0", "<Control>KP_0" } },
};

static LesWindow *
get_window (LesApplication *self)
{
  /* The one used last comes first; dialogs stand among them. */
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (; windows != NULL; windows = windows->next)
    if (LES_IS_WINDOW (windows->data))
      return LES_WINDOW (windows->data);
  return les_window_new (GTK_APPLICATION (self));
}

static void
new_window_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  gtk_window_present (GTK_WINDOW (les_window_new (GTK_APPLICATION (data))));
}

static void
quit_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (data)),
                                     (GCopyFunc) (GCallback) g_object_ref, NULL);

  /* Each window asks about its own work; the program ends with the last one. */
  for (GList *item = windows; item != NULL; item = item->next)
    if (LES_IS_WINDOW (item->data))
      gtk_window_close (item->data);
  g_list_free_full (windows, g_object_unref);
}

static void
preferences_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_preferences_present (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
about_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  les_dialogs_about (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static const GActionEntry entries[] = {
  { "new-window", new_window_cb },
  { "quit", quit_cb },
  { "preferences", preferences_cb },
  { "about", about_cb },
};

static void
apply_style_cb (LesApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  g_autofree char *name = g_settings_get_string (self->settings, "color-scheme");
  guint choice = g_str_equal (name, "light") ? 1 : g_str_equal (name, "dark") ? 2 : 0;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[choice]);
}

static void
install_shortcuts (LesApplication *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, shortcuts[i].accels);
}

static void
open_files (LesApplication *self, GFile **files, int n_files)
{
  LesWindow *window = get_window (self);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    if (les_project_format_is_project_file (files[i]))
      les_window_open_file (get_window (self), files[i]);
    else
      g_ptr_array_add (articles, g_object_ref (files[i]));
  if (articles->len > 0)
    les_window_add_files (window, articles, articles->len == 2);
}

static void
les_application_startup (GApplication *application)
{
  LesApplication *self = LES_APPLICATION (application);

  G_APPLICATION_CLASS (les_application_parent_class)->startup (application);

  self->settings = g_settings_new (LES_APP_ID);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_style_cb), self,
                           G_CONNECT_SWAPPED);
  apply_style_cb (self);
  if (self->screenshot_dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/lesart/Lesart/icons");
  gtk_window_set_default_icon_name (LES_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  install_shortcuts (self);
  les_popovers_let_go_of_closed ();
}

static void
les_application_activate (GApplication *application)
{
  LesApplication *self = LES_APPLICATION (application);
  gboolean first = gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
  LesWindow *window = get_window (self);

  gtk_window_present (GTK_WINDOW (window));
  if (self->screenshot != NULL)
    {
      les_window_open_sample (window);
      les_screenshot_take (window, self->screenshot, self->screenshot_size);
    }
  else if (first)
    les_window_offer_recovery (window);
}

static void
les_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  LesApplication *self = LES_APPLICATION (application);
  gboolean first = gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;

  open_files (self, files, n_files);
  if (self->screenshot != NULL)
    les_screenshot_take (get_window (self), self->screenshot, self->screenshot_size);
  else if (first)
    les_window_offer_recovery (get_window (self));
}

static int
les_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  LesApplication *self = LES_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("lesart %s\n", LES_VERSION);
      return EXIT_SUCCESS;
    }
  if (self->screenshot != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
les_application_finalize (GObject *object)
{
  LesApplication *self = LES_APPLICATION (object);

  g_clear_object (&self->settings);
  g_free (self->screenshot);
  g_free (self->screenshot_size);

  G_OBJECT_CLASS (les_application_parent_class)->finalize (object);
}

static void
les_application_class_init (LesApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_application_finalize;
  application_class->startup = les_application_startup;
  application_class->activate = les_application_activate;
  application_class->open = les_application_open;
  application_class->handle_local_options = les_application_handle_local_options;
}

static void
les_application_init (LesApplication *self)
{
  const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and leave"), NULL },
    { "screenshot", 0, 0, G_OPTION_ARG_FILENAME, &self->screenshot,
      N_("Draw the window, write the picture and leave"), N_("OUT.png") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &self->screenshot_size,
      N_("Size of the picture in pixels"), N_("WIDTHxHEIGHT") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &self->screenshot_dark,
      N_("Draw the picture in the dark style"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE …]"));
}

/** Returns: (transfer full): the program, ready to run */
LesApplication *
les_application_new (void)
{
  return g_object_new (LES_TYPE_APPLICATION,
                       "application-id", LES_APP_ID,
                       "resource-base-path", "/org/lesart/Lesart",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
