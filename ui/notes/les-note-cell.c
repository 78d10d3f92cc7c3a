/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-cell.h"

#include "les-note-edits.h"
#include "les-note-words.h"

/* Longer passages are cut before they are laid out: a line shows no more. */
#define MAX_LINE_BYTES 600
#define LINE_SPACING 3

/**
 * LesNoteCell:
 *
 * A row of the list of annotations and notes: what it is about, the note, tags
 * and source; or the heading of a group. Two hundred of them are made anew with
 * each key of a search (GTK throws away the rows of what is replaced). So it has
 * no template, makes only the lines that it needs, and these are inscriptions:
 * their size does not depend on the text, which then is laid out only to be
 * drawn.
 */
struct _LesNoteCell
{
  GtkWidget parent_instance;

  /* Borrowed: our own children, NULL until needed */
  GtkInscription *heading;
  GtkInscription *words;
  GtkInscription *note;
  GtkInscription *below;

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

static GtkInscription *
new_line (LesNoteCell *self, GtkInscription *after, const char * const *classes)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (line), 12);
  gtk_widget_set_css_classes (line, (const char **) classes);
  gtk_widget_insert_after (line, GTK_WIDGET (self), GTK_WIDGET (after));
  return GTK_INSCRIPTION (line);
}

static void
hide_line (GtkInscription *line)
{
  if (line != NULL)
    gtk_widget_set_visible (GTK_WIDGET (line), FALSE);
}

static void
show_line (GtkInscription *line, const char *text)
{
  g_autofree char *cut = dup_line (text);

  gtk_inscription_set_text (line, cut);
  gtk_widget_set_visible (GTK_WIDGET (line), TRUE);
}

static void
show_heading (LesNoteCell *self)
{
  g_autofree char *words = les_note_words_dup_heading (les_note_list_get_project (self->list), self->row,
                                                       les_note_list_get_grouping (self->list));
  g_autofree char *counted = g_strdup_printf ("%s · %'u", words, les_note_row_get_n_below (self->row));

  if (self->heading == NULL)
    self->heading = new_line (self, NULL, (const char * const[]) { "caption-heading", "note-heading", NULL });
  show_line (self->heading, counted);
  hide_line (self->words);
  hide_line (self->note);
  hide_line (self->below);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, counted, -1);
}

static void
show_note (LesNoteCell *self, const char *note)
{
  if (note == NULL)
    {
      hide_line (self->note);
      return;
    }
  if (self->note == NULL)
    self->note = new_line (self, self->words, (const char * const[]) { "annotation-note", "note-line", NULL });
  show_line (self->note, note);
}

static void
show_below (LesNoteCell *self, const char *tags, const char *source)
{
  g_autofree char *escaped = g_markup_escape_text (source, -1);
  g_autofree char *markup = g_strdup_printf ("%s%s<span alpha=\"60%%\">%s</span>", tags,
                                             *tags != '\0' ? "    " : "", escaped);

  if (*tags == '\0' && *source == '\0')
    {
      hide_line (self->below);
      return;
    }
  if (self->below == NULL)
    self->below = new_line (self, self->note != NULL ? self->note : self->words, (const char * const[]) { "caption", NULL });
  gtk_inscription_set_markup (self->below, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->below), TRUE);
}

static void
describe (LesNoteCell *self, const char *subject, const char *note, const char *source)
{
  g_autofree char *tags = les_note_words_dup_tag_names (les_note_list_get_project (self->list),
                                                        les_note_row_get_record (self->row));
  g_autofree char *spoken = g_strjoin (". ", subject, note != NULL ? note : "", tags, source, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_record (LesNoteCell *self, LesRecord *record)
{
  LesProject *project = les_note_list_get_project (self->list);
  gboolean by_article = les_note_list_get_grouping (self->list) == LES_NOTE_GROUPING_ARTICLE;
  g_autofree char *subject = les_note_words_dup_subject (project, record);
  g_autofree char *tags = les_note_words_dup_tags (project, record);
  g_autofree char *source = les_note_words_dup_source (project, record, !by_article);

  hide_line (self->heading);
  if (self->words == NULL)
    self->words = new_line (self, self->heading, (const char * const[]) { "reading", NULL });
  show_line (self->words, subject);
  show_note (self, les_note_of (record));
  show_below (self, tags, source);
  describe (self, subject, les_note_of (record), source);
}

/* Made when it is asked for: setting a tooltip asks the server where the pointer is. */
static gboolean
les_note_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LesNoteCell *self = LES_NOTE_CELL (widget);
  LesRecord *record = self->row != NULL ? les_note_row_get_record (self->row) : NULL;
  g_autofree char *subject = NULL;

  if (record == NULL)
    {
      gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (self->heading));
      return self->row != NULL;
    }
  subject = les_note_words_dup_subject (les_note_list_get_project (self->list), record);
  gtk_tooltip_set_text (tooltip, subject);
  return TRUE;
}

static void
les_note_cell_dispose (GObject *object)
{
  GtkWidget *child;

  les_note_cell_release (LES_NOTE_CELL (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (les_note_cell_parent_class)->dispose (object);
}

static void
les_note_cell_class_init (LesNoteCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_note_cell_dispose;
  widget_class->query_tooltip = les_note_cell_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "notecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
les_note_cell_init (LesNoteCell *self)
{
  GtkLayoutManager *layout = gtk_box_layout_new (GTK_ORIENTATION_VERTICAL);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), LINE_SPACING);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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
  if (self->row == NULL)
    return;
  if (les_note_row_is_heading (self->row))
    show_heading (self);
  else
    show_record (self, les_note_row_get_record (self->row));
}

/** Lets go of the row; to be called before the cell shows another one. */
void
les_note_cell_release (LesNoteCell *self)
{
  if (self->row != NULL)
    g_clear_signal_handler (&self->changed_id, self->row);
  g_clear_object (&self->row);
  g_clear_object (&self->list);
}
