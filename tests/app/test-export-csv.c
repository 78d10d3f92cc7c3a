/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-project.h"
#include "les-error.h"
#include "les-exporter.h"

#include <string.h>

enum { COLUMN_ID = 0, COLUMN_HEADLINE = 2, COLUMN_START = 10, COLUMN_END, COLUMN_WORDS, COLUMN_TAGS,
       COLUMN_PATHS, COLUMN_NOTE, COLUMN_SPEAKER, COLUMN_LINKS = 19, N_COLUMNS = 24 };

/* A reader after RFC 4180, strict: returns rows of cells. */
static GPtrArray *
read_csv (const char *p)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  while (*p != '\0')
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      for (;;)
        {
          GString *cell = g_string_new (NULL);

          if (*p == '"')
            {
              for (p++; *p != '\0' && !(p[0] == '"' && p[1] != '"'); p += *p == '"' ? 2 : 1)
                g_string_append_c (cell, *p);
              g_assert_cmpint (*p, ==, '"');
              p++;
            }
          else
            {
              for (; *p != '\0' && strchr (",\r\n", *p) == NULL; p++)
                {
                  g_assert_cmpint (*p, !=, '"');
                  g_string_append_c (cell, *p);
                }
            }
          g_ptr_array_add (row, g_string_free (cell, FALSE));
          if (*p != ',')
            break;
          p++;
        }
      g_assert_true (g_str_has_prefix (p, "\r\n"));
      p += 2;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static GPtrArray *
export_rows (LesProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = les_export (project, "csv", NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBF"));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  return read_csv (text + 3);
}

static const char *
get_cell (GPtrArray *rows, guint row, guint column)
{
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, row), column);
}

static void
test_unknown_format (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (les_export (project, "doc", NULL, &error));
  g_assert_error (error, LES_ERROR, LES_ERROR_UNSUPPORTED);
}

static void
test_cancelled (void)
{
  guint n_formats;
  const LesExportFormat *formats = les_export_list_formats (&n_formats);
  g_autoptr (LesProject) project = make_hostile_project ("x");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (les_export (project, formats[i].id, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_empty (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (GPtrArray) rows = export_rows (project);

  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpuint (((GPtrArray *) rows->pdata[0])->len, ==, N_COLUMNS);
  g_assert_cmpstr (get_cell (rows, 0, COLUMN_WORDS), ==, "words");
  g_assert_cmpstr (get_cell (rows, 0, COLUMN_LINKS), ==, "links");
}

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile_values); i++)
    {
      const char *value = hostile_values[i];
      gboolean guarded = strchr ("=+-@\t", value[0]) != NULL;
      g_autofree char *expected = g_strconcat (guarded ? "'" : "", value, NULL);
      g_autoptr (LesProject) project = make_hostile_project (value);
      g_autoptr (GPtrArray) rows = export_rows (project);

      g_assert_cmpuint (rows->len, ==, 2);
      g_assert_cmpuint (((GPtrArray *) rows->pdata[1])->len, ==, N_COLUMNS);
      for (guint column = COLUMN_WORDS; column <= COLUMN_SPEAKER; column++)
        g_assert_cmpstr (get_cell (rows, 1, column), ==, expected);
      g_assert_cmpstr (get_cell (rows, 1, COLUMN_HEADLINE), ==, expected);
    }
}

static void
test_long_value (void)
{
  g_autofree char *value = g_strnfill (5000, '"');
  g_autoptr (LesProject) project = make_hostile_project (value);
  g_autoptr (GPtrArray) rows = export_rows (project);

  g_assert_cmpstr (get_cell (rows, 1, COLUMN_NOTE), ==, value);
}

static void
test_tags_and_links (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesText) text = les_text_new ("Größe 😀 zählt", -1);
  const char *tags[] = { "child", "root", "gone", NULL };
  LesTag *child = les_tag_new ("child", "Waffenruhe", "#000000");
  LesAnnotation *annotation = les_annotation_new ("n1", "a1", LES_TEXT_RANGE (6, 13));
  LesLink *link = les_link_new ("l1", "contradicts", "n1");
  g_autoptr (GPtrArray) rows = NULL;

  put_record (project, les_article_new ("a1", text));
  put_record (project, les_tag_new ("root", "Krieg", "#000000"));
  les_tag_set (child, LES_TAG_PARENT, "root");
  put_record (project, child);
  les_annotation_anchor (annotation, text);
  les_annotation_set_tags (annotation, tags);
  put_record (project, annotation);
  les_link_set (link, LES_LINK_TO, "n2");
  put_record (project, link);
  rows = export_rows (project);

  g_assert_cmpstr (get_cell (rows, 1, COLUMN_ID), ==, "n1");
  g_assert_cmpstr (get_cell (rows, 1, COLUMN_START), ==, "6");
  g_assert_cmpstr (get_cell (rows, 1, COLUMN_END), ==, "13");
  g_assert_cmpstr (get_cell (rows, 1, COLUMN_WORDS), ==, "😀 zählt");
  g_assert_cmpstr (get_cell (rows, 1, COLUMN_TAGS), ==, "Waffenruhe; Krieg");
  g_assert_cmpstr (get_cell (rows, 1, COLUMN_PATHS), ==, "Krieg > Waffenruhe; Krieg");
  g_assert_cmpstr (get_cell (rows, 1, COLUMN_LINKS), ==, "contradicts n2");
}

static void
test_tags_in_a_circle (void)
{
  g_autoptr (LesProject) project = make_hostile_project ("x");
  LesTag *tag = les_record_copy (les_project_get_tag (project, "tag"));
  g_autoptr (GPtrArray) rows = NULL;

  les_tag_set (tag, LES_TAG_PARENT, "tag");
  put_record (project, tag);
  rows = export_rows (project);
  g_assert_true (g_str_has_prefix (get_cell (rows, 1, COLUMN_PATHS), "x > x"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-csv/unknown-format", test_unknown_format);
  g_test_add_func ("/export-csv/cancelled", test_cancelled);
  g_test_add_func ("/export-csv/tags-in-a-circle", test_tags_in_a_circle);
  g_test_add_func ("/export-csv/empty", test_empty);
  g_test_add_func ("/export-csv/hostile", test_hostile);
  g_test_add_func ("/export-csv/long-value", test_long_value);
  g_test_add_func ("/export-csv/tags-and-links", test_tags_and_links);

  return g_test_run ();
}
