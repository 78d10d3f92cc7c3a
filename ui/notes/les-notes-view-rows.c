/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-notes-view-private.h"

#include "les-note-cell.h"
#include "les-row-factory.h"

/* The rows of the list of annotations and notes, the focus and the keys in it. */

/* Frames to wait for a row that has been scrolled to. */
#define PATIENCE_FRAMES 30

/** Returns: (transfer none) (nullable): NULL for a heading and beyond the end */
LesRecord *
les_notes_view_get_record_at (LesNotesView *self, guint position)
{
  g_autoptr (LesNoteRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  return row != NULL ? les_note_row_get_record (row) : NULL;
}

static GtkWidget *
find_row_widget (LesNotesView *self, guint position)
{
  g_autoptr (LesNoteRow) wanted = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); wanted != NULL && row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);

      if (LES_IS_NOTE_CELL (cell) && les_note_cell_get_row (LES_NOTE_CELL (cell)) == wanted)
        return row;
    }
  return NULL;
}

/* A row that is scrolled to is there only after a frame. */
static gboolean
wait_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  LesNotesView *self = LES_NOTES_VIEW (widget);
  GtkWidget *row = find_row_widget (self, self->awaited);

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", self->awaited);
  if ((row == NULL || !gtk_widget_grab_focus (row)) && self->patience-- > 0)
    return G_SOURCE_CONTINUE;
  self->wait_id = 0;
  return G_SOURCE_REMOVE;
}

/** Gives the row at @position the focus, as soon as it is there. */
void
les_notes_view_focus_row (LesNotesView *self, guint position)
{
  GtkWidget *row = find_row_widget (self, position);

  if (row != NULL && gtk_widget_grab_focus (row))
    return;
  self->awaited = position;
  self->patience = PATIENCE_FRAMES;
  if (self->wait_id == 0)
    self->wait_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), wait_cb, NULL, NULL);
}

/** Returns: the position of the first row that is selected, else of the first that can be */
guint
les_notes_view_find_first_selected (LesNotesView *self)
{
  g_autoptr (GtkBitset) positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (!gtk_bitset_is_empty (positions))
    return gtk_bitset_get_minimum (positions);
  return les_notes_view_get_record_at (self, 0) != NULL ? 0 : 1;
}

/** Through the list itself: Shift and an arrow key then go on from there. */
void
les_notes_view_select_row (LesNotesView *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.select-item", "(ubb)", position, FALSE, FALSE);
}

/* The keys work on what is selected; so something is. */
static void
select_something (LesNotesView *self)
{
  guint position = les_notes_view_find_first_selected (self);

  if (self->records->len == 0 && les_notes_view_get_record_at (self, position) != NULL)
    les_notes_view_select_row (self, position);
}

/* Returns: where the row is that has the focus, or had it last in the list; -1 when none had */
static int
find_last_position (LesNotesView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *cell = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  return LES_IS_NOTE_CELL (cell) ? les_note_list_find_row (self->model, les_note_cell_get_row (LES_NOTE_CELL (cell)))
                                 : -1;
}

/* What is selected is known only after a turn when rows have come or gone. */
static void
catch_up (LesNotesView *self)
{
  if (self->look_id == 0)
    return;
  g_clear_handle_id (&self->look_id, g_source_remove);
  les_notes_view_note_selection (self);
}

/** The focus goes where one was in the list, if that is selected, else where
 * something is: the keys work on what is selected, and must be seen to. */
void
les_notes_view_focus_list (LesNotesView *self)
{
  int position;

  catch_up (self);
  select_something (self);
  position = find_last_position (self);
  if (position < 0 || !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    position = les_notes_view_find_first_selected (self);
  les_notes_view_focus_row (self, position);
}

/** Returns: whether the focus is on a row itself, where nobody types */
gboolean
les_notes_view_is_row_focused (LesNotesView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (self->list);
}

/** Shows in every row anew what belongs to it. */
void
les_notes_view_refresh_cells (LesNotesView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (LES_IS_NOTE_CELL (gtk_widget_get_first_child (row)))
      les_note_cell_refresh (LES_NOTE_CELL (gtk_widget_get_first_child (row)));
}

/* Keys */

static gboolean
write_note (LesNotesView *self)
{
  if (self->records->len != 1)
    return GDK_EVENT_PROPAGATE;
  les_note_editor_focus (self->editor);
  return GDK_EVENT_STOP;
}

static int
find_focused_position (LesNotesView *self)
{
  return les_notes_view_is_row_focused (self) ? find_last_position (self) : -1;
}

/* An arrow key goes from row to row as if no heading stood between them. */
static gboolean
arrow_key_cb (LesNotesView *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  gboolean up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;
  int next = find_focused_position (self) + (down ? 1 : -1);

  if ((!down && !up) || next < 0 || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || next >= (int) les_notes_view_get_n_rows (self) || les_notes_view_get_record_at (self, next) != NULL)
    return GDK_EVENT_PROPAGATE;
  next += down ? 1 : -1;
  if (next >= 0)
    {
      les_notes_view_select_row (self, next);
      les_notes_view_focus_row (self, next);
    }
  return GDK_EVENT_STOP;
}

/* Single keys only where nobody types: on a row itself. */
static gboolean
row_key_cb (LesNotesView *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (!les_notes_view_is_row_focused (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      les_notes_view_delete_selected (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
    case GDK_KEY_n:
      return write_note (self);
    case GDK_KEY_t:
      les_notes_view_popup_tagger (self, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_u:
      les_notes_view_popup_tagger (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_slash:
      les_notes_view_focus_search (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Making them */

static void
setup_row_cb (LesNotesView *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, les_note_cell_new ());
}

static void
bind_row_cb (LesNotesView *self, GtkListItem *list_item)
{
  LesNoteRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *cell = gtk_list_item_get_child (list_item);

  les_note_cell_show (LES_NOTE_CELL (cell), self->model, row);
}

static void
unbind_row_cb (LesNotesView *self, GtkListItem *list_item)
{
  les_note_cell_release (LES_NOTE_CELL (gtk_list_item_get_child (list_item)));
}

/** For the init of the view: makes the rows, and says what the keys do on them. */
void
les_notes_view_show_rows (LesNotesView *self)
{
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_row_cb),
                                                                G_CALLBACK (bind_row_cb), G_CALLBACK (unbind_row_cb));

  gtk_list_view_set_factory (self->list, factory);
  les_notes_view_add_keys (self, GTK_WIDGET (self->list), GTK_PHASE_CAPTURE, G_CALLBACK (arrow_key_cb));
  les_notes_view_add_keys (self, GTK_WIDGET (self->list), GTK_PHASE_BUBBLE, G_CALLBACK (row_key_cb));
}
