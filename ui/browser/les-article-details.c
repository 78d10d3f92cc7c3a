/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-article-details.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "les-dialogs.h"
#include "les-edits.h"
#include "les-language-names.h"
#include "les-partial-date.h"

#define LES_TYPE_ARTICLE_DETAILS (les_article_details_get_type ())
G_DECLARE_FINAL_TYPE (LesArticleDetails, les_article_details, LES, ARTICLE_DETAILS, AdwWindow)

/**
 * LesArticleDetails:
 *
 * Shows and edits what is known about an article. Saving is one change that
 * can be undone; what the text itself says stays untouched.
 */
struct _LesArticleDetails
{
  AdwWindow parent_instance;

  /* Template children */
  GtkWidget *save_button;
  AdwEntryRow *title_row;
  AdwEntryRow *outlet_row;
  AdwEntryRow *agency_row;
  AdwEntryRow *author_row;
  AdwEntryRow *place_row;
  AdwEntryRow *date_row;
  GtkLabel *date_words;
  AdwEntryRow *url_row;
  AdwComboRow *language_row;
  AdwEntryRow *correction_row;
  GtkTextView *note_view;
  AdwPreferencesGroup *found_group;

  /* Owned */
  LesSession *session;
  LesArticle *article;
  GPtrArray *language_codes;

  gboolean leaving;           /* the user has been asked, or has saved */
};

G_DEFINE_FINAL_TYPE (LesArticleDetails, les_article_details, ADW_TYPE_WINDOW)

static AdwEntryRow *
get_row (LesArticleDetails *self, LesArticleField field)
{
  AdwEntryRow *rows[LES_ARTICLE_N_STRINGS] = {
    [LES_ARTICLE_TITLE] = self->title_row,
    [LES_ARTICLE_OUTLET] = self->outlet_row,
    [LES_ARTICLE_AGENCY] = self->agency_row,
    [LES_ARTICLE_AUTHOR] = self->author_row,
    [LES_ARTICLE_PLACE] = self->place_row,
    [LES_ARTICLE_DATE] = self->date_row,
    [LES_ARTICLE_URL] = self->url_row,
    [LES_ARTICLE_CORRECTION] = self->correction_row,
  };

  return rows[field];
}

/* An entry has one line. */
static char *
dup_one_line (const char *words)
{
  char *line = g_strdup (words != NULL ? words : "");

  return g_strdelimit (line, "\r\n\t", ' ');
}

static char *
dup_typed (AdwEntryRow *row)
{
  char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*typed == '\0')
    g_clear_pointer (&typed, g_free);
  return typed;
}

static gboolean
read_date (LesArticleDetails *self, char **out_date)
{
  g_autofree char *typed = dup_typed (self->date_row);

  *out_date = typed != NULL ? les_partial_date_dup_normal (typed) : NULL;
  return typed == NULL || *out_date != NULL;
}

static char *
dup_note (LesArticleDetails *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_view);
  GtkTextIter start;
  GtkTextIter end;
  char *note;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  note = g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
  if (*note == '\0')
    g_clear_pointer (&note, g_free);
  return note;
}

static const char *
get_chosen_language (LesArticleDetails *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  return selected < self->language_codes->len ? self->language_codes->pdata[selected] : NULL;
}

/* Gives back whether it altered anything: a value that only lost its line ends in an entry has not. */
static gboolean
take_value (LesArticle *copy, LesArticleField field, const char *value)
{
  const char *before = les_article_get (copy, field);
  g_autofree char *shown = before != NULL ? g_strstrip (dup_one_line (before)) : NULL;

  if (g_strcmp0 (before, value) == 0 || g_strcmp0 (shown, value) == 0)
    return FALSE;
  les_article_set (copy, field, value);
  return TRUE;
}

static gboolean
take_values (LesArticleDetails *self, LesArticle *copy, const char *date)
{
  g_autofree char *note = dup_note (self);
  gboolean altered = FALSE;

  for (int field = 0; field < LES_ARTICLE_N_STRINGS; field++)
    {
      AdwEntryRow *row = get_row (self, (LesArticleField) field);
      g_autofree char *typed = row != NULL ? dup_typed (row) : NULL;

      if (row != NULL && field != LES_ARTICLE_DATE)
        altered |= take_value (copy, (LesArticleField) field, typed);
    }
  altered |= take_value (copy, LES_ARTICLE_DATE, date);
  altered |= take_value (copy, LES_ARTICLE_LANGUAGE, get_chosen_language (self));
  altered |= take_value (copy, LES_ARTICLE_NOTE, note);
  return altered;
}

static void
save_clicked_cb (LesArticleDetails *self)
{
  g_autoptr (LesArticle) copy = les_record_copy (self->article);
  g_autofree char *date = NULL;

  if (!read_date (self, &date))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
      return;
    }
  if (take_values (self, copy, date))
    les_session_perform (self->session, les_edits_replace_article (copy));
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
is_altered (LesArticleDetails *self)
{
  g_autoptr (LesArticle) copy = les_record_copy (self->article);
  g_autofree char *date = NULL;

  return !read_date (self, &date) || take_values (self, copy, date);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LesArticleDetails *self = LES_ARTICLE_DETAILS (source);
  g_autofree char *answer = les_dialogs_ask_finish (result);

  if (g_strcmp0 (answer, "save") == 0)
    save_clicked_cb (self);
  if (g_strcmp0 (answer, "discard") != 0)
    return;
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* A long note is not lost by a key. */
static gboolean
les_article_details_close_request (GtkWindow *window)
{
  LesArticleDetails *self = LES_ARTICLE_DETAILS (window);
  const LesAnswer answers[] = {
    { "cancel", _("_Keep Editing"), FALSE },
    { "discard", _("_Discard"), TRUE },
    { "save", _("_Save"), FALSE },
  };

  if (self->leaving || !is_altered (self))
    return GTK_WINDOW_CLASS (les_article_details_parent_class)->close_request (window);
  les_dialogs_ask_async (window, _("Save Changes?"), _("What you changed is lost if you discard it."), answers,
                         G_N_ELEMENTS (answers), answered_cb, NULL);
  return GDK_EVENT_STOP;
}

static void
date_changed_cb (LesArticleDetails *self)
{
  g_autofree char *date = NULL;
  g_autofree char *words = NULL;
  gboolean good = read_date (self, &date);

  if (good)
    words = les_partial_date_dup_words (date);
  else
    /* Translators: examples of how a date can be typed; keep them short */
    words = g_strdup (_("2025-12-03, 2025-12 or 2025"));
  gtk_label_set_text (self->date_words, words);
  gtk_widget_set_sensitive (self->save_button, good);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->date_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->date_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->date_row), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
show_values (LesArticleDetails *self)
{
  const char *note = les_article_get (self->article, LES_ARTICLE_NOTE);

  for (int field = 0; field < LES_ARTICLE_N_STRINGS; field++)
    {
      AdwEntryRow *row = get_row (self, (LesArticleField) field);
      g_autofree char *line = dup_one_line (les_article_get (self->article, (LesArticleField) field));

      if (row != NULL)
        gtk_editable_set_text (GTK_EDITABLE (row), line);
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_view), note != NULL ? note : "", -1);
  date_changed_cb (self);
}

static int
compare_language_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (les_language_get_name (*(const char * const *) a),
                         les_language_get_name (*(const char * const *) b));
}

static void
collect_languages (LesArticleDetails *self, const char *current)
{
  const char * const *codes = les_language_list_codes ();

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (self->language_codes, g_strdup (codes[i]));
  if (current != NULL && !g_strv_contains (codes, current))
    g_ptr_array_add (self->language_codes, g_strdup (current));
  g_ptr_array_sort (self->language_codes, compare_language_names);
  g_ptr_array_insert (self->language_codes, 0, NULL);
}

static void
show_language (LesArticleDetails *self)
{
  const char *current = les_article_get (self->article, LES_ARTICLE_LANGUAGE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  collect_languages (self, current);
  for (guint i = 0; i < self->language_codes->len; i++)
    {
      const char *code = self->language_codes->pdata[i];

      gtk_string_list_append (names, code != NULL ? les_language_get_name (code) : _("Not Known"));
      if (g_strcmp0 (code, current) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, selected);
}

static void
add_found (LesArticleDetails *self, const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_tooltip_text (row, words);
  gtk_widget_add_css_class (row, "found-row");
  adw_preferences_group_add (self->found_group, row);
}

static char *
dup_block_words (LesArticle *article, LesBlockRole role)
{
  LesText *text = les_article_get_text (article);
  GString *words = g_string_new (NULL);
  const LesBlock *blocks;
  guint n_blocks;

  blocks = les_document_get_blocks (les_article_get_document (article), &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *piece = blocks[i].role == role ? les_text_dup_range (text, blocks[i].range) : NULL;

      if (piece != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", piece);
    }
  return g_string_free (words, FALSE);
}

static void
show_blocks (LesArticleDetails *self)
{
  static const struct
  {
    LesBlockRole role;
    const char *title;
  } roles[] = {
    { LES_BLOCK_KICKER, N_("Kicker") },
    { LES_BLOCK_LEAD, N_("Lead") },
    { LES_BLOCK_DATELINE, N_("Dateline") },
    { LES_BLOCK_BYLINE, N_("Byline") },
    { LES_BLOCK_CAPTION, N_("Picture Caption") },
    { LES_BLOCK_CREDIT, N_("Picture Credit") },
    { LES_BLOCK_DESK, N_("Desk Code") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *words = dup_block_words (self->article, roles[i].role);

      if (*words != '\0')
        add_found (self, _(roles[i].title), words);
    }
}

static void
show_origin (LesArticleDetails *self)
{
  const char *name = les_article_get (self->article, LES_ARTICLE_ORIGIN_NAME);
  const char *encoding = les_article_get (self->article, LES_ARTICLE_ORIGIN_ENCODING);
  int n_words = les_document_get_n_words (les_article_get_document (self->article));
  g_autofree char *words = g_strdup_printf ("%'d", n_words);

  if (name != NULL)
    add_found (self, _("File"), name);
  if (encoding != NULL)
    add_found (self, _("Character Encoding"), encoding);
  /* Translators: how many words the article has */
  add_found (self, _("Words"), words);
}

static void
les_article_details_dispose (GObject *object)
{
  LesArticleDetails *self = LES_ARTICLE_DETAILS (object);

  g_clear_object (&self->session);
  g_clear_object (&self->article);
  g_clear_pointer (&self->language_codes, g_ptr_array_unref);

  G_OBJECT_CLASS (les_article_details_parent_class)->dispose (object);
}

static void
les_article_details_class_init (LesArticleDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = les_article_details_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = les_article_details_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lesart/Lesart/ui/browser/les-article-details.ui");
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, save_button);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, title_row);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, outlet_row);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, agency_row);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, author_row);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, place_row);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, date_row);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, date_words);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, url_row);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, language_row);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, correction_row);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, note_view);
  gtk_widget_class_bind_template_child (widget_class, LesArticleDetails, found_group);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
les_article_details_init (LesArticleDetails *self)
{
  self->language_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * les_article_details_present:
 * @id: an article of the session's project; nothing happens when there is none such
 *
 * Opens the details of an article.
 */
void
les_article_details_present (GtkWindow *parent, LesSession *session, const char *id)
{
  les_article_details_present_field (parent, session, id, LES_ARTICLE_TITLE);
}

/**
 * les_article_details_present_field:
 * @field: what the user wants to edit; it gets the focus
 *
 * Opens the details of an article.
 */
void
les_article_details_present_field (GtkWindow *parent, LesSession *session, const char *id, LesArticleField field)
{
  LesArticle *article = les_project_get_article (les_session_get_project (session), id);
  LesArticleDetails *self;

  if (article == NULL)
    return;
  self = g_object_new (LES_TYPE_ARTICLE_DETAILS, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->article = g_object_ref (article);
  show_values (self);
  show_language (self);
  show_blocks (self);
  show_origin (self);
  gtk_window_present (GTK_WINDOW (self));
  if (get_row (self, field) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self, field)));
}
