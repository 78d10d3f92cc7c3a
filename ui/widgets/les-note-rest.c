/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-rest.h"

typedef struct
{
  GObject *owner;         /* weak: the closure goes with it */
  GCallback rested_cb;
  guint rest_id;
} Rest;

static gboolean
rest_cb (gpointer data)
{
  Rest *rest = data;

  rest->rest_id = 0;
  ((void (*) (gpointer)) rest->rested_cb) (rest->owner);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GtkTextBuffer *buffer, Rest *rest)
{
  g_clear_handle_id (&rest->rest_id, g_source_remove);
  if (rest->owner != NULL)
    rest->rest_id = g_timeout_add (LES_NOTE_REST_MSEC, rest_cb, rest);
}

static void
owner_gone (gpointer data, GObject *owner)
{
  Rest *rest = data;

  g_clear_handle_id (&rest->rest_id, g_source_remove);
  rest->owner = NULL;
}

static void
free_rest (gpointer data, GClosure *closure)
{
  Rest *rest = data;

  g_clear_handle_id (&rest->rest_id, g_source_remove);
  if (rest->owner != NULL)
    g_object_weak_unref (rest->owner, owner_gone, rest);
  g_free (rest);
}

/**
 * les_note_rest_follow:
 * @rested_cb: called with @owner
 *
 * Calls when @note was changed and then left alone for a second, so that a
 * crash costs no more than that. Ends with either of them.
 */
void
les_note_rest_follow (GtkTextView *note, GObject *owner, GCallback rested_cb)
{
  Rest *rest = g_new0 (Rest, 1);

  rest->owner = owner;
  rest->rested_cb = rested_cb;
  g_object_weak_ref (owner, owner_gone, rest);
  g_signal_connect_data (gtk_text_view_get_buffer (note), "changed", G_CALLBACK (changed_cb), rest, free_rest, 0);
}
