/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-project.h"
#include "les-exporter.h"

#include <string.h>

static char *
export_text (LesProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = les_export (project, "html", NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

typedef struct
{
  GPtrArray *open;         /* names of the elements that are open */
  GHashTable *elements;    /* names seen */
  GHashTable *ids;
  GPtrArray *targets;      /* of href="#..." */
  GString *content;        /* character data of body */
} Parsed;

static void
start_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values,
          gpointer user_data, GError **error)
{
  Parsed *parsed = user_data;

  g_hash_table_add (parsed->elements, g_strdup (name));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_false (g_str_has_prefix (names[i], "on"));
      g_assert_cmpstr (names[i], !=, "style");
      if (g_str_equal (names[i], "id"))
        g_assert_true (g_hash_table_add (parsed->ids, g_strdup (values[i])));
      if (g_str_equal (names[i], "href"))
        {
          g_assert_true (values[i][0] == '#' || g_str_has_prefix (values[i], "http"));
          if (values[i][0] == '#')
            g_ptr_array_add (parsed->targets, g_strdup (values[i] + 1));
        }
    }
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Parsed *parsed = user_data;

  if (!g_str_equal (g_markup_parse_context_get_element (context), "style"))
    g_string_append_len (parsed->content, text, length);
}

/* The page is XML but for its void elements: closing those lets a strict
 * parser prove that everything is nested and escaped. */
static char *
make_xml (const char *html)
{
  g_autoptr (GRegex) voids = g_regex_new ("<(meta|br)\\b([^>]*)>", 0, 0, NULL);
  const char *body = strchr (html, '\n') + 1;

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n"));
  return g_regex_replace (voids, body, -1, 0, "<\\1\\2/>", 0, NULL);
}

static Parsed *
parse (const char *html)
{
  static const GMarkupParser parser = { start_cb, NULL, text_cb, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = make_xml (html);
  g_autoptr (GMarkupParseContext) context = NULL;
  Parsed *parsed = g_new0 (Parsed, 1);

  parsed->elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  parsed->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  parsed->targets = g_ptr_array_new_with_free_func (g_free);
  parsed->content = g_string_new (NULL);
  context = g_markup_parse_context_new (&parser, 0, parsed, NULL);
  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return parsed;
}

static void
free_parsed (Parsed *parsed)
{
  g_hash_table_unref (parsed->elements);
  g_hash_table_unref (parsed->ids);
  g_ptr_array_unref (parsed->targets);
  g_string_free (parsed->content, TRUE);
  g_free (parsed);
}

static void
assert_only_known_elements (Parsed *parsed)
{
  const char * const known[] = {
    "html", "head", "meta", "title", "style", "body", "nav", "ol", "ul", "li", "a", "article", "section",
    "h1", "h2", "h3", "h4", "p", "div", "span", "mark", "sup", "br", "blockquote", NULL,
  };
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (parsed->elements, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (g_strv_contains (known, names[i]));
}

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile_values); i++)
    {
      g_autoptr (LesProject) project = make_hostile_project (hostile_values[i]);
      g_autofree char *html = export_text (project);
      Parsed *parsed = parse (html);

      assert_only_known_elements (parsed);
      if (strchr (hostile_values[i], '\r') == NULL)
        g_assert_nonnull (strstr (parsed->content->str, hostile_values[i]));
      for (guint j = 0; j < parsed->targets->len; j++)
        g_assert_true (g_hash_table_contains (parsed->ids, parsed->targets->pdata[j]));
      free_parsed (parsed);
    }
}

static void
test_hostile_color (void)
{
  g_autoptr (LesProject) project = make_hostile_project ("x");
  LesTag *tag = les_record_copy (les_project_get_tag (project, "tag"));
  g_autofree char *html = NULL;

  les_tag_set (tag, LES_TAG_COLOR, "#00}</s>");
  put_record (project, tag);
  html = export_text (project);
  g_assert_null (strstr (html, "#00}"));
}

static void
test_control_characters (void)
{
  g_autoptr (LesProject) project = make_hostile_project ("a\x01" "b\x0C" "c");
  g_autofree char *html = export_text (project);

  g_assert_null (strchr (html, '\x01'));
  g_assert_null (strchr (html, '\x0C'));
  g_assert_nonnull (strstr (html, "a\xEF\xBF\xBD" "b"));
}

/* The policy lets exactly the style sheet of the page through. */
static void
test_policy_names_the_style_sheet (void)
{
  g_autoptr (LesProject) project = make_hostile_project ("x");
  g_autofree char *html = export_text (project);
  const char *start = strstr (html, "<style>") + strlen ("<style>");
  const char *end = strstr (start, "</style>");
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *base64 = NULL;
  g_autofree char *expected = NULL;

  g_checksum_update (checksum, (const guchar *) start, end - start);
  g_checksum_get_digest (checksum, digest, &length);
  base64 = g_base64_encode (digest, length);
  expected = g_strdup_printf ("default-src 'none'; style-src 'sha256-%s';", base64);
  g_assert_nonnull (strstr (html, expected));
}

static LesAnnotation *
annotate (LesProject *project, const char *id, int start, int end)
{
  LesAnnotation *annotation = les_annotation_new (id, "a1", LES_TEXT_RANGE (start, end));

  les_annotation_anchor (annotation, les_article_get_text (les_project_get_article (project, "a1")));
  put_record (project, annotation);
  return annotation;
}

static int
count (const char *text, const char *word)
{
  int n = 0;

  for (text = strstr (text, word); text != NULL; text = strstr (text + 1, word))
    n++;
  return n;
}

static void
test_marks (void)
{
  g_autoptr (LesProject) project = les_project_new ();
  g_autoptr (LesText) text = les_text_new ("Der Rat tagte am Abend in Oberwinkel und ging erst spät nach Hause.\n\n"
                                           "Die Brücke bleibt nach dem Beschluss bis zum Sommer gesperrt.\n", -1);
  g_autofree char *html = NULL;
  Parsed *parsed;

  put_record (project, les_article_new ("a1", text));
  annotate (project, "n1", 4, 13);       /* Rat tagte */
  annotate (project, "n2", 8, 22);       /* tagte am Abend: overlaps */
  annotate (project, "n3", 62, 79);      /* across the paragraphs */
  annotate (project, "n4", 4, les_text_get_n_chars (text));   /* with the last line end */
  html = export_text (project);
  parsed = parse (html);

  g_assert_nonnull (strstr (html, "tagte</mark>"));
  g_assert_nonnull (strstr (html, "class=\"untagged many\">tagte"));
  for (int i = 1; i <= 4; i++)
    {
      g_autofree char *back = g_strdup_printf ("t-n%d", i);
      g_autofree char *target = g_strdup_printf ("href=\"#a-n%d\"", i);

      g_assert_true (g_hash_table_contains (parsed->ids, back));
      /* Once in the text, once in the list by tag. */
      g_assert_cmpint (count (html, target), ==, 2);
    }
  g_assert_nonnull (strstr (html, "Without tag"));
  free_parsed (parsed);
}

static void
test_only_web_addresses_are_links (void)
{
  const struct { const char *url; gboolean is_link; } cases[] = {
    { "https://bote.example/1?a=1&b=2", TRUE },
    { "http://bote.example/", TRUE },
    { "javascript:alert(1)", FALSE },
    { "data:text/html,x", FALSE },
    { "httpx://x", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LesProject) project = make_hostile_project ("x");
      LesArticle *article = les_record_copy (les_project_get_article (project, "article"));
      g_autofree char *html = NULL;

      les_article_set (article, LES_ARTICLE_URL, cases[i].url);
      put_record (project, article);
      html = export_text (project);
      g_assert_cmpint (strstr (html, "noopener") != NULL, ==, cases[i].is_link);
    }
}

/* Every link of the page leads somewhere, also for a passage that is not in the text any more. */
static void
test_to_be_placed (void)
{
  g_autoptr (LesProject) project = make_hostile_project ("x");
  LesAnnotation *annotation = les_record_copy (les_project_get_annotation (project, "annotation"));
  g_autofree char *html = NULL;
  Parsed *parsed;

  les_annotation_set_range (annotation, LES_TEXT_RANGE (0, 0));
  les_annotation_set (annotation, LES_ANNOTATION_EXACT, "gone words");
  les_annotation_set_review (annotation, LES_REVIEW_UNPLACED, NULL);
  put_record (project, annotation);
  html = export_text (project);
  g_assert_nonnull (strstr (html, "gone words (not in the text any more)"));
  parsed = parse (html);
  for (guint i = 0; i < parsed->targets->len; i++)
    g_assert_true (g_hash_table_contains (parsed->ids, parsed->targets->pdata[i]));
  free_parsed (parsed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-html/hostile", test_hostile);
  g_test_add_func ("/export-html/hostile-color", test_hostile_color);
  g_test_add_func ("/export-html/control-characters", test_control_characters);
  g_test_add_func ("/export-html/policy-names-the-style-sheet", test_policy_names_the_style_sheet);
  g_test_add_func ("/export-html/marks", test_marks);
  g_test_add_func ("/export-html/to-be-placed", test_to_be_placed);
  g_test_add_func ("/export-html/only-web-addresses-are-links", test_only_web_addresses_are_links);

  return g_test_run ();
}
