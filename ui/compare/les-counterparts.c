/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-counterparts.h"

#include <glib/gi18n.h>

#include "les-comparer.h"
#include "les-grade-stroke.h"
#include "les-match-terms.h"
#include "les-passage-pieces.h"
#include "les-passage-words.h"

#define N_BEST 3
#define MAX_CHARS 220
#define WIDTH_CHARS 46

/**
 * LesCounterparts:
 *
 * What the other report says about a chosen passage: at most three sentences that
 * come nearest, best first, however weak. Only where the comparison found a match
 * too it is called a counterpart; otherwise it says that none was found. Looks in a
 * worker on immutable documents; an answer for an older question is dropped.
 *
 * Signal "chosen" (start, end): the user takes one; Unicode characters of the
 * other side's text.
 */
struct _LesCounterparts
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box;
  LesSession *session;
  LesMatchSet *matches;       /* as they were when it was asked; nullable */
  GCancellable *finding;
  GArray *found;              /* of LesMatch*: left is what was asked for; nullable */
  LesText *text;              /* of the other side */

  /* Borrowed: in box */
  GtkWidget *heading;
  GtkWidget *spinner;
  GtkWidget *rows;

  /* State */
  LesSide side;
  LesTextRange passage;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LesCounterparts, les_counterparts, GTK_TYPE_WIDGET)

typedef struct
{
  LesDocument *from;
  LesDocument *to;
  LesTextRange passage;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  les_document_unref (question->from);
  les_document_unref (question->to);
  g_free (question);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;

  g_task_return_pointer (task, les_compare_find_counterparts (question->from, question->passage, question->to, N_BEST),
                         (GDestroyNotify) g_array_unref);
}

static const LesMatch *
get_found (LesCounterparts *self, guint index)
{
  return g_array_index (self->found, LesMatch *, index);
}

/* The match that the comparison found between both places, if any. */
static const LesMatch *
find_known (LesCounterparts *self, const LesMatch *candidate)
{
  for (guint i = 0; self->matches != NULL && i < les_match_set_get_n (self->matches); i++)
    {
      const LesMatch *match = les_match_set_get (self->matches, i);

      if (les_text_range_overlaps (les_match_get_range (match, self->side), self->passage)
          && les_text_range_overlaps (les_match_get_range (match, !self->side), candidate->right))
        return match;
    }
  return NULL;
}

static GtkWidget *
make_caption (const LesMatch *candidate, const LesMatch *known)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *kind = known != NULL ? les_match_terms_dup_kind (known) : g_strdup (_("weak likeness"));
  g_autofree char *score = les_match_terms_dup_score (known != NULL ? known : candidate);
  GtkWidget *stroke = les_grade_stroke_new (known != NULL ? known->grade : LES_GRADE_POSSIBLE);
  GtkWidget *kind_label = gtk_label_new (kind);
  GtkWidget *score_label = gtk_label_new (score);

  gtk_widget_set_valign (stroke, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (kind_label, "caption-heading");
  gtk_widget_set_hexpand (kind_label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (kind_label), 0.0f);
  gtk_widget_add_css_class (score_label, "caption");
  gtk_widget_add_css_class (score_label, "dim-label");
  gtk_widget_set_visible (stroke, known != NULL);
  gtk_box_append (GTK_BOX (box), stroke);
  gtk_box_append (GTK_BOX (box), kind_label);
  gtk_box_append (GTK_BOX (box), score_label);
  return box;
}

static GtkWidget *
make_row (LesCounterparts *self, guint index)
{
  const LesMatch *candidate = get_found (self, index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *words = gtk_label_new (NULL);
  g_autoptr (GArray) pieces = les_passage_pieces_new (candidate, LES_SIDE_RIGHT);

  les_passage_words_show (GTK_LABEL (words), self->text, pieces, MAX_CHARS);
  gtk_label_set_xalign (GTK_LABEL (words), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (words), WIDTH_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (words), 24);
  gtk_widget_add_css_class (words, "reading");
  gtk_box_append (GTK_BOX (box), make_caption (candidate, find_known (self, candidate)));
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static gboolean
is_any_known (LesCounterparts *self)
{
  for (guint i = 0; i < self->found->len; i++)
    if (find_known (self, get_found (self, i)) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
word_heading (LesCounterparts *self)
{
  if (self->found->len == 0)
    return _("No counterpart found");
  if (is_any_known (self))
    return _("In the other report");
  return _("No counterpart found. These passages come nearest:");
}

static void
show_found (LesCounterparts *self)
{
  for (guint i = 0; i < self->found->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), make_row (self, i));
  gtk_label_set_text (GTK_LABEL (self->heading), word_heading (self));
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_visible (self->rows, self->found->len > 0);
  if (self->found->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), 0);

      gtk_list_box_select_row (GTK_LIST_BOX (self->rows), first);
      gtk_widget_grab_focus (GTK_WIDGET (first));
    }
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesCounterparts) self = data;
  GArray *found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->finding)
    {
      g_clear_pointer (&found, g_array_unref);
      return;
    }
  g_clear_object (&self->finding);
  if (found == NULL)
    return;
  self->found = found;
  show_found (self);
}

static void
forget (LesCounterparts *self)
{
  GtkWidget *row;

  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->text, les_text_unref);
  g_clear_pointer (&self->matches, les_match_set_unref);
  g_clear_object (&self->session);
  while (self->rows != NULL && (row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), row);
}

static void
row_activated_cb (LesCounterparts *self, GtkListBoxRow *row)
{
  les_counterparts_choose (self, (guint) gtk_list_box_row_get_index (row));
}

static void
les_counterparts_dispose (GObject *object)
{
  LesCounterparts *self = LES_COUNTERPARTS (object);

  self->rows = NULL;
  forget (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (les_counterparts_parent_class)->dispose (object);
}

static void
les_counterparts_class_init (LesCounterpartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_counterparts_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "counterparts");

  signals[CHOSEN] = g_signal_new ("chosen", LES_TYPE_COUNTERPARTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
les_counterparts_init (LesCounterparts *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->heading = gtk_label_new (NULL);
  self->spinner = gtk_spinner_new ();
  self->rows = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (self->heading), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->heading), WIDTH_CHARS);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->rows), TRUE);
  gtk_widget_add_css_class (self->rows, "counterpart-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Passages of the other report"), -1);
  g_signal_connect_swapped (self->rows, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->heading);
  gtk_box_append (GTK_BOX (self->box), self->spinner);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
les_counterparts_new (void)
{
  return g_object_new (LES_TYPE_COUNTERPARTS, NULL);
}

/**
 * les_counterparts_find:
 * @session: with two articles open
 * @side: where the passage stands
 * @passage: Unicode characters of that side's text
 *
 * Forgets what was found before and looks anew.
 */
void
les_counterparts_find (LesCounterparts *self, LesSession *session, LesSide side, LesTextRange passage)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (LES_IS_COUNTERPARTS (self));
  g_return_if_fail (les_session_is_comparing (session));

  forget (self);
  self->session = g_object_ref (session);
  self->side = side;
  self->passage = passage;
  self->text = les_text_ref (les_article_get_text (les_session_get_article (session, !side)));
  if (les_session_get_matches (session) != NULL)
    self->matches = les_match_set_ref (les_session_get_matches (session));
  gtk_label_set_text (GTK_LABEL (self->heading), _("Looking in the other report…"));
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), TRUE);
  gtk_widget_set_visible (self->rows, FALSE);

  question = g_new0 (Question, 1);
  question->from = les_document_ref (les_article_get_document (les_session_get_article (session, side)));
  question->to = les_document_ref (les_article_get_document (les_session_get_article (session, !side)));
  question->passage = passage;
  self->finding = g_cancellable_new ();
  task = g_task_new (NULL, self->finding, found_cb, g_object_ref (self));
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_in_thread);
}

/** Returns: how many candidates there are; none while it is still looking */
guint
les_counterparts_get_n_found (LesCounterparts *self)
{
  g_return_val_if_fail (LES_IS_COUNTERPARTS (self), 0);

  return self->found != NULL ? self->found->len : 0;
}

/** Takes one of those that were found, as a click on it does. */
void
les_counterparts_choose (LesCounterparts *self, guint index)
{
  LesTextRange range;

  g_return_if_fail (LES_IS_COUNTERPARTS (self));
  g_return_if_fail (index < les_counterparts_get_n_found (self));

  range = get_found (self, index)->right;
  g_signal_emit (self, signals[CHOSEN], 0, range.start, range.end);
}
