/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-filter-chips.h"

#include <glib/gi18n.h>

#include "les-facet-item.h"
#include "les-partial-date.h"

#define CHIP_WIDTH_CHARS 22

typedef struct
{
  LesArticleFilter *filter;
  LesFacet facet;
  char *value;       /* NULL: what is no facet, see facet */
} Chip;

static void
chip_free (Chip     *chip,
           GClosure *closure)
{
  g_object_unref (chip->filter);
  g_free (chip->value);
  g_free (chip);
}

/* The click destroys the button: what it needs is taken first. */
static void
chip_clicked_cb (GtkButton *button,
                 Chip      *chip)
{
  g_autoptr (LesArticleFilter) filter = g_object_ref (chip->filter);
  g_autofree char *value = g_strdup (chip->value);

  if (value != NULL)
    les_article_filter_toggle (filter, chip->facet, value);
  else if (chip->facet == LES_N_FACETS)
    les_article_filter_set_copies (filter, NULL, NULL);
  else
    les_article_filter_set_range (filter, NULL, NULL);
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
clear_chips (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
append_chip (GtkWidget  *box,
             const char *label,
             Chip       *chip)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: what a click on a chosen filter does; %s is an outlet, a date, a tag or a language */
  g_autofree char *tooltip = g_strdup_printf (_("Remove Filter “%s”"), label);

  gtk_button_set_child (GTK_BUTTON (button), create_content (label));
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "filter-chip");
  g_signal_connect_data (button, "clicked", G_CALLBACK (chip_clicked_cb), chip, (GClosureNotify) chip_free, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static Chip *
create_chip (LesArticleFilter *filter,
             LesFacet          facet,
             const char       *value)
{
  Chip *chip = g_new0 (Chip, 1);

  chip->filter = g_object_ref (filter);
  chip->facet = facet;
  chip->value = g_strdup (value);
  return chip;
}

static char *
dup_range_label (LesArticleFilter *filter)
{
  g_autofree char *from = les_partial_date_dup_words (les_article_filter_get_from (filter));
  g_autofree char *to = les_partial_date_dup_words (les_article_filter_get_to (filter));

  if (*to == '\0')
    /* Translators: articles of this date and later */
    return g_strdup_printf (_("From %s"), from);
  if (*from == '\0')
    /* Translators: articles of this date and earlier */
    return g_strdup_printf (_("To %s"), to);
  /* Translators: a range of dates */
  return g_strdup_printf (_("%s – %s"), from, to);
}

static void
append_facet (GtkWidget      *box,
              LesArticleList *articles,
              LesFacet        facet)
{
  LesArticleFilter *filter = les_article_list_get_filter (articles);
  GPtrArray *values = les_article_filter_get_values (filter, facet);

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *label = les_facet_dup_label (les_article_list_get_project (articles), facet, values->pdata[i]);

      append_chip (box, label, create_chip (filter, facet, values->pdata[i]));
    }
}

/**
 * les_filter_chips_fill:
 *
 * Shows what is filtered by as one button each that takes it back; hides
 * @box when that is nothing.
 */
void
les_filter_chips_fill (GtkWidget      *box,
                       LesArticleList *articles)
{
  LesArticleFilter *filter = les_article_list_get_filter (articles);

  clear_chips (box);
  for (int facet = 0; facet < LES_N_FACETS; facet++)
    append_facet (box, articles, (LesFacet) facet);
  if (les_article_filter_get_from (filter) != NULL || les_article_filter_get_to (filter) != NULL)
    {
      g_autofree char *label = dup_range_label (filter);

      append_chip (box, label, create_chip (filter, LES_FACET_DATE, NULL));
    }
  if (les_article_filter_get_copies_of (filter) != NULL)
    append_chip (box, _("Same Agency Copy"), create_chip (filter, LES_N_FACETS, NULL));
  gtk_widget_set_visible (box, les_article_filter_is_active (filter));
}
