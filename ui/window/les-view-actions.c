/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "les-window-actions.h"

/* The commands that say how the texts are shown: layers, scrolling, size. */

#define MIN_TEXT_SIZE 8
#define MAX_TEXT_SIZE 40

static const struct
{
  const char *name;
  LesLayers layer;
} layers[] = {
  { "layer-taken-over", LES_LAYER_TAKEN_OVER },
  { "layer-reworded", LES_LAYER_REWORDED },
  { "layer-possible", LES_LAYER_POSSIBLE },
  { "layer-differences", LES_LAYER_DIFFERENCES },
  { "layer-unmatched", LES_LAYER_UNMATCHED },
  { "layer-annotations", LES_LAYER_ANNOTATIONS },
  { "layer-shared-copy", LES_LAYER_SHARED_COPY },
  { "layer-links", LES_LAYER_LINKS },
  { "layer-quotations", LES_LAYER_QUOTATIONS },
};

static void
change_layer (GSimpleAction *action, GVariant *state, gpointer data)
{
  LesWindow *self = data;
  LesLayers shown = les_session_get_layers (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (strcmp (layers[i].name, g_action_get_name (G_ACTION (action))) == 0)
      shown = g_variant_get_boolean (state) ? shown | layers[i].layer : shown & ~layers[i].layer;
  les_session_set_layers (self->session, shown);
}

/* Each has a setting of the same name: it is the reader's way of reading, not the project's. */
static const struct
{
  const char *name;
  LesFineDiff fine_diff;
} fine_diffs[] = {
  { "differ-in-case", LES_FINE_DIFF_CASE },
  { "differ-in-quotation-marks", LES_FINE_DIFF_MARKS },
};

static void
change_fine_diff (GSimpleAction *action, GVariant *state, gpointer data)
{
  LesWindow *self = data;

  g_settings_set_value (self->settings, g_action_get_name (G_ACTION (action)), state);
}

/** Hands the settings about differences on to the session. */
void
les_window_apply_fine_diff (LesWindow *self)
{
  LesFineDiff wanted = LES_FINE_DIFF_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (fine_diffs); i++)
    if (g_settings_get_boolean (self->settings, fine_diffs[i].name))
      wanted |= fine_diffs[i].fine_diff;
  les_session_set_fine_diff (self->session, wanted);
}

static void
change_linked_scroll (GSimpleAction *action, GVariant *state, gpointer data)
{
  les_session_set_linked_scroll (((LesWindow *) data)->session, g_variant_get_boolean (state));
}

static void
set_text_size (LesWindow *self, int size)
{
  g_settings_set_int (self->settings, "text-size", CLAMP (size, MIN_TEXT_SIZE, MAX_TEXT_SIZE));
}

static void
text_larger (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  set_text_size (self, g_settings_get_int (self->settings, "text-size") + 1);
}

static void
text_smaller (GSimpleAction *action, GVariant *target, gpointer data)
{
  LesWindow *self = data;

  set_text_size (self, g_settings_get_int (self->settings, "text-size") - 1);
}

static void
text_normal (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_settings_reset (((LesWindow *) data)->settings, "text-size");
}

static void
text_size (GSimpleAction *action, GVariant *target, gpointer data)
{
  set_text_size (data, g_variant_get_int32 (target));
}

/* Made when it is asked for: GTK would make it with every window, which costs
 * a fifth of the time to the first frame. */
static void
show_help_overlay (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/lesart/Lesart/ui/window/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, data);
  gtk_window_present (overlay);
}

static const GActionEntry entries[] = {
  { "layer-taken-over", NULL, NULL, "true", change_layer },
  { "layer-reworded", NULL, NULL, "true", change_layer },
  { "layer-possible", NULL, NULL, "false", change_layer },
  { "layer-differences", NULL, NULL, "true", change_layer },
  { "layer-unmatched", NULL, NULL, "false", change_layer },
  { "layer-annotations", NULL, NULL, "true", change_layer },
  { "layer-shared-copy", NULL, NULL, "false", change_layer },
  { "layer-links", NULL, NULL, "true", change_layer },
  { "layer-quotations", NULL, NULL, "false", change_layer },
  { "differ-in-case", NULL, NULL, "false", change_fine_diff },
  { "differ-in-quotation-marks", NULL, NULL, "false", change_fine_diff },
  { "linked-scroll", NULL, NULL, "true", change_linked_scroll },
  { "text-larger", text_larger },
  { "text-smaller", text_smaller },
  { "text-normal", text_normal },
  { "text-size", text_size, "i" },
  { "show-help-overlay", show_help_overlay },
};

void
les_window_install_view_actions (LesWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (fine_diffs); i++)
    {
      g_autofree char *changed = g_strconcat ("changed::", fine_diffs[i].name, NULL);

      g_signal_connect_object (self->settings, changed, G_CALLBACK (les_window_apply_fine_diff), self, G_CONNECT_SWAPPED);
    }
}

/** Part of les_window_refresh_actions(). */
void
les_window_refresh_view_actions (LesWindow *self)
{
  LesLayers shown = les_session_get_layers (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    les_window_set_action_state (self, layers[i].name, g_variant_new_boolean ((shown & layers[i].layer) != 0));
  for (guint i = 0; i < G_N_ELEMENTS (fine_diffs); i++)
    les_window_set_action_state (self, fine_diffs[i].name,
                                 g_variant_new_boolean ((les_session_get_fine_diff (self->session)
                                                         & fine_diffs[i].fine_diff) != 0));
  les_window_set_action_state (self, "linked-scroll",
                               g_variant_new_boolean (les_session_get_linked_scroll (self->session)));
}
