/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-status-bar.h"

#include <glib/gi18n.h>

#include "les-share-button.h"

/**
 * LesStatusBar:
 *
 * The line under the texts: what the comparison found, which match is the
 * current one, whether the project is saved.
 */
struct _LesStatusBar
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkSpinner *spinner;
  GtkLabel *summary;
  LesShareButton *shares;
  GtkWidget *stepper;
  GtkLabel *position;
  GtkLabel *saved;

  /* Owned */
  GSignalGroup *signals;
  GSignalGroup *project_signals;
};

G_DEFINE_FINAL_TYPE (LesStatusBar, les_status_bar, GTK_TYPE_WIDGET)

static char *
word_reading (LesSession *session)
{
  LesArticle *article = les_session_get_article (session, LES_SIDE_LEFT);
  int n_words;
  guint n_annotations;
  g_autofree char *words = NULL;
  g_autofree char *annotations = NULL;

  if (article == NULL)
    return g_strdup ("");

  n_words = les_document_get_n_words (les_article_get_document (article));
  n_annotations = les_project_get_n_annotations_of (les_session_get_project (session),
                                                    les_record_get_id (LES_RECORD (article)));
  words = g_strdup_printf (ngettext ("%'d word", "%'d words", n_words), n_words);
  annotations = g_strdup_printf (ngettext ("%u annotation", "%u annotations", n_annotations), n_annotations);
  /* Translators: what is open, for example "312 words · 4 annotations" */
  return g_strdup_printf (_("%s · %s"), words, annotations);
}

static int
get_percent (const LesShareCount *count)
{
  return (les_share_count_get_thousandths (count, count->taken_over + count->reworded) + 5) / 10;
}

static char *
word_comparison (LesSession *session)
{
  const LesShares *shares = les_session_get_shares (session);
  guint n = les_session_get_n_shown (session);
  g_autofree char *passages = NULL;

  if (les_session_get_busy (session))
    return g_strdup (_("Comparing…"));
  if (shares == NULL)
    return g_strdup (_("Not compared"));
  if (les_session_get_n_kept (session) == 0)
    return g_strdup (_("No counterparts found"));

  passages = g_strdup_printf (ngettext ("%u passage in both", "%u passages in both", n), n);
  /* Translators: %s is "14 passages in both"; then how much of the left and of the right text; %% prints a percent sign. */
  return g_strdup_printf (_("%s · %d %% left, %d %% right"), passages,
                          get_percent (&shares->left[LES_SHARE_WHOLE]), get_percent (&shares->right[LES_SHARE_WHOLE]));
}

static void
show_position (LesStatusBar *self, LesSession *session)
{
  guint n = les_session_get_n_shown (session);
  int current = les_session_get_current_match (session);
  g_autofree char *words = NULL;

  if (current >= 0)
    /* Translators: which match of how many, for example "3 of 14" */
    words = g_strdup_printf (_("%d of %u"), current + 1, n);
  else
    /* Translators: no match of so many is the current one, for example "– of 14" */
    words = g_strdup_printf (_("– of %u"), n);
  gtk_label_set_label (self->position, words);
  gtk_widget_set_visible (self->stepper, n > 0);
}

static void
refresh (LesStatusBar *self)
{
  g_autoptr (LesSession) session = g_signal_group_dup_target (self->signals);
  g_autofree char *summary = NULL;

  if (session == NULL)
    return;
  summary = les_session_is_comparing (session) ? word_comparison (session) : word_reading (session);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
  gtk_spinner_set_spinning (self->spinner, les_session_get_busy (session));
  les_share_button_show (self->shares, session);
  show_position (self, session);
}

static void
les_status_bar_dispose (GObject *object)
{
  LesStatusBar *self = LES_STATUS_BAR (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->project_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), LES_TYPE_STATUS_BAR);

  G_OBJECT_CLASS (les_status_bar_parent_class)->dispose (object);
}

static void
les_status_bar_class_init (LesStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_status_bar_dispose;

  g_type_ensure (LES_TYPE_SHARE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/window/les-status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, box);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, summary);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, shares);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, stepper);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, position);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, saved);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
les_status_bar_init (LesStatusBar *self)
{
  const char * const signals[] = { "notify::left", "notify::right", "notify::matches", "notify::busy",
                                   "notify::current-match" };

  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (LES_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_group_connect_object (self->signals, signals[i], G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->project_signals = g_signal_group_new (LES_TYPE_PROJECT);
  g_signal_group_connect_object (self->project_signals, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

void
les_status_bar_set_session (LesStatusBar *self, LesSession *session)
{
  g_signal_group_set_target (self->signals, session);
  g_signal_group_set_target (self->project_signals, les_session_get_project (session));
  refresh (self);
}

/** @words: translated: "Saved", "Unsaved", "Saving…" */
void
les_status_bar_set_saved (LesStatusBar *self, const char *words)
{
  gtk_label_set_label (self->saved, words);
}
