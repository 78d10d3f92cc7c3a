/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-cell.h"

#include <glib/gi18n.h>

#include "les-note-edits.h"
#include "les-note-words.h"

/* Longer passages are cut before they are laid out: a line shows no more. */
#define MAX_LINE_BYTES 600

/**
 * LesNoteCell:
 *
 * A row of the list of annotations and notes: what it is about, the note, tags
 * and source; or the heading of a group. Plain labels, because hundreds of rows
 * are filled anew with each key of a search.
 */
struct _LesNoteCell
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *words;
  GtkLabel *note;
  GtkWidget *below;
  GtkLabel *tags;
  GtkLabel *source;

  /* Owned */
  LesNoteList *list;
  LesNoteRow *row;

  /* State */
  gulong changed_id;
};

G_DEFINE_FINAL_TYPE (LesNoteCell, les_note_cell, GTK_TYPE_WIDGET)

/* One line of what may have several. */
static char *
dup_line (const char *text)
{
  const char *end = text;
  char *line;

  while (*end != '\0' && end - text < MAX_LINE_BYTES)
    end = g_utf8_next_char (end);
  line = g_strndup (text, end - text);
  return g_strdelimit (line, "\n\r\t", ' ');
}

static void
set_line (GtkLabel *label, const char *text)
{
  g_autofree char *line = text != NULL ? dup_line (text) : NULL;

  gtk_label_set_text (label, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (label), line != NULL && *line != '\0');
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_heading (LesNoteCell *self)
{
  g_autofree char *words = les_note_words_dup_heading (les_note_list_get_project (self->list), self->row,
                                                       les_note_list_get_grouping (self->list));
  g_autofree char *counted = g_strdup_printf ("%s · %'u", words, les_note_row_get_n_below (self->row));

  set_line (self->words, counted);
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_widget_set_visible (self->below, FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, counted, -1);
}

static void
show_below (LesNoteCell *self, LesProject *project, LesRecord *record)
{
  gboolean by_article = les_note_list_get_grouping (self->list) == LES_NOTE_GROUPING_ARTICLE;
  g_autofree char *tags = les_note_words_dup_tags (project, record);
  g_autofree char *source = les_note_words_dup_source (project, record, !by_article);

  gtk_label_set_markup (self->tags, tags);
  gtk_widget_set_visible (GTK_WIDGET (self->tags), *tags != '\0');
  set_line (self->source, source);
  gtk_widget_set_visible (self->below, *tags != '\0' || *source != '\0');
}

static void
show_record (LesNoteCell *self, LesRecord *record)
{
  LesProject *project = les_note_list_get_project (self->list);
  g_autofree char *subject = les_note_words_dup_subject (project, record);
  const char *note = les_note_of (record);
  g_autofree char *spoken = NULL;

  set_line (self->words, subject);
  set_line (self->note, note);
  show_below (self, project, record);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  spoken = g_strjoin (". ", gtk_label_get_text (self->words), gtk_label_get_text (self->note),
                      gtk_label_get_text (self->tags), gtk_label_get_text (self->source), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
les_note_cell_dispose (GObject *object)
{
  LesNoteCell *self = LES_NOTE_CELL (object);
  GtkWidget *child;

  les_note_cell_release (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), LES_TYPE_NOTE_CELL);
  G_OBJECT_CLASS (les_note_cell_parent_class)->dispose (object);
}

static void
les_note_cell_class_init (LesNoteCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_note_cell_dispose;

  gtk_widget_class_set_css_name (widget_class, "notecell");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/notes/les-note-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, LesNoteCell, words);
  gtk_widget_class_bind_template_child (widget_class, LesNoteCell, note);
  gtk_widget_class_bind_template_child (widget_class, LesNoteCell, below);
  gtk_widget_class_bind_template_child (widget_class, LesNoteCell, tags);
  gtk_widget_class_bind_template_child (widget_class, LesNoteCell, source);
}

static void
les_note_cell_init (LesNoteCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
les_note_cell_new (void)
{
  return g_object_new (LES_TYPE_NOTE_CELL, NULL);
}

/** Shows what @row says until les_note_cell_release(). */
void
les_note_cell_show (LesNoteCell *self, LesNoteList *list, LesNoteRow *row)
{
  g_return_if_fail (LES_IS_NOTE_CELL (self));

  les_note_cell_release (self);
  self->list = g_object_ref (list);
  self->row = g_object_ref (row);
  self->changed_id = g_signal_connect_swapped (row, "changed", G_CALLBACK (les_note_cell_refresh), self);
  les_note_cell_refresh (self);
}

/** Returns: (transfer none) (nullable) */
LesNoteRow *
les_note_cell_get_row (LesNoteCell *self)
{
  return self->row;
}

/** Says it anew: a name that it shows may be another one. */
void
les_note_cell_refresh (LesNoteCell *self)
{
  gboolean heading;

  if (self->row == NULL)
    return;
  heading = les_note_row_is_heading (self->row);
  set_class (GTK_WIDGET (self->words), "caption-heading", heading);
  set_class (GTK_WIDGET (self->words), "dim-label", heading);
  set_class (GTK_WIDGET (self->words), "reading", !heading && LES_IS_ANNOTATION (les_note_row_get_record (self->row)));
  if (heading)
    show_heading (self);
  else
    show_record (self, les_note_row_get_record (self->row));
}

void
les_note_cell_release (LesNoteCell *self)
{
  if (self->row != NULL)
    g_clear_signal_handler (&self->changed_id, self->row);
  g_clear_object (&self->row);
  g_clear_object (&self->list);
}
