/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-codebook-preview.h"

#include <glib/gi18n.h>

#include "les-row-factory.h"

/**
 * LesCodebookPreview:
 *
 * What importing a codebook would add and change, tag by tag, before it is done.
 */
struct _LesCodebookPreview
{
  AdwWindow parent_instance;

  /* Template children */
  GtkWidget *apply;
  GtkLabel *summary;
  GtkListView *list;
  GtkLabel *remarks;

  /* Owned */
  LesSession *session;
  LesCodebookPlan *plan;
};

G_DEFINE_FINAL_TYPE (LesCodebookPreview, les_codebook_preview, ADW_TYPE_WINDOW)

static void
apply_cb (LesCodebookPreview *self)
{
  les_session_perform (self->session, les_change_ref (self->plan->change));
  gtk_window_close (GTK_WINDOW (self));
}

static char *
dup_details (guint details)
{
  static const char * const names[] = {
    N_("name"), N_("color"), N_("description"), N_("shortcut"), N_("heading"), N_("identifier"),
  };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((details & (1u << i)) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _(names[i]));
  return g_string_free (words, FALSE);
}

static char *
dup_line (const LesCodebookStep *step)
{
  const char *name = les_tag_get (step->tag, LES_TAG_NAME);
  g_autofree char *details = dup_details (step->details);

  if (step->before == NULL)
    /* Translators: %s is the name of a tag. */
    return g_strdup_printf (_("New: %s"), name);
  /* Translators: the name of a tag and what of it changes, such as "color, description". */
  return g_strdup_printf (_("Changed: %s (%s)"), name, details);
}

static void
setup_cb (LesCodebookPreview *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (LesCodebookPreview *self, GtkListItem *item)
{
  const char *line = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), line);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), line);
}

static void
fill_list (LesCodebookPreview *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_cb), G_CALLBACK (bind_cb),
                                                                NULL);
  g_autoptr (GtkSelectionModel) rows = NULL;

  for (guint i = 0; i < self->plan->steps->len; i++)
    {
      const LesCodebookStep *step = self->plan->steps->pdata[i];

      if (step->before == NULL || step->details != 0)
        g_ptr_array_add (lines, dup_line (step));
    }
  g_ptr_array_add (lines, NULL);
  gtk_list_view_set_factory (self->list, factory);
  rows = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (gtk_string_list_new ((const char * const *) lines->pdata))));
  gtk_list_view_set_model (self->list, rows);
}

static char *
dup_summary (const LesCodebookPlan *plan, const char *name)
{
  g_autofree char *added = g_strdup_printf (ngettext ("%u tag is added", "%u tags are added", plan->n_added), plan->n_added);
  g_autofree char *changed = g_strdup_printf (ngettext ("%u is changed", "%u are changed", plan->n_changed), plan->n_changed);
  g_autofree char *same = g_strdup_printf (ngettext ("%u is here already", "%u are here already", plan->n_same), plan->n_same);
  g_autofree char *sets = g_strdup_printf (ngettext ("%u set is added or changed.", "%u sets are added or changed.", plan->n_sets), plan->n_sets);
  /* Translators: a file name, "5 tags are added", "1 is changed", "2 are here already" */
  g_autofree char *tags = g_strdup_printf (_("“%s”: %s, %s, %s."), name, added, changed, same);

  return plan->n_sets == 0 ? g_strdup (tags) : g_strconcat (tags, " ", sets, NULL);
}

static char *
dup_remarks (const LesCodebook *codebook)
{
  g_autofree char *cleaned = g_strdup_printf (ngettext ("%u name was empty, too long or had line breaks and is altered.",
                                                        "%u names were empty, too long or had line breaks and are altered.",
                                                        codebook->n_cleaned), codebook->n_cleaned);
  g_autofree char *skipped = g_strdup_printf (ngettext ("%u row without a name or reference to nowhere is left out.",
                                                        "%u rows without a name or references to nowhere are left out.",
                                                        codebook->n_skipped), codebook->n_skipped);

  return g_strdup_printf ("%s%s%s", codebook->n_cleaned > 0 ? cleaned : "",
                          codebook->n_cleaned > 0 && codebook->n_skipped > 0 ? " " : "",
                          codebook->n_skipped > 0 ? skipped : "");
}

static void
les_codebook_preview_finalize (GObject *object)
{
  LesCodebookPreview *self = LES_CODEBOOK_PREVIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->plan, les_codebook_plan_free);

  G_OBJECT_CLASS (les_codebook_preview_parent_class)->finalize (object);
}

static void
les_codebook_preview_class_init (LesCodebookPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = les_codebook_preview_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/codebook/les-codebook-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, LesCodebookPreview, apply);
  gtk_widget_class_bind_template_child (widget_class, LesCodebookPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, LesCodebookPreview, list);
  gtk_widget_class_bind_template_child (widget_class, LesCodebookPreview, remarks);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
les_codebook_preview_init (LesCodebookPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** @name: of the file, for people */
GtkWidget *
les_codebook_preview_new (LesSession *session, const LesCodebook *codebook, const char *name)
{
  LesCodebookPreview *self = g_object_new (LES_TYPE_CODEBOOK_PREVIEW, NULL);
  g_autofree char *summary = NULL;
  g_autofree char *remarks = dup_remarks (codebook);

  self->session = g_object_ref (session);
  self->plan = les_codebook_plan_new (les_session_get_project (session), codebook);
  summary = dup_summary (self->plan, name);
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->remarks, remarks);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), *remarks != '\0');
  gtk_widget_set_sensitive (self->apply, les_change_get_n_edits (self->plan->change) > 0);
  fill_list (self);
  return GTK_WIDGET (self);
}

/** Shows the preview over @parent. @name: of the file it was read from */
void
les_codebook_preview_present (LesSession *session, const LesCodebook *codebook, const char *name, GtkWindow *parent)
{
  GtkWidget *preview = les_codebook_preview_new (session, codebook, name);

  gtk_window_set_transient_for (GTK_WINDOW (preview), parent);
  gtk_window_present (GTK_WINDOW (preview));
  gtk_widget_grab_focus (LES_CODEBOOK_PREVIEW (preview)->apply);
}
