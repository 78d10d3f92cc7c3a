/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-import-report.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-edits.h"
#include "les-encoding-dialog.h"
#include "les-import-row.h"
#include "les-row-factory.h"

#define LES_TYPE_IMPORT_REPORT (les_import_report_get_type ())
G_DECLARE_FINAL_TYPE (LesImportReport, les_import_report, LES, IMPORT_REPORT, AdwWindow)

/**
 * LesImportReport:
 *
 * What became of each file that was to be added: what failed and why, what is
 * there already, what was recognised in the rest.
 */
struct _LesImportReport
{
  AdwWindow parent_instance;

  /* Template children */
  AdwWindowTitle *window_title;
  GtkListView *list_view;

  /* Owned */
  LesSession *session;
  GListStore *outcomes;
  guint counts[LES_N_IMPORT_STATUSES];   /* how long each group is */
};

G_DEFINE_FINAL_TYPE (LesImportReport, les_import_report, ADW_TYPE_WINDOW)

static char *
dup_heading (LesImportReport *self, LesImportStatus group)
{
  guint n = self->counts[group];

  switch (group)
    {
    case LES_IMPORT_STATUS_FAILED:
      return g_strdup_printf (ngettext ("%'u file was not added", "%'u files were not added", n), n);
    case LES_IMPORT_STATUS_DUPLICATE:
      return g_strdup_printf (ngettext ("%'u article was already in the project",
                                        "%'u articles were already in the project", n), n);
    case LES_IMPORT_STATUS_ADDED:
      return g_strdup_printf (ngettext ("%'u article was added", "%'u articles were added", n), n);
    case LES_N_IMPORT_STATUSES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The group that begins at a position; an outcome stays in its group for good. */
static char *
dup_heading_at (LesImportReport *self, guint position)
{
  guint start = 0;

  for (int group = 0; group < LES_N_IMPORT_STATUSES; group++)
    {
      if (position == start && self->counts[group] > 0)
        return dup_heading (self, (LesImportStatus) group);
      start += self->counts[group];
    }
  return NULL;
}

static void
add_anyway (LesImportReport *self, LesImportOutcome *outcome)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();

  g_ptr_array_add (articles, les_import_outcome_get_import (outcome)->article);
  les_import_outcome_set_added (outcome);
  les_session_perform (self->session, les_edits_add_articles (les_session_get_project (self->session), articles));
}

static void
act_cb (LesImportReport *self, LesImportOutcome *outcome)
{
  LesImport *import = les_import_outcome_get_import (outcome);

  if (les_import_outcome_get_status (outcome) == LES_IMPORT_STATUS_DUPLICATE)
    add_anyway (self, outcome);
  else
    les_encoding_dialog_present (GTK_WINDOW (self), self->session,
                                 les_record_get_id (LES_RECORD (import->article)), import->bytes);
}

static void
setup_row_cb (LesImportReport *self, GtkListItem *list_item)
{
  GtkWidget *row = les_import_row_new (les_session_get_project (self->session));

  g_signal_connect_object (row, "act", G_CALLBACK (act_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (LesImportReport *self, GtkListItem *list_item)
{
  g_autofree char *heading = dup_heading_at (self, gtk_list_item_get_position (list_item));

  les_import_row_bind (LES_IMPORT_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item), heading);
}

static void
les_import_report_dispose (GObject *object)
{
  LesImportReport *self = LES_IMPORT_REPORT (object);

  g_clear_object (&self->session);
  g_clear_object (&self->outcomes);

  G_OBJECT_CLASS (les_import_report_parent_class)->dispose (object);
}

static void
les_import_report_class_init (LesImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_import_report_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, LesImportReport, window_title);
  gtk_widget_class_bind_template_child (widget_class, LesImportReport, list_view);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
les_import_report_init (LesImportReport *self)
{
  g_autoptr (GtkListItemFactory) factory = les_row_factory_new (self, G_CALLBACK (setup_row_cb),
                                                                G_CALLBACK (bind_row_cb), NULL);
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->outcomes = g_list_store_new (LES_TYPE_IMPORT_OUTCOME);
  gtk_list_view_set_factory (self->list_view, factory);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->outcomes)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

static void
fill (LesImportReport *self, GPtrArray *imports, GPtrArray *added)
{
  g_autoptr (GPtrArray) outcomes = les_import_outcomes_list (imports, added, les_session_get_project (self->session));
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%'u file", "%'u files", imports->len), imports->len);

  for (guint i = 0; i < outcomes->len; i++)
    self->counts[les_import_outcome_get_status (outcomes->pdata[i])]++;
  g_list_store_splice (self->outcomes, 0, 0, outcomes->pdata, outcomes->len);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/**
 * les_import_report_present:
 * @imports: (element-type LesImport): every file that was to be added
 * @added: (element-type LesArticle): those of their articles that are in the project now
 *
 * Tells the user what became of each file.
 */
void
les_import_report_present (GtkWindow *parent, LesSession *session, GPtrArray *imports, GPtrArray *added)
{
  LesImportReport *self = g_object_new (LES_TYPE_IMPORT_REPORT, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  fill (self, imports, added);
  gtk_window_present (GTK_WINDOW (self));
}
