/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-status-bar.h"

#include <glib/gi18n.h>

#include "les-link-words.h"
#include "les-linking.h"
#include "les-share-button.h"
#include "les-tag-dot.h"
#include "les-tag-names.h"
#include "les-version-words.h"

/**
 * LesStatusBar:
 *
 * The line under the texts: what the comparison found, which match is the
 * current one, which tags the current annotation has and how many others lie
 * there, which tag every selection gets, whether the project is saved.
 */
struct _LesStatusBar
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkSpinner *spinner;
  GtkWidget *active;
  LesTagDot *active_dot;
  GtkLabel *active_name;
  GtkLabel *summary;
  GtkLabel *annotation;
  GtkWidget *pending;
  GtkLabel *pending_words;
  LesShareButton *shares;
  GtkWidget *stepper;
  GtkLabel *position;
  GtkLabel *saved;

  /* Owned */
  GCancellable *comparing;     /* of two versions */
  LesText *versions[2];        /* what version_words is about */
  char *version_words;
  GSignalGroup *signals;
  GSignalGroup *project_signals;
  GSignalGroup *linking_signals;
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

/* The link that the user goes to: which of how many, and both its ends. */
static char *
word_link (LesSession *session)
{
  LesLinking *linking = les_linking_of (session);
  LesLink *link = les_linking_get_current (linking);
  g_autoptr (GPtrArray) links = NULL;
  g_autofree char *both = NULL;
  guint number = 0;

  if (link == NULL)
    return NULL;
  links = les_linking_ref_links (linking);
  if (!g_ptr_array_find (links, link, &number))
    return NULL;
  both = les_link_words_dup_both (les_session_get_project (session), link);
  g_strdelimit (both, "\n", ' ');
  /* Translators: which link of how many, then what it says: "Link 3 of 9 · contradicts: …" */
  return g_strdup_printf (_("Link %u of %u · %s"), number + 1, links->len, both);
}

static void
forget_versions (LesStatusBar *self)
{
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
  g_clear_pointer (&self->versions[0], les_text_unref);
  g_clear_pointer (&self->versions[1], les_text_unref);
  g_clear_pointer (&self->version_words, g_free);
}

static void refresh (LesStatusBar *self);

static void
versions_compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LesStatusBar) self = data;
  char *words = les_version_words_finish (result);

  if (words == NULL || g_task_get_cancellable (G_TASK (result)) != self->comparing)
    {
      g_free (words);
      return;
    }
  g_free (self->version_words);
  self->version_words = words;
  refresh (self);
}

/* Two versions of one page: what the outlet changed is worked out once. */
static void
follow_versions (LesStatusBar *self, LesSession *session)
{
  LesArticle *left = les_session_get_article (session, LES_SIDE_LEFT);
  LesArticle *right = les_session_get_article (session, LES_SIDE_RIGHT);

  if (!les_version_words_apply (left, right))
    {
      forget_versions (self);
      return;
    }
  if (self->versions[0] == les_article_get_text (left) && self->versions[1] == les_article_get_text (right))
    return;
  forget_versions (self);
  self->versions[0] = les_text_ref (les_article_get_text (left));
  self->versions[1] = les_text_ref (les_article_get_text (right));
  self->comparing = g_cancellable_new ();
  les_version_words_async (left, right, self->comparing, versions_compared_cb, g_object_ref (self));
}

static char *
add_version_words (LesStatusBar *self, char *summary)
{
  g_autofree char *owned = summary;

  if (self->version_words == NULL)
    return g_steal_pointer (&owned);
  /* Translators: what a newer version of a page changed, then what the comparison found */
  return g_strdup_printf (_("Newer version: %s · %s"), self->version_words, owned);
}

static gboolean
is_linking (LesStatusBar *self)
{
  g_autoptr (LesLinking) linking = g_signal_group_dup_target (self->linking_signals);

  return linking != NULL && les_linking_get_pending (linking);
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
  gtk_widget_set_visible (self->stepper, n > 0 && !is_linking (self));
}

/* One end of a link is marked: say which, and what comes next. */
static void
show_pending_words (LesStatusBar *self)
{
  g_autoptr (LesLinking) linking = g_signal_group_dup_target (self->linking_signals);
  gboolean pending = linking != NULL && les_linking_get_pending (linking);
  g_autofree char *start = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->pending, pending);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), !pending);
  gtk_widget_set_hexpand (self->pending, pending);
  if (!pending)
    return;
  start = les_linking_dup_start_words (linking);
  /* Translators: %s is the passage where a link starts; press reports often begin with a quotation mark
     themselves, so it has none around it. L is a key. */
  words = g_strdup_printf (_("Select the other passage and press L · link from %s"), start);
  gtk_label_set_text (self->pending_words, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pending_words), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
show_active_tag (LesStatusBar *self, LesSession *session)
{
  LesTag *tag = les_project_get_tag (les_session_get_project (session), les_session_get_active_tag (session));
  const char *name = tag != NULL ? les_tag_get (tag, LES_TAG_NAME) : "";
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->active, tag != NULL);
  if (tag == NULL)
    return;
  les_tag_dot_set_color (self->active_dot, les_tag_get (tag, LES_TAG_COLOR));
  gtk_label_set_text (self->active_name, name);
  /* Translators: %s is the name of a tag */
  label = g_strdup_printf (_("Every selection is tagged “%s”. Press to end this (Esc)"), name);
  gtk_widget_set_tooltip_text (self->active, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->active), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static char *
join_tag_names (LesProject *project, LesAnnotation *annotation)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (const char * const *id = les_annotation_get_tags (annotation); *id != NULL; id++)
    if (les_project_get_tag (project, *id) != NULL)
      g_ptr_array_add (names, (gpointer) les_tag_get (les_project_get_tag (project, *id), LES_TAG_NAME));
  g_ptr_array_add (names, NULL);
  /* Translators: between the names of two tags of one annotation. */
  return names->len > 1 ? g_strjoinv (_(", "), (char **) names->pdata)
                        : g_strdup (les_tag_get_words_for_none (annotation));
}

/* Where the cursor is in the current annotation, else at its beginning. */
static int
find_place (LesSession *session, LesAnnotation *annotation)
{
  LesTextRange range = les_annotation_get_range (annotation);
  int cursor = les_session_get_selection (session, les_session_get_active_side (session)).start;

  return les_text_range_contains (range, cursor) ? cursor : range.start;
}

/* Which of those that lie there it is, from the shortest outwards. */
static guint
count_here (LesSession *session, LesAnnotation *annotation, guint *rank)
{
  LesProject *project = les_session_get_project (session);
  const GPtrArray *all = les_project_peek_annotations_of (project,
                                                          les_annotation_get (annotation, LES_ANNOTATION_ARTICLE));
  int length = les_text_range_length (les_annotation_get_range (annotation));
  int place = find_place (session, annotation);
  guint n = 0;

  *rank = 1;
  for (guint i = 0; all != NULL && i < all->len && les_annotation_get_range (all->pdata[i]).start <= place; i++)
    if (les_text_range_contains (les_annotation_get_range (all->pdata[i]), place))
      {
        n++;
        *rank += les_text_range_length (les_annotation_get_range (all->pdata[i])) < length;
      }
  return n;
}

static void
show_annotation (LesStatusBar *self, LesSession *session)
{
  LesAnnotation *annotation = les_session_get_annotation (session);
  g_autofree char *names = NULL;
  g_autofree char *words = NULL;
  guint rank;
  guint n;

  gtk_widget_set_visible (GTK_WIDGET (self->annotation), annotation != NULL && !is_linking (self));
  if (annotation == NULL)
    return;
  names = join_tag_names (les_session_get_project (session), annotation);
  n = count_here (session, annotation, &rank);
  if (n > 1)
    /* Translators: %s are the tags of an annotation; then which of how many that overlap it is, the shortest being 1 */
    words = g_strdup_printf (_("%s (%u of %u here)"), names, rank, n);
  gtk_label_set_text (self->annotation, words != NULL ? words : names);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->annotation), words != NULL ? words : names);
}

/* While a link has its start only, there is room for what comes next. */
static void
show_pending (LesStatusBar *self)
{
  g_autoptr (LesSession) session = g_signal_group_dup_target (self->signals);

  show_pending_words (self);
  if (session == NULL)
    return;
  show_position (self, session);
  show_annotation (self, session);
}

static void
refresh_annotation (LesStatusBar *self)
{
  g_autoptr (LesSession) session = g_signal_group_dup_target (self->signals);

  if (session == NULL)
    return;
  show_active_tag (self, session);
  show_annotation (self, session);
}

static void
refresh (LesStatusBar *self)
{
  g_autoptr (LesSession) session = g_signal_group_dup_target (self->signals);
  g_autofree char *summary = NULL;
  g_autofree char *tooltip = NULL;

  if (session == NULL)
    return;
  follow_versions (self, session);
  summary = word_link (session);
  tooltip = g_strdup (summary);
  if (summary == NULL)
    {
      summary = les_session_is_comparing (session) ? word_comparison (session) : word_reading (session);
      summary = add_version_words (self, g_steal_pointer (&summary));
      tooltip = self->version_words != NULL ? g_strdup (summary) : NULL;
    }
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), tooltip);
  gtk_spinner_set_spinning (self->spinner, les_session_get_busy (session));
  les_share_button_show (self->shares, session);
  show_position (self, session);
  refresh_annotation (self);
}

static void
les_status_bar_dispose (GObject *object)
{
  LesStatusBar *self = LES_STATUS_BAR (object);

  forget_versions (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->linking_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), LES_TYPE_STATUS_BAR);

  G_OBJECT_CLASS (les_status_bar_parent_class)->dispose (object);
}

static void
les_status_bar_class_init (LesStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_status_bar_dispose;

  g_type_ensure (LES_TYPE_TAG_DOT);
  g_type_ensure (LES_TYPE_SHARE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/window/les-status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, box);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, active);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, active_dot);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, active_name);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, summary);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, annotation);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, shares);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, stepper);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, pending);
  gtk_widget_class_bind_template_child (widget_class, LesStatusBar, pending_words);
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
  g_signal_group_connect_object (self->signals, "notify::active-tag", G_CALLBACK (refresh_annotation), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::annotation-id", G_CALLBACK (refresh_annotation), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "notify::selection", G_CALLBACK (refresh_annotation), self,
                                 G_CONNECT_SWAPPED);
  self->project_signals = g_signal_group_new (LES_TYPE_PROJECT);
  g_signal_group_connect_object (self->project_signals, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->linking_signals = g_signal_group_new (LES_TYPE_LINKING);
  g_signal_group_connect_object (self->linking_signals, "notify::current", G_CALLBACK (refresh), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->linking_signals, "notify::pending", G_CALLBACK (show_pending), self,
                                 G_CONNECT_SWAPPED);
}

void
les_status_bar_set_session (LesStatusBar *self, LesSession *session)
{
  g_signal_group_set_target (self->signals, session);
  g_signal_group_set_target (self->project_signals, les_session_get_project (session));
  g_signal_group_set_target (self->linking_signals, les_linking_of (session));
  show_pending (self);
  refresh (self);
}

/** @words: translated: "Saved", "Unsaved", "Saving…" */
void
les_status_bar_set_saved (LesStatusBar *self, const char *words)
{
  gtk_label_set_label (self->saved, words);
}
