/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-note-chips.h"

#include <glib/gi18n.h>

#include "les-note-words.h"
#include "les-partial-date.h"

#define CHIP_WIDTH_CHARS 22

typedef struct
{
  LesNoteFilter *filter;
  LesNoteFacet facet;
  char *value;          /* NULL: the range of dates */
} Chip;

static void
chip_free (gpointer data, GClosure *closure)
{
  Chip *chip = data;

  g_object_unref (chip->filter);
  g_free (chip->value);
  g_free (chip);
}

/* The click destroys the button: what it needs is taken first. */
static void
chip_clicked_cb (GtkButton *button, Chip *chip)
{
  g_autoptr (LesNoteFilter) filter = g_object_ref (chip->filter);
  g_autofree char *value = g_strdup (chip->value);

  if (value != NULL)
    les_note_filter_toggle (filter, chip->facet, value);
  else
    les_note_filter_set_range (filter, NULL, NULL);
}

static GtkWidget *
create_content (const char *label)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *words = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (words), CHIP_WIDTH_CHARS);
  gtk_box_append (GTK_BOX (content), words);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  return content;
}

static void
append_chip (GtkWidget *box, LesNoteFilter *filter, const char *label, LesNoteFacet facet, const char *value)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: what a click on a chosen filter does; %s is a tag, an article, a speaker, … */
  g_autofree char *tooltip = g_strdup_printf (_("Remove Filter “%s”"), label);
  Chip *chip = g_new0 (Chip, 1);

  chip->filter = g_object_ref (filter);
  chip->facet = facet;
  chip->value = g_strdup (value);
  gtk_button_set_child (GTK_BUTTON (button), create_content (label));
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "filter-chip");
  g_signal_connect_data (button, "clicked", G_CALLBACK (chip_clicked_cb), chip, chip_free, 0);
  gtk_widget_set_parent (button, box);
}

static char *
dup_range (LesNoteFilter *filter)
{
  g_autofree char *from = les_partial_date_dup_words (les_note_filter_get_from (filter));
  g_autofree char *to = les_partial_date_dup_words (les_note_filter_get_to (filter));

  if (*to == '\0')
    /* Translators: annotations made on this date and later */
    return g_strdup_printf (_("Annotated from %s"), from);
  if (*from == '\0')
    /* Translators: annotations made on this date and earlier */
    return g_strdup_printf (_("Annotated to %s"), to);
  /* Translators: annotations made between two dates */
  return g_strdup_printf (_("Annotated %s – %s"), from, to);
}

static void
append_facet (GtkWidget *box, LesNoteList *list, LesNoteFacet facet)
{
  LesNoteFilter *filter = les_note_list_get_filter (list);
  GPtrArray *values = les_note_filter_get_values (filter, facet);

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *label = les_note_words_dup_value (les_note_list_get_project (list), facet, values->pdata[i]);

      append_chip (box, filter, label, facet, values->pdata[i]);
    }
}

/**
 * les_note_chips_fill:
 * @box: a widget whose layout manager breaks lines
 *
 * Shows what is filtered by as one button each that takes it back; hides @box
 * when that is nothing.
 */
void
les_note_chips_fill (GtkWidget *box, LesNoteList *list)
{
  LesNoteFilter *filter = les_note_list_get_filter (list);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
  for (int facet = 0; facet < LES_N_NOTE_FACETS; facet++)
    append_facet (box, list, (LesNoteFacet) facet);
  if (les_note_filter_get_from (filter) != NULL || les_note_filter_get_to (filter) != NULL)
    {
      g_autofree char *label = dup_range (filter);

      append_chip (box, filter, label, LES_NOTE_FACET_KIND, NULL);
    }
  gtk_widget_set_visible (box, les_note_filter_is_active (filter));
}
