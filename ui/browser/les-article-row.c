/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-row.h"

#include <glib/gi18n.h>

#include "les-partial-date.h"

/**
 * LesArticleRow:
 *
 * One article in a list: headline, where and when it appeared, how many
 * annotations it has, how many others carry the same agency copy, on which
 * side it is open, and what a search found in it.
 */
struct _LesArticleRow
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel *heading;
  GtkLabel *side;
  GtkLabel *meta;
  GtkWidget *copies;
  GtkLabel *n_copies;
  GtkLabel *count;
  GtkLabel *snippet;

  /* Owned */
  LesArticleItem *item;
  GSignalGroup *item_signals;
  GSignalGroup *session_signals;

  /* State */
  int n_hits;
  guint stamp;
};

G_DEFINE_FINAL_TYPE (LesArticleRow, les_article_row, GTK_TYPE_WIDGET)

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
update_heading (LesArticleRow *self)
{
  const char *heading = les_article_item_get_heading (self->item);

  if (*heading == '\0')
    heading = _("Untitled Article");
  gtk_label_set_text (self->heading, heading);
}

static char *
dup_copies (LesArticleRow *self)
{
  guint n_copies = les_article_item_get_n_copies (self->item);

  if (n_copies == 0)
    return NULL;
  /* Translators: said of an article: so many other articles of the project carry the same agency report */
  return g_strdup_printf (ngettext ("Same agency copy as %'u other", "Same agency copy as %'u others", n_copies),
                          n_copies);
}

static void
append_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
update_tooltip (LesArticleRow *self)
{
  g_autoptr (GString) all = g_string_new (gtk_label_get_text (self->heading));
  g_autofree char *meta = les_article_row_dup_meta (self->item, TRUE);
  g_autofree char *copies = dup_copies (self);

  append_line (all, meta);
  append_line (all, copies);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), all->str);
}

/* The number counts this article as well: "3" are three with the same copy. */
static void
update_copies (LesArticleRow *self)
{
  guint n_copies = les_article_item_get_n_copies (self->item);
  g_autofree char *words = dup_copies (self);
  g_autofree char *number = g_strdup_printf ("%'u", n_copies + 1);

  gtk_label_set_text (self->n_copies, number);
  gtk_widget_set_visible (self->copies, n_copies > 0);
  gtk_widget_set_tooltip_text (self->copies, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copies), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : "", -1);
}

static char *
dup_count (LesArticleRow *self)
{
  guint n_annotations = les_article_item_get_n_annotations (self->item);

  if (self->n_hits > 0)
    /* Translators: how often the words searched for occur in an article */
    return g_strdup_printf (ngettext ("%'d hit", "%'d hits", (gulong) self->n_hits), self->n_hits);
  if (n_annotations > 0)
    /* Translators: how many annotations an article has; short, it stands at the end of a narrow row */
    return g_strdup_printf (ngettext ("%'u annotation", "%'u annotations", n_annotations), n_annotations);
  return NULL;
}

static void
update_words (LesArticleRow *self)
{
  g_autofree char *meta = les_article_row_dup_meta (self->item, self->n_hits > 0);
  g_autofree char *count = dup_count (self);

  update_heading (self);
  gtk_label_set_text (self->meta, meta);
  gtk_widget_set_visible (GTK_WIDGET (self->meta), *meta != '\0' || count != NULL);
  update_copies (self);
  set_label (self->count, count);
  update_tooltip (self);
}

static const char *
get_side_word (LesSession *session, const char *id)
{
  LesSide side;

  if (!les_session_find_side (session, id, &side))
    return NULL;
  if (!les_session_is_comparing (session))
    /* Translators: marks the article that is open to read */
    return C_("article", "Open");
  if (g_strcmp0 (les_session_get_article_id (session, LES_SIDE_LEFT),
                 les_session_get_article_id (session, LES_SIDE_RIGHT)) == 0)
    /* Translators: marks the article that is open on both sides */
    return C_("article", "Both");
  /* Translators: mark the article that is open on the left or right side */
  return side == LES_SIDE_LEFT ? C_("article", "Left") : C_("article", "Right");
}

static void
update_side (LesArticleRow *self)
{
  g_autoptr (GObject) session = g_signal_group_dup_target (self->session_signals);
  const char *word = NULL;

  if (session != NULL && self->item != NULL)
    word = get_side_word (LES_SESSION (session), les_article_item_get_id (self->item));
  set_label (self->side, word);
}

static void
les_article_row_dispose (GObject *object)
{
  LesArticleRow *self = LES_ARTICLE_ROW (object);
  GtkWidget *child;

  les_article_row_unbind (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), LES_TYPE_ARTICLE_ROW);

  G_OBJECT_CLASS (les_article_row_parent_class)->dispose (object);
}

static void
les_article_row_finalize (GObject *object)
{
  LesArticleRow *self = LES_ARTICLE_ROW (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->session_signals);

  G_OBJECT_CLASS (les_article_row_parent_class)->finalize (object);
}

static void
les_article_row_class_init (LesArticleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = les_article_row_dispose;
  object_class->finalize = les_article_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LesArticleRow, heading);
  gtk_widget_class_bind_template_child (widget_class, LesArticleRow, side);
  gtk_widget_class_bind_template_child (widget_class, LesArticleRow, meta);
  gtk_widget_class_bind_template_child (widget_class, LesArticleRow, copies);
  gtk_widget_class_bind_template_child (widget_class, LesArticleRow, n_copies);
  gtk_widget_class_bind_template_child (widget_class, LesArticleRow, count);
  gtk_widget_class_bind_template_child (widget_class, LesArticleRow, snippet);
  gtk_widget_class_set_css_name (widget_class, "articlerow");
}

static void
les_article_row_init (LesArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->item_signals = g_signal_group_new (LES_TYPE_ARTICLE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "changed", G_CALLBACK (update_words), self);
  self->session_signals = g_signal_group_new (LES_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::left", G_CALLBACK (update_side), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::right", G_CALLBACK (update_side), self);
}

GtkWidget *
les_article_row_new (void)
{
  return g_object_new (LES_TYPE_ARTICLE_ROW, NULL);
}

/**
 * les_article_row_get_item:
 *
 * Returns: (transfer none) (nullable): the article that the row shows
 */
LesArticleItem *
les_article_row_get_item (LesArticleRow *self)
{
  return self->item;
}

/**
 * les_article_row_bind:
 * @session: (nullable): whose open articles are marked
 */
void
les_article_row_bind (LesArticleRow *self, LesArticleItem *item, LesSession *session)
{
  self->n_hits = 0;
  self->stamp = 0;
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);
  g_signal_group_set_target (self->session_signals, session);
  set_label (self->snippet, NULL);
  update_words (self);
  update_side (self);
}

/** Lets go of the article; the widget may get another one. */
void
les_article_row_unbind (LesArticleRow *self)
{
  g_signal_group_set_target (self->item_signals, NULL);
  g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->item);
}

static PangoAttrList *
create_hit_attributes (const char *snippet, GArray *hits)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      LesTextRange range = g_array_index (hits, LesTextRange, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) (g_utf8_offset_to_pointer (snippet, range.start) - snippet);
      bold->end_index = (guint) (g_utf8_offset_to_pointer (snippet, range.end) - snippet);
      pango_attr_list_insert (attributes, bold);
    }
  return attributes;
}

/**
 * les_article_row_set_hits:
 * @n_hits: how often the words searched for occur; 0 for no search
 * @snippet: (nullable): words around the first hit
 * @snippet_hits: (nullable): of #LesTextRange in Unicode characters of @snippet
 */
void
les_article_row_set_hits (LesArticleRow *self, int n_hits, const char *snippet, GArray *snippet_hits)
{
  self->n_hits = n_hits;
  set_label (self->snippet, snippet);
  if (snippet != NULL)
    {
      g_autoptr (PangoAttrList) attributes = create_hit_attributes (snippet, snippet_hits);

      gtk_label_set_attributes (self->snippet, attributes);
    }
  if (self->item != NULL)
    update_words (self);
}

/**
 * les_article_row_set_note:
 * @note: (nullable): a line below the others; les_article_row_set_hits() puts its own there
 * @tooltip: (nullable): more about it
 */
void
les_article_row_set_note (LesArticleRow *self, const char *note, const char *tooltip)
{
  gtk_label_set_attributes (self->snippet, NULL);
  set_label (self->snippet, note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->snippet), tooltip);
}

/**
 * les_article_row_get_stamp:
 *
 * Returns: for which search the hits are shown; a number that the list gives
 */
guint
les_article_row_get_stamp (LesArticleRow *self)
{
  return self->stamp;
}

void
les_article_row_set_stamp (LesArticleRow *self, guint stamp)
{
  self->stamp = stamp;
}

/**
 * les_article_row_dup_meta:
 * @with_annotations: whether the number of annotations is part of it
 *
 * Returns: (transfer full): source and date in one line, "" when neither is known
 */
char *
les_article_row_dup_meta (LesArticleItem *item, gboolean with_annotations)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  const char *date = les_article_item_get_date (item);
  const char *source = les_article_item_get_source (item);
  guint n_annotations = les_article_item_get_n_annotations (item);

  if (*source != '\0')
    g_strv_builder_add (parts, source);
  if (date != NULL)
    {
      g_autofree char *date_words = les_partial_date_dup_words (date);

      g_strv_builder_add (parts, date_words);
    }
  if (with_annotations && n_annotations > 0)
    {
      g_autofree char *notes = g_strdup_printf (ngettext ("%'u annotation", "%'u annotations", n_annotations), n_annotations);

      g_strv_builder_add (parts, notes);
    }
  words = g_strv_builder_end (parts);
  return g_strjoinv (" · ", words);
}
