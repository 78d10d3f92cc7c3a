/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-screenshot.h"

#include <stdlib.h>

#include <glib/gi18n.h>

/* The window is drawn when nothing has been under way for so many frames. */
#define QUIET_FRAMES 12
#define MAX_FRAMES 1200

typedef struct
{
  LesWindow *window;
  char *path;
  int quiet;
  int frames;
} Shot;

static void
shot_free (gpointer data)
{
  Shot *shot = data;

  g_free (shot->path);
  g_free (shot);
}

static gboolean
draw (LesWindow *window, const char *path)
{
  GtkWidget *widget = GTK_WIDGET (window);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                           &GRAPHENE_RECT_INIT (0, 0, width, height));
  return texture != NULL && gdk_texture_save_to_png (texture, path);
}

/* Keeps the frames coming. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

/* Only now does the window hold what it has drawn. */
static void
painted_cb (GdkFrameClock *clock, Shot *shot)
{
  shot->quiet = les_window_is_busy (shot->window) ? 0 : shot->quiet + 1;
  if (shot->quiet < QUIET_FRAMES && ++shot->frames < MAX_FRAMES)
    return;

  g_signal_handlers_disconnect_by_func (clock, painted_cb, shot);
  if (!draw (shot->window, shot->path))
    {
      g_printerr (_("lesart: %s: the picture could not be written\n"), shot->path);
      exit (EXIT_FAILURE);
    }
  g_application_quit (g_application_get_default ());
}

static gboolean
failed_cb (LesWindow *window, const char *words)
{
  g_printerr ("lesart: %s\n", words);
  exit (EXIT_FAILURE);
}

/**
 * les_screenshot_take:
 * @path: of the PNG file to write
 * @size: (nullable): WIDTHxHEIGHT in pixels, NULL for 1280x800
 *
 * Waits until the window has nothing under way, writes what it shows and ends
 * the program; with status 1 and the cause on standard error when something
 * could not be opened or written.
 */
void
les_screenshot_take (LesWindow *window, const char *path, const char *size)
{
  Shot *shot = g_new0 (Shot, 1);
  int width = 1280;
  int height = 800;

  if (size != NULL && (sscanf (size, "%dx%d", &width, &height) != 2 || width < 1 || height < 1))
    {
      g_printerr (_("lesart: “%s” is not a size such as 1280x800\n"), size);
      exit (2);
    }

  shot->window = window;
  shot->path = g_strdup (path);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_signal_connect (window, "failed", G_CALLBACK (failed_cb), NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, shot, shot_free);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), shot);
}
