/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-project.h"

/* Values that have broken somebody's export before. */
static const char * const hostile_values[] = {
  "& < > \" ' ` | \\ * _ # ~",
  "<script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)>",
  "]]><!--",
  "=HYPERLINK(\"evil\")",
  "+1+1",
  "-1-1",
  "@SUM(A1)",
  "\t=1",
  "one\ntwo\r\nthree",
  "comma, \"quote\", semicolon;",
  "javascript:alert(1)",
  "](evil) ![x](y)",
  "1. not a list",
  "---",
  "    not code",
  "öäüß € 😀 \xE2\x80\xAE reversed",
};

static inline void
put_record (LesProject *project, gpointer record)
{
  g_autoptr (LesChange) change = les_change_new (LES_CHANGE_OTHER);
  g_autoptr (LesChange) inverse = NULL;

  les_change_put (change, record);
  inverse = les_project_apply (project, change);
}

static inline void
fill_all_fields (LesRecord *record, const char *value, guint from)
{
  for (guint i = from; i < les_record_get_n_strings (record); i++)
    les_record_set_string (record, i, value);
}

/* One article, tag and annotation, with @value wherever a user can write. */
static inline LesProject *
make_hostile_project (const char *value)
{
  LesProject *project = les_project_new ();
  g_autoptr (LesText) text = les_text_new (value, -1);
  LesArticle *article = les_article_new ("article", text);
  LesTag *tag = les_tag_new ("tag", value, "#12ab34");
  LesAnnotation *annotation;
  const char *tags[] = { "tag", NULL };

  fill_all_fields (LES_RECORD (article), value, 0);
  les_tag_set (tag, LES_TAG_DESCRIPTION, value);
  put_record (project, article);
  put_record (project, tag);
  annotation = les_annotation_new ("annotation", "article", LES_TEXT_RANGE (0, les_text_get_n_chars (text)));
  fill_all_fields (LES_RECORD (annotation), value, LES_ANNOTATION_EXACT);
  les_annotation_set_tags (annotation, tags);
  put_record (project, annotation);
  return project;
}
