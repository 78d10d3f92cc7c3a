/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-welcome-page.h"

#include <string.h>

#include "les-project-format.h"

#define MAX_RECENT 6
#define PROJECT_TYPE "application/vnd.lesart+json"

/**
 * LesWelcomePage:
 *
 * What a window shows while its project has no article: add some, open a
 * project, go on with a recent one, look at the sample.
 */
struct _LesWelcomePage
{
  AdwBin parent_instance;

  /* Template */
  GtkWidget *add_button;
  GtkWidget *recent_box;
  GtkListBox *recent_list;
  LesNoticeBar *notice;
};

G_DEFINE_FINAL_TYPE (LesWelcomePage, les_welcome_page, ADW_TYPE_BIN)

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_modified ((GtkRecentInfo *) a);
  GDateTime *second = gtk_recent_info_get_modified ((GtkRecentInfo *) b);

  return g_date_time_compare (second, first);
}

static char *
dup_folder_words (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (path, home) && (path[strlen (home)] == '/' || path[strlen (home)] == '\0'))
    return g_strconcat ("~", path + strlen (home), NULL);
  return g_steal_pointer (&path);
}

static GtkWidget *
create_label (const char *words, const char *style_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (label, words);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
create_row (GtkRecentInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (name);
  g_autofree char *folder = dup_folder_words (file);

  if (g_str_has_suffix (display, ".lesart"))
    display[strlen (display) - strlen (".lesart")] = '\0';
  gtk_box_append (GTK_BOX (box), create_label (display, "les-recent-name"));
  gtk_box_append (GTK_BOX (box), create_label (folder, "les-recent-folder"));
  gtk_widget_add_css_class (box, "les-recent");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, display,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, folder, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  return row;
}

static gboolean
is_project (GtkRecentInfo *info)
{
  return les_project_format_is_project_name (gtk_recent_info_get_uri (info)) && gtk_recent_info_exists (info);
}

/* Lists the recent projects anew, newest first; what is gone from the disk is left out. */
static void
refresh (LesWelcomePage *self)
{
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), compare_recent);
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (GList *item = items; item != NULL && n < MAX_RECENT; item = item->next)
    if (is_project (item->data))
      {
        gtk_list_box_append (self->recent_list, create_row (item->data));
        n++;
      }
  gtk_widget_set_visible (self->recent_box, n > 0);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

/* The keys are where one begins, not at the menu that stands before it. */
static void
map_cb (LesWelcomePage *self)
{
  refresh (self);
  gtk_widget_grab_focus (self->add_button);
}

static void
les_welcome_page_class_init (LesWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LES_TYPE_NOTICE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/window/les-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LesWelcomePage, add_button);
  gtk_widget_class_bind_template_child (widget_class, LesWelcomePage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, LesWelcomePage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, LesWelcomePage, notice);
}

static void
les_welcome_page_init (LesWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

LesNoticeBar *
les_welcome_page_get_notice (LesWelcomePage *self)
{
  return self->notice;
}

/** Remembers a project that was opened or saved. */
void
les_welcome_page_note_used (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) PROJECT_TYPE,
    .app_name = (char *) "lesart",
    .app_exec = (char *) "lesart %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
