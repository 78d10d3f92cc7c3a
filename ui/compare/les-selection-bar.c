/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-selection-bar.h"

#include <glib/gi18n.h>

#include "les-ink.h"

#define N_RECENT 2
#define TAG_CHARS 16
#define LEAST_CHARS 5

/**
 * LesSelectionBar:
 *
 * The few buttons that appear at a finished selection: tag it, write a note, give
 * one of the tags used last.
 */
struct _LesSelectionBar
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkWidget *recent;
  GtkWidget *find_button;

  /* Owned */
  LesSession *session;
};

G_DEFINE_FINAL_TYPE (LesSelectionBar, les_selection_bar, GTK_TYPE_WIDGET)

static void
draw_dot (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer color)
{
  GdkRGBA rgba = les_ink_tag (les_ink_get (), color);

  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0, 0, 2 * G_PI);
  cairo_fill (cr);
}

static GtkWidget *
make_dot (LesTag *tag)
{
  GtkWidget *dot = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (dot), 10);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (dot), 10);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (dot), draw_dot, g_strdup (les_tag_get (tag, LES_TAG_COLOR)),
                                  g_free);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  return dot;
}

static GtkWidget *
make_tag_button (LesTag *tag, int number)
{
  const char *name = les_tag_get (tag, LES_TAG_NAME);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *tooltip = NULL;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TAG_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (g_utf8_strlen (name, -1), LEAST_CHARS));
  gtk_box_append (GTK_BOX (box), make_dot (tag));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.tag-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", number);
  /* Translators: %s is the name of a tag, %d the key that gives it. */
  tooltip = g_strdup_printf (_("Tag with “%s” (%d)"), name, number);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  return button;
}

static void
fill_recent (LesSelectionBar *self)
{
  const char * const *ids = self->session != NULL ? les_session_get_recent_tags (self->session) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->recent)) != NULL)
    gtk_box_remove (GTK_BOX (self->recent), child);
  for (int i = 0; ids != NULL && i < N_RECENT && ids[i] != NULL; i++)
    {
      LesTag *tag = les_project_get_tag (les_session_get_project (self->session), ids[i]);

      if (tag != NULL)
        gtk_box_append (GTK_BOX (self->recent), make_tag_button (tag, i + 1));
    }
  gtk_widget_set_visible (self->recent, gtk_widget_get_first_child (self->recent) != NULL);
}

static void
les_selection_bar_dispose (GObject *object)
{
  les_selection_bar_set_session (LES_SELECTION_BAR (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LES_TYPE_SELECTION_BAR);

  G_OBJECT_CLASS (les_selection_bar_parent_class)->dispose (object);
}

static void
les_selection_bar_class_init (LesSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_selection_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lesart/Lesart/ui/compare/les-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LesSelectionBar, box);
  gtk_widget_class_bind_template_child (widget_class, LesSelectionBar, recent);
  gtk_widget_class_bind_template_child (widget_class, LesSelectionBar, find_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "selectionbar");
}

static void
les_selection_bar_init (LesSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** @session: (nullable): whose recent tags are offered */
void
les_selection_bar_set_session (LesSelectionBar *self, LesSession *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (les_session_get_project (self->session), self);
    }
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::recent-tags", G_CALLBACK (fill_recent), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (les_session_get_project (session), "changed", G_CALLBACK (fill_recent), self,
                               G_CONNECT_SWAPPED);
      fill_recent (self);
    }
}

/** @comparing: whether there is another report to look in */
void
les_selection_bar_set_comparing (LesSelectionBar *self, gboolean comparing)
{
  g_return_if_fail (LES_IS_SELECTION_BAR (self));

  gtk_widget_set_visible (self->find_button, comparing);
}
