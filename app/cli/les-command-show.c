/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "les-cli.h"
#include "les-cli-files.h"
#include "les-cli-json.h"

static guint
count_with_tag (LesProject *project, const char *tag)
{
  g_autoptr (GPtrArray) annotations = les_project_ref_records (project, LES_RECORD_ANNOTATION);
  guint n = 0;

  for (guint i = 0; i < annotations->len; i++)
    n += les_annotation_has_tag (annotations->pdata[i], tag);
  return n;
}

static void
add_article (JsonBuilder *json, LesProject *project, LesArticle *article)
{
  LesRecord *record = LES_RECORD (article);
  const char *id = les_record_get_id (record);

  json_builder_begin_object (json);
  les_cli_json_string (json, "id", id);
  for (guint i = 0; i < LES_ARTICLE_ORIGIN_NAME; i++)
    les_cli_json_known (json, les_record_get_string_name (record, i), les_record_get_string (record, i));
  les_cli_json_known (json, "file", les_article_get (article, LES_ARTICLE_ORIGIN_NAME));
  les_cli_json_int (json, "characters", les_text_get_n_chars (les_article_get_text (article)));
  les_cli_json_int (json, "words", les_document_get_n_words (les_article_get_document (article)));
  les_cli_json_int (json, "annotations", les_project_get_n_annotations_of (project, id));
  json_builder_end_object (json);
}

static void
add_tag (JsonBuilder *json, LesProject *project, LesTag *tag)
{
  const char *id = les_record_get_id (LES_RECORD (tag));

  json_builder_begin_object (json);
  les_cli_json_string (json, "id", id);
  les_cli_json_string (json, "name", les_tag_get (tag, LES_TAG_NAME));
  les_cli_json_known (json, "color", les_tag_get (tag, LES_TAG_COLOR));
  les_cli_json_known (json, "description", les_tag_get (tag, LES_TAG_DESCRIPTION));
  les_cli_json_known (json, "parent", les_tag_get (tag, LES_TAG_PARENT));
  les_cli_json_known (json, "shortcut", les_tag_get (tag, LES_TAG_SHORTCUT));
  les_cli_json_known (json, "kind", les_tag_get (tag, LES_TAG_KIND));
  les_cli_json_int (json, "annotations", count_with_tag (project, id));
  json_builder_end_object (json);
}

static void
add_comparison (JsonBuilder *json, LesProject *project, LesComparison *comparison)
{
  json_builder_begin_object (json);
  les_cli_json_string (json, "id", les_record_get_id (LES_RECORD (comparison)));
  les_cli_json_string (json, "left", les_comparison_get (comparison, LES_COMPARISON_LEFT));
  les_cli_json_string (json, "right", les_comparison_get (comparison, LES_COMPARISON_RIGHT));
  les_cli_json_known (json, "note", les_comparison_get (comparison, LES_COMPARISON_NOTE));
  json_builder_end_object (json);
}

static void
add_table (JsonBuilder  *json,
           const char   *name,
           LesProject   *project,
           LesRecordKind kind,
           void        (*add) (JsonBuilder *json, LesProject *project, gpointer record))
{
  g_autoptr (GPtrArray) records = les_project_ref_records (project, kind);

  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < records->len; i++)
    add (json, project, records->pdata[i]);
  json_builder_end_array (json);
}

static void
print_json (LesProject *project)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  LesProjectInfo *info = les_project_get_info (project);

  json_builder_begin_object (json);
  les_cli_json_string (json, "id", les_record_get_id (LES_RECORD (info)));
  les_cli_json_known (json, "title", les_project_info_get (info, LES_PROJECT_INFO_TITLE));
  les_cli_json_known (json, "note", les_project_info_get (info, LES_PROJECT_INFO_NOTE));
  les_cli_json_known (json, "created", les_project_info_get (info, LES_PROJECT_INFO_CREATED));
  les_cli_json_known (json, "modified", les_project_info_get (info, LES_PROJECT_INFO_MODIFIED));
  add_table (json, "articles", project, LES_RECORD_ARTICLE, (gpointer) add_article);
  add_table (json, "tags", project, LES_RECORD_TAG, (gpointer) add_tag);
  add_table (json, "comparisons", project, LES_RECORD_COMPARISON, (gpointer) add_comparison);
  les_cli_json_int (json, "annotations", les_project_get_n_records (project, LES_RECORD_ANNOTATION));
  les_cli_json_int (json, "links", les_project_get_n_records (project, LES_RECORD_LINK));
  json_builder_end_object (json);
  les_cli_json_print (json);
}

static void
print_table_count (LesProject *project, LesRecordKind kind, const char *one, const char *many)
{
  les_cli_print ("  ");
  les_cli_print_count (les_project_get_n_records (project, kind), one, many);
  les_cli_print ("\n");
}

static void
print_counts (LesProject *project)
{
  print_table_count (project, LES_RECORD_ARTICLE, "article", "articles");
  print_table_count (project, LES_RECORD_TAG, "tag", "tags");
  print_table_count (project, LES_RECORD_ANNOTATION, "annotation", "annotations");
  print_table_count (project, LES_RECORD_LINK, "link", "links");
  print_table_count (project, LES_RECORD_COMPARISON, "comparison", "comparisons");
}

static void
print_article (LesProject *project, LesArticle *article)
{
  const LesArticleField fields[] = {
    LES_ARTICLE_OUTLET, LES_ARTICLE_AGENCY, LES_ARTICLE_AUTHOR, LES_ARTICLE_PLACE, LES_ARTICLE_DATE,
    LES_ARTICLE_LANGUAGE,
  };
  const char *id = les_record_get_id (LES_RECORD (article));
  g_autofree char *heading = les_article_dup_heading (article);

  les_cli_print ("%s  %s\n    ", id, heading);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (les_article_get (article, fields[i]) != NULL)
      les_cli_print ("%s · ", les_article_get (article, fields[i]));
  les_cli_print_count (les_document_get_n_words (les_article_get_document (article)), "word", "words");
  les_cli_print (" · ");
  les_cli_print_count (les_project_get_n_annotations_of (project, id), "annotation", "annotations");
  les_cli_print ("\n");
}

static void
print_tag (LesProject *project, LesTag *tag)
{
  const char *id = les_record_get_id (LES_RECORD (tag));

  les_cli_print ("%s  %s · ", id, les_tag_get (tag, LES_TAG_NAME));
  les_cli_print_count (count_with_tag (project, id), "annotation", "annotations");
  les_cli_print ("\n");
}

static void
print_lines (LesProject *project)
{
  LesProjectInfo *info = les_project_get_info (project);
  const char *title = les_project_info_get (info, LES_PROJECT_INFO_TITLE);
  const char *note = les_project_info_get (info, LES_PROJECT_INFO_NOTE);
  g_autoptr (GPtrArray) articles = les_project_ref_records (project, LES_RECORD_ARTICLE);
  g_autoptr (GPtrArray) tags = les_project_ref_records (project, LES_RECORD_TAG);

  les_cli_print ("%s\n", title != NULL ? title : "Untitled project");
  if (note != NULL)
    les_cli_print ("%s\n", note);
  print_counts (project);
  if (articles->len > 0)
    les_cli_print ("\nArticles\n");
  for (guint i = 0; i < articles->len; i++)
    print_article (project, articles->pdata[i]);
  if (tags->len > 0)
    les_cli_print ("\nTags\n");
  for (guint i = 0; i < tags->len; i++)
    print_tag (project, tags->pdata[i]);
}

static int
show_project (const char *path, gboolean as_json)
{
  int status;
  g_autoptr (LesLoadedProject) loaded = les_cli_open_project (path, &status);

  if (loaded == NULL)
    return status;
  if (as_json)
    print_json (loaded->project);
  else
    print_lines (loaded->project);
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

  if (!les_cli_parse (&les_command_show, entries, &arguments, &status))
    return status;
  if (paths == NULL || paths[1] != NULL)
    return les_cli_misuse (&les_command_show, "name one project");

  return show_project (paths[0], as_json);
}

const LesCommand les_command_show = {
  "show",
  "[--json] PROJECT.lesart",
  "Say what a project holds",
  run,
};
