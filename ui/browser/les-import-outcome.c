/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-import-outcome.h"

#include <glib/gi18n.h>

#include "les-error-words.h"
#include "les-language-names.h"
#include "les-partial-date.h"

/**
 * LesImportOutcome:
 *
 * One file that was to be added and what became of it, in words.
 */
struct _LesImportOutcome
{
  GObject parent_instance;

  /* Owned */
  LesImport *import;
  LesArticle *twin;

  /* State */
  LesImportStatus status;
};

G_DEFINE_FINAL_TYPE (LesImportOutcome, les_import_outcome, G_TYPE_OBJECT)

static void
les_import_outcome_finalize (GObject *object)
{
  LesImportOutcome *self = LES_IMPORT_OUTCOME (object);

  les_import_free (self->import);
  g_clear_object (&self->twin);

  G_OBJECT_CLASS (les_import_outcome_parent_class)->finalize (object);
}

static void
les_import_outcome_class_init (LesImportOutcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = les_import_outcome_finalize;
}

static void
les_import_outcome_init (LesImportOutcome *self)
{
}

/**
 * les_import_outcome_new:
 * @twin: (nullable): the article with the same text that is there already
 */
LesImportOutcome *
les_import_outcome_new (LesImport *import, LesImportStatus status, LesArticle *twin)
{
  LesImportOutcome *self = g_object_new (LES_TYPE_IMPORT_OUTCOME, NULL);

  self->import = les_import_copy (import);
  self->status = status;
  g_set_object (&self->twin, twin);
  return self;
}

LesImport *
les_import_outcome_get_import (LesImportOutcome *self)
{
  return self->import;
}

LesImportStatus
les_import_outcome_get_status (LesImportOutcome *self)
{
  return self->status;
}

void
les_import_outcome_set_added (LesImportOutcome *self)
{
  self->status = LES_IMPORT_STATUS_ADDED;
}

/* The article may have been edited since, or removed by undoing. */
static LesArticle *
get_latest (LesImportOutcome *self, LesProject *project)
{
  LesArticle *article = self->import->article;
  LesArticle *latest = NULL;

  if (self->status == LES_IMPORT_STATUS_ADDED && article != NULL)
    latest = les_project_get_article (project, les_record_get_id (LES_RECORD (article)));
  return latest != NULL ? latest : article;
}

static const char *
get_name (LesImportOutcome *self)
{
  /* Translators: stands where the name of a file stands otherwise. */
  return self->import->name != NULL ? self->import->name : _("Pasted text");
}

/**
 * les_import_outcome_dup_title:
 *
 * Returns: (transfer full): the headline, or the name of the file, or what stands for it
 */
char *
les_import_outcome_dup_title (LesImportOutcome *self, LesProject *project)
{
  LesArticle *article = get_latest (self, project);

  return article != NULL ? les_article_dup_heading (article) : g_strdup (get_name (self));
}

static void
add_words (GStrvBuilder *parts, char *words)
{
  if (words != NULL && *words != '\0')
    g_strv_builder_add (parts, words);
  g_free (words);
}

static char *
dup_recognised (LesImportOutcome *self, LesArticle *article)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  const char *language = les_article_get (article, LES_ARTICLE_LANGUAGE);
  int n_words = les_document_get_n_words (les_article_get_document (article));

  add_words (parts, les_article_dup_source (article));
  add_words (parts, g_strdup (les_article_get (article, LES_ARTICLE_PLACE)));
  add_words (parts, les_partial_date_dup_words (les_article_get (article, LES_ARTICLE_DATE)));
  add_words (parts, language != NULL ? g_strdup (les_language_get_name (language)) : NULL);
  add_words (parts, g_strdup_printf (ngettext ("%'d word", "%'d words", (gulong) n_words), n_words));
  if (self->import->file != NULL)
    add_words (parts, g_strdup (self->import->name));
  words = g_strv_builder_end (parts);
  return g_strjoinv (" · ", words);
}

static char *
dup_warnings (LesImportOutcome *self, LesArticle *article)
{
  const char *encoding = les_article_get (article, LES_ARTICLE_ORIGIN_ENCODING);
  int n_repairs = self->import->repairs;
  GString *words = g_string_new (NULL);

  if (self->import->encoding_guessed && encoding != NULL)
    {
      /* Translators: %s is a character encoding such as WINDOWS-1252 */
      g_string_append (words, "\n");
      g_string_append_printf (words, _("Read as %s, which is a guess."), encoding);
    }
  if (n_repairs > 0)
    {
      g_string_append (words, "\n");
      g_string_append_printf (words, ngettext ("%'d character could not be read and was replaced.",
                                               "%'d characters could not be read and were replaced.",
                                               (gulong) n_repairs), n_repairs);
    }
  return g_string_free (words, FALSE);
}

static char *
dup_twin_words (LesImportOutcome *self)
{
  g_autofree char *source = self->twin != NULL ? les_article_dup_source (self->twin) : NULL;
  g_autofree char *words = NULL;

  if (source == NULL && self->twin != NULL)
    source = g_strdup (les_article_get (self->twin, LES_ARTICLE_ORIGIN_NAME));
  if (source == NULL)
    words = g_strdup (_("The same text is in the project already."));
  else
    /* Translators: %s is the outlet, agency or file of the article that has the same text */
    words = g_strdup_printf (_("The same text is in the project already (%s)."), source);
  return g_strconcat ("\n", words, NULL);
}

/**
 * les_import_outcome_dup_details:
 *
 * Returns: (transfer full): what was recognised, or why it was not added
 */
char *
les_import_outcome_dup_details (LesImportOutcome *self, LesProject *project)
{
  LesArticle *article = get_latest (self, project);
  g_autofree char *recognised = NULL;
  g_autofree char *warnings = NULL;

  if (self->status == LES_IMPORT_STATUS_FAILED || article == NULL)
    return les_error_words_dup (self->import->error, get_name (self));
  recognised = dup_recognised (self, article);
  if (self->status == LES_IMPORT_STATUS_DUPLICATE)
    warnings = dup_twin_words (self);
  else
    warnings = dup_warnings (self, article);
  return g_strconcat (recognised, warnings, NULL);
}

static LesArticle *
find_twin (LesArticle *article, LesProject *project)
{
  LesArticle *twin = les_project_find_same_text (project, les_article_get_text (article));

  return twin != article ? twin : NULL;
}

static LesImportStatus
find_status (LesImport *import, GHashTable *added)
{
  if (import->article == NULL)
    return LES_IMPORT_STATUS_FAILED;
  return g_hash_table_contains (added, les_record_get_id (LES_RECORD (import->article)))
         ? LES_IMPORT_STATUS_ADDED : LES_IMPORT_STATUS_DUPLICATE;
}

static GHashTable *
collect_ids (GPtrArray *articles)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < articles->len; i++)
    g_hash_table_add (ids, (char *) les_record_get_id (LES_RECORD (articles->pdata[i])));
  return ids;
}

/**
 * les_import_outcomes_list:
 * @imports: (element-type LesImport): every file
 * @added: (element-type LesArticle): those of their articles that are in the project now
 *
 * Returns: (transfer full) (element-type LesImportOutcome): what became of each:
 *   failures first, then what was there already, then what was added
 */
GPtrArray *
les_import_outcomes_list (GPtrArray *imports, GPtrArray *added, LesProject *project)
{
  g_autoptr (GHashTable) ids = collect_ids (added);
  GPtrArray *outcomes = g_ptr_array_new_with_free_func (g_object_unref);

  for (int status = 0; status < LES_N_IMPORT_STATUSES; status++)
    for (guint i = 0; i < imports->len; i++)
      {
        LesImport *import = imports->pdata[i];
        LesArticle *twin = NULL;

        if (find_status (import, ids) != (LesImportStatus) status)
          continue;
        if (status == LES_IMPORT_STATUS_DUPLICATE)
          twin = find_twin (import->article, project);
        g_ptr_array_add (outcomes, les_import_outcome_new (import, (LesImportStatus) status, twin));
      }
  return outcomes;
}
