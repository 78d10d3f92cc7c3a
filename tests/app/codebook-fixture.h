/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "les-codebook-edits.h"
#include "les-codebook-merge.h"
#include "les-codebook.h"
#include "les-edits.h"
#include "les-history.h"
#include "les-project-format.h"
#include "les-tag-counts.h"
#include "les-tag-split.h"

#include <string.h>

#define BY_ID(project, id) (les_project_get_tag (project, id))

static inline void
perform (LesHistory *history, LesChange *change)
{
  g_assert_nonnull (change);
  les_history_perform (history, change);
}

static inline void
put (LesHistory *history, gpointer record)
{
  LesChange *change = les_change_new (LES_CHANGE_OTHER);

  les_change_put (change, record);
  perform (history, change);
}

static inline void
put_tag (LesHistory *history, const char *id, const char *name, const char *parent)
{
  LesTag *tag = les_tag_new (id, name, "#005A95");

  les_tag_set (tag, LES_TAG_PARENT, parent);
  put (history, tag);
}

static inline void
put_article (LesHistory *history, const char *id, const char *outlet, const char *words)
{
  g_autoptr (LesText) text = les_text_new (words, -1);
  LesArticle *article = les_article_new (id, text);

  les_article_set (article, LES_ARTICLE_OUTLET, outlet);
  put (history, article);
}

static inline void
put_annotation (LesHistory *history, LesProject *project, const char *id, const char *article, int start, const char *tags)
{
  LesAnnotation *annotation = les_annotation_new (id, article, LES_TEXT_RANGE (start, start + 4));
  g_auto (GStrv) ids = g_strsplit (tags, " ", -1);

  les_annotation_anchor (annotation, les_article_get_text (les_project_get_article (project, article)));
  les_annotation_set_tags (annotation, (const char * const *) ids);
  put (history, annotation);
}

/* The whole tree on one line: "a(b c(d)) e". */
static inline void
describe_below (LesProject *project, const char *parent, GString *out)
{
  g_autoptr (GPtrArray) children = les_codebook_ref_children (project, parent);

  for (guint i = 0; i < children->len; i++)
    {
      const char *id = les_record_get_id (children->pdata[i]);
      gsize length;

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", les_tag_get (children->pdata[i], LES_TAG_NAME));
      length = out->len;
      g_string_append_c (out, '(');
      describe_below (project, id, out);
      if (out->len == length + 1)
        g_string_truncate (out, length);
      else
        g_string_append_c (out, ')');
    }
}

static inline void
assert_tree (LesProject *project, const char *expected)
{
  g_autoptr (GString) tree = g_string_new (NULL);

  describe_below (project, NULL, tree);
  g_assert_cmpstr (tree->str, ==, expected);
}

static inline void
assert_tags (LesProject *project, const char *annotation, const char *expected)
{
  const char * const *ids = les_annotation_get_tags (les_project_get_annotation (project, annotation));
  g_autofree char *joined = g_strjoinv (" ", (char **) ids);

  g_assert_cmpstr (joined, ==, expected);
}

static inline char *
dup_file (LesProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = les_project_format_write (project, NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
