/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli.h"
#include "les-cli-files.h"
#include "les-cli-json.h"
#include "les-search.h"

static void
print_hit (LesProject *project, const LesSearchHit *hit)
{
  LesArticle *article = les_project_get_article (project, hit->article);
  const char *date = les_article_get (article, LES_ARTICLE_DATE);
  g_autofree char *heading = les_article_dup_heading (article);
  g_autofree char *source = les_article_dup_source (article);

  les_cli_print ("%s  %s", hit->article, heading);
  if (source != NULL)
    les_cli_print (" · %s", source);
  if (date != NULL)
    les_cli_print (" · %s", date);
  les_cli_print (" · %d\n", hit->n_hits);
  if (hit->snippet != NULL)
    les_cli_print ("    %s\n", hit->snippet);
}

static void
add_snippet (JsonBuilder *json, const LesSearchHit *hit)
{
  les_cli_json_range (json, "first", hit->first);
  les_cli_json_string (json, "snippet", hit->snippet);
  json_builder_set_member_name (json, "snippet_hits");
  json_builder_begin_array (json);
  for (guint i = 0; i < hit->snippet_hits->len; i++)
    {
      LesTextRange range = g_array_index (hit->snippet_hits, LesTextRange, i);

      json_builder_begin_array (json);
      json_builder_add_int_value (json, range.start);
      json_builder_add_int_value (json, range.end);
      json_builder_end_array (json);
    }
  json_builder_end_array (json);
}

static void
add_hit (JsonBuilder *json, LesProject *project, const LesSearchHit *hit)
{
  LesArticle *article = les_project_get_article (project, hit->article);
  g_autofree char *heading = les_article_dup_heading (article);

  json_builder_begin_object (json);
  les_cli_json_string (json, "id", hit->article);
  les_cli_json_string (json, "title", heading);
  les_cli_json_known (json, "outlet", les_article_get (article, LES_ARTICLE_OUTLET));
  les_cli_json_known (json, "agency", les_article_get (article, LES_ARTICLE_AGENCY));
  les_cli_json_known (json, "date", les_article_get (article, LES_ARTICLE_DATE));
  les_cli_json_int (json, "hits", hit->n_hits);
  if (hit->snippet != NULL)
    add_snippet (json, hit);
  json_builder_end_object (json);
}

static void
print_json (LesProject *project, const char *query, GPtrArray *hits)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  les_cli_json_string (json, "query", query);
  json_builder_set_member_name (json, "articles");
  json_builder_begin_array (json);
  for (guint i = 0; i < hits->len; i++)
    add_hit (json, project, hits->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  les_cli_json_print (json);
}

static void
print_lines (LesProject *project, GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    print_hit (project, hits->pdata[i]);
  les_cli_print ("%u of %u articles\n", hits->len, les_project_get_n_records (project, LES_RECORD_ARTICLE));
}

static GPtrArray *
find_hits (LesProject *project, const char *query, GError **error)
{
  g_autoptr (LesSearch) search = les_search_new (project);
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *hits;

  while (!les_search_get_ready (search))
    g_main_context_iteration (NULL, TRUE);
  found = les_search_run (search, query, error);
  if (found == NULL)
    return NULL;

  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) les_search_hit_free);
  for (guint i = 0; i < found->len; i++)
    {
      const LesSearchHit *hit = found->pdata[i];

      g_ptr_array_add (hits, les_search_describe (search, query, hit->article));
    }
  return hits;
}

static int
search_project (const char *path, const char *query, gboolean as_json)
{
  int status;
  g_autoptr (LesLoadedProject) loaded = les_cli_open_project (path, &status);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  if (loaded == NULL)
    return status;
  hits = find_hits (loaded->project, query, &error);
  if (hits == NULL)
    return les_cli_misuse (&les_command_search, error->message);
  if (as_json)
    print_json (loaded->project, query, hits);
  else
    print_lines (loaded->project, hits);
  return status;
}

static int
run (GStrv arguments)
{
  g_auto (GStrv) rest = NULL;
  g_autofree char *query = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, "Print JSON", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!les_cli_parse (&les_command_search, entries, &arguments, &status))
    return status;
  if (rest == NULL || rest[1] == NULL)
    return les_cli_misuse (&les_command_search, "name a project and the words to look for");
  query = g_strjoinv (" ", rest + 1);
  g_strstrip (query);
  if (*query == '\0')
    return les_cli_misuse (&les_command_search, "there are no words to look for");

  return search_project (rest[0], query, as_json);
}

const LesCommand les_command_search = {
  "search",
  "[--json] PROJECT.lesart QUERY",
  "Find articles: all words must occur, \"words in quotation marks\" as a phrase",
  run,
};
