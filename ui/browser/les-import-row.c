/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-import-row.h"

#include <glib/gi18n.h>

/**
 * LesImportRow:
 *
 * One file of the report on adding: what became of it and what can be done
 * about that, as the project stands. The button emits "act".
 */
struct _LesImportRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *heading;
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *details;
  GtkButton *button;

  /* Owned */
  LesProject *project;
  LesImportOutcome *outcome;    /* NULL while it is in no list */
};

enum
{
  ACT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesImportRow, les_import_row, GTK_TYPE_WIDGET)

static const char *
get_icon_name (LesImportStatus status)
{
  switch (status)
    {
    case LES_IMPORT_STATUS_FAILED:
      return "dialog-warning-symbolic";
    case LES_IMPORT_STATUS_DUPLICATE:
      return "edit-copy-symbolic";
    case LES_IMPORT_STATUS_ADDED:
    case LES_N_IMPORT_STATUSES:
    default:
      return "les-check-symbolic";
    }
}

static const char *
get_button_label (LesImportOutcome *outcome)
{
  LesImport *import = les_import_outcome_get_import (outcome);

  if (les_import_outcome_get_status (outcome) == LES_IMPORT_STATUS_DUPLICATE)
    return _("_Add Anyway");
  if (les_import_outcome_get_status (outcome) == LES_IMPORT_STATUS_ADDED
      && (import->encoding_guessed || import->repairs > 0))
    return _("Change _Encoding…");
  return NULL;
}

static void
update_button (LesImportRow *self, const char *title)
{
  const char *label = get_button_label (self->outcome);
  g_autofree char *description = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_use_underline (self->button, TRUE);
  gtk_button_set_label (self->button, label);
  /* Translators: the headline or file name that a button is about, for the screen reader */
  description = g_strdup_printf (_("For “%s”"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
button_clicked_cb (LesImportRow *self)
{
  g_autoptr (LesImportOutcome) outcome = g_object_ref (self->outcome);

  g_signal_emit (self, signals[ACT], 0, outcome);
}

static void
les_import_row_dispose (GObject *object)
{
  LesImportRow *self = LES_IMPORT_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->outcome);
  g_clear_object (&self->project);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), LES_TYPE_IMPORT_ROW);

  G_OBJECT_CLASS (les_import_row_parent_class)->dispose (object);
}

static void
les_import_row_class_init (LesImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_import_row_dispose;

  signals[ACT] = g_signal_new ("act", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 1, LES_TYPE_IMPORT_OUTCOME);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LesImportRow, heading);
  gtk_widget_class_bind_template_child (widget_class, LesImportRow, box);
  gtk_widget_class_bind_template_child (widget_class, LesImportRow, icon);
  gtk_widget_class_bind_template_child (widget_class, LesImportRow, title);
  gtk_widget_class_bind_template_child (widget_class, LesImportRow, details);
  gtk_widget_class_bind_template_child (widget_class, LesImportRow, button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
les_import_row_init (LesImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_outcome (LesImportRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;

  if (self->outcome == NULL)
    return;
  title = les_import_outcome_dup_title (self->outcome, self->project);
  details = les_import_outcome_dup_details (self->outcome, self->project);
  gtk_image_set_from_icon_name (self->icon, get_icon_name (les_import_outcome_get_status (self->outcome)));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->details, details);
  update_button (self, title);
}

/** Returns: a row that follows what @project has of its article */
GtkWidget *
les_import_row_new (LesProject *project)
{
  LesImportRow *self = g_object_new (LES_TYPE_IMPORT_ROW, NULL);

  self->project = g_object_ref (project);
  /* An article was added, or read in another encoding. */
  g_signal_connect_object (project, "changed", G_CALLBACK (show_outcome), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * les_import_row_bind:
 * @heading: (nullable): what stands above the row when a new group begins with it
 */
void
les_import_row_bind (LesImportRow *self, LesImportOutcome *outcome, const char *heading)
{
  g_set_object (&self->outcome, outcome);
  gtk_label_set_text (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
  show_outcome (self);
}
