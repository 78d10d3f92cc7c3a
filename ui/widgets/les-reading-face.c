/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-reading-face.h"

static void
update (GSettings *settings, const char *key, GtkWidget *widget)
{
  g_autofree char *font = g_settings_get_string (settings, "reading-font");

  if (g_str_equal (font, "serif"))
    gtk_widget_add_css_class (widget, "serif-face");
  else
    gtk_widget_remove_css_class (widget, "serif-face");
}

/**
 * les_reading_face_follow:
 *
 * Labels of style class "reading" inside @widget are set in the face that the
 * user chose for reading, now and when the choice changes.
 */
void
les_reading_face_follow (GtkWidget *widget)
{
  GSettings *settings = g_settings_new (LES_APP_ID);

  g_signal_connect_object (settings, "changed::reading-font", G_CALLBACK (update), widget, 0);
  g_object_set_data_full (G_OBJECT (widget), "les-reading-face", settings, g_object_unref);
  update (settings, NULL, widget);
}
