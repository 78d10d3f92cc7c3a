/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli.h"
#include "les-cli-files.h"
#include "les-cli-json.h"
#include "les-collection.h"

static LesCollection *
create_collection (LesProject *project)
{
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  LesCollection *collection = les_collection_new ();

  for (guint i = 0; i < articles->len; i++)
    les_collection_put (collection, les_record_get_id (articles->pdata[i]),
                        les_article_get_document (articles->pdata[i]));
  return collection;
}

static void
add_article (JsonBuilder *json, const char *side, LesProject *project, const char *id)
{
  LesArticle *article = les_project_get_article (project, id);
  g_autofree char *heading = les_article_dup_heading (article);

  json_builder_set_member_name (json, side);
  json_builder_begin_object (json);
  les_cli_json_string (json, "id", id);
  les_cli_json_string (json, "title", heading);
  les_cli_json_known (json, "outlet", les_article_get (article, LES_ARTICLE_OUTLET));
  les_cli_json_known (json, "agency", les_article_get (article, LES_ARTICLE_AGENCY));
  les_cli_json_known (json, "date", les_article_get (article, LES_ARTICLE_DATE));
  les_cli_json_int (json, "words", les_document_get_n_words (les_article_get_document (article)));
  json_builder_end_object (json);
}

static void
add_pair (JsonBuilder *json, LesProject *project, const LesCollectionPair *pair)
{
  json_builder_begin_object (json);
  add_article (json, "left", project, pair->left);
  add_article (json, "right", project, pair->right);
  les_cli_json_int (json, "words", pair->n_words);
  json_builder_set_member_name (json, "shared");
  json_builder_begin_object (json);
  les_cli_json_int (json, "left", pair->left_share);
  les_cli_json_int (json, "right", pair->right_share);
  json_builder_end_object (json);
  json_builder_end_object (json);
}

static void
add_group (JsonBuilder *json, GPtrArray *group)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < group->len; i++)
    json_builder_add_string_value (json, group->pdata[i]);
  json_builder_end_array (json);
}

static void
print_json (LesProject *project, GArray *pairs, GPtrArray *groups)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  les_cli_json_int (json, "articles", les_project_get_n_records (project, LES_RECORD_ARTICLE));
  json_builder_set_member_name (json, "pairs");
  json_builder_begin_array (json);
  for (guint i = 0; i < pairs->len; i++)
    add_pair (json, project, &g_array_index (pairs, LesCollectionPair, i));
  json_builder_end_array (json);
  json_builder_set_member_name (json, "groups");
  json_builder_begin_array (json);
  for (guint i = 0; i < groups->len; i++)
    add_group (json, groups->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  les_cli_json_print (json);
}

static void
print_article (LesProject *project, const char *id, int share)
{
  LesArticle *article = les_project_get_article (project, id);
  const char *date = les_article_get (article, LES_ARTICLE_DATE);
  g_autofree char *heading = les_article_dup_heading (article);
  g_autofree char *source = les_article_dup_source (article);

  les_cli_print ("  %3d.%d %%  %s  %s", share / 10, share % 10, id, heading);
  if (source != NULL)
    les_cli_print (" · %s", source);
  if (date != NULL)
    les_cli_print (" · %s", date);
  les_cli_print ("\n");
}

static void
print_groups (LesProject *project, GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = groups->pdata[i];

      les_cli_print ("\nSame agency copy in %u articles\n", group->len);
      for (guint j = 0; j < group->len; j++)
        {
          g_autofree char *heading = les_article_dup_heading (les_project_get_article (project, group->pdata[j]));

          les_cli_print ("  %s  %s\n", (char *) group->pdata[j], heading);
        }
    }
}

static void
print_lines (LesProject *project, GArray *pairs, GPtrArray *groups)
{
  les_cli_print_count (pairs->len, "pair", "pairs");
  les_cli_print (" among ");
  les_cli_print_count (les_project_get_n_records (project, LES_RECORD_ARTICLE), "article", "articles");
  les_cli_print ("\n");
  for (guint i = 0; i < pairs->len; i++)
    {
      const LesCollectionPair *pair = &g_array_index (pairs, LesCollectionPair, i);

      les_cli_print ("\n");
      les_cli_print_count (pair->n_words, "word", "words");
      les_cli_print (" in both\n");
      print_article (project, pair->left, pair->left_share);
      print_article (project, pair->right, pair->right_share);
    }
  print_groups (project, groups);
}

static int
find_similar (const char *path, gboolean as_json)
{
  int status;
  g_autoptr (LesLoadedProject) loaded = les_cli_open_project (path, &status);
  g_autoptr (LesCollection) collection = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GArray) pairs = NULL;

  if (loaded == NULL)
    return status;
  collection = create_collection (loaded->project);
  pairs = les_collection_find_pairs (collection, NULL, NULL);
  groups = les_collection_find_groups (collection, pairs);
  if (as_json)
    print_json (loaded->project, pairs, groups);
  else
    print_lines (loaded->project, pairs, groups);
  return status;
}

static int
run (GStrv arguments)
{
  g_auto (GStrv) paths = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, "Print JSON", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!les_cli_parse (&les_command_similar, entries, &arguments, &status))
    return status;
  if (paths == NULL || paths[1] != NULL)
    return les_cli_misuse (&les_command_similar, "name one project");

  return find_similar (paths[0], as_json);
}

const LesCommand les_command_similar = {
  "similar",
  "[--json] PROJECT.lesart",
  "Find articles that share passages, and groups that carry the same agency copy",
  run,
};
