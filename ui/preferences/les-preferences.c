/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-preferences.h"

static const char * const schemes[] = { "system", "light", "dark", NULL };
static const char * const fonts[] = { "document", "serif", "sans", NULL };

static guint
find_name (const char * const *names, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return 0;
}

static gboolean
name_to_index (GValue *value, GVariant *variant, gpointer names)
{
  g_value_set_uint (value, find_name (names, g_variant_get_string (variant, NULL)));
  return TRUE;
}

static GVariant *
index_to_name (const GValue *value, const GVariantType *type, gpointer names)
{
  return g_variant_new_string (((const char * const *) names)[g_value_get_uint (value)]);
}

static void
bind_choice (GSettings *settings, const char *key, GtkBuilder *builder, const char *row, const char * const *names)
{
  g_settings_bind_with_mapping (settings, key, gtk_builder_get_object (builder, row), "selected",
                                G_SETTINGS_BIND_DEFAULT, name_to_index, index_to_name, (gpointer) names, NULL);
}

/** Opens the preferences; each takes effect at once. @parent: (nullable) */
void
les_preferences_present (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/lesart/Lesart/ui/preferences/les-preferences.ui");
  g_autoptr (GSettings) settings = g_settings_new (LES_APP_ID);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "preferences"));

  g_settings_bind (settings, "author-name", gtk_builder_get_object (builder, "author"), "text",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "text-size", gtk_builder_get_object (builder, "text_size"), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "text-measure", gtk_builder_get_object (builder, "text_measure"), "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "whole-words", gtk_builder_get_object (builder, "whole_words"), "active",
                   G_SETTINGS_BIND_DEFAULT);
  bind_choice (settings, "color-scheme", builder, "style", schemes);
  bind_choice (settings, "reading-font", builder, "font", fonts);
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
